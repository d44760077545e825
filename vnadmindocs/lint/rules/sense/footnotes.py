"""Rules about footnotes: those that cells refer to, and those declared under «cước chú».

What stands in the body alone was found when the body was read; these rules see the whole record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import rule
from vnadmindocs.lint.stretches import tables_of
from vnadmindocs.notation.inline import Span, SpanKind, read_inline
from vnadmindocs.notation.table import GridCell, TableRows
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document
from vnadmindocs.record.positions import FieldPath
from vnadmindocs.record.tables import Table

_READ = ("body", "tables", "footnotes")


def _has_tables(record: Document) -> bool:
    return any(True for _ in tables_of(record))


def _declares(record: Document) -> bool:
    return bool(_declared(record))


@rule("BDY003", needs=_READ, where=_has_tables)
def cell_refers_to_no_footnote(record: Document) -> Iterator[Fault]:
    """Find a reference in a cell or the name of a column to a footnote that is written nowhere."""
    known = {*_in_body(record), *_declared(record)}
    for path, rows in _typed_rows(record):
        for cell in _cells(rows):
            for name in _references(read_inline(cell.text)[0]):
                if name not in known:
                    yield _in_cell("BDY003", f"[^{name}]", {"name": name}, cell, rows, path)
    for path, table in tables_of(record):
        typed = {*table.footnote_references} - _of_rows(table) - known
        for name in sorted(typed):
            yield Fault("BDY003", facts={"name": name}, path=(*path, "columns"))


@rule("BDY004", needs=_READ, where=_declares)
def declared_footnote_is_not_referred_to(record: Document) -> Iterator[Fault]:
    """Find a footnote of the field «cước chú» that nothing refers to: it would be lost."""
    referred = set(_all_references(record))
    for name in _declared(record):
        if name not in referred:
            yield Fault("BDY004", facts={"name": name}, path=("footnotes", name), of_key=True)


@rule("BDY005", needs=_READ, where=_declares, fatal=True)
def footnote_is_declared_twice(record: Document) -> Iterator[Fault]:
    """Find a footnote of the field «cước chú» that the body writes too."""
    in_body = _in_body(record)
    for name in _declared(record):
        if name in in_body:
            yield Fault("BDY005", facts={"name": name}, path=("footnotes", name), of_key=True)


@rule("BDY006", needs=("body", "tables"), where=_has_tables)
def bold_in_a_cell_is_not_closed(record: Document) -> Iterator[Fault]:
    """Find bold that a typed cell opens and does not close."""
    for path, rows in _typed_rows(record):
        for cell in _cells(rows):
            for fault in read_inline(cell.text)[1]:
                yield _in_cell(fault.code, "**", dict(fault.facts), cell, rows, path)


@rule("BDY013", needs=("footnotes",), where=_declares, fatal=True)
def footnote_refers_to_a_footnote(record: Document) -> Iterator[Fault]:
    """Find a reference inside a text of «cước chú»: a note has no notes of its own."""
    for name, spans in _declared(record).items():
        for found in _references(spans):
            yield Fault("BDY013", facts={"name": found}, path=("footnotes", name))


def _in_cell(
    code: str,
    words: str,
    facts: dict[str, object],
    cell: GridCell,
    rows: TableRows,
    path: FieldPath,
) -> Fault:
    if rows.listed:
        return Fault(code, facts=facts, path=(*path, cell.line, cell.column))
    # A cell with escapes or breaks is shorter than its source: then the cell as a whole is meant.
    at = cell.text.find(words) if "\n" not in cell.text else -1
    place = cell.place + max(at, 0)
    return Fault(code, cell.line, place, len(words) if at >= 0 else 1, facts, path)


def _typed_rows(record: Document) -> Iterator[tuple[FieldPath, TableRows]]:
    for path, table in tables_of(record):
        if isinstance(table.rows, TableRows):
            yield (*path, "rows"), table.rows


def _of_rows(table: Table) -> set[str]:
    rows = table.rows
    if not isinstance(rows, TableRows):
        return set()
    return {name for cell in _cells(rows) for name in _references(read_inline(cell.text)[0])}


def _cells(rows: TableRows) -> Iterator[GridCell]:
    for row in rows.rows:
        for cell in row:
            if "[^" in cell.text or "**" in cell.text:
                yield cell


def _references(spans: tuple[Span, ...]) -> Iterator[str]:
    for span in spans:
        if span.kind is SpanKind.FOOTNOTE:
            yield span.text


def _all_references(record: Document) -> Iterator[str]:
    body = record.body
    if isinstance(body, RecordBody):
        for block in body.body.blocks:
            yield from _references(block.spans)
            for line in block.title:
                yield from _references(line)
    for _, table in tables_of(record):
        yield from table.footnote_references


def _in_body(record: Document) -> Mapping[str, object]:
    return record.body.body.footnotes if isinstance(record.body, RecordBody) else {}


def _declared(record: Document) -> Mapping[str, tuple[Span, ...]]:
    return record.footnotes if isinstance(record.footnotes, Mapping) else {}

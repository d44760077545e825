"""The running texts of a record, each with its place: subject, body, footnotes, cells, notes.

A rule that reads words anywhere asks for these; what stands in a file is placed at the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.notation.block import Block, BlockKind
from vnadmindocs.notation.inline import parse_inline, plain_text
from vnadmindocs.notation.passages import Passage
from vnadmindocs.notation.table import GridCell
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document
from vnadmindocs.record.positions import FieldPath
from vnadmindocs.record.tables import Table
from vnadmindocs.values import dataclass

_ESCAPED = 2  # a break inside a cell is typed as two characters


@dataclass(frozen=True, slots=True)
class Stretch:
    """One paragraph, line or cell of a record.

    Attributes:
        passage: its words, which know where they were typed inside their field.
        path: the field.
        whole: the field as a whole is meant by a fault: its words come from a file.
        above: the table right above it, with its path; None where none stands there.
    """

    passage: Passage
    path: FieldPath
    whole: bool = False
    above: Table | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text

    def fault(self, code: str, facts: Mapping[str, object], start: int, end: int) -> Fault:
        """Make a fault that means these of its words."""
        if self.whole:
            return Fault(code, facts=facts, path=self.path)
        line, column, length = self.passage.place(start, end)
        return Fault(code, line, column, length, facts, self.path)


def tables_of(record: Document) -> Iterator[tuple[FieldPath, Table]]:
    """Give the tables of a record, without those of its appendices, each with its path."""
    body = record.body
    if isinstance(body, RecordBody):
        for name, table in body.tables.items():
            yield ("body", *body.homes.get(name, ()), "table"), table
    if isinstance(record.tables, Mapping):
        for name, table in record.tables.items():
            if isinstance(table, Table):
                yield ("tables", name), table


def stretches(record: Document) -> Iterator[Stretch]:
    """Give every running text of a record, without those of its appendices."""
    if isinstance(record.subject, str):
        for number, line in enumerate(record.subject.split("\n")):
            yield Stretch(_line(line, number, 0), ("subject",))
    yield from in_body(record)
    yield from in_footnotes(record)
    yield from in_cells(record)


def in_body(record: Document) -> Iterator[Stretch]:
    """Give the paragraphs of the body, those of quoted provisions left out."""
    body = record.body
    if not isinstance(body, RecordBody):
        return
    above: Table | None = None
    for index, block in enumerate(body.body.blocks):
        if block.kind is BlockKind.TABLE:
            named = record.tables if isinstance(record.tables, Mapping) else {}
            found = body.tables.get(block.name) or named.get(block.name)
            above = found if isinstance(found, Table) else None
            continue
        if not block.quote and block.text:
            yield _paragraph(body, block, index, above)
        above = None


def words_elsewhere(record: Document) -> str:
    """Join what stands in footnotes, cells and notes, to look for signs in all of it at once."""
    body = record.body
    words = [note.written for note in body.body.notes] if isinstance(body, RecordBody) else []
    if isinstance(record.footnotes, Mapping):
        words += [plain_text(spans) for spans in record.footnotes.values()]
    for _, table in tables_of(record):
        literal = table.literal_columns
        words += [
            cell.text for row in table.cells.rows for cell in row if cell.column not in literal
        ]
        words += [table.note] if isinstance(table.note, str) else []
    return "\n".join(words)


def in_footnotes(record: Document) -> Iterator[Stretch]:
    """Give the footnotes of the body, and those that are declared."""
    body = record.body
    if isinstance(body, RecordBody):
        for index, note in enumerate(body.body.notes):
            yield _paragraph(body, note, index, None)
    if isinstance(record.footnotes, Mapping):
        for name, spans in record.footnotes.items():
            block = Block(BlockKind.PARAGRAPH, spans=spans)
            yield Stretch(Passage(plain_text(spans), block, 0), ("footnotes", name), whole=True)


def in_cells(record: Document) -> Iterator[Stretch]:
    """Give the cells of tables that hold words, line by line, and the notes under tables."""
    for path, table in tables_of(record):
        literal = table.literal_columns
        for row in table.cells.rows:
            for cell in row:
                if cell.text and cell.column not in literal:
                    yield from _in_cell(table, cell, path)
        if isinstance(table.note, str):
            for number, line in enumerate(table.note.split("\n")):
                yield Stretch(_line(line, number, 0), (*path, "note"))


def _in_cell(table: Table, cell: GridCell, path: FieldPath) -> Iterator[Stretch]:
    if table.literal:
        yield Stretch(_line(cell.text, 0, 0, plain=True), (*path, "data"), whole=True)
        return
    listed = table.cells.listed
    home = (*path, "rows", cell.line, cell.column) if listed else (*path, "rows")
    column = 0
    for number, line in enumerate(cell.text.split("\n")):
        if listed:
            yield Stretch(_line(line, number, 0), home)
        else:
            yield Stretch(_line(line, cell.line, cell.place + column), home)
            column += len(line) + line.count("|") + _ESCAPED


def _line(text: str, line: int, column: int, *, plain: bool = False) -> Passage:
    spans = () if plain else parse_inline(text)
    block = Block(BlockKind.PARAGRAPH, spans=spans, line=line, column=column, written=text)
    return Passage(text if plain else plain_text(spans), block, 0)


def _paragraph(body: RecordBody, block: Block, index: int, above: Table | None) -> Stretch:
    path: FieldPath = ()
    origins = block.origins or ((0, block.line, block.column),)
    home, line = body.place_of(origins[0][1])
    path = ("body", *home)
    if home:  # lines count from the item the paragraph stands in
        moved = line - origins[0][1]
        block = replace(
            block,
            line=block.line + moved,
            origins=tuple((start, at + moved, column) for start, at, column in origins),
        )
    return Stretch(Passage(block.text, block, index), path, above=above)

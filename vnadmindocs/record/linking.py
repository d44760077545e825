"""Figures that texts repeat: references are resolved before the fields of a record are read.

Texts as written, with references, and the names the record declares -> texts with the values in
them, findings at the references, and how columns shifted. Only a record that declares names is
looked at; everywhere else such text is text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from vnadmindocs.diagnostics import Diagnostic, Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.number_words import OF_THE_STATE, Wording
from vnadmindocs.language.text import closest, fold
from vnadmindocs.notation.cell_value import agrees, in_case_of, print_cell_value
from vnadmindocs.notation.inline import Span, SpanKind, print_inline
from vnadmindocs.notation.value_reference import ValueReference, references
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.cell_lookup import Cell, find_cell
from vnadmindocs.record.document import Document
from vnadmindocs.record.fields import choice_reader, nearest
from vnadmindocs.record.figure_link import FigureLink
from vnadmindocs.record.placing import placed
from vnadmindocs.record.positions import FieldPath
from vnadmindocs.record.reader import Source
from vnadmindocs.record.substitution import substituted
from vnadmindocs.record.tables import Table
from vnadmindocs.terms import term

UNDECLARED = "FIG002"
DIFFERS = "FIG007"
UNFIT = "FIG008"
NOT_COMPARED = "FIG009"

_FIELDS = ("figures",)
# Fields whose texts follow the grammar of the body, in which a value is words and no mark.
_MARKED = frozenset({"body", "tables", "footnotes"})
# A figure may stand in a table that repeats another's, and so on; no paper has longer chains.
_ROUNDS = 8


def linked(
    data: Mapping[str, Any],
    source: Source | None,
    read: Callable[[Mapping[str, Any]], Document],
) -> tuple[Mapping[str, Any], list[Diagnostic]]:
    """Put the figures a record declares into its texts.

    Args:
        data: what is written, under English names.
        source: where it stands; None for a record built in Python.
        read: reads such a mapping, with a gap for whatever cannot be read.

    Returns:
        What is to be read in its place, and the findings; the source then knows the shifts.
    """
    record = read(data)
    links = record.figures
    if not isinstance(links, Mapping):
        return data, []
    cells: dict[str, Cell] = {}
    wording = record.number_reading
    work = _Work(links, cells, wording if isinstance(wording, Wording) else OF_THE_STATE)
    for _ in range(_ROUNDS):
        before = len(cells)
        faults = work.look_up(record)
        if len(cells) == before or not faults:
            break
        # A cell that waits for another's value is read once that one is known.
        record = read(substituted(with_tables_of(record, data), work.silent, _FIELDS)[0])
    texts, shifts = substituted(with_tables_of(record, data), work.put, _FIELDS)
    found = placed([*faults, *work.faults], source)
    if source is not None:
        source.positions.read_with(shifts)
    return texts, found


class _Work:
    """The names of a record while its references are resolved."""

    def __init__(
        self, links: Mapping[str, FigureLink], cells: dict[str, Cell], wording: Wording
    ) -> None:
        self.faults: list[Fault] = []
        self._links = {fold(name): (name, link) for name, link in links.items()}
        self._cells = cells
        self._wording = wording
        self._format = choice_reader("figure", "format")

    def look_up(self, record: Document) -> list[Fault]:
        """Find the cells that are still unknown; the faults of those that cannot be found."""
        faults: list[Fault] = []
        for key, (name, link) in self._links.items():
            if key in self._cells:
                continue
            try:
                self._cells[key] = find_cell(record, link)
            except UnreadableError as error:
                faults += [fault.under("figures", name) for fault in error.faults]
        return faults

    def silent(self, reference: ValueReference, path: FieldPath) -> str | None:
        """Give the words of a reference without judging it."""
        return self._words(reference, path, [])

    def put(self, reference: ValueReference, path: FieldPath) -> str | None:
        """Give the words of a reference, and judge it."""
        return self._words(reference, path, self.faults)

    def _words(self, reference: ValueReference, path: FieldPath, faults: list[Fault]) -> str | None:
        def fault(code: str, **facts: object) -> None:
            at = reference.line, reference.column, reference.length
            faults.append(Fault(code, *at, {"found": str(reference), **facts}, path))

        known = self._links.get(reference.key)
        if known is None:
            near = closest(reference.name, [name for name, _ in self._links.values()])
            names = ", ".join(f"«{name}»" for name, _ in self._links.values())
            fault(UNDECLARED, name=reference.name, names=names, near=nearest(near))
            return None
        cell = self._cells.get(reference.key)
        if reference.written:
            self._compare(reference, cell, fault)
            return reference.written
        if cell is None:
            return None  # what keeps it from being found is said where it is declared
        words = self._printed(reference, known[1], cell, fault)
        return None if words is None else _as_marked(words, path)

    def _compare(
        self, reference: ValueReference, cell: Cell | None, fault: Callable[..., None]
    ) -> None:
        if cell is None:
            return
        facts = {"written": reference.written, "value": cell.value.text, "where": cell.where}
        same = agrees(reference.written, cell.value)
        if same is None:
            fault(NOT_COMPARED, **facts)
        elif not same:
            fault(DIFFERS, **facts)

    def _printed(
        self, reference: ValueReference, link: FigureLink, cell: Cell, fault: Callable[..., None]
    ) -> str | None:
        written = reference.format
        form = link.asked("format") or ""
        if written:
            try:
                form = self._format(written)
            except UnreadableError as error:
                fault(error.faults[0].code, **{**error.faults[0].facts, "found": written})
                return None
        words = print_cell_value(cell.value, form, self._wording)
        if words is None:
            name = next(each for each in term("figure", "format").choices if each.english == form)
            fault(UNFIT, value=cell.value.text, form=Text(name.vietnamese, name.english))
        elif form == "words" and written:
            return in_case_of(words, written)
        return words


def _as_marked(words: str, path: FieldPath) -> str:
    """Write words so that the grammar of the field reads them as words."""
    inner = next((step for step in reversed(path) if step in _MARKED), None)
    if inner is None:
        return words
    marked = print_inline((Span(SpanKind.TEXT, words),))
    return marked.replace("|", "\\|") if "rows" in path or "columns" in path else marked


def with_tables_of(record: Document, texts: Mapping[str, Any]) -> dict[str, Any]:
    """Put tables that were read in the place of their texts, where these have no references.

    A list of thousands of rows is read once, and numbers given from Python stay what they are.
    """
    found = dict(texts)
    if isinstance(record.tables, Mapping) and isinstance(found.get("tables"), Mapping):
        found["tables"] = {
            name: _read(each, record.tables.get(name)) for name, each in found["tables"].items()
        }
    if isinstance(record.body, RecordBody) and "body" in found:
        found["body"] = _body(found["body"], list(record.body.tables.values()))
    if isinstance(record.appendices, tuple) and isinstance(found.get("appendices"), list):
        found["appendices"] = _appendices(found["appendices"], record.appendices)
    return found


def _appendices(texts: list[Any], appendices: Sequence[Document]) -> list[Any]:
    if len(texts) != len(appendices):
        return texts
    return [
        with_tables_of(one, each) if isinstance(each, Mapping) else each
        for one, each in zip(appendices, texts, strict=True)
    ]


def _body(texts: object, tables: Sequence[Table]) -> object:
    items = texts if isinstance(texts, list) else [texts]
    placed = [item for item in items if isinstance(item, Mapping) and "table" in item]
    if len(placed) != len(tables):
        return texts  # one of them could not be read
    waiting = iter(tables)
    new = [
        {**item, "table": _read(item["table"], next(waiting))}
        if isinstance(item, Mapping) and "table" in item
        else item
        for item in items
    ]
    return new if isinstance(texts, list) else new[0]


def _read(texts: object, table: Table | None) -> object:
    return texts if table is None or _refers(texts) else table


def _refers(tree: object) -> bool:
    """Tell whether a text of a tree has a reference."""
    if isinstance(tree, str):
        return bool(references(tree))
    if isinstance(tree, Mapping):
        return any(_refers(each) for each in tree.values())
    return isinstance(tree, list | tuple) and any(_refers(each) for each in tree)

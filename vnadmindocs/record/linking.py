"""Figures that texts repeat: references are resolved before the fields of a record are read.

Texts as written, with references, and the names the record declares -> texts with the values in
them, findings at the references, and where each word comes from. Only a record that declares
names is looked at; everywhere else such text is text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from vnadmindocs.diagnostics import Diagnostic
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.number_words import OF_THE_STATE, Wording
from vnadmindocs.language.text import closest, fold
from vnadmindocs.notation.cell_value import agrees, print_cell_value
from vnadmindocs.notation.value_format import parse_format
from vnadmindocs.notation.value_reference import ValueReference, references
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.cell_lookup import Cell, find_cell
from vnadmindocs.record.data_fields import NAME as DATA_FIELDS
from vnadmindocs.record.document import Document
from vnadmindocs.record.fields import State, nearest
from vnadmindocs.record.figure_link import FigureLink
from vnadmindocs.record.form_grammars import texts_of_form
from vnadmindocs.record.placing import placed
from vnadmindocs.record.positions import FieldPath
from vnadmindocs.record.reader import Source
from vnadmindocs.record.substitution import broken, substituted
from vnadmindocs.record.tables import Table
from vnadmindocs.record.value_formats import no_such_format

UNDECLARED = "FIG002"
DIFFERS = "FIG007"
UNFIT = "FIG008"
NOT_COMPARED = "FIG009"
UNUSED = "FIG012"

_FIELD, _INSIDE = "figures", "appendices"
# A figure may stand in a table that repeats another's, and so on; no paper has longer chains.
_ROUNDS = 8


def linked(
    data: Mapping[str, Any],
    source: Source | None,
    read: Callable[[Mapping[str, Any]], Document],
    *,
    filled: bool = False,
) -> tuple[Mapping[str, Any], list[Diagnostic]]:
    """Put the figures a record declares into its texts.

    Args:
        data: what is written, under English names.
        source: where it stands; None for a record built in Python.
        read: reads such a mapping, with a gap for whatever cannot be read.
        filled: it is a form with the values of a row; what is broken in it, or never used, is said
            of the form.

    Returns:
        What is to be read in its place, and the findings; the source then knows what moved.
    """
    record = read(_without_words(data))
    wording = record.number_reading
    work = _Work(wording if isinstance(wording, Wording) else OF_THE_STATE, _fields(data))
    for _ in range(_ROUNDS):
        before = len(work.cells)
        faults = work.look_up(record)
        if len(work.cells) == before or not faults:
            break
        # A cell that waits for another's value is read once that one is known.
        record = read(substituted(with_tables_of(record, data), work.silent, _is_declaration)[0])
    texts, moves = substituted(with_tables_of(record, data), work.put, _is_declaration)
    if not filled:
        # Of a form, what opens as a reference and is none is said where its fields are judged.
        opened = [] if DATA_FIELDS in data else list(work.broken(data))
        faults += opened or work.unused()
    found = placed([*faults, *work.faults], source)
    if source is not None:
        source.positions.linked(moves)
    return texts, found


def _without_words(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave out bodies of words alone: the cells of a record are looked for in its tables."""
    found = dict(data)
    body = found.get("body")
    if isinstance(body, str) and "{" not in body and body.strip():
        found["body"] = State.GAP
    inside = found.get(_INSIDE)
    if isinstance(inside, list | tuple):
        found[_INSIDE] = [
            _without_words(each) if isinstance(each, Mapping) else each for each in inside
        ]
    return found


def _fields(data: Mapping[str, Any]) -> frozenset[str]:
    """Give the names of the columns that a form takes values from."""
    fields = data.get(DATA_FIELDS)
    return frozenset(map(fold, fields)) if isinstance(fields, Mapping) else frozenset()


def _is_declaration(path: FieldPath) -> bool:
    return path[-1] == _FIELD and (len(path) == 1 or path[-3:-2] == (_INSIDE,))


class _Work:
    """The names of a record while its references are resolved.

    Attributes:
        cells: what was found, by the path of the record that declares it and its folded name.
        faults: what was found wrong with references.
    """

    def __init__(self, wording: Wording, fields: frozenset[str]) -> None:
        self.cells: dict[tuple[FieldPath, str], Cell] = {}
        self.faults: list[Fault] = []
        self._used: set[tuple[FieldPath, str]] = set()
        self._links: dict[FieldPath, dict[str, tuple[str, FigureLink]]] = {}
        self._wording = wording
        self._fields = fields

    def look_up(self, record: Document, path: FieldPath = ()) -> list[Fault]:
        """Find the cells that are still unknown; the faults of those that cannot be found."""
        faults: list[Fault] = []
        links = record.figures if isinstance(record.figures, Mapping) else {}
        if links:
            self._links[path] = {fold(name): (name, link) for name, link in links.items()}
        for name, link in links.items():
            key = path, fold(name)
            if key in self.cells:
                continue
            try:
                self.cells[key] = find_cell(record, link)
            except UnreadableError as error:
                faults += [fault.under(*path, _FIELD, name) for fault in error.faults]
        if isinstance(record.appendices, tuple):
            for index, appendix in enumerate(record.appendices):
                faults += self.look_up(appendix, (*path, _INSIDE, index))
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

        scopes = [self._links[home] for home in _homes(path) if home in self._links]
        if not scopes:
            return None  # no record around declares any: it is text
        home = next((at for at in _homes(path) if reference.key in self._links.get(at, {})), None)
        if home is None and reference.key in self._fields:
            return None  # it waits for a row of the list
        if home is None:
            declared = [name for scope in scopes for name, _ in scope.values()]
            near = nearest(closest(reference.name, declared))
            names = ", ".join(f"«{name}»" for name in declared)
            fault(UNDECLARED, name=reference.name, names=names, near=near)
            return None
        self._used.add((home, reference.key))
        cell = self.cells.get((home, reference.key))
        if reference.written:
            self._compare(reference, cell, fault)
            return reference.written
        if cell is None:
            return None  # what keeps it from being found is said where it is declared
        link = self._links[home][reference.key][1]
        return self._printed(reference, link, cell, fault)

    def broken(self, data: Mapping[str, Any]) -> Iterator[Fault]:
        """Find what opens as a reference and is none, where names are declared."""
        for path, text, _ in texts_of_form(data):
            if _FIELD not in path and any(home in self._links for home in _homes(path)):
                yield from broken(path, text)

    def unused(self) -> Iterator[Fault]:
        """Find names that no text refers to; an undeclared one may be meant for them."""
        if any(fault.code == UNDECLARED for fault in self.faults):
            return
        for home, links in self._links.items():
            for key, (name, _) in links.items():
                if (home, key) in self.cells and (home, key) not in self._used:
                    path = (*home, _FIELD, name)
                    yield Fault(UNUSED, facts={"name": name}, path=path, of_key=True)

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
        written = reference.format or link.asked("format") or ""
        form = parse_format(written)
        if isinstance(form, str):
            unknown = no_such_format(form)
            fault(unknown.code, **{**unknown.facts, "found": form})
            return None
        words = print_cell_value(cell.value, form, self._wording)
        if words is None:
            fault(UNFIT, value=cell.value.text, form=written)
        return words


def _homes(path: FieldPath) -> Iterator[FieldPath]:
    """Give the records around a text by their paths, the innermost first."""
    for end in range(len(path) - 1, 1, -1):
        if path[end - 2] == _INSIDE and isinstance(path[end - 1], int):
            yield path[:end]
    yield ()


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
    return texts if table is None or refers(texts) else table


def refers(tree: object) -> bool:
    """Tell whether a text of a tree has a reference."""
    if isinstance(tree, str):
        return bool(references(tree))
    if isinstance(tree, Mapping):
        return any(refers(each) for each in tree.values())
    return isinstance(tree, list | tuple) and any(refers(each) for each in tree)

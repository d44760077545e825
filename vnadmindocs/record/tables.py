"""Bảng: columns declared once, rows typed in the record or taken from a data file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any, ClassVar

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.numerals import from_roman
from vnadmindocs.language.text import fold
from vnadmindocs.notation.cell import cell_faults
from vnadmindocs.notation.inline import SpanKind, parse_inline
from vnadmindocs.notation.table import (
    GridCell,
    TableRows,
    merged_rows,
    parse_row_lists,
    parse_rows,
    split_cells,
)
from vnadmindocs.record.data_file import DataFile, Selection, read_data_file
from vnadmindocs.record.fields import (
    Line,
    Lines,
    Reads,
    RecordModel,
    State,
    TextInput,
    TextsInput,
    choice_reader,
    in_context,
    nested,
    nested_by_name,
    read_items,
    text_of,
    texts_of,
)
from vnadmindocs.record.images import Millimetres
from vnadmindocs.record.model import Reading
from vnadmindocs.terms import term
from vnadmindocs.values import dataclass

# What of a workbook is read, in the order of ``Selection``.
_SELECTING = ("sheet", "range", "excel_table")
# Stands for a data file that was named and could not be read.
_UNREADABLE = "unreadable"
_ROMAN_GROUPS = frozenset({"so_la_ma", "la_ma", "roman", "roman_numerals"})


@dataclass(frozen=True, slots=True)
class GroupRows:
    """Which rows are group rows: those whose first cell is a Roman numeral, or is listed."""

    words: str
    roman: bool
    labels: frozenset[str] = frozenset()

    def include(self, first_cell: str) -> bool:
        """Tell whether a row with this first cell is a group row."""
        label = first_cell.strip().strip("*").rstrip(".")
        return (self.roman and from_roman(label) is not None) or label in self.labels


def _read_groups(value: object) -> GroupRows:
    if isinstance(value, GroupRows):
        return value
    written = text_of(value)
    if fold(written) in _ROMAN_GROUPS:
        return GroupRows(written, roman=True)
    return GroupRows(written, roman=False, labels=frozenset(split_cells(written)))


def _read_kind(value: object) -> str:
    kind = choice_reader("column", "kind")(value)
    if kind != "text":
        names = {choice.english: choice.vietnamese for choice in term("column", "kind").choices}
        raise UnreadableError(Fault("TAB024", facts={"found": names[kind]}))
    return kind


class Column(RecordModel):
    """A column of a table.

    ``width`` in mm; None leaves it to layout. ``kind`` is ``text``; other kinds are refused.
    """

    vocabulary: ClassVar[str] = "column"

    name: Lines = None
    kind: Annotated[str | State | None, Reads(_read_kind, TextInput)] = None
    unit: Line = None
    width: Millimetres = None
    align: Annotated[
        str | State | None,
        Reads(choice_reader("column", "align"), TextInput),
    ] = None

    @property
    def heading(self) -> str:
        """The printed name, with the unit under it in brackets where there is one."""
        name = self.name if isinstance(self.name, str) else ""
        unit = f"({self.unit})" if isinstance(self.unit, str) else ""
        return "\n".join(part for part in (name, unit) if part)


def _read_columns(value: object, context: object) -> tuple[Column, ...]:
    if isinstance(value, str):
        lines = [line for line in text_of(value).split("\n") if line.strip()]
        if len(lines) == 1:
            return tuple(Column(name=name.replace("\\n", "\n")) for name in split_cells(lines[0]))
        return tuple(Column(name=line.strip().removeprefix("- ")) for line in lines)
    if not isinstance(value, list | tuple):
        return (nested(Column, value, context),)
    return read_items(value, lambda each: _read_column(each, context))


def _read_column(value: object, context: object) -> Column:
    if isinstance(value, Mapping | Column):
        return nested(Column, value, context)
    return Column(name=text_of(value))


def columns_in_one_line(columns: Sequence[Column]) -> str | None:
    """Write columns as one line of names; None when they hold more, or their names need a list."""
    names = [column.name if isinstance(column.name, str) else "" for column in columns]
    line = " | ".join(name.replace("|", "\\|").replace("\n", "\\n") for name in names)
    return line if line and Table(columns=line).columns == tuple(columns) else None


def _read_data(value: object, info: Reading) -> DataFile:
    asked = {name: text for name in _SELECTING if isinstance(text := info.data.get(name), str)}
    selection = Selection(*(asked.get(name, "") for name in _SELECTING))
    data = read_data_file(value, info.context, selection)
    if asked and not data.sheet:
        raise UnreadableError(Fault("TAB043", facts={"found": data.written}))
    columns = info.data.get("columns")
    count = len(columns) if isinstance(columns, tuple) else len(data.rows[0])
    if data.sheet and len(data.rows[0]) != count:
        facts = {
            "found": data.written,
            "sheet": data.sheet,
            "count": len(data.rows[0]),
            "expected": count,
        }
        raise UnreadableError(Fault("TAB044", facts=facts))
    faults = [
        Fault(
            "TAB027",
            facts={"found": data.written, "line": line, "count": len(row), "expected": count},
        )
        for row, line in zip(data.rows, data.lines, strict=True)
        if len(row) != count
    ]
    if faults:
        raise UnreadableError(*faults)
    return data


def _read_rows(value: object, info: Reading) -> TableRows:
    if isinstance(value, TableRows):
        return value
    columns = info.data.get("columns")
    if isinstance(info.data.get("data", _UNREADABLE), DataFile | str):
        raise UnreadableError(Fault("TAB026", of_key=True))
    if "columns" in info.data and not isinstance(columns, tuple):
        raise UnreadableError(Fault("TAB025", of_key=True))
    count = len(columns) if isinstance(columns, tuple) else None
    if isinstance(value, str):
        return parse_rows(text_of(value), count)
    if not isinstance(value, list | tuple):
        raise UnreadableError(Fault("SCH021", facts={"found": type(value).__name__}))
    read = parse_row_lists(_rows(value), count)
    faults = tuple(replace(fault, path=(fault.line,), line=0) for fault in read.faults)
    return replace(read, faults=faults, listed=True)


def _rows(value: Sequence[object]) -> list[str | list[str]]:
    rows: list[str | list[str]] = []
    faults: list[Fault] = []
    for index, row in enumerate(value):
        try:
            if isinstance(row, list | tuple):
                rows.append([text for text, _ in texts_of(row)])
            else:
                rows.append(text_of(row))
        except UnreadableError as error:
            faults.extend(fault.under(index) for fault in error.faults)
    if faults:
        raise UnreadableError(*faults)
    return rows


def _borders(value: Any) -> Any:
    if value is None or value is State.GAP or value == "":
        return None
    return "no" if value is State.OMITTED else choice_reader("table", "borders")(value)


class Table(RecordModel):
    """A table of the body.

    Attributes:
        columns: None takes the first row of the data file as names.
        sheet, range, excel_table: what of a workbook is read; None where it is left open.
        group_rows: rows printed bold over the full width.
        note: an italic full-width row at the end.
        borders: ``no`` draws no lines, for blocks side by side; None draws them.
    """

    vocabulary: ClassVar[str] = "table"

    columns: Annotated[
        tuple[Column, ...] | State | None,
        in_context(_read_columns, TextInput | list[TextInput | Column]),
    ] = None
    sheet: Line = None
    range: Line = None
    excel_table: Line = None
    data: Annotated[
        DataFile | State | None,
        Reads(_read_data, TextInput, with_info=True),
    ] = None
    rows: Annotated[
        TableRows | State | None,
        Reads(_read_rows, TextInput | list[TextInput | list[TextInput]], with_info=True),
    ] = None
    group_rows: Annotated[
        GroupRows | State | None,
        Reads(_read_groups, TextsInput),
    ] = None
    note: Lines = None
    borders: Annotated[str | None, Reads(_borders, TextInput, keeps_states=False)] = None

    @property
    def headings(self) -> tuple[str, ...]:
        """The printed names of the columns; empty when none has a name."""
        if isinstance(self.columns, tuple):
            names = tuple(column.heading for column in self.columns)
            return names if any(names) else ()
        return self.data.rows[0] if isinstance(self.data, DataFile) else ()

    @property
    def grid(self) -> TableRows:
        """The rows below the names: typed ones, or those of the data file as literal cells."""
        if isinstance(self.rows, TableRows):
            return self.rows
        if not isinstance(self.data, DataFile):
            return TableRows(len(self.headings), ())
        rows, merges = self.data.rows, self.data.merges
        head = self.heads
        grid = parse_row_lists(rows[head:], len(rows[0]), literal=True)
        if not merges:
            return grid
        below = [each for each in merges if each.row >= head]
        areas = [(each.row - head, each.column, each.rows, each.columns) for each in below]
        return merged_rows(grid, areas)

    @property
    def heads(self) -> int:
        """How many rows of the data file are names of columns: 1 or 0."""
        if not isinstance(self.data, DataFile):
            return 0
        return int(not isinstance(self.columns, tuple) or self._named_alike(self.data.rows[0]))

    @property
    def literal(self) -> bool:
        """Whether cells are printed letter for letter: those of a file are no body grammar."""
        return isinstance(self.data, DataFile)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What the rows have to report."""
        if isinstance(self.data, DataFile):
            return tuple(fault.under("data") for fault in self.data.faults)
        rows = self.rows
        if not isinstance(rows, TableRows):
            return ()
        return tuple(fault.under("rows") for fault in (*rows.faults, *cell_faults(rows)))

    @property
    def footnote_references(self) -> tuple[str, ...]:
        """Names of the footnotes that typed cells and typed names of columns refer to."""
        texts = list(self.headings) if isinstance(self.columns, tuple) else []
        if not self.literal:
            texts += [cell.text for row in self.grid.rows for cell in row]
        return tuple(
            span.text
            for text in texts
            if "[^" in text
            for span in parse_inline(text)
            if span.kind is SpanKind.FOOTNOTE
        )

    def _named_alike(self, row: Sequence[str]) -> bool:
        names = [column.name for column in self.columns] if isinstance(self.columns, tuple) else []
        return [fold(str(name)) for name in names] == [fold(cell) for cell in row]


TablesField = Annotated[
    Mapping[str, Table] | State | None,
    in_context(lambda value, context: nested_by_name(Table, value, context), dict[str, Table]),
]

__all__ = ["Column", "GridCell", "GroupRows", "Table", "TablesField"]

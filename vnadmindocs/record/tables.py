"""Bảng: columns declared once, rows typed in the record or taken from a data file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

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
from vnadmindocs.record.column import Column, Names, choice, yes_or_no
from vnadmindocs.record.data_file import DataFile, Selection, read_data_file
from vnadmindocs.record.fields import (
    Line,
    Lines,
    Reads,
    RecordModel,
    State,
    TextInput,
    TextsInput,
    in_context,
    nested,
    nested_by_name,
    read_items,
    text_of,
    texts_of,
)
from vnadmindocs.record.model import Reading
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.notation.date import PartialDate
    from vnadmindocs.notation.figure import Figure
    from vnadmindocs.record.figures import Figures
    from vnadmindocs.record.given_rows import GivenRows

# What of a workbook is read, in the order of ``Selection``.
_SELECTING = ("sheet", "range", "excel_table")
# Stands for a data file that was named and could not be read.
_UNREADABLE = "unreadable"
_ROMAN_GROUPS = frozenset({"so_la_ma", "la_ma", "roman", "roman_numerals"})
_ARABIC_GROUPS = frozenset({"so_a_rap", "a_rap", "arabic", "arabic_numerals"})


@dataclass(frozen=True, slots=True)
class GroupRows:
    """Which rows are group rows: those whose first cell is a numeral, or is listed."""

    words: str
    roman: bool
    labels: frozenset[str] = frozenset()
    arabic: bool = False

    def include(self, first_cell: str) -> bool:
        """Tell whether a row with this first cell is a group row."""
        label = first_cell.strip().strip("*").rstrip(".")
        if self.arabic and label.isdecimal():
            return True
        return (self.roman and from_roman(label) is not None) or label in self.labels


def _read_groups(value: object) -> GroupRows:
    if isinstance(value, GroupRows):
        return value
    written = text_of(value)
    names = split_cells(written)
    folded = [fold(name) for name in names]
    labels = [
        name
        for name, each in zip(names, folded, strict=True)
        if each not in _ROMAN_GROUPS and each not in _ARABIC_GROUPS
    ]
    return GroupRows(
        written,
        roman=not _ROMAN_GROUPS.isdisjoint(folded),
        labels=frozenset(labels),
        arabic=not _ARABIC_GROUPS.isdisjoint(folded),
    )


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


def _read_given(given: GivenRows, columns: object) -> TableRows:
    """Read rows from Python; their numbers and dates stay what they are."""
    from vnadmindocs.record.given_rows import cell_of

    declared = columns if isinstance(columns, tuple) else ()
    names = [column.name if isinstance(column.name, str) else "" for column in declared]
    texts: list[str | list[str]] = []
    typed: dict[tuple[int, int], Figure | PartialDate] = {}
    for at, row in enumerate(given.for_columns(names)):
        if isinstance(row, str):
            texts.append(row)
            continue
        cells = [cell_of(value, literal=given.names is not None) for value in row]
        texts.append([text for text, _ in cells])
        typed.update({(at, i): value for i, (_, value) in enumerate(cells) if value is not None})
    read = parse_row_lists(texts, len(declared) if declared else None)
    faults = tuple(replace(fault, path=(fault.line,), line=0) for fault in read.faults)
    return replace(read, faults=faults, listed=True, typed=typed)


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
    from vnadmindocs.record.given_rows import GivenRows

    if isinstance(value, GivenRows):
        return _read_given(value, columns)
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


class Table(RecordModel):
    """A table of the body.

    Attributes:
        columns: None takes the first row of the data file as names.
        sheet, range, excel_table: what of a workbook is read; None where it is left open.
        group_rows: rows printed bold over the full width.
        group_totals: ``computed`` fills in the empty figures of group rows; given ones are
            checked in any case.
        total_rows: the words of rows of totals; a row with the first of them is added where there
            is none.
        number_writing: how figures are written; None: they are read where Vietnamese is the only
            way to read them.
        zero: ``dash`` prints ``-``.
        note: an italic full-width row at the end.
        borders: ``no`` draws no lines, for blocks side by side; None draws them.
    """

    # What was reckoned, beside the fields: no part of what was written.
    __slots__ = ("_figures",)
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
    group_totals: Annotated[str | State | None, choice("table", "group_totals")] = None
    total_rows: Names = None
    number_writing: Annotated[str | State | None, choice("table", "number_writing")] = None
    zero: Annotated[str | State | None, choice("table", "zero")] = None
    note: Lines = None
    borders: Annotated[str | None, yes_or_no("table", "borders")] = None

    def _fill(self, values: Mapping[str, Any], context: Any) -> None:
        rows = values.get("rows")
        if rows is not None and not isinstance(rows, str | State | TableRows):
            from vnadmindocs.record.given_rows import given_rows

            given = given_rows(rows, mappings=context is None)
            if given is not None:
                values = {**values, "rows": given}
                if given.names and values.get("columns") is None:
                    values["columns"] = list(given.names)
        super()._fill(values, context)

    @property
    def headings(self) -> tuple[str, ...]:
        """The printed names of the columns; empty when none has a name."""
        if isinstance(self.columns, tuple):
            names = tuple(column.heading for column in self.columns)
            return names if any(names) else ()
        return self.data.rows[0] if isinstance(self.data, DataFile) else ()

    @property
    def figures(self) -> Figures:
        """The rows with their figures as they are printed, and what is wrong with them."""
        found: Figures | None = getattr(self, "_figures", None)
        if found is None:
            # Loaded by the tables that have columns of a kind.
            from vnadmindocs.record.figures import figures_of

            found = figures_of(self)
            object.__setattr__(self, "_figures", found)
        return found

    @property
    def has_figures(self) -> bool:
        """Whether a column is of a kind that is read."""
        columns = self.columns
        return isinstance(columns, tuple) and any(
            each.is_literal or each.total_of is not None or each.share_of is not None
            for each in columns
        )

    @property
    def grid(self) -> TableRows:
        """The rows below the names, with figures as they are printed."""
        return self.figures.grid if self.has_figures else self.cells

    @property
    def total_indexes(self) -> frozenset[int]:
        """Which rows of the grid are rows of totals."""
        return self.figures.totals if self.has_figures else frozenset()

    @property
    def cells(self) -> TableRows:
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
        found: list[Fault] = []
        rows = self.rows
        if isinstance(self.data, DataFile):
            found += [fault.under("data") for fault in self.data.faults]
        elif isinstance(rows, TableRows):
            marks = cell_faults(rows, self.literal_columns)
            found += [fault.under("rows") for fault in (*rows.faults, *marks)]
        if self.has_figures:
            found += self.figures.faults
        for name in ("total_rows", "group_totals"):
            if isinstance(getattr(self, name), str | tuple) and not self._has_numbers:
                found.append(Fault("TAB054", path=(name,), of_key=True))
        return tuple(found)

    @property
    def literal_columns(self) -> frozenset[int]:
        """The columns whose cells are printed letter for letter: numbers, dates, counters."""
        if not isinstance(self.columns, tuple):
            return frozenset()
        return frozenset(i for i, column in enumerate(self.columns) if column.is_literal)

    @property
    def footnote_references(self) -> tuple[str, ...]:
        """Names of the footnotes that typed cells and typed names of columns refer to."""
        texts = list(self.headings) if isinstance(self.columns, tuple) else []
        if not self.literal:
            literal = self.literal_columns
            texts += [
                cell.text for row in self.cells.rows for cell in row if cell.column not in literal
            ]
        return tuple(
            span.text
            for text in texts
            if "[^" in text
            for span in parse_inline(text)
            if span.kind is SpanKind.FOOTNOTE
        )

    @property
    def _has_numbers(self) -> bool:
        columns = self.columns
        return isinstance(columns, tuple) and any(each.is_number for each in columns)

    def _named_alike(self, row: Sequence[str]) -> bool:
        names = [column.name for column in self.columns] if isinstance(self.columns, tuple) else []
        return [fold(str(name)) for name in names] == [fold(cell) for cell in row]


TablesField = Annotated[
    Mapping[str, Table] | State | None,
    in_context(lambda value, context: nested_by_name(Table, value, context), dict[str, Table]),
]

__all__ = ["Column", "GridCell", "GroupRows", "Table", "TablesField"]

"""Bảng: columns declared once, rows typed in the record or taken from a data file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.text import fold
from vnadmindocs.notation.cell import cell_faults
from vnadmindocs.notation.inline import SpanKind, parse_inline
from vnadmindocs.notation.table import GridCell, TableRows, merged_rows, parse_row_lists
from vnadmindocs.record.column import (
    Column,
    Leaf,
    Names,
    choice,
    counted_column,
    leaves_of,
    read_columns,
    yes_or_no,
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
    in_context,
    line_of,
    nested_by_name,
)
from vnadmindocs.record.group_rows import GroupRows, read_groups
from vnadmindocs.record.model import Reading
from vnadmindocs.record.table_head import (
    ColumnNumbers,
    Head,
    head_of,
    heads_of_file,
    no_rows,
    numbers_fault,
    other_names,
    read_column_numbers,
    read_header_rows,
)
from vnadmindocs.record.table_rows import rows_from_python, typed_rows

if TYPE_CHECKING:
    from vnadmindocs.record.figures import Figures

# What of a workbook is read, in the order of ``Selection``.
_SELECTING = ("sheet", "range", "excel_table")
# Stands for a data file that was named and could not be read.
_UNREADABLE = "unreadable"
_MADE = "yes"  # «bằng chữ: có»
_YES = frozenset({"co", "yes"})


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
    leaves = leaves_of(columns) if isinstance(columns, tuple) else ()
    declared = len(leaves) or _columns_of_header(info) or 0
    counted = counted_column(leaves)
    data = data.without_empty_end(declared, counted is not None)
    count = declared or len(data.rows[0])
    if counted is not None and all(len(row) == count - 1 for row in data.rows):
        data = data.with_column(counted)
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
    has_head = isinstance(columns, tuple) or _columns_of_header(info) is not None
    if "columns" in info.data and not has_head:
        raise UnreadableError(Fault("TAB025", of_key=True))
    leaves = leaves_of(columns) if isinstance(columns, tuple) else ()
    from vnadmindocs.record.given_rows import GivenRows

    if isinstance(value, GivenRows):
        names = [leaf.column.name for leaf in leaves]
        words = [name if isinstance(name, str) else "" for name in names]
        return rows_from_python(value, words, counted_column(leaves))
    return typed_rows(value, len(leaves) or _columns_of_header(info))


def _read_header(value: object, info: Reading) -> TableRows:
    if isinstance(value, TableRows):
        return value
    columns = info.data.get("columns")
    return typed_rows(value, len(leaves_of(columns)) if isinstance(columns, tuple) else None)


def _columns_of_header(info: Reading) -> int | None:
    header = info.data.get("header")
    return header.columns if isinstance(header, TableRows) else None


def _read_in_words(value: object) -> str:
    written = line_of(value)
    return _MADE if fold(written) in _YES else written


class Table(RecordModel):
    """A table of the body.

    Attributes:
        columns: None takes the first row of the data file as names.
        header: rows of names over the columns, in place of their own.
        header_rows: how many rows of the data file are names of columns; None finds them.
        column_numbers: a row of numbers under the names.
        unit: the unit of all figures, printed above the table.
        sheet, range, excel_table: what of a workbook is read; None where it is left open.
        group_rows: rows printed bold over the full width.
        group_totals: ``computed`` fills in the empty figures of group rows; given ones are
            checked in any case.
        closing_rows: the words of rows that close a group with its sum.
        total_place: where a row of totals is added; None is ``bottom``.
        total_rows: the words of rows of totals; a row with the first of them is added where there
            is none.
        number_writing: how figures are written; None: they are read where Vietnamese is the only
            way to read them.
        zero: ``dash`` prints ``-``.
        in_words: ``yes`` prints the total in words under the table, and so does the heading of a
            column; other words are printed as they stand and held against the total.
        note: an italic full-width row at the end.
        borders: ``no`` draws no lines, for blocks side by side; None draws them.
    """

    # What was reckoned, beside the fields: no part of what was written.
    __slots__ = ("_figures",)
    vocabulary: ClassVar[str] = "table"

    columns: Annotated[
        tuple[Column, ...] | State | None,
        in_context(read_columns, TextInput | list[TextInput | Column]),
    ] = None
    header: Annotated[
        TableRows | State | None,
        Reads(_read_header, TextInput | list[TextInput | list[TextInput]], with_info=True),
    ] = None
    header_rows: Annotated[int | State | None, Reads(read_header_rows, TextInput)] = None
    column_numbers: Annotated[
        ColumnNumbers | State | None,
        Reads(read_column_numbers, TextInput),
    ] = None
    unit: Line = None
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
        Reads(read_groups, TextsInput),
    ] = None
    group_totals: Annotated[str | State | None, choice("table", "group_totals")] = None
    closing_rows: Names = None
    total_rows: Names = None
    total_place: Annotated[str | State | None, choice("table", "total_place")] = None
    number_writing: Annotated[str | State | None, choice("table", "number_writing")] = None
    zero: Annotated[str | State | None, choice("table", "zero")] = None
    in_words: Annotated[str | State | None, Reads(_read_in_words, TextInput)] = None
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
    def leaves(self) -> tuple[Leaf, ...]:
        """The declared columns that hold cells; () where none are declared."""
        return leaves_of(self.columns) if isinstance(self.columns, tuple) else ()

    @property
    def head(self) -> Head:
        """The rows of names over the columns."""
        return head_of(self, self.leaves)

    @property
    def headings(self) -> tuple[str, ...]:
        """The words of the head, row by row; empty when no column has a name."""
        return tuple(cell.text for row in self.head.grid.rows for cell in row)

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
        return any(
            each.is_literal or each.total_of is not None or each.share_of is not None
            for leaf in self.leaves
            for each in (leaf.column,)
        )

    @property
    def grid(self) -> TableRows:
        """The rows below the names, with figures as they are printed."""
        return self.figures.grid if self.has_figures else self.cells

    @property
    def total_indexes(self) -> frozenset[int]:
        """Which rows of the grid are sums of others."""
        return self.figures.totals if self.has_figures else frozenset()

    @property
    def group_indexes(self) -> frozenset[int]:
        """Which rows of the grid are group rows."""
        groups = self.group_rows
        if not isinstance(groups, GroupRows):
            return frozenset()
        if self.has_figures:
            return self.figures.groups
        return frozenset(at for at, row in enumerate(self.cells.rows) if groups.head(row))

    @property
    def cells(self) -> TableRows:
        """The rows below the names: typed ones, or those of the data file as literal cells."""
        if isinstance(self.rows, TableRows):
            return self.rows
        if not isinstance(self.data, DataFile):
            return TableRows(len(self.leaves) or self.head.grid.columns, ())
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
        """How many rows of the data file are names of columns."""
        data = self.data
        return heads_of_file(self, data, self.leaves) if isinstance(data, DataFile) else 0

    @property
    def literal(self) -> bool:
        """Whether cells are printed letter for letter: those of a file are no body grammar."""
        return isinstance(self.data, DataFile)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What the rows have to report."""
        found: list[Fault] = []
        rows = self.rows
        if isinstance(self.header, TableRows):
            marks = cell_faults(self.header)
            found += [fault.under("header") for fault in (*self.header.faults, *marks)]
        if isinstance(self.header_rows, int) and not isinstance(self.data, DataFile):
            found.append(Fault("TAB072", path=("header_rows",), of_key=True))
        if isinstance(self.data, DataFile):
            found += other_names(self, self.data, self.leaves)
            found += no_rows(self, self.data, self.leaves)
        if isinstance(self.column_numbers, ColumnNumbers):
            fault = numbers_fault(self.column_numbers, self.head.grid.columns)
            found += [fault] if fault is not None else []
        if isinstance(self.data, DataFile):
            found += [fault.under("data") for fault in self.data.faults]
        elif isinstance(rows, TableRows):
            marks = cell_faults(rows, self.literal_columns)
            found += [fault.under("rows") for fault in (*rows.faults, *marks)]
        if self.has_figures:
            found += self.figures.faults
        for name in ("total_rows", "closing_rows", "group_totals", "in_words"):
            if isinstance(getattr(self, name), str | tuple) and not self._has_numbers:
                found.append(Fault("TAB054", path=(name,), of_key=True))
        return tuple(found)

    @property
    def literal_columns(self) -> frozenset[int]:
        """The columns whose cells are printed letter for letter: numbers, dates, counters."""
        return frozenset(i for i, leaf in enumerate(self.leaves) if leaf.column.is_literal)

    @property
    def footnote_references(self) -> tuple[str, ...]:
        """Names of the footnotes that typed cells and typed names of columns refer to."""
        texts = list(self.headings) if self.head.typed else []
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
        return any(leaf.column.is_number for leaf in self.leaves)


TablesField = Annotated[
    Mapping[str, Table] | State | None,
    in_context(lambda value, context: nested_by_name(Table, value, context), dict[str, Table]),
]

__all__ = ["Column", "GridCell", "GroupRows", "Table", "TablesField"]

"""Đầu bảng: the rows of names over the columns, with their spans.

They are made of the columns that are declared, typed as rows (``<`` and ``^`` merge), or the first
rows of the data file, with the merges of the workbook; a row of column numbers may end them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.text import fold
from vnadmindocs.notation.table import (
    GridCell,
    TableRows,
    merged_rows,
    parse_row_lists,
    split_cells,
)
from vnadmindocs.record.column import Leaf
from vnadmindocs.record.data_rows import DataFile
from vnadmindocs.record.fields import line_of
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.record.tables import Table

_YES = frozenset({"co", "yes"})
_MOST_ROWS = 20


@dataclass(frozen=True, slots=True)
class ColumnNumbers:
    """The row of column numbers under the names.

    Attributes:
        words: as it stands in the record.
        labels: what stands in each column; () counts ``(1)``, ``(2)`` and on.
    """

    words: str
    labels: tuple[str, ...] = ()


def read_column_numbers(value: object) -> ColumnNumbers:
    """Read «có», or the label of each column split by bars: ``A | B | 1 | 2=3+4``."""
    if isinstance(value, ColumnNumbers):
        return value
    written = line_of(value)
    return ColumnNumbers(written, () if fold(written) in _YES else split_cells(written))


def read_header_rows(value: object) -> int:
    """Read how many rows of the data file are its head.

    Raises:
        UnreadableError: TAB071, no number from 0 to 20.
    """
    written = str(value) if isinstance(value, int) else line_of(value)
    if not written.isdecimal() or int(written) > _MOST_ROWS:
        raise UnreadableError(Fault("TAB071", facts={"found": written, "most": _MOST_ROWS}))
    return int(written)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table.

    Attributes:
        grid: its rows of cells; none where no column has a name.
        names: what each column is called: the lowest words over it.
        typed: its words were typed in the record, and may hold marks and footnotes.
        numbered: its last row numbers the columns.
    """

    grid: TableRows
    names: tuple[str, ...]
    typed: bool = True
    numbered: bool = False


def head_of(table: Table, leaves: Sequence[Leaf]) -> Head:
    """Find the head of a table: typed, declared with the columns, or of the data file."""
    data = table.data if isinstance(table.data, DataFile) else None
    declared = _declared(leaves)
    if isinstance(table.header, TableRows):
        found = Head(table.header, _names(table.header), typed=True)
    elif declared.names or data is None:
        found = declared
    else:
        grid = file_head(data, heads_of_file(table, data, leaves))
        found = Head(grid, _names(grid), typed=False)
    names = tuple(
        str(leaf.column.name) if isinstance(leaf.column.name, str) and leaf.column.name else name
        for leaf, name in zip(leaves, found.names, strict=False)
    )
    return _numbered(replace(found, names=names or found.names), table.column_numbers, len(leaves))


def heads_of_file(table: Table, data: DataFile, leaves: Sequence[Leaf]) -> int:
    """Count the rows of the data file that are names of columns, no rows of the table."""
    if isinstance(table.header_rows, int):
        return min(table.header_rows, len(data.rows))
    # Cells of the first row that reach down are names over the rows below.
    high = max((merge.rows for merge in data.merges if merge.row == 0), default=1)
    high = min(high, len(data.rows))
    named = [leaf.column.name for leaf in leaves]
    if isinstance(table.header, TableRows):
        named = list(_names(table.header))
    if not any(named):
        return high
    of_file = _names(file_head(data, high))
    pairs = enumerate(zip(named, of_file, strict=False))
    alike = all(fold(str(a)) == fold(b) for at, (a, b) in pairs if at != data.added)
    return high if len(named) == len(of_file) and alike else 0


def other_names(table: Table, data: DataFile, leaves: Sequence[Leaf]) -> Iterator[Fault]:
    """Find a file whose first row has names of columns, but others than are declared."""
    if isinstance(table.header_rows, int) or heads_of_file(table, data, leaves):
        return
    named = {fold(name) for leaf in leaves if isinstance(name := leaf.column.name, str)}
    own = [cell for cell in data.rows[0] if cell]
    if len(leaves) == len(data.rows[0]) and any(fold(cell) in named for cell in own):
        facts = {"file": data.written, "found": ", ".join(own)}
        yield Fault("TAB057", facts=facts, path=("data",))


def no_rows(table: Table, data: DataFile, leaves: Sequence[Leaf]) -> Iterator[Fault]:
    """Find a file that has names of columns and nothing under them."""
    if len(data.rows) == heads_of_file(table, data, leaves):
        yield Fault("TAB061", facts={"file": data.written}, path=("data",))


def file_head(data: DataFile, high: int) -> TableRows:
    """Give the first rows of a data file as a grid, merged as in the workbook."""
    rows = data.rows[:high]
    grid = parse_row_lists(rows, len(data.rows[0]), literal=True)
    if data.sheet:
        areas = [
            (each.row, each.column, min(each.rows, high - each.row), each.columns)
            for each in data.merges
            if each.row < high
        ]
    else:
        areas = list(_merges_of_text(rows))
    return merged_rows(grid, areas) if areas else grid


def _merges_of_text(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, int, int]]:
    """Find the cells that were merged before a sheet was saved as CSV, which leaves them empty.

    A name reaches down over cells that are empty to the end of the head, and to the right over
    cells that have names below them.
    """
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            below = rows[at + 1 :]
            if not words or not below:
                continue
            if not any(each[column] for each in below):
                yield at, column, len(rows) - at, 1
                continue
            wide = 1
            for beside in range(column + 1, len(row)):
                if row[beside] or not any(each[beside] for each in below):
                    break
                wide += 1
            if wide > 1:
                yield at, column, 1, wide


def numbers_fault(numbers: ColumnNumbers, columns: int) -> Fault | None:
    """Find labels that are more or fewer than the columns."""
    if not numbers.labels or len(numbers.labels) == columns:
        return None
    facts = {"found": len(numbers.labels), "expected": columns}
    return Fault("TAB073", facts=facts, path=("column_numbers",))


def _declared(leaves: Sequence[Leaf]) -> Head:
    """Make the head of declared columns: each name over the columns that stand under it."""
    if not any(column.heading for leaf in leaves for column in (*leaf.above, leaf.column)):
        return Head(TableRows(len(leaves), ()), ())
    high = 1 + max(len(leaf.above) for leaf in leaves)
    rows: list[list[GridCell]] = [[] for _ in range(high)]
    for index, leaf in enumerate(leaves):
        level = len(leaf.above)
        for at, (over, first) in enumerate(zip(leaf.above, leaf.first, strict=True)):
            if first == index:
                wide = _width(leaves, at, first)
                rows[at].append(GridCell(over.heading, wide, 1, index, at))
        rows[level].append(GridCell(leaf.column.heading, 1, high - level, index, level))
    names = tuple(
        str(leaf.column.name) if isinstance(leaf.column.name, str) else "" for leaf in leaves
    )
    return Head(TableRows(len(leaves), tuple(map(tuple, rows))), names)


def _width(leaves: Sequence[Leaf], level: int, first: int) -> int:
    return sum(len(leaf.first) > level and leaf.first[level] == first for leaf in leaves)


def _names(grid: TableRows) -> tuple[str, ...]:
    """Give the lowest words over each column."""
    names = [""] * grid.columns
    for row in grid.rows:
        for cell in row:
            if cell.text:
                for under in range(cell.column, min(cell.column + cell.columns, grid.columns)):
                    names[under] = cell.text
    return tuple(names)


def _numbered(head: Head, numbers: object, columns: int) -> Head:
    if not isinstance(numbers, ColumnNumbers):
        return head
    grid = head.grid
    count = columns or grid.columns
    at = len(grid.rows)
    row = tuple(_labels(numbers, count, at))
    rows = (*grid.rows, row)
    return replace(head, grid=TableRows(count, rows, grid.faults, grid.listed), numbered=True)


def _labels(numbers: ColumnNumbers, count: int, row: int) -> Iterator[GridCell]:
    for index in range(count):
        if not numbers.labels:
            yield GridCell(f"({index + 1})", column=index, row=row)
        else:
            label = numbers.labels[index] if index < len(numbers.labels) else ""
            yield GridCell(label, column=index, row=row)

"""Figures of a table: cells read by the kind of their column, printed alike, added up and checked.

Table -> its grid as printed, with what was computed filled in, and faults at the cells. Sums are of
the figures as they are printed, exact.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.notation.date import PartialDate, parse_date, source_date
from vnadmindocs.notation.figure import (
    NO_FIGURE,
    Figure,
    Unread,
    parse_figure,
    print_figure,
    rounded,
)
from vnadmindocs.notation.table import GridCell, TableRows
from vnadmindocs.pattern import pattern
from vnadmindocs.record.column import Column
from vnadmindocs.record.data_rows import DataFile
from vnadmindocs.record.figure_rows import RowTree
from vnadmindocs.record.figure_sums import Sums
from vnadmindocs.record.row_labels import RowNumbers
from vnadmindocs.terms import term
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.record.shown_cell import Typed
    from vnadmindocs.record.tables import Table

UNREADABLE = "TAB045"
AMBIGUOUS = "TAB046"

_COUNTER = pattern(r"\(?(?:[IVXLCDM]+|\d+(?:\.\d+)*|[a-zđ]|[A-ZĐ])[.)]?|[-–+*]|")


_DASHES = frozenset("-–+*")


@dataclass(frozen=True, slots=True)
class Figures:
    """A table with its figures.

    Attributes:
        grid: the cells as they are printed.
        totals: which rows are sums of others: rows of totals, and those that close a group.
        groups: which rows are group rows.
        faults: what is wrong, with paths from the table.
    """

    grid: TableRows
    totals: frozenset[int]
    groups: frozenset[int]
    faults: tuple[Fault, ...]


def figures_of(table: Table) -> Figures:
    """Read, compute and check the figures of a table."""
    return Reader(table).figures()


class Reader:
    """A table while its figures are read.

    Attributes:
        columns: the columns of the table that hold cells.
        leaves: where each of them is declared.
        names: what each of them is called.
        rows: its cells as they are printed.
        tree: how its rows stand under each other.
        group_totals: ``computed`` fills in the empty figures of group rows.
        values: of each column of numbers its number in each row; None where there is none.
        unread: places whose cell could not be read, by row and column.
        computed: places that were filled in; what they disagree with is reported elsewhere.
        faults: what was found.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self.leaves = table.leaves
        self.columns = tuple(leaf.column for leaf in self.leaves)
        self.names = table.head.names
        self._data = table.data if isinstance(table.data, DataFile) else None
        self._heads = table.heads
        self._grid = table.cells
        self.rows = [list(row) for row in self._grid.rows]
        self.values: dict[int, list[Decimal | None]] = {}
        self.group_totals = table.group_totals
        self.unread: set[tuple[int, int]] = set()
        self.computed: set[tuple[int, int]] = set()
        self.faults: list[Fault] = []
        self.tree = RowTree.of(table, self.rows)

    def figures(self) -> Figures:
        """Read every cell, then add up."""
        for index, column in enumerate(self.columns):
            if column.is_number:
                self._read_numbers(index, column)
            elif column.kind == "date":
                self._read_dates(index)
            elif column.kind == "ordinal":
                self._read_counters(index)
        self.faults += self.tree.faults(self.fault)
        if self.tree.added:
            self._add_row(self.tree.added)
        Sums(self).reckon()
        for index, column in enumerate(self.columns):
            if column.kind == "ordinal" and isinstance(column.numbering, str):
                self._number_rows(index, through=column.numbering == "through")
        return self._made()

    def _made(self) -> Figures:
        """Give what was found; a row that was added stands where it is wanted."""
        tree, rows = self.tree, list(map(tuple, self.rows))
        totals, groups = tree.sums, frozenset(tree.heads)
        if tree.added and self._table.total_place == "top":
            rows.insert(0, rows.pop())
            last = len(rows) - 1
            totals = frozenset(0 if at == last else at + 1 for at in totals)
            groups = frozenset(at + 1 for at in groups)
        grid = TableRows(self._grid.columns, tuple(rows), self._grid.faults, self._grid.listed)
        return Figures(grid, totals, groups, tuple(self.faults))

    def _number_rows(self, index: int, *, through: bool) -> None:
        """Count the rows of a column of counters; dashes and rows of sums have none."""
        numbers = RowNumbers(through=through)
        sums = self.tree.sums
        for row in range(len(self.rows)):
            cell = self.cell(row, index)
            if cell is None or row in sums or cell.text in _DASHES:
                continue
            self._write(row, cell, numbers.next(cell.text, is_group=row in self.tree.heads))

    # Cells

    def cell(self, row: int, column: int) -> GridCell | None:
        """Give the cell that begins at a place and covers no other column."""
        cells = self.rows[row]
        if column < len(cells) and cells[column].column == column:
            found = cells[column]
        else:
            each = next((each for each in cells if each.column == column), None)
            if each is None:
                return None
            found = each
        return found if found.columns == 1 else None

    def put(self, row: int, column: int, value: Decimal) -> None:
        """Fill in a number that was computed."""
        cell = self.cell(row, column)
        if cell is not None:
            self.values[column][row] = value
            self.computed.add((row, column))
            self._write(row, cell, self._words(self.columns[column], value))

    def is_empty(self, row: int, column: int) -> bool:
        """Tell whether a cell is there for a number to be put in."""
        cell = self.cell(row, column)
        return cell is not None and not cell.text

    def _write(self, row: int, cell: GridCell, text: str) -> None:
        if cell.text != text:
            cells = self.rows[row]
            cells[cells.index(cell)] = replace(cell, text=text)

    def _add_row(self, words: str) -> None:
        """Add a row of totals whose words reach over the columns before the first number."""
        numbers = [i for i, column in enumerate(self.columns) if column.is_number]
        wide = min(numbers, default=0)
        row = len(self.rows)
        cells = [GridCell(words, wide, 1, 0, row)]
        cells += [GridCell("", column=i, row=row) for i in range(wide, self._grid.columns)]
        self.rows.append(cells)
        for values in self.values.values():
            values.append(None)

    def fault(self, code: str, row: int, column: int, **facts: object) -> Fault:
        """Make a fault at a cell, with its place in words for the sentence."""
        if self._data is not None:
            where = self._data.where(row + self._heads, column, self.named(column))
            return Fault(code, facts={"where": where, **facts}, path=("data",))
        cell = next(each for each in self.rows[row] if each.column >= column)
        name = self.named(column)
        where = Text(f"Hàng {row + 1}, cột {name}", f"Row {row + 1}, column {name}")
        facts = {"where": where, **facts}
        if self._grid.listed:
            length = len(cell.text)
            return Fault(code, 0, cell.place, length, facts, ("rows", cell.line, cell.column))
        written = self._grid.rows[row][self.rows[row].index(cell)].text
        return Fault(code, cell.line, cell.place, max(len(written), 1), facts, ("rows",))

    def named(self, column: int) -> str:
        """Name a column in a sentence."""
        name = " ".join(self.names[column].split()) if column < len(self.names) else ""
        return f"«{name}»" if name else str(column + 1)

    # Kinds

    def _read_numbers(self, index: int, column: Column) -> None:
        table = self._table.number_writing
        writing = column.number_writing if isinstance(column.number_writing, str) else table
        declared = writing if isinstance(writing, str) else None
        whole = column.kind == "integer"
        values: list[Decimal | None] = [None] * len(self.rows)
        self.values[index] = values
        two_ways: list[tuple[int, str]] = []
        for row in range(len(self.rows)):
            cell = self.cell(row, index)
            if cell is None or cell.text in NO_FIGURE:
                continue
            typed = self._typed(row, index)
            found = (
                typed
                if isinstance(typed, Figure)
                else parse_figure(cell.text, declared, whole=whole)
            )
            if found is Unread.AMBIGUOUS:
                two_ways.append((row, cell.text))
                self.unread.add((row, index))
                continue
            number = self._number(found, column)
            if number is None:
                self._unreadable(row, index, cell.text)
                continue
            values[row] = number
            self._write(row, cell, self._words(column, number))
        if two_ways:
            row, text = two_ways[0]
            self.faults.append(
                self.fault(AMBIGUOUS, row, index, found=text, others=_others(len(two_ways) - 1))
            )

    def _number(self, found: object, column: Column) -> Decimal | None:
        """Give the number of a cell as its column prints it; None when it cannot stand there."""
        if not isinstance(found, Figure) or (found.percent and column.kind != "percent"):
            return None
        number = found.value
        if column.kind == "integer":
            return rounded(number, 0) if number == number.to_integral_value() else None
        return rounded(number, column.decimals) if isinstance(column.decimals, int) else number

    def _read_dates(self, index: int) -> None:
        for row in range(len(self.rows)):
            cell = self.cell(row, index)
            if cell is None or cell.text in NO_FIGURE:
                continue
            date = self._typed(row, index)
            if not isinstance(date, PartialDate):
                try:
                    date = parse_date(cell.text)
                except UnreadableError:
                    self._unreadable(row, index, cell.text)
                    continue
            if date.is_full:  # a month or a year alone stands as it is written
                self._write(row, cell, source_date(date))

    def _read_counters(self, index: int) -> None:
        for row in range(len(self.rows)):
            cell = self.cell(row, index)
            if cell is not None and not _COUNTER.fullmatch(cell.text):
                self._unreadable(row, index, cell.text)

    def _typed(self, row: int, column: int) -> Typed:
        """Give the number or date a workbook keeps behind a cell."""
        if self._data is None or not self._data.typed:
            return self._grid.typed.get((row, column))
        return self._data.typed[row + self._heads][column]

    def _unreadable(self, row: int, column: int, text: str) -> None:
        self.unread.add((row, column))
        kind = next(
            each
            for each in term("column", "kind").choices
            if each.english == self.columns[column].kind
        )
        name = Text(kind.vietnamese, kind.english)
        self.faults.append(self.fault(UNREADABLE, row, column, found=text[:60], kind=name))

    def _words(self, column: Column, value: Decimal) -> str:
        """Print a number as its column does."""
        if isinstance(column.decimals, int):
            value = rounded(value, column.decimals)
        zero = column.zero if isinstance(column.zero, str) else self._table.zero
        if not value and zero == "dash":
            return "-"
        sign = "%" if column.kind == "percent" and column.unit != "%" else ""
        return print_figure(value) + sign


def _others(count: int) -> Text:
    if not count:
        return Text("", "")
    return Text(f" (và {count} ô khác của cột)", f" (and {count} more cells of the column)")

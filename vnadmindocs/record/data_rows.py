"""Rows of a table's data file, and where each of their cells stands in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Text
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.diagnostics.fault import Fault
    from vnadmindocs.record.shown_cell import Typed


@dataclass(frozen=True, slots=True)
class Selection:
    """What of a workbook is wanted; "" where it is left open.

    Attributes:
        sheet: name of a sheet.
        range: such as ``A3:F40``.
        named: a table or a range that has a name.
    """

    sheet: str = ""
    range: str = ""
    named: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """Merged cells: the upper left one from 0, and how many rows and columns they cover."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class DataFile:
    """Rows of a data file; every cell is literal text.

    Attributes:
        written: the path as the record writes it.
        rows: the words, every row of a workbook with the same number of cells.
        lines: line of the file each row begins on, or row of the sheet, from 1.
        sheet: the sheet of a workbook; "" for CSV.
        left: column of the sheet that the first cells stand in, from 1.
        typed: the numbers and dates behind the cells of a workbook; () for CSV.
        merges: merged cells.
        added: index of a column that the file does not have, for counters; None for none.
        faults: what was found that does not keep the file from being read.
    """

    written: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...] = ()
    sheet: str = ""
    left: int = 1
    typed: tuple[tuple[Typed, ...], ...] = ()
    merges: tuple[Merge, ...] = ()
    added: int | None = None
    faults: tuple[Fault, ...] = ()

    def with_column(self, index: int) -> DataFile:
        """Give the rows with an empty column among those of the file."""
        return replace(
            self,
            rows=tuple((*row[:index], "", *row[index:]) for row in self.rows),
            typed=tuple((*row[:index], None, *row[index:]) for row in self.typed),
            merges=tuple(
                replace(
                    each,
                    column=each.column + (each.column >= index),
                    columns=each.columns + (each.column < index < each.column + each.columns),
                )
                for each in self.merges
            ),
            added=index,
        )

    def without_empty_end(self, declared: int, counted: bool) -> DataFile:
        """Give the rows of a CSV without the empty columns that Excel leaves behind the last one.

        Args:
            declared: how many columns the record declares, which stay; 0 where it leaves that open.
            counted: whether one of them is a counter, which the file need not have.
        """
        used = max((_used(row) for row in self.rows), default=0)
        kept = used if counted and used == declared - 1 else max(used, declared)
        if self.sheet or not used or all(len(row) <= kept for row in self.rows):
            return self
        return replace(self, rows=tuple(row[:kept] for row in self.rows))

    def where(self, row: int, column: int, name: str) -> Text:
        """Name the place of a cell: ``danh-sach.xlsx, sheet «DS», ô F17``.

        Args:
            row: index of the row.
            column: index of the cell in it.
            name: name of the column, for files that have none of their own for their cells.
        """
        line = self.lines[row]
        if self.added is not None and column > self.added:
            column -= 1
        if not self.sheet:
            return Text(
                f"{self.written}, dòng {line}, cột {name}",
                f"{self.written}, line {line}, column {name}",
            )
        cell = f"{_letters(self.left + column)}{line}"
        return Text(
            f"{self.written}, sheet «{self.sheet}», ô {cell}",
            f"{self.written}, sheet «{self.sheet}», cell {cell}",
        )


def _used(row: tuple[str, ...]) -> int:
    return next((at for at in range(len(row), 0, -1) if row[at - 1]), 0)


def _letters(number: int) -> str:
    """Name a column as spreadsheets do: 1 is A, 28 is AB."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name

"""The grid of a table as it is set: rows of cells, whole, with the places that others cover."""

from __future__ import annotations

from collections.abc import Sequence

from vnadmindocs.notation.table import GridCell

Placed = tuple[GridCell, ...]  # a row with a covered cell wherever one above reaches down
COVERED = "\0covered"  # the words of a cell that continues the one above; compared by identity


def placed_rows(rows: Sequence[Sequence[GridCell]]) -> list[list[GridCell]]:
    """Put a covered cell wherever a cell of a row above reaches down."""
    placed = [list(row) for row in rows]
    if all(cell.rows == 1 for row in rows for cell in row):
        return placed
    for number, row in enumerate(rows):
        for cell in row:
            for below in range(number + 1, min(number + cell.rows, len(placed))):
                placed[below].append(GridCell(COVERED, cell.columns, 1, cell.column, below))
    for cells in placed:
        cells.sort(key=lambda cell: cell.column)
    return placed


def whole_row(row: Sequence[GridCell], count: int) -> Placed:
    """Fill up a row that is too short; a Draft may have one."""
    reach = sum(cell.columns for cell in row)
    if reach >= count:
        return tuple(row)
    missing = tuple(GridCell("", column=column) for column in range(reach, count))
    return (*row, *missing)

r"""Rows of a table: cells between bars, merged with ``<`` (left) and ``^`` (above).

``01 | Xây dựng kế hoạch | < | Tháng 7``. ``\|`` is a bar, ``\n`` a break inside the cell; ``\<``
and ``\^`` alone in a cell are the characters themselves. Bars at both ends of a row and the dashed
line under the head, as other tools write them, are understood.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.notation.date import PartialDate
    from vnadmindocs.notation.figure import Figure

WRONG_COUNT = "TAB001"
NOTHING_LEFT = "TAB002"
NOTHING_ABOVE = "TAB003"
NO_RECTANGLE = "TAB004"

LEFT, ABOVE = "<", "^"

_BAR = pattern(r"(?<!\\)((?:\\\\)*)\|")
_ESCAPE = pattern(r"\\([\\|n])")
_DASHES = pattern(r":?-{2,}:?")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at its upper left corner.

    Attributes:
        text: its words; a newline is a break.
        columns, rows: how many columns and rows of the grid it covers.
        column, row: where it begins, from 0.
        line, place: line and column of the source, from 0.
    """

    text: str
    columns: int = 1
    rows: int = 1
    column: int = 0
    row: int = 0
    line: int = field(default=0, compare=False)
    place: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TableRows:
    """The grid of a table.

    Attributes:
        columns: how many columns the grid has.
        rows: of each row the cells that begin in it, from left to right.
        listed: the rows were written as a list; the line of a cell is then its row.
        typed: numbers and dates given from Python, by row and column.
    """

    columns: int
    rows: tuple[tuple[GridCell, ...], ...]
    faults: tuple[Fault, ...] = field(default=(), compare=False)
    listed: bool = field(default=False, compare=False)
    typed: Mapping[tuple[int, int], Figure | PartialDate] = field(
        default_factory=dict, compare=False
    )


@dataclass(slots=True)
class _Source:
    """A cell as written."""

    text: str
    line: int
    place: int
    literal: bool = False


def parse_rows(text: str, columns: int | None = None) -> TableRows:
    """Read the rows of a table, one a line.

    Args:
        text: the rows; empty lines mean nothing.
        columns: how many cells each row must have; None takes the first row's number.
    """
    rows: list[list[_Source]] = []
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            cells = _cells(line, number, columns if columns is not None else _width(rows))
            if cells:
                rows.append(cells)
    return _grid(rows, columns)


def parse_row_lists(
    rows: Sequence[str | Sequence[str]], columns: int | None = None, *, literal: bool = False
) -> TableRows:
    """Read rows given as lists of cells, or as texts with bars.

    Args:
        rows: each row; the line of a fault is its index.
        columns: how many cells each row must have; None takes the first row's number.
        literal: cells come from a file: no escapes, no merging.
    """
    read: list[list[_Source]] = []
    for number, row in enumerate(rows):
        if isinstance(row, str):
            read.append(_cells(row, number, columns if columns is not None else _width(read)))
        else:
            read.append([_Source(cell, number, 0, literal) for cell in row])
    return _grid(read, columns)


def merged_rows(table: TableRows, areas: Sequence[tuple[int, int, int, int]]) -> TableRows:
    """Merge cells of a grid that has none merged.

    Args:
        table: the grid.
        areas: row and column of the upper left cell from 0, how many rows and columns it covers.
    """
    rows = [dict(enumerate(row)) for row in table.rows]
    for at, column, high, wide in areas:
        for below in range(at, at + high):
            for beside in range(column, column + wide):
                del rows[below][beside]
        cell = table.rows[at][column]
        rows[at][column] = GridCell(cell.text, wide, high, column, at, cell.line, cell.place)
    grid = tuple(tuple(row[column] for column in sorted(row)) for row in rows)
    return TableRows(table.columns, grid, table.faults, table.listed)


def split_cells(line: str) -> tuple[str, ...]:
    """Split one line at its bars, such as the names of the columns."""
    return tuple(_text(cell) for cell in _cells(line, 0, None))


def print_rows(table: TableRows) -> str:
    """Write the rows as source text; ``parse_rows`` reads the same grid back."""
    grid = [[""] * table.columns for _ in table.rows]
    for row in table.rows:
        for cell in row:
            for down in range(cell.rows):
                for right in range(cell.columns):
                    if down or right:
                        grid[cell.row + down][cell.column + right] = LEFT if right else ABOVE
            grid[cell.row][cell.column] = _written(cell.text)
    lines = [" | ".join(row).strip() for row in grid]
    # A line that is empty or looks framed would be read with fewer cells.
    return "\n".join(f"| {line} |" if _framed(line) else line for line in lines)


def _framed(line: str) -> bool:
    return not line or (line.startswith("|") and line.endswith("|"))


def _width(rows: Sequence[Sequence[_Source]]) -> int | None:
    return len(rows[0]) if rows else None


def _cells(line: str, number: int, columns: int | None) -> list[_Source]:
    """Split a line; an empty list for the dashed line under a head."""
    cells: list[_Source] = []
    start = 0
    for bar in [*(found.end() - 1 for found in _BAR.finditer(line)), len(line)]:
        raw = line[start:bar]
        words = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if words else 0
        cells.append(_Source(words, number, start + indent))
        start = bar + 1
    framed = len(cells) > 2 and not cells[0].text and not cells[-1].text
    if framed and (columns is None or len(cells) == columns + 2):
        cells = cells[1:-1]
        if all(_DASHES.fullmatch(cell.text) for cell in cells):
            return []
    return cells


def _grid(rows: list[list[_Source]], columns: int | None) -> TableRows:
    width = columns if columns is not None else (_width(rows) or 0)
    faults: list[Fault] = []
    for index, row in enumerate(rows):
        if len(row) == width:
            continue
        first = row[0] if row else _Source("", index, 0)
        facts = {
            "row": index + 1,
            "found": len(row),
            "expected": width,
            "text": " | ".join(cell.text for cell in row)[:60],
        }
        faults.append(Fault(WRONG_COUNT, first.line, first.place, 0, facts))
        if len(row) > width > 0:
            row[width - 1].text = " \\| ".join(cell.text for cell in row[width - 1 :])
            del row[width:]
        row += [_Source("", first.line, first.place) for _ in range(width - len(row))]
    if not any(cell.text in (LEFT, ABOVE) for row in rows for cell in row):
        grid = tuple(
            tuple(
                GridCell(_text(cell), 1, 1, column, at, cell.line, cell.place)
                for column, cell in enumerate(row)
            )
            for at, row in enumerate(rows)
        )
        return TableRows(width, grid, tuple(faults))
    owners, merge_faults = _owners(rows)
    faults += merge_faults
    grid, shape_faults = _merged(rows, owners)
    faults += shape_faults
    return TableRows(width, grid, tuple(faults))


def _owners(
    rows: Sequence[Sequence[_Source]],
) -> tuple[list[list[tuple[int, int]]], list[Fault]]:
    """Find, for each place of the grid, the cell it belongs to."""
    owners: list[list[tuple[int, int]]] = []
    faults: list[Fault] = []
    for at, row in enumerate(rows):
        owners.append([])
        for column, cell in enumerate(row):
            owner = (at, column)
            if cell.literal:
                pass
            elif cell.text == LEFT:
                if column:
                    owner = owners[at][column - 1]
                else:
                    faults.append(_merge_fault(NOTHING_LEFT, cell, at, column))
            elif cell.text == ABOVE:
                if at:
                    owner = owners[at - 1][column]
                else:
                    faults.append(_merge_fault(NOTHING_ABOVE, cell, at, column))
            owners[at].append(owner)
    return owners, faults


def _merged(
    rows: Sequence[Sequence[_Source]], owners: list[list[tuple[int, int]]]
) -> tuple[tuple[tuple[GridCell, ...], ...], list[Fault]]:
    areas: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for at, row in enumerate(owners):
        for column, owner in enumerate(row):
            areas.setdefault(owner, []).append((at, column))
    faults: list[Fault] = []
    grid: list[list[GridCell]] = [[] for _ in rows]
    for (at, column), places in sorted(areas.items()):
        cell = rows[at][column]
        bottom = max(place[0] for place in places)
        right = max(place[1] for place in places)
        high, wide = bottom - at + 1, right - column + 1
        if min(place[1] for place in places) < column or len(places) != high * wide:
            faults.append(_merge_fault(NO_RECTANGLE, cell, at, column))
            # Each place is a cell of its own again, so that nothing is lost.
            for below, beside in places[1:]:
                source = rows[below][beside]
                grid[below].append(GridCell("", 1, 1, beside, below, source.line, source.place))
            high = wide = 1
        grid[at].append(GridCell(_text(cell), wide, high, column, at, cell.line, cell.place))
    ordered = (tuple(sorted(row, key=lambda cell: cell.column)) for row in grid)
    return tuple(ordered), faults


def _merge_fault(code: str, cell: _Source, row: int, column: int) -> Fault:
    facts = {"row": row + 1, "column": column + 1, "text": cell.text[:40]}
    return Fault(code, cell.line, cell.place, max(len(cell.text), 1), facts)


def _text(cell: _Source) -> str:
    text = cell.text
    if cell.literal or "\\" not in text:
        return text
    if text in ("\\" + LEFT, "\\" + ABOVE):
        return text[1:]
    return _ESCAPE.sub(_unescape, text)


def _unescape(found: re.Match[str]) -> str:
    # An escaped backslash stays escaped for the body grammar, which reads the cell next.
    return {"n": "\n", "|": "|"}.get(found[1], found[0])


def _written(text: str) -> str:
    if text in (LEFT, ABOVE):
        return "\\" + text
    return text.replace("|", "\\|").replace("\n", "\\n")

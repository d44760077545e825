"""Widths of table columns from what stands in them.

Every column holds its longest word; what is left is shared so that the columns' longer cells come
to about the same number of lines.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_HALVINGS = 40


@dataclass(slots=True)
class ColumnContent:
    """What was measured in one column, in mm, padding left out.

    Attributes:
        longest_word: width of the widest piece that does not break.
        longest_line: width of the widest paragraph set on one line.
        squares: sum of the squares of the widths of its cells' words.
        cells: how many cells have words.
    """

    longest_word: float = 0.0
    longest_line: float = 0.0
    squares: float = 0.0
    cells: int = 0

    def add(self, longest_word: float, longest_line: float, words: float) -> None:
        """Add a cell that stands in this column alone."""
        self.longest_word = max(self.longest_word, longest_word)
        self.longest_line = max(self.longest_line, longest_line)
        if words:
            self.squares += words * words
            self.cells += 1

    @property
    def typical(self) -> float:
        """Width of the words of a typical long cell: longer cells weigh more."""
        return math.sqrt(self.squares / self.cells) if self.cells else 0.0


def column_widths(
    contents: Sequence[ColumnContent],
    declared: Sequence[float | None],
    width_mm: float,
    padding_mm: float,
) -> tuple[float, ...]:
    """Share the width of a table among its columns; the widths add up to it.

    Args:
        contents: what stands in each column.
        declared: widths asked for, in mm; None where the column is free. Asked widths are
            narrowed in proportion when they do not fit.
        width_mm: width of the table.
        padding_mm: room on either side inside each cell.
    """
    free = [index for index, width in enumerate(declared) if width is None]
    asked = sum(width for width in declared if width is not None)
    room = 2 * padding_mm
    least = [content.longest_word + room for content in contents]
    left_over = width_mm - asked
    needed = sum(least[index] for index in free)
    if not free or left_over < needed:
        wanted = [least[i] if width is None else width for i, width in enumerate(declared)]
        total = sum(wanted)
        if (free and total <= width_mm) or (not free and asked <= width_mm):
            return tuple(wanted)
        return tuple(width_mm * width / total for width in wanted)
    shared = _shared([contents[index] for index in free], left_over, room)
    widths = [0.0 if width is None else width for width in declared]
    for index, width in zip(free, shared, strict=True):
        widths[index] = width
    return tuple(widths)


def _shared(contents: Sequence[ColumnContent], width: float, room: float) -> list[float]:
    """Share a width that holds every column's longest word."""
    most = [max(content.longest_line, content.longest_word) + room for content in contents]
    total = sum(most)
    if total <= width:
        # Everything stands on one line; the rest goes to the wider columns.
        return [width * share / total for share in most] if total else [width / len(most)]

    def at(lines: float) -> list[float]:
        return [
            min(max(content.typical / lines, content.longest_word) + room, longest)
            for content, longest in zip(contents, most, strict=True)
        ]

    low, high = 1e-3, 1.0
    while sum(at(high)) > width and high < 1e6:
        low, high = high, high * 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if sum(at(middle)) > width:
            low = middle
        else:
            high = middle
    widths = at(high)
    # What rounding, or columns that need no more, left over goes to all in proportion.
    return [share * width / sum(widths) for share in widths]

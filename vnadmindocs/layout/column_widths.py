"""Widths of table columns from what stands in them.

Every column holds its longest word; what is left is shared so that the columns' longer cells come
to about the same number of lines.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from vnadmindocs.values import dataclass

_HALVINGS = 40
# A width that is a hundredth of a millimetre short still holds its words.
_ENOUGH = 0.01


@dataclass(slots=True)
class ColumnContent:
    """What was measured in one column, in mm, padding left out.

    Attributes:
        longest_word: width of the widest piece that does not break.
        longest_line: width of the widest paragraph set on one line.
        squares: sum of the squares of the widths of its cells' words.
        cells: how many cells were measured, those without words too.
    """

    longest_word: float = 0.0
    longest_line: float = 0.0
    squares: float = 0.0
    cells: int = 0

    def add(self, longest_word: float, longest_line: float, words: float) -> None:
        """Add a cell that stands in this column alone."""
        self.longest_word = max(self.longest_word, longest_word)
        self.longest_line = max(self.longest_line, longest_line)
        self.squares += words * words
        self.cells += 1

    @property
    def typical(self) -> float:
        """Width of the words of a typical long cell: longer cells weigh more, empty ones count."""
        return math.sqrt(self.squares / self.cells) if self.cells else 0.0

    def scaled(self, factor: float) -> ColumnContent:
        """Give what would be measured in type of another size."""
        return ColumnContent(
            self.longest_word * factor,
            self.longest_line * factor,
            self.squares * factor * factor,
            self.cells,
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for one column; nothing leaves it to its words.

    Attributes:
        mm: its width.
        parts: its part of the room that is left over, against the parts of other columns.
    """

    mm: float | None = None
    parts: float | None = None


@dataclass(frozen=True, slots=True)
class Fitting:
    """Widths of the columns of a table.

    Attributes:
        widths_mm: they add up to the width of the table, or to what was asked for.
        least_mm: what each column needs so that no word of it breaks.
        fits: the table has room for what was asked for and for every word of the other columns.
    """

    widths_mm: tuple[float, ...]
    least_mm: tuple[float, ...]
    fits: bool

    @property
    def narrow(self) -> tuple[int, ...]:
        """The columns that break words."""
        pairs = zip(self.widths_mm, self.least_mm, strict=True)
        return tuple(i for i, (width, least) in enumerate(pairs) if width < least - _ENOUGH)


def column_widths(
    contents: Sequence[ColumnContent],
    asked: Sequence[Asked],
    width_mm: float,
    padding_mm: float,
    spans: Sequence[tuple[int, int, float]] = (),
) -> Fitting:
    """Share the width of a table among its columns.

    Args:
        contents: what stands in each column.
        asked: what is asked for each. Where all are in mm and do not fit they are narrowed in
            proportion; else only what needs more than a fair share is narrowed, and short columns
            keep their words whole.
        width_mm: width of the table.
        padding_mm: room on either side inside each cell.
        spans: of cells over several columns the first, how many, and the longest word in mm.
    """
    room = 2 * padding_mm
    least = [content.longest_word + room for content in contents]
    free = [index for index, each in enumerate(asked) if each.mm is None]
    _widen(least, asked, room, spans)
    declared = sum(each.mm for each in asked if each.mm is not None)
    wanted = [least[i] if each.mm is None else each.mm for i, each in enumerate(asked)]
    total = sum(wanted)
    if total > width_mm + _ENOUGH:
        if free:
            most = _fair_share(wanted, width_mm)
            narrowed = [min(width, most) for width in wanted]
        else:
            narrowed = [width_mm * width / total for width in wanted]
        return Fitting(tuple(narrowed), tuple(least), fits=False)
    if not free:
        return Fitting(tuple(wanted), tuple(least), fits=True)
    shared = _shared(
        [contents[index] for index in free],
        [least[index] for index in free],
        width_mm - declared,
        room,
    )
    shared = _in_parts(shared, [asked[i].parts for i in free], [least[i] for i in free])
    for index, width in zip(free, shared, strict=True):
        wanted[index] = width
    return Fitting(tuple(wanted), tuple(least), fits=True)


def _fair_share(wanted: Sequence[float], width: float) -> float:
    """Give the most a column may have so that all of them, which want more, fill the width."""
    left, waiting = width, len(wanted)
    for each in sorted(wanted):
        if each * waiting > left:
            break
        left -= each
        waiting -= 1
    return left / max(waiting, 1)


def _widen(
    least: list[float],
    asked: Sequence[Asked],
    room: float,
    spans: Sequence[tuple[int, int, float]],
) -> None:
    """Make columns wide enough for the words of cells that reach over several of them."""
    for first, count, word in sorted(spans, key=lambda span: span[1]):
        reach = range(first, min(first + count, len(least)))
        free = [index for index in reach if asked[index].mm is None]
        has = sum(asked[index].mm or least[index] for index in reach)
        if free and has < word + room:
            for index in free:
                least[index] += (word + room - has) / len(free)


def _shared(
    contents: Sequence[ColumnContent], least: Sequence[float], width: float, room: float
) -> list[float]:
    """Share a width that holds every column's longest word."""
    pairs = list(zip(contents, least, strict=True))
    most = [max(content.longest_line + room, floor) for content, floor in pairs]
    total = sum(most)
    if total <= width:
        # Everything stands on one line; the rest goes to the wider columns.
        return [width * share / total for share in most] if total else [width / len(most)]

    def at(lines: float) -> list[float]:
        return [
            min(max(content.typical / lines + room, floor), longest)
            for (content, floor), longest in zip(pairs, most, strict=True)
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


def _in_parts(
    widths: Sequence[float], parts: Sequence[float | None], least: Sequence[float]
) -> list[float]:
    """Share the room of the columns that have parts anew, in their parts, each with its words."""
    found = list(widths)
    waiting = {index: part for index, part in enumerate(parts) if part is not None}
    room = sum(widths[index] for index in waiting)
    while waiting:
        whole = sum(waiting.values())
        short = [i for i, part in waiting.items() if room * part / whole < least[i]]
        if not short:
            for index, part in waiting.items():
                found[index] = room * part / whole
            break
        for index in short:
            found[index] = least[index]
            room -= least[index]
            del waiting[index]
    return found

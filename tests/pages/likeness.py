"""How far two prints of one document are from each other: lines, and elements in mm."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.pages.pdf_page import Line, PdfPage, Stroke

_LONGEST_NAME = 60
_LEADER = re.compile(r"\.{6,}")
_SAME_LEVEL_MM = 0.2  # level strokes of one row of a table, upright ones of one column


@dataclass(frozen=True, slots=True)
class Share:
    """How many lines two prints share.

    Attributes:
        lines: of the print that has more.
        torn: the lines of the first that the other does not have on the same page, page first.
    """

    lines: int
    torn: tuple[tuple[int, str], ...]

    @property
    def ratio(self) -> float:
        """Shared lines among all."""
        return 1 - len(self.torn) / self.lines


@dataclass(frozen=True, slots=True)
class Distance:
    """How far an element of one print is from the same element of the other.

    Attributes:
        element: its words, or what is drawn and where.
        side: ``left``, ``right``, ``baseline``, ``level``, ``top``, ``bottom``; ``missing`` for
            an element that only one of the prints has.
        mm: right and down are positive; of what is missing, infinite.
    """

    element: str
    side: str
    mm: float

    def __str__(self) -> str:
        """Say it in the words of a failing test."""
        return f"{self.element} · {self.side} · {self.mm:+.2f} mm"


def shared_lines(one: Sequence[PdfPage], other: Sequence[PdfPage]) -> Share:
    """Count the lines with the same words on the same page."""
    mine, theirs = (
        Counter((page.number, _words(line)) for page in pages for line in page.lines)
        for pages in (one, other)
    )
    most = max(mine.total(), theirs.total())
    torn = tuple((mine - theirs).elements())
    # A line that only the other has counts as well.
    return Share(most, torn if most == mine.total() else tuple((theirs - mine).elements()))


def distances(one: PdfPage, other: PdfPage) -> tuple[Distance, ...]:
    """Measure every element of a page: lines of words, rules, frames, rows and columns of tables.

    Frames and tables are measured by the middle of their lines.
    """
    return (*_line_distances(one, other), *_stroke_distances(one, other))


def _line_distances(one: PdfPage, other: PdfPage) -> Iterator[Distance]:
    mine, theirs = _named_lines(one), _named_lines(other)
    for key, line in mine.items():
        name = _shown(*key)
        found = theirs.get(key)
        if found is None:
            yield Distance(name, "missing", float("inf"))
            continue
        yield Distance(name, "left", found.left - line.left)
        yield Distance(name, "right", found.right - line.right)
        yield Distance(name, "baseline", found.baseline - line.baseline)
    for key in theirs:
        if key not in mine:
            yield Distance(f"{_shown(*key)} (only here)", "missing", float("inf"))


def _named_lines(page: PdfPage) -> dict[tuple[str, int], Line]:
    """Name each line by its words and how often they stood above it or to its left."""
    seen: Counter[str] = Counter()
    named = {}
    for line in sorted(page.lines, key=lambda each: (round(each.baseline / 3), each.left)):
        words = _words(line)
        named[words, seen[words]] = line
        seen[words] += 1
    return named


def _words(line: Line) -> str:
    """Give the words of a line; how many dots fill a leader is for each typesetter to say."""
    return _LEADER.sub("…", line.text)


def _shown(text: str, before: int) -> str:
    words = text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}…"
    return f"«{words}»" if not before else f"«{words}» ({before + 1})"


def _stroke_distances(one: PdfPage, other: PdfPage) -> Iterator[Distance]:
    yield from _paired("rule", ("left", "right", "level"), one.rules, other.rules)
    yield from _paired("frame", ("left", "right", "top", "bottom"), one.frames, other.frames)
    for name, mine, theirs in (
        ("row", _table_levels(one), _table_levels(other)),
        ("column", _table_sides(one), _table_sides(other)),
    ):
        for number in range(max(len(mine), len(theirs))):
            element = f"{name} line {number + 1}"
            if number < min(len(mine), len(theirs)):
                yield Distance(element, "level", theirs[number] - mine[number])
            else:
                yield Distance(element, "missing", float("inf"))


def _paired(
    name: str, sides: Sequence[str], mine: Sequence[Stroke], theirs: Sequence[Stroke]
) -> Iterator[Distance]:
    left_over = list(theirs)
    for number, stroke in enumerate(mine, start=1):
        element = f"{name} {number} at {stroke.left:.0f}, {stroke.top:.0f} mm"
        if not left_over:
            yield Distance(element, "missing", float("inf"))
            continue
        nearest = min(left_over, key=lambda each: _apart(stroke, each))
        left_over.remove(nearest)
        for side in sides:
            yield Distance(element, side, getattr(nearest, side) - getattr(stroke, side))
    for stroke in left_over:
        element = f"{name} at {stroke.left:.0f}, {stroke.top:.0f} mm (only here)"
        yield Distance(element, "missing", float("inf"))


def _apart(one: Stroke, other: Stroke) -> float:
    return abs(one.left - other.left) + abs(one.level - other.level)


def _table_levels(page: PdfPage) -> list[float]:
    return _clusters(each.level for each in page.levels if each not in page.rules)


def _table_sides(page: PdfPage) -> list[float]:
    return _clusters(each.middle for each in page.strokes if each.is_upright)


def _clusters(values: Iterator[float]) -> list[float]:
    """Give the middle of each group of values that are nearly the same."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] < _SAME_LEVEL_MM:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]

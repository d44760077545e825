"""How wide a text is in the Times-metric faces, and where its lines break.

The widths are those of Liberation Serif 2, equal by design to Times New Roman, Tinos and the
others a document may be set in; they ship as data (``tools/make_metrics.py``). No kerning and no
ligatures: Word and our own writers use none. Widths are exact sums of integers in the face's own
units, so the width of a text is the sum of the widths of its parts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from vnadmindocs.assets import data_file
from vnadmindocs.language.binding import looseness
from vnadmindocs.units import MM_PER_INCH, PT_PER_INCH

_UNITS_PER_EM = 2048
_MM_PER_UNIT = MM_PER_INCH / PT_PER_INCH / _UNITS_PER_EM
# A width that equals the limit fits, whatever floating point makes of it.
_SLACK_MM = 1e-9

# A line may end at spaces and line breaks, and after a hyphen or dash inside a word when a letter
# follows: there both Word and LibreOffice break. Neither breaks after a slash, and LibreOffice
# keeps a hyphen with the digits after it. A no-break space never ends a line.
_PIECE = re.compile(r"[^ \t\n]+?(?:(?<=\w[\-\u2010\u2013\u2014])(?=[^\W\d_])|(?=[ \t\n])|\Z)")


class _Widths(dict[str, int]):
    """Advance of each character in units of the face; a character it lacks has that of its box."""

    missing_glyph: int

    def __missing__(self, character: str) -> int:
        return self.missing_glyph


@cache
def _widths(bold: bool, italic: bool) -> _Widths:
    style = {
        (False, False): "regular",
        (True, False): "bold",
        (False, True): "italic",
        (True, True): "bold-italic",
    }[bool(bold), bool(italic)]
    data = json.loads(data_file("fonts", f"{style}.json").read_bytes())
    widths = _Widths()
    widths.missing_glyph = data["missing_glyph"]
    for first, *advances in data["runs"]:
        widths.update(zip(map(chr, range(first, first + len(advances))), advances, strict=True))
    # Renderers print the no-break hyphen with the glyph of the hyphen when a face has no other.
    widths.setdefault("\u2011", widths["\u2010"])
    # Line ends have no width.
    widths["\n"] = 0
    return widths


def width_mm(text: str, size_pt: float, bold: bool = False, italic: bool = False) -> float:
    """Measure a text set on one line, in mm.

    A character that the face lacks counts as wide as the face's box for missing glyphs.
    """
    units = sum(map(_widths(bold, italic).__getitem__, text))
    return units * size_pt * _MM_PER_UNIT


def missing(text: str, bold: bool = False, italic: bool = False) -> str:
    """List the characters of a text that the face has no glyph for, each once, in order."""
    widths = _widths(bold, italic)
    if all(map(widths.__contains__, text)):
        return ""
    return "".join(dict.fromkeys(character for character in text if character not in widths))


def break_lines(
    text: str, max_width_mm: float, size_pt: float, bold: bool = False, italic: bool = False
) -> tuple[str, ...]:
    r"""Break a text into lines as a word processor does: each as full as it will go.

    Lines break at spaces, which are then gone, and after hyphens inside words; ``\n`` always ends
    a line. A word wider than the width stands alone on a line that is too wide. The lines of an
    empty text are one empty line.
    """
    lines: list[str] = []
    for row in text.split("\n"):
        pieces = _Pieces(row, size_pt, bold, italic)
        lines.extend(pieces.lines(pieces.greedy(max_width_mm)))
    return tuple(lines)


def balanced_lines(
    text: str, max_width_mm: float, size_pt: float, bold: bool = False, italic: bool = False
) -> tuple[str, ...]:
    r"""Break a text into as few lines as will do, then as even as they will go.

    For centred titles. Words that belong together (``năm 2025``, ``của Bộ``, ``Hải Phòng``) are
    kept on a line where the lines stay tolerably even, and a word stands alone on a line only
    when nothing else fits. ``\n`` always ends a line, as in `break_lines`.
    """
    lines: list[str] = []
    for row in text.split("\n"):
        pieces = _Pieces(row, size_pt, bold, italic)
        greedy = pieces.greedy(max_width_mm)
        count = len(greedy)
        ends = greedy if count < 2 else pieces.balanced(max_width_mm, count) or greedy
        lines.extend(pieces.lines(ends))
    return tuple(lines)


def longest_line(
    lines: Sequence[str], size_pt: float, bold: bool = False, italic: bool = False
) -> float:
    """Measure the widest of some lines, in mm; 0 when there are none."""
    return max((width_mm(line, size_pt, bold, italic) for line in lines), default=0.0)


# What a break between two words that belong together costs, against the square of how much of
# the width a line differs from the mean; and what a line of one word costs.
_PARTED_WORDS = 0.08
_LONE_WORD = 0.5


class _Pieces:
    """A line of text cut where it may break, with measured pieces."""

    def __init__(self, row: str, size_pt: float, bold: bool, italic: bool) -> None:
        widths = _widths(bold, italic)
        self.row = row
        self.mm = size_pt * _MM_PER_UNIT
        self.spans = [match.span() for match in _PIECE.finditer(row)]
        self.reach = [0, *accumulate(map(widths.__getitem__, row))]

    def width(self, first: int, last: int) -> float:
        """Measure a line from one piece to another, both included."""
        return (self.reach[self.spans[last][1]] - self.reach[self.spans[first][0]]) * self.mm

    def lines(self, ends: Sequence[int]) -> Iterator[str]:
        """Yield the lines that end with these pieces."""
        if not self.spans:
            yield ""
        first = 0
        for last in ends:
            yield self.row[self.spans[first][0] : self.spans[last][1]]
            first = last + 1

    def greedy(self, max_width_mm: float) -> list[int]:
        """Fill each line; return the last piece of each."""
        ends = []
        first = 0
        for piece in range(1, len(self.spans)):
            if self.width(first, piece) > max_width_mm + _SLACK_MM:
                ends.append(piece - 1)
                first = piece
        if self.spans:
            ends.append(len(self.spans) - 1)
        return ends

    def balanced(self, max_width_mm: float, count: int) -> list[int]:
        """Spread the pieces over a number of lines; empty when they do not fit that many."""
        total = len(self.spans)
        mean = self.width(0, total - 1) / count
        # best[last]: cost and line ends of the cheapest way to set all pieces up to that one.
        best: dict[int, tuple[float, list[int]]] = {-1: (0.0, [])}
        for line in range(count):
            following: dict[int, tuple[float, list[int]]] = {}
            for before, (cost, ends) in best.items():
                first = before + 1
                # The lines still to come need a piece each.
                for last in range(first, total - (count - line - 1)):
                    width = self.width(first, last)
                    if width > max_width_mm + _SLACK_MM and last > first:
                        break
                    unevenness = ((width - mean) / max_width_mm) ** 2
                    whole = cost + unevenness + self._blemishes(first, last)
                    if last not in following or whole < following[last][0]:
                        following[last] = (whole, [*ends, last])
            best = following
        return best[total - 1][1] if total - 1 in best else []

    def _blemishes(self, first: int, last: int) -> float:
        cost = 0.0
        start, end = self.spans[first][0], self.spans[last][1]
        if not any(space in self.row[start:end] for space in " \u00a0"):
            cost += _LONE_WORD
        if last + 1 < len(self.spans):
            left, right = self.row[start:end], self.row[self.spans[last + 1][0] :]
            cost += _PARTED_WORDS * (1.0 - looseness(left, right))
        return cost

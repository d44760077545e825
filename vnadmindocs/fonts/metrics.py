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
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from vnadmindocs.assets import data_file
from vnadmindocs.language.binding import looseness
from vnadmindocs.pattern import pattern
from vnadmindocs.units import MM_PER_INCH, PT_PER_INCH

_UNITS_PER_EM = 2048
_MM_PER_UNIT = MM_PER_INCH / PT_PER_INCH / _UNITS_PER_EM
# A width that equals the limit fits, whatever floating point makes of it.
_SLACK_MM = 1e-9
# Ascent, descent and line gap of the Times-metric faces: the pitch of single line spacing.
_ASCENT, _DESCENT, _LINE_GAP = 1825, 443, 87
LINE_PITCH_EM = (_ASCENT + _DESCENT + _LINE_GAP) / _UNITS_PER_EM
DESCENT_EM = _DESCENT / _UNITS_PER_EM

# A line may end at spaces and line breaks, and after a hyphen or dash inside a word or a number:
# there both Word and LibreOffice break. Neither breaks after a slash, and no line ends at a
# no-break space.
_WORD = pattern(r"[^ \t]+")
_INNER_DASHES = "-\u2010\u2013\u2014"
INNER_BREAK = pattern(rf"(?<=\w[\{_INNER_DASHES}])(?=\w)")


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
        if width_mm(row, size_pt, bold, italic) <= max_width_mm:
            lines.append(row.strip(" \t"))
            continue
        pieces = _Pieces(row, size_pt, bold, italic)
        lines.extend(pieces.lines(pieces.greedy(max_width_mm)))
    return tuple(lines)


@lru_cache(maxsize=512)
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
        if width_mm(row, size_pt, bold, italic) <= max_width_mm:
            lines.append(row.strip(" \t"))
            continue
        pieces = _Pieces(row, size_pt, bold, italic)
        greedy = pieces.greedy(max_width_mm)
        count = len(greedy)
        lines.extend(pieces.lines(greedy if count < 2 else pieces.balanced(max_width_mm, count)))
    return tuple(lines)


def longest_line(
    lines: Sequence[str], size_pt: float, bold: bool = False, italic: bool = False
) -> float:
    """Measure the widest of some lines, in mm; 0 when there are none."""
    return max((width_mm(line, size_pt, bold, italic) for line in lines), default=0.0)


_DASHES = ("-", "–")
# What a break between two words that belong together costs, against the square of how much of
# the width a line differs from the mean; and what a line of one word costs.
_PARTED_WORDS = 0.08
_LONE_WORD = 0.5
_BEFORE_DASH = 0.5  # a line that begins with a dash looks like an item of a list


class _Pieces:
    """A line of text cut where it may break, with measured pieces."""

    def __init__(self, row: str, size_pt: float, bold: bool, italic: bool) -> None:
        reach = [0, *accumulate(map(_widths(bold, italic).__getitem__, row))]
        self.row = row
        self.spans = list(_spans(row))
        mm = size_pt * _MM_PER_UNIT
        self.starts = [reach[start] * mm for start, _ in self.spans]
        self.ends = [reach[end] * mm for _, end in self.spans]

    def lines(self, last_pieces: Sequence[int]) -> Iterator[str]:
        """Yield the lines that end with these pieces."""
        if not self.spans:
            yield ""
        first = 0
        for last in last_pieces:
            yield self.row[self.spans[first][0] : self.spans[last][1]]
            first = last + 1

    def greedy(self, max_width_mm: float) -> list[int]:
        """Fill each line; return the last piece of each."""
        limit = max_width_mm + _SLACK_MM
        last_pieces = []
        start = self.starts[0] if self.starts else 0.0
        for piece in range(1, len(self.spans)):
            if self.ends[piece] - start > limit:
                last_pieces.append(piece - 1)
                start = self.starts[piece]
        if self.spans:
            last_pieces.append(len(self.spans) - 1)
        return last_pieces

    def balanced(self, max_width_mm: float, count: int) -> list[int]:
        """Spread the pieces over as many lines as the greedy break needs; see `greedy`."""
        limit = max_width_mm + _SLACK_MM
        total = len(self.spans)
        mean = (self.ends[-1] - self.starts[0]) / count
        # A line that ends before this piece leaves more than the lines after it can hold.
        earliest = self._earliest(limit, count)
        parting = self._parting(earliest[0])
        starts, ends = self.starts, self.ends
        # costs[last]: of the cheapest way to set all pieces up to that one; and, for each line,
        # the last piece of the line before it on that way.
        costs: dict[int, float] = {-1: 0.0}
        ways: list[dict[int, int]] = []
        for line in range(1, count + 1):
            following: dict[int, float] = {}
            way: dict[int, int] = {}
            # The lines still to come need a piece each.
            stop = total - (count - line)
            for before, cost in costs.items():
                first = before + 1
                start = starts[first]
                for last in range(max(first, earliest[line - 1]), stop):
                    width = ends[last] - start
                    if width > limit and last > first:
                        break
                    whole = cost + ((width - mean) / max_width_mm) ** 2 + parting[last]
                    if first == last:
                        whole += _LONE_WORD
                    if last not in following or whole < following[last]:
                        following[last] = whole
                        way[last] = before
            costs = following
            ways.append(way)
        last_pieces = [total - 1]
        for way in reversed(ways[1:]):
            last_pieces.append(way[last_pieces[-1]])
        return last_pieces[::-1]

    def _earliest(self, limit: float, count: int) -> list[int]:
        """Name for each line the first piece it may end with: lines are filled from the end."""
        piece = len(self.spans) - 1
        found = []
        for _ in range(count):
            found.append(piece)
            end = self.ends[piece] if piece >= 0 else 0.0
            piece -= 1
            while piece >= 0 and end - self.starts[piece] <= limit:
                piece -= 1
        return found[::-1]

    def _parting(self, first: int) -> list[float]:
        """Price the end of a line after each piece; before the first that may end one it is 0."""
        words = [self.row[start:end] for start, end in self.spans[first:]]
        prices = [
            _BEFORE_DASH if after in _DASHES else _PARTED_WORDS * (1.0 - looseness(before, after))
            for before, after in pairwise(words)
        ]
        return [*[0.0] * first, *prices, 0.0]


def _spans(row: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each piece that cannot be broken."""
    # Most rows have no dash, and a look for one takes less time than the pattern.
    if not any(map(row.__contains__, _INNER_DASHES)) or INNER_BREAK.search(row, 1) is None:
        yield from map(re.Match.span, _WORD.finditer(row))
        return
    for word in _WORD.finditer(row):
        start = word.start()
        for inner in INNER_BREAK.finditer(row, start + 1, word.end()):
            yield start, inner.start()
            start = inner.start()
        yield start, word.end()

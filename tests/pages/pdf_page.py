"""A small reader of PDF pages: words on base lines, and strokes, in mm from the top left."""

from __future__ import annotations

import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.pages.pdf_content import Painted, Point, read_content

MM = 25.4 / 72
_LEVEL_MM = 0.8  # what base lines of one line may differ by: 12 pt beside 14 pt, a raised number
_FLAT_PT = 1.5  # how far the ends of a level stroke may be apart
_TOUCH_MM = 0.3
_JOIN_MM = 0.05
_COLUMN_GAP_EM = 0.9
_START_PT = 0.5  # how far a word may begin before its piece of text, as far as files are rounded
_SIDES = ("xMin", "yMin", "xMax", "yMax")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands.

    Attributes:
        baseline: the line its letters stand on.
        size_pt: size of its letters.
        descender: the lowest point letters of this size reach.
    """

    text: str
    left: float
    right: float
    baseline: float
    size_pt: float

    @property
    def descender(self) -> float:
        """The lowest point that letters of this size reach."""
        return self.baseline + 0.216 * self.size_pt * MM

    @property
    def top(self) -> float:
        """The highest point that letters of this size reach."""
        return self.baseline - 0.891 * self.size_pt * MM


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one base line, without a wide gap between them."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.words[-1].right

    @property
    def middle(self) -> float:
        """The axis of the line."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """From the first letter to the last."""
        return self.right - self.left

    @property
    def baseline(self) -> float:
        """The line that most of it stands on."""
        return max(self.words, key=lambda word: word.size_pt).baseline

    @property
    def descender(self) -> float:
        """The lowest point that its letters may reach."""
        return max(word.descender for word in self.words)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line: level when ``top`` is ``bottom``, upright when ``left`` is ``right``."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """Whether it lies."""
        return self.bottom - self.top < _FLAT_PT * MM < self.right - self.left

    @property
    def is_upright(self) -> bool:
        """Whether it stands."""
        return self.right - self.left < _FLAT_PT * MM < self.bottom - self.top

    @property
    def level(self) -> float:
        """The middle of its weight."""
        return (self.top + self.bottom) / 2

    @property
    def middle(self) -> float:
        """Its axis."""
        return (self.left + self.right) / 2

    @property
    def length(self) -> float:
        """How long it lies."""
        return self.right - self.left


@dataclass(frozen=True)
class PdfPage:
    """A page of a PDF, in mm.

    Attributes:
        strokes: what is drawn in straight lines, from the top.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    strokes: tuple[Stroke, ...]

    @cached_property
    def rows(self) -> tuple[Line, ...]:
        """The words of each level, from the top, whatever gaps are between them."""
        return tuple(_rows(self.words))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The words in lines, from the top; a gap as between columns parts two lines."""
        return tuple(line for row in self.rows for line in _parted(row))

    @cached_property
    def levels(self) -> tuple[Stroke, ...]:
        """The level strokes, those that go on where another ends joined to it."""
        found: list[Stroke] = []
        for each in sorted(
            (stroke for stroke in self.strokes if stroke.is_level),
            key=lambda stroke: (stroke.top, stroke.left),
        ):
            last = found[-1] if found else None
            if last and last.top == each.top and 0 <= each.left - last.right < _JOIN_MM:
                found[-1] = Stroke(last.left, last.top, each.right, each.bottom)
            else:
                found.append(each)
        return tuple(found)

    @cached_property
    def rules(self) -> tuple[Stroke, ...]:
        """The level strokes that are no side of a frame or table."""
        upright = [each for each in self.strokes if each.is_upright]
        return tuple(each for each in self.levels if not any(_meet(each, side) for side in upright))

    @property
    def frames(self) -> tuple[Stroke, ...]:
        """Every frame of four sides, as the box between its outer edges."""
        upright = [each for each in self.strokes if each.is_upright]
        level = self.levels
        found = []
        for top in level:
            sides = [each for each in upright if _meet(top, each)]
            if len(sides) == 2 and all(abs(each.top - top.level) < 0.5 for each in sides):
                low = max(each.bottom for each in sides)
                if any(abs(each.level - low) < 0.5 and each != top for each in level):
                    found.append(Stroke(top.left, sides[0].top, top.right, low))
        return tuple(found)

    def line(self, text: str) -> Line:
        """Find the words that stand side by side on one level, the first from the top."""
        wanted = text.split()
        for row in self.rows:
            for start in range(len(row.words)):
                found = row.words[start : start + len(wanted)]
                if [word.text for word in found] == wanted:
                    return Line(found)
        raise AssertionError(f"{text!r} does not stand on one line")

    def starting(self, text: str) -> Line:
        """Find the first line that begins with these words."""
        return next(line for line in self.lines if line.text.startswith(text))

    def has(self, text: str) -> bool:
        """Tell whether a line of the page begins with these words."""
        return any(line.text.startswith(text) for line in self.lines)

    def between(self, top: float, bottom: float) -> tuple[Line, ...]:
        """Give the lines whose base line is below ``top`` and not below ``bottom``."""
        return tuple(line for line in self.lines if top < line.baseline <= bottom)


def read_pdf(pdf: Path) -> tuple[PdfPage, ...]:
    """Read the pages of a PDF; skips by name without poppler."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run(
        [program, "-bbox", str(pdf), "-"], capture_output=True, text=True, timeout=60, check=True
    )
    # Words of the producer stand in the head; XML control characters cannot occur in the body.
    body = done.stdout[done.stdout.index("<doc>") : done.stdout.index("</doc>") + len("</doc>")]
    sources = PdfReader(pdf).pages
    found = []
    for index, page in enumerate(ElementTree.fromstring(body).iter("page")):
        painted = read_content(sources[index])
        found.append(
            PdfPage(
                index + 1,
                float(page.get("width", "0")) * MM,
                float(page.get("height", "0")) * MM,
                tuple(_words(page, painted)),
                tuple(sorted(set(_strokes(painted)), key=lambda each: (each.top, each.left))),
            )
        )
    return tuple(found)


def _words(page: ElementTree.Element, painted: Painted) -> Iterator[Word]:
    """Give the words of a page on the base lines that the file itself gives.

    The boxes of pdftotext stand on what a font says of its letters, which no two programs write
    alike; a word is of the last piece of text on its level that begins before it.
    """
    starts = sorted(painted.texts, key=lambda start: start.baseline)
    levels = [start.baseline for start in starts]
    for word in page.iter("word"):
        left, top, right, bottom = (float(word.get(side, "0")) for side in _SIDES)
        within = starts[bisect_right(levels, top) : bisect_right(levels, bottom)]
        start = max(
            (start for start in within if start.x < left + _START_PT), key=lambda start: start.x
        )
        yield Word(
            word.text or "", left * MM, right * MM, start.baseline * MM, round(start.size, 2)
        )


def _rows(words: Sequence[Word]) -> Iterator[Line]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.baseline):
        if rows and word.baseline - rows[-1][0].baseline < _LEVEL_MM:
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        yield Line(tuple(sorted(row, key=lambda word: word.left)))


def _parted(row: Line) -> Iterator[Line]:
    start = 0
    for index, (before, word) in enumerate(pairwise(row.words), start=1):
        # A justified line stretches its spaces; a column begins after a wider gap.
        if word.left - before.right > _COLUMN_GAP_EM * max(word.size_pt, before.size_pt) * MM:
            yield Line(row.words[start:index])
            start = index
    yield Line(row.words[start:])


def _meet(level: Stroke, upright: Stroke) -> bool:
    return (
        level.left - _TOUCH_MM < upright.left < level.right + _TOUCH_MM
        and upright.top - _TOUCH_MM < level.level < upright.bottom + _TOUCH_MM
    )


def _strokes(painted: Painted) -> Iterator[Stroke]:
    """Give the sides of every path that is painted, each as a stroke."""
    for pieces in painted.paths:
        whole = _stroke([point for piece in pieces for point in piece])
        # A thin filled box is one stroke; its four sides would be two on almost the same place.
        if whole.is_level or whole.is_upright:
            yield whole
            continue
        for piece in pieces:
            side = _stroke(piece)
            if side.is_level or side.is_upright:
                yield side


def _stroke(points: Sequence[Point]) -> Stroke:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top, right, bottom = (round(v * MM, 3) for v in (min(xs), min(ys), max(xs), max(ys)))
    return Stroke(left, top, right, bottom)

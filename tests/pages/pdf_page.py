"""A small reader of PDF pages: words on base lines, and strokes, in mm from the top left."""

from __future__ import annotations

import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

MM = 25.4 / 72
_LEVEL_MM = 0.8  # what base lines of one line may differ by: 12 pt beside 14 pt, a raised number
_FLAT_PT = 1.5  # how far the ends of a level stroke may be apart
_TOUCH_MM = 0.3
_JOIN_MM = 0.05
_COLUMN_GAP_EM = 0.9
# What pdftotext takes for the height of letters where a file does not give it.
_ASCENT, _DESCENT = 0.95, 0.35


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
    """A page of a PDF, in mm."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    source: PageObject

    @cached_property
    def rows(self) -> tuple[Line, ...]:
        """The words of each level, from the top, whatever gaps are between them."""
        return tuple(_rows(self.words))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The words in lines, from the top; a gap as between columns parts two lines."""
        return tuple(line for row in self.rows for line in _parted(row))

    @cached_property
    def strokes(self) -> tuple[Stroke, ...]:
        """What is drawn in straight lines, from the top."""
        found = set(_strokes(self.source))
        return tuple(sorted(found, key=lambda each: (each.top, each.left)))

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
        ascent, descent = _letters(sources[index])
        found.append(
            PdfPage(
                index + 1,
                _mm(page, "width"),
                _mm(page, "height"),
                tuple(_word(word, ascent, descent) for word in page.iter("word")),
                sources[index],
            )
        )
    return tuple(found)


def _mm(element: ElementTree.Element, name: str) -> float:
    return float(element.get(name, "0")) * MM


def _word(word: ElementTree.Element, ascent: float, descent: float) -> Word:
    top, bottom = _mm(word, "yMin"), _mm(word, "yMax")
    size = (bottom - top) / (ascent + descent)
    return Word(
        word.text or "",
        _mm(word, "xMin"),
        _mm(word, "xMax"),
        top + ascent * size,
        round(size / MM, 2),
    )


def _letters(page: PageObject) -> tuple[float, float]:
    """Give the ascent and descent pdftotext measures with, in em: those of the fonts, if any."""
    resources: Any = page["/Resources"]
    for each in resources.get("/Font", {}).values():
        font = each.get_object()
        for inner in font.get("/DescendantFonts", [font]):
            described = inner.get_object().get("/FontDescriptor")
            if described is not None:
                descriptor = described.get_object()
                ascent = float(descriptor.get("/Ascent", 0)) / 1000
                descent = -float(descriptor.get("/Descent", 0)) / 1000
                return ascent or _ASCENT, descent or _DESCENT
    return _ASCENT, _DESCENT


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


def _strokes(page: PageObject) -> Iterator[Stroke]:
    """Give the sides of every path that is painted, each as a stroke."""
    height = float(page.mediabox.height)
    matrices: list[Sequence[float]] = [(1, 0, 0, 1, 0, 0)]
    pieces: list[tuple[tuple[float, float], tuple[float, float]]] = []
    at = start = (0.0, 0.0)
    contents = page.get_contents()
    for operands, operator in contents.operations if contents is not None else []:
        if operator not in _DRAWING:
            continue
        numbers = [float(each) for each in operands]
        matrix = matrices[-1]
        match operator:
            case b"q":
                matrices.append(matrix)
            case b"Q":
                matrices.pop()
            case b"cm":
                matrices[-1] = _product(numbers, matrix)
            case b"m":
                at = start = _moved(numbers[0], numbers[1], matrix)
            case b"l":
                to = _moved(numbers[0], numbers[1], matrix)
                pieces.append((at, to))
                at = to
            case b"h":
                pieces.append((at, start))
                at = start
            case b"re":
                x, y, wide, high = numbers
                corners = [
                    _moved(each[0], each[1], matrix)
                    for each in ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))
                ]
                pieces += pairwise([*corners, corners[0]])
            case b"n":
                pieces = []
            case _:
                yield from _painted(pieces, height)
                pieces = []


_DRAWING = frozenset(
    (b"q", b"Q", b"cm", b"m", b"l", b"h", b"re", b"n",
     b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*")
)  # fmt: skip


def _painted(
    pieces: Sequence[tuple[tuple[float, float], tuple[float, float]]], height: float
) -> Iterator[Stroke]:
    points = [point for piece in pieces for point in piece]
    if not points:
        return
    whole = _stroke(points, height)
    # A thin filled box is one stroke; its four sides would be two on almost the same place.
    if whole.is_level or whole.is_upright:
        yield whole
        return
    for piece in pieces:
        side = _stroke(piece, height)
        if side.is_level or side.is_upright:
            yield side


def _stroke(points: Sequence[tuple[float, float]], height: float) -> Stroke:
    xs, ys = [x for x, _ in points], [height - y for _, y in points]
    left, top, right, bottom = (round(v * MM, 3) for v in (min(xs), min(ys), max(xs), max(ys)))
    return Stroke(left, top, right, bottom)


def _product(one: Sequence[float], other: Sequence[float]) -> tuple[float, ...]:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def _moved(x: float, y: float, matrix: Sequence[float]) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f

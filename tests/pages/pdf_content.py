"""What a content stream of a PDF paints: where each piece of text begins, and straight strokes.

Lengths are in pt, levels from the top of the page; whatever program made the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pypdf import PageObject

Point = tuple[float, float]
_Matrix = Sequence[float]
_NONE: _Matrix = (1, 0, 0, 1, 0, 0)
_TOKEN = re.compile(
    rb"\(|<<|>>|<[^<>]*>|/[^\s\[\]()<>/%{}]*|[-+]?[0-9.]+|[A-Za-z'\"][A-Za-z0-9*]*|[\[\]]"
)
_IN_TEXT = re.compile(rb"\\.|[()]", re.S)
_NUMBER = re.compile(rb"[-+]?[0-9.]+\Z")
_PAINTING = frozenset((b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_SHOWING = frozenset((b"Tj", b"TJ", b"'", b'"'))


@dataclass(frozen=True, slots=True)
class TextStart:
    """Where a piece of text begins, on its base line, and how large its letters are."""

    x: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class Painted:
    """All that a page paints.

    Attributes:
        texts: in the order of the file.
        paths: the ends of the straight pieces of each path that is painted.
    """

    texts: tuple[TextStart, ...]
    paths: tuple[tuple[tuple[Point, Point], ...], ...]


def read_content(page: PageObject) -> Painted:
    """Read what a page paints itself; words and strokes inside its pictures are not looked at."""
    contents = page.get_contents()
    reader = _Reader(float(page.mediabox.height))
    if contents is not None:
        for operator, operands in _operations(contents.get_data()):
            reader.take(operator, operands)
    return Painted(tuple(reader.texts), tuple(reader.paths))


def _operations(data: bytes) -> Iterator[tuple[bytes, list[float]]]:
    """Give each operator with its numbers; texts, names and lists are left out."""
    numbers: list[float] = []
    at, listed = 0, 0
    while found := _TOKEN.search(data, at):
        token, at = found[0], found.end()
        first = token[:1]
        if first == b"(":
            at = _end_of_text(data, at)
        elif token in (b"[", b"<<"):
            listed += 1
        elif token in (b"]", b">>"):
            listed -= 1
        elif first not in b"/<" and not listed:
            if _NUMBER.match(token):
                numbers.append(float(token))
            else:
                yield token, numbers
                numbers = []


def _end_of_text(data: bytes, at: int) -> int:
    """Find the end of a text that has begun: its brackets may be nested."""
    depth = 1
    for found in _IN_TEXT.finditer(data, at):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    raise AssertionError("a text without an end")


class _Reader:
    def __init__(self, height: float) -> None:
        self.texts: list[TextStart] = []
        self.paths: list[tuple[tuple[Point, Point], ...]] = []
        self._height = height
        self._states: list[tuple[_Matrix, float, float]] = []
        self._matrix: _Matrix = _NONE
        self._size = self._leading = 0.0
        self._line: _Matrix = _NONE
        self._pieces: list[tuple[Point, Point]] = []
        self._at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)

    def take(self, operator: bytes, numbers: Sequence[float]) -> None:
        match operator:
            case b"q":
                self._states.append((self._matrix, self._size, self._leading))
            case b"Q":
                self._matrix, self._size, self._leading = self._states.pop()
            case b"cm":
                self._matrix = _product(numbers, self._matrix)
            case b"BT":
                self._line = _NONE
            case b"Tm":
                self._line = numbers
            case b"Tf":
                self._size = numbers[-1]
            case b"TL":
                self._leading = numbers[0]
            case b"Td" | b"TD":
                self._line = _product((1, 0, 0, 1, *numbers), self._line)
                if operator == b"TD":
                    self._leading = -numbers[1]
            case b"T*":
                self._next_line()
            case b"m":
                self._at = self._start = self._moved(*numbers)
            case b"l":
                self._draw(self._moved(*numbers))
            case b"h":
                self._draw(self._start)
            case b"re":
                x, y, wide, high = numbers
                corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y))
                self._pieces += pairwise(self._moved(*corner) for corner in corners)
            case b"n":
                self._pieces = []
            case _ if operator in _SHOWING:
                self._show(operator)
            case _ if operator in _PAINTING and self._pieces:
                self.paths.append(tuple(self._pieces))
                self._pieces = []

    def _show(self, operator: bytes) -> None:
        if operator in (b"'", b'"'):
            self._next_line()
        _, b, c, d, x, y = _product(self._line, self._matrix)
        assert abs(b) + abs(c) < 0.001, "text that does not lie level"
        self.texts.append(TextStart(x, self._height - y, self._size * abs(d)))

    def _next_line(self) -> None:
        self._line = _product((1, 0, 0, 1, 0, -self._leading), self._line)

    def _draw(self, to: Point) -> None:
        self._pieces.append((self._at, to))
        self._at = to

    def _moved(self, x: float, y: float) -> Point:
        a, b, c, d, e, f = self._matrix
        return a * x + c * y + e, self._height - (b * x + d * y + f)


def _product(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip

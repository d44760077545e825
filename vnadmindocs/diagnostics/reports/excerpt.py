"""The line of a file that a finding points to, with carets under the span.

Columns come in as code points and go out as screen columns: combining marks take none, tabs go to
the next stop, control characters are shown as pictures so that a file cannot write to a terminal.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_TAB = 4
_WIDEST = 96  # screen columns of source shown; a longer line is cut around the span
_BEFORE = 32  # of these, at most so many before the span
_INDENT = "  "


class Excerpt(NamedTuple):
    """A source line ready to print, and the carets that go under it."""

    line: str
    carets: str


def excerpt(source_line: str, column: int, end_column: int) -> Excerpt:
    """Show a line and mark the code points from ``column`` up to, not including, ``end_column``.

    Args:
        source_line: the line as it stands in the file.
        column: first code point meant, from 1; 0 marks nothing.
        end_column: the one after the last; at or before ``column`` it marks a single one.

    Leading space is cut to two columns unless the span lies in it.
    """
    source = source_line.rstrip("\r\n")
    start = column - 1 if column else len(source)
    margin = len(source) - len(source.lstrip())
    source = source[(cut := min(margin, start)) :].rstrip()
    if not column:
        return Excerpt(_INDENT + _window("".join(_cells(source)), 0, 0)[0], "")
    start -= cut
    end = max(end_column - 1 - cut, start + 1)
    cells = _cells(source)
    before = _width(cells[:start])
    marked = max(_width(cells[start:end]), 1)
    line, before, marked = _window("".join(cells), before, marked)
    return Excerpt(_INDENT + line, _INDENT + " " * before + "^" * marked)


def _cells(source: str) -> list[str]:
    """Give what the screen shows for each code point."""
    cells: list[str] = []
    column = 0
    for char in source:
        if char == "\t":
            cell = " " * (_TAB - column % _TAB)
        elif ord(char) < 0x20:
            cell = chr(0x2400 + ord(char))
        elif char == "\x7f" or unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs"):
            cell = "\N{REPLACEMENT CHARACTER}"
        else:
            cell = char
        column += _width([cell])
        cells.append(cell)
    return cells


def _width(cells: list[str]) -> int:
    return sum(
        unicodedata.category(char) not in ("Mn", "Me", "Cf") for cell in cells for char in cell
    )


def _window(line: str, before: int, marked: int) -> tuple[str, int, int]:
    """Cut a line that is too wide to its stretch around the marked columns."""
    if _width([line]) <= _WIDEST:
        return line, before, marked
    first = max(before - _BEFORE, 0)
    shown = _columns(line, first, _WIDEST)
    head = "…" if first else ""
    tail = "…" if _width([line]) > first + _WIDEST else ""
    return head + shown + tail, before - first + len(head), min(marked, _WIDEST - (before - first))


def _columns(line: str, first: int, count: int) -> str:
    """Take ``count`` screen columns from ``first``; marks stay with their letter."""
    taken: list[str] = []
    column = -1
    for char in line:
        column += _width([char])
        if first <= column < first + count:
            taken.append(char)
    return "".join(taken)

"""Words wider than the cell they stand in, broken by layout: no writer then has to break them.

Typst prints such a word over the cell beside, Word breaks it anywhere. Lines that layout breaks
are the same on both roads, and stay in their cell. Nothing is added where a word breaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.layout.inline import Line
from vnadmindocs.layout.shape import Cell, Paragraph, Run, Style
from vnadmindocs.layout.sheet import Sheet
from vnadmindocs.layout.table_content import longest_word, look
from vnadmindocs.values import dataclass

# Addresses, file names and numbers of documents part after these rather than elsewhere, and so do
# words that a space binds.
_PARTS_AFTER = frozenset("/-_.\u00a0")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A character of a line, or what stands in it in place of text."""

    run: Run
    text: str
    width_mm: float


def with_broken_words(
    sheet: Sheet, cells: Sequence[Cell], widths_mm: Sequence[float], room_mm: float
) -> tuple[Cell, ...]:
    """Break the lines of the cells of a row that have a word wider than their cell.

    Args:
        sheet: the sheet of the part.
        cells: the cells, in the size they are printed in.
        widths_mm: the widths of the columns.
        room_mm: what padding and lines take of the width of each cell.
    """
    found: list[Cell] = []
    column = 0
    for cell in cells:
        width = sum(widths_mm[column : column + cell.columns]) - room_mm
        broken = tuple([_in_width(sheet, each, width) for each in cell.paragraphs])
        found.append(replace(cell, paragraphs=broken))
        column += cell.columns
    return tuple(found)


def _in_width(sheet: Sheet, paragraph: Paragraph, width: float) -> Paragraph:
    if longest_word(sheet, paragraph) <= width:
        return paragraph
    style = sheet.styles[paragraph.role]
    lines = [part for line in paragraph.lines for part in broken_line(line, style, width)]
    return replace(paragraph, lines=tuple(lines))


def broken_line(line: Line, style: Style, width: float) -> list[Line]:
    """Break a line at spaces, and inside the words that are wider than the width.

    Such a word parts after the last mark that parts addresses and numbers, else where the width
    ends. Every line is as full as it will go; the spaces lines part at are gone.

    Args:
        line: the runs of the line.
        style: the look of its paragraph.
        width: the room it has, in mm.
    """
    signs = [sign for run in line for sign in _signs(run, style)]
    lines: list[Line] = []
    start = at = 0
    used = 0.0
    space = mark = -1
    while at < len(signs):
        sign = signs[at]
        if sign.text != " " and at > start and used + sign.width_mm > width:
            if space >= start:
                end, after = space, space + 1
            else:
                end = after = mark + 1 if mark >= start else _before(signs, start, at)
            lines.append(_runs(signs[start:end]))
            start = at = after
            used = 0.0
            continue
        used += sign.width_mm
        if sign.text == " ":
            space = at
        elif sign.text in _PARTS_AFTER:
            mark = at
        at += 1
    return [*lines, _runs(signs[start:])]


def _before(signs: Sequence[_Sign], start: int, at: int) -> int:
    """Give where a word parts that has no mark: the number of a note stays with its letter."""
    return at - 1 if signs[at].run.footnote and at - 1 > start else at


def _signs(run: Run, style: Style) -> list[_Sign]:
    seen = look(run, style)
    if seen is None:
        return [_Sign(run, "", 0.0)]
    text, size, bold, italic = seen
    if text != run.text:  # a note or a box
        return [_Sign(run, "", width_mm(text, size, bold, italic))]
    return [_Sign(run, each, width_mm(each, size, bold, italic)) for each in text]


def _runs(signs: Sequence[_Sign]) -> Line:
    """Join the characters that stood in one run."""
    return tuple(
        [
            replace(next_to[0].run, text="".join([sign.text for sign in next_to]))
            if next_to[0].text
            else next_to[0].run
            for next_to in (
                list(group) for _, group in groupby(signs, key=lambda sign: id(sign.run))
            )
        ]
    )

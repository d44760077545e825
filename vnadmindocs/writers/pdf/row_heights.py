"""Heights of table rows that are known before typst sets them.

Typst lays every cell of a row out twice: once to learn how high the row is, once for good. A row of
plain words whose number of lines is beyond doubt is told its height instead, the very one typst
would find. Any other row is left to typst.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf

from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.layout.shape import Style
from vnadmindocs.pattern import pattern
from vnadmindocs.writers.pdf.looks import lead_pt, line_pt

UNKNOWN = 0.0
# Within half a percent of the width of a column it is for typst to say whether words fit.
_SURE, _ALMOST = 0.995, 1.005
# Words that no line ends within, whoever breaks it, in letters that any face has.
_LETTER = "0-9A-Za-zÀ-ÖØ-öø-ýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
_PLAIN_WORD = pattern(rf"\(?[{_LETTER}]+(?:[.,][{_LETTER}]+)*%?\)?[.,;:]?|\d+(?:/\d+)+[.,;]?|[-–]")


def known_height(cells: Sequence[object], rooms_mm: Sequence[float], style: Style) -> float:
    """Give the height of a row of plain cells without its insets, in pt; `UNKNOWN` if in doubt.

    Args:
        cells: the data of each cell; only words that are one string are plain.
        rooms_mm: the width each column has for its words.
        style: what they look like.
    """
    fewest = most = 0.0
    texts = [words for words in cells if isinstance(words, str)]
    if not len(texts) == len(cells) == len(rooms_mm):
        return UNKNOWN
    for words, room in zip(texts, rooms_mm, strict=True):
        if words:
            at_least, at_most = _lines(words, room, style)
            fewest, most = max(fewest, at_least), max(most, at_most)
    if fewest != most or not most:
        return UNKNOWN
    return most * line_pt(style) + (most - 1) * lead_pt(style)


def _lines(words: str, room_mm: float, style: Style) -> tuple[float, float]:
    """Give between what numbers of lines some words have."""
    look = (style.size_pt, style.bold, style.italic)
    widths = [_width_mm(word, *look) for word in words.split(" ")]
    space = _width_mm(" ", *look)
    if sum(widths) + space * (len(widths) - 1) <= room_mm * _SURE:
        return 1, 1
    if max(widths) > room_mm * _SURE:
        return 1, inf
    return _filled(widths, space, room_mm * _ALMOST), _filled(widths, space, room_mm * _SURE)


def _filled(widths: Iterable[float], space: float, limit: float) -> int:
    """Count the lines of words, each line as full as it will go."""
    lines, end = 1, -space
    for width in widths:
        end += space + width
        if end > limit:
            lines += 1
            end = width
    return lines


@lru_cache(maxsize=4096)
def _width_mm(word: str, size_pt: float, bold: bool, italic: bool) -> float:
    """Measure a word; one that may be parted, or lack a letter, is wider than any column."""
    if word != " " and _PLAIN_WORD.fullmatch(word) is None:
        return inf
    return width_mm(word, size_pt, bold, italic)

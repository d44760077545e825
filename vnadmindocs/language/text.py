"""Vietnamese text as it enters the house: cleaned, folded for keys, compared for near misses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from vnadmindocs.pattern import pattern

_SPACES = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_LINE_ENDS = "\r\v\f\u0085\u2028\u2029"
# Zero-width characters, direction marks, the soft hyphen and the byte order mark: they come with
# text pasted from the web and from PDF, nobody sees them, and they break every comparison.
_INVISIBLE = (
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
_CONTROLS = "".join(
    chr(point)
    for point in (*range(0x20), *range(0x7F, 0xA0))
    if chr(point) not in _SPACES + _LINE_ENDS + "\n"
)

_CLEANING = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_LINE_ENDS, "\n"),
        **dict.fromkeys(_INVISIBLE + _CONTROLS, ""),
    }
)
_UNCLEAN = pattern(f"[{re.escape(_SPACES + _LINE_ENDS + _INVISIBLE + _CONTROLS)}]")
_SEPARATORS = pattern(r"[\s_\-\u00a0\u2010-\u2015]+")
_STROKES = str.maketrans("đĐðÐ", "dDdD")


class _WithoutMarks(dict[int, int | None]):
    """A table for ``str.translate`` that drops marks; it learns the characters it meets."""

    def __missing__(self, point: int) -> int | None:
        kept = None if unicodedata.category(chr(point)) == "Mn" else point
        if len(self) < _MOST_LEARNT:
            self[point] = kept
        return kept


_MOST_LEARNT = 2000
_WITHOUT_MARKS = _WithoutMarks()


def clean(text: str) -> str:
    r"""Bring a text to the one spelling the house works with.

    NFC; no-break and other spaces and tabs become plain spaces, one for one; every line end
    becomes ``\n`` (Word's own line break, vertical tab, too); zero-width characters, direction
    marks, soft hyphens, byte order marks and control characters go. Nothing else changes: a clean
    text is returned as the same object.
    """
    if text.isascii() and text.isprintable():
        return text
    # Whatever must go is unprintable; so is the line break, which need not.
    if not text.isprintable() and _UNCLEAN.search(text) is not None:
        text = text.replace("\r\n", "\n").translate(_CLEANING)
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", text)


def without_accents(text: str) -> str:
    """Take the marks off every letter: ``Đỗ Thị Hường`` becomes ``Do Thi Huong``.

    The eth that old converters put for Đ (``Ð``) is taken for it.
    """
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text.translate(_STROKES))
    return unicodedata.normalize("NFC", parts.translate(_WITHOUT_MARKS))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Fold a name to the spelling under which names are compared.

    ``nơi nhận``, ``Noi-Nhan`` and ``NƠI_NHẬN`` all become ``noi_nhan``: NFC, lower case, marks
    off, đ as d; a run of spaces, no-break spaces, underscores and hyphens is one ``_``, none at
    either end. Variants of i and y (``kí hiệu``) stay apart: those are aliases.
    """
    bare = without_accents(without_accents(clean(text)).lower())
    return _SEPARATORS.sub("_", bare).strip("_")


def is_capitals(text: str) -> bool:
    """Tell whether a text has letters and none of them is lower-case."""
    return text.isupper()


def capitalized(text: str) -> str:
    """Make the first letter a capital and leave the rest: ``sở Nội vụ`` becomes ``Sở Nội vụ``."""
    return _with_first_letter(text, str.upper)


def uncapitalized(text: str) -> str:
    """Make the first letter small, as a phrase goes into the middle of a sentence.

    A first word that has another capital (``UBND``, ``TP.HCM``) is an abbreviation and stays.
    """
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    if sum(character.isupper() for character in word) > 1:
        return text
    return _with_first_letter(text, str.lower)


def closest(name: str, names: Iterable[str], limit: int | None = None) -> str | None:
    """Find the name that was probably meant.

    Names are compared folded, by how many letters must be put in, left out, changed or swapped
    with a neighbour.

    Args:
        name: what was written.
        names: what could have been meant, the likelier first: it wins a tie.
        limit: the most changes still taken for a slip; None means one in names up to four
            letters, two up to nine, three in longer ones.
    """
    written = fold(name)
    if limit is None:
        limit = 1 if len(written) <= 4 else 2 if len(written) <= 9 else 3
    best: str | None = None
    fewest = limit + 1
    for candidate in names:
        folded = fold(candidate)
        if abs(len(folded) - len(written)) >= fewest:
            continue
        changes = _changes(written, folded)
        # A name of which every letter had to change was not meant.
        if changes < fewest and changes < max(len(written), len(folded), 1):
            best, fewest = candidate, changes
    return best


def _with_first_letter(text: str, change: Callable[[str], str]) -> str:
    for place, character in enumerate(text):
        if character.isalpha():
            return f"{text[:place]}{change(character)}{text[place + 1 :]}"
    return text


def _changes(one: str, other: str) -> int:
    """Count the changes between two words: optimal string alignment."""
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, left in enumerate(one, start=1):
        current = [row]
        for column, right in enumerate(other, start=1):
            cost = min(
                last[column] + 1,
                current[column - 1] + 1,
                last[column - 1] + (left != right),
            )
            swapped = row > 1 and column > 1 and left == other[column - 2] and right == one[row - 2]
            if swapped:
                cost = min(cost, before_last[column - 2] + 1)
            current.append(cost)
        before_last, last = last, current
    return last[-1]

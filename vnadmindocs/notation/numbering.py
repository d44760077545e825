"""Labels of the levels of a body: ``Chương II``, ``Điều 4a.``, ``I.``, ``1.1.``, ``a)``, ``-``.

What was inserted later has a letter or, a point, a digit: ``Điều 4a.``, ``3a.``, ``a1)``.

``recognise`` says what a line looks like; a ``Counting`` knows what has been counted so far and
tells whether a label comes next. Labels are kept as typed and never renumbered.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache

from vnadmindocs.language.alphabet import (
    NO_POINT_LETTERS,
    POINT_LETTERS,
    point_index,
    point_letter,
)
from vnadmindocs.language.numerals import from_roman, to_roman
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass


class Level(StrEnum):
    """The levels that carry a label, from large to small."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    HEADING = "heading"
    CLAUSE = "clause"
    POINT = "point"
    DASH = "dash"
    SUBDASH = "subdash"


TITLED_LEVELS = frozenset((Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION))
_COUNTED = (*(level for level in Level if level not in (Level.DASH, Level.SUBDASH)),)
# Below each level, those that begin anew; articles are counted through the whole text.
_SMALLER: dict[Level, tuple[Level, ...]] = {
    level: tuple(smaller for smaller in _COUNTED[index + 1 :] if smaller is not Level.ARTICLE)
    for index, level in enumerate(_COUNTED[:-1])
}


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it stands at the head of a line.

    Attributes:
        text: as typed, such as ``Điều 1:`` or ``Chương II``; a dash is always ``-``.
        numbers: what to count with: ``(4,)`` for ``Điều 4a.``, ``(2, 1)`` for ``2.1.``, the place
            of the letter from 1 for a point, 0 for one that numbers no point; empty for dashes.
        inserted: place among what was inserted after these numbers, from 1 (``Điều 4a.``); 0 for
            most.
        dotless: a decimal label without its last dot (``2.2.1``), a label only in sequence.
    """

    kind: Level
    text: str
    numbers: tuple[int, ...] = ()
    inserted: int = 0
    dotless: bool = False


Recognised = tuple[Label, int]
"""A label and the column where the words after it begin."""

_WORD_LEVELS = {
    "phần": Level.PART,
    "chương": Level.CHAPTER,
    "mục": Level.SECTION,
    "tiểu mục": Level.SUBSECTION,
}
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_WORD_LABEL = pattern(
    r"(?P<label>(?P<word>phần|chương|mục|tiểu mục) +"
    r"(?:(?:(?-i:(?P<roman>[IVXLC]+))|(?P<digits>\d{1,3}))(?-i:(?P<letter>[a-zđ]?))"
    rf"|thứ (?P<ordinal>{'|'.join(_ORDINALS)}))"
    r"[.:]?)(?: +(?P<title>\S.*))?",
    re.IGNORECASE,
)
_ARTICLE = pattern(
    r"(?P<label>điều +(?P<number>\d{1,3})(?P<letter>[a-zđ]?)[.:])(?: +|(?=[^\W\d_])|\Z)",
    re.IGNORECASE,
)
_HEADING = pattern(r"(?P<label>(?P<roman>[IVXLC]+)\.) +(?=(?P<first>\S))")
_CLAUSE = pattern(r"([1-9]\d{0,2}(?:[a-zđ](?=\.)|(?:\.[1-9]\d{0,2})*)\.?) +(?=\S)")
# «aa) », after y); «a1) », a point inserted later.
_LONG_POINT = pattern(r"(?P<letter>[a-zđ])(?:(?P<digit>[1-9])|(?P=letter))\) +(?=\S)")


def recognise(line: str) -> Recognised | None:
    """Tell what label a line opens with, by its looks alone; None when it opens with none.

    Section headings (``I. ``) and dotless decimals must be in sequence as well, which only the
    caller's ``Counting`` knows.
    """
    form = _FORMS.get(line[:1])
    if form is not None:
        found = form(line)
        if found is not None:
            return found
    if line[1:3] == ") ":
        return _point(line)
    return _long_point(line) if line[2:4] == ") " else None


def spelled(label: Label, numbers: tuple[int, ...], inserted: int = 0) -> str:
    """Write a label of the same level with other numbers, such as the one expected."""
    if label.kind is Level.POINT:
        index = numbers[-1] - 1
        if index >= 2 * len(POINT_LETTERS):
            return label.text
        return f"{point_letter(index)}{inserted or ''})"
    if label.kind is Level.HEADING:
        return f"{to_roman(numbers[-1])}."
    letter = point_letter(inserted - 1) if inserted else ""
    if label.kind is Level.CLAUSE:
        return ".".join(map(str, numbers)) + f"{letter}."
    if label.kind is Level.ARTICLE:
        return f"Điều {numbers[0]}{letter}."
    word, _, number = label.text.rpartition(" ")
    if number.rstrip(".:").lower() in _ORDINALS and numbers[-1] <= len(_ORDINALS):
        return f"{word} {_ORDINALS[numbers[-1] - 1]}"
    roman = number[:1].isupper()
    return f"{word} {to_roman(numbers[-1]) if roman else numbers[-1]}{letter}"


def _word(line: str) -> Recognised | None:
    found = _WORD_LABEL.fullmatch(line)
    if found is None:
        return None
    title = found["title"]
    if title and not title.isupper():
        return None
    if found["roman"]:
        number = from_roman(found["roman"])
    elif found["digits"]:
        number = int(found["digits"])
    else:
        number = _ORDINALS.index(found["ordinal"].lower()) + 1
    index = point_index(found["letter"]) if found["letter"] else -1
    if number is None or index is None:
        return None
    label = Label(_WORD_LEVELS[found["word"].lower()], found["label"], (number,), index + 1)
    return label, found.start("title") if title else len(line)


def _article_or_word(line: str) -> Recognised | None:
    found = _ARTICLE.match(line)
    if found is None:
        return None
    inserted = 0
    if found["letter"]:
        index = point_index(found["letter"].lower())
        if index is None:
            return None
        inserted = index + 1
    return Label(Level.ARTICLE, found["label"], (int(found["number"]),), inserted), found.end()


def _heading(line: str) -> Recognised | None:
    found = _HEADING.match(line)
    if found is None:
        return _word(line) if line[0] == "C" else None
    number = from_roman(found["roman"])
    if number is None or not (found["first"].isupper() or found["first"] in "“\"'‘(*"):
        return None
    return Label(Level.HEADING, found["label"], (number,)), found.end()


def _clause(line: str) -> Recognised | None:
    found = _CLAUSE.match(line)
    if found is None:
        return None
    label = _clause_label(found[1])
    if label is None:
        return None
    # «1.5 triệu đồng» is an amount; a title begins with a capital.
    if label.dotless:
        depth = len(label.numbers)
        if depth == 1 or (depth == 2 and line[found.end()].islower()):
            return None
    return label, found.end()


@lru_cache(maxsize=1024)
def _clause_label(text: str) -> Label | None:
    bare = text.rstrip(".")
    letter = bare[-1] if bare[-1].isalpha() else ""
    index = point_index(letter) if letter else -1
    if index is None:
        return None
    numbers = tuple(map(int, bare.removesuffix(letter).split(".")))
    return Label(Level.CLAUSE, text, numbers, index + 1, dotless=not text.endswith("."))


def _point(line: str) -> Recognised | None:
    label = _POINTS.get(line[0])
    return None if label is None else (label, _after_spaces(line, 2))


def _long_point(line: str) -> Recognised | None:
    found = _LONG_POINT.match(line)
    if found is None:
        return None
    letter, digit = found["letter"], found["digit"]
    index = point_index(letter if digit else letter * 2)
    if index is None:
        return None
    text = line[: found.end()].rstrip()
    return Label(Level.POINT, text, (index + 1,), int(digit or 0)), found.end()


def _dash(line: str) -> Recognised | None:
    if line[1:2] != " ":
        return None
    return (_SUBDASH if line[0] == "+" else _DASH), _after_spaces(line, 1)


def _after_spaces(line: str, start: int) -> int:
    while line[start : start + 1] == " ":
        start += 1
    return start


_DASH, _SUBDASH = Label(Level.DASH, "-"), Label(Level.SUBDASH, "+")
_POINTS = {
    **{letter: Label(Level.POINT, f"{letter})", (0,)) for letter in NO_POINT_LETTERS},
    **{
        letter: Label(Level.POINT, f"{letter})", (index,))
        for index, letter in enumerate(POINT_LETTERS, 1)
    },
}


_FORMS: dict[str, Callable[[str], Recognised | None]] = {
    **dict.fromkeys("-–—•+", _dash),
    **dict.fromkeys("123456789", _clause),
    **dict.fromkeys("IVXLC", _heading),
    **dict.fromkeys("PpcMmTt", _word),
    **dict.fromkeys("Đđ", _article_or_word),
}


Place = tuple[tuple[int, ...], int]
"""Numbers and what was inserted after them, as a label has them."""

_FIRST: Place = ((1,), 0)
# Below these the level always begins anew: khoản in their Điều, điểm in their khoản.
_ANEW = {
    Level.PART: (Level.SECTION, Level.SUBSECTION),
    Level.CHAPTER: (Level.SECTION, Level.SUBSECTION),
    Level.SECTION: (Level.SUBSECTION,),
    Level.ARTICLE: (Level.CLAUSE, Level.POINT),
    Level.CLAUSE: (Level.POINT,),
}


class Counting:
    """What has been counted so far in one run of text; a quoted provision has its own.

    A quotation may give one khoản of a Điều and leave out those before it.
    """

    __slots__ = ("_anew", "_fresh", "_last", "_quoted", "in_article")

    def __init__(self, *, quoted: bool = False) -> None:
        self._quoted = quoted
        self._last: dict[Level, Place] = {}
        self._fresh: set[Level] = set()
        self._anew: set[Level] = set()
        self.in_article = False

    def copy(self) -> Counting:
        """Make a sequence that has counted the same."""
        twin = Counting(quoted=self._quoted)
        twin._last = dict(self._last)
        twin._fresh = set(self._fresh)
        twin._anew = set(self._anew)
        twin.in_article = self.in_article
        return twin

    def last(self, kind: Level) -> tuple[int, ...]:
        """Return the numbers counted last on a level; empty when there are none."""
        return self._last.get(kind, ((), 0))[0]

    def accepts(self, label: Label, *, restart: bool = False) -> bool:
        """Tell whether a label comes next.

        A level begins anew, or goes on, below a larger heading; khoản begin anew in each Điều,
        điểm in each khoản, mục in each chương. The first label of a level is accepted whatever
        its number, except a section heading, which begins at I, and a khoản or điểm in a Điều.

        Args:
            label: what was recognised.
            restart: the line before announces a list, which may begin anew.
        """
        numbers = label.numbers
        if not numbers:
            return True
        kind = label.kind
        last = self._last.get(kind)
        if numbers == (0,):
            return False
        begins = numbers[-1] == 1 and not label.dotless and not label.inserted
        if kind in self._anew:
            return begins
        if last is None:
            return not label.dotless and (kind is not Level.HEADING or numbers == (1,))
        if begins and (restart or kind in self._fresh):
            return True
        return _follows(last, label)

    def expected(self, label: Label) -> Place:
        """Return what would come next on the same depth in place of a label."""
        last = self._last.get(label.kind)
        if last is None or label.kind in self._anew:
            return _FIRST
        numbers, inserted = last
        if label.inserted and label.numbers == numbers:
            return numbers, inserted + 1
        return (*numbers[:-1], numbers[-1] + 1), 0

    def take(self, label: Label) -> None:
        """Count a label; every smaller level but the article begins anew below it."""
        kind = label.kind
        if label.numbers and label.numbers != (0,):
            self._last[kind] = (label.numbers, label.inserted)
            self._fresh.discard(kind)
            self._anew.discard(kind)
        smaller = _SMALLER.get(kind)
        if smaller is None:
            return
        self._fresh.update(smaller)
        self._anew.difference_update(smaller)
        if kind in _ANEW and not self._quoted:
            self._anew.update(_ANEW[kind])
        if kind is Level.ARTICLE:
            self.in_article = True
        elif kind in TITLED_LEVELS:
            self.in_article = False


def _follows(last: Place, label: Label) -> bool:
    before, inserted = last
    numbers = label.numbers
    if label.inserted:
        return numbers == before and label.inserted == inserted + 1  # 3b follows 3a
    depth = len(numbers)
    if depth == len(before) + 1:
        return numbers[:-1] == before and numbers[-1] == 1
    return (
        depth <= len(before)
        and numbers[:-1] == before[: depth - 1]
        and numbers[-1] == before[depth - 1] + 1
    )

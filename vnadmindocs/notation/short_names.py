"""Short names and abbreviations that a text defines for itself.

``(sau đây gọi tắt là X)``, ``(viết tắt là X)``; ``sản phẩm chủ lực (SPCL)``, whose letters must be
those the words before them begin with; uses of these names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vnadmindocs.language.text import without_accents
from vnadmindocs.notation.mention_signs import ABBREVIATION
from vnadmindocs.notation.passages import Passage
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_NAMED = pattern(
    r"\(\s*(?:(?:sau|dưới)\s+đây\s*)?(?:xin\s+)?(?:được\s+)?"
    r"(?:gọi|viết)(?:\s+(?:tắt|chung|gọn))*\s*(?:là\b|:|bằng\b)\s*:?\s*"
    r"(?P<name>[^()\n]{1,100}?)\s*\)",
    re.IGNORECASE,
)
_LETTERS = pattern(r"[A-ZĐ][A-ZĐ&-]*[A-ZĐ]")
_FEW = 16  # so many names are looked for one after the other
_WORD = pattern(r"[\w&]+(?:\.\w+)*")
_QUOTES = " “”\"'‘’«».,;:"
# Small words that have no letter in an abbreviation.
_SKIPPED = frozenset(
    ("và", "của", "các", "cho", "trong", "về", "với", "tại", "trên", "theo", "để", "từ", "những")
)
_ABBREVIATED = pattern(r"[A-ZĐ]{2}")


@dataclass(frozen=True, slots=True)
class Definition:
    """A name that a text gives to something.

    Attributes:
        name: the short name or the abbreviation.
        meaning: the words it stands for; "" where it is not certain where they begin.
        passage: where it is defined.
        start: where the name stands in the words of the passage.
        end: where it ends there.
        bracket: where the bracket opens.
        meaning_start: where the words it stands for begin.
    """

    name: str
    meaning: str
    passage: Passage
    start: int
    end: int
    bracket: int
    meaning_start: int

    @property
    def is_abbreviation(self) -> bool:
        """Whether it is letters for words, ``CNNT``, not a name such as ``Chương trình``."""
        return bool(self.meaning)

    @property
    def is_telling(self) -> bool:
        """Whether nothing else could be meant by it: it has an abbreviation or a number in it."""
        return _ABBREVIATED.search(self.name) is not None


@dataclass(frozen=True, slots=True)
class Use:
    """A name that is used, outside its definition."""

    name: str
    passage: Passage
    start: int
    end: int


def definitions(passage: Passage) -> Iterator[Definition]:
    """Find the names a passage defines, left to right."""
    text = passage.text
    found = []
    for named in _NAMED.finditer(text):
        start, end = _trimmed(text, *named.span("name"))
        if start < end:
            found.append(Definition(text[start:end], "", passage, start, end, named.start(), start))
    for bracket in ABBREVIATION.finditer(text):
        name = bracket["name"]
        meant = _meaning_start(text, bracket.start(), name)
        if meant is not None:
            start, end = bracket.span("name")
            meaning = text[meant : bracket.start()].rstrip()
            found.append(Definition(name, meaning, passage, start, end, bracket.start(), meant))
    yield from sorted(found, key=lambda each: each.start)


class Names:
    """Finds names in texts; many names are looked up by their first words, in linear time."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        # For each first word the lengths its names have, so that many alike are one look-up each.
        self._lengths: dict[str, set[int]] = {}
        if len(self._names) > _FEW:
            for name in self._names:
                first = _WORD.match(name)
                if first is not None:
                    self._lengths.setdefault(first[0], set()).add(len(name))

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Give each name that stands in a text as a word of its own, and its place."""
        reached = 0
        for start, length, name in sorted(self._hits(text)):
            end = start - length
            before = text[start - 1] if start else " "
            if start >= reached and not before.isalnum() and not text[end : end + 1].isalnum():
                yield name, start, end
                reached = end

    def _hits(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Give every hit, with the length below zero: of two that begin alike the longer first."""
        if not self._lengths:
            for name in self._names:
                start = text.find(name)
                while start >= 0:
                    yield start, -len(name), name
                    start = text.find(name, start + 1)
            return
        for word in _WORD.finditer(text):
            start = word.start()
            for length in self._lengths.get(word[0], ()):
                name = text[start : start + length]
                if name in self._names:
                    yield start, -length, name


def _meaning_start(text: str, bracket: int, name: str) -> int | None:
    """Find where the words begin whose first letters make a name; None when they do not."""
    parts = name.split()
    if _LETTERS.fullmatch(parts[-1]) is None:
        return None
    reach = max(0, bracket - 14 * len(name) - 40)
    words = [(found[0], found.start()) for found in _WORD.finditer(text, reach, bracket)]
    if reach and words:
        del words[0]  # perhaps cut in two
    if not words or text[words[-1][1] + len(words[-1][0]) : bracket].strip():
        return None
    letters = [letter for letter in parts[-1] if letter not in "&-"]
    start = None
    while letters:
        if not words:
            return None
        word, at = words.pop()
        if _begins(word, letters[-1]):
            letters.pop()
            start = at
        elif word not in _SKIPPED or start is None:
            return None
    for part in reversed(parts[:-1]):
        if not words or words[-1][0].lower() != part.lower():
            return None
        start = words.pop()[1]
    return start


def _begins(word: str, letter: str) -> bool:
    initial = word[0].upper()
    return initial == letter or without_accents(initial) == letter


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _QUOTES:
        start += 1
    while end > start and text[end - 1] in _QUOTES:
        end -= 1
    return start, end

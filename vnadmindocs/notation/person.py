"""A person as a form names one: ``Bà Trần Thị Bình, Phó Giám đốc Sở``.

What is printed is what was written; the name is read from it for the signature.
"""

from __future__ import annotations

import re

from vnadmindocs.language.text import is_capitals
from vnadmindocs.law.posts import titles_before
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_HONORIFIC = pattern(
    r"(?:ông\s*\(bà\)|ông/bà|ông|bà|đồng chí|đ/c|đc|anh|chị|cô|thầy)(?=[\s:.])\s*[:.]?\s*",
    re.IGNORECASE,
)
_NEXT = pattern(r"\n|;\s*(?=(?:ông|bà|đồng chí|đ/c)\s)", re.IGNORECASE)
_END = pattern(r"\s*(?:[,;:(]|\s[-–—]\s|\n|$)")
_NAME_WORDS = range(2, 8)


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a line.

    Attributes:
        honorific: ``Ông``, ``Bà``, ``Đồng chí`` as written; "" where there is none.
        name: the name without honorific, ranks and degrees; "" where none can be told.
        post: what follows the name.
    """

    honorific: str
    name: str
    post: str


def read_person(text: str) -> Person:
    """Read a line that names a person."""
    opening = _HONORIFIC.match(text)
    honorific = text[: opening.end()].strip(" :.") if opening else ""
    rest = text[opening.end() :] if opening else text
    end = _END.search(rest)
    name = rest[: end.start()] if end else rest
    post = rest[end.end() :].strip() if end else ""
    before, _ = titles_before(name)
    name = name[len(before) :].lstrip(" .,-–")
    return Person(honorific, name if _is_name(name) else "", post)


def named_people(text: str) -> tuple[str, ...]:
    """Give the names of those whom a field names, one a line or «ông …; bà …» on one."""
    return tuple(name for each in _NEXT.split(text) if (name := read_person(each).name))


def _is_name(text: str) -> bool:
    """Tell whether words are a name: two to seven, each with a capital."""
    words = text.split()
    return (
        len(words) in _NAME_WORDS
        and all(word[0].isupper() for word in words)
        and not (is_capitals(text))
    )

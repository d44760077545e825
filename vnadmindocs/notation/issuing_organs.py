"""Bodies that the words «của …» of a citation name, where they are known ones.

``Bộ trưởng Bộ Công Thương``, ``Thủ tướng Chính phủ``, ``Bộ Tài chính và Bộ Nội vụ``. A body that
is not known, such as a department of a province, is none: nothing is said about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from vnadmindocs.language.text import fold
from vnadmindocs.law.organs import Organ, organs
from vnadmindocs.pattern import pattern

# Folded, « - » between two bodies is a space like any other.
_JOINT = pattern(r"_*[,;]_*(?:va_)?|_(?:(?:va|phoi_hop_voi)_)?")


def organs_named(words: str) -> tuple[Organ, ...]:
    """Give the known bodies that these words name, one after the other from their beginning."""
    folded = fold(words)
    found: list[Organ] = []
    position = 0
    while (named := _organ_at(folded, position)) is not None:
        organ, position = named
        found.append(organ)
        joint = _JOINT.match(folded, position)
        if joint is None:
            break
        position = joint.end()
    return tuple(found)


def _organ_at(folded: str, position: int) -> tuple[Organ, int] | None:
    names = _names()
    end = len(folded)
    # The longest name that stands here: «Thủ tướng Chính phủ» is not «Chính phủ».
    for length in _lengths():
        stop = position + length
        if stop <= end and (stop == end or not folded[stop].isalnum()):
            organ = names.get(folded[position:stop])
            if organ is not None:
                return organ, stop
    return None


@cache
def _names() -> Mapping[str, Organ]:
    names: dict[str, Organ] = {}
    for organ in organs().values():
        if organ.kind == "party":
            continue
        for name in (organ.name.vi, organ.head, organ.letters, *organ.also):
            if name:
                names.setdefault(fold(name), organ)
        names.setdefault(f"chu_tich_{fold(organ.letters)}", organ)
    return names


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(name) for name in _names()}, reverse=True))

"""What the file of an appendix is called: its label without accents, safe on every system."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnadmindocs.language.numerals import from_roman
from vnadmindocs.language.text import without_accents
from vnadmindocs.law.wording import wording

_LONGEST = 40  # characters: stem, name and ending together stay far below 255 bytes
# Roman numerals as appendices have them; C, D, L, M are far more often letters of a row A, B, C.
_ROMAN = r"\b[IVX]+$"


def file_names(labels: Sequence[str]) -> tuple[str, ...]:
    """Give what follows the main document's name in the name of each file, all different.

    Args:
        labels: what each is called, such as ``Phụ lục II`` or ``ĐIỀU LỆ``; "" for what has no
            name, which is called an appendix.

    Returns:
        ``-phu-luc-2``, ``-dieu-le``: a hyphen, then small Latin letters, digits and hyphens. A
        second one of a name gets a number.
    """
    given: list[str] = []
    for label in labels:
        name = wanted = f"-{_plain(label) or _plain(wording('appendix'))}"
        count = 1
        while name in given:
            count += 1
            name = f"{wanted}-{count}"
        given.append(name)
    return tuple(given)


def _plain(label: str) -> str:
    counted = re.sub(_ROMAN, lambda found: str(from_roman(found[0]) or found[0]), label.strip())
    plain = re.sub(r"[^a-z0-9]+", "-", without_accents(counted).lower()).strip("-")
    if len(plain) <= _LONGEST:
        return plain
    kept = plain[: _LONGEST + 1].rpartition("-")[0] or plain[:_LONGEST]
    return kept.strip("-")

"""Words of authority above a signature: TM., Q., KT., TL., TUQ.

``data/authority.toml`` -> ``Authority``: what each means, what may follow it, under which other
word its line may stand. The two- and three-line chains (``TM.`` / ``KT.`` / post) follow from
Điều 13; their layout is usage. Taking lines apart and judging chains is for the rules of
signatures, which are to come.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from vnadmindocs.diagnostics.model import Text
from vnadmindocs.language.text import clean
from vnadmindocs.law.tables import read_table
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

# Party bodies write T/M; clerks leave the full stop or the space out.
_OPENING = pattern(r"(?P<word>TM|TUQ|TL|KT|Q)(?:\.|(?=\s))\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Authority:
    """A word of authority.

    Attributes:
        key: ``TM``, ``Q``, ``KT``, ``TL`` or ``TUQ``.
        printed: the word as printed, with its full stop.
        name: what the letters stand for.
        meaning: who signs in what way.
        before: what follows: ``body`` a collective or a body, ``head`` the post of a head.
        signs: whose post stands on the next line: ``head``, ``deputy``, ``unit_head``; ``acting``
            when there is no next line.
        under: keys of the words that may stand on the line above.
        example: lines as printed.
    """

    key: str
    printed: str
    name: Text
    meaning: Text
    before: Literal["body", "head"]
    signs: Literal["head", "deputy", "unit_head", "acting"]
    under: tuple[str, ...]
    locator: str
    confidence: str
    example: tuple[str, ...]


@cache
def authorities() -> Mapping[str, Authority]:
    """Load the five words of authority, by key."""
    raw = read_table("authority.toml")
    return {
        key: Authority(
            key=key,
            printed=row["printed"],
            name=Text(vi=row["vi"], en=row["en"]),
            meaning=Text(vi=row["meaning"]["vi"], en=row["meaning"]["en"]),
            before=row["before"],
            signs=row["signs"],
            under=tuple(row["under"]),
            locator=row["at"],
            confidence=row["sure"],
            example=tuple(row["example"]),
        )
        for key, row in raw.items()
    }


@cache
def authority_words() -> tuple[str, ...]:
    """Give the words as printed: ``TM.``, ``Q.``, ``KT.``, ``TL.``, ``TUQ.``."""
    return tuple(authority.printed for authority in authorities().values())


def split_authority(line: str) -> tuple[Authority, str] | None:
    """Take a line such as ``KT. GIÁM ĐỐC`` apart.

    Returns:
        The word of authority and what follows it, ``GIÁM ĐỐC``; None when the line opens with
        none of the five. A missing full stop or space is forgiven (``KT GIÁM ĐỐC``).
    """
    written = clean(line).strip()
    opening = _OPENING.match(written)
    if opening is None:
        return None
    return authorities()[opening["word"].upper()], written[opening.end() :]


def chain_allowed(keys: Sequence[str]) -> bool:
    """Tell whether words of authority may stand one under the other, top first.

    ``("TM", "KT")`` and ``("TL", "KT")`` may; ``("KT", "TL")`` and a word twice may not.
    """
    return all(above in authorities()[below].under for above, below in pairwise(keys))


def is_deputy_post(post: str) -> bool:
    """Tell whether a post is that of a deputy: ``PHÓ GIÁM ĐỐC``, ``THỨ TRƯỞNG``, ``TỔ PHÓ``."""
    words = clean(post).casefold().split()
    # «phố» of «thành phố» is another word: the marks tell.
    return "phó" in (words[:1] + words[-1:]) or words[:2] == ["thứ", "trưởng"]

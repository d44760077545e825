"""Reads citations: one whole, those of a ground, those in running text.

A *head* is what is certain: type and number (or date, or the name of a law). Heads are found in
one pass; what follows a head (body, subject, amendments) is read up to a bound, so time is linear.
"""

from __future__ import annotations

from dataclasses import replace

from vnadmindocs.notation.citation import Citation, Found, Ground
from vnadmindocs.notation.citation_heads import head_at, heads
from vnadmindocs.notation.citation_tail import read_tail, series_end
from vnadmindocs.notation.legal_basis import LegalBasis
from vnadmindocs.notation.listing import split_mark
from vnadmindocs.pattern import pattern

# Words between «Căn cứ» and the text: «Căn cứ quy định tại khoản 2 Điều 5 …».
_LEAD = pattern(
    r"\s*:?\s*(?:vào\s+)?(?:(?:các\s+)?quy định\s+(?:tại|của|trong)\s+(?:các\s+)?|theo\s+"
    r"(?:quy định\s+(?:tại|của)\s+)?|nội dung\s+(?:tại\s+)?|tinh thần\s+|tại\s+|các\s+(?=[A-ZĐ]))?"
)


def read_citation(text: str) -> Citation | None:
    """Read a text that is one citation; None when it is none or more than one."""
    words = text.strip()
    found = _series(words, 0)
    return found[0].citation if len(found) == 1 else None


def read_ground(words: str) -> Ground:
    """Read a ground."""
    text = split_mark(words.rstrip())[0]
    opening = LegalBasis(text).opening
    lead = _LEAD.match(text, len(opening))
    start = lead.end() if lead is not None else len(opening)
    found = _series(text, start)
    if not found:
        found = [each for each in search_citations(text) if not each.nested]
        if found:
            found += _series(text, found.pop().start)
    rest, position = "", len(opening)
    for each in found:
        rest += text[position : each.start]
        position = each.end
    return Ground(opening, tuple(found), (rest + text[position:]).strip(" ;,"))


def search_citations(text: str) -> tuple[Found, ...]:
    """Find the citations in running text, nested ones after those that hold them."""
    every = heads(text)
    found: list[Found] = []
    reached = 0
    for index, head in enumerate(every):
        each = read_tail(text, every, index, len(text), whole=False)
        found.append(replace(each, nested=True) if head.start < reached else each)
        reached = max(reached, each.end)
    return tuple(found)


def _series(text: str, start: int) -> list[Found]:
    """Read text that is citations from ``start`` to its end, one after the other."""
    every = heads(text, start)
    if not every or every[0].start != start:
        weak = head_at(text, start, len(text))
        if weak is None:
            return []
        every.insert(0, weak)
    found: list[Found] = []
    index: int | None = 0
    while index is not None:
        following, stop = series_end(text, every, index, len(text))
        found.append(read_tail(text, every, index, stop, whole=True))
        index = following
    return found

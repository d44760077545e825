"""Ô 2: the issuing body under its superior, with a short rule; several bodies of a joint document.

The bodies of a joint document stand one under the other, the lead first, over one rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from vnadmindocs.layout.shape import Block, Element, Paragraph
from vnadmindocs.layout.sheet import Sheet, centered_rule, lines_paragraph
from vnadmindocs.record.issuer import Issuer

Lines = tuple[str, ...]


def issuer_element(sheet: Sheet, issuers: Sequence[Issuer]) -> Element:
    """Lay out the left head of a document; an empty paragraph where no body is known."""
    names = tuple([issuer.header_lines for issuer in issuers])
    return _element(sheet, names)


@lru_cache(maxsize=512)
def _element(sheet: Sheet, names: tuple[tuple[Lines, Lines], ...]) -> Element:
    blocks: list[Block] = []
    longest = 0.0
    above: Lines = ()
    for superior, own in names:
        # Bodies under one superior name it once.
        if superior and superior != above:
            blocks.append(_paragraph(sheet, "superior", superior))
        above = superior
        if own:
            paragraph = _paragraph(sheet, "issuer", own)
            blocks.append(paragraph)
            longest = max(longest, sheet.longest(paragraph.text.split("\n"), "issuer"))
    if longest:
        length = longest * sheet.norms["rule.issuer.ratio"].use
        blocks.append(centered_rule("issuer", length, sheet.header_left_mm))
    return Element("issuer", "2", tuple(blocks) or (Paragraph("issuer", ((),)),))


def _paragraph(sheet: Sheet, role: str, lines: Lines) -> Paragraph:
    return lines_paragraph(role, sheet.evened(lines, role, sheet.header_lines_mm))

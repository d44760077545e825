"""Ô 2: the issuing body under its superior, with a short rule; several bodies of a joint document.

The bodies of a joint document stand one under the other, the lead first, over one rule.
"""

from __future__ import annotations

from collections.abc import Sequence

from vnadmindocs.layout.shape import Block, Element, Paragraph
from vnadmindocs.layout.sheet import Sheet, centered_rule, lines_paragraph
from vnadmindocs.record.issuer import Issuer


def issuer_element(sheet: Sheet, issuers: Sequence[Issuer]) -> Element:
    """Lay out the left head of a document; an empty paragraph where no body is known."""
    width = sheet.header_left_mm
    blocks: list[Block] = []
    longest = 0.0
    above: tuple[str, ...] = ()
    for issuer in issuers:
        superior = _printed_lines(sheet, "superior", issuer.superior_lines, width)
        # Bodies under one superior name it once.
        if superior and superior != above:
            blocks.append(lines_paragraph("superior", superior))
        above = superior
        own = _printed_lines(sheet, "issuer", issuer.issuer_lines, width)
        if own:
            blocks.append(lines_paragraph("issuer", own))
            longest = max(longest, sheet.longest(own, "issuer"))
    if longest:
        length = longest * sheet.norms["rule.issuer.ratio"].use
        blocks.append(centered_rule("issuer", length, width))
    return Element("issuer", "2", tuple(blocks) or (Paragraph("issuer", ((),)),))


def _printed_lines(sheet: Sheet, role: str, lines: Sequence[str], width: float) -> tuple[str, ...]:
    """Keep the lines as printed; one wider than the column is broken evenly."""
    return sheet.balanced("\n".join(lines), role, width) if lines else ()

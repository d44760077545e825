"""The information of a digital signature at the top right of page 1, where no seal is shown.

The body signs such a file without a visible picture. An appendix in a file of its own shows number
and symbol of the document and the moment of signing (PL1·P1·II.8.b, III.1.d; forms PL3·1.3 and
PL3·2.2); a copy in electronic form its form, the body that copies and that moment (PL1·P2·I.3;
form PL3·3.2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from vnadmindocs.fonts.metrics import LINE_PITCH_EM
from vnadmindocs.language.text import capitalized
from vnadmindocs.law.norms import Norms
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.part_context import issuers_of
from vnadmindocs.layout.shape import Box, Paragraph, Section, Style
from vnadmindocs.layout.sheet import lines_paragraph
from vnadmindocs.notation.signing_time import print_signing_time
from vnadmindocs.notation.symbol import print_number
from vnadmindocs.record.document import Document
from vnadmindocs.record.printed_number import number_of
from vnadmindocs.units import pt_to_mm


def information_line(main: Document, signed_at: datetime | None = None) -> str:
    """Give ``Số: 2280/QĐ-UBND; 28/07/2025; 15:28:56+07:00``, a gap for what is not known.

    Args:
        main: the main document, whose number and symbol are printed.
        signed_at: when the body signed the file; None before it is signed.
    """
    number = print_number(number_of(main, issuers_of(main)), label=False)
    date, time = print_signing_time(signed_at)
    pattern = wording("information_box.attachment")
    return pattern.format(number=number, date=date, time=time)


def copy_line(form: str, issuer: str, signed_at: datetime | None = None) -> str:
    """Give ``Sao y; Sở Nội vụ tỉnh An Bình; 28/07/2025; 15:28:56+07:00``, gaps as above.

    Args:
        form: the form of copy, as in a sentence.
        issuer: the body that copies.
        signed_at: as for ``information_line``.
    """
    date, time = print_signing_time(signed_at)
    pattern = wording("information_box.copy")
    return pattern.format(form=capitalized(form), issuer=issuer, date=date, time=time)


def with_information(
    section: Section,
    role: str,
    lines: Sequence[str],
    norms: Norms,
    styles: Mapping[str, Style],
) -> Section:
    """Put the box above whatever else stands in the top margin of a part's first page.

    It has no frame and ends at the right margin. Where it would push a circulation note into the
    text, the top margin's lines move up as far as the norms allow.

    Args:
        section: the page box of a part.
        role: ``information_box``, or ``copy_information`` on a copy.
        lines: what it says, a line each.
        norms: for how near the edge of the paper the lines of the margin may come.
        styles: the looks of the layout.
    """
    box: Paragraph = lines_paragraph(role, lines, align="right")
    blocks = (box, *section.first_header)
    height = pt_to_mm(styles[role].size_pt * LINE_PITCH_EM) * len(lines)
    for block in section.first_header:
        if isinstance(block, Box):
            height += block.height_mm + pt_to_mm(norms["spacer.pitch"].use)
    excess = section.header_mm + height - section.top_mm
    highest = min(norms["page.header_distance"].low, section.header_mm)
    header_mm = max(highest, section.header_mm - max(0.0, excess))
    return replace(section, first_header=blocks, header_mm=header_mm)

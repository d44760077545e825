"""The information of a digital signature at the top right of an appendix in a file of its own.

The body signs such a file without a visible picture; what shows are number and symbol of the
document and the moment of signing (PL1·P1·II.8.b, III.1.d; forms PL3·1.3 and PL3·2.2).
"""

from __future__ import annotations

from datetime import datetime

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.number import number_of
from vnadmindocs.layout.part_context import issuers_of
from vnadmindocs.layout.shape import Block
from vnadmindocs.layout.sheet import lines_paragraph
from vnadmindocs.notation.signing_time import print_signing_time
from vnadmindocs.notation.symbol import print_number
from vnadmindocs.record.document import Document


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


def information_blocks(main: Document, signed_at: datetime | None = None) -> tuple[Block, ...]:
    """Lay out the box: one line without a frame that ends at the right margin."""
    line = information_line(main, signed_at)
    return (lines_paragraph("information_box", (line,), align="right"),)

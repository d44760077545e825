"""Ô 3: number and symbol."""

from __future__ import annotations

from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Element
from vnadmindocs.layout.sheet import lines_paragraph
from vnadmindocs.notation.symbol import print_number
from vnadmindocs.record.fields import State
from vnadmindocs.record.printed_number import number_of, symbol_is_default


def number_element(context: PartContext) -> Element | None:
    """Lay out ``Số: 05/QĐ-UBND``; None when the record leaves the number out."""
    if context.record.number is State.OMITTED:
        return None
    if symbol_is_default(context.record):
        context.used_default("symbol")
    number = number_of(context.record, context.issuers)
    return Element("number", "3", (lines_paragraph("number", (print_number(number),)),))

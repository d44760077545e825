"""Ô 13: address, telephone and e-mail at the foot of page 1, under a rule across the text."""

from __future__ import annotations

from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Block
from vnadmindocs.layout.sheet import centered_rule, lines_paragraph
from vnadmindocs.record.fields import State


def contact_blocks(context: PartContext) -> tuple[Block, ...]:
    """Lay out the contact lines; () when neither record nor profile has any."""
    contact = context.record.contact
    if contact is None:
        contact = next(
            (each.agency.contact for each in context.issuers if each.agency.contact), None
        )
        if isinstance(contact, str):
            context.used_default("contact")
    if contact is None or contact is State.OMITTED:
        return ()
    sheet = context.sheet
    length = sheet.width_mm * sheet.norms["rule.contact.ratio"].use
    lines = contact.split("\n") if isinstance(contact, str) else [""]
    return (
        centered_rule("contact", length, sheet.width_mm, keep_next=True),
        lines_paragraph("contact", lines),
    )

"""The line above the grounds that names who decides: ``ỦY BAN NHÂN DÂN TỈNH …``."""

from __future__ import annotations

from vnadmindocs.layout.addressees import has_receivers_line
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Element
from vnadmindocs.layout.sheet import lines_paragraph
from vnadmindocs.record.fields import State
from vnadmindocs.record.issuing_authority import derived_authority


def issuing_authority_element(context: PartContext) -> Element | None:
    """Lay out the authority line; None where the type has none and none is written."""
    written = context.record.issuing_authority
    # A công điện names the authority where it names the receivers.
    if written is State.OMITTED or has_receivers_line(context.record):
        return None
    if written is None:
        law = context.record.type.law
        if law is None or not law.issuing_authority:
            return None
        derived = derived_authority(context.record)
        if derived:
            context.used_default("issuing_authority")
        text = derived or ""
    else:
        text = written if isinstance(written, str) else ""
    sheet = context.sheet
    lines = sheet.printed(text, "issuing_authority", sheet.width_mm)
    return Element("issuing_authority", "6", (lines_paragraph("issuing_authority", lines),))

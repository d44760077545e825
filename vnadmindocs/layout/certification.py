"""The block in which the place of stay certifies a leave permit, under the signature (PL3·1.10)."""

from __future__ import annotations

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Element, Grid, GridRow, Paragraph
from vnadmindocs.layout.sheet import lines_paragraph
from vnadmindocs.layout.signature import GAP


def certification_grid(context: PartContext) -> Grid | None:
    """Lay out the block; None where the record does not ask for it."""
    if getattr(context.record, "certification", None) != "yes":
        return None
    half = context.sheet.width_mm / 2
    caption = lines_paragraph(
        "signature_caption", wording("leave_permit.certification").split("\n")
    )
    blocks = (GAP, caption, Paragraph("signature_gap", ((),)), Paragraph("signature_name", ((),)))
    element = Element("signature", "", blocks)
    return Grid("signatures", (half, half), (GridRow(((element,), ())),))

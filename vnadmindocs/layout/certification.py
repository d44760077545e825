"""The block in which the place of stay certifies a leave permit, under the signature (PL3·1.10)."""

from __future__ import annotations

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Element, Grid, GridRow, Paragraph
from vnadmindocs.layout.sheet import lines_paragraph
from vnadmindocs.layout.signature import GAP

_ROOM = 4  # empty lines for signature, seal and name


def certification_grid(context: PartContext) -> Grid | None:
    """Lay out the block; None where the record does not ask for it."""
    if getattr(context.record, "certification", None) != "yes":
        return None
    half = context.sheet.width_mm / 2
    caption = lines_paragraph(
        "signature_caption", wording("leave_permit.certification").split("\n")
    )
    # No place of a signature of ours: another body signs and seals here, by hand.
    blocks = (GAP, caption, *(Paragraph("centered", ((),)) for _ in range(_ROOM)))
    element = Element("signature", "", blocks)
    return Grid("signatures", (half, half), (GridRow(((element,), ())),))

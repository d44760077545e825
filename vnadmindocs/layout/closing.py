"""The end of a document: recipients on the left, signature on the right.

Row 1 does not split: as many recipients as the signature is high stand beside the whole of it.
Row 2 takes the others and may split, so a signature is never torn and a long list leaves no hole.
"""

from __future__ import annotations

from collections.abc import Sequence

from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.recipients import (
    RecipientBlock,
    recipient_blocks,
    recipient_items,
    recipients_element,
)
from vnadmindocs.layout.shape import Element, Grid, GridRow
from vnadmindocs.layout.sheet import Sheet
from vnadmindocs.layout.signature import (
    GAP,
    SignatureLayout,
    form_grids,
    joint_grids,
    signature_layout,
)
from vnadmindocs.notation.signature import SignatureBlock
from vnadmindocs.record.document_type import FORM

# Columns are rounded to Word's grid; a line as wide as its column must still fit.
_HAIR_MM = 0.1


def closing_elements(
    context: PartContext, signatures: Sequence[SignatureBlock]
) -> tuple[Element | Grid, ...]:
    """Lay out Nơi nhận and the signatures; () when the record prints neither."""
    sheet = context.sheet
    items = recipient_items(context)
    if len(signatures) > 1 or (signatures and signatures[0].place in ("left", "center")):
        side_by_side = form_grids if context.record.type == FORM else joint_grids
        grids = side_by_side(sheet, signatures)
        recipients = recipient_blocks(context, items, sheet.width_mm)
        below = (recipients_element((_GAP_BLOCK, *recipients)),) if recipients else ()
        return (*grids, *below)
    if not signatures:
        alone = recipient_blocks(context, items, sheet.width_mm)
        return (recipients_element(alone),) if alone else ()
    recipients = recipient_blocks(context, items, sheet.closing_left_mm)
    signature = signature_layout(sheet, signatures[0], sheet.closing_right_mm)
    left = _left_column(sheet, recipients, signature)
    if left > sheet.closing_left_mm:
        recipients = recipient_blocks(context, items, left)
    beside = _beside(recipients, signature.height_pt)
    first = (recipients_element(recipients[:beside]),) if recipients else ()
    rows = [GridRow((first, (signature.element,)))]
    if beside < len(recipients):
        rows.append(GridRow(((recipients_element(recipients[beside:]),), ()), can_split=True))
    return (Grid("closing", (left, sheet.width_mm - left), tuple(rows)),)


def _left_column(
    sheet: Sheet, recipients: Sequence[RecipientBlock], signature: SignatureLayout
) -> float:
    """Widen the left column for a recipient that would then stand on one line.

    It stays within the share that the norms allow, and leaves the signature its lines.
    """
    left = sheet.closing_left_mm
    most = sheet.width_mm * sheet.norms["closing.left.ratio"].high
    widest = max((each.width_mm for each in recipients if each.width_mm <= most), default=0.0)
    if widest <= left:
        return left
    if signature.width_mm > sheet.width_mm - most:
        return left
    return min(round(widest + _HAIR_MM, 1), most)


def _beside(recipients: Sequence[RecipientBlock], height: float) -> int:
    """Count the items that stand beside a signature of this height, in pt.

    The end of the first row comes as near to the end of the signature as whole items allow.
    """
    best, nearest, reach = 0, height, 0.0
    for count, item in enumerate(recipients, start=1):
        reach += item.height_pt
        if abs(reach - height) < nearest:
            best, nearest = count, abs(reach - height)
        elif reach > height:
            break
    # The label never stands without the first of its list.
    return max(best, min(2, len(recipients)))


_GAP_BLOCK = RecipientBlock(GAP, 0.0)

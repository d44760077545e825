"""Ô 7: signature blocks, each line of its kind; several signers in rows of two, lead on the right.

Who signs is written in the record, or the default signer of the agency's profile.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from vnadmindocs.fonts.metrics import LINE_PITCH_EM
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Element, Grid, GridRow, Paragraph
from vnadmindocs.layout.sheet import Sheet, lines_paragraph
from vnadmindocs.notation.signature import SignatureBlock, SignatureLine, SignatureLineKind
from vnadmindocs.record.fields import State

_ROLES = {
    SignatureLineKind.AGENCY: "signature_authority",
    SignatureLineKind.AUTHORITY: "signature_authority",
    SignatureLineKind.CAPTION: "signature_caption",
    SignatureLineKind.GAP: "signature_gap",
    SignatureLineKind.OTHER_OFFICE: "signature_other_office",
    SignatureLineKind.NAME: "signature_name",
    SignatureLineKind.OFFICE_BELOW: "signature_other_office",
}
_GAP_LINE = SignatureLine(SignatureLineKind.GAP)
_NO_NAME = Paragraph("signature_name", ((),))


def signatures_of(context: PartContext) -> tuple[SignatureBlock, ...]:
    """Give the blocks to print, lead first; the profile's default signer when none is written."""
    written = context.record.signature
    if isinstance(written, tuple):
        return written
    if written is State.GAP:
        return (SignatureBlock((_GAP_LINE,)),)
    # An appendix is signed only where it says so.
    if written is None and not context.path:
        for issuer in context.issuers:
            signer = issuer.default_signer
            if signer is not None:
                context.used_default("signature")
                return (signer.block,)
    return ()


@lru_cache(maxsize=1024)
def signature_element(sheet: Sheet, block: SignatureBlock, width: float) -> Element:
    """Lay out one block, centred in its column; a line wider than that is broken evenly."""
    paragraphs = []
    named = False
    for line in block.lines:
        role = _ROLES[line.kind]
        named = named or line.kind is SignatureLineKind.NAME
        lines = sheet.balanced(line.text, role, width) if line.text else ("",)
        paragraphs.append(lines_paragraph(role, lines))
    if not named:
        paragraphs.append(_NO_NAME)
    return Element("signature", "7a", tuple(paragraphs))


def height_pt(sheet: Sheet, element: Element) -> float:
    """Measure how high the paragraphs of an element stand, in pt."""
    total = 0.0
    for block in element.blocks:
        if isinstance(block, Paragraph):
            style = sheet.styles[block.role]
            pitch = style.exact_pt or style.size_pt * LINE_PITCH_EM * (style.line or 1.0)
            total += style.before_pt + style.after_pt + pitch * len(block.lines)
    return total


def joint_grids(sheet: Sheet, blocks: Sequence[SignatureBlock]) -> tuple[Grid, ...]:
    """Lay out the blocks of a joint document in rows of two.

    The lead stands on the right, a block that asks for a side on that side, and one that is left
    over in the middle.
    """
    grids: list[Grid] = []
    pairs: list[GridRow] = []
    half = sheet.width_mm / 2
    for row in _rows(blocks):
        if len(row) == 1:
            if pairs:
                grids.append(Grid("signatures", (half, half), tuple(pairs)))
                pairs = []
            grids.append(_single(sheet, row[0]))
            continue
        cells = tuple((signature_element(sheet, block, half),) for block in row)
        pairs.append(GridRow(cells, keep_next=False))
    if pairs:
        grids.append(Grid("signatures", (half, half), tuple(pairs)))
    return tuple(grids)


def _rows(blocks: Sequence[SignatureBlock]) -> list[tuple[SignatureBlock, ...]]:
    """Pair the blocks, left one first in each pair."""
    rows: list[tuple[SignatureBlock, ...]] = []
    waiting: list[SignatureBlock] = []

    def close() -> None:
        if len(waiting) == 2:
            rows.append(_sides(waiting[0], waiting[1]))
        elif waiting:
            rows.append((waiting[0],))
        waiting.clear()

    for block in blocks:
        if block.place == "center":
            close()
            rows.append((block,))
            continue
        waiting.append(block)
        if len(waiting) == 2:
            close()
    close()
    return rows


def _sides(first: SignatureBlock, second: SignatureBlock) -> tuple[SignatureBlock, ...]:
    first_left = first.place == "left" or (second.place == "right" and first.place != "right")
    return (first, second) if first_left else (second, first)


def _single(sheet: Sheet, block: SignatureBlock) -> Grid:
    """Set one block in half the width: in the middle, or on the side it asks for."""
    width = sheet.width_mm
    half = width / 2
    element = (signature_element(sheet, block, half),)
    if block.place == "left":
        return Grid("signatures", (half, half), (GridRow((element, ())),))
    if block.place == "right":
        return Grid("signatures", (half, half), (GridRow(((), element)),))
    return Grid("signatures", (half / 2, half, half / 2), (GridRow(((), element, ())),))

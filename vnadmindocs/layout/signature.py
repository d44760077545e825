"""Ô 7: signature blocks, each line of its kind; several signers in rows of two, lead on the right.

Those who sign a form stand in the order they are written in, left to right.

Who signs is written in the record, or the default signer of the agency's profile.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from vnadmindocs.fonts.metrics import LINE_PITCH_EM
from vnadmindocs.law.wording import wordings
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Element, Grid, GridRow, Paragraph
from vnadmindocs.layout.sheet import Sheet, lines_paragraph
from vnadmindocs.notation.signature import (
    SignatureBlock,
    SignatureLine,
    SignatureLineKind,
    SignaturePlace,
)
from vnadmindocs.record.fields import State
from vnadmindocs.values import dataclass

_ROLES = {
    SignatureLineKind.DATED: "place_date",
    SignatureLineKind.AGENCY: "signature_authority",
    SignatureLineKind.AUTHORITY: "signature_authority",
    SignatureLineKind.CAPTION: "signature_caption",
    SignatureLineKind.GAP: "signature_gap",
    SignatureLineKind.OTHER_OFFICE: "signature_other_office",
    SignatureLineKind.NAME: "signature_name",
    SignatureLineKind.OFFICE_BELOW: "signature_other_office",
}
GAP = Paragraph("closing_gap", ((),))  # what sets signatures and recipients off from what is above
_GAP_LINE = SignatureLine(SignatureLineKind.GAP)
_NO_NAME = Paragraph("signature_name", ((),))


def signatures_of(context: PartContext) -> tuple[SignatureBlock, ...]:
    """Give the blocks to print, lead first; the profile's default signer when none is written."""
    written = context.record.signature
    law = context.record.type.law
    by_several = law is not None and law.signature != "one"
    if isinstance(written, tuple):
        return _on_sides(written, law.signature) if law is not None and by_several else written
    if written is State.GAP:
        return (SignatureBlock((_GAP_LINE,)),)
    if written is None and law is not None and by_several:
        from vnadmindocs.record.form_document import FormDocument

        if isinstance(context.record, FormDocument) and (own := context.record.own_signatures()):
            context.used_default("signature")
            return _on_sides(own, law.signature)
    # An appendix is signed only where it says so.
    if written is None and not context.path:
        for issuer in context.issuers:
            signer = issuer.default_signer
            if signer is not None:
                context.used_default("signature")
                return (signer.block,)
    return ()


def _on_sides(blocks: Sequence[SignatureBlock], signed: str) -> tuple[SignatureBlock, ...]:
    """Give blocks their sides: of parties the first at the left, of a meeting the secretary."""
    found = []
    for index, block in enumerate(blocks):
        if block.place or len(blocks) < 2:
            found.append(block)
        elif signed == "parties":
            alone = index == len(blocks) - 1 and not index % 2
            side: SignaturePlace = "center" if alone else "right" if index % 2 else "left"
            found.append(replace(block, place=side))
        else:
            left = any(line.upper().startswith(_secretary()) for line in block.authority)
            found.append(replace(block, place="left") if left else block)
    return tuple(found)


def _secretary() -> tuple[str, ...]:
    return wordings()["minutes.secretary_signs"].accepted


@dataclass(frozen=True, slots=True)
class SignatureLayout:
    """One block laid out, with what its neighbours need to know.

    Attributes:
        height_pt: how high it stands.
        width_mm: width of its longest line.
    """

    element: Element
    height_pt: float
    width_mm: float


@lru_cache(maxsize=1024)
def signature_layout(sheet: Sheet, block: SignatureBlock, width: float) -> SignatureLayout:
    """Lay out one block, centred in its column; a line wider than that is broken evenly."""
    paragraphs = []
    longest = height = 0.0
    named = False
    for line in block.lines:
        role = _ROLES[line.kind]
        named = named or line.kind is SignatureLineKind.NAME
        lines = sheet.balanced(line.text, role, width) if line.text else ("",)
        paragraphs.append(lines_paragraph(role, lines))
        longest = max(longest, sheet.longest(lines, role))
        height += _height_pt(sheet, role, len(lines))
    if not named:
        paragraphs.append(_NO_NAME)
        height += _height_pt(sheet, _NO_NAME.role, 1)
    return SignatureLayout(Element("signature", "7a", tuple(paragraphs)), height, longest)


def _height_pt(sheet: Sheet, role: str, lines: int) -> float:
    style = sheet.styles[role]
    pitch = style.exact_pt or style.size_pt * LINE_PITCH_EM * (style.line or 1.0)
    return style.before_pt + style.after_pt + pitch * lines


def joint_grids(sheet: Sheet, blocks: Sequence[SignatureBlock]) -> tuple[Grid, ...]:
    """Lay out the blocks of a joint document in rows of two.

    The lead stands on the right, a block that asks for a side on that side, and one that is left
    over in the middle.
    """
    grids: list[Grid] = []
    half = sheet.width_mm / 2
    for row in _rows(blocks):
        above = (GAP,) if grids else ()
        if len(row) == 1:
            grids.append(_single(sheet, row[0], above))
        else:
            elements = _names_level([signature_layout(sheet, block, half).element for block in row])
            cells = tuple([(_below(element, above),) for element in elements])
            grids.append(Grid("signatures", (half, half), (GridRow(cells),)))
    return (*(_kept(grid) for grid in grids[:-1]), *grids[-1:])


def form_grids(sheet: Sheet, blocks: Sequence[SignatureBlock]) -> tuple[Grid, ...]:
    """Lay out those who sign a form side by side, left to right as they are written.

    Where no place is asked for, rows hold as many as the norms say, evenly filled.
    """
    if any(block.place for block in blocks):
        return joint_grids(sheet, blocks)
    rows = math.ceil(len(blocks) / sheet.norms["form.signers"].use)
    grids: list[Grid] = []
    start = 0
    for row in range(rows):
        count = math.ceil((len(blocks) - start) / (rows - row))
        grids.append(_form_row(sheet, blocks[start : start + count], (GAP,) if grids else ()))
        start += count
    return (*(_kept(grid) for grid in grids[:-1]), *grids[-1:])


def _form_row(sheet: Sheet, blocks: Sequence[SignatureBlock], above: tuple[Paragraph, ...]) -> Grid:
    """Set signers side by side; a line of the date that some have is left empty above others."""
    width = sheet.width_mm / len(blocks)
    elements = [signature_layout(sheet, block, width).element for block in blocks]
    dates = [
        element.blocks[0]
        for element in elements
        if isinstance(element.blocks[0], Paragraph) and element.blocks[0].role == "place_date"
    ]
    lines = max((len(date.lines) for date in dates), default=0)
    cells = []
    for element in elements:
        first = element.blocks[0]
        own = len(first.lines) if first in dates and isinstance(first, Paragraph) else 0
        empty = Paragraph("place_date", ((),) * (lines - own), keep_next=True)
        blank = (empty,) if lines > own else ()
        cells.append((Element(element.role, element.box, (*above, *blank, *element.blocks)),))
    return Grid("signatures", (width,) * len(blocks), (GridRow(tuple(cells)),))


def _kept(grid: Grid) -> Grid:
    """Keep a row of signatures with the row below it: no signer stands alone on a page."""
    return replace(grid, rows=tuple(replace(row, keep_next=True) for row in grid.rows))


def _below(element: Element, above: tuple[Paragraph, ...]) -> Element:
    return Element(element.role, element.box, (*above, *element.blocks)) if above else element


def _names_level(elements: Sequence[Element]) -> list[Element]:
    """Bring the names of neighbours to one level: more room for the one with fewer lines above."""
    above = [_lines_above_name(element) for element in elements]
    return [
        _with_room(element, max(above) - lines)
        for element, lines in zip(elements, above, strict=True)
    ]


def _lines_above_name(element: Element) -> int:
    lines = 0
    for block in element.blocks:
        if isinstance(block, Paragraph):
            if block.role == _NO_NAME.role:
                break
            lines += len(block.lines)
    return lines


def _with_room(element: Element, lines: int) -> Element:
    """Add empty lines in front of the room for the signature, where there is one."""
    at = next(
        (
            index
            for index, block in enumerate(element.blocks)
            if isinstance(block, Paragraph) and block.role == "signature_gap"
        ),
        None,
    )
    if not lines or at is None:
        return element
    room = Paragraph("signature_authority", ((),) * lines)
    return replace(element, blocks=(*element.blocks[:at], room, *element.blocks[at:]))


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


def _single(sheet: Sheet, block: SignatureBlock, above: tuple[Paragraph, ...]) -> Grid:
    """Set one block in half the width: in the middle, or on the side it asks for."""
    width = sheet.width_mm
    half = width / 2
    element = (_below(signature_layout(sheet, block, half).element, above),)
    if block.place == "left":
        return Grid("signatures", (half, half), (GridRow((element, ())),))
    if block.place == "right":
        return Grid("signatures", (half, half), (GridRow(((), element)),))
    return Grid("signatures", (half / 2, half, half / 2), (GridRow(((), element, ())),))

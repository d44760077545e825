"""A copy: the document that is copied, and after its end the block of the body that copies it.

The block stands under a rule across the text (PL1·P2·II, form PL3·3.1): copying body and number on
the left, form of copy and date on the right, recipients and signature below, together on one page.
A copy in electronic form has no block: the information of the body's digital signature stands at
the top right of page 1 (PL1·P2·I.3, form PL3·3.2).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from vnadmindocs.language.text import capitalized
from vnadmindocs.layout.closing import closing_elements
from vnadmindocs.layout.document import lay_out, norms_of_record
from vnadmindocs.layout.extract import extracted
from vnadmindocs.layout.information_box import copy_line, with_information
from vnadmindocs.layout.issuer_names import issuer_names
from vnadmindocs.layout.metadata import metadata_of
from vnadmindocs.layout.number import number_element
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.place_date import place_date_element
from vnadmindocs.layout.section import page_of
from vnadmindocs.layout.shape import (
    Attachment,
    Block,
    Element,
    Ending,
    Grid,
    GridRow,
    Layout,
    Part,
)
from vnadmindocs.layout.sheet import Sheet, centered_rule, lines_paragraph, sheet_of
from vnadmindocs.layout.signature import GAP, signatures_of
from vnadmindocs.layout.styles import TemplateMeasures
from vnadmindocs.record.copy import NEW_PAGE, Copy
from vnadmindocs.record.document import Document
from vnadmindocs.record.original import original_of

ROLE = "copy"
_ELECTRONIC = "electronic"
_LANGUAGE = "vi-VN"
# An ô of a document -> the same component in the diagram of a copy (PL1·P2·II.3).
_BOXES = {"3": "S3", "4": "S4", "7a": "S5a", "9b": "S7"}


def lay_out_copy(
    record: Copy,
    *,
    template: TemplateMeasures | None = None,
    left_out: tuple[str, ...] = (),
    signed_at: datetime | None = None,
) -> Layout:
    """Lay out a copy, or a draft of one with gaps.

    Args:
        record: the copy.
        template: measures of the Word template that the copied document is printed in.
        left_out: names of required parts of the copy that were missing.
        signed_at: when the body that copies signs the file; None leaves gaps.
    """
    base = _copied(record, template)
    defaults: list[str] = []
    norms = norms_of_record(record)
    first, last = base.parts[0], base.parts[-1]
    sheet = sheet_of(norms, template, landscape=last.attachment is None and last.section.landscape)
    context = PartContext(record, sheet, record, defaults=defaults)
    if record.issue == _ELECTRONIC:
        line = copy_line(form_name(record), issuer_names(context.issuers), signed_at)
        section = with_information(
            first.section, "copy_information", sheet.balanced(
                line, "copy_information", first.section.text_width_mm
            ), norms, base.styles,
        )  # fmt: skip
        parts = (replace(first, section=section), *base.parts[1:])
    else:
        parts = (*base.parts[:-1], _ended(last, _block(context), record))
    known = metadata_of(record, context.issuers)
    title = base.metadata.title or capitalized(form_name(record))
    return replace(
        base,
        metadata=replace(known, title=title),
        parts=parts,
        defaults=(*defaults, *(f"original/{name}" for name in base.defaults)),
        left_out=left_out,
    )


def form_name(record: Document) -> str:
    """Give the form of a copy as in a sentence: ``sao y``."""
    law = record.type.law
    return law.name.vi if law is not None else record.type.words


def _copied(record: Copy, template: TemplateMeasures | None) -> Layout:
    """Lay out what is copied, as it is."""
    original = original_of(record)
    if original is not None and original.record is not None:
        return lay_out(extracted(original.record, record.passages), template=template)
    norms = norms_of_record(record)
    sheet = sheet_of(norms)
    part = Part("main", sheet.section, ())
    if original is not None and original.file is not None:
        file = original.file
        page = page_of(sheet.section, file.width_mm, file.height_mm)
        part = Part("main", page, (), "", Attachment(file.path, file.written, "original"))
    return Layout(
        norms.size_set,
        _LANGUAGE,
        replace(metadata_of(record, ()), title=""),
        (part,),
        sheet.styles,
        norms["table.cell_padding"].use,
        norms["rule.weight"].use,
    )


def _ended(part: Part, block: Element, record: Copy) -> Part:
    """Put the block after the end of the last part."""
    if part.attachment is None:
        return replace(part, elements=(*part.elements, block))
    page = replace(
        sheet_of(norms_of_record(record)).section, page_number=False, first_header=(),
        first_footer=(),
    )  # fmt: skip
    at = record.block_at
    top = math.inf if at == NEW_PAGE else at if isinstance(at, float) else None
    ending = Ending(page, (block,), top)
    return replace(part, attachment=replace(part.attachment, ending=ending))


def _block(context: PartContext) -> Element:
    """Lay out the block, which no page parts."""
    sheet = context.sheet
    rule = centered_rule(
        ROLE, sheet.width_mm * sheet.norms["rule.copy.ratio"].use, sheet.width_mm, keep_next=True
    )
    blocks: list[Block | Grid] = [GAP, rule, _head(context)]
    closing = closing_elements(context, signatures_of(context))
    if closing:
        blocks.append(GAP)
    for each in closing:
        if isinstance(each, Grid):
            blocks.append(_of_copy(each))
        else:
            blocks += each.blocks
    return Element(ROLE, "", tuple(blocks))


def _head(context: PartContext) -> Grid:
    sheet, record = context.sheet, context.record
    law = record.type.law
    words = law.printed if law is not None else record.type.words.upper()
    form = Element("copy_form", "S1", (lines_paragraph("copy_form", (words,)),))
    number, place_date = number_element(context), place_date_element(context)
    below = GridRow(
        tuple((each,) if each is not None else () for each in (number, place_date)), keep_next=True
    )
    rows = (GridRow(((_issuer(context),), (form,)), keep_next=True), below)
    return _of_copy(Grid("copy_head", (sheet.header_left_mm, sheet.header_right_mm), rows))


def _issuer(context: PartContext) -> Element:
    """Lay out the name of the body that copies, alone, over its short rule (PL3·3.1)."""
    sheet: Sheet = context.sheet
    lines: list[str] = []
    for issuer in context.issuers:
        lines += sheet.evened(issuer.issuer_lines, "copy_issuer", sheet.header_lines_mm)
    longest = sheet.longest(lines, "copy_issuer") if lines else 0.0
    length = longest * sheet.norms["rule.issuer.ratio"].use
    rule = (centered_rule("copy_issuer", length, sheet.header_left_mm),) if lines else ()
    return Element("copy_issuer", "S2", (lines_paragraph("copy_issuer", lines or [""]), *rule))


def _of_copy(grid: Grid) -> Grid:
    """Number the ô of a grid as the diagram of a copy does, and keep its rows together."""
    last = len(grid.rows) - 1
    return replace(
        grid,
        rows=tuple(
            replace(
                row,
                cells=tuple(tuple(_numbered(cell)) for cell in row.cells),
                keep_next=row.keep_next or number < last,
            )
            for number, row in enumerate(grid.rows)
        ),
    )


def _numbered(elements: tuple[Element, ...]) -> Iterator[Element]:
    for element in elements:
        yield replace(element, box=_BOXES.get(element.box, element.box))

"""Ô 6: the body, one paragraph a block, each kind in the look of its level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from vnadmindocs.layout.inline import InlineWriter
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Block as LaidOut
from vnadmindocs.layout.shape import Element, Paragraph, Row, Run, Table
from vnadmindocs.notation.block import Block, BlockKind
from vnadmindocs.notation.titles import BELOW_A_CLAUSE, NO_TITLE_ENDS
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.fields import State

Item = TypeVar("Item")

_ROLES: Mapping[BlockKind, str] = {
    BlockKind.PART: "part_number",
    BlockKind.CHAPTER: "part_number",
    BlockKind.SECTION: "section_number",
    BlockKind.SUBSECTION: "section_number",
    BlockKind.ARTICLE: "article",
    BlockKind.HEADING: "heading",
    BlockKind.CLAUSE: "clause",
    BlockKind.POINT: "point",
    BlockKind.DASH: "dash",
    BlockKind.SUBDASH: "subdash",
    BlockKind.PARAGRAPH: "paragraph",
}
_TITLES = {"part_number": "part_title", "section_number": "section_title"}
_ALIGNED: Mapping[str, str] = {"center": "centered", "right": "right_aligned"}


def body_element(context: PartContext, *, signed: bool) -> Element | None:
    """Lay out the body; an empty paragraph where it is missing, None where none is wanted.

    Args:
        context: the part.
        signed: whether a signature follows, which the end of the body stays with.
    """
    body = context.record.body
    law = context.record.type.law
    blocks = body_blocks(context, body) if isinstance(body, RecordBody) else []
    if law is not None and law.fields:
        blocks = _within_form(context, blocks)
    if not blocks:
        if body is None or body is State.OMITTED:
            return None
        blocks = [Paragraph("paragraph", ((),))]
    if signed:
        blocks[-1] = _kept(blocks[-1])
        # «Trân trọng./.» alone is little company for a signature on a page of its own.
        before = blocks[-2] if len(blocks) > 1 else None
        if isinstance(before, Paragraph) and _is_one_line(context, blocks[-1]):
            blocks[-2] = _kept(before)
    return Element("body", "6", tuple(blocks))


def _within_form(context: PartContext, blocks: list[LaidOut]) -> list[LaidOut]:
    """Put the lines that a form words from its fields before and after its body."""
    from vnadmindocs.layout.form_lines import form_paragraphs
    from vnadmindocs.record.form_document import FormDocument

    record = context.record
    if not isinstance(record, FormDocument) or not record.is_worded:
        return blocks
    after = form_paragraphs(context, record, after=True, last=True)
    before = form_paragraphs(context, record, after=False, last=not blocks and not after)
    return [*before, *blocks, *after]


def _is_one_line(context: PartContext, block: LaidOut) -> bool:
    if not isinstance(block, Paragraph) or len(block.lines) > 1:
        return False
    style = context.sheet.styles[block.role]
    room = context.sheet.width_mm - style.left_mm - style.first_indent_mm
    return context.sheet.measure(block.text, block.role) <= room


def body_blocks(context: PartContext, body: RecordBody) -> list[LaidOut]:
    """Lay out the blocks of a body in order; what it places stands where it is placed."""
    record = context.record
    footnotes = record.footnotes if isinstance(record.footnotes, Mapping) else {}
    inline = InlineWriter(
        context.footnotes,
        context.path,
        {**footnotes, **body.body.footnotes} if footnotes else body.body.footnotes,
    )
    done: list[LaidOut] = []
    new_page = False
    blocks = body.body.blocks
    for index, block in enumerate(blocks):
        kind = block.kind
        if kind is BlockKind.PAGE_BREAK:
            new_page = True
            continue
        if kind is BlockKind.TABLE or kind is BlockKind.IMAGE:
            if new_page:
                done.append(Paragraph("section_end", ((),), page_break_before=True))
                new_page = False
            done += _placed(context, body, block, inline)
            continue
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        paragraphs = _paragraphs(context, block, following, inline)
        if new_page:
            paragraphs[0] = _on_new_page(paragraphs[0])
            new_page = False
        done += paragraphs
    return done


def _paragraphs(
    context: PartContext, block: Block, following: Block | None, inline: InlineWriter
) -> list[Paragraph]:
    role = _ROLES[block.kind]
    if block.quote:
        return _quoted(context, block, inline, role)
    title = _TITLES.get(role)
    if title is not None:
        found = [Paragraph(role, ((Run(block.label),),))]
        if block.title:
            lines = tuple(line for spans in block.title for line in inline.lines(spans))
            found.append(Paragraph(title, lines))
        return found
    if role == "article":
        return [
            Paragraph(
                "article",
                inline.lines(block.spans, block.label, bold=None if block.titled else False),
                keep_next=True if block.titled or _announces(block, following) else None,
                align=block.align or None,
            )
        ]
    bold = None
    keep = None
    if block.titled:
        keep = True
        if role == "clause":
            role = "titled_clause"
        else:
            bold = True
    elif _announces(block, following):
        keep = True
    if block.align and not block.label:
        role = _ALIGNED[block.align]
        return [Paragraph(role, inline.lines(block.spans, bold=bold), keep_next=keep)]
    lines = inline.lines(block.spans, block.label, bold=bold, label_bold=bold)
    return [Paragraph(role, lines, keep_next=keep, align=block.align or None)]


def _announces(block: Block, following: Block | None) -> bool:
    """Tell whether words lead on to what follows, so that a page must not end after them.

    ``Sở Nội vụ đề nghị:`` does, and so does a clause of a few words above its points
    (``5. Các Sở, ngành có liên quan``).
    """
    if following is None or following.kind is BlockKind.PAGE_BREAK:
        return False
    if block.text.endswith(":"):
        return True
    return (
        block.kind is BlockKind.CLAUSE
        and following.kind in BELOW_A_CLAUSE
        and not block.text.endswith(NO_TITLE_ENDS)
    )


def _quoted(
    context: PartContext,
    block: Block,
    inline: InlineWriter,
    role: str,
) -> list[Paragraph]:
    """Set a quoted provision in; its headings are no headings of this document."""
    left = context.sheet.styles["quote"].left_mm * block.quote
    title = _TITLES.get(role)
    if title is not None:
        found = [Paragraph("centered", ((Run(block.label, True),),), left_mm=left, keep_next=True)]
        if block.title:
            lines = tuple(line for spans in block.title for line in inline.lines(spans, bold=True))
            found.append(Paragraph("centered", lines, left_mm=left, keep_next=True))
        return found
    heading = block.titled or role == "heading"
    lines = inline.lines(
        block.spans,
        block.label,
        bold=True if heading else None,
        label_bold=True if heading or role == "article" else None,
    )
    if block.align and not block.label:
        return [Paragraph(_ALIGNED[block.align], lines, left_mm=left)]
    return [
        Paragraph(
            "quote",
            lines,
            left_mm=left if block.quote > 1 else None,
            keep_next=True if heading else None,
            align=block.align or None,
        )
    ]


def _placed(
    context: PartContext, body: RecordBody, block: Block, inline: InlineWriter
) -> list[LaidOut]:
    """Lay out a table or image where it is placed; an empty paragraph when nothing is declared."""
    width = context.sheet.width_mm
    if block.kind is BlockKind.TABLE:
        table = _declared(body.tables, context.record.tables).get(block.name)
        if table is not None:
            # Most documents have none: what lays tables out is a twentieth of all imports.
            from vnadmindocs.layout.table_blocks import table_blocks

            home = body.homes.get(block.name, ())
            own = ("body", *home, "table") if block.name in body.tables else ("tables", block.name)
            return table_blocks(context, table, block.name, own, inline)
    else:
        image = _declared(body.images, context.record.images).get(block.name)
        if image is not None:
            from vnadmindocs.layout.images import image_blocks

            return list(image_blocks(context.sheet, image, block.name, width))
    return [Paragraph("paragraph", ((),))]


def _declared(
    own: Mapping[str, Item], named: Mapping[str, Item] | State | None
) -> Mapping[str, Item]:
    """Give what the body may place: what stands in its list, and what the record names."""
    return {**named, **own} if isinstance(named, Mapping) else own


def _kept(block: LaidOut) -> LaidOut:
    """Keep a block with what follows it."""
    if isinstance(block, Paragraph):
        return Paragraph(
            block.role,
            block.lines,
            block.align,
            block.left_mm,
            block.right_mm,
            block.first_indent_mm,
            True,
            block.page_break_before,
        )
    if isinstance(block, Table) and block.rows:
        last = block.rows[-1]
        kept = Row(last.cells, last.header, last.can_split, keep_next=True)
        return replace(block, rows=(*block.rows[:-1], kept))
    return block


def _on_new_page(paragraph: Paragraph) -> Paragraph:
    return Paragraph(
        paragraph.role,
        paragraph.lines,
        paragraph.align,
        paragraph.left_mm,
        paragraph.right_mm,
        paragraph.first_indent_mm,
        paragraph.keep_next,
        page_break_before=True,
    )

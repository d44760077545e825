"""A table of contents on request: phần, chương, mục and điều of a part, before its body.

Words are broken here, clear of the page numbers. Which pages the headings are on is known only to
who sets them: a PDF says it itself, for a Word file ``with_pages`` puts it in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import (
    Block,
    Contents,
    ContentsEntry,
    Element,
    Grid,
    Layout,
    Paragraph,
    Part,
    Run,
)
from vnadmindocs.notation.block import Block as Written
from vnadmindocs.notation.contents import levels_of, listed, printed_name
from vnadmindocs.record.body import RecordBody

_YES = "yes"
_ROLES = frozenset(("part_number", "section_number", "article", "heading"))
_Blocks = Sequence[Block | Grid]


def has_contents(context: PartContext) -> bool:
    """Tell whether a part prints a table of contents: one is asked for, and there is something."""
    record = context.record
    return record.contents == _YES and bool(_listed(record.body))


def with_contents(context: PartContext, body: Element) -> tuple[Element, Element]:
    """Make the table of contents of a part, and its body with what the lines lead to.

    The body begins on a new page.

    Args:
        context: a part that has contents.
        body: its body, laid out.
    """
    headings = _listed(context.record.body)
    levels = levels_of(headings)
    entries: list[ContentsEntry] = []
    blocks: list[Block | Grid] = list(_on_new_page(body.blocks))
    waiting = iter(headings)
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.role in _ROLES:
            heading = next(waiting)
            target = f"{context.path}#{len(entries) + 1}"
            blocks[index] = replace(block, target=target)
            entries.append(_entry(context, heading, levels[heading.kind], target))
    title = Paragraph("contents_title", ((Run(wording("contents.title")),),))
    return (
        Element("contents", body.box, (title, Contents(tuple(entries)))),
        Element(body.role, body.box, tuple(blocks)),
    )


def contents_of(part: Part) -> Iterator[Contents]:
    """Give the tables of contents of a part; none for most, and one at most."""
    for element in part.elements:
        if isinstance(element, Element) and element.role == "contents":
            yield from (block for block in element.blocks if isinstance(block, Contents))


def with_pages(layout: Layout, pages: Mapping[str, str]) -> Layout:
    """Put the numbers of pages into the tables of contents.

    Args:
        layout: the document.
        pages: the number of the page of each target, as printed.
    """

    def filled(block: Block | Grid) -> Block | Grid:
        if not isinstance(block, Contents):
            return block
        entries = (replace(each, page=pages.get(each.target, "")) for each in block.entries)
        return Contents(tuple(entries))

    def element(each: Element | Grid) -> Element | Grid:
        if isinstance(each, Grid) or each.role != "contents":
            return each
        return replace(each, blocks=tuple(map(filled, each.blocks)))

    return replace(
        layout,
        parts=tuple(
            replace(part, elements=tuple(map(element, part.elements))) for part in layout.parts
        ),
    )


def _listed(body: object) -> Sequence[Written]:
    return listed(body.body.blocks) if isinstance(body, RecordBody) else ()


def _entry(context: PartContext, heading: Written, level: int, target: str) -> ContentsEntry:
    sheet = context.sheet
    role = f"contents_{level}"
    name = printed_name(heading)
    room = sheet.width_mm - sheet.styles[role].left_mm - sheet.norms["contents.number_room"].use
    *lines, last = sheet.wrapped(name, role, room)
    words = (*((Run(line),) for line in lines), (Run(last), Run("", leader=True)))
    paragraph = Paragraph(role, words)
    hanging = -sheet.styles[role].first_indent_mm
    if sheet.measure(name, role) <= hanging:
        # A word processor would end the dots of so short a line at the indent of the next one.
        left = sheet.styles[role].left_mm - hanging
        paragraph = replace(paragraph, left_mm=left, first_indent_mm=0.0)
    return ContentsEntry(paragraph, name, level, target)


def _on_new_page(blocks: _Blocks) -> _Blocks:
    first = blocks[0]
    if isinstance(first, Paragraph):
        return (replace(first, page_break_before=True), *blocks[1:])
    return (Paragraph("section_end", ((),), page_break_before=True), *blocks)

"""Footnotes on the page that calls them.

Where a page has no room for a note, typst leaves the call there and sets the note on the next
page, or the other way round. Word and LibreOffice take the line of the call over; here the whole
paragraph goes, with the headings that keep with it. A document without notes is not looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnadmindocs.layout.shape import Block, Grid, Layout, Paragraph
from vnadmindocs.writers.pdf.compiler import asked
from vnadmindocs.writers.pdf.typesetting import typesetting_of

if TYPE_CHECKING:
    from vnadmindocs.fonts.face import Face

_PAGES = (
    "query(<note>).map(each => (each.value, each.location().page(),"
    ' locate(label("note-" + str(each.value))).page()))'
)


def page_tops(layout: Layout, face: Face, *, leave_out: str = "") -> tuple[Paragraph, ...]:
    """Give the paragraphs that begin a page, so that none is parted from its footnote.

    What cannot be helped stays: a call in a table, a paragraph longer than a page.

    Args:
        layout: what is printed.
        face: the face it is printed in.
        leave_out: characters that are not printed.

    Raises:
        TypesettingError: typst refused.
    """
    tops: list[Paragraph] = []
    settled: set[int] = set()
    while len(settled) < len(layout.footnotes):
        typesetting = typesetting_of(layout, face, page_tops=tops).without(leave_out)
        apart = (
            number
            for number, note, call in asked(typesetting, face, _PAGES)
            if note != call and number not in settled
        )
        number = next(apart, None)
        if number is None:
            break
        settled.add(number)
        top = _top(layout, number)
        if top is not None:
            tops.append(top)
    return tuple(tops)


def _top(layout: Layout, number: int) -> Paragraph | None:
    """Give the first of the paragraphs that go over with the first call of a note in the text."""
    for part in layout.parts:
        for element in part.elements:
            if isinstance(element, Grid):
                continue
            for index, block in enumerate(element.blocks):
                if isinstance(block, Paragraph) and _calls(block, number):
                    return _head(layout, element.blocks, index)
    return None


def _calls(paragraph: Paragraph, number: int) -> bool:
    return any(run.footnote == number for line in paragraph.lines for run in line)


def _head(layout: Layout, blocks: Sequence[Block | Grid], index: int) -> Paragraph | None:
    """Go back over the headings that keep with a paragraph."""
    head = None
    for block in reversed(blocks[: index + 1]):
        if not isinstance(block, Paragraph):
            break
        keep = block.keep_next
        keep = layout.styles[block.role].keep_next if keep is None else keep
        if head is not None and not keep:
            break
        head = block
    return head

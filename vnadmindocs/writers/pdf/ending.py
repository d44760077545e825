"""Words put after the end of a PDF from elsewhere: the block of a copy.

They stand on its last page, under whatever is seen last there, where that page is of the size they
are laid out for and has room for the whole of them; else on a page of their own after it. Where the
last page ends is seen, not told: it is drawn small, and its lowest mark is looked for.
"""

from __future__ import annotations

import math
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Text
from vnadmindocs.layout.section import page_of
from vnadmindocs.layout.shape import Ending, Layout, Part
from vnadmindocs.record.pdf_file import seen_size
from vnadmindocs.units import pt_to_mm
from vnadmindocs.writers.pdf import write_pdf
from vnadmindocs.writers.pdf.seen_marks import DOT_PT, marks_of_page
from vnadmindocs.writers.pdf.stamp import draw_words

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter

    from vnadmindocs.fonts.face import Face

_SAME_SIZE_MM = 2.0  # papers whose sides differ by less are one

NO_WORDS = Text(vi="trang cuối là ảnh quét, không có chữ", en="the last page is a scan, no words")
OTHER_SIZE = Text(vi="trang cuối không phải khổ A4 đứng", en="the last page is no upright A4")
NO_ROOM = Text(vi="trang cuối không còn đủ chỗ", en="the last page has no room for it")


def put_ending(
    writer: PdfWriter, page: PageObject, at: int, layout: Layout, part: Part, face: Face
) -> tuple[int, Text | None]:
    """Put the words that end a part after its last page.

    Args:
        writer: the file being written.
        page: the last page, in that file.
        at: which page of the file that is, from 0.
        layout: the document; its styles are the looks of the words.
        part: the part that is the PDF.
        face: the face they are printed in.

    Returns:
        How many pages were added, and why they do not stand on the last page; None where they do,
        or where a page of their own was asked for.

    Raises:
        TypesettingError: typst refused the words.
    """
    from pypdf import PdfReader

    from vnadmindocs.writers.attached_pages import add_pages

    assert part.attachment is not None
    ending = part.attachment.ending
    assert ending is not None
    reason: Text | None = None
    if ending.top_mm != math.inf:
        reason = _put_under(writer, page, layout, part, ending, face)
        if reason is None:
            return 0, None
    own = replace(part, section=ending.section, elements=ending.elements, attachment=None)
    made = write_pdf(replace(layout, parts=(own,), footnotes=()), face)
    added = add_pages(writer, PdfReader(BytesIO(made)), at + 1)
    return len(added), reason


def _put_under(
    writer: PdfWriter, page: PageObject, layout: Layout, part: Part, ending: Ending, face: Face
) -> Text | None:
    """Put the words on the last page; say why they cannot stand there."""
    from pypdf import PdfReader

    width, height = seen_size(page)
    section = ending.section
    if not _is_near(width, section.width_mm) or not _is_near(height, section.height_mm):
        return OTHER_SIZE
    top = ending.top_mm
    if top is None:
        if not page.extract_text().strip():
            return NO_WORDS
        top = end_of_page_mm(page)
    if top >= height - section.bottom_mm:
        return NO_ROOM
    below = replace(page_of(section, width, height), top_mm=top, page_number=False)
    words = replace(part, section=below, elements=ending.elements, attachment=None)
    pages = PdfReader(BytesIO(write_pdf(replace(layout, parts=(words,), footnotes=()), face))).pages
    if len(pages) > 1:
        return NO_ROOM
    draw_words(writer, page, pages[0])
    return None


def _is_near(one: float, other: float) -> bool:
    return abs(one - other) < _SAME_SIZE_MM


def end_of_page_mm(page: PageObject) -> float:
    """Give how far below the top edge the last thing ends that is seen on a page, in mm.

    A page that cannot be drawn ends at its lower edge.
    """
    height = seen_size(page)[1]
    seen = marks_of_page(page)
    if seen is None:
        return height
    last = seen.height[1] if seen.height is not None else 0
    return min(pt_to_mm(last * DOT_PT), height)

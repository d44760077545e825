"""Words put over the first page of a PDF from elsewhere: head of an appendix, information box.

They are typeset on a page of the same size with nothing behind them, and that page is drawn over
the other as it is seen, turned and cropped as it may be. Where the other page shows something in
their room, what it shows moves under them first (``room``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from vnadmindocs.layout.shape import Layout, Part
from vnadmindocs.writers.pdf import write_pdf

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter

    from vnadmindocs.fonts.face import Face
    from vnadmindocs.layout.places import PlacedBox, SigningSizes


class StampTooLargeError(Exception):
    """What is to be put over a page does not find room on it."""


def stamped(data: bytes, layout: Layout, part: Part, face: Face) -> bytes:
    """Put words over the first page of a PDF; the file stays what it is otherwise.

    Args:
        data: the PDF.
        layout: the document the words belong to; its styles are the looks.
        part: the part that is the PDF. The words are what its attachment stamps and what stands
            in the top margin of its first page; its section is that page as it is seen.
        face: the face they are printed in.

    Raises:
        StampTooLargeError: there is no room for them.
        TypesettingError: typst refused.
    """
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(BytesIO(data))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    put_stamp(writer, writer.pages[0], layout, part, face)
    made = BytesIO()
    writer.write_stream(made)
    return made.getvalue()


def has_stamp(part: Part) -> bool:
    """Tell whether something is to be put over the first page of the PDF that is this part."""
    asked = part.attachment.stamp if part.attachment is not None else ()
    return bool(asked or part.section.first_header)


def stamp_boxes(
    layout: Layout, part: Part, face: Face, sizes: SigningSizes
) -> tuple[PlacedBox, ...]:
    """Find where the words that are put over the first page of a PDF stand on it, as it is seen."""
    from vnadmindocs.writers.pdf.places import placed_boxes

    return placed_boxes(_page_of(layout, part), face, sizes) if has_stamp(part) else ()


def put_stamp(
    writer: PdfWriter,
    page: PageObject,
    layout: Layout,
    part: Part,
    face: Face,
    boxes: Sequence[PlacedBox] = (),
) -> float:
    """Put words over a page of a file being written, and frames around ``boxes``.

    Arguments and errors are as for ``stamped``.

    Returns:
        The size in which the page shows what it showed, 1.0 for its own.
    """
    from pypdf import PdfReader

    from vnadmindocs.writers.pdf.room import NoRoomError, make_room

    laid_out = _page_of(layout, part)
    words = write_pdf(laid_out, face)
    pages = PdfReader(BytesIO(write_pdf(laid_out, face, boxes=boxes) if boxes else words)).pages
    if len(pages) > 1:
        raise StampTooLargeError
    try:
        scale = make_room(writer, page, words, part.section.bottom_mm)
    except NoRoomError:
        raise StampTooLargeError from None
    draw_words(writer, page, pages[0])
    return scale


def draw_words(writer: PdfWriter, page: PageObject, words: PageObject) -> None:
    """Draw a page of words over a page of a file being written, as that is seen."""
    from pypdf.generic import ArrayObject, DecodedStreamObject, FloatObject, NameObject

    from vnadmindocs.writers.page_drawing import as_seen, draw_over

    content = words.get_contents()
    drawing = DecodedStreamObject()
    drawing.set_data(content.get_data() if content is not None else b"")
    box = [FloatObject(each) for each in (0, 0, words.mediabox.width, words.mediabox.height)]
    for key, value in (
        ("/Type", NameObject("/XObject")),
        ("/Subtype", NameObject("/Form")),
        ("/BBox", ArrayObject(box)),
        ("/Resources", words.raw_get("/Resources").clone(writer)),
    ):
        drawing[NameObject(key)] = value
    reference = writer._add_object(drawing.flate_encode())
    draw_over(writer, page, [(reference, as_seen(page))])


def _page_of(layout: Layout, part: Part) -> Layout:
    """Make the document of one page that holds the words alone."""
    elements = part.attachment.stamp if part.attachment is not None else ()
    section = replace(part.section, page_number=False, first_footer=())
    page = replace(part, section=section, elements=elements, attachment=None)
    return replace(layout, parts=(page,), footnotes=())

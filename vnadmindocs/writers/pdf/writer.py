"""From a Layout to the bytes of a PDF, or to a picture of each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.shape import Element, Layout, Paragraph, Table
from vnadmindocs.writers.pdf.clusters import has_marks, with_own_characters
from vnadmindocs.writers.pdf.compiler import TypesettingError, typeset
from vnadmindocs.writers.pdf.page_labels import with_all_page_labels
from vnadmindocs.writers.pdf.picture_size import refuse_large_paper
from vnadmindocs.writers.pdf.typesetting import Typesetting, typesetting_of

if TYPE_CHECKING:
    from vnadmindocs.fonts.faces import Face
    from vnadmindocs.layout.places import PlacedBox

#: A table of more rows is typeset in pieces of so many: what typst makes of it, it holds.
ROWS_AT_ONCE = 4_000

__all__ = ["TypesettingError", "write_pdf", "write_png"]


def write_pdf(
    layout: Layout,
    face: Face,
    *,
    standard: str = "a-2a",
    leave_out: str = "",
    boxes: Sequence[PlacedBox] = (),
) -> bytes:
    """Typeset a Layout as PDF; the same Layout and face give the same bytes.

    A part that is a file to be joined (``Part.attachment``) is not typeset.

    Args:
        layout: what to print.
        face: the face it is printed in.
        standard: the standard the file claims and is held to, as typst names it; "" for none.
        leave_out: characters that are not printed: those the face lacks, where the user would
            rather have the document without them.
        boxes: what is framed on the pages.

    Raises:
        TypesettingError: typst refused.
    """
    typesetting = _typesetting(layout, face, boxes, leave_out)
    date = layout.metadata.date or wording("draft.date")
    made = None
    if _longest_table(layout) > ROWS_AT_ONCE and not has_marks(typesetting.data):
        made = _in_pieces(typesetting, face, date, standard)
    if made is None:
        (made,) = typeset(typesetting, face, format="pdf", date=date, standard=standard)
    if sum(part.attachment is None for part in layout.parts) > 1:
        made = with_all_page_labels(made)
    if not has_marks(typesetting.data):
        return made
    return with_own_characters(made)


def _longest_table(layout: Layout) -> int:
    """Count the rows of the longest table."""
    return max(
        (
            len(block.rows)
            for part in layout.parts
            for element in part.elements
            if isinstance(element, Element)
            for block in element.blocks
            if isinstance(block, Table)
        ),
        default=0,
    )


def _in_pieces(typesetting: Typesetting, face: Face, date: str, standard: str) -> bytes | None:
    """Typeset a document with a very long table piece by piece; None where it has to stay whole."""
    from vnadmindocs.writers.pdf import joining
    from vnadmindocs.writers.pdf.compiler import forget, positions_of
    from vnadmindocs.writers.pdf.long_tables import pieces

    def piece_of(data: str) -> Typesetting:
        return Typesetting(data, typesetting.pictures)

    def pages_of(data: str) -> dict[int, int]:
        return {number: page for number, page, _, _ in positions_of(piece_of(data), face)}

    cut = pieces(typesetting.data, pages_of, ROWS_AT_ONCE)
    if cut is None:
        return None

    def files() -> Iterator[bytes]:
        for data in cut:
            (file,) = typeset(piece_of(data), face, format="pdf", date=date, standard=standard)
            forget(face)
            yield file

    try:
        return joining.joined(files())
    except joining.NotJoinedError:  # another typst may write otherwise
        return None


def write_png(
    layout: Layout,
    face: Face,
    *,
    ppi: float,
    leave_out: str = "",
    boxes: Sequence[PlacedBox] = (),
) -> tuple[bytes, ...]:
    """Typeset a Layout as pictures, one a page.

    Args:
        layout: what to print.
        face: the face it is printed in.
        ppi: dots an inch.
        leave_out: as for ``write_pdf``.
        boxes: as for ``write_pdf``.

    Raises:
        PictureTooLargeError: a page would have too many pixels; nothing was drawn.
        TypesettingError: typst refused.
    """
    refuse_large_paper(layout, ppi)
    return typeset(
        _typesetting(layout, face, boxes, leave_out),
        face,
        format="png",
        date=layout.metadata.date or wording("draft.date"),
        ppi=ppi,
    )


def _typesetting(
    layout: Layout, face: Face, boxes: Sequence[PlacedBox], leave_out: str
) -> Typesetting:
    tops: Sequence[Paragraph] = ()
    if layout.footnotes:
        from vnadmindocs.writers.pdf.footnote_pages import page_tops

        tops = page_tops(layout, face, leave_out=leave_out)
    if not boxes:
        return typesetting_of(layout, face, page_tops=tops).without(leave_out)
    from vnadmindocs.writers.pdf.frames import LABEL_PT, frames_of

    frames = frames_of(boxes), LABEL_PT
    return typesetting_of(layout, face, frames=frames, page_tops=tops).without(leave_out)

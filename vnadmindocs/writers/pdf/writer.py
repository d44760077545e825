"""From a Layout to the bytes of a PDF, or to a picture of each page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.shape import Layout, Paragraph
from vnadmindocs.writers.pdf.clusters import has_marks, with_own_characters
from vnadmindocs.writers.pdf.compiler import TypesettingError, typeset
from vnadmindocs.writers.pdf.page_labels import with_all_page_labels
from vnadmindocs.writers.pdf.picture_size import refuse_large_paper
from vnadmindocs.writers.pdf.typesetting import Typesetting, typesetting_of

if TYPE_CHECKING:
    from vnadmindocs.fonts.faces import Face
    from vnadmindocs.layout.places import PlacedBox

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
    (made,) = typeset(
        typesetting,
        face,
        format="pdf",
        date=layout.metadata.date or wording("draft.date"),
        standard=standard,
    )
    if sum(part.attachment is None for part in layout.parts) > 1:
        made = with_all_page_labels(made)
    if not has_marks(typesetting.data):
        return made
    return with_own_characters(made)


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

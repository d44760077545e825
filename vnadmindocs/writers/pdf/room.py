"""Room for words over a page of a PDF from elsewhere: what stands there moves under them.

Nothing moves where nothing of the page is seen in the room of the words. Else the whole of it goes
down as it is, where the page has room enough, or in a smaller size, all of it in one proportion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnadmindocs.record.pdf_file import seen_size
from vnadmindocs.units import mm_to_pt
from vnadmindocs.writers.page_drawing import set_in
from vnadmindocs.writers.pdf.seen_marks import DOT_PT, marks_of_page, seen_marks

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter

_AROUND = 5  # dots that stay free around the words: 2 mm
_LEAST = 0.5  # smaller than that a page cannot be read


class NoRoomError(Exception):
    """What a page shows cannot stand under the words that are put over it."""


def make_room(writer: PdfWriter, page: PageObject, words: bytes, bottom_mm: float) -> float:
    """Move what a page shows out of the room of words that are to be drawn over it.

    Args:
        writer: the file being written.
        page: a page of it.
        words: a file of one page of the same size, as it is seen, with the words alone.
        bottom_mm: how far down what is moved may go: the margin of our own pages, or as far as
            it reached before.

    Returns:
        The size it is shown in, 1.0 where it kept its own; so it does where it cannot be drawn
        and what it shows is not known.

    Raises:
        NoRoomError: it would be shown in less than half its size.
    """
    over, shown = seen_marks(words), marks_of_page(page)
    if over is None or shown is None or not over.meet(shown, _AROUND):
        return 1.0
    assert over.height is not None
    assert shown.height is not None
    width, height = map(mm_to_pt, seen_size(page))
    first, last = (at * DOT_PT for at in shown.height)
    top = (over.height[1] + _AROUND) * DOT_PT
    end = max(last, height - mm_to_pt(bottom_mm))
    scale = min(1.0, (end - top) / (last - first))
    if scale < _LEAST:
        raise NoRoomError
    set_in(writer, page, scale, width * (1 - scale) / 2, height - top - scale * (height - first))
    return scale

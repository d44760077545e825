"""How large the picture of a page may be, asked before anything is drawn.

A picture of 57 GB ends the process, and nobody is told why.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.layout.shape import Layout
from vnadmindocs.units import PT_PER_INCH, mm_to_pt, pt_to_mm

#: The most pixels of one page: an A4 page at 1200 ppi, some 0.6 GB while it is drawn.
LARGEST_PICTURE = 140_000_000

TOO_LARGE = "OUT043"


class PictureTooLargeError(Exception):
    """A page has too many pixels.

    Attributes:
        fault: OUT043, with the page, its size and the most pixels per inch.
    """

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def pixels(width_pt: float, height_pt: float, ppi: float) -> float:
    """Give the pixels of a page."""
    return width_pt * height_pt * (ppi / PT_PER_INCH) ** 2


def refuse_large_pages(sizes_pt: Iterable[tuple[float, float]], ppi: float) -> None:
    """Refuse pages of which one would have more than ``LARGEST_PICTURE`` pixels.

    Args:
        sizes_pt: width and height of each page, in pt.
        ppi: pixels per inch.

    Raises:
        PictureTooLargeError: OUT043.
    """
    for number, size in enumerate(sizes_pt, start=1):
        _refuse_large(size, ppi, Text(vi=f"Trang {number}", en=f"Page {number}"))


def refuse_large_paper(layout: Layout, ppi: float) -> None:
    """Refuse a document whose paper makes such pages; how many it has is not known yet.

    Raises:
        PictureTooLargeError: OUT043.
    """
    for part in layout.parts:
        if part.attachment is None:
            size = mm_to_pt(part.section.width_mm), mm_to_pt(part.section.height_mm)
            _refuse_large(size, ppi, Text(vi="Trang", en="A page"))


def _refuse_large(size_pt: tuple[float, float], ppi: float, page: Text) -> None:
    if pixels(*size_pt, ppi) <= LARGEST_PICTURE:
        return
    width, height = size_pt
    facts = {
        "page": page,
        "width": round(pt_to_mm(width)),
        "height": round(pt_to_mm(height)),
        "ppi": f"{ppi:g}",
        "largest": math.floor(PT_PER_INCH * math.sqrt(LARGEST_PICTURE / (width * height))),
    }
    raise PictureTooLargeError(Fault(TOO_LARGE, facts=facts))

"""What the pages of a PDF show: their words, and how fine a page is that is one picture.

Read only for copies, whose rules ask for it; a file is read once.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnadmindocs.record.pdf_contents import mapping, resolved
from vnadmindocs.record.pdf_file import opened_pdf, seen_size
from vnadmindocs.units import MM_PER_INCH
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from pypdf import PageObject

# A document that is copied is a few pages; what stands further back is not looked at.
_MOST = 60


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page.

    Attributes:
        words: what it says; "" for a scan.
        dpi: the resolution of the one picture that is all it shows; 0 for another page.
    """

    words: str
    dpi: int


@dataclass(frozen=True, slots=True)
class PdfPages:
    """The pages of a file, as far as they were looked at, and the version it claims."""

    version: str
    pages: tuple[PdfPage, ...]


def pages_of(path: Path) -> PdfPages | None:
    """Look at the pages of a PDF; None when it cannot be read, which is found elsewhere."""
    try:
        status = path.stat()
        return _look(path, status.st_size, status.st_mtime_ns)
    except Exception:  # a damaged file breaks a parser anywhere, in any way
        return None


@lru_cache(maxsize=4)
def _look(path: Path, _size: int, _changed: int) -> PdfPages:
    with opened_pdf(path) as reader:
        version = reader.pdf_header.removeprefix("%PDF-")
        return PdfPages(version, tuple(_page(page) for page in reader.pages[:_MOST]))


def _page(page: PageObject) -> PdfPage:
    words = " ".join(page.extract_text().split())
    return PdfPage(words, 0 if words else _resolution(page))


def _resolution(page: PageObject) -> int:
    """Give how many dots an inch a page has that is one picture, the page's own size."""
    pictures = [
        each
        for each in mapping(mapping(page.get("/Resources")).get("/XObject")).values()
        if mapping(each).get("/Subtype") == "/Image"
    ]
    if len(pictures) != 1:
        return 0
    picture: Any = resolved(pictures[0])
    sides = sorted((int(picture.get("/Width", 0)), int(picture.get("/Height", 0))))
    lengths = sorted(seen_size(page))
    return round(min(side * MM_PER_INCH / mm for side, mm in zip(sides, lengths, strict=True)))

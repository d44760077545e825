"""What is seen on a page of a PDF from elsewhere: drawn small, its marks are looked for."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from vnadmindocs.values import dataclass
from vnadmindocs.writers.pdf import TypesettingError
from vnadmindocs.writers.pdf.pixels import pixels_of
from vnadmindocs.writers.pdf.preview import pictures_of

if TYPE_CHECKING:
    from pypdf import PageObject

_PPI = 60.0
#: A dot of the small picture, in pt.
DOT_PT = 72 / _PPI
_WHITE = 248  # what a page shows where nothing is printed, and the blur of what is
_MARKS = bytes([value < _WHITE for value in range(256)])
_MARK = b"\1"


@dataclass(frozen=True, slots=True)
class SeenMarks:
    """The marks of a page as it is seen.

    Attributes:
        rows: for each row of dots from the top, a 1 where something is seen.
        channels: how many bytes a dot has in a row.
    """

    rows: tuple[bytes, ...]
    channels: int

    @property
    def height(self) -> tuple[int, int] | None:
        """The first row that has marks, and the row after the last; None for an empty page."""
        found = [at for at, row in enumerate(self.rows) if _MARK in row]
        return (found[0], found[-1] + 1) if found else None

    @property
    def width(self) -> tuple[int, int]:
        """The first byte of a row that has a mark, and the one after the last, in any row."""
        found = [row for row in self.rows if _MARK in row]
        left = min((row.find(_MARK) for row in found), default=0)
        return left, max((row.rfind(_MARK) + 1 for row in found), default=0)

    def meet(self, other: SeenMarks, around: int) -> bool:
        """Tell whether a mark of another page stands in the room of these, or near it in dots."""
        if self.height is None:
            return False
        (top, bottom), (left, right) = self.height, self.width
        first, last = max(0, left - around * self.channels), right + around * self.channels
        rows = other.rows[max(0, top - around) : bottom + around]
        return any(_MARK in row[first:last] for row in rows)


def seen_marks(pdf: bytes) -> SeenMarks | None:
    """Look at a file of one page; None where it cannot be drawn."""
    try:
        (picture,) = pictures_of(pdf, ppi=_PPI)
    except TypesettingError:
        return None
    seen = pixels_of(picture)
    return SeenMarks(tuple(row.translate(_MARKS) for row in seen.rows), seen.channels)


def marks_of_page(page: PageObject) -> SeenMarks | None:
    """Look at a page of a file being written; None where it cannot be drawn."""
    from pypdf import PdfWriter

    alone = PdfWriter()
    alone.add_page(page)
    data = BytesIO()
    alone.write(data)
    return seen_marks(data.getvalue())

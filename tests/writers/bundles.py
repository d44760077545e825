"""Ways to join PDF files to a decision in a test, and to read what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject

from tests.layout.records import DECISION, record
from tests.record.pdf_files import pdf, save
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import Layout
from vnadmindocs.writers.bundle import Bundled, bundle
from vnadmindocs.writers.pdf import write_pdf

FACE = find_face().face
NO_FACE = "no Times face with Vietnamese letters (fonts-liberation2)"
CLAIM = "PDF/A-2a"
ACTING = (
    b"/JavaScript", b"/JS", b"/Launch", b"/SubmitForm", b"/ImportData", b"/GoToR", b"/GoToE",
    b"/EmbeddedFile", b"/FileAttachment", b"/Filespec", b"/AA", b"/OpenAction", b"/AcroForm",
    b"/Widget", b"/Movie", b"/XFA", b"/AF",
)  # fmt: skip
ONE = "phụ lục:\n  - trích yếu: BẢN VẼ\n    tệp: ban-ve.pdf\n"
STAMP = "    ghi nhãn: có\n"


def layout_of(appendices: str, folder: Path) -> Layout:
    """Lay out a decision with these appendices."""
    return lay_out(record(DECISION + appendices, folder))


def typeset(layout: Layout) -> bytes:
    """Typeset what a layout has of its own."""
    assert FACE is not None
    return write_pdf(layout, FACE)


def joined(appendices: str, folder: Path) -> tuple[Bundled, PdfReader]:
    """Join a decision with these appendices, and open what came of it."""
    layout = layout_of(appendices, folder)
    made = bundle(typeset(layout), layout, FACE, conformance=CLAIM)
    assert made.data is not None
    return made, PdfReader(BytesIO(made.data))


def attached(
    folder: Path, *changes: Callable[[PdfWriter], object], stamp: str = "", **page: Any
) -> tuple[bytes, list[PageObject]]:
    """Join one changed PDF to a decision of one page; give the file and the pages joined."""
    save(folder, pdf(*changes, **page))
    made, reader = joined(ONE + stamp, folder)
    assert made.data is not None
    return made.data, list(reader.pages)[1:]


def outline(reader: PdfReader) -> list[tuple[int, str, int]]:
    """List the entries of an outline: level, title, page from 0."""

    def entries(items: list[Any], level: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from entries(item, level + 1)
            else:
                page = reader.get_destination_page_number(item)
                yield level, str(item.title), -1 if page is None else page

    return list(entries(reader.outline, 0))


def shown_on(page: PageObject) -> list[DictionaryObject]:
    """Give the annotations of a page."""
    return [each.get_object() for each in page.get("/Annots", ArrayObject())]


def squeezed(page: PageObject) -> str:
    """Give the words of a page without white space."""
    return "".join(page.extract_text().split())

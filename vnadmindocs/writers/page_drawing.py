"""Drawing over a page of a PDF: as it is seen, whichever way it is turned and cropped."""

from __future__ import annotations

from collections.abc import Sequence

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
)

from vnadmindocs.record.pdf_contents import mapping, resolved
from vnadmindocs.record.pdf_file import quarter_turns, seen_box

Matrix = tuple[float, float, float, float, float, float]


def draw_over(
    writer: PdfWriter, page: PageObject, drawings: Sequence[tuple[IndirectObject, Matrix]]
) -> None:
    """Draw over a page, each drawing (a form XObject of the writer) in its place."""
    # Pages of one file often share their resources: what is added is this page's own.
    resources = _own(page, "/Resources")
    shared = mapping(resources.get("/XObject"))
    named = DictionaryObject({key: shared.raw_get(key) for key in shared})
    resources[NameObject("/XObject")] = named
    lines = []
    for drawing, matrix in drawings:
        number = len(named)
        while f"/Over{number}" in named:
            number += 1
        name = NameObject(f"/Over{number}")
        named[name] = drawing
        lines.append(f"q {' '.join(f'{each:.5f}' for each in matrix)} cm {name} Do Q")
    contents = page.raw_get("/Contents") if "/Contents" in page else None
    found = resolved(contents)
    below = list(found) if isinstance(found, list) else [contents] if found is not None else []
    page[NameObject("/Contents")] = ArrayObject(
        [_stream(writer, "q\n"), *below, _stream(writer, "\nQ\n" + "\n".join(lines) + "\n")]
    )


def as_seen(page: PageObject) -> Matrix:
    """Give the matrix from points of the page as it is seen, from its lower left corner."""
    left, bottom, right, top = seen_box(page)
    scale = 1 / float(page.user_unit)
    turns: tuple[Matrix, ...] = (
        (scale, 0, 0, scale, left, bottom),
        (0, scale, -scale, 0, right, bottom),
        (-scale, 0, 0, -scale, right, top),
        (0, -scale, scale, 0, left, top),
    )
    return turns[quarter_turns(page)]


def _own(page: PageObject, key: str) -> DictionaryObject:
    """Give a page a mapping of its own in place of one it may share."""
    shared = mapping(page.get(key))
    own = DictionaryObject({name: shared.raw_get(name) for name in shared})
    page[NameObject(key)] = own
    return own


def _stream(writer: PdfWriter, text: str) -> IndirectObject:
    stream = DecodedStreamObject()
    stream.set_data(text.encode("ascii"))
    return writer._add_object(stream)

"""Drawing over a page of a PDF: as it is seen, whichever way it is turned and cropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
)

from vnadmindocs.record.pdf_contents import annotations_of, mapping, resolved
from vnadmindocs.record.pdf_file import quarter_turns, seen_box

Matrix = tuple[float, float, float, float, float, float]

# What of an annotation is points of its page; «InkList» is lists of them.
_POINTS = ("/Rect", "/QuadPoints", "/Vertices", "/L", "/CL", "/InkList")


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


def set_in(writer: PdfWriter, page: PageObject, scale: float, across: float, up: float) -> None:
    """Show what a page shows in another size and place; its paper stays, and what was cut off.

    Args:
        writer: the file being written.
        page: a page of it.
        scale: the new size.
        across: how far right of its place the lower left corner goes, as the page is seen, in pt.
        up: how far above its place it goes.
    """
    a, b, c, d, left, bottom = as_seen(page)
    x = a * across + c * up + left - scale * left
    y = b * across + d * up + bottom - scale * bottom
    content = page.get_contents()
    # A drawing of its own: patterns lie in the space of what they are drawn in, and go along.
    drawing = DecodedStreamObject()
    drawing.set_data(content.get_data() if content is not None else b"")
    drawing[NameObject("/Type")] = NameObject("/XObject")
    drawing[NameObject("/Subtype")] = NameObject("/Form")
    drawing[NameObject("/BBox")] = ArrayObject(map(FloatObject, seen_box(page)))
    drawing[NameObject("/Resources")] = _own(page, "/Resources")
    reference = writer._add_object(drawing.flate_encode())
    page[NameObject("/Resources")] = DictionaryObject()
    page.pop("/Contents", None)
    draw_over(writer, page, [(reference, (scale, 0, 0, scale, x, y))])
    for each in annotations_of(page):
        for key in _POINTS:
            if key in each:
                each[NameObject(key)] = ArrayObject(_moved(resolved(each[key]), scale, (x, y)))
        if "/RD" in each:
            inside = [FloatObject(float(resolved(one)) * scale) for one in resolved(each["/RD"])]
            each[NameObject("/RD")] = ArrayObject(inside)


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


def _moved(points: Any, scale: float, by: tuple[float, float]) -> Iterator[Any]:
    """Give the points of an annotation, x and y by turns, where they go."""
    for at, each in enumerate(points):
        found = resolved(each)
        if isinstance(found, list):
            yield ArrayObject(_moved(found, scale, by))
        else:
            yield FloatObject(float(found) * scale + by[at % 2])


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

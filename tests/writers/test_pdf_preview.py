"""Pictures of the pages of a PDF that is there already."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import pytest
import typst
from pypdf import PageObject, PdfWriter
from pypdf.generic import RectangleObject

from vnadmindocs.writers.pdf.compiler import TypesettingError
from vnadmindocs.writers.pdf.preview import pictures_of

# A page of 200 x 300 pt with a black square of 40 pt in its top left corner.
PAGE = b"#set page(width: 200pt, height: 300pt, margin: 0pt)\n#square(size: 40pt, fill: black)"
PPI = 72.0


def _page(changed: Callable[[PageObject], object] = lambda _: None) -> bytes:
    made = typst.compile(PAGE, format="pdf")
    assert isinstance(made, bytes)
    writer = PdfWriter(clone_from=io.BytesIO(made))
    changed(writer.pages[0])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _pixels(picture: bytes) -> list[list[int]]:
    """Read the red of every pixel of a PNG with eight bits a channel."""
    width, height, depth, colour = struct.unpack(">IIBB", picture[16:26])
    channels = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    assert depth == 8
    data, at = b"", 8
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            data += picture[at + 8 : at + 8 + length]
        at += length + 12
    rows, stride = [], width * channels
    unpacked, before = zlib.decompress(data), bytearray(stride)
    for number in range(height):
        start = number * (stride + 1)
        row = bytearray(unpacked[start + 1 : start + 1 + stride])
        for index in range(stride):
            left = row[index - channels] if index >= channels else 0
            corner = before[index - channels] if index >= channels else 0
            row[index] = (
                row[index] + _predicted(unpacked[start], left, before[index], corner)
            ) % 256
        rows.append(list(row[::channels]))
        before = row
    return rows


def _predicted(kind: int, left: int, above: int, corner: int) -> int:
    """Give what a byte of a PNG is written as the difference to (PNG, section 9)."""
    guess = left + above - corner
    nearest = min(
        (abs(guess - each), order, each) for order, each in enumerate((left, above, corner))
    )
    return (0, left, above, (left + above) // 2, nearest[2])[kind]


def _size_and_black_corner(picture: bytes) -> tuple[int, int, str]:
    rows = _pixels(picture)
    ends = {"top left": rows[5][5], "top right": rows[5][-5]}
    ends |= {"bottom left": rows[-5][5], "bottom right": rows[-5][-5]}
    (corner,) = (name for name, red in ends.items() if red < 50)
    return len(rows[0]), len(rows), corner


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        (lambda _: None, (200, 300, "top left")),
        (lambda page: page.rotate(90), (300, 200, "top right")),
        (lambda page: page.rotate(180), (200, 300, "bottom right")),
        (lambda page: page.rotate(270), (300, 200, "bottom left")),
    ],
    ids=["as it is", "90", "180", "270"],
)
def test_a_page_is_drawn_as_it_is_seen(
    changed: Callable[[PageObject], object], shown: tuple[int, int, str]
) -> None:
    """Size in pixels, and where its black corner is; a page may be turned."""
    (picture,) = pictures_of(_page(changed), ppi=PPI)
    assert _size_and_black_corner(picture) == shown


def test_what_is_cut_off_a_page_is_not_drawn() -> None:
    """Half of the square is all there is, 20 pt of 40."""

    def cut(page: PageObject) -> None:
        page.cropbox = RectangleObject((20, 200, 200, 300))

    (picture,) = pictures_of(_page(cut), ppi=PPI)
    rows = _pixels(picture)
    assert (len(rows[0]), len(rows)) == (180, 100)
    assert [red < 50 for red in rows[20][10:30:5]] == [True, True, False, False]


def test_a_picture_has_as_many_pixels_as_asked() -> None:
    """Twice the pixels an inch, twice the width."""
    (picture,) = pictures_of(_page(), ppi=2 * PPI)
    assert struct.unpack(">II", picture[16:24]) == (400, 600)


def test_a_file_that_cannot_be_shown_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what typst says of it."""
    from vnadmindocs.writers.pdf import preview

    monkeypatch.setattr(preview, "_sizes", lambda _: [(200.0, 300.0)])
    with pytest.raises(TypesettingError):
        pictures_of(b"%PDF-1.7 nothing", ppi=PPI)


@pytest.mark.parametrize("pixels", [1, 25_000, 70_000])
def test_pages_drawn_a_few_at_a_time_are_the_same(
    monkeypatch: pytest.MonkeyPatch, pixels: int
) -> None:
    """Each alone, two and one, or all at once."""
    from vnadmindocs.writers.pdf import preview

    writer = PdfWriter()
    for side in (100, 110, 120):
        writer.add_blank_page(side, side)
    stream = io.BytesIO()
    writer.write(stream)
    at_once = pictures_of(stream.getvalue(), ppi=72)
    monkeypatch.setattr(preview, "_AT_ONCE", pixels)
    assert pictures_of(stream.getvalue(), ppi=72) == at_once
    assert [struct.unpack(">II", each[16:24])[0] for each in at_once] == [100, 110, 120]

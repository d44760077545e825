"""Pictures are known by their content, and measured in millimetres."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.record.images import read_millimetres, read_picture

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 40, 20) + b"\x08\0\0\0\0"


def jpeg(width: int, height: int, marker: int = 0xC0) -> bytes:
    """Make the head of a JPEG: a segment of the application, then the frame."""
    frame = struct.pack(">BBHBHHB", 0xFF, marker, 11, 8, height, width, 1)
    return b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"ab" + frame + b"\0" * 8


@pytest.mark.parametrize("name", ["sơ đồ.png", "sơ đồ.jpg", "không đuôi"])
def test_a_picture_is_known_by_its_content(name: str) -> None:
    """This test shows that a wrong ending of a name does no harm."""
    png, photo = read_picture(name, PNG), read_picture(name, jpeg(30, 50))
    assert (png.format, png.width, png.height) == ("png", 40, 20)
    assert (photo.format, photo.width, photo.height) == ("jpeg", 30, 50)


@pytest.mark.parametrize("marker", [0xC0, 0xC1, 0xC2])
def test_every_usual_frame_of_a_jpeg_is_measured(marker: int) -> None:
    """This test shows that progressive pictures are read like the others."""
    assert read_picture("x.jpg", jpeg(7, 9, marker)).height == 9


@pytest.mark.parametrize(
    "data",
    [
        b"", PNG[:20], PNG[:16] + b"\0" * 8, b"\xff\xd8", b"\xff\xd8\xff\xe0\0\x10JFIF", b"GIF89a",
        b"BM" + b"\0" * 60, b"<html/>", jpeg(0, 5), b"\xff\xd8" + b"\xff\xe0\0\0" * 9,
    ],
)  # fmt: skip
def test_a_damaged_or_foreign_picture_is_refused(data: bytes) -> None:
    """This test shows that nothing is printed of what is not understood."""
    with pytest.raises(UnreadableError) as refusal:
        read_picture("x.png", data)
    assert [fault.code for fault in refusal.value.faults] == ["IMG001"]


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    """This test shows that a picture is read or refused, whatever it holds."""
    for head in (b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n"):
        try:
            picture = read_picture("x", head + data)
        except UnreadableError:
            continue
        assert picture.width > 0
        assert picture.height > 0


@pytest.mark.parametrize(
    ("written", "length"), [("35", 35), ("35 mm", 35), ("35,5", 35.5), ("35.5MM", 35.5), (35, 35)]
)
def test_a_length_is_read_in_millimetres(written: object, length: float) -> None:
    """This test shows that comma and point, with and without unit, are the same."""
    assert read_millimetres(written) == length


@pytest.mark.parametrize("written", ["", "0", "-1", "1000", "inf", "nan", "3 cm", 0, -2, 1e9])
def test_what_is_no_length_on_paper_is_refused(written: object) -> None:
    """This test shows that another unit is not taken for millimetres."""
    with pytest.raises(UnreadableError) as refusal:
        read_millimetres(written)
    assert [fault.code for fault in refusal.value.faults] == ["SCH025"]

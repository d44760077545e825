"""The pixels of a PNG, whatever filter each of its rows has."""

from __future__ import annotations

import struct
import zlib

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as some

from vnadmindocs.writers.pdf.pixels import Pixels, pixels_of

WIDTH, CHANNELS = 5, 3
ROWS = some.lists(some.binary(min_size=WIDTH * CHANNELS, max_size=WIDTH * CHANNELS), min_size=1)


def _guess(kind: int, left: int, above: int, corner: int) -> int:
    """What a filter takes off a byte, as the PNG standard words it."""
    paeth = min((left, above, corner), key=lambda each: abs(left + above - corner - each))
    return (0, left, above, (left + above) // 2, paeth)[kind]


def _png(rows: list[bytes], kinds: list[int], colour: int = 2, depth: int = 8) -> bytes:
    data = bytearray()
    before = bytes(len(rows[0]))
    for row, kind in zip(rows, kinds, strict=True):
        data.append(kind)
        for at, value in enumerate(row):
            left = row[at - CHANNELS] if at >= CHANNELS else 0
            corner = before[at - CHANNELS] if at >= CHANNELS else 0
            data.append((value - _guess(kind, left, before[at], corner)) & 255)
        before = row
    head = struct.pack(">IIBBBBB", WIDTH, len(rows), depth, colour, 0, 0, 0)
    made = b"\x89PNG\r\n\x1a\n"
    for name, content in ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(data))), (b"IEND", b"")):
        sum_ = struct.pack(">I", zlib.crc32(name + content))
        made += struct.pack(">I", len(content)) + name + content + sum_
    return made


@given(ROWS, some.data())
def test_reading_undoes_every_filter(rows: list[bytes], drawn: some.DataObject) -> None:
    """Row by row, each with a filter of its own."""
    kinds = drawn.draw(some.lists(some.integers(0, 4), min_size=len(rows), max_size=len(rows)))
    assert pixels_of(_png(rows, kinds)) == Pixels(WIDTH, len(rows), CHANNELS, tuple(rows))


def test_a_picture_of_typst_is_read() -> None:
    """A black square in the corner of a white page."""
    source = b"#set page(width: 20pt, height: 30pt, margin: 0pt)\n#square(size: 4pt, fill: black)"
    made = typst.compile(source, format="png", ppi=72.0)
    assert isinstance(made, bytes)
    pixels = pixels_of(made)
    assert (pixels.width, pixels.height, pixels.channels) == (20, 30, 4)
    black, white = bytes((0, 0, 0, 255)), bytes((255, 255, 255, 255))
    assert pixels.rows[3] == black * 4 + white * 16
    assert pixels.rows[4] == white * 20


@pytest.mark.parametrize(("colour", "depth"), [(3, 8), (2, 16)])
def test_another_kind_of_picture_is_refused(colour: int, depth: int) -> None:
    """Palettes and deep colours, which typst does not draw."""
    with pytest.raises(ValueError, match="eight bits"):
        pixels_of(_png([bytes(WIDTH * CHANNELS)], [0], colour, depth))

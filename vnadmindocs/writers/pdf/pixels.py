"""The pixels of a picture that typst drew: a PNG of eight bits a channel, read row by row."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from vnadmindocs.values import dataclass

_SIGNATURE = 8  # bytes before the first chunk of a PNG
_AROUND = 12  # length, name and check sum of a chunk
_CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}  # grey, colours, and each with transparency
_NONE, _SUB, _UP, _AVERAGE = range(4)


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as it is seen.

    Attributes:
        width, height: in pixels.
        channels: bytes of a pixel.
        rows: the pixels of each row from the top, channel after channel.
    """

    width: int
    height: int
    channels: int
    rows: tuple[bytes, ...]


def pixels_of(png: bytes) -> Pixels:
    """Read a PNG.

    Raises:
        ValueError: it is no picture of eight bits a channel, row after row from the top.
    """
    width, height, depth, colour, _, _, woven = struct.unpack(">IIBBBBB", png[16:29])
    if depth != 8 or woven or colour not in _CHANNELS:
        raise ValueError("no picture of eight bits a channel")
    channels = _CHANNELS[colour]
    data = zlib.decompress(b"".join(_data(png)))
    return Pixels(width, height, channels, tuple(_rows(data, width * channels, channels)))


def _data(png: bytes) -> Iterator[bytes]:
    at = _SIGNATURE
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            yield png[at + 8 : at + 8 + length]
        at += length + _AROUND


def _rows(data: bytes, stride: int, channels: int) -> Iterator[bytes]:
    """Undo the filter of each row: a byte is told from those to its left and above it."""
    above = bytes(stride)
    for start in range(0, len(data), stride + 1):
        kind, row = data[start], bytearray(data[start + 1 : start + 1 + stride])
        if kind == _SUB:
            for at in range(channels, stride):
                row[at] = (row[at] + row[at - channels]) & 255
        elif kind == _UP:
            row = bytearray([(one + other) & 255 for one, other in zip(row, above, strict=True)])
        elif kind == _AVERAGE:
            for at in range(stride):
                left = row[at - channels] if at >= channels else 0
                row[at] = (row[at] + (left + above[at]) // 2) & 255
        elif kind != _NONE:
            for at in range(stride):
                left, corner = (
                    (row[at - channels], above[at - channels]) if at >= channels else (0, 0)
                )
                row[at] = (row[at] + _nearest(left, above[at], corner)) & 255
        above = bytes(row)
        yield above


def _nearest(left: int, above: int, corner: int) -> int:
    """Give whichever of the three is nearest to left + above − corner (Paeth)."""
    guess = left + above - corner
    to_left, to_above, to_corner = abs(guess - left), abs(guess - above), abs(guess - corner)
    if to_left <= to_above and to_left <= to_corner:
        return left
    return above if to_above <= to_corner else corner

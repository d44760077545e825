"""Hình: a picture placed in the body, PNG, JPEG or SVG."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, ClassVar, Literal

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.record.fields import (
    Line,
    Reads,
    RecordModel,
    State,
    TextInput,
    in_context,
    line_of,
    nested_by_name,
)
from vnadmindocs.record.folder import folder_of
from vnadmindocs.values import dataclass

#: Stands first in a drawing: where whoever prints it says in which face its words are set.
FACE_PLACE = b'<style xmlns="http://www.w3.org/2000/svg"></style>'

_PNG = b"\x89PNG\r\n\x1a\n"
# A tag, a space, a byte order mark.
_OPENS_TEXT = (b"<", b" ", b"\n", b"\r", b"\t", b"\xef", b"\xff", b"\xfe")
_JPEG_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD})


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file that was read.

    Attributes:
        written: its path as the record has it.
        width, height: in pixels; of a drawing in px of CSS, of which an inch has 96.
        text: every letter that a drawing sets as text.
    """

    written: str
    format: Literal["png", "jpeg", "svg"]
    width: float
    height: float
    data: bytes = field(repr=False)
    text: str = field(default="", repr=False)


def read_picture(written: str, data: bytes) -> Picture:
    """Recognise a PNG, a JPEG or an SVG by its content, whatever its name says.

    Raises:
        UnreadableError: IMG001, none of these, or damaged; IMG002, a drawing that does more than
            be looked at.
    """
    if data.startswith(_PNG) and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        if width and height:
            return Picture(written, "png", width, height, data)
    if data.startswith(b"\xff\xd8"):
        size = _jpeg_size(data)
        if size:
            return Picture(written, "jpeg", *size, data)
    if data[:1] in _OPENS_TEXT:
        # Few records have drawings; only they load what reads one.
        from vnadmindocs.record.svg_file import is_drawing, read_drawing

        if is_drawing(data):
            found = read_drawing(written, data)
            return Picture(written, "svg", found.width, found.height, found.data, found.text)
    raise UnreadableError(Fault("IMG001", facts={"found": written}))


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return (width, height) if width and height else None
        at += 2 + length
    return None


def _read_file(value: object, context: object) -> Picture:
    if isinstance(value, Picture):
        return value
    written = line_of(value)
    folder = folder_of(context)
    return read_picture(written, folder.content(folder.locate(written), written))


def read_millimetres(value: object) -> float:
    """Read a length in mm: ``35``, ``35 mm``, ``35,5``.

    Raises:
        UnreadableError: SCH025, no positive length.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        written, length = str(value), float(value)
    else:
        written = line_of(value)
        try:
            length = float(written.lower().removesuffix("mm").strip().replace(",", "."))
        except ValueError:
            length = 0.0
    if not 0 < length < 1000:
        raise UnreadableError(Fault("SCH025", facts={"found": written}))
    return length


Millimetres = Annotated[
    float | State | None,
    Reads(read_millimetres, TextInput),
]


class Image(RecordModel):
    """A named picture of the record.

    ``width`` in mm; None prints it in its own size at 150 dpi, never wider than the text.
    """

    vocabulary: ClassVar[str] = "image"

    file: Annotated[
        Picture | State,
        in_context(_read_file, TextInput),
    ]
    caption: Line = None
    width: Millimetres = None


ImagesField = Annotated[
    Mapping[str, Image] | State | None,
    in_context(lambda value, context: nested_by_name(Image, value, context), dict[str, Image]),
]

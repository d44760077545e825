"""The glyphs and widths of a font program embedded in a PDF file."""

from __future__ import annotations

import io
from typing import Any

from pypdf.generic import StreamObject

from vnadmindocs.values import dataclass
from vnadmindocs.writers.pdf.conformance.opened import at


@dataclass(frozen=True, slots=True)
class Program:
    """An embedded program of a composite font.

    Attributes:
        widths: advance in thousandths of the size, by character (CID; of TrueType the glyph).
    """

    widths: dict[int, float]

    @property
    def characters(self) -> frozenset[int]:
        """Every character the program has a glyph for."""
        return frozenset(self.widths)

    def has(self, character: int) -> bool:
        """Tell whether a glyph is there."""
        return character in self.widths

    def width(self, character: int) -> float | None:
        """Give the advance of a glyph, None when it is not there."""
        return self.widths.get(character)


def program_of(descriptor: Any) -> Program | None:
    """Read the program of a font descriptor; None when there is none we read (Type 1)."""
    stream = at(descriptor, "/FontFile2")
    if isinstance(stream, StreamObject):
        return Program(_true_type(stream.get_data()))
    stream = at(descriptor, "/FontFile3")
    if isinstance(stream, StreamObject):
        data = stream.get_data()
        return Program(_open_type(data) if data[:4] == b"OTTO" else _compact(data))
    return None


def _true_type(data: bytes) -> dict[int, float]:
    from fontTools.ttLib import TTFont

    font: Any = TTFont(io.BytesIO(data), lazy=True)
    order, metrics = font.getGlyphOrder(), font["hmtx"].metrics
    unit = 1000 / font["head"].unitsPerEm
    return {index: metrics[name][0] * unit for index, name in enumerate(order) if name in metrics}


def _open_type(data: bytes) -> dict[int, float]:
    from fontTools.ttLib import TTFont

    font: Any = TTFont(io.BytesIO(data), lazy=True)
    return _cff_widths(font["CFF "].cff)


def _compact(data: bytes) -> dict[int, float]:
    from fontTools.cffLib import CFFFontSet

    fonts: Any = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    return _cff_widths(fonts)


def _cff_widths(fonts: Any) -> dict[int, float]:
    from fontTools.pens.basePen import NullPen

    top = fonts[0]
    unit = 1000 * top.FontMatrix[0] if hasattr(top, "FontMatrix") else 1.0
    by_character = hasattr(top, "ROS")
    found = {}
    for index, name in enumerate(top.charset):
        glyph = top.CharStrings[name]
        glyph.draw(NullPen())
        character = int(name[3:]) if by_character and name.startswith("cid") else index
        found[character] = glyph.width * unit
    return found

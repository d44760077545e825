"""Which picture of a document typst refuses, and why: asked only after it refused the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.layout.pictures import images_of
from vnadmindocs.layout.shape import Element, Layout
from vnadmindocs.record.positions import FieldPath
from vnadmindocs.writers.pdf.compiler import TypesettingError
from vnadmindocs.writers.pdf.writer import write_pdf

if TYPE_CHECKING:
    from vnadmindocs.fonts.face import Face

_PRINT_COLORS = "CMYK"  # what typst says of a picture for the print shop
_CUT = Text(vi="tệp bị cắt cụt", en="the file is cut off")
_DAMAGED = Text(vi="dữ liệu trong tệp bị hỏng", en="the data in the file are damaged")
_UNKNOWN = Text(vi="không đọc được tệp", en="the file cannot be read")
# What typst says -> what it means; the first that is found.
_REASONS = {
    "end of file": _CUT,
    "enough data": _CUT,
    "CRC": _DAMAGED,
    "Format error": _DAMAGED,
    "decode": _UNKNOWN,
}


def picture_faults(
    layout: Layout,
    face: Face,
    paths: Mapping[bytes, FieldPath] = MappingProxyType({}),
    *,
    standard: str = "a-2a",
) -> Iterator[Fault]:
    """Find the pictures with which a page of their own is refused: OUT041, OUT042.

    Args:
        layout: the document that typst refused.
        face: the face it is set in.
        paths: where the record names each picture, by its bytes.
        standard: the standard it was held to.
    """
    main = layout.parts[0]
    for number, image in enumerate(images_of(layout), start=1):
        alone = replace(main, elements=(Element("body", "", (image,)),), attachment=None)
        try:
            write_pdf(replace(layout, parts=(alone,), footnotes=()), face, standard=standard)
        except TypesettingError as refused:
            reason = " ".join(str(refused).split())
            path = paths.get(image.data, ())
            facts: dict[str, object] = {"name": image.name or image.caption or str(number)}
            if _PRINT_COLORS in reason:
                yield Fault("OUT041", facts=facts, path=path)
            else:
                facts["reason"] = meaning_of(reason)
                yield Fault("OUT042", facts=facts, path=path)


def meaning_of(reason: str) -> Text:
    """Say in both languages why typst refused a picture; rare reasons stay in its own words."""
    found = next((text for words, text in _REASONS.items() if words in reason), None)
    return found or Text(vi=reason, en=reason)

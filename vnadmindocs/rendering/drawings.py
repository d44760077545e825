"""Drawings in a Word file: SVG for the programs that show it, a PNG beside it for the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.layout.pictures import images_of
from vnadmindocs.layout.shape import Image
from vnadmindocs.record.document import Document
from vnadmindocs.record.images import Picture
from vnadmindocs.record.positions import FieldPath
from vnadmindocs.rendering.pictures import pictures_of_record
from vnadmindocs.units import mm_to_pt

if TYPE_CHECKING:
    from vnadmindocs.fonts.faces import Face
    from vnadmindocs.layout.shape import Layout

UNDRAWN = "OUT045"


def drawings_of_record(record: Document) -> Iterator[tuple[FieldPath, str, Picture]]:
    """Give each drawing of a record and its appendices: where it is named, and its name."""
    for path, name, picture in pictures_of_record(record):
        if picture.format == "svg":
            yield path, name, picture


def has_words(record: Document) -> bool:
    """Tell whether a drawing sets words, for which a face is needed."""
    return any(picture.text.strip() for _, _, picture in drawings_of_record(record))


def lacks_package(record: Document, package: str) -> Iterator[Fault]:
    """Report the drawings that nothing on the machine can draw (OUT045)."""
    for path, name, _ in drawings_of_record(record):
        yield Fault(UNDRAWN, facts={"name": name, "package": package}, path=path)


def lacks_letters(record: Document, face: Face) -> Iterator[Fault]:
    """Report the drawings with letters that the face has no glyph for (OUT042)."""
    for path, name, picture in drawings_of_record(record):
        letters = _lacking(picture.text, face)
        if letters:
            reason = Text(
                f"phông {face.family} không có chữ «{letters}»",
                f"{face.family} has no glyph for «{letters}»",
            )
            yield Fault("OUT042", facts={"name": name, "reason": reason}, path=path)


def _lacking(text: str, face: Face) -> str:
    return "".join(letter for letter in face.missing(text, False, False) if letter.isprintable())


def draw(
    record: Document, layout: Layout, face: Face | None, drawn: dict[bytes, bytes]
) -> Iterator[Fault]:
    """Draw every drawing of a document as a PNG.

    Args:
        record: the document.
        layout: the same, laid out.
        face: the face words are set in; None where there are none.
        drawn: takes each PNG by the drawing it is of.

    Yields:
        OUT042 for what typst refuses, FNT003 for letters the face lacks.
    """
    from vnadmindocs.writers.pdf import TypesettingError
    from vnadmindocs.writers.pdf.glyphs import left_out_faults
    from vnadmindocs.writers.pdf.pictures import meaning_of
    from vnadmindocs.writers.pdf.typesetting import in_face

    homes = {picture.data: (path, name) for path, name, picture in drawings_of_record(record)}
    for image in images_of(layout):
        if image.format != "svg" or image.data in drawn:
            continue
        data = in_face(image.data, _NAME, face) if face is not None else image.data
        try:
            drawn[image.data] = _png(image, data, face)
        except TypesettingError as refused:
            path, name = homes.get(image.data, ((), image.name))
            facts = {"name": name, "reason": meaning_of(str(refused))}
            yield Fault("OUT042", facts=facts, path=path)
            continue
        if face is not None:
            yield from left_out_faults(_lacking(image.text, face), face)


def _png(image: Image, data: bytes, face: Face | None) -> bytes:
    from vnadmindocs.writers.pdf.compiler import drawn

    return drawn(_NAME, data, (mm_to_pt(image.width_mm), mm_to_pt(image.height_mm)), face)


_NAME = "drawing.svg"

"""Which picture of a document typst refuses, and why: asked only after it refused the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.layout.shape import Element, Grid, Image, Layout
from vnadmindocs.writers.pdf.compiler import TypesettingError
from vnadmindocs.writers.pdf.writer import write_pdf

if TYPE_CHECKING:
    from vnadmindocs.fonts.face import Face

_PRINT_COLORS = "CMYK"  # what typst says of a picture for the print shop


def picture_faults(layout: Layout, face: Face, *, standard: str = "a-2a") -> Iterator[Fault]:
    """Find the pictures with which a page of their own is refused: OUT041, OUT042.

    Args:
        layout: the document that typst refused.
        face: the face it is set in.
        standard: the standard it was held to.
    """
    main = layout.parts[0]
    for number, image in enumerate(_images(layout), start=1):
        alone = replace(main, elements=(Element("body", "", (image,)),), attachment=None)
        try:
            write_pdf(replace(layout, parts=(alone,), footnotes=()), face, standard=standard)
        except TypesettingError as refused:
            reason = " ".join(str(refused).split())
            facts = {"name": image.name or image.caption or str(number)}
            if _PRINT_COLORS in reason:
                yield Fault("OUT041", facts=facts)
            else:
                yield Fault("OUT042", facts={**facts, "reason": reason})


def _images(layout: Layout) -> tuple[Image, ...]:
    """Give every picture once, in the order of the document."""
    waiting: list[Any] = [
        element for part in reversed(layout.parts) for element in reversed(part.elements)
    ]
    found: dict[bytes, Image] = {}
    while waiting:
        node = waiting.pop()
        if isinstance(node, Image):
            found.setdefault(node.data, node)
        elif isinstance(node, Element):
            waiting.extend(reversed(node.blocks))
        elif isinstance(node, Grid):
            cells = [cell for row in node.rows for cell in row.cells]
            waiting.extend(element for cell in reversed(cells) for element in reversed(cell))
    return tuple(found.values())

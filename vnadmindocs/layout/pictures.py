"""The pictures of a Layout, each once, in the order of the document."""

from __future__ import annotations

from typing import Any

from vnadmindocs.layout.shape import Element, Grid, Image, Layout


def images_of(layout: Layout) -> tuple[Image, ...]:
    """Give every picture once, where it is shown largest, in the order of the document."""
    waiting: list[Any] = [
        element for part in reversed(layout.parts) for element in reversed(part.elements)
    ]
    found: dict[bytes, Image] = {}
    while waiting:
        node = waiting.pop()
        if isinstance(node, Image):
            shown = found.setdefault(node.data, node)
            if node.width_mm > shown.width_mm:
                found[node.data] = node
        elif isinstance(node, Element):
            waiting.extend(reversed(node.blocks))
        elif isinstance(node, Grid):
            cells = [cell for row in node.rows for cell in row.cells]
            waiting.extend(element for cell in reversed(cells) for element in reversed(cell))
    return tuple(found.values())

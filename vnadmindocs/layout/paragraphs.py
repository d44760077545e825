"""The paragraphs of a Layout in order, as a reader of the printed document would meet them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnadmindocs.layout.shape import (
    Block,
    Box,
    Contents,
    Element,
    Grid,
    Image,
    Layout,
    Paragraph,
    Rule,
    Table,
)


def paragraphs_of(layout: Layout) -> Iterator[Paragraph]:
    """Give every paragraph: part by part, what stands in the margins first, footnotes last."""
    for part in layout.parts:
        yield from _of_blocks((*part.section.first_header, *part.section.first_footer))
        yield from _of_elements(part.elements)
        if part.attachment is not None:
            yield from _of_elements(part.attachment.stamp)
    for paragraphs in layout.footnotes:
        yield from paragraphs


def _of_elements(elements: Iterable[Element | Grid]) -> Iterator[Paragraph]:
    for element in elements:
        if isinstance(element, Grid):
            yield from _of_grid(element)
        else:
            yield from _of_blocks(element.blocks)


def _of_grid(grid: Grid) -> Iterator[Paragraph]:
    for row in grid.rows:
        for cell in row.cells:
            yield from _of_elements(cell)


def _of_blocks(blocks: Iterable[Block | Grid]) -> Iterator[Paragraph]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case Table():
                for row in block.rows:
                    for cell in row.cells:
                        yield from cell.paragraphs
            case Box():
                yield from block.paragraphs
            case Grid():
                yield from _of_grid(block)
            case Contents():
                yield from (entry.paragraph for entry in block.entries)
            case Rule() | Image():
                pass

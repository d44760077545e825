"""Footnotes of some parts of a document, counted anew from 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from vnadmindocs.layout.shape import (
    Block,
    Box,
    Cell,
    Element,
    Grid,
    GridRow,
    Paragraph,
    Part,
    Row,
    Run,
    Table,
)

Footnotes = tuple[tuple[Paragraph, ...], ...]


def with_own_footnotes(
    parts: Sequence[Part], footnotes: Footnotes
) -> tuple[tuple[Part, ...], Footnotes]:
    """Give the parts with the footnotes they refer to, numbered from 1.

    Args:
        parts: some parts of a document.
        footnotes: all footnotes of the document, number 1 first.
    """
    used = sorted({run.footnote for part in parts for run in _runs(part.elements) if run.footnote})
    numbers = {old: new for new, old in enumerate(used, start=1)}
    kept = tuple(footnotes[old - 1] for old in used)
    if all(old == new for old, new in numbers.items()):
        return tuple(parts), kept
    return tuple(_renumbered(part, numbers) for part in parts), kept


def _runs(items: Sequence[Element | Grid | Block]) -> Iterator[Run]:
    for item in items:
        match item:
            case Paragraph():
                for line in item.lines:
                    yield from line
            case Element():
                yield from _runs(item.blocks)
            case Grid():
                for row in item.rows:
                    for cell in row.cells:
                        yield from _runs(cell)
            case Table():
                for table_row in item.rows:
                    for table_cell in table_row.cells:
                        yield from _runs(table_cell.paragraphs)
            case Box():
                yield from _runs(item.paragraphs)


def _renumbered(part: Part, numbers: Mapping[int, int]) -> Part:
    def paragraph(each: Paragraph) -> Paragraph:
        if not any(run.footnote for line in each.lines for run in line):
            return each
        lines = tuple(
            tuple(
                replace(run, footnote=numbers[run.footnote]) if run.footnote else run
                for run in line
            )
            for line in each.lines
        )
        return replace(each, lines=lines)

    def block(each: Block | Grid) -> Block | Grid:
        match each:
            case Paragraph():
                return paragraph(each)
            case Table():
                return replace(each, rows=tuple(table_row(row) for row in each.rows))
            case Box():
                return replace(each, paragraphs=tuple(map(paragraph, each.paragraphs)))
            case Grid():
                return grid(each)
            case _:
                return each

    def table_row(row: Row) -> Row:
        cells: list[Cell] = [
            replace(cell, paragraphs=tuple(map(paragraph, cell.paragraphs))) for cell in row.cells
        ]
        return replace(row, cells=tuple(cells))

    def element(each: Element) -> Element:
        return replace(each, blocks=tuple(map(block, each.blocks)))

    def grid(each: Grid) -> Grid:
        rows: list[GridRow] = [
            replace(row, cells=tuple(tuple(map(element, cell)) for cell in row.cells))
            for row in each.rows
        ]
        return replace(each, rows=tuple(rows))

    elements = tuple(
        grid(each) if isinstance(each, Grid) else element(each) for each in part.elements
    )
    return replace(part, elements=elements)

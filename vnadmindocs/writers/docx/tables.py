"""Tables, invisible grids and framed boxes as WordprocessingML.

Widths are always fixed and said twice, in the grid and in the cells: Word follows the cells,
LibreOffice the grid.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from vnadmindocs.layout.shape import Align, Box, Cell, Grid, Paragraph, Table
from vnadmindocs.units import mm_to_twips
from vnadmindocs.writers.docx.style_markup import border

_SIDES = ("top", "left", "bottom", "right")
_INNER = ("insideH", "insideV")
_TABLE_ALIGN: dict[Align, str] = {
    "left": "left", "right": "right", "center": "center", "justify": "left",
}  # fmt: skip

ParagraphWriter = Callable[[Paragraph, float, bool], str]


@lru_cache(maxsize=256)
def edges(columns_mm: tuple[float, ...]) -> tuple[int, ...]:
    """Round column widths to twips so that they add up to the rounded total."""
    widths: list[int] = []
    done = 0
    total = 0.0
    for width in columns_mm:
        total += width
        edge = mm_to_twips(total)
        widths.append(edge - done)
        done = edge
    return tuple(widths)


@lru_cache(maxsize=256)
def table_opening(
    widths: tuple[int, ...], padding: int, borders: str = "", align: str = "left"
) -> str:
    """Give ``<w:tbl>`` up to its first row."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    margins = "".join(
        f'<w:{side} w:w="{padding if side in ("left", "right") else 0}" w:type="dxa"/>'
        for side in _SIDES
    )
    place = '<w:tblInd w:w="0" w:type="dxa"/>' if align == "left" else f'<w:jc w:val="{align}"/>'
    # Schema order: jc before tblInd before tblBorders; only one of the first two is written.
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{place}{borders}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


@lru_cache(maxsize=32)
def table_borders(weight_pt: float) -> str:
    """Give single borders all round and inside."""
    lines = "".join(border(side, weight_pt) for side in (*_SIDES, *_INNER))
    return f"<w:tblBorders>{lines}</w:tblBorders>"


@lru_cache(maxsize=1024)
def cell_opening(
    width: int, columns: int = 1, merge: str = "", borders: str = "", vertical: str = "top"
) -> str:
    """Give ``<w:tc>`` up to its first paragraph.

    Args:
        width: twips over all columns it covers.
        columns: how many grid columns it covers.
        merge: ``restart``, ``continue`` or "".
        borders: ``<w:tcBorders>`` or "".
        vertical: ``top`` or ``center``.
    """
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    placed = "" if vertical == "top" else f'<w:vAlign w:val="{vertical}"/>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merged}{borders}{placed}</w:tcPr>'
    )


@lru_cache(maxsize=64)
def row_opening(can_split: bool, header: bool = False, height: int = 0) -> str:
    """Give ``<w:tr>`` up to its first cell; a height in twips is exact."""
    properties = "" if can_split else "<w:cantSplit/>"
    if height:
        properties += f'<w:trHeight w:val="{height}" w:hRule="exact"/>'
    if header:
        properties += "<w:tblHeader/>"
    return f"<w:tr><w:trPr>{properties}</w:trPr>" if properties else "<w:tr>"


def table_markup(
    table: Table,
    width_mm: float,
    paragraph: ParagraphWriter,
    cell_end: str,
    padding_mm: float,
    weight_pt: float,
) -> str:
    """Give a body table; one narrower than its column stands in the middle of it.

    Args:
        table: the table.
        width_mm: width of the column it stands in.
        paragraph: writes a paragraph of a cell, given the width inside the cell and whether it
            keeps with the next.
        cell_end: the paragraph of a cell without words.
        padding_mm: room left and right in each cell.
        weight_pt: weight of the lines.
    """
    widths = edges(table.columns_mm)
    narrower = sum(widths) < mm_to_twips(width_mm)
    borders = table_borders(weight_pt) if table.borders else ""
    rows = [
        table_opening(widths, mm_to_twips(padding_mm), borders, "center" if narrower else "left")
    ]
    inside = [column - 2 * padding_mm for column in table.columns_mm]
    for row in table.rows:
        rows.append(row_opening(row.can_split, row.header))
        column = 0
        for cell in row.cells:
            last = column + cell.columns
            if cell.columns == 1:
                width, room = widths[column], inside[column]
            else:
                width = sum(widths[column:last])
                room = sum(table.columns_mm[column:last]) - 2 * padding_mm
            rows.append(cell_opening(width, cell.columns, _merge(cell), "", cell.vertical))
            for each in cell.paragraphs:
                rows.append(paragraph(each, room, row.keep_next))
            rows.append("</w:tc>" if cell.paragraphs else cell_end + "</w:tc>")
            column = last
        rows.append("</w:tr>")
    rows.append("</w:tbl>")
    return "".join(rows)


def _merge(cell: Cell) -> str:
    if cell.covered:
        return "continue"
    return "restart" if cell.rows > 1 else ""


def grid_markup(
    grid: Grid,
    cell_content: Callable[[int, int, float], str],
    weight_pt: float,
) -> str:
    """Give an invisible grid without padding.

    Args:
        grid: the grid.
        cell_content: writes what stands in a cell, given row, column and width; never empty.
        weight_pt: weight of a side bracket.
    """
    widths = edges(grid.columns_mm)
    pieces = [table_opening(widths, 0)]
    for number, row in enumerate(grid.rows):
        pieces.append(row_opening(row.can_split))
        for column in range(len(row.cells)):
            bracket = _bracket(weight_pt) if column == grid.bracket_column else ""
            vertical = "center" if grid.name == "bracket" else "top"
            pieces.append(cell_opening(widths[column], 1, "", bracket, vertical))
            pieces.append(cell_content(number, column, grid.columns_mm[column]))
            pieces.append("</w:tc>")
        pieces.append("</w:tr>")
    pieces.append("</w:tbl>")
    return "".join(pieces)


@lru_cache(maxsize=8)
def _bracket(weight_pt: float) -> str:
    # Schema order: top, bottom, right.
    lines = "".join(border(side, weight_pt) for side in ("top", "bottom", "right"))
    return f"<w:tcBorders>{lines}</w:tcBorders>"


def box_markup(box: Box, content: str, padding_mm: float, weight_pt: float, color: str) -> str:
    """Give a framed place of fixed size: a table of one cell with an exact height."""
    width = mm_to_twips(box.width_mm)
    lines = "".join(border(side, weight_pt, color) for side in _SIDES)
    frame = f"<w:tblBorders>{lines}</w:tblBorders>" if box.border else ""
    return (
        table_opening((width,), mm_to_twips(padding_mm), frame, _TABLE_ALIGN[box.align])
        + row_opening(False, height=mm_to_twips(box.height_mm))
        + cell_opening(width, vertical="center")
        + content
        + "</w:tc></w:tr></w:tbl>"
    )

"""Tables, invisible grids and framed boxes as WordprocessingML.

Widths are always fixed and said twice, in the grid and in the cells: Word follows the cells,
LibreOffice the grid.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from vnadmindocs.layout.shape import Align, Box, Cell, Grid, Table
from vnadmindocs.units import mm_to_twips
from vnadmindocs.writers.docx.markup import paragraph_markup
from vnadmindocs.writers.docx.style_markup import border

_SIDES = ("top", "left", "bottom", "right")
_INNER = ("insideH", "insideV")
_TABLE_ALIGN: dict[Align, str] = {
    "left": "left", "right": "right", "center": "center", "justify": "left",
}  # fmt: skip

BOX_END = "</w:tc></w:tr></w:tbl>"


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


def add_table(
    out: list[str],
    table: Table,
    width_mm: float,
    openings: Mapping[str, str],
    *,
    padding_mm: float,
    weight_pt: float,
    first_footnote: int,
) -> None:
    """Add a body table; one narrower than its column stands in the middle of it.

    Args:
        out: where the pieces go.
        table: the table.
        width_mm: width of the column it stands in.
        openings: what the paragraphs of each role begin with.
        padding_mm: room left and right in each cell.
        weight_pt: weight of the lines.
        first_footnote: the id that footnote 1 has in the package.
    """
    columns_mm = table.columns_mm
    widths = edges(columns_mm)
    narrower = sum(widths) < mm_to_twips(width_mm)
    borders = table_borders(weight_pt) if table.borders else ""
    cell_end = openings["cell_end"] + "</w:pPr></w:p></w:tc>"
    align = "center" if narrower else "left"
    out.append(table_opening(widths, mm_to_twips(padding_mm), borders, align))
    rooms = [column - 2 * padding_mm for column in columns_mm]
    # Most cells are plain and in the middle of their row: their openings are made once a column.
    plain = [cell_opening(width, vertical="center") for width in widths]
    add = out.append
    for row in table.rows:
        add(row_opening(row.can_split, row.header))
        keep = row.keep_next
        column = 0
        for cell in row.cells:
            columns = cell.columns
            if columns == 1:
                room = rooms[column]
                if cell.rows == 1 and cell.vertical == "center" and not cell.covered:
                    add(plain[column])
                else:
                    add(cell_opening(widths[column], 1, _merge(cell), "", cell.vertical))
            else:
                last = column + columns
                room = sum(columns_mm[column:last]) - 2 * padding_mm
                width = sum(widths[column:last])
                add(cell_opening(width, columns, _merge(cell), "", cell.vertical))
            for each in cell.paragraphs:
                add(paragraph_markup(each, openings[each.role], room, keep, first_footnote))
            add("</w:tc>" if cell.paragraphs else cell_end)
            column += columns
        add("</w:tr>")
    add("</w:tbl>")


def _merge(cell: Cell) -> str:
    if cell.covered:
        return "continue"
    return "restart" if cell.rows > 1 else ""


def add_grid(
    out: list[str],
    grid: Grid,
    fill: Callable[[int, int, float], None],
    weight_pt: float,
) -> None:
    """Add an invisible grid without padding.

    Args:
        out: where the pieces go.
        grid: the grid.
        fill: adds what stands in a cell, given row, column and width; at least a paragraph.
        weight_pt: weight of a side bracket.
    """
    widths = edges(grid.columns_mm)
    out.append(table_opening(widths, 0))
    vertical = "center" if grid.name == "bracket" else "top"
    for number, row in enumerate(grid.rows):
        out.append(row_opening(row.can_split))
        for column in range(len(row.cells)):
            bracket = _bracket(weight_pt) if column == grid.bracket_column else ""
            out.append(cell_opening(widths[column], 1, "", bracket, vertical))
            fill(number, column, grid.columns_mm[column])
            out.append("</w:tc>")
        out.append("</w:tr>")
    out.append("</w:tbl>")


@lru_cache(maxsize=8)
def _bracket(weight_pt: float) -> str:
    # Schema order: top, bottom, right.
    lines = "".join(border(side, weight_pt) for side in ("top", "bottom", "right"))
    return f"<w:tcBorders>{lines}</w:tcBorders>"


def box_opening(box: Box, padding_mm: float, weight_pt: float, color: str) -> str:
    """Give a framed place of fixed size up to its paragraphs: one cell of an exact height."""
    width = mm_to_twips(box.width_mm)
    lines = "".join(border(side, weight_pt, color) for side in _SIDES)
    frame = f"<w:tblBorders>{lines}</w:tblBorders>" if box.border else ""
    return (
        table_opening((width,), mm_to_twips(padding_mm), frame, _TABLE_ALIGN[box.align])
        + row_opening(False, height=mm_to_twips(box.height_mm))
        + cell_opening(width, vertical="center")
    )

"""Body tables as data: most cells are a string, the others say all they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from vnadmindocs.layout.shape import Cell, Paragraph, Row, Run, Style, Table
from vnadmindocs.writers.pdf.looks import columns_pt, lead_pt, pt
from vnadmindocs.writers.pdf.row_heights import UNKNOWN, known_height

if TYPE_CHECKING:
    from vnadmindocs.writers.pdf.flow import Flow

Data = list[Any]
_BLOCKS = -1  # in place of the look of a cell that holds more than words of one look
_OF_A_COLUMN = [1, 1, False]  # columns and rows a plain cell covers; it does not part
_NO_LINES: tuple[tuple[Run, ...], ...] = ((),)
_ROWS, _HEAD, _GROUP_HEAD = 0, 1, 2


def table_data(table: Table, flow: Flow, *, padding_mm: float, weight_pt: float) -> Data:
    """Give a table.

    Args:
        table: the table.
        flow: writes what stands in its cells.
        padding_mm: room left and right in each cell.
        weight_pt: weight of its lines.
    """
    styles = flow.looks.styles
    # Each row is as much higher as its line is heavy.
    line_pt = weight_pt if table.borders else 0.0
    aligns = _column_aligns(table, styles)
    cells = _Cells(flow, line_pt, table.role)
    plain = styles[table.role]
    inset = [plain.before_pt + line_pt, plain.after_pt + lead_pt(plain)]
    rows: list[tuple[int, Data]] = []
    heights: list[float] = []
    rooms = [width - 2 * padding_mm for width in table.columns_mm]
    for number, row in enumerate(table.rows):
        filled: Data = []
        column = 0
        # Words make a row as high as an empty line would.
        has_words = any(cell.rows == 1 and _has_words(cell) for cell in row.cells)
        for cell in row.cells:
            if has_words and _is_blank(cell):
                filled.append("")
            elif not cell.covered:
                reach = sum(table.columns_mm[column : column + cell.columns])
                # A page may end between the rows a merged cell covers, where they do not keep;
                # other cells keep each whole.
                covered = table.rows[number : number + cell.rows - 1]
                parts = row.can_split or not all(each.keep_next for each in covered)
                room = reach - 2 * padding_mm
                filled.append(cells.cell(cell, aligns[column], room, parts=parts))
            column += cell.columns
        kind = _kind(row, rows[-1][0] if rows else _HEAD)
        height = known_height(filled, rooms, plain) if kind == _ROWS else UNKNOWN
        heights.append(height + sum(inset) if height else UNKNOWN)
        if rows and rows[-1][0] == kind:
            rows[-1][1].extend(filled)
        else:
            rows.append((kind, filled))
    look = flow.looks.of_style(table.role)
    columns = columns_pt(table.columns_mm)
    return ["t", columns, aligns, table.borders, look, [pt(padding_mm), *inset], heights, rows]


def _kind(row: Row, above: int) -> int:
    """Tell what a row is: of the head, of the rows, or the head of the rows after it.

    Typst keeps any head with the row after it, and that is what a group row asks. Rows that merged
    cells join are kept by these.
    """
    if row.header and above == _HEAD:
        return _HEAD
    merged = any(cell.rows > 1 or cell.covered for cell in row.cells)
    if row.keep_next and not row.can_split and not merged:
        return _GROUP_HEAD
    return _ROWS


class _Cells:
    """Writes the cells of one table."""

    def __init__(self, flow: Flow, line_pt: float, role: str) -> None:
        self._flow = flow
        self._role = role
        self._line_pt = line_pt

    def cell(self, cell: Cell, column_align: list[str], room_mm: float, *, parts: bool) -> Any:
        """Give a cell: its words when it is as its column has them, else all it is."""
        flow, styles = self._flow, self._flow.looks.styles
        align = [_align(cell, styles, self._role), cell.vertical]
        extent = [cell.columns, cell.rows, parts]
        only = _only(cell, align[0], self._role)
        if only is None:
            blocks = flow.blocks(cell.paragraphs, room_mm)
            return [_BLOCKS, blocks, *align, *extent, [self._line_pt, 0]]
        style = styles[only.role]
        words = flow.words.data(only.lines, style, room_mm)
        plain = only.role == self._role and isinstance(words, str)
        if plain and align == column_align and extent == _OF_A_COLUMN:
            return words
        inset = [style.before_pt + self._line_pt, style.after_pt + lead_pt(style)]
        return [flow.looks.of_style(only.role), words, *align, *extent, inset]


def _has_words(cell: Cell) -> bool:
    return any(line for paragraph in cell.paragraphs for line in paragraph.lines)


def _is_blank(cell: Cell) -> bool:
    """Tell whether a cell of one column and row is empty, one line high."""
    if cell.covered or cell.columns > 1 or cell.rows > 1 or len(cell.paragraphs) > 1:
        return False
    return not cell.paragraphs or cell.paragraphs[0].lines == _NO_LINES


def _only(cell: Cell, align: str, role: str) -> Paragraph | None:
    """Give the one paragraph of a cell that stands as the cell itself does; else None."""
    if not cell.paragraphs:
        return Paragraph(role, _NO_LINES)
    only = cell.paragraphs[0]
    indents = (only.left_mm, only.right_mm, only.first_indent_mm)
    if len(cell.paragraphs) > 1 or indents != (None, None, None) or align == "justify":
        return None
    return only if any(only.lines) else None


def _align(cell: Cell, styles: Mapping[str, Style], role: str) -> str:
    if not cell.paragraphs:
        return styles[role].align
    paragraph = cell.paragraphs[0]
    return paragraph.align or styles[paragraph.role].align


def _column_aligns(table: Table, styles: Mapping[str, Style]) -> list[list[str]]:
    """Give what most cells of each column have, so that most need not say it."""
    counts: list[Counter[tuple[str, str]]] = [Counter() for _ in table.columns_mm]
    for row in table.rows:
        column = 0
        for cell in row.cells:
            if cell.columns == 1 and not cell.covered and not row.header:
                counts[column][_align(cell, styles, table.role), cell.vertical] += 1
            column += cell.columns
    usual: list[str] = [styles[table.role].align, "center"]
    return [list(count.most_common(1)[0][0]) if count else usual for count in counts]

"""Tables of the body: heads, rows, group rows and notes, in widths asked for or measured.

The head is repeated on every page; a row parts at a page's end only when it is taller than a page;
a group row stays with the row after it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Literal

from vnadmindocs.fonts.metrics import LINE_PITCH_EM, width_mm
from vnadmindocs.language.text import fold
from vnadmindocs.layout.column_widths import ColumnContent, column_widths
from vnadmindocs.layout.inline import InlineWriter, Line
from vnadmindocs.layout.shape import Align, Cell, Paragraph, Row, Run, Table
from vnadmindocs.layout.sheet import Sheet
from vnadmindocs.notation.block import BlockKind
from vnadmindocs.notation.cell import cell_body, is_marked
from vnadmindocs.notation.inline import parse_inline
from vnadmindocs.notation.table import GridCell
from vnadmindocs.pattern import pattern
from vnadmindocs.record.tables import Column, GroupRows
from vnadmindocs.record.tables import Table as RecordTable
from vnadmindocs.units import mm_to_pt, pt_to_mm, twips_to_mm

_TEXT, _HEAD = "table_text", "table_head"
_COUNTERS = frozenset({"tt", "stt", "so_tt", "no"})
_NUMBER = pattern(r"[-–+]?\d[\d.,%]*")
_LONG_DIGITS = 4  # from here on digits of a column are compared, and stand at the right
# What has to be read at all: marks of the body's grammar, dots that may be a leader.
_MARKED = pattern(r"[*\[\\]|\.\.|…|^\{", re.MULTILINE)
_LONG_CELL = 400  # fewer characters than this never fill a page

Placed = tuple[GridCell, ...]  # a row with a covered cell wherever one above reaches down


def table_layout(
    sheet: Sheet, table: RecordTable, name: str, width: float, inline: InlineWriter
) -> Table:
    """Lay out a table.

    Args:
        sheet: the sheet of the part.
        table: the table as the record declares it.
        name: the name the body places it by.
        width: the width of the text, in mm.
        inline: turns typed cells into runs.
    """
    headings = table.headings
    grid = table.grid
    columns = table.columns if isinstance(table.columns, tuple) else ()
    count = max(grid.columns, len(headings), len(columns), 1)
    borders = table.borders != "no"
    rows = [_whole_row(row, count) for row in _placed_rows(grid.rows)]
    writer = _CellWriter(
        inline,
        frozenset(range(count)) if table.literal else table.literal_columns,
        _alignments(columns, headings, rows, count),
        "center" if borders else "top",
    )
    widths = _widths(sheet, columns, headings, rows, count, width)
    groups = table.group_rows if isinstance(table.group_rows, GroupRows) else None
    laid_out: list[Row] = []
    if headings:
        typed = inline if table.columns is not None else None
        names = [headings[i] if i < len(headings) else "" for i in range(count)]
        cells = tuple([_head_cell(name, typed) for name in names])
        laid_out.append(Row(cells, header=True, keep_next=True))
    height = mm_to_pt(sheet.section.height_mm - sheet.section.top_mm - sheet.section.bottom_mm)
    totals = table.total_indexes
    for number, row in enumerate(rows):
        taller = _is_taller(sheet, row, widths, height)
        laid_out.append(_row(row, writer, groups, taller, number in totals))
    if isinstance(table.note, str):
        laid_out.append(_note_row(table.note, count))
    return Table(widths, tuple(laid_out), borders, name)


@dataclass(slots=True)
class _CellWriter:
    """Turns the words of cells into paragraphs, aligned as their column.

    Attributes:
        literal: columns whose cells are no body grammar: of a file all.
        vertical: where words stand in a row higher than they are.
    """

    inline: InlineWriter
    literal: Container[int]
    alignments: Sequence[Align | None]
    vertical: Literal["top", "center"]

    def cell(self, cell: GridCell, weight: bool | None = None) -> Cell:
        """Lay out a cell, one paragraph a line."""
        text = cell.text
        if text is _COVERED:
            return Cell((), cell.columns, covered=True)
        align = self.alignments[cell.column]
        if cell.column in self.literal or not _MARKED.search(text):
            plain = _plain_cell(text, align, weight, self.vertical)
            if cell.columns == cell.rows == 1:
                return plain
            paragraphs = plain.paragraphs
        elif is_marked(text):
            paragraphs = tuple(self._by_body(text, align, weight))
        else:
            paragraphs = tuple(
                [
                    Paragraph(_TEXT, self.inline.lines(parse_inline(line), bold=weight), align)
                    for line in text.split("\n")
                ]
            )
        return Cell(paragraphs, cell.columns, cell.rows, vertical=self.vertical)

    def _by_body(self, text: str, align: Align | None, weight: bool | None) -> Sequence[Paragraph]:
        found: list[Paragraph] = []
        for block in cell_body(text).blocks:
            # A cell quotes a Điều; it heads nothing there.
            bold = True if block.titled and block.kind is not BlockKind.ARTICLE else weight
            lines: tuple[Line, ...] = self.inline.lines(
                block.spans, block.label, bold=bold, label_bold=bold
            )
            for spans in block.title:
                lines += self.inline.lines(spans, bold=bold)
            found.append(Paragraph(_TEXT, lines, block.align or align))
        return found


@lru_cache(maxsize=8192)
def _plain_cell(
    text: str, align: Align | None, weight: bool | None, vertical: Literal["top", "center"]
) -> Cell:
    paragraphs = [
        Paragraph(_TEXT, ((Run(line, weight),) if line else (),), align)
        for line in text.split("\n")
    ]
    return Cell(tuple(paragraphs), vertical=vertical)


def _head_cell(name: str, typed: InlineWriter | None) -> Cell:
    """Lay out the name of a column; names typed in the record may hold marks and footnotes."""
    if typed is not None and _MARKED.search(name):
        found = [line for words in name.split("\n") for line in typed.lines(parse_inline(words))]
        return Cell((Paragraph(_HEAD, tuple(found)),))
    lines = tuple([(Run(line),) if line else () for line in name.split("\n")])
    return Cell((Paragraph(_HEAD, lines),))


def _row(
    row: Placed, writer: _CellWriter, groups: GroupRows | None, taller: bool, is_total: bool
) -> Row:
    if is_total:
        return Row(tuple([writer.cell(cell, True) for cell in row]), can_split=taller)
    if groups is None or not groups.include(row[0].text):
        return Row(tuple([writer.cell(cell) for cell in row]), can_split=taller)
    cells = tuple([writer.cell(cell, True) for cell in _spanning(row)])
    return Row(cells, can_split=taller, keep_next=True)


def _spanning(row: Placed) -> list[GridCell]:
    """Let the last words of a group row reach over the empty cells that end it."""
    cells = list(row)
    while len(cells) > 1 and not cells[-1].text and cells[-1].rows == 1:
        last = cells.pop()
        above = cells[-1]
        if above.text is _COVERED or above.rows > 1:
            cells.append(last)
            break
        cells[-1] = GridCell(above.text, above.columns + last.columns, 1, above.column, above.row)
    return cells


def _note_row(note: str, count: int) -> Row:
    paragraphs = tuple(
        [Paragraph(_TEXT, ((Run(line, italic=True),),)) for line in note.split("\n")]
    )
    return Row((Cell(paragraphs, count),))


# The grid

_COVERED = "\0covered"  # the words of a cell that continues the one above; compared by identity


def _placed_rows(rows: Sequence[Sequence[GridCell]]) -> list[list[GridCell]]:
    """Put a covered cell wherever a cell of a row above reaches down."""
    placed = [list(row) for row in rows]
    if all(cell.rows == 1 for row in rows for cell in row):
        return placed
    for number, row in enumerate(rows):
        for cell in row:
            for below in range(number + 1, min(number + cell.rows, len(placed))):
                placed[below].append(GridCell(_COVERED, cell.columns, 1, cell.column, below))
    for cells in placed:
        cells.sort(key=lambda cell: cell.column)
    return placed


def _whole_row(row: Sequence[GridCell], count: int) -> Placed:
    """Fill up a row that is too short; a Draft may have one."""
    reach = sum(cell.columns for cell in row)
    if reach >= count:
        return tuple(row)
    missing = tuple(GridCell("", column=column) for column in range(reach, count))
    return (*row, *missing)


# Widths and alignment


def _widths(
    sheet: Sheet,
    columns: Sequence[Column],
    headings: Sequence[str],
    rows: Sequence[Placed],
    count: int,
    width: float,
) -> tuple[float, ...]:
    declared = [
        float(column.width) if isinstance(column.width, float | int) else None for column in columns
    ]
    declared += [None] * (count - len(declared))
    # Half the line on either side takes room in a cell, and so does Word's grid.
    line = pt_to_mm(sheet.norms["rule.weight"].use) / 2 + twips_to_mm(1)
    padding = sheet.norms["table.cell_padding"].use + line
    contents = [ColumnContent() for _ in range(count)]
    if None in declared:
        for index, heading in enumerate(headings):
            _measure(sheet, contents[index], heading, _HEAD)
        for cell in chain.from_iterable(rows):
            if not cell.text or cell.text is _COVERED:
                continue
            if cell.columns == 1 and declared[cell.column] is None:
                _measure(sheet, contents[cell.column], cell.text, _TEXT)
    return column_widths(contents, declared, width, padding)


def _measure(sheet: Sheet, content: ColumnContent, text: str, role: str) -> None:
    style = sheet.styles[role]
    widths = [width_mm(line, style.size_pt, style.bold) for line in text.split("\n")]
    longest = max(widths)
    word = 0.0
    # A line shorter than the longest word so far holds none that is longer.
    if longest > content.longest_word:
        word = max(
            (width_mm(each, style.size_pt, style.bold) for each in text.split()), default=0.0
        )
    content.add(word, longest, sum(widths))


def _alignments(
    columns: Sequence[Column], headings: Sequence[str], rows: Sequence[Placed], count: int
) -> list[Align | None]:
    """Give the alignment of each column: declared, else by what stands in it."""
    found: list[Align | None] = []
    for index in range(count):
        declared = columns[index].align if index < len(columns) else None
        if not isinstance(declared, str) and index < len(columns):
            declared = _KINDS.get(str(columns[index].kind))
        if isinstance(declared, str):
            found.append(_ALIGNS[declared])
        elif index < len(headings) and fold(headings[index]) in _COUNTERS:
            found.append("center")
        else:
            found.append(_alignment_of_numbers(rows, index))
    return found


def _alignment_of_numbers(rows: Sequence[Placed], index: int) -> Align | None:
    """Centre a column of short numbers, set long ones right; None for words."""
    longest = 0
    for row in rows:
        for cell in row:
            if cell.column != index or cell.columns > 1 or not cell.text:
                continue
            if cell.text is _COVERED:
                continue
            if not _NUMBER.fullmatch(cell.text):
                return None
            longest = max(longest, sum(map(str.isdigit, cell.text)))
    if not longest:
        return None
    return "right" if longest >= _LONG_DIGITS else "center"


# How columns of a kind are aligned unless it is declared.
_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("integer", "number", "money", "percent"), "right"),
    "date": "center",
    "ordinal": "center",
}
_ALIGNS: Mapping[str, Align] = {
    "left": "left",
    "right": "right",
    "center": "center",
    "justify": "justify",
}


def _is_taller(sheet: Sheet, row: Placed, widths: Sequence[float], height_pt: float) -> bool:
    """Tell whether a row is taller than a page and has to part."""
    style = sheet.styles[_TEXT]
    pitch = style.size_pt * LINE_PITCH_EM
    room = 2 * sheet.norms["table.cell_padding"].use
    for cell in row:
        if len(cell.text) < _LONG_CELL:
            continue
        inside = sum(widths[cell.column : cell.column + cell.columns]) - room
        lines = sum(len(sheet.wrapped(line, _TEXT, inside)) for line in cell.text.split("\n"))
        if lines * pitch > height_pt:
            return True
    return False

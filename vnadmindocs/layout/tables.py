"""Tables of the body: heads, rows, group rows and notes, in widths asked for or measured.

The head is repeated on every page; a row parts at a page's end only when it is taller than a page;
a group row stays with the row after it, and so do rows that a merged cell joins, if they are few.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from vnadmindocs.fonts.metrics import LINE_PITCH_EM
from vnadmindocs.layout.broken_words import with_broken_words
from vnadmindocs.layout.column_alignment import alignments, columns_of_words, is_number
from vnadmindocs.layout.column_widths import Fitting
from vnadmindocs.layout.inline import InlineWriter, Line
from vnadmindocs.layout.shape import Align, Cell, Paragraph, Row, Run, Table
from vnadmindocs.layout.sheet import Sheet
from vnadmindocs.layout.table_content import TableContent
from vnadmindocs.layout.table_grid import COVERED, Placed, placed_rows, whole_row
from vnadmindocs.layout.table_sizes import HEAD, TEXT, content_of, sized_for
from vnadmindocs.notation.block import BlockKind
from vnadmindocs.notation.cell import cell_body, is_marked
from vnadmindocs.notation.figure import NO_FIGURE
from vnadmindocs.notation.inline import parse_inline
from vnadmindocs.notation.table import GridCell
from vnadmindocs.pattern import pattern
from vnadmindocs.record.tables import Table as RecordTable
from vnadmindocs.units import mm_to_pt
from vnadmindocs.values import dataclass

# What has to be read at all: marks of the body's grammar, dots that may be a leader.
_MARKED = pattern(r"[*\[\\]|\.\.|…|^\{", re.MULTILINE)
_LONG_CELL = 400  # fewer characters than this never fill a page
_JOINED_ROWS = 12  # more rows than this are not kept together, nor
_JOINED_SHARE = 1 / 3  # what is higher than this share of a page


@dataclass(slots=True)
class TableCells:
    """The cells of a table in its usual size, before their columns have a width.

    Attributes:
        head: the cells of each row of the head.
        rows: those of every other row, as they are placed in the grid.
        cells: those of every other row, laid out.
        groups: which of those are group rows.
        count: how many columns there are.
    """

    head: list[tuple[Cell, ...]]
    rows: list[Placed]
    cells: list[tuple[Cell, ...]]
    groups: frozenset[int]
    count: int

    @property
    def every(self) -> list[tuple[Cell, ...]]:
        """All rows of cells, those of the head first."""
        return [*self.head, *self.cells]


#: Of each table, by its ``id``: its cells where they may be used again, and what was measured.
Measured = dict[int, tuple[TableCells | None, TableContent]]


def table_cells(table: RecordTable, inline: InlineWriter) -> TableCells:
    """Lay out the cells of a table.

    Args:
        table: the table as the record declares it.
        inline: turns typed cells into runs.
    """
    head = table.head
    grid = table.grid
    columns = [leaf.column for leaf in table.leaves]
    count = max(grid.columns, head.grid.columns, len(columns), 1)
    rows = [whole_row(row, count) for row in placed_rows(grid.rows)]
    writer = _CellWriter(
        inline,
        frozenset(range(count)) if table.literal else table.literal_columns,
        alignments(columns, head.names, rows, count),
        "top" if table.borders == "no" else "center",
    )
    named = inline if head.typed else None
    heads = [whole_row(row, count) for row in placed_rows(head.grid.rows)]
    groups = table.group_indexes
    totals = table.total_indexes
    top = [tuple([_head_cell(cell, named) for cell in row]) for row in heads]
    if head.numbered:  # numbers of columns are no names, and stand out less
        top[-1] = tuple([_head_cell(cell, named, bold=False) for cell in heads[-1]])
    found = TableCells(top, rows, [], groups, count)
    words = columns_of_words(columns, rows, count) if groups else frozenset()
    for number, row in enumerate(rows):
        if number in totals:
            found.cells.append(tuple([writer.cell(cell, True) for cell in row]))
        elif number in groups:
            found.cells.append(tuple([writer.cell(cell, True) for cell in _spanning(row, words)]))
        else:
            found.cells.append(tuple([writer.cell(cell) for cell in row]))
    return found


def table_layout(
    sheet: Sheet,
    table: RecordTable,
    name: str,
    width: float,
    cells: TableCells,
    content: TableContent | None = None,
    in_words: str = "",
) -> tuple[Table, Fitting]:
    """Lay out a table.

    Args:
        sheet: the sheet of the part.
        table: the table as the record declares it.
        name: the name the body places it by.
        width: the width of the text, in mm.
        cells: its cells.
        content: what was measured in them; None measures them.
        in_words: the line that says its total in words; "" for none.

    Returns:
        The table, and how its columns fit.
    """
    sized = sized_for(
        sheet, table, width, content or content_of(sheet, table, cells.every, cells.count)
    )
    fitting, roles = sized.fitting, sized.roles
    widths = fitting.widths_mm

    def printed(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        sized_cells = _in_roles(row, roles)
        if not fitting.narrow:
            return sized_cells
        return with_broken_words(sheet, sized_cells, widths, sized.room_mm)

    laid_out = [Row(printed(row), header=True, keep_next=True) for row in cells.head]
    height = mm_to_pt(sheet.section.text_height_mm)
    most = height * _JOINED_SHARE
    joined = cells.groups | _joined_rows(sheet, cells.rows, widths, most, roles[TEXT])
    for number, (row, placed) in enumerate(zip(cells.cells, cells.rows, strict=True)):
        shown = printed(row)
        taller = _is_taller(sheet, placed, widths, height, roles[TEXT])
        taller = taller or _has_taller_words(sheet, shown, height, roles[TEXT])
        keep = number in joined
        laid_out.append(Row(shown, can_split=taller, keep_next=keep))
    if in_words:
        laid_out.append(_note_row(in_words, cells.count, roles[TEXT]))
    if isinstance(table.note, str):
        laid_out.append(_note_row(table.note, cells.count, roles[TEXT]))
    borders = table.borders != "no"
    return Table(widths, tuple(laid_out), borders, name, roles[TEXT], sized.padding_mm), fitting


def _in_roles(cells: tuple[Cell, ...], roles: Mapping[str, str]) -> tuple[Cell, ...]:
    """Put cells of the usual size into that of their table."""
    if roles[TEXT] == TEXT:
        return cells
    return tuple(
        [
            replace(
                cell,
                paragraphs=tuple(
                    [
                        replace(each, role=roles.get(each.role, each.role))
                        for each in cell.paragraphs
                    ]
                ),
            )
            for cell in cells
        ]
    )


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
        if text is COVERED:
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
                    Paragraph(TEXT, self.inline.lines(parse_inline(line), bold=weight), align)
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
            found.append(Paragraph(TEXT, lines, block.align or align))
        return found


@lru_cache(maxsize=8192)
def _plain_cell(
    text: str, align: Align | None, weight: bool | None, vertical: Literal["top", "center"]
) -> Cell:
    paragraphs = [
        Paragraph(TEXT, ((Run(line, weight),) if line else (),), align) for line in text.split("\n")
    ]
    return Cell(tuple(paragraphs), vertical=vertical)


def _head_cell(cell: GridCell, typed: InlineWriter | None, bold: bool | None = None) -> Cell:
    """Lay out a name over columns; one typed in the record may hold marks and footnotes."""
    if cell.text is COVERED:
        return Cell((), cell.columns, covered=True)
    words = cell.text.split("\n")
    lines: tuple[Line, ...]
    if typed is not None and _MARKED.search(cell.text):
        lines = tuple(
            [line for each in words for line in typed.lines(parse_inline(each), bold=bold)]
        )
    else:
        lines = tuple([(Run(line, bold),) if line else () for line in words])
    return Cell((Paragraph(HEAD, lines),), cell.columns, cell.rows)


def _spanning(row: Placed, of_words: Set[int]) -> list[GridCell]:
    """Let the words of a group row reach over the empty cells beside them.

    The last words reach to the end of the row, words before them over columns of words. Figures
    do not, neither do the signs that stand for none, nor a label before its name.

    Args:
        row: the cells of the row.
        of_words: the columns that hold no figures.
    """
    cells: list[GridCell] = []
    last = max((index for index, cell in enumerate(row) if cell.text), default=-1)
    labelled = " " not in row[0].text and any(_reaches(cell.text) for cell in row[1:])
    for index, cell in enumerate(row):
        over = cells[-1] if cells else None
        if (
            over is not None
            and not cell.text
            and cell.rows == over.rows == 1
            and _reaches(over.text)
            and (index > last or (cell.column in of_words and not (labelled and over.column == 0)))
        ):
            columns = over.columns + cell.columns
            cells[-1] = GridCell(over.text, columns, 1, over.column, over.row)
        else:
            cells.append(cell)
    return cells


def _reaches(text: str) -> bool:
    """Tell whether the text of a cell is words, which may reach over the cells beside."""
    return bool(text) and text is not COVERED and text not in NO_FIGURE and not is_number(text)


def _note_row(note: str, count: int, role: str) -> Row:
    paragraphs = tuple([Paragraph(role, ((Run(line, italic=True),),)) for line in note.split("\n")])
    return Row((Cell(paragraphs, count),))


def _joined_rows(
    sheet: Sheet, rows: Sequence[Placed], widths: Sequence[float], most_pt: float, role: str
) -> set[int]:
    """Give the rows that stay with the next: a merged cell stands on one page, words and lines."""
    joined: set[int] = set()
    for number, row in enumerate(rows):
        for cell in row:
            if not 1 < cell.rows <= _JOINED_ROWS:
                continue
            reach = rows[number : number + cell.rows]
            if sum(_height_pt(sheet, each, widths, role) for each in reach) <= most_pt:
                joined.update(range(number, number + len(reach) - 1))
    return joined


def _height_pt(sheet: Sheet, row: Placed, widths: Sequence[float], role: str) -> float:
    """Give how high the words of a row stand, without the room of its cells."""
    style = sheet.styles[role]
    room = 2 * sheet.norms["table.cell_padding"].use
    most = 1
    for cell in row:
        if cell.rows > 1 or cell.text is COVERED:
            continue
        inside = sum(widths[cell.column : cell.column + cell.columns]) - room
        lines = sum(len(sheet.wrapped(line, role, inside)) for line in cell.text.split("\n"))
        most = max(most, lines)
    return most * style.size_pt * LINE_PITCH_EM


def _is_taller(
    sheet: Sheet, row: Placed, widths: Sequence[float], height_pt: float, role: str
) -> bool:
    """Tell whether a row is taller than a page and has to part."""
    style = sheet.styles[role]
    pitch = style.size_pt * LINE_PITCH_EM
    room = 2 * sheet.norms["table.cell_padding"].use
    for cell in row:
        if len(cell.text) < _LONG_CELL:
            continue
        inside = sum(widths[cell.column : cell.column + cell.columns]) - room
        lines = sum(len(sheet.wrapped(line, role, inside)) for line in cell.text.split("\n"))
        if lines * pitch > height_pt:
            return True
    return False


def _has_taller_words(sheet: Sheet, cells: Sequence[Cell], height_pt: float, role: str) -> bool:
    """Tell whether lines that are broken already, such as those of a word, fill a page."""
    most = max((sum(len(each.lines) for each in cell.paragraphs) for cell in cells), default=0)
    return most * sheet.styles[role].size_pt * LINE_PITCH_EM > height_pt

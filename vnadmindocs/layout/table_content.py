"""What stands in the columns of a table, measured: words that may not break, lines, long cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache

from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.layout.column_widths import ColumnContent
from vnadmindocs.layout.shape import Cell, Paragraph, Run, Style
from vnadmindocs.layout.sheet import Sheet
from vnadmindocs.values import dataclass

# The number of a note is set smaller and higher.
_NOTE_SIZE = 0.6

#: A text, its size in pt, bold and italic.
Look = tuple[str, float, bool, bool]


@dataclass(slots=True)
class TableContent:
    """What was measured in a table set in its usual size, in mm.

    Attributes:
        columns: what stands in each column alone.
        spans: of each cell over several columns the first, how many, and its longest word.
    """

    columns: list[ColumnContent]
    spans: list[tuple[int, int, float]]

    def scaled(self, factor: float) -> TableContent:
        """Give what would be measured in type of another size."""
        return TableContent(
            [column.scaled(factor) for column in self.columns],
            [(first, count, word * factor) for first, count, word in self.spans],
        )


def measured(
    sheet: Sheet, rows: Iterable[Sequence[Cell]], count: int, whole: Set[int]
) -> TableContent:
    """Measure the cells of a table.

    Args:
        sheet: the sheet of the part.
        rows: the cells of each row.
        count: how many columns there are.
        whole: columns whose lines never break, such as those of numbers and dates.
    """
    columns = [ColumnContent() for _ in range(count)]
    widest: dict[tuple[int, int], float] = {}
    for row in rows:
        at = 0
        for cell in row:
            if cell.paragraphs:
                word, line, words = _cell(sheet, cell.paragraphs)
                if cell.columns == 1:
                    is_head = cell.paragraphs[0].role.startswith("table_head")
                    columns[at].add(line if at in whole and not is_head else word, line, words)
                elif word > widest.get((at, cell.columns), 0.0):
                    widest[at, cell.columns] = word
            at += cell.columns
    return TableContent(columns, [(first, wide, word) for (first, wide), word in widest.items()])


def longest_word(sheet: Sheet, paragraph: Paragraph) -> float:
    """Measure the widest piece of a paragraph that does not break, in mm."""
    return _cell(sheet, (paragraph,))[0]


def _cell(sheet: Sheet, paragraphs: Sequence[Paragraph]) -> tuple[float, float, float]:
    """Give the longest word, the longest line and all lines of a cell, in mm."""
    longest = most = total = 0.0
    for paragraph in paragraphs:
        style = sheet.styles[paragraph.role]
        for line in paragraph.lines:
            if len(line) == 1 and not (line[0].footnote or line[0].box):
                run = line[0]
                bold = style.bold if run.bold is None else run.bold
                italic = style.italic if run.italic is None else run.italic
                word, width = _line(run.text, style.size_pt, bold, italic)
            else:
                word, width = _runs(line, style)
            longest, most, total = max(longest, word), max(most, width), total + width
    return longest, most, total


def _line(text: str, size_pt: float, bold: bool, italic: bool) -> tuple[float, float]:
    """Give the longest word of a line and the line; only spaces part words."""
    if " " not in text:
        width = _word(text, size_pt, bold, italic)
        return width, width
    widths = [_word(word, size_pt, bold, italic) for word in text.split(" ")]
    return max(widths), sum(widths) + (len(widths) - 1) * _word(" ", size_pt, bold, italic)


# The words of a long list are mostly the same few thousand.
_word = lru_cache(maxsize=16384)(width_mm)


def _runs(line: Sequence[Run], style: Style) -> tuple[float, float]:
    """Give the longest word of a line of several looks, which may change in it, and the line."""
    longest = word = total = 0.0
    for text, size, bold, italic in _looks(line, style):
        for index, piece in enumerate(text.split(" ")):
            if index:
                longest, word = max(longest, word), 0.0
            word += width_mm(piece, size, bold, italic)
        total += width_mm(text, size, bold, italic)
    return max(longest, word), total


def _looks(line: Sequence[Run], style: Style) -> Iterator[Look]:
    for run in line:
        seen = look(run, style)
        if seen is not None:
            yield seen


def look(run: Run, style: Style) -> Look | None:
    """Give the text a run is printed as, its size in pt, bold and italic; None for a leader.

    Args:
        run: the run.
        style: the look of its paragraph.
    """
    if run.leader:
        return None
    bold = style.bold if run.bold is None else run.bold
    italic = style.italic if run.italic is None else run.italic
    if run.footnote:
        return str(run.footnote), style.size_pt * _NOTE_SIZE, bold, italic
    return "\u2610" if run.box else run.text, style.size_pt, bold, italic

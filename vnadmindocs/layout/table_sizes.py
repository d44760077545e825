"""The size of the type of a table: the usual one, or smaller ones that a wide table may have.

A table is set in the first size in which no word of it breaks; where there is none, in the least,
and there the padding of its cells gives way as far as that helps.
An appendix that does not say how its page lies is laid across before any type gets smaller
(docs/readings/wide-tables.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from vnadmindocs.layout.column_widths import Asked, Fitting, column_widths
from vnadmindocs.layout.shape import Cell
from vnadmindocs.layout.sheet import Sheet
from vnadmindocs.layout.table_content import TableContent, measured
from vnadmindocs.record.column import Column, Share
from vnadmindocs.record.tables import Table
from vnadmindocs.units import pt_to_mm, twips_to_mm
from vnadmindocs.values import dataclass

TEXT, HEAD = "table_text", "table_head"
_PERCENT = 100
_PADDING_STEP = 0.1  # mm
_ROUNDING = 1e-9
# The roles of text and head in each size a table may have, the usual one first.
_SIZES: tuple[Mapping[str, str], ...] = tuple(
    MappingProxyType({TEXT: TEXT + size, HEAD: HEAD + size}) for size in ("", "_smaller", "_least")
)


@dataclass(frozen=True, slots=True)
class Sized:
    """A table in a size.

    Attributes:
        fitting: how its columns fit in it.
        roles: the role in this size of each role of the usual size.
        room_mm: what padding and lines take of the width of each cell.
        padding_mm: room left and right of the words in a cell; None is the usual one.
    """

    fitting: Fitting
    roles: Mapping[str, str]
    room_mm: float
    padding_mm: float | None = None


def content_of(
    sheet: Sheet, table: Table, rows: Sequence[Sequence[Cell]], count: int
) -> TableContent:
    """Measure a table whose cells are laid out in the usual size, those of the head included.

    Args:
        sheet: the sheet of the part.
        table: the table as the record declares it.
        rows: the cells of each row.
        count: how many columns there are.
    """
    leaves = table.leaves
    whole = frozenset(i for i, leaf in enumerate(leaves) if _is_whole(leaf.column))
    return measured(sheet, rows, count, whole)


def sized_for(
    sheet: Sheet, table: Table, width_mm: float, content: TableContent, sizes: int = len(_SIZES)
) -> Sized:
    """Choose the size in which a table fits.

    Args:
        sheet: the sheet of the part.
        table: the table as the record declares it.
        width_mm: the width of the text.
        content: what was measured in it, in the usual size.
        sizes: how many sizes may be tried.
    """
    columns = [leaf.column for leaf in table.leaves]
    asked = [_asked(column, width_mm) for column in columns]
    asked += [Asked()] * (len(content.columns) - len(asked))
    # Half the line on either side takes room in a cell, and so does Word's grid.
    line = pt_to_mm(sheet.norms["rule.weight"].use) / 2 + twips_to_mm(1)
    padding = sheet.norms["table.cell_padding"].use + line
    usual = sheet.styles[TEXT].size_pt
    tried: dict[float, Sized] = {}
    for roles in _SIZES[:sizes]:
        size = sheet.styles[roles[TEXT]].size_pt
        if size > usual or size in tried:
            continue
        seen = content if size == usual else content.scaled(size / usual)
        fitting = column_widths(seen.columns, asked, width_mm, padding, seen.spans)
        tried[size] = Sized(fitting, roles, 2 * padding)
        if fitting.fits:
            break
    found = tried[min(tried)]
    if found.fitting.fits or sizes < len(_SIZES):
        return found
    seen = content.scaled(min(tried) / usual)
    closer = [
        Sized(
            column_widths(seen.columns, asked, width_mm, less + line, seen.spans),
            found.roles,
            2 * (less + line),
            less,
        )
        for less in _paddings(sheet)
    ]
    # The widest padding of those with which the fewest columns break words.
    return min([found, *closer], key=lambda each: len(each.fitting.narrow))


def _paddings(sheet: Sheet) -> list[float]:
    """Give the paddings a table may have that fits in no size, wide ones first."""
    usual = sheet.norms["table.cell_padding"].use
    least = sheet.norms["table.least_cell_padding"].use
    steps = int((usual - least) / _PADDING_STEP + _ROUNDING)
    wider = [usual - _PADDING_STEP * step for step in range(1, steps)]
    return [*wider, least] if least < usual else []


def fits_in_usual_size(sheet: Sheet, table: Table, width_mm: float, content: TableContent) -> bool:
    """Tell whether a table needs no smaller type."""
    return sized_for(sheet, table, width_mm, content, sizes=1).fitting.fits


def _asked(column: Column, width_mm: float) -> Asked:
    width = column.width
    if isinstance(width, Share):
        if width.percent:
            return Asked(mm=width_mm * width.value / _PERCENT)
        return Asked(parts=width.value)
    return Asked(mm=float(width)) if isinstance(width, float | int) else Asked()


def _is_whole(column: Column) -> bool:
    """Tell whether lines of a column stay whole: figures and dates do, and who asks for it."""
    return column.wrap == "no" or (column.is_literal and column.wrap != "yes")

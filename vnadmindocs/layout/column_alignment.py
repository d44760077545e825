"""How the cells of each column are aligned: as declared, by its kind, or by what stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vnadmindocs.language.text import fold
from vnadmindocs.layout.shape import Align
from vnadmindocs.layout.table_grid import COVERED, Placed
from vnadmindocs.notation.figure import NO_FIGURE
from vnadmindocs.pattern import pattern
from vnadmindocs.record.column import Column

_COUNTERS = frozenset({"tt", "stt", "so_tt", "no"})
_NUMBER = pattern(r"[-–+]?\d[\d.,%]*")
_TICKS = frozenset("xX+✓✔√")  # what marks a cell: of a schedule, of a list of those present
_LONG_DIGITS = 4  # from here on digits of a column are compared, and stand at the right
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


def is_number(words: str) -> bool:
    """Tell whether words are a figure alone."""
    return _NUMBER.fullmatch(words) is not None


def alignments(
    columns: Sequence[Column], names: Sequence[str], rows: Sequence[Placed], count: int
) -> list[Align | None]:
    """Give the alignment of each column: declared, else by what stands in it."""
    found: list[Align | None] = []
    for index in range(count):
        declared = columns[index].align if index < len(columns) else None
        if not isinstance(declared, str) and index < len(columns):
            declared = _KINDS.get(str(columns[index].kind))
        if isinstance(declared, str):
            found.append(_ALIGNS[declared])
        elif index < len(names) and fold(names[index]) in _COUNTERS:
            found.append("center")
        else:
            found.append(_alignment_of_numbers(rows, index))
    return found


def columns_of_words(
    columns: Sequence[Column], rows: Sequence[Placed], count: int
) -> frozenset[int]:
    """Give the columns that hold no figures and no counters, by kind or by their cells."""
    filled: set[int] = set()
    worded: set[int] = set()
    for row in rows:
        for cell in row:
            if cell.text and cell.text is not COVERED:
                filled.add(cell.column)
                if cell.text not in NO_FIGURE and not is_number(cell.text):
                    worded.add(cell.column)
    figured = {
        index
        for index, column in enumerate(columns)
        if column.is_literal and str(column.kind) != "date"
    }
    return frozenset(range(count)) - figured - (filled - worded)


def _alignment_of_numbers(rows: Sequence[Placed], index: int) -> Align | None:
    """Centre a column of ticks or short numbers, set long ones right; None for words."""
    longest = 0
    ticked = False
    for row in rows:
        for cell in row:
            if cell.column != index or cell.columns > 1 or not cell.text:
                continue
            if cell.text is COVERED:
                continue
            if cell.text in _TICKS:
                ticked = True
                continue
            if not is_number(cell.text):
                return None
            longest = max(longest, sum(map(str.isdigit, cell.text)))
    if ticked or not longest:
        return "center" if ticked and not longest else None
    return "right" if longest >= _LONG_DIGITS else "center"

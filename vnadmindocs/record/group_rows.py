"""Hàng nhóm: which rows of a table are the heads of groups."""

from __future__ import annotations

from vnadmindocs.language.numerals import from_roman
from vnadmindocs.language.text import fold
from vnadmindocs.notation.table import split_cells
from vnadmindocs.record.fields import text_of
from vnadmindocs.values import dataclass

_ROMAN_GROUPS = frozenset({"so_la_ma", "la_ma", "roman", "roman_numerals"})
_ARABIC_GROUPS = frozenset({"so_a_rap", "a_rap", "arabic", "arabic_numerals"})


@dataclass(frozen=True, slots=True)
class GroupRows:
    """Which rows are group rows: those whose first cell is a numeral, or is listed."""

    words: str
    roman: bool
    labels: frozenset[str] = frozenset()
    arabic: bool = False

    def include(self, first_cell: str) -> bool:
        """Tell whether a row with this first cell is a group row."""
        label = first_cell.strip().strip("*").rstrip(".")
        if self.arabic and label.isdecimal():
            return True
        return (self.roman and from_roman(label) is not None) or label in self.labels


def read_groups(value: object) -> GroupRows:
    """Read which rows are group rows: «số La Mã», «số Ả Rập», or first cells split by bars."""
    if isinstance(value, GroupRows):
        return value
    written = text_of(value)
    names = split_cells(written)
    folded = [fold(name) for name in names]
    labels = [
        name
        for name, each in zip(names, folded, strict=True)
        if each not in _ROMAN_GROUPS and each not in _ARABIC_GROUPS
    ]
    return GroupRows(
        written,
        roman=not _ROMAN_GROUPS.isdisjoint(folded),
        labels=frozenset(labels),
        arabic=not _ARABIC_GROUPS.isdisjoint(folded),
    )

"""Hàng nhóm: which rows of a table are the heads of groups."""

from __future__ import annotations

from collections.abc import Sequence

from vnadmindocs.language.numerals import from_roman
from vnadmindocs.language.text import fold
from vnadmindocs.notation.table import GridCell, split_cells
from vnadmindocs.record.fields import text_of
from vnadmindocs.values import dataclass

_ROMAN_GROUPS = frozenset({"so_la_ma", "la_ma", "roman", "roman_numerals"})
_CAPITAL_GROUPS = frozenset({"chu_hoa", "chu_in_hoa", "capitals", "capital_letters"})
_ARABIC_GROUPS = frozenset({"so_a_rap", "a_rap", "arabic", "arabic_numerals"})


@dataclass(frozen=True, slots=True)
class GroupRows:
    """Which rows are group rows: those whose first cell is a numeral, or is listed."""

    words: str
    roman: bool
    labels: frozenset[str] = frozenset()
    arabic: bool = False
    capital: bool = False

    def head(self, row: Sequence[GridCell]) -> bool:
        """Tell whether a row is a group row; one without a label is told by its first words."""
        first = row[0].text if row else ""
        if first or not self.labels:
            return self.include(first)
        words = next((cell.text for cell in row if cell.text), "")
        return words.strip().strip("*") in self.labels

    def include(self, first_cell: str) -> bool:
        """Tell whether a row with this first cell is a group row."""
        label = first_cell.strip().strip("*").rstrip(".")
        if self.arabic and label.isdecimal():
            return True
        if self.capital and len(label) == 1 and label.isupper():
            return True
        return (self.roman and from_roman(label) is not None) or label in self.labels


def read_groups(value: object) -> GroupRows:
    """Read which rows are group rows: «số La Mã», «số Ả Rập», «chữ hoa», or their first cells."""
    if isinstance(value, GroupRows):
        return value
    written = text_of(value)
    names = split_cells(written)
    folded = [fold(name) for name in names]
    numbered = _ROMAN_GROUPS | _ARABIC_GROUPS | _CAPITAL_GROUPS
    labels = [name for name, each in zip(names, folded, strict=True) if each not in numbered]
    return GroupRows(
        written,
        roman=not _ROMAN_GROUPS.isdisjoint(folded),
        labels=frozenset(labels),
        arabic=not _ARABIC_GROUPS.isdisjoint(folded),
        capital=not _CAPITAL_GROUPS.isdisjoint(folded),
    )

"""Rows of a table as a tree: groups, what stands under them, and the rows of totals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.numerals import from_roman
from vnadmindocs.language.text import fold
from vnadmindocs.notation.table import GridCell
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.record.tables import Table

UNNAMED_TOTAL = "TAB051"
NO_PLACE = "TAB055"
_LIKE_TOTALS = ("tong_cong", "tong_so")
_TOTALS = frozenset({*_LIKE_TOTALS, "cong", "tong"})


@dataclass(slots=True)
class RowTree:
    """Which row stands under which.

    Attributes:
        parents: of each row the group row it stands under; None at the top.
        totals: rows of totals, which stand under none and have none under them.
        groups: rows that have others under them.
        added: words of the row of totals that is to be added; "" adds none.
        homeless: words of such a row that have no place, since numbers stand in every column; "".
        unnamed: row that looks like one of totals where those that were named are missing.
    """

    parents: list[int | None]
    totals: set[int]
    groups: set[int]
    added: str = ""
    homeless: str = ""
    unnamed: int | None = None

    @classmethod
    def of(cls, table: Table, rows: Sequence[Sequence[GridCell]]) -> RowTree:
        """Find the groups and totals of a table."""
        names = table.total_rows if isinstance(table.total_rows, tuple) else ()
        wanted = {fold(name) for name in names}
        words = [_words(row) for row in rows]
        totals = {at for at, text in enumerate(words) if text in wanted} if wanted else set()
        tree = cls([], totals, set())
        tree._grow(table, rows)
        columns = [leaf.column for leaf in table.leaves]
        if names and not totals:
            like = (at for at, text in enumerate(words) if _is_total(text))
            tree.unnamed = next(like, None)
            if columns and columns[0].is_number:
                tree.homeless = names[0] if tree.unnamed is None else ""
            elif tree.unnamed is None and rows and any(each.is_number for each in columns):
                tree.added = names[0]
                totals.add(len(rows))
                tree.parents.append(None)
        return tree

    def _grow(self, table: Table, rows: Sequence[Sequence[GridCell]]) -> None:
        groups = table.group_rows if hasattr(table.group_rows, "include") else None
        levels: list[str] = []  # shapes of labels, the outermost first
        path: list[tuple[int, int]] = []  # open groups: level and row
        for at, row in enumerate(rows):
            first = row[0].text if row else ""
            if at in self.totals:
                path.clear()
                self.parents.append(None)
                continue
            is_group = groups is not None and groups.include(first)
            if is_group:
                shape = _shape(first)
                if shape not in levels:
                    levels.append(shape)
                level = levels.index(shape)
                while path and path[-1][0] >= level:
                    path.pop()
            parent = path[-1][1] if path else None
            self.parents.append(parent)
            if parent is not None:
                self.groups.add(parent)
            if is_group:
                path.append((level, at))

    def faults(self, place: Callable[..., Fault]) -> Iterator[Fault]:
        """Report rows of totals that were named and are not there, though others look like it."""
        if self.homeless:
            yield Fault(NO_PLACE, facts={"found": self.homeless}, path=("total_rows",))
        if self.unnamed is not None:
            yield place(UNNAMED_TOTAL, self.unnamed, 0)


def _words(row: Sequence[GridCell]) -> str:
    """Give the first words of a row, folded: those of its counter or of what it is about."""
    text = next((cell.text for cell in row if cell.text), "")
    return fold(text.strip("*: "))


def _is_total(words: str) -> bool:
    return words in _TOTALS or words.startswith(_LIKE_TOTALS)


def _shape(label: str) -> str:
    label = label.strip().strip("*").rstrip(".)")
    if label.isdecimal():
        return "arabic"
    if from_roman(label) is not None:
        return "roman"
    if len(label) == 1:
        return "capital" if label.isupper() else "small"
    return f"dotted {label.count('.')}" if "." in label else "words"

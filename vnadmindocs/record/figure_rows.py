"""Rows of a table as a tree: groups, what stands under them, and the rows of totals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import fold
from vnadmindocs.notation.table import GridCell
from vnadmindocs.record.group_rows import GroupRows
from vnadmindocs.record.row_labels import CAPITAL, bare, shape
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.record.tables import Table

UNNAMED_TOTAL = "TAB051"
NO_PLACE = "TAB055"
_LIKE_TOTALS = ("tong_cong", "tong_so")
_TOTALS = frozenset({*_LIKE_TOTALS, "cong", "tong"})
_OF_WHICH = "trong_do"
_DASHES = ("-", "\u2013", "\u2014", "+", "*")


@dataclass(slots=True)
class RowTree:
    """Which row stands under which.

    Attributes:
        parents: of each row the group row it stands under; None at the top.
        totals: rows of totals, which stand under none and have none under them.
        groups: rows that have others under them.
        heads: group rows, those with nothing under them too.
        closings: rows that close a group with its sum, and the group; None where they close the
            rows before them that stand in no group.
        parts: rows that say what a row above them has in it, «Trong đó: …», and add nothing.
        added: words of the row of totals that is to be added; "" adds none.
        homeless: words of such a row that have no place, since numbers stand in every column; "".
        unnamed: row that looks like one of totals where those that were named are missing.
    """

    parents: list[int | None]
    totals: set[int]
    groups: set[int]
    heads: set[int] = field(default_factory=set)
    closings: dict[int, int | None] = field(default_factory=dict)
    parts: set[int] = field(default_factory=set)
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
        tree._set_apart(rows)
        columns = [leaf.column for leaf in table.leaves]
        if names and not totals:
            like = (
                at for at, text in enumerate(words) if _is_total(text) and at not in tree.closings
            )
            tree.unnamed = next(like, None)
            if columns and columns[0].is_number:
                tree.homeless = names[0] if tree.unnamed is None else ""
            elif tree.unnamed is None and rows and any(each.is_number for each in columns):
                tree.added = names[0]
                totals.add(len(rows))
                tree.parents.append(None)
        return tree

    @property
    def sums(self) -> frozenset[int]:
        """Rows that are sums of others and stand under none: totals, and those that close."""
        return frozenset((*self.totals, *self.closings))

    def _grow(self, table: Table, rows: Sequence[Sequence[GridCell]]) -> None:
        groups = table.group_rows if isinstance(table.group_rows, GroupRows) else None
        closing = _Closing(table.closing_rows) if isinstance(table.closing_rows, tuple) else None
        levels: list[str] = []  # shapes of labels, the outermost first
        path: list[tuple[int, int]] = []  # open groups: level and row
        capital = ""
        for at, row in enumerate(rows):
            if at in self.totals:
                path.clear()
                self.parents.append(None)
                continue
            if closing is not None and closing.includes(row):
                closed = closing.closed(row, [_label(rows[head]) for _, head in path])
                self.closings[at] = path[closed][1] if path else None
                del path[closed:]
                self.parents.append(path[-1][1] if path else None)
                continue
            is_group = groups is not None and groups.head(row)
            if is_group:
                self.heads.add(at)
                form = shape(_label(row), capital)
                if form == CAPITAL:
                    capital = bare(_label(row))
                if form not in levels:
                    levels.append(form)
                level = levels.index(form)
                while path and path[-1][0] >= level:
                    path.pop()
            parent = path[-1][1] if path else None
            self.parents.append(parent)
            if parent is not None:
                self.groups.add(parent)
            if is_group:
                path.append((level, at))

    def _set_apart(self, rows: Sequence[Sequence[GridCell]]) -> None:
        """Find the rows of «Trong đó»: its own, and those listed under it.

        Dashes after it are under it. Rows without a label are too where it says nothing else, but
        not right under the head of a group. Right under a total nothing is: it heads the table.
        """
        inside = lists = False
        sums = self.sums
        for at, row in enumerate(rows):
            opening = next((text for cell in row[:2] if (text := _of_which(cell.text))), "")
            if at in sums or at in self.heads:
                inside = False
            elif opening:
                is_bare = opening == _OF_WHICH
                inside = not is_bare or at - 1 not in sums
                lists = is_bare and at - 1 not in self.heads
            elif inside:
                label = _label(row).strip()
                inside = label.startswith(_DASHES) or (lists and not label)
            if inside:
                self.parts.add(at)

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


def _of_which(text: str) -> str:
    """Give the words of a row of «Trong đó», folded; "" where they are others."""
    words = fold(text.strip("*:+-\u2013\u2014 ").replace(":", " "))
    return words if words == _OF_WHICH or words.startswith(f"{_OF_WHICH}_") else ""


def _label(row: Sequence[GridCell]) -> str:
    return row[0].text if row else ""


class _Closing:
    """Which rows close a group: those with declared words; ``Cộng mục …`` begins them.

    Args:
        names: the words.
    """

    def __init__(self, names: Sequence[str]) -> None:
        opening = [name.replace("...", "…") for name in names]
        self._whole = {fold(name) for name in opening if not name.endswith("…")}
        self._begin = tuple(fold(name.rstrip("… ")) for name in opening if name.endswith("…"))

    def includes(self, row: Sequence[GridCell]) -> bool:
        """Tell whether a row closes a group."""
        words = _words(row)
        return words in self._whole or any(
            words == begin or words.startswith(f"{begin}_") for begin in self._begin
        )

    def closed(self, row: Sequence[GridCell], labels: Sequence[str]) -> int:
        """Find which of the open groups a row closes: the one it names, else the innermost."""
        last = _words(row).rpartition("_")[2]
        named = [at for at, label in enumerate(labels) if last and fold(bare(label)) == last]
        return named[-1] if named else max(len(labels) - 1, 0)

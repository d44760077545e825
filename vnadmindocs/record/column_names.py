"""Names of columns as others call them: ``Chi``, ``Năm 2026 > Chi``, ``Năm 2026 … Năm 2030``.

A name is looked for beside the column that says it, then further out; that of a column over others
stands for all columns under it that add up no others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnadmindocs.language.text import fold
from vnadmindocs.record.column import Leaf

_INSIDE = ">"


class ColumnNames:
    """The columns of a table by name.

    Args:
        leaves: the columns that hold cells.
        names: what each is called.
    """

    def __init__(self, leaves: Sequence[Leaf], names: Sequence[str]) -> None:
        self._leaves = leaves
        self._paths = [
            (*(fold(_name(over.name)) for over in leaf.above), fold(name))
            for leaf, name in zip(leaves, names, strict=False)
        ]
        self._names = names

    def named(self, name: str, index: int) -> tuple[int, ...] | None:
        """Find the columns that a column means by a name.

        Args:
            name: the name, or the first and the last of a run of columns.
            index: the column that says it, which is never meant.

        Returns:
            Their indexes; () where there is none, None where there are several of that name.
        """
        first, dots, last = name.replace("...", "…").partition("…")
        if not dots:
            return self._found(name, index)
        ends = [self._found(end, index) for end in (first, last)]
        if None in ends:
            return None
        if not ends[0] or not ends[1]:
            return ()
        return tuple(each for each in range(ends[0][0], ends[1][-1] + 1) if each != index)

    def written(self, name: str) -> str:
        """Write the full names of all columns of a name, split by commas."""
        wanted = fold(name)
        return ", ".join(
            f"«{' > '.join((*(_name(over.name) for over in leaf.above), title))}»"
            for leaf, title in zip(self._leaves, self._names, strict=False)
            if fold(title) == wanted
        )

    def _found(self, name: str, index: int) -> tuple[int, ...] | None:
        wanted = tuple(fold(each) for each in name.split(_INSIDE))
        own = self._leaves[index].first
        # Beside the column first, then under each of the columns over it, the nearest first.
        for depth in range(len(own), -1, -1):
            scope = [
                each for each, leaf in enumerate(self._leaves) if leaf.first[:depth] == own[:depth]
            ]
            found = list(self._matches(wanted, scope, depth, index))
            if len(found) > 1:
                return None
            if found:
                return found[0]
        return ()

    def _matches(
        self, wanted: Sequence[str], scope: Sequence[int], depth: int, index: int
    ) -> Iterator[tuple[int, ...]]:
        seen: set[tuple[int, ...]] = set()
        for each in scope:
            path = self._paths[each][depth:]
            for start in range(len(path) - len(wanted) + 1):
                if path[start : start + len(wanted)] != tuple(wanted):
                    continue
                end = depth + start + len(wanted)
                if end == len(self._paths[each]):
                    if each != index:
                        yield (each,)
                elif (group := self._leaves[each].first[:end]) not in seen:
                    seen.add(group)
                    under = self._under(group, index)
                    if under:
                        yield under

    def _under(self, group: tuple[int, ...], index: int) -> tuple[int, ...]:
        """Give the columns under one that add up no others, and that are not the one who asks."""
        return tuple(
            each
            for each, leaf in enumerate(self._leaves)
            if leaf.first[: len(group)] == group
            and each != index
            and leaf.column.total_of is None
            and leaf.column.share_of is None
        )


def _name(name: object) -> str:
    return name if isinstance(name, str) else ""

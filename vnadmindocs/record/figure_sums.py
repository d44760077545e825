"""Figures that add up: rows, columns, groups and shares are computed, or checked where given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.notation.figure import decimals_of, print_figure, share, total
from vnadmindocs.record.column import Column
from vnadmindocs.record.column_names import ColumnNames

if TYPE_CHECKING:
    from vnadmindocs.record.figures import Reader

ROW_TOTAL = "TAB047"
COLUMN_TOTAL = "TAB048"
SHARE = "TAB049"
NO_SUCH_COLUMN = "TAB050"
NO_NUMBERS = "TAB052"
TWO_COLUMNS = "TAB074"

_SHARE_DECIMALS = 2
_SHOWN = 8  # terms of a sum in a sentence


class Sums:
    """What is added up in a table whose figures were read."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._tree = reader.tree
        self._names = ColumnNames(reader.leaves, reader.names)
        self._found: list[tuple[int, int, Fault]] = []
        self._wanted: dict[tuple[int, int], Decimal] = {}  # what wrong sums of rows should be

    def reckon(self) -> None:
        """Fill in and check every sum; the faults go to the reader, row by row."""
        columns = self._reader.columns
        parts: dict[int, tuple[int, ...]] = {}
        shares: dict[int, int] = {}
        for index, column in enumerate(columns):
            if isinstance(column.total_of, tuple):
                named = self._resolved(index, "total_of", column.total_of)
                if named:
                    parts[index] = named
            elif isinstance(column.share_of, str):
                named = self._resolved(index, "share_of", (column.share_of,))
                if named:
                    shares[index] = named[0]
        for index, column in enumerate(columns):
            if index not in parts and index not in shares and _is_summed(column):
                self._add_down(index)
        for index in _in_order(parts):
            self._add_across(index, parts[index])
        for index in parts:
            if _is_summed(columns[index]):
                self._add_down(index)
        for index, of in shares.items():
            self._share(index, of)
        self._found.sort(key=lambda each: each[:2])
        self._reader.faults += [fault for _, _, fault in self._found]

    # Names

    def _resolved(self, index: int, field: str, names: Sequence[str]) -> tuple[int, ...]:
        """Find the columns that are named; none where one of them cannot be had."""
        reader = self._reader
        columns = reader.columns
        path = (*reader.leaves[index].path, field)
        found: list[int] = []
        faults: list[Fault] = []
        if not columns[index].is_number:
            faults.append(Fault(NO_NUMBERS, facts={"found": reader.named(index)}, path=path))
        for name in names:
            run = self._names.named(name, index)
            if run is None:
                facts = {"found": name, "names": self._names.written(name)}
                faults.append(Fault(TWO_COLUMNS, facts=facts, path=path))
                continue
            if not run:
                listed = [reader.named(i) for i in range(len(columns)) if i != index]
                facts = {"found": name, "names": ", ".join(listed)}
                faults.append(Fault(NO_SUCH_COLUMN, facts=facts, path=path))
            for each in run:
                if not columns[each].is_number:
                    facts = {"found": reader.named(each)}
                    faults.append(Fault(NO_NUMBERS, facts=facts, path=path))
            found += run
        reader.faults += faults
        return () if faults else tuple(dict.fromkeys(found))

    # Rows

    def _add_across(self, index: int, parts: Sequence[int]) -> None:
        reader = self._reader
        own = reader.values[index]
        # Where a part is not added up, only the rows that add nothing up have all parts.
        whole = all(_is_summed(reader.columns[part]) for part in parts)
        sums = set() if whole else self._tree.sums | self._tree.groups
        for row in range(len(own)):
            if row in sums or any((row, part) in reader.unread for part in (index, *parts)):
                continue
            terms = [value for part in parts if (value := reader.values[part][row]) is not None]
            if not terms:
                continue
            found = total(terms)
            given = own[row]
            if given is None:
                if reader.is_empty(row, index):
                    reader.put(row, index, found)
            elif given != found:
                self._wanted[row, index] = found
                self._differs(ROW_TOTAL, row, index, given, found, terms)

    # Columns

    def _add_down(self, index: int) -> None:
        reader, tree = self._reader, self._tree
        own = reader.values[index]
        terms: dict[int | None, list[Decimal]] = {}
        # What is to be added to a sum once the wrong figures in it are put right: a total that is
        # right with them is not reported too.
        mended: dict[int | None, Decimal] = {}
        unknown: set[int | None] = set()
        computed = reader.group_totals == "computed"
        closing: int | None = None  # the row that closes the rows now read, which have no group
        closed: list[Decimal] = []
        for row in range(len(own) - 1, -1, -1):
            if row in tree.parts and not self._is_needed(row, index):
                continue
            if row in tree.sums:
                if tree.closings.get(row, row) is None:
                    self._close(closing, index, closed)
                    closing, closed = row, []
                continue
            value = own[row]
            is_unread = (row, index) in reader.unread
            wanted = self._wanted.get((row, index), value)
            if row in tree.groups and row in terms:
                under = terms[row][::-1]
                found = total(under)
                right = total((found, mended.get(row, Decimal())))
                if row in unknown:
                    is_unread = is_unread or value is None
                elif value is None and not is_unread:
                    value, wanted = found, right
                    if computed and reader.is_empty(row, index):
                        reader.put(row, index, found)
                elif value is not None and value not in (found, right):
                    self._differs(COLUMN_TOTAL, row, index, value, found, under)
                    wanted = right
                if row not in unknown:
                    for last in self._closings_of(row):
                        self._put_or_check(last, index, under, mended.get(row))
            elif row in unknown:
                is_unread = is_unread or value is None
            parent = tree.parents[row]
            if is_unread:
                unknown.add(parent)
                closing = closing if parent is not None else None
            elif value is not None:
                terms.setdefault(parent, []).append(value)
                if wanted is not None and wanted != value:
                    mended[parent] = total((mended.get(parent, Decimal()), wanted, -value))
                if parent is None:
                    closed.append(value)
        self._close(closing, index, closed)
        if None in terms and None not in unknown:
            for row in sorted(tree.totals):
                self._put_or_check(row, index, terms[None][::-1], mended.get(None))

    def _is_needed(self, part: int, index: int) -> bool:
        """Tell whether a row of «Trong đó» is all there is to know the figure of its group by."""
        group = self._tree.parents[part]
        return group is not None and self._reader.values[index][group] is None

    def _close(self, row: int | None, index: int, terms: Sequence[Decimal]) -> None:
        """Give the sum of rows without a group, read from the last, to the row that closes them."""
        if row is not None and terms:
            self._put_or_check(row, index, terms[::-1])

    def _closings_of(self, group: int) -> Iterator[int]:
        return (row for row, closed in self._tree.closings.items() if closed == group)

    def _put_or_check(
        self, row: int, index: int, terms: Sequence[Decimal], mended: Decimal | None = None
    ) -> None:
        reader = self._reader
        found = total(terms)
        given = reader.values[index][row]
        if (row, index) in reader.unread:
            return
        if given is None:
            if reader.is_empty(row, index):
                reader.put(row, index, found)
        elif given != found and (mended is None or given != total((found, mended))):
            self._differs(COLUMN_TOTAL, row, index, given, found, terms)

    # Shares

    def _share(self, index: int, of: int) -> None:
        reader, tree = self._reader, self._tree
        values = reader.values[of]
        if any((row, of) in reader.unread for row in range(len(values))):
            return
        whole = next((values[row] for row in sorted(tree.totals) if values[row] is not None), None)
        if whole is None:
            none = tree.parts | tree.closings.keys()
            tops = [
                row for row, parent in enumerate(tree.parents) if parent is None and row not in none
            ]
            whole = total(value for row in tops if (value := values[row]) is not None)
        if not whole:
            return
        decimals = reader.columns[index].decimals
        for row, part in enumerate(values):
            if part is None or (row, index) in reader.unread:
                continue
            given = reader.values[index][row]
            if given is None:
                if reader.is_empty(row, index):
                    places = decimals if isinstance(decimals, int) else _SHARE_DECIMALS
                    reader.put(row, index, share(part, whole, places))
                continue
            found = share(part, whole, decimals_of(given))
            if given != found:
                facts = {
                    "found": print_figure(given),
                    "expected": print_figure(found),
                    "part": print_figure(part),
                    "whole": print_figure(whole),
                }
                self._found.append((row, index, reader.fault(SHARE, row, index, **facts)))

    def _differs(
        self,
        code: str,
        row: int,
        index: int,
        given: Decimal,
        found: Decimal,
        terms: Sequence[Decimal],
    ) -> None:
        if (row, index) in self._reader.computed:
            return
        facts = {
            "found": print_figure(given),
            "expected": print_figure(found),
            "terms": _sum_in_words(terms),
            "difference": print_figure(abs(total((given, -found)))),
        }
        self._found.append((row, index, self._reader.fault(code, row, index, **facts)))


def _is_summed(column: Column) -> bool:
    if not column.is_number or column.summed == "no":
        return False
    return column.kind != "percent" or column.summed == "yes"


def _in_order(parts: dict[int, tuple[int, ...]]) -> Iterator[int]:
    """Give columns of totals, each after those it adds up."""
    done: set[int] = set()

    def visit(index: int) -> Iterator[int]:
        if index in parts and index not in done:
            done.add(index)
            for part in parts[index]:
                yield from visit(part)
            yield index

    for index in parts:
        yield from visit(index)


def _sum_in_words(terms: Sequence[Decimal]) -> Text:
    """Write out a short sum; of a long one say how many numbers it has."""
    if len(terms) > _SHOWN:
        count = len(terms)
        return Text(f"{count} số cộng lại", f"{count} numbers add up to")
    words = " + ".join(print_figure(each) for each in terms)
    return Text(words, words)

"""Documents with a table of very many rows, typeset piece by piece.

What typst makes of a table it holds until the document is done: a gibibyte for some 80,000 cells.
So a long table is cut where a page begins; each piece is a document of its own for typst, which
forgets it before the next, and the files are joined (``joining``). A piece begins with the head of
the table, as its page does; pages are counted on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from vnadmindocs.values import dataclass

Data = dict[str, Any]
# The first row of the last page of a piece is looked for among so many of its last rows.
_LOOKED_AT = 200
_HEAD = 1
# Where the data of a cell says how many columns and rows it covers, and whether it may part.
_COLUMNS, _ROWS, _PARTS = 4, 5, 6
_BEGIN = 0  # the mark at the beginning of the part; rows are marked from 1

#: Lays a document out; gives the page of each of its marks.
PagesOf = Callable[[str], dict[int, int]]


@dataclass(frozen=True, slots=True)
class _Row:
    kind: int
    height: float
    cells: list[Any]


def pieces(data: str, pages_of: PagesOf, rows_at_once: int) -> Iterator[str] | None:
    """Cut a document at its long table.

    Args:
        data: the document as JSON.
        pages_of: lays a piece out with marks in it.
        rows_at_once: a table of more rows is cut into pieces of so many.

    Returns:
        The pieces as JSON, each made when it is asked for; None for a document that stays whole:
        without a long table or with several, with notes, with a table of contents, with rows that
        are merged or part.
    """
    document: Data = json.loads(data)
    long = [
        (at, number)
        for at, part in enumerate(document["parts"])
        for number, block in enumerate(part["blocks"])
        if block[0] == "t" and len(block[6]) > rows_at_once
    ]
    lists = any(block[0] == "c" for part in document["parts"] for block in part["blocks"])
    if len(long) != 1 or lists or document["footnotes"] or "frames" in document:
        return None
    part, number = long[0]
    rows = _rows(document["parts"][part]["blocks"][number])
    if rows is None:
        return None
    return _Cutting(document, part, number, rows).pieces(pages_of, rows_at_once)


def _rows(table: list[Any]) -> list[_Row] | None:
    """Take the rows below the head apart; None where a cell covers several of them, or parts."""
    runs = [(kind, cells) for kind, cells in table[7] if kind != _HEAD]
    found: list[tuple[int, list[Any]]] = []
    for kind, cells in runs:
        row: list[Any] = []
        filled = 0
        for cell in cells:
            plain = isinstance(cell, str)
            if not plain and (cell[_ROWS] > 1 or cell[_PARTS]):
                return None
            row.append(cell)
            filled += 1 if plain else cell[_COLUMNS]
            if filled == len(table[1]):
                found.append((kind, row))
                row, filled = [], 0
    heights = table[6][len(table[6]) - len(found) :]
    return [_Row(kind, height, row) for (kind, row), height in zip(found, heights, strict=True)]


def _looked_at(rows: Sequence[_Row]) -> range:
    return range(max(len(rows) - _LOOKED_AT, 0), len(rows))


class _Cutting:
    """A document with a long table while it is cut."""

    def __init__(self, document: Data, part: int, number: int, rows: list[_Row]) -> None:
        self._document = document
        self._number = part
        self._part: Data = document["parts"][part]
        self._table: list[Any] = self._part["blocks"][number]
        self._before = self._part["blocks"][:number]
        self._after = self._part["blocks"][number + 1 :]
        self._rows = rows
        self._pages = 0  # of the part, in the pieces so far

    def pieces(self, pages_of: PagesOf, rows_at_once: int) -> Iterator[str]:
        start = 0
        while len(self._rows) - start > rows_at_once:
            rows = self._rows[start : start + rows_at_once]
            pages = pages_of(self._piece(self._marked(rows), begin=start == 0, marked=True))
            last = pages[len(rows)]
            # The page the piece ends on is not full: it belongs to the next one.
            end = next(at for at in _looked_at(rows) if pages[at + 1] == last)
            yield self._piece(rows[:end], begin=start == 0)
            self._pages += last - pages[_BEGIN]
            start += end
        yield self._piece(self._rows[start:], begin=start == 0, end=True)

    def _piece(
        self, rows: Sequence[_Row], *, begin: bool, end: bool = False, marked: bool = False
    ) -> str:
        document, part = self._document, self._part
        own = {
            **part,
            "blocks": [
                *([["at", _BEGIN]] if marked else []),
                *(self._before if begin else []),
                self._table_of(rows),
                *(self._after if end else []),
            ],
        }
        if not begin:
            own |= {"first": part["first"] + self._pages, "hidden": 0, "apart": False}
            own |= {"header": [], "footer": []}
        parts = document["parts"]
        earlier = parts[: self._number] if begin else []
        later = parts[self._number + 1 :] if end else []
        whole = {**document, "parts": [*earlier, own, *later]}
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))

    def _table_of(self, rows: Sequence[_Row]) -> list[Any]:
        table = list(self._table)
        heads = len(table[6]) - len(self._rows)
        table[6] = [*table[6][:heads], *(row.height for row in rows)]
        runs = [[kind, cells] for kind, cells in table[7] if kind == _HEAD]
        for row in rows:
            if runs and runs[-1][0] == row.kind:
                runs[-1][1].extend(row.cells)
            else:
                runs.append([row.kind, list(row.cells)])
        table[7] = runs
        return table

    def _marked(self, rows: Sequence[_Row]) -> list[_Row]:
        """Put a mark into each of the last rows."""
        marked = list(rows)
        for at in _looked_at(rows):
            row = rows[at]
            marked[at] = _Row(row.kind, row.height, self._with_mark(row.cells, at + 1))
        return marked

    def _with_mark(self, cells: list[Any], number: int) -> list[Any]:
        _, _, aligns, _, look, (_, *inset), *_ = self._table
        cell, *others = cells
        mark = ["at", number]
        if isinstance(cell, str):
            return [[look, [mark, cell], *aligns[0], 1, 1, False, inset], *others]
        words = cell[1]
        if cell[0] < 0:  # blocks
            words = [mark, *words]
        else:
            words = [mark, words] if isinstance(words, str) else [mark, *words]
        return [[cell[0], words, *cell[2:]], *others]

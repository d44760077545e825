"""A list: named columns and rows, from a workbook, a CSV or Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import clean
from vnadmindocs.record.data_file import DataFile, Selection, rows_of_file
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.given_rows import cells_of, given_rows
from vnadmindocs.record.shown_cell import Typed
from vnadmindocs.values import dataclass

Rows = str | Path | Iterable[Any]
"""A path of a list, or rows from Python: mappings, a frame, or lists of which the first names the
columns."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list.

    Attributes:
        number: its line in the file or its row in the sheet; from Python, its place from 1.
        cells: its words, cleaned.
        typed: the number or date behind each cell; () where the source has none.
        index: its index in the file, the names of the columns included.
    """

    number: int
    cells: tuple[str, ...]
    typed: tuple[Typed, ...] = ()
    index: int = 0

    def cell(self, column: int) -> tuple[str, Typed]:
        """Give the words of a cell and what is behind them."""
        return self.cells[column].strip(), self.typed[column] if self.typed else None


@dataclass(frozen=True, slots=True)
class DataList:
    """A list.

    Attributes:
        file: its path as it was given; "" for rows from Python.
        columns: names of the columns.
        rows: the rows under them that hold anything.
        faults: what was found that does not keep it from being read, of the list as a whole and
            of its cells.
    """

    file: str
    columns: tuple[str, ...]
    rows: tuple[ListRow, ...]
    faults: tuple[Fault, ...] = ()
    _data: DataFile | None = field(default=None, compare=False, repr=False)
    _of_cells: Mapping[str, Fault] = field(default_factory=dict, compare=False, repr=False)

    @property
    def name(self) -> str:
        """What sentences call it."""
        return self._data.written if self._data is not None else ""

    def cell_fault(self, row: ListRow, column: int) -> Fault | None:
        """Give what the file says of a cell: an error of Excel, a formula without a result."""
        return self._of_cells.get(self.cell_place(row, column).vi) if self._of_cells else None

    def row_place(self, row: ListRow) -> Text:
        """Name a row: ``danh-sach.xlsx, sheet «DS», dòng 17``."""
        parts = [self.name] if self.name else []
        if self._data is not None and self._data.sheet:
            parts.append(f"sheet «{self._data.sheet}»")
        vi, en = [*parts, f"dòng {row.number}"], [*parts, f"row {row.number}"]
        return Text(", ".join(vi), ", ".join(en))

    def cell_place(self, row: ListRow, column: int) -> Text:
        """Name a cell: ``danh-sach.xlsx, sheet «DS», ô F17``."""
        name = f"«{self.columns[column]}»"
        if self._data is not None:
            return self._data.where(row.index, column, name)
        return Text(f"dòng {row.number}, cột {name}", f"row {row.number}, column {name}")


def read_list(rows: Rows, selection: Selection | None = None) -> DataList:
    """Read a list.

    Args:
        rows: where it is, or the rows themselves.
        selection: what of a workbook is wanted.

    Raises:
        UnreadableError: the file cannot be read; see ``rows_of_file``. TAB060, a value from Python
            that cannot be printed.
    """
    if isinstance(rows, str | Path):
        path = Path(rows)
        folder = Folder.of(path.parent)
        return _of_file(str(rows), rows_of_file(path.name, folder, selection or Selection()))
    return _of_python(rows)


def _of_file(file: str, data: DataFile) -> DataList:
    rows = [list(row) for row in data.rows]
    typed = [list(row) for row in data.typed]
    # A merged cell holds for each row it covers: «Phòng A» beside all its people.
    for merge in data.merges:
        for down in range(1, merge.rows) if merge.row else ():
            rows[merge.row + down][merge.column] = rows[merge.row][merge.column]
            if typed:
                typed[merge.row + down][merge.column] = typed[merge.row][merge.column]
    found = [
        ListRow(data.lines[at], tuple(row), tuple(typed[at]) if typed else (), at)
        for at, row in enumerate(rows)
        if at and any(row)
    ]
    names = tuple(" ".join(name.split()) for name in rows[0])
    of_cells = {
        where.vi: each for each in data.faults if isinstance(where := each.facts.get("where"), Text)
    }
    return DataList(file, names, tuple(found), data.faults, data, of_cells)


def _of_python(rows: Iterable[Any]) -> DataList:
    listed: Any = rows if hasattr(rows, "columns") else list(rows)
    given = given_rows(listed, mappings=True)
    if given is not None and given.names is not None:
        names, values = given.names, given.rows
    else:
        head, *rest = listed if given is None else given.rows or ((),)
        names, values = tuple(map(str, _as_row(head))), tuple(map(_as_row, rest))
    found = []
    for number, row in enumerate(values, 1):
        cells = cells_of(row, number, literal=False)
        if any(text for text, _ in cells):
            words = tuple(clean(text) for text, _ in cells)
            found.append(ListRow(number, words, tuple(value for _, value in cells)))
    return DataList("", tuple(" ".join(clean(name).split()) for name in names), tuple(found))


def _as_row(row: Any) -> tuple[Any, ...]:
    if isinstance(row, str | Mapping) or not isinstance(row, Sequence):
        raise TypeError("a row is a mapping, or a sequence of cells under a row of names")
    return tuple(row)

"""Rows given from Python: mappings, data frames, any iterable of rows, with numbers and dates.

pandas and polars are known by what their frames can do; neither is loaded or asked for.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.text import clean, fold
from vnadmindocs.notation.figure import Figure, is_short, print_figure
from vnadmindocs.notation.inline import Span, SpanKind, print_inline
from vnadmindocs.notation.table import ABOVE, LEFT
from vnadmindocs.record.shown_cell import Typed, shown
from vnadmindocs.values import dataclass

_NUMBERS_AND_DATES = (int, float, Decimal, datetime.date, datetime.time)
_PRINTED = (str, *_NUMBERS_AND_DATES, type(None))


@dataclass(frozen=True, slots=True)
class GivenRows:
    """Rows from Python.

    Attributes:
        names: names of the columns; None where the rows bring none.
        rows: the cells; those of rows with names are data, no body grammar.
    """

    names: tuple[str, ...] | None
    rows: tuple[tuple[object, ...], ...]

    def for_columns(self, names: Sequence[str]) -> tuple[tuple[object, ...], ...]:
        """Give the rows in the order of declared columns, which may be some of those there are.

        Where none of the declared names is among them, the columns stay as they came.

        Raises:
            UnreadableError: TAB058, some of the declared names are among them and others are not.
        """
        if self.names is None or not names:
            return self.rows
        places = {fold(name): index for index, name in reversed(list(enumerate(self.names)))}
        missing = [name for name in names if fold(name) not in places]
        if missing and len(missing) < len(names):
            facts = {"names": _quoted(missing), "found": _quoted(self.names)}
            raise UnreadableError(Fault("TAB058", facts=facts))
        if missing:
            return self.rows
        wanted = [places[fold(name)] for name in names]
        return tuple([tuple([row[at] for at in wanted]) for row in self.rows])

    def renamed(self, names: Sequence[str]) -> Fault | None:
        """Report columns that were taken by their place, since all have other names."""
        of_rows = frozenset(map(fold, self.names or ()))
        if not of_rows or not any(names) or any(fold(name) in of_rows for name in names):
            return None
        facts = {"names": _quoted(names), "found": _quoted(self.names or ())}
        return Fault("TAB059", facts=facts)


def given_rows(value: object, *, mappings: bool) -> GivenRows | None:
    """Take rows apart that no record file could hold; None for all others.

    Args:
        value: a frame of pandas or polars, mappings by column name, or an iterable of rows.
        mappings: rows that are mappings are meant; in a record file they are a slip.
    """
    if value is None or isinstance(value, str | Mapping | GivenRows):
        return None
    frame: Any = value
    if hasattr(value, "itertuples") and hasattr(value, "columns"):
        return _frame(frame.columns, frame.itertuples(index=False, name=None))
    if hasattr(value, "iter_rows") and hasattr(value, "columns"):
        return _frame(frame.columns, frame.iter_rows())
    if not isinstance(value, Iterable):
        return None
    rows = value if isinstance(value, list | tuple) else list(value)
    if mappings and rows and all(isinstance(row, Mapping) for row in rows):
        names = tuple(dict.fromkeys(str(name) for row in rows for name in row))
        return _frame(names, ([row.get(name) for name in names] for row in rows))
    if isinstance(value, list | tuple) and not any(map(_has_values, rows)):
        return None
    cells = [row if isinstance(row, str) else tuple(map(_present, row)) for row in rows]
    return GivenRows(None, tuple(cells))  # type: ignore[arg-type]


def cells_of(row: Iterable[object], number: int, *, literal: bool) -> list[tuple[str, Typed]]:
    """Give the source text of each cell of a row, and the number or date it is.

    Args:
        row: its values.
        number: which row it is, from 1.
        literal: as for ``cell_of``.

    Raises:
        UnreadableError: TAB060, a value that has no writing of its own, such as bytes.
    """
    values = [_present(value) for value in row]
    for column, value in enumerate(values, 1):
        if not isinstance(value, _PRINTED):
            where = Text(f"hàng {number}, cột {column}", f"row {number}, column {column}")
            facts = {"found": type(value).__name__, "where": where}
            raise UnreadableError(Fault("TAB060", facts=facts))
    return [cell_of(value, literal=literal) for value in values]


def cell_of(value: object, *, literal: bool) -> tuple[str, Typed]:
    """Give the source text of a cell, and the number or date it is.

    Args:
        value: a text, a number, a date, or nothing.
        literal: a text is data: its signs are no marks.
    """
    if isinstance(value, Decimal) and is_short(value):
        return print_figure(value, grouped=False), Figure(value)
    text, typed = shown(value, "General")
    if literal and typed is None:
        text = _escaped(text)
    return text, typed


def _frame(names: Iterable[object], rows: Iterable[Iterable[object]]) -> GivenRows:
    found = tuple([tuple([_present(value) for value in row]) for row in rows])
    return GivenRows(tuple([clean(str(name)) for name in names]), found)


def _has_values(row: object) -> bool:
    """Tell whether a row holds what a record cannot: numbers, dates, nothing."""
    if isinstance(row, str | Mapping) or not isinstance(row, Iterable):
        return False
    if not isinstance(row, list | tuple):
        return True
    return any(value is None or isinstance(value, _NUMBERS_AND_DATES) for value in row)


def _present(value: object) -> object:
    """Give a plain value: nothing for what is not there, Python's own number for numpy's."""
    # NaN and NaT differ from themselves; pandas' NA cannot be compared at all.
    if value is None or type(value).__name__ == "NAType":
        return None
    if isinstance(value, _NUMBERS_AND_DATES) and value != value:
        return None
    if not isinstance(value, _NUMBERS_AND_DATES) and hasattr(value, "item"):
        return value.item()
    return value


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"«{name}»" for name in names)


def _escaped(text: str) -> str:
    if text in (LEFT, ABOVE):
        return f"\\{text}"
    lines = [print_inline((Span(SpanKind.TEXT, line),)) for line in text.split("\n")]
    return "\n".join([f"\\{line}" if line.startswith("{") else line for line in lines])

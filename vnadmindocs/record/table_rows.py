"""Hàng: rows of a table as they are typed in a record or given from Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.text import fold
from vnadmindocs.notation.table import TableRows, parse_row_lists, parse_rows
from vnadmindocs.record.fields import text_of, texts_of

if TYPE_CHECKING:
    from vnadmindocs.notation.date import PartialDate
    from vnadmindocs.notation.figure import Figure
    from vnadmindocs.record.given_rows import GivenRows


def typed_rows(value: object, columns: int | None) -> TableRows:
    """Read rows as a record holds them: a text with a row a line, or a list.

    Args:
        value: what is written.
        columns: how many cells each row must have; None takes the first row's number.

    Raises:
        UnreadableError: SCH021, a row or a cell is no text.
    """
    if isinstance(value, str):
        return parse_rows(text_of(value), columns)
    if not isinstance(value, list | tuple):
        raise UnreadableError(Fault("SCH021", facts={"found": type(value).__name__}))
    return _listed(parse_row_lists(_rows(value), columns))


def rows_from_python(
    given: GivenRows, names: Sequence[str], counted: int | None = None
) -> TableRows:
    """Read rows from Python; their numbers and dates stay what they are.

    Args:
        given: the rows.
        names: names of the declared columns; () where none are declared.
        counted: the column of counters, which the rows may not have.

    Raises:
        UnreadableError: TAB058, a column they lack; TAB060, a value that cannot be printed.
    """
    from vnadmindocs.record.given_rows import cells_of

    texts: list[str | list[str]] = []
    typed: dict[tuple[int, int], Figure | PartialDate] = {}
    wanted = names
    if counted is not None and fold(names[counted]) not in map(fold, given.names or ()):
        wanted = [name for at, name in enumerate(names) if at != counted]
    rows = given.for_columns(wanted)
    lacks = wanted is not names and all(_lacks(row, len(names)) for row in rows)
    if counted is not None and lacks:
        rows = tuple([(*row[:counted], "", *row[counted:]) for row in rows])
    for at, row in enumerate(rows):
        if isinstance(row, str):
            texts.append(row)
            continue
        cells = cells_of(row, at + 1, literal=given.names is not None)
        texts.append([text for text, _ in cells])
        typed.update({(at, i): value for i, (_, value) in enumerate(cells) if value is not None})
    read = replace(_listed(parse_row_lists(texts, len(names) or None)), typed=typed)
    renamed = given.renamed(wanted)
    return read if renamed is None else replace(read, faults=(renamed, *read.faults))


def _lacks(row: Sequence[object], count: int) -> bool:
    return not isinstance(row, str) and len(row) == count - 1


def _listed(read: TableRows) -> TableRows:
    faults = tuple(replace(fault, path=(fault.line,), line=0) for fault in read.faults)
    return replace(read, faults=faults, listed=True)


def _rows(value: Sequence[object]) -> list[str | list[str]]:
    rows: list[str | list[str]] = []
    faults: list[Fault] = []
    for index, row in enumerate(value):
        try:
            if isinstance(row, list | tuple):
                rows.append([text for text, _ in texts_of(row)])
            else:
                rows.append(text_of(row))
        except UnreadableError as error:
            faults.extend(fault.under(index) for fault in error.faults)
    if faults:
        raise UnreadableError(*faults)
    return rows

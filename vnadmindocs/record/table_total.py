"""The amount of money a table comes to, and its words: what «Bằng chữ: …» under it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnadmindocs.language.text import fold
from vnadmindocs.law.wording import wording
from vnadmindocs.notation.cell_value import CellValue, print_cell_value
from vnadmindocs.notation.figure import VIETNAMESE, Figure, parse_figure
from vnadmindocs.notation.value_format import IN_WORDS, ValueFormat
from vnadmindocs.record.figure_rows import RowTree

if TYPE_CHECKING:
    from vnadmindocs.language.money_words import Money
    from vnadmindocs.language.number_words import Wording
    from vnadmindocs.record.tables import Table

_IN_WORDS = ValueFormat((IN_WORDS, "first_capital"))

#: What «bằng chữ» says where the line is to be made of the one amount there is.
MADE = "yes"


def money_columns(table: Table) -> tuple[int, ...]:
    """Give the columns whose figures are money: by their kind, or by their unit."""
    return tuple(
        index
        for index, leaf in enumerate(table.leaves)
        if leaf.column.is_number
        and leaf.column.kind != "percent"
        and CellValue("", None, None, _unit(table, index), leaf.column.kind == "money").counts_money
    )


def total_of(table: Table, column: int | None = None) -> CellValue | None:
    """Give the total of a column of money; None where there is not just one.

    Args:
        table: whose rows of totals are declared.
        column: which column; None where one column alone holds money.
    """
    columns = money_columns(table)
    if column is None and len(columns) == 1:
        column = columns[0]
    if column is None or column not in columns:
        return None
    totals = _totals(table, column)
    return totals[0] if len(set(totals)) == 1 else None


def named_column(table: Table, words: str) -> int | None:
    """Find the column of money with this heading; None where the words are none."""
    for index in money_columns(table):
        name = table.leaves[index].column.name
        if isinstance(name, str) and fold(name) == fold(words):
            return index
    return None


def words_line(table: Table, numbers: Wording) -> str:
    """Give the line under a table that says its total in words; "" where there is none.

    Words that were written are printed so, with the label in front where it is missing.
    """
    asked = table.in_words
    if not isinstance(asked, str):
        return ""
    column = named_column(table, asked)
    if asked != MADE and column is None:
        labelled = fold(asked).startswith(fold(wording("table.in_words_label")))
        return asked if labelled or asked.startswith("(") else _labelled(asked)
    total = total_of(table, column)
    words = print_cell_value(total, _IN_WORDS, numbers) if total is not None else None
    return _labelled(words) if words else ""


def total_money(table: Table, column: int | None = None) -> Money | None:
    """Give the total as an amount of money."""
    from vnadmindocs.language.money_words import Money

    total = total_of(table, column)
    money = total.money if total is not None else None
    return Money(*money) if money is not None else None


def _labelled(words: str) -> str:
    return wording("table.in_words").format(words=words)


def _totals(table: Table, column: int) -> Sequence[CellValue]:
    kind = table.leaves[column].column.kind
    found = []
    rows = table.grid.rows
    for row in sorted(RowTree.of(table, rows).totals):
        for cell in rows[row] if row < len(rows) else ():
            figure = parse_figure(cell.text, VIETNAMESE)
            if cell.column == column and isinstance(figure, Figure):
                unit = _unit(table, column)
                found.append(CellValue(cell.text, figure.value, None, unit, kind == "money"))
    return found


def _unit(table: Table, column: int) -> str:
    """Give the unit of a column, else that of the table."""
    own = table.leaves[column].column.unit
    unit = own if isinstance(own, str) else table.unit
    return unit if isinstance(unit, str) else ""

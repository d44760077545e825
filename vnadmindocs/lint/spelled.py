"""Amounts in words held against their figures: loaded by a record that has any."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from vnadmindocs.language.money_words import Money, currencies, money_words
from vnadmindocs.language.number_words import OF_THE_STATE
from vnadmindocs.notation.cell_value import in_case_of
from vnadmindocs.notation.figure import print_figure
from vnadmindocs.notation.spelled_money import labelled_words, spelled_money
from vnadmindocs.record.table_total import MADE, named_column, total_money, words_line
from vnadmindocs.record.tables import Table

Facts = dict[str, object]


def differing(text: str, before: str, above: Table | None) -> Iterator[tuple[Facts, int, int]]:
    """Find the amounts of a paragraph whose words are not their figures.

    Args:
        text: the paragraph.
        before: the one above it.
        above: the table above it, whose total «Bằng chữ: …» may say.
    """
    for pair in spelled_money(text, before):
        if not pair.agrees:
            facts = _facts(text[pair.start : pair.end], pair.money, pair.figure, pair.readings)
            yield facts, pair.start, pair.end
    found = labelled_words(text) if above is not None else None
    total = total_money(above) if above is not None and found is not None else None
    if found is None or total is None or total.currency != found[0].currency:
        return
    money, start, end = found
    if money.amount != total.amount:
        yield _facts(text[start:end], money, _printed(total), (total.amount,)), start, end


def other_than_total(table: Table) -> Facts | None:
    """Give what is to be said of written words under a table that are not its total."""
    written = table.in_words
    if not isinstance(written, str) or _is_made(table, written):
        return None
    line = words_line(table, OF_THE_STATE)
    found = labelled_words(line)
    total = total_money(table)
    if found is None or total is None or total.currency != found[0].currency:
        return None
    money, start, end = found
    if money == total:
        return None
    return _facts(line[start:end], money, _printed(total), (total.amount,))


def lacks_total(table: Table) -> bool:
    """Tell whether words are to be made where no amount, or more than one, can be meant."""
    written = table.in_words
    made = isinstance(written, str) and _is_made(table, written)
    return made and not words_line(table, OF_THE_STATE)


def _is_made(table: Table, written: str) -> bool:
    return written == MADE or named_column(table, written) is not None


def _facts(words: str, said: Money, figure: str, readings: tuple[Decimal, ...]) -> Facts:
    try:
        expected = in_case_of(money_words(readings[0], said.currency), words.strip())
    except ValueError:
        expected = "…"
    return {
        "found": words.strip(),
        "reads": _printed(said),
        "figure": figure,
        "expected": expected,
    }


def _printed(money: Money) -> str:
    return f"{print_figure(_plain(money.amount))} {currencies()[money.currency].name}"


def _plain(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount

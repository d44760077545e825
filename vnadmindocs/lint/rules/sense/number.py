"""Rules about number and symbol."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.symbol import Number
from vnadmindocs.record.document import Document


@rule("NUM010", needs=("number", "symbol"))
def symbol_written_twice(record: Document) -> Iterator[Fault]:
    """Find a symbol in «số» that is not the symbol in «ký hiệu»."""
    number = record.number
    if not isinstance(number, Number) or not number.symbol or not isinstance(record.symbol, str):
        return
    if number.symbol != record.symbol:
        facts = {"number": number.symbol, "symbol": record.symbol}
        yield Fault("NUM010", facts=facts, path=("symbol",))

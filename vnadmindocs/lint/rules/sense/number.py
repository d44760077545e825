"""Rules about number and symbol."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.symbol import Number
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.fields import State


@rule("NUM010", needs=("number", "symbol"))
def symbol_written_twice(record: Document) -> Iterator[Fault]:
    """Find a symbol in «số» that is not the symbol in «ký hiệu»."""
    number = record.number
    if not isinstance(number, Number) or not number.symbol or not isinstance(record.symbol, str):
        return
    if number.symbol != record.symbol:
        facts = {"number": number.symbol, "symbol": record.symbol}
        yield Fault("NUM010", facts=facts, path=("symbol",))


@rule("NUM011", needs=("agency", "number", "symbol", "appendices"))
def symbol_without_a_number(record: Document) -> Iterator[Fault]:
    """Find a symbol in a document that prints no number: it would be lost."""
    if not isinstance(record.symbol, str) or record.agency is State.OMITTED:
        return
    if isinstance(record, Appendix):
        lost = record.agency is not None and record.number in (None, State.OMITTED)
    else:
        # The reference lines of its appendices print the symbol still.
        lost = record.number is State.OMITTED and not record.appendices
    if lost:
        yield Fault("NUM011", facts={"found": record.symbol}, path=("symbol",), of_key=True)

"""Số and ký hiệu: the sequence number, with or without the symbol, and the symbol alone."""

from __future__ import annotations

from typing import Annotated

from vnadmindocs.notation.symbol import Number, parse_number, parse_symbol
from vnadmindocs.record.fields import Reads, State, TextInput, line_of


def _read(value: object) -> Number | State:
    found = value if isinstance(value, Number) else parse_number(line_of(value))
    # Dots in place of a number, and no symbol: the gap that an empty field is.
    return State.GAP if found == Number() else found


NumberField = Annotated[Number | State | None, Reads(_read, TextInput)]


def _read_symbol(value: object) -> str | State:
    return parse_symbol(line_of(value)) or State.GAP


SymbolField = Annotated[str | State | None, Reads(_read_symbol, TextInput)]

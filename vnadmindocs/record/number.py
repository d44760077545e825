"""Số: the sequence number, with or without the symbol."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainValidator

from vnadmindocs.notation.symbol import Number, parse_number
from vnadmindocs.record.fields import State, TextInput, line_of, stated


def _read(value: object) -> Number:
    return value if isinstance(value, Number) else parse_number(line_of(value))


NumberField = Annotated[
    Number | State | None, PlainValidator(stated(_read), json_schema_input_type=TextInput)
]

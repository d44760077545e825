"""Nơi nhận and Lưu: the recipients, one item each, and where the document is filed."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainValidator

from vnadmindocs.notation.recipients import Recipients, parse_recipients
from vnadmindocs.record.fields import State, TextsInput, stated, texts_of


def _read(value: object) -> Recipients:
    if isinstance(value, Recipients):
        return value
    if isinstance(value, str):
        return parse_recipients(texts_of(value)[0][0])
    return parse_recipients([text for text, _ in texts_of(value)])


RecipientsField = Annotated[
    Recipients | State | None, PlainValidator(stated(_read), json_schema_input_type=TextsInput)
]

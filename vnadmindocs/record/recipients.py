"""Nơi nhận and Lưu: the recipients, one item each, and where the document is filed."""

from __future__ import annotations

from typing import Annotated

from vnadmindocs.notation.recipients import Recipients, parse_recipients
from vnadmindocs.record.fields import Reads, State, TextsInput, texts_of


def _read(value: object) -> Recipients:
    if isinstance(value, Recipients):
        return value
    if isinstance(value, str):
        return parse_recipients(texts_of(value)[0][0])
    return parse_recipients([text for text, _ in texts_of(value)])


RecipientsField = Annotated[Recipients | State | None, Reads(_read, TextsInput)]

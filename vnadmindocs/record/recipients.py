"""Nơi nhận and Lưu: the recipients, one item each, and where the document is filed."""

from __future__ import annotations

from typing import Annotated

from vnadmindocs.notation.recipients import Recipients, parse_archive, parse_recipients
from vnadmindocs.record.fields import (
    Reads,
    State,
    TextInput,
    TextsInput,
    line_of,
    text_of,
    texts_of,
)


def _read(value: object) -> Recipients | State:
    if isinstance(value, Recipients):
        found = value
    elif isinstance(value, str):
        found = parse_recipients(text_of(value))
    else:
        found = parse_recipients([text for text, _ in texts_of(value)])
    return found if found.items else State.GAP


RecipientsField = Annotated[Recipients | State | None, Reads(_read, TextsInput)]


def _read_archive(value: object) -> str | State:
    return parse_archive(line_of(value)) or State.GAP


ArchiveField = Annotated[str | State | None, Reads(_read_archive, TextInput)]

"""The name of a field of a record as findings say it."""

from __future__ import annotations

from vnadmindocs.diagnostics import Text
from vnadmindocs.terms import field_term


def field_name(field: str) -> Text:
    """Give the name of a document's field in both languages."""
    known = field_term(field)
    return Text(vi=known.vietnamese, en=known.english)

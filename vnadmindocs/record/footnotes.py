"""Cước chú: texts by name, besides the ones written inside the body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.notation.inline import Span, parse_inline
from vnadmindocs.record.fields import TEXT_SCHEMA, Reads, State, free_names_expected, text_of


def _read(value: object) -> dict[str, tuple[Span, ...]]:
    if not isinstance(value, Mapping):
        raise UnreadableError(free_names_expected())
    return {
        str(name): text if isinstance(text, tuple) else parse_inline(text_of(text))
        for name, text in value.items()
    }


FootnotesField = Annotated[
    Mapping[str, tuple[Span, ...]] | State | None,
    Reads(_read, {"type": ["object", "null"], "additionalProperties": TEXT_SCHEMA}),
]

"""Địa danh: the place named before the date; the comma after it is the tool's."""

from __future__ import annotations

from typing import Annotated

from vnadmindocs.record.fields import Reads, State, TextInput, line_of


def _read(value: object) -> str | State:
    return line_of(value).rstrip(", ") or State.GAP


PlaceField = Annotated[str | State | None, Reads(_read, TextInput)]

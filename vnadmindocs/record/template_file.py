"""Mẫu: an office's own Word template, named by a record or by a profile."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import Annotated

from vnadmindocs.record.fields import State, TextInput, in_context, line_of
from vnadmindocs.record.folder import folder_of
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template that is there; the writer opens it."""

    written: str
    path: Path = field(compare=False)


def _read(value: object, context: object) -> TemplateFile:
    if isinstance(value, TemplateFile):
        return value
    written = line_of(value)
    return TemplateFile(written, folder_of(context).locate(written))


TemplateField = Annotated[TemplateFile | State | None, in_context(_read, TextInput)]

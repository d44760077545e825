"""Tệp: a PDF that stands as an appendix as it is, a scan or a drawing made elsewhere."""

from __future__ import annotations

import math
from dataclasses import field
from pathlib import Path
from typing import Annotated

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.record.fields import State, TextInput, in_context, line_of
from vnadmindocs.record.folder import folder_of
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A PDF that is there and can be joined.

    Attributes:
        pages: how many it has.
        width_mm, height_mm: size of its first page as it is seen.
        faults: what joining will leave out.
    """

    written: str
    path: Path = field(compare=False)
    pages: int = field(default=1, compare=False)
    width_mm: float = field(default=0.0, compare=False)
    height_mm: float = field(default=0.0, compare=False)
    faults: tuple[Fault, ...] = field(default=(), compare=False)


def read_attached_file(value: object, context: object) -> AttachedFile:
    """Look into the PDF at a path of the record.

    Raises:
        UnreadableError: it is not there (SCH030 to SCH032), or cannot be joined (see
            ``pdf_file.look_into``).
    """
    if isinstance(value, AttachedFile):
        return value
    # Few records name a PDF; only they load what opens one.
    from vnadmindocs.record.pdf_file import look_into

    written = line_of(value)
    path = folder_of(context).locate(written, largest=math.inf)
    found = look_into(path, written)
    return AttachedFile(written, path, found.pages, found.width_mm, found.height_mm, found.faults)


AttachedFileField = Annotated[
    AttachedFile | State | None, in_context(read_attached_file, TextInput)
]

"""Giấy nghỉ phép: who is on leave, from when until when, where and of what kind (PL3·1.10)."""

from __future__ import annotations

from typing import Annotated

from vnadmindocs.law.wording import wording
from vnadmindocs.record.date import DateField
from vnadmindocs.record.document_type import TypeField, type_name
from vnadmindocs.record.fields import Line, Lines, Reads, State, TextInput, choice_reader, line_of
from vnadmindocs.record.form_document import FormDocument


def _read_duration(value: object) -> str:
    """Read how long; a bare number is one of days."""
    words = line_of(value)
    return wording("period.days").format(count=words.zfill(2)) if words.isdigit() else words


class LeavePermit(FormDocument):
    """A leave permit; it has no trích yếu.

    Attributes:
        duration: as printed; a bare number is printed with ``ngày``.
    """

    vocabulary = "leave_permit"

    type: TypeField = type_name("giấy nghỉ phép")
    applied: DateField = None
    person: Lines = None
    post: Lines = None
    duration: Annotated[str | State | None, Reads(_read_duration, TextInput)] = None
    first_day: DateField = None
    last_day: DateField = None
    stay: Line = None
    kind: Line = None
    certification: Annotated[
        str | State | None, Reads(choice_reader("leave_permit", "certification"), TextInput)
    ] = None

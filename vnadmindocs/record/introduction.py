"""Giấy giới thiệu: who is sent where, on what business, until when it is valid (PL3·1.8)."""

from __future__ import annotations

from vnadmindocs.record.date import DateField
from vnadmindocs.record.document_type import TypeField, type_name
from vnadmindocs.record.fields import Lines
from vnadmindocs.record.form_document import FormDocument


class Introduction(FormDocument):
    """A letter of introduction; it has no trích yếu."""

    vocabulary = "introduction"

    type: TypeField = type_name("giấy giới thiệu")
    person: Lines = None
    post: Lines = None
    destination: Lines = None
    purpose: Lines = None
    request: Lines = None
    validity: DateField = None

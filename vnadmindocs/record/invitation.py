"""Giấy mời: who is invited to what, when and where (PL3·1.7)."""

from __future__ import annotations

from vnadmindocs.record.document_type import TypeField, type_name
from vnadmindocs.record.fields import Lines
from vnadmindocs.record.form_document import FormDocument, ListField, MomentField


class Invitation(FormDocument):
    """An invitation; its body holds what the guests should note."""

    vocabulary = "invitation"

    type: TypeField = type_name("giấy mời")
    guests: ListField = None
    event: Lines = None
    chair: Lines = None
    time: MomentField = None
    venue: Lines = None

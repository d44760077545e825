"""Kế hoạch: a document with a type name and a free body (PL3·1.4)."""

from __future__ import annotations

from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import TypeField, type_name
from vnadmindocs.record.fields import Lines


class Plan(Document):
    """A plan; it always has a subject."""

    type: TypeField = type_name("kế hoạch")
    subject: Lines

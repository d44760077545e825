"""Quyết định: grounds, the line QUYẾT ĐỊNH:, articles (PL3·1.2, PL3·1.3)."""

from __future__ import annotations

from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import TypeField, type_name
from vnadmindocs.record.fields import Lines


class Decision(Document):
    """A decision; it always has a subject."""

    type: TypeField = type_name("quyết định")
    subject: Lines

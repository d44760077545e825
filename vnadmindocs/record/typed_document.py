"""Every other type of Điều 7, through the general form of a document with a type name (PL3·1.4)."""

from __future__ import annotations

from vnadmindocs.record.document import Document


class TypedDocument(Document):
    """A document of any type of Điều 7 that has no model of its own."""

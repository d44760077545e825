"""Thư công: a leader's letter, with a greeting and without number or Nơi nhận."""

from __future__ import annotations

from vnadmindocs.record.body import BodyField
from vnadmindocs.record.document_type import TypeField, type_name
from vnadmindocs.record.fields import Lines
from vnadmindocs.record.form_document import FormDocument


class PublicLetter(FormDocument):
    """A letter of courtesy; the decree has no form for it."""

    vocabulary = "public_letter"

    type: TypeField = type_name("thư công")
    body: BodyField
    salutation: Lines = None

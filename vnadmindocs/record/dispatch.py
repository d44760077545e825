"""Công văn: no type name, V/v under the number, Kính gửi (PL3·1.5)."""

from __future__ import annotations

from vnadmindocs.record.addressees import AddresseesField
from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import TypeField, type_name
from vnadmindocs.record.fields import Lines


class Dispatch(Document):
    """An official letter; it always has a subject and addressees (PL1·P1·II.5.b, II.9.b)."""

    type: TypeField = type_name("công văn")
    subject: Lines
    addressees: AddresseesField

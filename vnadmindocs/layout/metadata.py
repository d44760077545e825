"""Core properties of the file, all from the record."""

from __future__ import annotations

from collections.abc import Sequence

from vnadmindocs.layout.shape import Metadata
from vnadmindocs.layout.subject import without_prefix
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.symbol import Number, print_number
from vnadmindocs.record.document import Document
from vnadmindocs.record.issuer import Issuer
from vnadmindocs.record.printed_number import number_of


def metadata_of(record: Document, issuers: Sequence[Issuer]) -> Metadata:
    """Give title, author and date; the number only where it is known."""
    subject = record.subject if isinstance(record.subject, str) else ""
    about = without_prefix(" ".join(subject.split()))
    law = record.type.law
    name = law.name.vi if law is not None else record.type.words
    identifier = ""
    if isinstance(record.number, Number) and record.number.number:
        identifier = print_number(number_of(record, issuers), label=False)
    lead = issuers[0] if issuers else None
    author = ""
    if lead is not None:
        full_name = lead.agency.full_name
        author = full_name if isinstance(full_name, str) else lead.printed_name
    return Metadata(
        title=about or name,
        author=author,
        subject=name,
        identifier=identifier,
        date=record.date.iso if isinstance(record.date, PartialDate) else "",
    )

"""Core properties of the file, all from the record."""

from __future__ import annotations

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.number import number_of
from vnadmindocs.layout.part_context import issuers_of
from vnadmindocs.layout.shape import Metadata
from vnadmindocs.layout.subject import without_prefix
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.record.document import Document


def metadata_of(record: Document) -> Metadata:
    """Give title, author and date; the number only where it is known."""
    subject = record.subject if isinstance(record.subject, str) else ""
    about = without_prefix(" ".join(subject.split()))
    law = record.type.law
    name = law.name.vi if law is not None else record.type.words
    number = number_of(record)
    identifier = (
        f"{number.number}{wording('number.separator')}{number.symbol}"
        if number.number and number.symbol
        else number.number
    )
    lead = next(iter(issuers_of(record)), None)
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

"""What each of the 29 types has, in the words of a record: for the list of types and its page.

DocumentType + the lines of its form -> ``TypeSummary``, names of fields as the glossary has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnadmindocs.diagnostics import Text
from vnadmindocs.law.document_types import DocumentType, document_types
from vnadmindocs.law.forms import forms
from vnadmindocs.law.wording import wording
from vnadmindocs.terms import field_term
from vnadmindocs.terms import forms as form_terms
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class TypeSummary:
    """One type of document.

    Attributes:
        prints: English names of the fields it prints, in the order of the page.
        requires: English names of the fields that must be written; of a form whose lines may be
            written out in the body, the fields that are asked for there or here.
        fields: English names of the fields that only its form has.
        enacting: ``QUYẾT ĐỊNH:`` or ``QUYẾT NGHỊ:``; "" for none.
        recipients: what Nơi nhận says where none is written, one a line.
        signers: who signs: ``one``, ``meeting`` or ``parties``.
    """

    kind: DocumentType
    prints: tuple[str, ...]
    requires: tuple[str, ...]
    fields: tuple[str, ...]
    enacting: str
    recipients: tuple[str, ...]
    signers: str


def type_summaries() -> tuple[TypeSummary, ...]:
    """Give all 29 in the order of Điều 7."""
    return tuple(_summary(kind) for kind in document_types())


def field_names(fields: Iterable[str]) -> Text:
    """Name fields in a row, in both languages."""
    found = [field_term(field) for field in fields]
    return Text(
        vi=", ".join(each.vietnamese for each in found),
        en=", ".join(each.english for each in found),
    )


def _summary(kind: DocumentType) -> TypeSummary:
    own = tuple(term.english for term in form_terms()[kind.fields]) if kind.fields else ()
    return TypeSummary(
        kind=kind,
        prints=tuple(_prints(kind)),
        requires=tuple(_requires(kind)),
        fields=own,
        enacting=kind.decision_word,
        recipients=tuple(_recipients(kind)),
        signers=kind.signature,
    )


def _prints(kind: DocumentType) -> Iterator[str]:
    yield "agency"
    if kind.has_number:
        yield "number"
    if kind.place_date:
        yield from ("place", "date")
    if kind.subject != "none":
        yield "subject"
    if kind.addressees != "none":
        yield "addressees"
    if kind.issuing_authority or kind.receivers_line:
        yield "issuing_authority"
    yield "body"
    if kind.has_recipients:
        yield "recipients"
    yield "signature"


def _requires(kind: DocumentType) -> Iterator[str]:
    yield "agency"
    if kind.subject == "required":
        yield "subject"
    if kind.addressees == "required":
        yield "addressees"
    if kind.body_required:
        yield "body"
    if kind.fields:
        yield from (line.of for line in forms()[kind.fields] if line.asked)


def _recipients(kind: DocumentType) -> Iterator[str]:
    if kind.first_recipient.startswith(wording("recipients.as_article").partition(" {")[0]):
        yield f"{kind.first_recipient} …"
    elif kind.first_recipient:
        yield kind.first_recipient
    if kind.has_recipients:
        yield f"{wording('recipients.archive')} {kind.archive}"

"""What the elements of one part share while they are laid out."""

from __future__ import annotations

from dataclasses import field

from vnadmindocs.law.attached_texts import is_list_name
from vnadmindocs.layout.footnote_numbers import FootnoteNumbers
from vnadmindocs.layout.shape import NarrowColumn
from vnadmindocs.layout.sheet import Sheet
from vnadmindocs.layout.tables import Measured
from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import APPENDIX, FORM
from vnadmindocs.record.issuer import Issuer
from vnadmindocs.values import dataclass


@dataclass(slots=True)
class PartContext:
    """One record on its sheet, and the notes taken on the way.

    Attributes:
        main: the record of the main document; an appendix refers to it.
        parent: the record an appendix stands in; None for the main document.
        path: field path of the record, such as ``appendices/0``; "" for the main document.
        footnotes: numbers given so far, shared by all parts.
        defaults: field paths whose default was used, shared by all parts.
        narrow: columns of tables too narrow for their words, shared by all parts.
        measured: what is known of tables of the part so far, by their ``id``.
        issuers: the issuing bodies, lead first; those of the main document for «như trên» and in
            the head of a text that it issues.
    """

    record: Document
    sheet: Sheet
    main: Document
    path: str = ""
    footnotes: FootnoteNumbers = field(default_factory=FootnoteNumbers)
    defaults: list[str] = field(default_factory=list)
    parent: Document | None = None
    narrow: list[NarrowColumn] = field(default_factory=list)
    measured: Measured = field(default_factory=dict)
    issuers: tuple[Issuer, ...] = field(init=False)

    def __post_init__(self) -> None:
        if self.parent is not None and self.record.agency is None and self.is_issued:
            self.used_default("agency")
            self.issuers = issuers_of(self.main)
        else:
            self.issuers = issuers_of(self.record, self.main)

    @property
    def is_issued(self) -> bool:
        """Whether this is a text that a quyết định or nghị quyết issues or approves (PL3·1.3)."""
        law, kind = self.main.type.law, self.record.type
        return (
            self.parent is self.main
            and law is not None
            and bool(law.decision_word)
            and kind not in (APPENDIX, FORM)
            and (kind.law is not None or not is_list_name(kind.words))
        )

    def used_default(self, name: str) -> None:
        """Note that a field's default was used."""
        self.defaults.append(f"{self.path}/{name}" if self.path else name)


def issuers_of(record: Document, main: Document | None = None) -> tuple[Issuer, ...]:
    """Give the issuing bodies of a record, ``như trên`` resolved; () when none is written."""
    agency = record.agency
    if not isinstance(agency, tuple):
        return ()
    if main is not None and main is not record and any(issuer.same for issuer in agency):
        above = issuers_of(main)
        return tuple(
            resolved for issuer in agency for resolved in (above if issuer.same else (issuer,))
        )
    return agency

"""Citations of other texts, printed from their fields (Phụ lục I, Phần I, Mục II, khoản 6)."""

from __future__ import annotations

from dataclasses import field

from vnadmindocs.language.text import capitalized, fold
from vnadmindocs.notation.date import PartialDate, print_date
from vnadmindocs.notation.symbol import Number, parse_number
from vnadmindocs.values import dataclass

# Texts that are cited by their name, without number and without issuing body.
_CITED_BY_NAME = ("luat", "bo_luat", "phap_lenh", "hien_phap")


@dataclass(frozen=True, slots=True)
class Citation:
    """The fields of a text cited.

    Attributes:
        type: type of the text, such as ``Nghị định``.
        number: full number (``45/2012/NĐ-CP``), or the number alone beside ``symbol``.
        symbol: symbol, when it is not in ``number``.
        issuer: the issuing body, such as ``Chính phủ``.
        subject: trích yếu in the words to print (``về khuyến công``); of a law, its name.
        note: words printed after it all, such as ``(được sửa đổi, bổ sung năm 2025)``.
    """

    type: str
    number: str = ""
    symbol: str = ""
    date: PartialDate = field(default_factory=PartialDate)
    issuer: str = ""
    subject: str = ""
    note: str = ""

    @property
    def cited_by_name(self) -> bool:
        """Whether it is a law or an ordinance, cited without number and issuing body."""
        return fold(self.type) in _CITED_BY_NAME

    @property
    def full_number(self) -> str:
        """The number with its symbol, such as ``45/2012/NĐ-CP``; "" when there is none."""
        if not self.symbol:
            return self.number
        return f"{self.number}/{self.symbol.lstrip('/')}" if self.number else ""

    @property
    def reading(self) -> Number | None:
        """The number read into its parts; None when there is none."""
        return parse_number(self.full_number) if self.full_number else None


def print_citation(citation: Citation, *, first: bool = True, basis: bool = False) -> str:
    """Print a citation.

    Args:
        citation: the fields of the text cited.
        first: the first time a text is cited it is named in full; later by type and number.
        basis: among the grounds of a document a law is followed by its date; in the body it is
            cited by type and name alone.
    """
    if citation.cited_by_name:
        pieces = [capitalized(citation.type), citation.subject]
        if basis and first and citation.date != PartialDate():
            pieces.append(print_date(citation.date))
    else:
        pieces = [capitalized(citation.type)]
        if citation.full_number:
            pieces.append(f"số {citation.full_number}")
        if first or not citation.full_number:
            if citation.date != PartialDate():
                pieces.append(print_date(citation.date))
            if citation.issuer:
                pieces.append(f"của {citation.issuer}")
            pieces.append(citation.subject)
    if first:
        pieces.append(citation.note)
    return " ".join(piece for piece in pieces if piece)

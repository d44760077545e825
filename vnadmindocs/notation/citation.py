"""Citations of other texts: their fields, how they print, and the doors to reading them.

Print: Phụ lục I, Phần I, Mục II, khoản 6. Reading is in ``citation_reading`` (loaded when first
asked for): ``parse_citation`` is the inverse of ``print_citation`` on the fields printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache

from vnadmindocs.language.text import capitalized, fold
from vnadmindocs.notation.date import PartialDate, print_date
from vnadmindocs.notation.locators import Locator, LocatorStep, print_locators
from vnadmindocs.notation.symbol import Number, parse_number
from vnadmindocs.values import dataclass

# Texts that are cited by their name, without number and without issuing body.
_CITED_BY_NAME = ("luat", "bo_luat", "phap_lenh", "hien_phap")


@dataclass(frozen=True, slots=True)
class Citation:
    """The fields of a text cited.

    Attributes:
        type: type of the text, such as ``Nghị định``.
        number: full number (``45/2012/NĐ-CP``, ``399-QĐ/TW``), or the number alone beside
            ``symbol``; one that begins with the stroke (``/QĐ-UBND``) is left for the pen.
        symbol: symbol, when it is not in ``number``.
        date: day of issue; a year alone is printed ``năm 2019``.
        issuer: the issuing body, such as ``Chính phủ``.
        issuer_note: a note in brackets after the body, ``(trước hợp nhất)``.
        subject: trích yếu in the words to print (``về khuyến công``); of a law, its name.
        note: words printed after it, such as ``(được sửa đổi, bổ sung năm 2025)``.
        locators: places in the text that are meant, each from the smallest step to the largest:
            ``điểm a khoản 2 Điều 103``.
        amended_by: the texts that amended it, in the order written.
        partly: whether the amendment is of ``một số điều``.
    """

    type: str
    number: str = ""
    symbol: str = ""
    date: PartialDate = field(default_factory=PartialDate)
    issuer: str = ""
    subject: str = ""
    note: str = ""
    issuer_note: str = ""
    locators: tuple[Locator, ...] = ()
    amended_by: tuple[Citation, ...] = ()
    partly: bool = False

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
        """The number read into its parts; None when there is none.

        The stroke after the number of a Party text is a hyphen: ``399-QĐ/TW`` is number 399,
        symbol ``QĐ/TW``.
        """
        number = self.full_number
        if not number:
            return None
        digits, hyphen, rest = number.partition("-")
        if hyphen and digits[:1].isdigit() and "/" not in digits:
            return Number(digits, rest)
        return parse_number(number)

    @property
    def locator(self) -> Locator:
        """The first place meant; empty when it is the whole text."""
        return self.locators[0] if self.locators else ()


@dataclass(frozen=True, slots=True)
class Found:
    """A citation found in a text, with its places in it (code points).

    Where a number and a date stand is certain; where a subject or an issuing body ends in running
    text is not.

    Attributes:
        citation: the fields as understood.
        start: where it begins, places inside the text cited (``khoản 2 Điều 5``) included.
        end: where its longest sensible reading ends.
        certain_end: where the part that is certain ends: number and date, or the name of a law.
        spans: where each part stands: ``locators``, ``type``, ``number_label`` (the word số),
            ``number``, ``date``, ``of`` (the word của), ``issuer``, ``issuer_note``, ``subject``,
            ``amended_by``, ``note``. A date that has a place and no value in the citation is no
            date of the calendar.
        nested: whether it stands inside the subject or the amendments of one before it.
    """

    citation: Citation
    start: int
    end: int
    certain_end: int
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False)
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground (căn cứ) as understood.

    Attributes:
        opening: the opening written, such as ``Căn cứ`` or ``Xét``; "" when there is none.
        found: the texts it cites, one after the other, with their places in the words; those
            cited inside another's subject are left out.
        rest: the words that are part of no citation, such as ``của Sở Công Thương tại``.
    """

    opening: str
    found: tuple[Found, ...]
    rest: str = ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The texts it cites."""
        return tuple(found.citation for found in self.found)


def print_citation(citation: Citation, *, first: bool = True, basis: bool = False) -> str:
    """Print a citation.

    Args:
        citation: the fields of the text cited.
        first: the first time a text is cited it is named in full; later by type and number.
        basis: among the grounds of a document a law is followed by its date; in the body it is
            cited by type and name alone.
    """
    pieces = [print_locators(citation.locators), capitalized(citation.type)]
    if citation.cited_by_name and (citation.subject or not citation.full_number):
        pieces.append(citation.subject)
        if first and (basis or not citation.subject):
            pieces.append(_printed_date(citation.date))
    else:
        if citation.full_number:
            pieces.append(f"số {citation.full_number}")
        if first or not citation.full_number:
            pieces.append(_printed_date(citation.date))
            if citation.issuer:
                pieces += [f"của {citation.issuer}", citation.issuer_note]
            pieces.append(citation.subject)
    if first:
        pieces += [citation.note, _printed_amendments(citation)]
    return " ".join(piece for piece in pieces if piece)


def decree_form(citation: Citation) -> str:
    """Word a citation as the decree asks among the grounds (PL1·P1·II.6.a)."""
    return print_citation(citation, basis=True)


def parse_citation(text: str) -> Citation | None:
    """Read a text that is one citation and nothing else; None when it is none."""
    from vnadmindocs.notation.citation_reading import read_citation

    return read_citation(text)


def find_citations(text: str) -> tuple[Found, ...]:
    """Find the citations in running text, left to right, in time linear in its length.

    Those inside the subject of another are given too, after it, as ``nested``.
    """
    from vnadmindocs.notation.citation_reading import search_citations

    return search_citations(text)


@lru_cache(maxsize=4096)
def parse_ground(words: str) -> Ground:
    """Read a ground as printed, with or without its opening and its closing mark.

    Kept: every rule that judges grounds asks for the same ones.
    """
    from vnadmindocs.notation.citation_reading import read_ground

    return read_ground(words)


def _printed_date(date: PartialDate) -> str:
    if date == PartialDate():
        return ""
    if date.day is None and date.month is None:
        return f"năm {date.year}"
    return print_date(date)


def _printed_amendments(citation: Citation) -> str:
    if not citation.amended_by:
        return ""
    texts = [print_citation(each, basis=True) for each in citation.amended_by]
    words = f"{', '.join(texts[:-1])} và {texts[-1]}" if len(texts) > 1 else texts[0]
    some = " một số điều" if citation.partly else ""
    return f"được sửa đổi, bổ sung{some} bởi {words}"


__all__ = [
    "Citation",
    "Found",
    "Ground",
    "Locator",
    "LocatorStep",
    "decree_form",
    "find_citations",
    "parse_citation",
    "parse_ground",
    "print_citation",
]

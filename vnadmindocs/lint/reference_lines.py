"""The line «(Kèm theo …)» of an appendix held against the document it stands under."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnadmindocs.language.text import fold
from vnadmindocs.law.issuers import full_name
from vnadmindocs.law.wording import wording
from vnadmindocs.notation.date import PartialDate, source_date
from vnadmindocs.notation.reference_line import ReferenceLine
from vnadmindocs.pattern import pattern
from vnadmindocs.record.document import Document
from vnadmindocs.record.fields import State
from vnadmindocs.record.issuer import Issuer
from vnadmindocs.record.printed_number import number_of

_WORD = pattern(r"[^\W_]+")
# Short names of words, as lines name bodies.
_SHORT = {"ubnd": "uy_ban_nhan_dan", "hdnd": "hoi_dong_nhan_dan", "tp": "thanh_pho"}


def disagreements(line: ReferenceLine, record: Document) -> Iterator[tuple[str, str, str]]:
    """Give each part in which a line is not of a document: what it says, and what it should."""
    issuers = record.agency if isinstance(record.agency, tuple) else ()
    names = [record.type.words, *([record.type.law.name.vi] if record.type.law else [])]
    names += [record.title] if isinstance(record.title, str) else []
    kinds = {fold(each) for each in (*names, wording("appendix.reference_type"))}
    if fold(line.type) not in kinds:
        yield "type", line.type, names[0]
    if record.number is not State.OMITTED:
        yield from _of_number(line, record, issuers)
    own = record.date
    if line.date is not None and isinstance(own, PartialDate) and _differ(line.date, own):
        yield "date", source_date(line.date), source_date(own)
    bodies = [_name(issuer) for issuer in issuers]
    known = bool(bodies) and all(bodies)
    if line.issuer and known and not any(_alike(line.issuer, each) for each in bodies):
        yield "issuer", line.issuer, ", ".join(bodies)


def _of_number(
    line: ReferenceLine, record: Document, issuers: Sequence[Issuer]
) -> Iterator[tuple[str, str, str]]:
    number = number_of(record, issuers)
    if line.number and number.number and line.number.lstrip("0") != number.number.lstrip("0"):
        yield "number", line.number, number.number
    known = number.symbol and wording("number.gap") not in number.symbol
    if line.symbol and known and line.symbol != number.symbol:
        yield "symbol", line.symbol, number.symbol


def _differ(one: PartialDate, other: PartialDate) -> bool:
    pairs = (one.day, other.day), (one.month, other.month), (one.year, other.year)
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


def _name(issuer: Issuer) -> str:
    name = issuer.agency.full_name
    return name if isinstance(name, str) else full_name(issuer.printed_name) or issuer.printed_name


def _alike(written: str, name: str) -> bool:
    """Tell whether two names may be of one body: all words of the shorter are in the longer.

    What stands before the body, as in ``Giám đốc Sở Nội vụ``, is the one who signs.
    """
    own = _words(name)
    said = _words(written)
    while said and said[0] not in own:
        del said[0]
    if not said:
        return False
    one, other = sorted((said, own), key=len)
    rest = iter(other)
    return all(word in rest for word in one)


def _words(name: str) -> list[str]:
    found = []
    for word in _WORD.findall(fold(name)):
        found += _SHORT.get(word, word).split("_")
    return found

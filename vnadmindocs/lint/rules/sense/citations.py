"""Rules of sense on one citation, in a ground as in running text."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import fold
from vnadmindocs.law.issuers import propose_abbreviation
from vnadmindocs.law.organs import Organ, find_organ
from vnadmindocs.law.text_types import TextType, find_text_type, text_types
from vnadmindocs.lint.mentioned import Citing, Reading, cites, reading_of
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.citation import Citation
from vnadmindocs.notation.citation_symbol import NumberParts, number_parts
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.symbol import Number, compose_symbol
from vnadmindocs.pattern import pattern
from vnadmindocs.record.document import Document
from vnadmindocs.record.issuer import Issuer

_READ = ("legal_bases", "proposal", "body")
_DIGITS = pattern(r"\d+")
_LONG_YEAR = 4


def _cites_anywhere(record: Document) -> bool:
    return cites(record) or any(Reading(appendix).cites for _, appendix in _undated(record))


def _undated(record: Document) -> Iterator[tuple[tuple[str | int, ...], Document]]:
    """Give the appendices that have no date of their own, and theirs."""
    appendices = record.appendices if isinstance(record.appendices, tuple) else ()
    for index, appendix in enumerate(appendices):
        if not isinstance(appendix.date, PartialDate):
            yield ("appendices", index), appendix
            for path, inner in _undated(appendix):
                yield ("appendices", index, *path), inner


@rule("CIT060", needs=_READ, where=cites)
def symbol_of_another_type(record: Document) -> Iterator[Fault]:
    """Find a number whose letters are those of another type: ``Nghị định số 12/QĐ-TTg``."""
    for citing, parts in _numbered(record):
        kind = find_text_type(citing.citation.type)
        other = _other_type(kind, parts.type_letters) if kind is not None else None
        if kind is not None and other is not None:
            letters = kind.abbreviations[0] if kind.abbreviations else ""
            facts = {
                "found": parts.type_letters,
                "type": kind.name,
                "other": other.name,
                "expected": Text(
                    vi=f"«{letters}»" if letters else "không có chữ viết tắt tên loại",
                    en=f"«{letters}»" if letters else "no letters of a type",
                ),
            }
            yield citing.fault("CIT060", facts, "number")


@rule("CIT061", needs=_READ, where=cites)
def symbol_of_another_body(record: Document) -> Iterator[Fault]:
    """Find a number whose body is not the one named: ``TT-BCT`` of the Minister of Finance."""
    from vnadmindocs.notation.issuing_organs import organs_named

    for citing, parts in _numbered(record):
        in_symbol = [find_organ(letters) for letters in parts.organs]
        if not in_symbol or in_symbol[0] is None or not citing.citation.issuer:
            continue
        named = organs_named(citing.citation.issuer)
        if not named:
            continue
        if not {organ.letters for organ in named} & {organ.letters for organ in in_symbol if organ}:
            facts = {
                "found": parts.organs[0],
                "organ": _in_words(in_symbol[0]),
                "issuer": citing.citation.issuer,
            }
            yield citing.fault("CIT061", facts, "issuer")


@rule("CIT062", needs=_READ, where=cites)
def year_is_not_that_of_the_date(record: Document) -> Iterator[Fault]:
    """Find a year in a number that is not the year of the date beside it."""
    for citing, parts in _numbered(record):
        year = citing.citation.date.year
        if len(parts.year) == _LONG_YEAR and year is not None and int(parts.year) != year:
            facts = {"number": citing.citation.full_number, "found": parts.year, "year": year}
            yield citing.fault("CIT062", facts, "date")


@rule("CIT063", needs=_READ, where=cites)
def cited_day_does_not_exist(record: Document) -> Iterator[Fault]:
    """Find a date that no calendar has: ``31/4/2025``."""
    for citing in _all(record):
        if citing.citation.date == PartialDate():
            words = citing.words("date")
            # Dots in place of day and month are left for the pen.
            if len(_DIGITS.findall(words)) > 1:
                yield citing.fault("CIT063", {"found": words}, "date")


@rule("CIT064", needs=(*_READ, "date", "appendices"), where=_cites_anywhere)
def cited_text_is_younger(record: Document) -> Iterator[Fault]:
    """Find a cited text whose day comes after the document, however its gaps are filled.

    An appendix without a date has that of its document.
    """
    if not isinstance(record.date, PartialDate):
        return
    yield from _younger(_all(record), record.date)
    for path, appendix in _undated(record):
        for fault in _younger(Reading(appendix).every, record.date):
            yield fault.under(*path)


@rule("CIT065", needs=_READ, where=cites)
def word_so_is_missing(record: Document) -> Iterator[Fault]:
    """Find a number without «số» before it: ``Kế hoạch 302/KH-UBND``."""
    lacking = [each for each in _all(record) if "number_label" not in each.found.spans]
    if not lacking:
        return
    short = {each.name for each in reading_of(record).mentions.definitions}
    for citing in lacking:
        spans = citing.found.spans
        if "number" not in spans or "type" not in spans:
            continue
        kind, number = citing.words("type"), citing.words("number")
        if f"{kind} {number}" not in short:
            facts = {"found": f"{kind} {number}", "type": kind, "number": number}
            yield citing.fault("CIT065", facts, "type", "number")


@rule("CIT066", needs=(*_READ, "number", "symbol", "date", "agency"), where=cites)
def document_cites_itself(record: Document) -> Iterator[Fault]:
    """Find a citation of the very document: type, number and symbol are its own."""
    number = record.number
    if not isinstance(number, Number) or not number.number:
        return
    for citing, parts in _numbered(record):
        if (
            parts.number.lstrip("0") == number.number.lstrip("0")
            and _own_symbol(record, number) == _symbol(citing)
            and _same_type(record, citing)
            and not _differ(record.date, citing.citation.date)
        ):
            facts = {"found": f"{citing.words('type')} số {citing.citation.full_number}"}
            yield citing.fault("CIT066", facts, "type", "number")


def _younger(cited: Iterable[Citing], date: PartialDate) -> Iterator[Fault]:
    latest = _latest(date)
    if latest is None:
        return
    for citing in cited:
        earliest = _earliest(citing.citation)
        if earliest is not None and earliest > latest:
            dated = citing.words("date") or citing.citation.full_number
            part = "date" if citing.words("date") else "number"
            yield citing.fault("CIT064", {"found": dated, "date": _short(date)}, part)


def _all(record: Document) -> tuple[Citing, ...]:
    return reading_of(record).every


def _numbered(record: Document) -> tuple[tuple[Citing, NumberParts], ...]:
    return reading_of(record).numbered


def _other_type(kind: TextType, letters: str) -> TextType | None:
    """Tell of which other type the letters are; None when they may be of this one."""
    if not letters or kind.any_abbreviation or kind.no_abbreviation:
        return None
    # «CT» for «CTr», «NQLT» for «NQ»: another spelling, not another type.
    written = letters.casefold()
    for own in kind.abbreviations:
        if written.startswith(own.casefold()) or own.casefold().startswith(written):
            return None
    return next((other for other in text_types().values() if letters in other.abbreviations), None)


def _in_words(organ: Organ) -> Text:
    # A committee and its chair both issue under its letters.
    head = "" if organ.kind == "local" else organ.head
    return Text(vi=head or organ.name.vi, en=organ.name.en)


def _latest(date: PartialDate) -> datetime.date | None:
    """Give the last day a date with gaps may mean."""
    if date.year is None:
        return None
    if date.month is None:
        return datetime.date(date.year, 12, 31)
    if date.day is not None:
        return datetime.date(date.year, date.month, date.day)
    following = datetime.date(date.year, date.month, 28) + datetime.timedelta(days=4)
    return following.replace(day=1) - datetime.timedelta(days=1)


def _earliest(citation: Citation) -> datetime.date | None:
    """Give the first day the date of a cited text may mean, or else the year in its number."""
    date = citation.date
    if date.year is not None:
        month = date.month or 1
        return datetime.date(date.year, month, date.day if date.day and date.month else 1)
    parts = number_parts(citation) if citation.number else None
    if parts is None or len(parts.year) != _LONG_YEAR:
        return None
    return datetime.date(int(parts.year), 1, 1)


def _short(date: PartialDate) -> str:
    parts = (date.day, date.month, date.year)
    return "/".join(str(part) for part in parts if part is not None)


def _symbol(citing: Citing) -> str:
    reading = citing.citation.reading
    return reading.symbol if reading is not None else ""


def _own_symbol(record: Document, number: Number) -> str:
    if number.symbol:
        return number.symbol
    if isinstance(record.symbol, str):
        return record.symbol
    issuers = record.agency if isinstance(record.agency, tuple) else ()
    letters = [_letters(issuer) for issuer in issuers if isinstance(issuer, Issuer)]
    law = record.type.law
    if law is None or not all(letters) or law.unit_in_symbol:
        return ""
    return compose_symbol(law.abbreviation, letters)


def _letters(issuer: Issuer) -> str:
    agency = issuer.agency
    if isinstance(agency.abbreviation, str):
        return agency.abbreviation
    name = agency.full_name if isinstance(agency.full_name, str) else issuer.printed_name
    return (propose_abbreviation(name) or "") if name else ""


def _same_type(record: Document, citing: Citing) -> bool:
    kind = find_text_type(citing.citation.type)
    law = record.type.law
    return kind is not None and law is not None and fold(kind.name.vi) == fold(law.name.vi)


def _differ(own: object, cited: PartialDate) -> bool:
    if not isinstance(own, PartialDate):
        return False
    pairs = ((own.year, cited.year), (own.month, cited.month), (own.day, cited.day))
    return any(one is not None and other is not None and one != other for one, other in pairs)

"""Rules that compare what a record cites with the register of legal texts.

Judged at the date of the document, never at today's: without a date nothing is said about force,
with gaps in the date only what is so on every day it may be. An appendix without a date has that
of its document.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import fold
from vnadmindocs.lint.mentioned import Citing, Reading, reading_of
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.citation import Citation, decree_form
from vnadmindocs.notation.citation_symbol import normative_rank
from vnadmindocs.notation.date import PartialDate, print_date, source_date
from vnadmindocs.notation.issuing_organs import organs_named
from vnadmindocs.pattern import pattern
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.fields import nearest
from vnadmindocs.record.register import names_register, register_of
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.law.register import LegalText, Register

_NEEDS = ("agency", "register", "date", "legal_bases", "proposal", "body")
_CURRENT = Text(vi="văn bản đang có hiệu lực", en="the text in force")
# Where a sentence speaks of what was, an old text is meant.
_OF_OLD = pattern(
    r"thay thế|thay cho|bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực|trước đây|chấm dứt|đã được|trước ngày|"
    r"giai đoạn|chuyển tiếp|ngưng|cũ\b",
    2,
)
_BEFORE, _AFTER = 240, 160
# Entries whose words nobody has compared with the text itself: they correct no one's subject.
_NOT_COMPARED = ("obs", "mem")
_NUMBER_YEAR = pattern(r"/(\d{4})/")
_AMENDED = ("sua_doi", "hop_nhat", "bo_sung")


@dataclass(frozen=True, slots=True)
class _Judged:
    """What a record is judged by, and what it cites with the text each means."""

    first: datetime.date | None
    last: datetime.date | None
    register: Register
    grounds: tuple[tuple[Citing, LegalText | None], ...]
    body: tuple[tuple[Citing, LegalText | None], ...]

    @property
    def every(self) -> tuple[tuple[Citing, LegalText | None], ...]:
        return self.grounds + self.body

    def current(self, text: LegalText) -> tuple[LegalText, ...]:
        """What stands in the place of a text on the first day the document may have."""
        return self.register.last_successors(text, self.first) if self.first else ()


def _known_cited(record: Document) -> bool:
    """Tell whether a record or an appendix cites a text that the register has."""
    return any(text is not None for judged, _ in _judged(record) for _, text in judged.every)


def _all_must_be_known(record: Document) -> bool:
    return any(judged.register.complete for judged, _ in _judged(record))


@rule("CIT020", needs=_NEEDS, where=_known_cited)
def ground_out_of_force(record: Document) -> Iterator[Fault]:
    """Find a ground that has been replaced or repealed at the date of the document."""
    for judged, path in _judged(record):
        for citing, text, end in _ended(judged, judged.grounds):
            facts = {
                "found": _short(citing.citation),
                "day": _day(end),
                "instead": _instead(judged.current(text)),
            }
            yield citing.fault("CIT020", facts).under(*path)


@rule("CIT021", needs=_NEEDS, where=_known_cited)
def mention_out_of_force(record: Document) -> Iterator[Fault]:
    """Find a text in the body that is out of force, where nothing says that it is meant."""
    for judged, path in _judged(record):
        seen = {text.key for _, text, _ in _ended(judged, judged.grounds)}
        for citing, text, end in _ended(judged, judged.body):
            if text.key in seen or _speaks_of_old(citing):
                continue
            seen.add(text.key)
            facts = {
                "found": _short(citing.citation),
                "day": _day(end),
                "instead": _instead(judged.current(text)),
            }
            yield citing.fault("CIT021", facts, "type", "number").under(*path)


@rule("CIT022", needs=_NEEDS, where=_known_cited)
def ground_amended_since(record: Document) -> Iterator[Fault]:
    """Find a ground that was amended before the date of the document, and does not say so."""
    for judged, path in _judged(record):
        if judged.first is None:
            continue
        cited = {text.key for _, text in judged.every if text is not None}
        for citing, text in judged.grounds:
            if text is None or citing.found.nested or _is_over(judged, text):
                continue
            every = judged.register.amendments(text, judged.first)
            missing = [each for each in every if each.key not in cited]
            if not missing or _notes_amendment(citing.citation):
                continue
            facts = {
                "found": _short(citing.citation),
                "by": ", ".join(each.name for each in missing),
                "expected": decree_form(_amended(citing.citation, text, every)),
            }
            yield citing.fault("CIT022", facts).under(*path)


@rule("CIT023", needs=_NEEDS, where=_known_cited)
def ground_not_yet_in_force(record: Document) -> Iterator[Fault]:
    """Find a ground that was issued and is in force only after the date of the document."""
    for judged, path in _judged(record):
        for citing, text in judged.grounds:
            if text is None or text.in_force is None or judged.last is None:
                continue
            issued = text.date is None or text.date <= judged.last
            if citing.found.nested or text.in_force <= judged.last or not issued:
                continue
            facts = {
                "found": _short(citing.citation),
                "day": _day(text.in_force),
                "instead": _instead(_replaced_by(text, judged.register)),
            }
            yield citing.fault("CIT023", facts).under(*path)


@rule("CIT024", needs=_NEEDS, where=_known_cited)
def date_not_that_of_the_register(record: Document) -> Iterator[Fault]:
    """Find a cited text with another date of issue than the register has."""
    for judged, path in _judged(record):
        for citing, text in judged.every:
            if text is None or text.date is None or _same_date(citing.citation, text.date):
                continue
            day = text.date
            facts = {
                "text": text.name,
                "found": citing.words("date") or print_date(citing.citation.date),
                "expected": print_date(PartialDate(day.day, day.month, day.year)),
            }
            yield citing.fault("CIT024", facts, "date").under(*path)


@rule("CIT025", needs=_NEEDS, where=_known_cited)
def subject_not_that_of_the_register(record: Document) -> Iterator[Fault]:
    """Find a ground whose subject is in other words than the register's."""
    from vnadmindocs.notation.register import same_subject

    for judged, path in _judged(record):
        for citing, text in judged.grounds:
            subject = citing.citation.subject
            if text is None or citing.found.nested or not subject or not text.subject:
                continue
            if text.sure in _NOT_COMPARED:
                continue
            if not same_subject(subject, text.subject):
                facts = {"text": text.name, "expected": text.subject}
                yield citing.fault("CIT025", facts, "subject").under(*path)


@rule("CIT026", needs=_NEEDS, where=_known_cited)
def body_not_that_of_the_register(record: Document) -> Iterator[Fault]:
    """Find a ground of another body than the register's, where its letters do not tell."""
    from vnadmindocs.notation.register import same_issuer

    for judged, path in _judged(record):
        for citing, text in judged.grounds:
            issuer = citing.citation.issuer
            if text is None or citing.found.nested or not issuer or not text.issuer:
                continue
            if same_issuer(issuer, text.issuer) or organs_named(issuer):
                continue
            facts = {"text": text.name, "found": issuer, "expected": text.issuer}
            yield citing.fault("CIT026", facts, "issuer").under(*path)


@rule("CIT027", needs=_NEEDS, where=_all_must_be_known)
def not_in_the_register(record: Document) -> Iterator[Fault]:
    """Find a normative text that a register which says it is complete does not have."""
    from vnadmindocs.law.register import number_key

    for judged, path in _judged(record):
        if not judged.register.complete:
            continue
        seen: set[str] = set()
        for citing, text in judged.every:
            number = citing.citation.full_number
            key = number_key(number) or fold(_short(citing.citation))
            if text is not None or key in seen or not normative_rank(citing.citation):
                continue
            if number and judged.register.of_number(number):
                continue  # several bodies used the number, and none of them is named
            if not number and citing.citation.date.year is None:
                continue
            seen.add(key)
            near = nearest(judged.register.suggest(number) if number else None)
            facts = {"found": _short(citing.citation), "near": near}
            yield citing.fault("CIT027", facts).under(*path)


# The record judged last: its rules run one after the other. Replaced as one, for threads.
_last: tuple[Document | None, tuple[tuple[_Judged, tuple[str | int, ...]], ...]] = (None, ())


def _judged(record: Document) -> tuple[tuple[_Judged, tuple[str | int, ...]], ...]:
    """Give what a document and its appendices cite; an appendix is judged with its document."""
    if isinstance(record, Appendix):
        return ()
    global _last
    known, found = _last
    if known is not record:
        found = tuple(_parts(record, None, record, ()))
        _last = (record, found)
    return found


def _parts(
    record: Document, date: PartialDate | None, home: Document, path: tuple[str | int, ...]
) -> Iterator[tuple[_Judged, tuple[str | int, ...]]]:
    """Give what a record and its appendices cite.

    Args:
        record: the document or the appendix.
        date: the date of the document around it.
        home: the record around it whose register counts, or itself.
        path: where it stands in the document.
    """
    date = record.date if isinstance(record.date, PartialDate) else date
    home = record if names_register(record) else home
    reading = Reading(record) if isinstance(record, Appendix) else reading_of(record)
    if reading.every:
        register = register_of(home)
        grounds = tuple(_identified(reading.in_grounds, register))
        body = tuple(_identified(reading.in_body + reading.elsewhere, register))
        yield _Judged(*_span(date), register, grounds, body), path
    if isinstance(record.appendices, tuple):
        for index, appendix in enumerate(record.appendices):
            yield from _parts(appendix, date, home, (*path, "appendices", index))


def _identified(
    cited: Iterable[Citing], register: Register
) -> Iterator[tuple[Citing, LegalText | None]]:
    from vnadmindocs.notation.register import identified

    for citing in cited:
        yield citing, identified(citing.citation, register)


def _span(date: PartialDate | None) -> tuple[datetime.date | None, datetime.date | None]:
    """Give the first and the last day that a date, whole or with gaps, may be."""
    if date is None or date.year is None:
        return None, None
    if date.month is None:
        return datetime.date(date.year, 1, 1), datetime.date(date.year, 12, 31)
    if date.day is None:
        end = calendar.monthrange(date.year, date.month)[1]
        return datetime.date(date.year, date.month, 1), datetime.date(date.year, date.month, end)
    day = datetime.date(date.year, date.month, date.day)
    return day, day


def _ended(
    judged: _Judged, cited: Iterable[tuple[Citing, LegalText | None]]
) -> Iterator[tuple[Citing, LegalText, datetime.date]]:
    if judged.first is None:
        return
    for citing, text in cited:
        if text is None or citing.found.nested:
            continue
        end = judged.register.end_of(text)
        if end is not None and end <= judged.first:
            yield citing, text, end


def _is_over(judged: _Judged, text: LegalText) -> bool:
    end = judged.register.end_of(text)
    return end is not None and judged.first is not None and end <= judged.first


def _speaks_of_old(citing: Citing) -> bool:
    start, end = citing.found.start, citing.found.end
    around = citing.text[max(0, start - _BEFORE) : start], citing.text[end : end + _AFTER]
    return any(_OF_OLD.search(words) is not None for words in around)


def _notes_amendment(citation: Citation) -> bool:
    """Tell whether a citation says that its text was amended, in whatever words."""
    note = fold(f"{citation.note} {citation.issuer_note}")
    return bool(citation.amended_by) or any(word in note for word in _AMENDED)


def _amended(citation: Citation, text: LegalText, amending: Iterable[LegalText]) -> Citation:
    from vnadmindocs.notation.register import citation_of

    words = citation_of(text, amending)
    return replace(citation, amended_by=words.amended_by, partly=words.partly)


def _replaced_by(text: LegalText, register: Register) -> tuple[LegalText, ...]:
    """Give what a text replaces: what is in force before it."""
    return tuple(
        other
        for other in register
        if any(each.key == text.key for each in register.successors(other))
    )


def _same_date(citation: Citation, day: datetime.date) -> bool:
    """Tell whether the date written can be this day; a year of the number is another's matter."""
    date = citation.date
    if date.month is None or date.year is None:
        return True
    year = _NUMBER_YEAR.search(citation.full_number)
    if year is not None and int(year[1]) != date.year:
        return True
    return (date.year, date.month) == (day.year, day.month) and date.day in (None, day.day)


def _instead(texts: tuple[LegalText, ...]) -> Text:
    from vnadmindocs.notation.register import citation_of

    if not texts:
        return _CURRENT
    words = ", ".join(f"«{decree_form(citation_of(text))}»" for text in texts)
    return Text(vi=words, en=words)


def _short(citation: Citation) -> str:
    """Name a cited text in few words."""
    if citation.cited_by_name and citation.subject:
        return decree_form(replace(citation, amended_by=(), note="", locators=(), number=""))
    number = citation.full_number
    return f"{citation.type} số {number}" if number else citation.type


def _day(day: datetime.date) -> str:
    return source_date(PartialDate(day.day, day.month, day.year))

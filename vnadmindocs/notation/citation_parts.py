"""The parts of a citation after its head: date, issuing body, subject, notes."""

from __future__ import annotations

import re

from vnadmindocs.language.dates import is_date
from vnadmindocs.notation.citation import Citation
from vnadmindocs.notation.citation_heads import Head, Span
from vnadmindocs.notation.citation_words import (
    CLAUSE,
    DATE,
    ISSUER_STOP,
    NOTE,
    NOTE_AHEAD,
    OF,
    ORGAN,
    STOP,
    SUBJECT,
    SUBJECT_AFTER,
)
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_MERGER = pattern(r"\((?:sau|trước|cũ|nay là|khóa|khoá|lần)(?!\w)", re.I)
_ABBREVIATION = pattern(r"\([^()\n]{1,30}\)(?=\s+[a-zà-ỹđ])")
_CLOSING = {"“": "”", '"': '"', "«": "»", "‘": "’"}


@dataclass(slots=True)
class Parts:
    """The parts of one citation as they are read, with their places."""

    spans: dict[str, Span]
    date: PartialDate
    end: int
    amended_by: tuple[Citation, ...] = ()
    partly: bool = False


def read_numbered(text: str, head: Head, parts: Parts, bound: int, *, whole: bool) -> int:
    """Read date, body, subject and note of a text cited by number; give the certain end."""
    position = certain = head.end
    if (date := DATE.match(text, position, bound)) is not None:
        position = certain = take_date(date, parts)
    position = _read_issuer(text, position, parts, bound, whole=whole)
    if "date" not in parts.spans and (date := DATE.match(text, position, bound)) is not None:
        position = certain = take_date(date, parts)
    position = _read_subject(text, position, parts, bound, whole=whole)
    parts.end = max(parts.end, position)
    read_note_ahead(text, parts, bound)
    return certain


def _read_issuer(text: str, position: int, parts: Parts, bound: int, *, whole: bool) -> int:
    if "issuer" in parts.spans:
        return position
    of = OF.match(text, position, bound)
    start = of.end() if of is not None else after_space(text, position, bound)
    if of is None and (start == position or ORGAN.match(text, start, bound) is None):
        return position
    end = _issuer_end(text, start, bound, whole=whole)
    if end <= start:
        return position
    if of is not None:
        parts.spans["of"] = (of.end() - len(of[0].lstrip(" ,")), of.start() + len(of[0].rstrip()))
    parts.spans["issuer"] = (start, end)
    parts.end = end
    note = NOTE_AHEAD.match(text, end, bound)
    if note is not None and _MERGER.match(note["note"]) is not None:
        parts.spans["issuer_note"] = note.span("note")
        parts.end = end = note.end()
    return end


def _issuer_end(text: str, start: int, bound: int, *, whole: bool) -> int:
    subject = SUBJECT_AFTER.search(text, start, bound)
    end = subject.start() if subject is not None else bound
    position = start
    while True:
        stop = STOP.search(text, position, end)
        if stop is None:
            break
        if stop[0] == "." and text[stop.start() - 2 : stop.start()].upper() in ("TP", "Q", "P"):
            position = stop.end()
            continue
        after = after_space(text, stop.end(), bound)
        joined = whole or text.startswith("Chủ nhiệm", after)
        if joined and stop[0] in ",;" and ORGAN.match(text, after, bound) is not None:
            position = stop.end()
            continue
        if whole and stop[0] not in ",;(":
            position = stop.end()
            continue
        end = stop.start()
        break
    further = ISSUER_STOP.search(text, start, end)
    if further is not None and (not whole or "ngày" in further[0]):
        end = further.start()
    return trim_back(text, start, end)


def _read_subject(text: str, position: int, parts: Parts, bound: int, *, whole: bool) -> int:
    if "subject" in parts.spans:
        return position
    start = position
    while start < bound and text[start] in " ,\n\t":
        start += 1
    if start >= bound or (start == position and text[start] not in '“"«‘('):
        return position
    if whole:
        end = bound
        note = NOTE.search(text, position, bound)
        if note is not None:
            parts.spans["note"] = note.span("note")
            end = note.start()
        if end > start:
            parts.spans["subject"] = (start, trim_back(text, start, end))
        return bound
    if "," in text[position:start] or SUBJECT.match(text, start, bound) is None:
        return position
    end = _subject_end(text, start, bound)
    parts.spans["subject"] = (start, end)
    return end


def _subject_end(text: str, start: int, bound: int) -> int:
    """Find where a subject ends in running text at the latest."""
    position = start
    while (stop := STOP.search(text, position, bound)) is not None:
        mark = stop[0]
        if mark in _CLOSING:
            closing = text.find(_CLOSING[mark], stop.end(), bound)
            if closing < 0:
                break
            position = closing + 1
        elif mark == "(":
            if (
                NOTE_AHEAD.match(text, stop.start(), bound) is not None
                or (skipped := _ABBREVIATION.match(text, stop.start(), bound)) is None
            ):
                break
            position = skipped.end()
        elif mark == ",":
            after = after_space(text, stop.end(), bound)
            if (
                CLAUSE.match(text, stop.end(), bound) is not None
                or not text[after : after + 1].islower()
            ):
                break
            position = stop.end()
        elif _goes_on(text, start, stop):
            position = stop.end()
        else:
            break
    return trim_back(text, start, stop.start() if stop is not None else bound)


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether a subject goes on: after «TP.», or at a verb among its first words."""
    if stop[0] == ".":
        return text[max(0, stop.start() - 2) : stop.start()].upper() == "TP"
    verb = stop[0].strip() in ("được", "để", "không", "phải", "bị", "nhằm", "là")
    return verb and stop.start() - start < 25 and "," not in text[start : stop.start()]


def take_date(date: re.Match[str], parts: Parts) -> int:
    """Keep a date that was matched; give where it ends."""
    parts.spans["date"] = date.span("words")
    parts.date = date_value(date)
    parts.end = date.end()
    return date.end()


def date_value(date: re.Match[str]) -> PartialDate:
    """Give the date that was matched; an empty one when the calendar has no such day."""
    written, *places = date.group(*_DATE_PARTS)
    month_and_year = [words for words in places if words is not None]
    year = _number(month_and_year.pop())
    month = _number(month_and_year.pop()) if month_and_year else None
    day = _number(written or "")
    return PartialDate(day, month, year) if is_date(day, month, year) else PartialDate()


# The day, and where month and year stand: after strokes, in words, or without a day; a year alone.
_DATE_PARTS = (
    "day", "month", "year", "month_word", "year_word", "month_alone", "year_month", "year_alone"
)  # fmt: skip


def _number(words: str) -> int | None:
    digits = words.strip()
    return int(digits) if digits.isdigit() else None


def read_note_ahead(text: str, parts: Parts, bound: int) -> None:
    """Read a note about amendment or merger that follows what was read."""
    if "note" in parts.spans:
        return
    note = NOTE_AHEAD.match(text, parts.end, bound)
    if note is not None:
        parts.spans["note"] = note.span("note")
        parts.end = note.end()


def after_mark(text: str, position: int) -> int:
    """Go past spaces and commas."""
    while text[position] in " ,\n\t":
        position += 1
    return position


def after_space(text: str, position: int, bound: int) -> int:
    """Go past spaces, not past the bound."""
    while position < bound and text[position] in " \n\t":
        position += 1
    return position


def trim_back(text: str, start: int, end: int) -> int:
    """Go back over spaces and commas at an end."""
    while end > start and text[end - 1] in " ,\n\t":
        end -= 1
    return end

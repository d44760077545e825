"""What follows the head of a citation: date, issuing body, subject, amendments, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnadmindocs.language.dates import is_date
from vnadmindocs.notation.citation import Citation, Found
from vnadmindocs.notation.citation_heads import Head, Span, tight_number
from vnadmindocs.notation.citation_words import (
    AMENDED,
    AMENDING,
    CLAUSE,
    DATE,
    ISSUER_STOP,
    NOTE,
    NOTE_AHEAD,
    OF,
    ORGAN,
    SERIES,
    STOP,
    SUBJECT,
    SUBJECT_AFTER,
)
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

# No subject is longer; a bound for running text.
_REACH = 1500
_MERGER = pattern(r"\((?:sau|trước|cũ|nay là|khóa|khoá|lần)(?!\w)", re.I)
_ABBREVIATION = pattern(r"\([^()\n]{1,30}\)(?=\s+[a-zà-ỹđ])")
_CLOSING = {"“": "”", '"': '"', "«": "»", "‘": "’"}


@dataclass(slots=True)
class _Parts:
    """The parts as they are read, with their places."""

    spans: dict[str, Span]
    date: PartialDate
    end: int
    amended_by: tuple[Citation, ...] = ()
    partly: bool = False


def read_tail(text: str, every: Sequence[Head], index: int, stop: int, *, whole: bool) -> Found:
    """Read what follows a head.

    Args:
        text: the whole text.
        every: all heads of the text, left to right.
        index: which head is read.
        stop: where the text that may belong to it ends.
        whole: the text up to ``stop`` is the citation; otherwise it is running text, in which a
            subject is taken only where its opening is known.
    """
    head = every[index]
    limit = stop if whole else _reach(text, every, index, min(stop, head.end + _REACH))
    parts = _Parts(dict(head.spans), PartialDate(), head.end)
    amended = _amended(text, head.end, limit, every, index)
    bound = amended.start() if amended is not None else limit
    if head.kind.by_name and "number" not in head.spans:
        certain = _law(text, head, parts, bound, whole=whole)
    else:
        certain = _numbered(text, head, parts, bound, whole=whole)
    if amended is not None and (whole or parts.end >= amended.start()):
        _read_amendments(text, parts, amended, every, index, limit, whole=whole)
    return _found(text, head, parts, certain)


def _found(text: str, head: Head, parts: _Parts, certain: int) -> Found:
    def words(part: str) -> str:
        return " ".join(text[slice(*parts.spans[part])].split()) if part in parts.spans else ""

    citation = Citation(
        type=head.type,
        number=tight_number(words("number")) if not head.number else head.number,
        date=parts.date,
        issuer=words("issuer"),
        subject=words("subject"),
        note=words("note"),
        issuer_note=words("issuer_note"),
        locators=head.locators,
        amended_by=parts.amended_by,
        partly=parts.partly,
    )
    return Found(citation, head.start, max(parts.end, certain), certain, parts.spans)


def _numbered(text: str, head: Head, parts: _Parts, bound: int, *, whole: bool) -> int:
    """Read date, body, subject and note of a text cited by number; give the certain end."""
    position = certain = head.end
    if (date := DATE.match(text, position, bound)) is not None:
        position = certain = _take_date(date, parts)
    position = _read_issuer(text, position, parts, bound, whole=whole)
    if "date" not in parts.spans and (date := DATE.match(text, position, bound)) is not None:
        position = certain = _take_date(date, parts)
    position = _read_subject(text, position, parts, bound, whole=whole)
    parts.end = max(parts.end, position)
    _read_note_ahead(text, parts, bound)
    return certain


def _read_issuer(text: str, position: int, parts: _Parts, bound: int, *, whole: bool) -> int:
    if "issuer" in parts.spans:
        return position
    of = OF.match(text, position, bound)
    start = of.end() if of is not None else _after_space(text, position, bound)
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
        after = _after_space(text, stop.end(), bound)
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
    return _trim_back(text, start, end)


def _read_subject(text: str, position: int, parts: _Parts, bound: int, *, whole: bool) -> int:
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
            parts.spans["subject"] = (start, _trim_back(text, start, end))
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
            after = _after_space(text, stop.end(), bound)
            if CLAUSE.match(text, stop.end(), bound) is not None or not text[after].islower():
                break
            position = stop.end()
        elif _goes_on(text, start, stop):
            position = stop.end()
        else:
            break
    return _trim_back(text, start, stop.start() if stop is not None else bound)


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether a subject goes on: after «TP.», or at a verb among its first words."""
    if stop[0] == ".":
        return text[max(0, stop.start() - 2) : stop.start()].upper() == "TP"
    verb = stop[0].strip() in ("được", "để", "không", "phải", "bị", "nhằm", "là")
    return verb and stop.start() - start < 25 and "," not in text[start : stop.start()]


def _take_date(date: re.Match[str], parts: _Parts) -> int:
    parts.spans["date"] = date.span("words")
    parts.date = _date_value(date)
    parts.end = date.end()
    return date.end()


def _date_value(date: re.Match[str]) -> PartialDate:
    """Give the date that was matched; an empty one when the calendar has no such day."""

    def number(*names: str) -> int | None:
        digits = next((date[name].strip() for name in names if date[name] is not None), "")
        return int(digits) if digits.isdigit() else None

    day = number("day")
    month = number("month", "month_word", "month_alone")
    year = number("year", "year_word", "year_month", "year_alone")
    return PartialDate(day, month, year) if is_date(day, month, year) else PartialDate()


def _read_note_ahead(text: str, parts: _Parts, bound: int) -> None:
    if "note" in parts.spans:
        return
    note = NOTE_AHEAD.match(text, parts.end, bound)
    if note is not None:
        parts.spans["note"] = note.span("note")
        parts.end = note.end()


def _amended(
    text: str, position: int, limit: int, every: Sequence[Head], index: int
) -> re.Match[str] | None:
    """Find «được sửa đổi, bổ sung … bởi» with a text after it."""
    if index + 1 >= len(every) or every[index + 1].start >= limit:
        return None
    for found in AMENDED.finditer(text, position, limit):
        if _next_at(every, index, found.end()) is not None:
            return found
    return None


def _next_at(every: Sequence[Head], index: int, start: int) -> int | None:
    for number in range(index + 1, len(every)):
        if every[number].start == start:
            return number
        if every[number].start > start:
            return None
    return None


def _read_amendments(
    text: str,
    parts: _Parts,
    amended: re.Match[str],
    every: Sequence[Head],
    index: int,
    limit: int,
    *,
    whole: bool,
) -> None:
    number = _next_at(every, index, amended.end())
    close = limit
    if amended["bracket"]:
        closing = text.find(")", amended.end(), limit)
        close = closing if closing >= 0 else limit
    texts: list[Citation] = []
    end = amended.end()
    while number is not None:
        following, cut = _following(text, every, number, close)
        each = read_tail(text, every, number, cut, whole=whole)
        texts.append(each.citation)
        end = each.end
        number = following if end >= cut or whole else None
        if (
            not whole
            and following is not None
            and text[end : every[following].start].strip(" ,;") in ("", "và")
        ):
            number = following
    if amended["bracket"] and close < limit:
        end = close + 1
    parts.spans["amended_by"] = (_after_mark(text, amended.start()), end)
    parts.amended_by = tuple(texts)
    parts.partly = amended["partly"] is not None
    parts.end = limit if whole else end
    if not whole:
        _read_note_ahead(text, parts, limit)


def _following(text: str, every: Sequence[Head], number: int, stop: int) -> tuple[int | None, int]:
    """Find the next text of a series after one, and where that one ends at the latest."""
    nested = False
    first = every[number]
    for following in range(number + 1, len(every)):
        head = every[following]
        if head.start >= stop:
            break
        joint = SERIES.search(text, max(first.end, head.start - 12), head.start)
        if joint is None:
            nested = True
        elif ";" in joint[0] or not (
            nested and AMENDING.search(text, first.end, joint.start()) is not None
        ):
            return following, joint.start()
    return None, stop


def series_end(text: str, every: Sequence[Head], index: int, stop: int) -> tuple[int | None, int]:
    """Find the next text of a series that is not inside the one at ``index``."""
    head = every[index]
    nested = False
    amending_law = head.kind.by_name and head.name.startswith("sửa đổi")
    for following in range(index + 1, len(every)):
        other = every[following]
        if other.start >= stop:
            break
        joint = SERIES.search(text, max(head.end, other.start - 12), other.start)
        if joint is None:
            nested = True
        elif ";" in joint[0] or not (
            AMENDED.search(text, head.end, joint.start()) is not None
            or amending_law
            or (nested and AMENDING.search(text, head.end, joint.start()) is not None)
        ):
            return following, joint.start()
    return None, stop


def _reach(text: str, every: Sequence[Head], index: int, stop: int) -> int:
    newline = text.find("\n", every[index].end, stop)
    stop = newline if newline >= 0 else stop
    return series_end(text, every, index, stop)[1]


def _after_mark(text: str, position: int) -> int:
    while text[position] in " ,\n\t":
        position += 1
    return position


def _after_space(text: str, position: int, bound: int) -> int:
    while position < bound and text[position] in " \n\t":
        position += 1
    return position


def _trim_back(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " ,\n\t":
        end -= 1
    return end

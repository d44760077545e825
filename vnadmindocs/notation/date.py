"""Dates of a document, of which parts may be left open for the pen.

Read: ``2025-09-03`` · ``03/9/2025`` · ``3.9.2025`` · ``ngày 03 tháng 9 năm 2025`` · ``9/2025`` ·
``năm 2025`` · ``/9/2025`` · ``ngày 3/9/2025`` · ``ngày … tháng 9 năm 2025``. Printed: days below
10 and the months 1 and 2 are padded (Phụ lục I, Phần I, Mục II, khoản 4, điểm b).
"""

from __future__ import annotations

import datetime
import re
from functools import cache

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.dates import is_date
from vnadmindocs.law.norms import norms
from vnadmindocs.law.wording import wording
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

NO_SUCH_DAY = "DAT001"
NO_YEAR = "DAT002"
SHORT_YEAR = "DAT003"
UNREADABLE = "DAT004"

_ISO = pattern(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DIGITS = pattern(
    # «ngày 3/9/2025», «tháng 9/2025»: the words before digits say nothing else.
    r"(?:ngày\s+(?=\d+ ?[-/.] ?\d+ ?[-/.])|tháng\s+(?=\d+ ?[-/.] ?\d{4}$))?"
    r"(?:(?P<day>\d{1,2}|[.…]*) ?(?P<mark>[-/.]) ?)?(?P<month>\d{1,2}|[.…]*) ?"
    r"(?(mark)(?P=mark)|[-/.]) ?(?P<year>\d{4})",
    re.IGNORECASE,
)
_WORDS = pattern(
    r"(?:ngày\s*(?P<day>\d{1,2}|[.…]*)\s*)?(?:tháng\s*(?P<month>\d{1,2}|[.…]*)\s*)?"
    r"(?:năm\s*(?P<year>\d{4}|[.…]*))?",
    re.IGNORECASE,
)
_YEAR = pattern(r"(?P<year>\d{4})")
_SHORT_YEAR = pattern(
    r"(ngày\s+)?\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?\d{1,3}|.*\bnăm\s*\d{1,3}", re.IGNORECASE
)
_DAY_AND_MONTH = pattern(
    r"(ngày\s+)?\d{1,2} ?[-/.] ?\d{1,2}|(ngày\s*\d{1,2}\s*)?(tháng\s*\d{1,2})?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date; None is a part that is printed as a gap."""

    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def is_full(self) -> bool:
        """Whether no part is left open."""
        return self.day is not None and self.month is not None and self.year is not None

    @property
    def iso(self) -> str:
        """The date as ``2025-09-03``; "" unless it is full."""
        date = self.as_date
        return date.isoformat() if date else ""

    @property
    def as_date(self) -> datetime.date | None:
        """The day in the calendar; None unless the date is full."""
        if self.day is None or self.month is None or self.year is None:
            return None
        return datetime.date(self.year, self.month, self.day)


def parse_date(text: str) -> PartialDate:
    """Read a date, whole or in part; an empty text is a date left wholly open.

    Raises:
        UnreadableError: there is no such day, the year is missing or short, or the text is no
            date at all.
    """
    words = text.strip()
    if not words:
        return PartialDate()
    found = (
        _YEAR.fullmatch(words)
        or _ISO.fullmatch(words)
        or _DIGITS.fullmatch(words)
        or _WORDS.fullmatch(words)
    )
    parts = found.groupdict() if found else {}
    written = {name: _number(parts.get(name)) for name in ("day", "month", "year")}
    if found is None or ("mark" not in parts and not any(written.values())):
        raise UnreadableError(_refusal(words, text))
    if parts.get("year") is None:
        raise UnreadableError(_refusal(words, text))
    date = PartialDate(**written)
    if not is_date(date.day, date.month, date.year):
        raise UnreadableError(_fault(NO_SUCH_DAY, words, text))
    return date


def print_date(date: PartialDate) -> str:
    """Print ``ngày 05 tháng 01 năm 2026``, with gaps for what is left open."""
    day = wording("date.day_gap") if date.day is None else _day(date.day)
    month = wording("date.month_gap") if date.month is None else _month(date.month)
    year = wording("date.year_gap") if date.year is None else str(date.year)
    return wording("date.pattern").format(day=day, month=month, year=year)


def source_date(date: PartialDate) -> str:
    """Write a date as a person would in a record; ``parse_date`` reads the same date back."""
    if date.day is not None and date.month is not None and date.year is not None:
        return f"{_day(date.day)}/{_month(date.month)}/{date.year}"
    if date == PartialDate():
        return ""
    day = "" if date.day is None and date.year is not None else f"ngày {_part(date.day)} "
    month = "" if not day and date.month is None else f"tháng {_part(date.month)} "
    return f"{day}{month}năm {_part(date.year)}"


@cache
def _day(day: int) -> str:
    return f"{day:02}" if day < norms()["date.day_padded_below"].use else str(day)


@cache
def _month(month: int) -> str:
    return f"{month:02}" if month < norms()["date.month_padded_below"].use else str(month)


def _part(part: int | None) -> str:
    return "…" if part is None else str(part)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits[0].isdigit() else None


def _refusal(words: str, text: str) -> Fault:
    if _SHORT_YEAR.fullmatch(words):
        return _fault(SHORT_YEAR, words, text)
    if _DAY_AND_MONTH.fullmatch(words):
        return _fault(NO_YEAR, words, text)
    return _fault(UNREADABLE, words, text)


def _fault(code: str, words: str, text: str) -> Fault:
    before = text[: text.index(words)]
    line = before.count("\n")
    column = len(before) - (before.rfind("\n") + 1)
    return Fault(code, line, column, len(words.split("\n")[0]), {"found": words})

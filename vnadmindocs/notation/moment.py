"""Times of a meeting: printed as written, or worded from a short writing.

``8:00 12/3/2026`` · ``8h30, ngày 12/3/2026`` · ``2026-03-12 08:30`` are short writings and print
``08 giờ 00, ngày 12 tháng 3 năm 2026`` (PL3·1.9). Any other text (``08 giờ 00, thứ Năm, ngày
12/3/2026``) prints as it stands, and hour and day are read from it as far as they can be.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import field

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.law.wording import wording
from vnadmindocs.notation.date import PartialDate, parse_date, print_date
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

NO_SUCH_TIME = "DAT005"

_CLOCK = r"(?P<hour>\d{1,2})(?:[:hgHG](?P<minute>\d{2})?)"
_DATE = r"(?P<date>\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{1,2}-\d{1,2})"
_SHORT = (
    pattern(rf"{_CLOCK}(?:[ ,]+(?:ngày )?{_DATE})?"),
    pattern(rf"(?:ngày )?{_DATE}[ ,T]+{_CLOCK}(?::00)?"),
)
_TIME = pattern(
    r"(?<!\d)(?P<hour>\d{1,2})\s*(?:giờ|[:hg](?=\s*\d|\s|[,.;]|$))\s*(?P<minute>\d{1,2})?(?!\d|\s*giờ)",
    re.IGNORECASE,
)
_DAY = pattern(
    r"ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*(?:năm\s*\d{4})"
    r"|(?<![\d/])\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?!\d)",
    re.IGNORECASE,
)
_HOURS, _MINUTES = 24, 60


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of day and a day; two that print the same are equal.

    Attributes:
        words: as printed.
        time: the time of day; None where none could be read.
        day: the day; None where none could be read.
    """

    words: str
    time: datetime.time | None = field(default=None, compare=False)
    day: datetime.date | None = field(default=None, compare=False)

    def is_before(self, other: Moment) -> bool:
        """Tell whether it is surely before another; what is not read decides nothing."""
        if self.day is not None and self.day != other.day:
            return other.day is not None and self.day < other.day
        # «kết thúc vào 11 giờ 30» is of the day on which it began.
        return self.time is not None and other.time is not None and self.time < other.time


def parse_moment(text: str) -> Moment:
    """Read a time.

    Raises:
        UnreadableError: DAT005, a short writing of no time of the day; a DAT code of its date.
    """
    words = text.strip()
    found = next((match for each in _SHORT if (match := each.fullmatch(words))), None)
    if found is None:
        return _as_written(words)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour >= _HOURS or minute >= _MINUTES:
        raise UnreadableError(Fault(NO_SUCH_TIME, facts={"found": words}))
    printed = wording("moment.time").format(hour=f"{hour:02}", minute=f"{minute:02}")
    date = parse_date(found["date"]) if found["date"] else PartialDate()
    if date.is_full:
        printed = wording("moment.pattern").format(time=printed, date=print_date(date))
    return Moment(printed, datetime.time(hour, minute), date.as_date)


def _as_written(words: str) -> Moment:
    time = day = None
    clock = _TIME.search(words)
    if clock is not None:
        hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
        if hour < _HOURS and minute < _MINUTES:
            time = datetime.time(hour, minute)
    written = _DAY.search(words)
    if written is not None:
        try:
            day = parse_date(written[0]).as_date
        except UnreadableError:
            day = None
    return Moment(words, time, day)

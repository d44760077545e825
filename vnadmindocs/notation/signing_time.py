"""The moment a file was signed, in Vietnam's time zone, as it stands in the information box.

Read: ``2026-03-09T15:28:56+07:00`` · ``2026-03-09 15:28:56`` · ``09/3/2026 15:28:56`` · what is
printed. Printed: ``09/03/2026; 15:28:56+07:00``, gaps where the moment is not known (Phụ lục I,
Phần I, Mục II, khoản 8, điểm b; Phụ lục III, mẫu 2.2).
"""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from functools import cache

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.law.wording import wording
from vnadmindocs.pattern import pattern

UNREADABLE = "OUT053"

_DAY = (
    r"(?:(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)|(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4}))"
)
_MOMENT = pattern(
    rf"{_DAY}(?:T|;?\s+)(?P<hour>\d\d?):(?P<minute>\d\d):(?P<second>\d\d)(?:\.\d+)?"
    r"\s*(?P<zone>Z|[+-]\d\d:?\d\d)?"
)


def parse_signing_time(text: str) -> datetime:
    """Read a moment; one without a time zone is Vietnam's.

    Raises:
        UnreadableError: OUT053, it is no moment to the second, or there is none such.
    """
    found = _MOMENT.fullmatch(text.strip())
    try:
        if found is not None:
            parts = found.groupdict()
            year, month, day = (parts["y"], parts["m"], parts["d"]) if parts["d"] else (
                parts["year"], parts["month"], parts["day"])  # fmt: skip
            moment = datetime(
                int(year), int(month), int(day),
                int(parts["hour"]), int(parts["minute"]), int(parts["second"]),
                tzinfo=_zone(parts["zone"]) if parts["zone"] else _vietnam(),
            )  # fmt: skip
            return in_vietnam(moment)
    except (ValueError, OverflowError):
        pass
    raise UnreadableError(Fault(UNREADABLE, facts={"found": text}))


def print_signing_time(moment: datetime | None) -> tuple[str, str]:
    """Print the date and the time of a moment, to the second; gaps for None."""
    date, time = wording("information_box.date"), wording("information_box.time")
    zone = wording("information_box.zone")
    if moment is None:
        gap = wording("information_box.time_gap")
        return (
            date.format(
                day=wording("date.day_gap"),
                month=wording("date.month_gap"),
                year=wording("date.year_gap"),
            ),
            time.format(hour=gap, minute=gap, second=gap, zone=zone),
        )
    there = in_vietnam(moment)
    return (
        date.format(day=f"{there.day:02}", month=f"{there.month:02}", year=f"{there.year:04}"),
        time.format(
            hour=f"{there.hour:02}",
            minute=f"{there.minute:02}",
            second=f"{there.second:02}",
            zone=zone,
        ),
    )


def in_vietnam(moment: datetime) -> datetime:
    """Give a moment in Vietnam's time zone; one that names no zone is there already."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=_vietnam())
    return moment.astimezone(_vietnam())


@cache
def _vietnam() -> tzinfo:
    return _zone(wording("information_box.zone"))


def _zone(written: str) -> tzinfo:
    return datetime.strptime(written, "%z").tzinfo or UTC

"""The calendar: which days there are."""

from __future__ import annotations

import calendar


def days_in_month(month: int, year: int | None = None) -> int:
    """Count the days of a month; without a year, February has the 29 it can have.

    Raises:
        ValueError: there is no such month.
    """
    if not 1 <= month <= 12:
        raise ValueError(f"months go from 1 to 12, not {month}")
    if month == 2:
        return 29 if year is None or calendar.isleap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def is_date(day: int | None, month: int | None, year: int | None) -> bool:
    """Tell whether a date is in the calendar; None is a part left open, which any value may fill.

    A day without a month is good up to 31. Years have four digits.
    """
    if year is not None and not 1000 <= year <= 9999:
        return False
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    return 1 <= day <= (31 if month is None else days_in_month(month, year))

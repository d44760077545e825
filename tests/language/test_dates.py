"""The calendar."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.language.dates import days_in_month, is_date


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_of_the_calendar_is_a_date(day: datetime.date) -> None:
    """Python's own calendar agrees."""
    assert is_date(day.day, day.month, day.year)
    assert day.day <= days_in_month(day.month, day.year)


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        (31, 4, 2025),
        (29, 2, 2025),
        (29, 2, 1900),
        (0, 1, 2025),
        (1, 13, 2025),
        (1, 0, None),
        (32, None, None),
        (30, 2, None),
        (31, 6, None),
        (1, 1, 25),
        (1, 1, 10000),
    ],
)
def test_a_day_outside_the_calendar_is_no_date(
    day: int, month: int | None, year: int | None
) -> None:
    """What is open does not excuse what is written."""
    assert not is_date(day, month, year)


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [(29, 2, 2024), (29, 2, None), (31, None, 2025), (None, 9, 2025), (None, None, None)],
)
def test_an_open_part_may_be_anything(day: int | None, month: int | None, year: int | None) -> None:
    """A gap on paper is filled by hand later."""
    assert is_date(day, month, year)


def test_there_is_no_thirteenth_month() -> None:
    """Callers ask for months of the year only."""
    with pytest.raises(ValueError, match="1 to 12"):
        days_in_month(13)

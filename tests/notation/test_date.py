"""Dates of a document."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.language.dates import is_date
from vnadmindocs.notation.date import PartialDate, parse_date, print_date, source_date


@pytest.mark.parametrize(
    "text",
    [
        "2025-09-03",
        "03/9/2025",
        "3/9/2025",
        "3.9.2025",
        "3-9-2025",
        "03/09/2025",
        "23 / 9 /2022",
        "ngày 03 tháng 9 năm 2025",
        "Ngày 3 tháng 09 năm 2025",
    ],
)
def test_full_dates_are_read(text: str) -> None:
    """Every customary form of a whole date is understood."""
    year = 2022 if "2022" in text else 2025
    day = 23 if "23" in text else 3
    assert parse_date(text) == PartialDate(day, 9, year)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("tháng 9 năm 2025", PartialDate(None, 9, 2025)),
        ("9/2025", PartialDate(None, 9, 2025)),
        ("09/2025", PartialDate(None, 9, 2025)),
        ("/9/2025", PartialDate(None, 9, 2025)),
        ("ngày … tháng 9 năm 2025", PartialDate(None, 9, 2025)),
        ("ngày ..... tháng 9 năm 2025", PartialDate(None, 9, 2025)),
        ("ngày tháng 9 năm 2025", PartialDate(None, 9, 2025)),
        ("năm 2025", PartialDate(None, None, 2025)),
        ("ngày tháng năm 2025", PartialDate(None, None, 2025)),
        ("/ /2026", PartialDate(None, None, 2026)),
        ("2025", PartialDate(None, None, 2025)),
        ("ngày 5 tháng 9 năm …", PartialDate(5, 9, None)),
        ("", PartialDate()),
    ],
)
def test_partial_dates_are_read(text: str, date: PartialDate) -> None:
    """What is not said is left open."""
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31/4/2025", "DAT001"),
        ("29/2/2025", "DAT001"),
        ("2025-13-01", "DAT001"),
        ("13/2025", "DAT001"),
        ("03/09", "DAT002"),
        ("ngày 3 tháng 9", "DAT002"),
        ("tháng 9", "DAT002"),
        ("03/9/25", "DAT003"),
        ("ngày 3 tháng 9 năm 25", "DAT003"),
        ("mùng ba tháng chín", "DAT004"),
        ("3/9-2025", "DAT004"),
        ("Hà Nội, ngày 3 tháng 9 năm 2025", "DAT004"),
    ],
)
def test_unreadable_dates_are_refused_in_words(text: str, code: str) -> None:
    """Each kind of slip has its own message."""
    with pytest.raises(UnreadableError) as refusal:
        parse_date(f" {text}")
    (fault,) = refusal.value.faults
    assert (fault.code, fault.column, fault.length) == (code, 1, len(text))
    assert fault.facts == {"found": text}


def test_days_below_ten_and_the_months_one_and_two_are_padded() -> None:
    """The decree pads no other month."""
    assert print_date(PartialDate(5, 1, 2026)) == "ngày 05 tháng 01 năm 2026"
    assert print_date(PartialDate(29, 6, 2019)) == "ngày 29 tháng 6 năm 2019"
    assert print_date(PartialDate(3, 9, 2025)) == "ngày 03 tháng 9 năm 2025"
    assert print_date(PartialDate(1, 2, 2025)) == "ngày 01 tháng 02 năm 2025"


def test_open_parts_are_printed_as_gaps() -> None:
    """A gap is a run of no-break spaces between the words."""
    assert print_date(PartialDate(None, 9, 2025)).split() == ["ngày", "tháng", "9", "năm", "2025"]
    assert "\u00a0\u00a0" in print_date(PartialDate(None, 9, 2025))


def test_only_a_full_date_is_a_day() -> None:
    """A partial date has no place in the calendar."""
    assert PartialDate(3, 9, 2025).iso == "2025-09-03"
    assert PartialDate(3, 9, 2025).as_date == datetime.date(2025, 9, 3)
    assert PartialDate(None, 9, 2025).iso == ""
    assert PartialDate(None, 9, 2025).as_date is None


DATES = st.builds(
    PartialDate,
    st.none() | st.integers(1, 31),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1000, 9999),
).filter(lambda date: is_date(date.day, date.month, date.year))


@given(DATES)
def test_dates_are_read_back(date: PartialDate) -> None:
    """The source form and the printed form of a date both give the date back."""
    assert parse_date(source_date(date)) == date
    if date.year is not None:
        assert parse_date(print_date(date).replace("\u00a0", " ")) == date

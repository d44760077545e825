"""Times of a meeting: worded from a short writing, else printed as written."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.notation.moment import Moment, parse_moment

EIGHT = "08 giờ 00, ngày 12 tháng 3 năm 2026"


@pytest.mark.parametrize(
    "text",
    [
        "8:00 12/3/2026", "08:00, 12/3/2026", "8h 12/3/2026", "8h00, ngày 12/3/2026",
        "8g00 12.3.2026", "12/3/2026 8:00", "ngày 12/3/2026, 8h00", "2026-03-12 08:00",
        "2026-03-12T08:00",
    ],
)  # fmt: skip
def test_a_short_writing_is_worded(text: str) -> None:
    """This test shows that digits alone print as the form has a time and a day."""
    moment = parse_moment(text)
    assert moment.words == EIGHT
    assert (moment.time, moment.day) == (datetime.time(8), datetime.date(2026, 3, 12))


def test_a_time_without_a_day_is_worded() -> None:
    """This test shows that the day may be said elsewhere."""
    assert parse_moment("14h30") == Moment("14 giờ 30")


@pytest.mark.parametrize(
    ("text", "time", "day"),
    [
        ("08 giờ 00, thứ Năm, ngày 12/3/2026", (8, 0), (2026, 3, 12)),
        ("8 giờ 30 phút ngày 12 tháng 3 năm 2026", (8, 30), (2026, 3, 12)),
        ("01 buổi, từ 7h30 ngày 12/3/2026", (7, 30), (2026, 3, 12)),
        ("từ 08 giờ 00 đến 11 giờ 30, ngày 12/3/2026", (8, 0), (2026, 3, 12)),
        ("ngày 12/3/2026", None, (2026, 3, 12)),
        ("16 giờ cùng ngày", (16, 0), None),
        ("sau khi kết thúc Hội nghị", None, None),
        ("25 giờ 00, ngày 31/4/2026", None, None),
        ("03 ngày, từ 12/3/2026", None, (2026, 3, 12)),
    ],
)
def test_other_words_stay_and_are_understood_as_far_as_they_go(
    text: str, time: tuple[int, int] | None, day: tuple[int, int, int] | None
) -> None:
    """This test shows that what was written is printed, whatever was read from it."""
    moment = parse_moment(text)
    assert moment.words == text
    assert moment.time == (datetime.time(*time) if time else None)
    assert moment.day == (datetime.date(*day) if day else None)


@pytest.mark.parametrize(
    ("text", "code"),
    [("25:00 12/3/2026", "DAT005"), ("8h75", "DAT005"), ("8:00 31/4/2026", "DAT001")],
)
def test_a_short_writing_of_no_time_is_refused(text: str, code: str) -> None:
    """This test shows that what the tool would word must be a time."""
    with pytest.raises(UnreadableError) as refused:
        parse_moment(text)
    assert [fault.code for fault in refused.value.faults] == [code]


@given(st.datetimes(datetime.datetime(1000, 1, 1), datetime.datetime(9999, 12, 31)))
def test_what_is_printed_is_read_back(at: datetime.datetime) -> None:
    """This test shows that a worded time is written back and read as the same."""
    moment = parse_moment(f"{at:%H:%M} {at.day}/{at.month}/{at.year:04}")
    again = parse_moment(moment.words)
    assert again == moment
    assert (again.time, again.day) == (datetime.time(at.hour, at.minute), at.date())


@pytest.mark.parametrize(
    ("first", "second", "before"),
    [
        ("7:00 12/3/2026", "8:00 12/3/2026", True),
        ("8:00 12/3/2026", "8:00 12/3/2026", False),
        ("9:00 11/3/2026", "8:00 12/3/2026", True),
        ("7:00", "8:00 12/3/2026", True),
        ("7:00 12/3/2026", "8:00", False),
        ("cùng ngày", "8:00 12/3/2026", False),
    ],
)
def test_one_is_before_another_only_where_both_say_so(
    first: str, second: str, before: bool
) -> None:
    """This test shows that nothing is concluded from what is not said."""
    assert parse_moment(first).is_before(parse_moment(second)) is before

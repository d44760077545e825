"""The moment a file was signed: read in the ways people write it, printed in Vietnam's time."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.law.wording import wording
from vnadmindocs.notation.signing_time import (
    in_vietnam,
    parse_signing_time,
    print_signing_time,
)

VIETNAM = timezone(timedelta(hours=7))
AFTERNOON = datetime(2026, 3, 9, 15, 28, 56, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-09T15:28:56+07:00",
        "2026-03-09T15:28:56+0700",
        "2026-03-09T15:28:56",
        "2026-03-09 15:28:56",
        "2026-03-09T08:28:56Z",
        "2026-03-09T17:28:56.250+09:00",
        "09/03/2026; 15:28:56+07:00",
        "9/3/2026 15:28:56",
        " 09/3/2026 15:28:56 +07:00 ",
    ],
)
def test_a_moment_is_read_in_iso_8601_and_as_people_write_it(text: str) -> None:
    read = parse_signing_time(text)
    assert read == AFTERNOON
    assert read.utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize(
    "text",
    [
        "", "09/3/2026", "15:28:56", "09/3/2026 15:28", "31/02/2026 15:28:56",
        "09/3/2026 25:00:00", "09/3/26 15:28:56", "hôm nay", "0001-01-01T00:00:00+23:00",
    ],
)  # fmt: skip
def test_what_is_no_moment_to_the_second_is_refused_in_its_words(text: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        parse_signing_time(text)
    assert refused.value.faults == (Fault("OUT053", facts={"found": text}),)


def test_a_moment_is_printed_with_two_digits_each_and_the_zone_of_vietnam() -> None:
    assert print_signing_time(AFTERNOON) == ("09/03/2026", "15:28:56+07:00")


def test_a_moment_of_another_zone_is_printed_in_vietnams() -> None:
    late = datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert print_signing_time(late) == ("01/01/2027", "06:59:59+07:00")


def test_a_moment_without_a_zone_is_vietnams() -> None:
    assert in_vietnam(datetime(2026, 3, 9, 15, 28, 56)) == AFTERNOON


def test_a_moment_that_is_not_known_leaves_room_between_the_marks() -> None:
    two, year = wording("date.day_gap"), wording("date.year_gap")
    date, time = print_signing_time(None)
    assert date == f"{two}/{two}/{year}"
    assert time == f"{two}:{two}:{two}+07:00"


@given(st.datetimes(min_value=datetime(1000, 1, 2), max_value=datetime(9999, 12, 30)))
def test_what_is_printed_is_read_back_to_the_second(moment: datetime) -> None:
    printed = "; ".join(print_signing_time(moment))
    assert parse_signing_time(printed) == in_vietnam(moment).replace(microsecond=0)

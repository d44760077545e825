"""Figures: read in a declared writing, printed in the Vietnamese one, exact."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.notation.figure import (
    ENGLISH,
    VIETNAMESE,
    Figure,
    Unread,
    exact,
    parse_figure,
    print_figure,
    rounded,
    share,
    total,
)

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3).filter(
    lambda number: len(str(number)) < 30
)


@pytest.mark.parametrize(
    ("text", "writing", "value"),
    [
        ("1.234,5", VIETNAMESE, "1234.5"),
        ("1.234", VIETNAMESE, "1234"),
        ("1,234", VIETNAMESE, "1.234"),
        ("1,234.5", ENGLISH, "1234.5"),
        ("1.234", ENGLISH, "1.234"),
        ("1,234", ENGLISH, "1234"),
        ("1.234.567", None, "1234567"),
        ("12,50", None, "12.50"),
        ("0,125", None, "0.125"),
        ("1234567", None, "1234567"),
        ("1 234 567", None, "1234567"),
        ("-5", None, "-5"),
        ("−5", None, "-5"),
        ("+ 5", None, "5"),
    ],
)
def test_a_number_is_read(text: str, writing: str | None, value: str) -> None:
    """This test shows both writings, and what needs no declaration."""
    assert parse_figure(text, writing) == Figure(Decimal(value))
    assert str(parse_figure(text, writing).value) == value


@pytest.mark.parametrize("text", ["1.234", "1,234", "12.345", "-999.000", "1.234%"])
def test_what_reads_two_ways_is_not_guessed(text: str) -> None:
    """This test shows that the writing has to be declared."""
    assert parse_figure(text, None) is Unread.AMBIGUOUS


def test_a_column_of_whole_numbers_settles_thousands() -> None:
    """This test shows that 1.234 is no whole number to the English writing."""
    assert parse_figure("1.234", None, whole=True) == Figure(Decimal(1234))
    assert parse_figure("1,234", None, whole=True) is Unread.AMBIGUOUS
    assert parse_figure("1,5", VIETNAMESE, whole=True) is Unread.UNREADABLE


@pytest.mark.parametrize(
    "text", ["", "x", "1.23", "1,234.5", "1.2345", "01.234", "1..2", "1,2,3", "5 triệu", "1" * 41]
)
def test_what_is_no_vietnamese_number_is_unreadable(text: str) -> None:
    """This test shows that nothing is made of it."""
    assert parse_figure(text, None) is Unread.UNREADABLE


@given(NUMBERS)
def test_a_printed_number_is_read_back(value: Decimal) -> None:
    """This test shows that printing and reading are inverse, with groups and without."""
    for grouped in (True, False):
        printed = print_figure(value, grouped=grouped)
        assert parse_figure(printed, VIETNAMESE) == Figure(value)


@given(st.lists(NUMBERS))
def test_sums_are_exact(values: list[Decimal]) -> None:
    """This test shows no rounding, against whole numbers of thousandths."""
    assert total(values) * 1000 == sum(int(value * 1000) for value in values)


def test_halves_are_rounded_away_from_zero() -> None:
    """This test shows the rounding of every figure."""
    found = [rounded(Decimal(each), 0) for each in ("0.5", "1.5", "-2.5", "2.49")]
    assert found == [Decimal(1), Decimal(2), Decimal(-3), Decimal(2)]
    assert share(Decimal(1), Decimal(3), 2) == Decimal("33.33")


def test_a_float_means_what_it_shows() -> None:
    """This test shows that noise beyond 15 digits is none of the number."""
    assert [str(exact(each)) for each in (0.1 + 0.2, 1e3, 33.3, 5)] == ["0.3", "1000", "33.3", "5"]
    assert print_figure(Decimal("-0")) == "0"

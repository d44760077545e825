"""Values printed by a format, and written words held against them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from vnadmindocs.language.number_words import Wording
from vnadmindocs.notation.cell_value import CellValue, agrees, in_case_of, print_cell_value
from vnadmindocs.notation.date import PartialDate


def number(text: str, unit: str = "", *, money: bool = False) -> CellValue:
    """Give the value of a cell as it is printed."""
    return CellValue(text, Decimal(text.replace(".", "").replace(",", ".")), None, unit, money)


DATE = CellValue("05/01/2026", date=PartialDate(5, 1, 2026))
WORDS = CellValue("Kiến Hưng")


@pytest.mark.parametrize(
    ("value", "form", "printed"),
    [
        (number("143"), "", "143"),
        (number("143"), "text", "143"),
        (number("1.500"), "number", "1.500"),
        (number("3"), "two_digits", "03"),
        (number("1.500"), "two_digits", "1.500"),
        (number("1.500.000", money=True), "money", "1.500.000 đồng"),
        (number("1.500", "triệu đồng"), "money", "1.500 triệu đồng"),
        (number("1.500", "triệu đồng"), "words", "Một tỷ năm trăm triệu đồng"),
        (number("1.500,5", "nghìn đồng"), "words", "Một triệu năm trăm nghìn năm trăm đồng"),
        (number("10,5", "USD"), "words", "Mười đô la Mỹ và năm mươi xu"),
        (number("12,5", "%"), "words", "mười hai phẩy năm phần trăm"),
        (number("24"), "words", "hai mươi bốn"),
        (number("24", "người"), "words", "hai mươi bốn"),
        (number("12,5"), "percent", "12,5%"),
        (DATE, "date", "05/01/2026"),
        (DATE, "long_date", "ngày 05 tháng 01 năm 2026"),
    ],
)
def test_a_value_is_printed_by_its_format(value: CellValue, form: str, printed: str) -> None:
    """The unit of a column multiplies and names the currency."""
    assert print_cell_value(value, form) == printed


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (WORDS, "number"),
        (WORDS, "words"),
        (WORDS, "money"),
        (WORDS, "percent"),
        (WORDS, "date"),
        (WORDS, "long_date"),
        (WORDS, "two_digits"),
        (DATE, "number"),
        (number("143"), "date"),
        (number("-3"), "two_digits"),
        (number("3,5"), "two_digits"),
        (number("24", "người"), "money"),
        (number("1,5", "đồng"), "words"),
    ],
)
def test_a_value_of_another_kind_is_not_printed(value: CellValue, form: str) -> None:
    """Nothing is rounded or guessed."""
    assert print_cell_value(value, form) is None


def test_words_of_numbers_are_those_chosen() -> None:
    """lẻ and ngàn, tư."""
    chosen = Wording(empty_ten="lẻ", thousand="ngàn", four="tư")
    assert print_cell_value(number("24.105", "đồng"), "words", chosen) == (
        "Hai mươi tư ngàn một trăm lẻ năm đồng"
    )


def test_the_case_of_the_format_is_that_of_the_words() -> None:
    """«Bằng chữ» has a capital, «bằng chữ» none."""
    assert in_case_of("một đồng", "Bằng chữ") == "Một đồng"
    assert in_case_of("Một đồng", "bằng chữ") == "một đồng"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("143", number("143")),
        ("02", number("2")),
        ("ba", number("3")),
        ("143 cơ sở", number("143")),
        ("1.500", number("1.500")),
        ("1,500", number("1.500")),
        ("12,5%", number("12,5")),
        ("-3", number("-3")),
        ("1,5 tỷ đồng", number("1.500", "triệu đồng")),
        ("1.500 triệu đồng", number("1.500", "triệu đồng")),
        ("1.500", number("1.500", "triệu đồng")),
        ("1.500.000.000 đồng", number("1.500", "triệu đồng")),
        ("một tỷ năm trăm triệu đồng", number("1.500", "triệu đồng")),
        ("1,5 triệu", number("1.500.000")),
        ("kiến  hưng", WORDS),
        ("05/01/2026", DATE),
    ],
)
def test_what_says_the_same_agrees(written: str, value: CellValue) -> None:
    """By value, not by letters."""
    assert agrees(written, value) is True


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("134", number("143")),
        ("bốn", number("3")),
        ("1,5 tỷ đồng", number("1.501", "triệu đồng")),
        ("một triệu đồng", number("1.500", "triệu đồng")),
        ("1.500.000 đồng", number("1.500", "triệu đồng")),
        ("Kiến Hải", WORDS),
    ],
)
def test_what_says_something_else_does_not(written: str, value: CellValue) -> None:
    """A slip of a digit, of a unit, of a name."""
    assert agrees(written, value) is False


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("hơn trăm", number("143")),
        ("1.2.3", number("143")),
        ("một triệu đồng", number("143", "người")),
    ],
)
def test_what_cannot_be_read_is_not_judged(written: str, value: CellValue) -> None:
    """Neither yes nor no."""
    assert agrees(written, value) is None

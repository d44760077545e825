"""Values printed by a format, and written words held against them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from vnadmindocs.language.number_words import OF_THE_STATE, Wording
from vnadmindocs.notation.cell_value import CellValue, agrees, in_case_of, print_cell_value
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.value_format import ValueFormat, parse_format


def number(text: str, unit: str = "", *, money: bool = False) -> CellValue:
    """Give the value of a cell as it is printed."""
    return CellValue(text, Decimal(text.replace(".", "").replace(",", ".")), None, unit, money)


def printed(value: CellValue, written: str, wording: Wording = OF_THE_STATE) -> str | None:
    """Print a value in a format that is one."""
    form = parse_format(written)
    assert isinstance(form, ValueFormat)
    return print_cell_value(value, form, wording)


DATE = CellValue("05/01/2026", date=PartialDate(5, 1, 2026))
WORDS = CellValue("Kiến Hưng")


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (number("143"), "", "143"),
        (number("143"), "nguyên văn", "143"),
        (number("1.500"), "số", "1.500"),
        (number("3"), "hai chữ số", "03"),
        (number("1.500"), "hai chữ số", "1.500"),
        (number("1.500.000", money=True), "tiền", "1.500.000 đồng"),
        (number("1.500", "triệu đồng"), "tiền", "1.500 triệu đồng"),
        (number("1.500", "triệu đồng"), "Bằng chữ", "Một tỷ năm trăm triệu đồng"),
        (number("1.500,5", "nghìn đồng"), "Bằng chữ", "Một triệu năm trăm nghìn năm trăm đồng"),
        (number("10,5", "USD"), "bằng chữ", "mười đô la Mỹ và năm mươi xu"),
        (number("12,5", "%"), "bằng chữ", "mười hai phẩy năm phần trăm"),
        (number("24"), "bằng chữ", "hai mươi bốn"),
        (number("24", "người"), "bằng chữ", "hai mươi bốn"),
        (number("12,5"), "phần trăm", "12,5%"),
        (DATE, "ngày", "05/01/2026"),
        (DATE, "ngày đầy đủ", "ngày 05 tháng 01 năm 2026"),
    ],
)
def test_a_value_is_printed_by_its_format(value: CellValue, form: str, words: str) -> None:
    """The unit of a column multiplies and names the currency."""
    assert printed(value, form) == words


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (WORDS, "số"),
        (WORDS, "bằng chữ"),
        (WORDS, "tiền"),
        (WORDS, "phần trăm"),
        (WORDS, "ngày"),
        (WORDS, "ngày đầy đủ"),
        (WORDS, "hai chữ số"),
        (DATE, "số"),
        (number("143"), "ngày"),
        (number("-3"), "hai chữ số"),
        (number("3,5"), "hai chữ số"),
        (number("24", "người"), "tiền"),
        (number("1,5", "đồng"), "bằng chữ"),
    ],
)
def test_a_value_of_another_kind_is_not_printed(value: CellValue, form: str) -> None:
    """Nothing is rounded or guessed."""
    assert printed(value, form) is None


def test_words_of_numbers_are_those_chosen() -> None:
    """lẻ and ngàn, tư."""
    chosen = Wording(empty_ten="lẻ", thousand="ngàn", four="tư")
    assert printed(number("24.105", "đồng"), "Bằng chữ", chosen) == (
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

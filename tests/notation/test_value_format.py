"""Values of a list, read by their kind and printed in a declared format."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.figure import Figure, Unread
from vnadmindocs.notation.value_format import (
    NoForm,
    Value,
    ValueFormat,
    format_names,
    parse_format,
    parse_value,
    print_value,
)

DAY = PartialDate(5, 3, 2026)


def printed(value: Value, kind: str, written: str) -> str | NoForm:
    """Print a value in a format that is one, and fits."""
    form = parse_format(written)
    assert isinstance(form, ValueFormat)
    assert form.misfit(kind) is None
    return print_value(value, kind, form)


@pytest.mark.parametrize(
    ("value", "kind", "written", "words"),
    [
        ("Nguyễn Văn An", "text", "", "Nguyễn Văn An"),
        ("Nguyễn Văn An", "text", "chữ hoa", "NGUYỄN VĂN AN"),
        ("chuyên viên chính", "text", "hoa đầu", "Chuyên viên chính"),
        ("PHÓ GIÁM ĐỐC", "text", "Chữ thường; hoa đầu", "Phó giám đốc"),
        (DAY, "date", "", "05/3/2026"),
        (DAY, "date", "dd/mm/yyyy", "05/03/2026"),
        (DAY, "date", "d-m-yyyy", "5-3-2026"),
        (DAY, "date", "mm/yyyy", "03/2026"),
        (DAY, "date", "ngày dd tháng mm năm yyyy", "ngày 05 tháng 03 năm 2026"),
        (DAY, "date", "đầy đủ", "ngày 05 tháng 3 năm 2026"),
        (DAY, "date", "đầy đủ; hoa đầu", "Ngày 05 tháng 3 năm 2026"),
        (PartialDate(None, 3, 2026), "date", "", "tháng 3 năm 2026"),
        (PartialDate(None, 3, 2026), "date", "dd/mm/yyyy", "…/03/2026"),
        (Figure(Decimal(1234567)), "integer", "", "1.234.567"),
        (Figure(Decimal(7)), "integer", "000", "007"),
        (Figure(Decimal("2.34")), "number", "", "2,34"),
        (Figure(Decimal("2.345")), "number", "0,00", "2,35"),
        (Figure(Decimal("1234.5")), "number", "#.##0,00", "1.234,50"),
        (Figure(Decimal("-1234.5")), "number", "0,0", "-1234,5"),
        (Figure(Decimal("12.5"), percent=True), "percent", "", "12,5%"),
        (Figure(Decimal("12.5"), percent=True), "percent", "0,00", "12,50%"),
        (Figure(Decimal("2.34")), "number", "bằng chữ", "hai phẩy ba bốn"),
        (Figure(Decimal(1500000)), "money", "bằng chữ", "một triệu năm trăm nghìn đồng"),
        (Figure(Decimal(1500000)), "money", "Bằng chữ", "Một triệu năm trăm nghìn đồng"),
        (Figure(Decimal(1500000)), "money", "tiền", "1.500.000 đồng"),
        (Figure(Decimal(7)), "integer", "hai chữ số", "07"),
        (Figure(Decimal(123)), "integer", "hai chữ số", "123"),
        (Figure(Decimal("1234.5")), "number", "số", "1.234,5"),
        (Figure(Decimal(15)), "number", "phần trăm", "15%"),
        (Figure(Decimal(15), percent=True), "percent", "bằng chữ", "mười lăm phần trăm"),
        (DAY, "date", "ngày", "05/3/2026"),
        (DAY, "date", "ngày đầy đủ", "ngày 05 tháng 3 năm 2026"),
        ("An", "text", "chữ hoa; nguyên văn", "An"),
    ],
)
def test_a_value_is_printed(value: Value, kind: str, written: str, words: str) -> None:
    """Dates in the house's form, numbers in the Vietnamese writing, unless a format says else."""
    assert printed(value, kind, written) == words


def test_an_amount_with_parts_of_a_dong_has_no_words() -> None:
    """It is no amount that can be paid."""
    assert printed(Figure(Decimal("1.5")), "money", "bằng chữ") is NoForm.HALVES


@pytest.mark.parametrize("number", ["1.5", "-3"])
def test_two_digits_are_of_whole_numbers_from_0(number: str) -> None:
    """Nothing is rounded to make it fit."""
    assert printed(Figure(Decimal(number)), "number", "hai chữ số") is NoForm.NO_COUNT


def test_what_counts_no_money_is_not_printed_as_money() -> None:
    """A unit of another kind is never followed by đồng."""
    form = parse_format("tiền")
    assert isinstance(form, ValueFormat)
    assert print_value(Figure(Decimal(3)), "number", form, unit="cơ sở") is NoForm.NO_MONEY


@pytest.mark.parametrize(
    "written", ["dd/mn/yyyy", "yy", "{x}", "0.00", "__class__", "ngày mai", "1+1", "%d", "chữ to"]
)
def test_what_is_no_format_comes_back(written: str) -> None:
    """Nothing is evaluated and nothing guessed; the step at fault is named."""
    assert parse_format(f"chữ hoa; {written}") == written


@pytest.mark.parametrize(
    ("written", "kind"),
    [("dd/mm/yyyy", "text"), ("0,00", "date"), ("bằng chữ", "text"), ("đầy đủ", "money")],
)
def test_a_format_has_its_kinds(written: str, kind: str) -> None:
    """A date is no number, and a text is neither."""
    form = parse_format(written)
    assert isinstance(form, ValueFormat)
    assert form.misfit(kind) == form.steps[0]


def test_every_format_that_is_offered_is_one() -> None:
    """The words that a finding names can be written."""
    assert all(isinstance(parse_format(name), ValueFormat) for name in format_names())
    assert "bằng chữ" in format_names()


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("=1+1", "text", "=1+1"),
        ("1.234", "integer", Figure(Decimal(1234))),
        ("1.234.567", "money", Figure(Decimal(1234567))),
        ("12,5%", "percent", Figure(Decimal("12.5"), percent=True)),
        ("12,5", "percent", Figure(Decimal("12.5"), percent=True)),
        ("30/4/2025", "date", PartialDate(30, 4, 2025)),
        ("1.234", "money", Unread.AMBIGUOUS),
        ("12,5%", "money", Unread.UNREADABLE),
        ("2,5", "integer", Unread.UNREADABLE),
        ("31/4/2025", "date", Unread.UNREADABLE),
        ("5 triệu", "money", Unread.UNREADABLE),
    ],
)
def test_a_cell_is_read_by_its_kind(text: str, kind: str, value: Value | Unread) -> None:
    """Text is left alone; a number is never guessed."""
    assert parse_value(text, kind) == value


def test_a_declared_writing_settles_a_number() -> None:
    """It reads one way then."""
    assert parse_value("1.234", "number", "english") == Figure(Decimal("1.234"))
    assert parse_value("1.234", "number", "vietnamese") == Figure(Decimal("1234"))


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_dates_are_read_back(day: datetime.date) -> None:
    """Whatever pattern has day, month and year says the same day."""
    date = PartialDate(day.day, day.month, day.year)
    for written in ("", "dd/mm/yyyy", "d.m.yyyy", "yyyy-mm-dd", "đầy đủ"):
        words = printed(date, "date", written)
        assert isinstance(words, str)
        assert parse_value(words, "date") == date


@given(st.decimals(-(10**12), 10**12, places=2))
def test_numbers_are_read_back(number: Decimal) -> None:
    """Grouped or not, with all its decimals."""
    for written in ("", "#.##0,00", "0,00"):
        words = printed(Figure(number), "number", written)
        assert isinstance(words, str)
        assert parse_value(words, "number", "vietnamese") == Figure(number)

"""Amounts of money in words, and words back into amounts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.language.money_words import (
    Money,
    currencies,
    currency_of,
    money_words,
    read_money_words,
)
from vnadmindocs.language.number_words import Wording

WORDINGS = (Wording(), Wording(empty_ten="lẻ", thousand="ngàn", four="tư"))


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        ("1500000", "VND", "Một triệu năm trăm nghìn đồng"),
        ("0", "VND", "Không đồng"),
        ("-2000", "VND", "Âm hai nghìn đồng"),
        ("1234.50", "USD", "Một nghìn hai trăm ba mươi bốn đô la Mỹ và năm mươi xu"),
        ("0.05", "EUR", "Không euro và năm xu"),
        ("1000", "JPY", "Một nghìn yên Nhật"),
    ],
)
def test_an_amount_of_money_is_read(amount: str, currency: str, words: str) -> None:
    """With a capital, as after «Bằng chữ:»."""
    assert money_words(Decimal(amount), currency) == words


def test_half_a_dong_is_no_amount() -> None:
    """Nothing is rounded in silence."""
    with pytest.raises(ValueError, match=r"1\.5 is no amount of VND"):
        money_words(Decimal("1.5"))
    with pytest.raises(KeyError, match="XYZ"):
        money_words(1, "XYZ")


@given(
    st.sampled_from(sorted(currencies())),
    st.integers(min_value=0, max_value=10**40),
    st.sampled_from(WORDINGS),
)
def test_an_amount_comes_back_from_its_words(code: str, units: int, wording: Wording) -> None:
    """Of every currency, in every wording."""
    amount = Decimal(f"{units}E-{currencies()[code].decimals}")
    assert read_money_words(money_words(amount, code, wording)) == Money(amount, code)


@pytest.mark.parametrize(
    ("words", "amount", "code"),
    [
        ("Một triệu năm trăm ngàn đồng chẵn./.", "1500000", "VND"),
        ("MỘT TỈ, HAI TRĂM TRIỆU ĐỒNG", "1200000000", "VND"),
        ("hai mươi lăm triệu đồng Việt Nam.", "25000000", "VND"),
        ("hai phẩy năm triệu đồng", "2500000", "VND"),
        ("một nghìn hai trăm ba mươi tư triệu đồng", "1234000000", "VND"),
        ("một trăm lẻ năm đô-la Mỹ", "105", "USD"),
        ("Hai trăm euro và năm xu", "200.05", "EUR"),
        ("mười nhân dân tệ năm phân", "10.05", "CNY"),
    ],
)
def test_other_ways_of_writing_are_understood(words: str, amount: str, code: str) -> None:
    """Capitals, chẵn, ./., tỉ, commas, scaled numbers, other names of a currency."""
    assert read_money_words(words) == Money(Decimal(amount), code)


@pytest.mark.parametrize(
    "words",
    [
        "một triệu",
        "đồng",
        "một triệu rưỡi đồng",
        "một triệu đồng mỗi tháng",
        "một triệu năm đồng",
        "một nghìn năm đồng",
        "mười yên và năm xu",
        "hai euro và một trăm xu",
        "hai euro và năm",
        "từ một đến hai triệu đồng",
    ],
)
def test_what_is_not_certain_is_not_read(words: str) -> None:
    """An amount that is read wrong is worse than none."""
    assert read_money_words(words) is None


@pytest.mark.parametrize(
    ("sign", "code"),
    [("đồng", "VND"), ("VNĐ", "VND"), ("vnđ", "VND"), ("USD", "USD"), ("Đô  la Mỹ", "USD")],
)
def test_a_currency_is_known_by_word_code_and_sign(sign: str, code: str) -> None:
    """In any case of its letters."""
    assert currency_of(sign) == code


def test_what_is_no_currency_has_no_code() -> None:
    """A unit of a table may be «người»."""
    assert currency_of("người") is None

"""Numbers in words, and words back into numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.language.number_words import (
    Wording,
    number_words,
    read_number_words,
)

SOUTHERN = Wording(empty_ten="lẻ", thousand="ngàn")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (105, "một trăm linh năm"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_015, "một nghìn không trăm mười lăm"),
        (523_056, "năm trăm hai mươi ba nghìn không trăm năm mươi sáu"),
        (1_000_005, "một triệu không trăm linh năm"),
        (1_500_000, "một triệu năm trăm nghìn"),
        (1_005_000_000, "một tỷ không trăm linh năm triệu"),
        (2_230 * 10**9, "hai nghìn hai trăm ba mươi tỷ"),
        (10**14, "một trăm nghìn tỷ"),
        (10**15, "một triệu tỷ"),
        (10**18, "một tỷ tỷ"),
        (10**18 + 5, "một tỷ tỷ không trăm linh năm"),
        (-1, "âm một"),
        (-15, "âm mười lăm"),
        (-21, "âm hai mươi mốt"),
    ],
)
def test_an_integer_is_read_as_state_documents_write_it(number: int, words: str) -> None:
    """Of any size, negative ones too; num2words alone is wrong on most of these."""
    assert number_words(number) == words
    assert read_number_words(words) == number


def test_an_integer_beyond_floats_is_exact() -> None:
    """9007199254740993 is no float."""
    assert number_words(9_007_199_254_740_993).endswith(
        "hai trăm năm mươi bốn triệu bảy trăm bốn mươi nghìn chín trăm chín mươi ba"
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0.5", "không phẩy năm"),
        ("3.05", "ba phẩy không năm"),
        ("10.1", "mười phẩy một"),
        ("1.005", "một phẩy không không năm"),
        ("99.995", "chín mươi chín phẩy chín chín năm"),
        ("2.50", "hai phẩy năm không"),
        ("-0.5", "âm không phẩy năm"),
        ("1E+3", "một nghìn"),
    ],
)
def test_decimals_are_read_digit_by_digit(number: str, words: str) -> None:
    """None is rounded, and a zero that was written is read."""
    assert number_words(Decimal(number)) == words
    assert read_number_words(words) == Decimal(number)


def test_linh_and_nghin_may_be_le_and_ngan() -> None:
    """By choice; the default is that of state documents."""
    assert number_words(1_005, SOUTHERN) == "một ngàn không trăm lẻ năm"


def test_bon_after_muoi_may_be_tu() -> None:
    """By choice; num2words has ``bốn`` alone. 4 and 14 have no ``mươi``, 404 neither."""
    spoken = Wording(four="tư")
    assert number_words(24_124, spoken) == "hai mươi tư nghìn một trăm hai mươi tư"
    assert [number_words(each, spoken) for each in (4, 14, 404)] == [
        "bốn",
        "mười bốn",
        "bốn trăm linh bốn",
    ]


@given(st.integers(), st.sampled_from([Wording(), SOUTHERN, Wording(four="tư")]))
def test_an_integer_comes_back_from_its_words(number: int, wording: Wording) -> None:
    """In every wording."""
    assert read_number_words(number_words(number, wording)) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_a_decimal_comes_back_from_its_words(number: Decimal) -> None:
    """Digit by digit."""
    assert read_number_words(number_words(number)) == number


def test_all_small_numbers_come_back_and_differ() -> None:
    """Every group of three digits, alone and after thousands."""
    words = {number_words(number): number for number in range(20_000)}
    assert len(words) == 20_000
    assert all(read_number_words(text) == number for text, number in words.items())


def test_numbers_have_no_largest() -> None:
    """Python itself does not print this one."""
    number = 10**6000 + 7
    assert read_number_words(number_words(number)) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Hai mươi tư", 24),
        ("MỘT TRĂM LẺ NĂM", 105),
        ("một ngàn không trăm linh năm", 1_005),
        ("một nghìn linh năm", 1_005),
        ("một triệu năm mươi tư nghìn mười lăm", 1_054_015),
    ],
)
def test_other_ways_of_writing_are_understood(words: str, number: int) -> None:
    """Capitals, ``tư``, ``lẻ`` and ``ngàn``, ``không trăm`` left out."""
    assert read_number_words(words) == number


@pytest.mark.parametrize(
    "words",
    ["", "âm", "trăm", "một hai", "năm nghìn triệu", "một phẩy", "một phẩy mười", "không không",
     "một nghìn năm", "linh năm", "tỷ", "một triệu không nghìn", "một xu"],
)  # fmt: skip
def test_words_that_are_no_number_are_not_read(words: str) -> None:
    """A number that is read wrong is worse than none."""
    assert read_number_words(words) is None


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_what_is_no_finite_number_is_not_read(number: str) -> None:
    """There are no words for it."""
    with pytest.raises(ValueError, match="no number"):
        number_words(Decimal(number))

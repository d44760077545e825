"""Every fault of num2words 0.5.14 in Vietnamese, by its number in our list, and what we say.

What num2words says is asked too where it does not raise: a version that is right is a reason to
look again at what is composed here.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from num2words import num2words

from vnadmindocs.language.money_words import money_words
from vnadmindocs.language.number_words import Wording, number_words
from vnadmindocs.notation.figure import Figure, parse_figure


@pytest.mark.parametrize(
    ("fault", "number", "words", "theirs"),
    [
        ("N1", -1, "âm một", "mười chín"),
        ("N1", -15, "âm mười lăm", "năm"),
        ("N4", 10**18, "một tỷ tỷ", "một Quintillion"),
        ("N6", 2230 * 10**9, "hai nghìn hai trăm ba mươi tỷ", "hai nghìn tỷ hai trăm ba mươi tỷ"),
        ("N7", 1015, "một nghìn không trăm mười lăm", "một nghìn lẻ mười lăm"),
        (
            "N7",
            523_056,
            "năm trăm hai mươi ba nghìn không trăm năm mươi sáu",
            "năm trăm hai mươi ba nghìn lẻ năm mươi sáu",
        ),
        ("N8", Decimal("0.5"), "không phẩy năm", "không phẩy năm mươi"),
        ("N8", Decimal("3.05"), "ba phẩy không năm", "ba phẩy năm"),
        ("N8", Decimal("10.1"), "mười phẩy một", "mười phẩy mười"),
        ("N9", Decimal("1.005"), "một phẩy không không năm", "một"),
        ("N9", Decimal("99.995"), "chín mươi chín phẩy chín chín năm", "một trăm"),
    ],
)
def test_what_num2words_says_wrong_is_right(
    fault: str, number: int | Decimal, words: str, theirs: str
) -> None:
    """Negative numbers, large ones, the empty hundred, decimals."""
    given = float(number) if isinstance(number, Decimal) else number
    assert (fault, num2words(given, lang="vi").strip()) == (fault, theirs)
    assert number_words(number) == words


def test_n2_a_negative_number_over_twenty_is_read() -> None:
    """num2words has an IndexError for it."""
    with pytest.raises(IndexError):
        num2words(-21, lang="vi")
    assert number_words(-21) == "âm hai mươi mốt"


def test_n3_numbers_ten_times_apart_differ() -> None:
    """num2words reads both as ``một trăm nghìn tỷ``."""
    assert num2words(10**14, lang="vi") == num2words(10**15, lang="vi")
    assert number_words(10**14) == "một trăm nghìn tỷ"
    assert number_words(10**15) == "một triệu tỷ"


def test_n5_a_number_beyond_floats_is_exact() -> None:
    """num2words rounds it to a float, and repeats ``nghìn tỷ``."""
    assert num2words(9_007_199_254_740_993, lang="vi").endswith("chín trăm chín mươi hai")
    assert number_words(9_007_199_254_740_993) == (
        "chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ "
        "hai trăm năm mươi bốn triệu bảy trăm bốn mươi nghìn chín trăm chín mươi ba"
    )


def test_n10_money_is_read() -> None:
    """num2words has no currency in Vietnamese."""
    with pytest.raises(AttributeError):
        num2words(1_500_000, lang="vi", to="currency", currency="VND")
    assert money_words(1_500_000) == "Một triệu năm trăm nghìn đồng"


def test_n11_a_number_that_is_a_text_is_read_by_its_writing() -> None:
    """num2words has an AttributeError for ``'21'``; here a text is a figure first."""
    with pytest.raises(AttributeError):
        num2words("21", lang="vi")
    figure = parse_figure("21", None)
    assert isinstance(figure, Figure)
    assert number_words(figure.value) == "hai mươi mốt"


def test_n12_every_wording_can_be_had() -> None:
    """num2words has ``lẻ``, ``nghìn`` and ``bốn`` alone."""
    assert num2words(105, lang="vi") == "một trăm lẻ năm"
    chosen = Wording(empty_ten="lẻ", thousand="ngàn", four="tư")
    assert number_words(24_105) == "hai mươi bốn nghìn một trăm linh năm"
    assert number_words(24_105, chosen) == "hai mươi tư ngàn một trăm lẻ năm"

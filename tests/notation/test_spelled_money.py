"""Amounts written in figures and in words, found in running text."""

from __future__ import annotations

import time

import pytest

from vnadmindocs.notation.mention_signs import may_spell
from vnadmindocs.notation.spelled_money import spelled_money


def found(text: str, before: str = "") -> list[tuple[str, str, bool]]:
    """Give the figure, the words and whether they agree."""
    return [
        (each.figure, text[each.start : each.end], each.agrees)
        for each in spelled_money(text, before)
    ]


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        (
            "mức 1.500.000 đồng (Bằng chữ: một triệu năm trăm nghìn đồng)./.",
            "1.500.000 đồng",
            "một triệu năm trăm nghìn đồng",
        ),
        ("1.500.000đ (một triệu năm trăm ngàn đồng chẵn)", "1.500.000đ",
         "một triệu năm trăm ngàn đồng chẵn"),
        ("10.000.000 VNĐ/người (Mười triệu đồng)", "10.000.000 VNĐ", "Mười triệu đồng"),
        ("25 triệu đồng (hai mươi lăm triệu đồng)", "25 triệu đồng", "hai mươi lăm triệu đồng"),
        ("1,5 tỷ đồng (một tỷ năm trăm triệu đồng)", "1,5 tỷ đồng", "một tỷ năm trăm triệu đồng"),
        ("1,500,000 đồng (một triệu năm trăm nghìn đồng)", "1,500,000 đồng",
         "một triệu năm trăm nghìn đồng"),
        ("1 500 000 đồng (một triệu năm trăm nghìn đồng)", "1 500 000 đồng",
         "một triệu năm trăm nghìn đồng"),
        ("1.500.000 (một triệu năm trăm nghìn đồng)", "1.500.000",
         "một triệu năm trăm nghìn đồng"),
        ("105 USD (Một trăm lẻ năm đô la Mỹ)", "105 USD", "Một trăm lẻ năm đô la Mỹ"),
        ("10,50 euro (mười euro và năm mươi xu)", "10,50 euro", "mười euro và năm mươi xu"),
        ("Tổng cộng: 2.000 đồng. Bằng chữ: Hai nghìn đồng./.", "2.000 đồng", "Hai nghìn đồng"),
        ("là 2.000 đồng cho mỗi đề tài (Bằng chữ: Hai nghìn đồng).", "2.000 đồng",
         "Hai nghìn đồng"),
        ("2.000 đồng, viết bằng chữ là hai nghìn đồng; gửi", "2.000 đồng", "hai nghìn đồng"),
        ("2.000 ĐỒNG (BẰNG CHỮ: HAI NGHÌN ĐỒNG)", "2.000 ĐỒNG", "HAI NGHÌN ĐỒNG"),
        ("từ 1.000 đồng đến 2.000 đồng (hai nghìn đồng)", "2.000 đồng", "hai nghìn đồng"),
    ],
)  # fmt: skip
def test_what_is_written_twice_is_found(text: str, figure: str, words: str) -> None:
    """In every way of writing; both sides are one amount."""
    assert may_spell(text)
    assert found(text) == [(figure, words, True)]


def test_a_difference_is_found() -> None:
    """A thousand for a hundred thousand."""
    text = "1.500.000 đồng (một triệu năm mươi nghìn đồng), 2 triệu đồng (hai triệu đồng)"
    assert found(text) == [
        ("1.500.000 đồng", "một triệu năm mươi nghìn đồng", False),
        ("2 triệu đồng", "hai triệu đồng", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1.500.000 đồng (một triệu rưỡi đồng)",
        "1.500.000 đồng (mỗi tháng một triệu đồng)",
        "1.500.000 đồng (kể cả thuế)",
        "500 USD (mười hai triệu đồng)",
        "5 triệu 500 nghìn đồng (năm triệu năm trăm nghìn đồng)",
        "từ 1 - 2 triệu đồng (một triệu đồng)",
        "Bằng chữ: một triệu đồng (1.000.000 đồng)",
        "đã chi 500.000 đồng. Bằng chữ: một triệu đồng (1.000.000 đồng)",
        "500.000 đồng của năm 2025 (Bằng chữ: một triệu đồng)",
        "Điều 5 (một trăm đồng)",
        "12.5.2026 (một trăm đồng)",
        "số 1.234/QĐ-UBND (một trăm đồng)",
        "Bằng chữ: Một triệu đồng.",
        "01 người 02 triệu đồng, 03 người (ba trăm đồng)",
    ],
)
def test_what_is_not_certain_is_passed_over(text: str) -> None:
    """A false alarm is as bad as a miss."""
    assert [each for each in found(text) if not each[2]] == []


def test_words_in_the_next_paragraph_are_of_the_last_amount() -> None:
    """Where the paragraph above ends with it."""
    text = "(Bằng chữ: Một triệu đồng chẵn./.)"
    assert found(text, "Tổng số tiền: 1.000.000 đồng.") == [
        ("1.000.000 đồng", "Một triệu đồng chẵn", True)
    ]
    assert found(text, "Tổng số tiền 2.000.000 đồng được chi trong quý I.") == []


def test_a_figure_that_reads_two_ways_is_either() -> None:
    """1.500 may be a thousand and more, or one and a half."""
    assert found("1,500 triệu đồng (một triệu năm trăm nghìn đồng)")[0][2]
    assert found("1,500 triệu đồng (một tỷ năm trăm triệu đồng)")[0][2]


def test_a_long_text_takes_linear_time() -> None:
    """Digits, brackets and labels without end."""
    start = time.perf_counter()
    for piece in ("1.500.000 đồng (", "(Bằng chữ: ", "1 triệu ", "bằng chữ ", "một "):
        found(piece * 5_000)
    assert time.perf_counter() - start < 5

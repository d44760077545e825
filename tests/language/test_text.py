"""Cleaning, folding and near misses."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.language.text import (
    capitalized,
    clean,
    closest,
    fold,
    is_capitals,
    uncapitalized,
    without_accents,
)

ANY_TEXT = st.text()


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """A cleaned text is composed (NFC), and cleaning it again returns the same object."""
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) is cleaned


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    """Folded names can be compared with names to be folded."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("Nơi nhận", "Nơi nhận"),
        (unicodedata.normalize("NFD", "Nơi nhận"), "Nơi nhận"),
        ("Số:\u00a0\u00a005", "Số:  05"),
        ("A\tB", "A B"),
        ("\ufeffA\u200bB\u00adC\u200eD", "ABCD"),
        ("một\r\nhai\rba\vbốn\u2028năm", "một\nhai\nba\nbốn\nnăm"),
        ("A\x00B\x1fC\x85D", "ABC\nD"),
        ("giai đoạn 2026–2030…", "giai đoạn 2026–2030…"),
    ],
)
def test_a_text_is_cleaned_of_what_nobody_sees(written: str, cleaned: str) -> None:
    """Dashes, dots and every visible character stay as they were typed."""
    assert clean(written) == cleaned


@pytest.mark.parametrize(
    "name", ["nơi nhận", "Nơi Nhận", "NƠI_NHẬN", "noi-nhan", "nơi\u00a0nhận", " noi  nhan "]
)
def test_every_spelling_of_a_name_folds_alike(name: str) -> None:
    """Case, marks and the kind of gap make no difference to a name."""
    assert fold(name) == "noi_nhan"


def test_the_letter_d_with_a_stroke_folds_to_d() -> None:
    """Đ has no decomposition in Unicode; it and the eth of old converters fold to d."""
    assert fold("độ khẩn") == fold("Ðộ khẩn") == "do_khan"


def test_i_and_y_stay_apart() -> None:
    """Variants of i and y are aliases, not foldings."""
    assert fold("kí hiệu") == "ki_hieu"
    assert fold("ký hiệu") == "ky_hieu"


def test_marks_come_off_and_case_stays() -> None:
    """Names of people become what an e-mail address needs."""
    assert without_accents("Đỗ Thị Hường ỦY BAN") == "Do Thi Huong UY BAN"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ỦY BAN", True), ("Ủy BAN", False), ("2025", False), ("", False), ("TM. 1/2", True)],
)
def test_capitals_need_a_letter_and_no_small_one(text: str, expected: bool) -> None:
    """Digits and punctuation alone are no capitals."""
    assert is_capitals(text) is expected


def test_a_phrase_goes_to_the_head_or_the_middle_of_a_sentence() -> None:
    """Only the first letter changes, and an abbreviation keeps its capitals."""
    assert capitalized("đề nghị Sở Nội vụ") == "Đề nghị Sở Nội vụ"
    assert uncapitalized("Đề nghị Sở Nội vụ") == "đề nghị Sở Nội vụ"
    assert uncapitalized("UBND tỉnh") == "UBND tỉnh"
    assert capitalized("") == uncapitalized("") == ""
    assert uncapitalized("2025") == "2025"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("trich yêuu", "trích yếu"),
        ("nơi nhận", "nơi nhận"),
        ("nơi nhânj", "nơi nhận"),
        ("sô", "số"),
        ("soo", "số"),
        ("căn cú", "căn cứ"),
        ("ngyà", "ngày"),
        ("xyz", None),
        ("ba", None),
    ],
)
def test_a_near_miss_finds_the_name_that_was_meant(written: str, meant: str | None) -> None:
    """One slip in a short name, more in a longer one."""
    names = ["số", "ngày", "căn cứ", "trích yếu", "nơi nhận"]
    assert closest(written, names) == meant


def test_the_first_of_equally_near_names_wins() -> None:
    """Callers put the likelier name first."""
    assert closest("bang", ["hang", "bảng", "băng"]) == "bảng"
    assert closest("cang", ["hàng", "bảng"]) == "hàng"
    assert closest("abcdef", ["abcxyz"], limit=2) is None

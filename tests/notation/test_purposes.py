"""What a copy is for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.notation.purposes import (
    full_purpose,
    purpose_of,
    purposes,
    unknown_purpose,
    without_purpose,
)


@pytest.mark.parametrize(
    ("bracket", "full"),
    [
        ("(để b/c)", "để báo cáo"),
        ("(b/cáo)", "để báo cáo"),
        ("(để ph/h)", "để phối hợp"),
        ("(để p/h, t/h)", "để phối hợp, thực hiện"),
        ("(để B/C và ch/đ)", "để báo cáo và chỉ đạo"),
        ("(để đăng Công báo)", "để đăng công báo"),
        ("(báo cáo)", "để báo cáo"),
        ("(xin ý kiến)", "xin ý kiến"),
        ("(bnt)", "bnt"),
    ],
)
def test_a_purpose_is_written_out(bracket: str, full: str) -> None:
    """This test shows what the customary abbreviations stand for."""
    assert full_purpose(bracket) == full


def test_no_abbreviation_stands_for_two_things() -> None:
    """This test shows that the table can be read backwards."""
    assert purposes()["b/c"] == "báo cáo"
    assert {name for name, words in purposes().items() if words == "phối hợp"} >= {"p/h", "ph/h"}
    assert all(purposes()[words] == words for words in purposes().values())


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("UBND TP (để b/c)", "UBND TP"),
        ("Cơ quan Báo; (để đưa tin)", "Cơ quan Báo"),
        ("(để b/c)", ""),
        ("Bộ Công an (A05)", "Bộ Công an (A05)"),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_a_recipient_is_known_without_its_purpose(words: str, bare: str) -> None:
    """This test shows that no other bracket is taken off."""
    assert without_purpose(words) == bare


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("UBND tỉnh (để b/x)", "b/x"),
        ("UBND tỉnh (b/x)", "b/x"),
        ("UBND tỉnh (để b/c, k/z)", "k/z"),
        ("UBND tỉnh (để b/c, p/h)", ""),
        ("Đ/c Bí thư (đ/c Hà)", ""),
        ("Giám đốc Sở (đ/c Hà)", ""),
        ("P/Đ liên quan (để thực hiện)", ""),
        ("Phòng A (2/3 bản)", ""),
        ("Sở Y tế (Phòng TC/HC)", ""),
        ("UBND tỉnh (để đăng Công báo)", ""),
        ("Đội 1/2", ""),
    ],
)
def test_only_an_abbreviation_in_the_place_of_a_purpose_is_judged(words: str, found: str) -> None:
    """This test shows that names and fractions are let be."""
    assert unknown_purpose(words) == found


@given(st.text(st.sampled_from("(để b/c).đ/;x "), max_size=20))
def test_any_words_are_read(words: str) -> None:
    """This test shows that what is found stands in the words, and goes when it is taken off."""
    assert purpose_of(words) in words
    assert unknown_purpose(words) in words
    assert len(without_purpose(words)) <= len(words)

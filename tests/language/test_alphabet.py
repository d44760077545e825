"""The letters of points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.language.alphabet import POINT_LETTERS, point_index, point_letter


@given(st.sampled_from((*POINT_LETTERS, *(letter * 2 for letter in POINT_LETTERS))))
def test_a_letter_and_its_place_are_inverse(letter: str) -> None:
    """Every letter has one place."""
    index = point_index(letter)
    assert index is not None
    assert point_letter(index) == letter


def test_after_d_comes_d_with_a_stroke() -> None:
    """The order is the Vietnamese one, without f, j, w, z and the letters with hats."""
    assert "".join(POINT_LETTERS[:8]) == "abcdđegh"
    assert len(POINT_LETTERS) == 23
    letters = ("â", "f", "A", "", "ab", "ff", "aaa")
    assert [point_index(letter) for letter in letters] == [None] * len(letters)


def test_after_the_last_letter_they_are_doubled() -> None:
    """The twenty-fourth point is aa, the one after it bb."""
    assert [point_letter(index) for index in (22, 23, 24, 27)] == ["y", "aa", "bb", "đđ"]


@pytest.mark.parametrize("index", [-1, 46])
def test_there_is_no_letter_past_the_second_round(index: int) -> None:
    """A forty-seventh point has no letter."""
    with pytest.raises(ValueError, match="from 0 to 45"):
        point_letter(index)

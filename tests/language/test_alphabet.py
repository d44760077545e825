"""The letters of points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.language.alphabet import POINT_LETTERS, point_index, point_letter


@given(st.sampled_from(POINT_LETTERS))
def test_a_letter_and_its_place_are_inverse(letter: str) -> None:
    """Every letter has one place."""
    index = point_index(letter)
    assert index is not None
    assert point_letter(index) == letter


def test_after_d_comes_d_with_a_stroke() -> None:
    """The order is the Vietnamese one, without f, j, w, z and the letters with hats."""
    assert "".join(POINT_LETTERS[:8]) == "abcdđegh"
    assert len(POINT_LETTERS) == 23
    assert [point_index(letter) for letter in ("â", "f", "A", "", "ab")] == [None] * 5


@pytest.mark.parametrize("index", [-1, 23])
def test_there_is_no_letter_past_the_alphabet(index: int) -> None:
    """A twenty-fourth point has no letter."""
    with pytest.raises(ValueError, match="from 0 to 22"):
        point_letter(index)

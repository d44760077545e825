"""Roman numerals."""

from __future__ import annotations

import pytest

from vnadmindocs.language.numerals import from_roman, to_roman


def test_reading_undoes_writing_for_every_number() -> None:
    """All 3999 of them."""
    assert [from_roman(to_roman(number)) for number in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1999, "MCMXCIX")],
)
def test_numbers_are_written_as_on_a_dial_of_law(number: int, numeral: str) -> None:
    """Subtractive form: four is IV."""
    assert to_roman(number) == numeral


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "i", "A", "XIV.", "MMMM"])
def test_a_misspelt_numeral_is_none(text: str) -> None:
    """Only the one right spelling counts, in capitals."""
    assert from_roman(text) is None


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_out_of_range_are_refused(number: int) -> None:
    """There is no zero and nothing past 3999."""
    with pytest.raises(ValueError, match="1 to 3999"):
        to_roman(number)

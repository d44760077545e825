"""Lengths: conversions are inverse to each other, and equality is Word's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs import units

LENGTHS = st.floats(0, 2000)


def test_an_inch_is_72_points_and_1440_twips() -> None:
    """The three units agree."""
    assert units.mm_to_pt(25.4) == 72
    assert units.pt_to_mm(72) == 25.4
    assert units.mm_to_twips(25.4) == 1440
    assert units.pt_to_twips(72) == 1440


def test_a4_in_twips_is_what_word_writes() -> None:
    """11906 by 16838."""
    assert (units.mm_to_twips(210), units.mm_to_twips(297)) == (11906, 16838)


def test_a_millimetre_is_36000_emu() -> None:
    """The unit of DrawingML."""
    assert units.mm_to_emu(1) == 36_000


def test_sizes_are_half_points() -> None:
    """w:sz counts half-points."""
    assert units.pt_to_half_points(13) == 26
    assert units.pt_to_half_points(13.5) == 27


def test_what_comes_back_from_word_is_the_same_length() -> None:
    """15 mm comes back as 14.993 mm."""
    assert units.twips_to_mm(units.mm_to_twips(15)) == pytest.approx(14.993, abs=0.001)
    assert units.same_length_mm(15, 14.993)
    assert not units.same_length_mm(15, 14.9)


@given(LENGTHS)
def test_points_and_millimetres_are_inverse(mm: float) -> None:
    """Up to the last bits."""
    assert units.pt_to_mm(units.mm_to_pt(mm)) == pytest.approx(mm)


@given(st.integers(0, 100_000))
def test_a_length_on_words_grid_stays_on_it(twips: int) -> None:
    """Twips survive the way over millimetres."""
    assert units.mm_to_twips(units.twips_to_mm(twips)) == twips


@given(LENGTHS)
def test_rounding_to_words_grid_moves_a_length_by_half_a_twip_at_most(mm: float) -> None:
    """Nobody sees 0.009 mm."""
    moved = abs(units.twips_to_mm(units.mm_to_twips(mm)) - mm)
    assert moved <= units.twips_to_mm(1) / 2 + 1e-9

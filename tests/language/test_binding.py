"""Words that stay together at the end of a line."""

from __future__ import annotations

import pytest

from vnadmindocs.assets import data_file
from vnadmindocs.language.binding import looseness


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("năm", "2025"),
        ("của", "Bộ"),
        ("VỀ", "việc"),
        ("ỦY", "BAN"),
        ("thành", "phố,"),
        ("2026", "-"),
        ("-", "2030"),
        ("NĐ-", "CP"),
        ("2026–", "2030"),
        ("đoạn", "2026"),
    ],
)
def test_a_line_should_not_end_between_words_that_lead_on(before: str, after: str) -> None:
    """Numbers, dashes, prepositions and compounds hold."""
    assert looseness(before, after) == 0.0


@pytest.mark.parametrize(
    ("before", "after"),
    [("số,", "ngày"), ("khai", "kế"), ("DÂN", "THÀNH"), ("", "a"), ("a", ""), ("năm.", "2025")],
)
def test_a_line_may_end_between_other_words(before: str, after: str) -> None:
    """Punctuation frees even a word that leads on."""
    assert looseness(before, after) == 1.0


def test_a_name_holds_loosely() -> None:
    """Two capitalised words are mostly one name, but not surely."""
    assert looseness("Hải", "Phòng") == 0.5


def test_the_list_of_bound_words_is_in_small_letters_and_says_nothing_twice() -> None:
    """A colleague adds a line; this test tells when it can never match."""
    lines = data_file("language", "binding.txt").read_text("utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    assert all(entry == entry.lower() for entry in entries)
    assert all(len(entry.split()) in (1, 2) for entry in entries)
    assert sorted(set(entries)) == sorted(entries)

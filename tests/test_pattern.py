"""Patterns that compile themselves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.pattern import any_of, pattern


def test_it_finds_what_a_compiled_pattern_finds() -> None:
    """It finds what a compiled pattern finds."""
    ours, compiled = pattern(r"(\d+)", re.IGNORECASE), re.compile(r"(\d+)", re.IGNORECASE)
    for _ in range(2):
        assert ours.sub("x", "a1b22") == compiled.sub("x", "a1b22") == "axbx"
        assert ours.findall("a1b22") == ["1", "22"]
    assert (ours.pattern, ours.flags, ours.groups) == (compiled.pattern, compiled.flags, 1)


def test_it_is_compiled_only_when_it_is_used() -> None:
    """It is compiled only when it is used."""
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.match("")


def test_it_has_the_names_of_a_pattern_and_no_others() -> None:
    """It has the names of a pattern and no others."""
    with pytest.raises(AttributeError):
        _ = pattern("a").no_such_thing  # type: ignore[attr-defined]


@given(st.sets(st.text("abA. ", min_size=1, max_size=4), min_size=1, max_size=9), st.text("abA. "))
def test_any_of_finds_the_longest_of_its_words(words: set[str], text: str) -> None:
    """Of the words that begin at a place it finds the longest, as a plain list does."""
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    for end in ("", r"(?!\w)"):
        expected = re.match(f"(?:{plain}){end}", text)
        found = re.match(any_of(*words) + end, text)
        assert (found and found[0]) == (expected and expected[0])
        either = re.match(any_of(*words, either_case=True) + end, text.lower())
        small = re.match(f"(?:{plain.lower()}){end}", text.lower())
        if all(word[1:] == word[1:].lower() for word in words):
            assert (either and either[0]) == (small and small[0])


def test_any_of_reads_words_as_they_are_written() -> None:
    """Words are parted by a stroke; spaces and the case of the first letter as asked."""
    assert re.findall(any_of("về việc|về", "v/v"), "về, về việc, v/v") == ["về", "về việc", "v/v"]
    types = any_of("Nghị định", "luật", space=r"\s+", either_case=True)
    assert re.findall(types, "nghị  định, Luật, nghị Định") == ["nghị  định", "Luật"]

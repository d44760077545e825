"""Patterns that compile themselves."""

from __future__ import annotations

import re

import pytest

from vnadmindocs.pattern import pattern


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

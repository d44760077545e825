"""Property tests run by the one profile of tests/conftest.py."""

import os
import re

from hypothesis import settings

from tests.meta.tree import ROOT, shown


def test_no_property_test_fails_for_being_slow() -> None:
    """A deadline would make a loaded machine look like a fault."""
    assert settings().deadline is None


def test_no_test_has_a_deadline_of_its_own() -> None:
    """The profile says it for all."""
    own = [
        shown(path)
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if re.search(r"settings\([^)]*\bdeadline=", path.read_text(encoding="utf-8"))
    ]
    assert own == []


def test_ci_tries_the_same_examples_again() -> None:
    """What fails there fails on every machine that says so."""
    assert settings().derandomize == (os.environ.get("CI") == "true")

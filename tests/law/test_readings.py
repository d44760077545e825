"""The readings: every page complete, and every key and place it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vnadmindocs.law.looks import looks
from vnadmindocs.law.norms import norms
from vnadmindocs.law.wording import wordings
from vnadmindocs.locator import locator_in_words

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "readings"
PAGES = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
KEYS = {"Norms": norms(), "Wording": wordings(), "Looks": looks()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
class TestEveryPage:
    """What holds for each page."""

    def test_it_has_question_evidence_decision_and_consequence(self, page: Path) -> None:
        """In this order, on at most thirty lines."""
        text = page.read_text(encoding="utf-8")
        parts = ["# ", "**Question.**", "**Evidence**", "**Decision.**", "**In the product**"]
        places = [text.find(part) for part in parts]
        assert -1 not in places
        assert places == sorted(places)
        assert 12 <= len(text.splitlines()) <= 30

    def test_the_keys_it_names_are_there(self, page: Path) -> None:
        """A renamed key leaves no stale page behind."""
        product = page.read_text(encoding="utf-8").partition("**In the product**")[2]
        for item in re.split(r"^- ", product, flags=re.MULTILINE):
            kind = item.partition(":")[0]
            # A key with a note in brackets: only what comes before the bracket names keys.
            names = re.sub(r"\([^)]*\)", "", item)
            for key in re.findall(r"`([a-z][a-z_.0-9]*)`", names) if kind in KEYS else []:
                assert key in KEYS[kind], key

    def test_the_places_it_names_can_be_said(self, page: Path) -> None:
        """Every locator in code marks parses."""
        text = page.read_text(encoding="utf-8")
        for locator in re.findall(r"`((?:PL\d|Đ\.)[^`]*)`", text):
            assert locator_in_words(locator, "vi")

    def test_the_index_lists_it(self, page: Path) -> None:
        """By its title."""
        title = page.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        index = (FOLDER / "README.md").read_text(encoding="utf-8")
        assert f"[{title}]({page.name})" in index


def test_the_index_lists_nothing_else() -> None:
    """No link of the index is dead."""
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\]\(([^)]+\.md)\)", index)) == [page.name for page in PAGES]

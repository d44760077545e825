"""The page of the types: made from the data, its record silent."""

from __future__ import annotations

from pathlib import Path

from tests.docs.fenced import fenced
from tools.make_types_page import PAGE, page
from vnadmindocs.api import check

README = Path(__file__).parents[2] / "README.md"


def test_the_page_is_the_one_that_the_data_give() -> None:
    """Run ``python tools/make_types_page.py`` when this fails."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_blank_form_of_the_page_is_silent() -> None:
    """This test shows that what the page tells to write raises nothing."""
    (record,) = (block.text for block in fenced(PAGE) if block.kind == "yaml")
    assert [each.message.en for each in check(record)] == []


def test_the_readme_leads_to_it() -> None:
    """Whoever looks for a type finds the list."""
    assert "docs/types.md" in README.read_text(encoding="utf-8")

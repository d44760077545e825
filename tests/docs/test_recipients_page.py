"""The page about recipients: its record is silent, its files and tables are the tool's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.fenced import fenced
from vnadmindocs.api import check, render
from vnadmindocs.diagnostics.catalogue import family
from vnadmindocs.law.document_types import document_types
from vnadmindocs.notation.purposes import purposes

PAGE = Path(__file__).parents[2] / "docs" / "recipients.md"
TEXT = PAGE.read_text(encoding="utf-8")
RECORD = next(block.text for block in fenced(PAGE) if block.kind == "yaml")


def _row(label: str) -> set[str]:
    """Give what a row of the table of types lists, brackets left out."""
    row = next(line for line in TEXT.splitlines() if line.startswith(f"| {label} |"))
    return {re.sub(r"\s*\(.*?\)", "", each).strip() for each in row.split("|")[2].split(",")}


def test_the_record_of_the_page_is_silent() -> None:
    """This test shows that what the page tells to write raises nothing."""
    assert [each.message.en for each in check(RECORD)] == []


def test_the_copies_are_called_as_the_page_says() -> None:
    """This test shows that the files are those the page shows, and no others."""
    shown = re.findall(r"`(?:thu-tap-huan|…)(-[\w-]+)\.pdf`", TEXT)
    assert [each.suffix for each in render(RECORD, per_recipient=True).files] == shown


def test_the_table_of_purposes_is_the_one_of_the_tool() -> None:
    """This test shows that no abbreviation is missing from the page, and none is made up."""
    start, end = TEXT.index("| Purpose |"), TEXT.index("The table is")
    rows = [line.strip("|").split("|") for line in TEXT[start:end].strip().splitlines()[2:]]
    table = {
        name.strip(): full.strip()
        for full, written in rows
        for name in (full, *written.split(","))
        if name.strip()
    }
    assert table == dict(purposes())


@pytest.mark.parametrize(
    ("label", "demand"), [("always", "required"), ("where it is written", "optional")]
)
def test_the_table_of_types_is_the_one_of_the_law(label: str, demand: str) -> None:
    """This test shows that the page and document_types.toml agree on who is addressed."""
    assert _row(label) == {kind.name.vi for kind in document_types() if kind.addressees == demand}


def test_every_code_of_the_family_is_on_the_page() -> None:
    """This test shows that the list of what is checked is whole."""
    named = set()
    for first, last in re.findall(r"REC(\d{3})(?:–REC(\d{3}))?", TEXT):
        named |= {f"REC{code:03}" for code in range(int(first), int(last or first) + 1)}
    assert named == set(family("REC"))

"""The page about citations: its record is silent, its register is read, its command runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.fenced import fenced
from vnadmindocs.api import check, load
from vnadmindocs.diagnostics.catalogue import family
from vnadmindocs.law.register import starter
from vnadmindocs.record.legal_bases import LegalBases

PAGE = Path(__file__).parents[2] / "docs" / "citations.md"
TEXT = PAGE.read_text(encoding="utf-8")


def block(kind: str) -> str:
    """Give the only block of a kind."""
    (found,) = [each.text for each in fenced(PAGE) if each.kind == kind]
    return found


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Write the files of the page, and name the record."""
    for each in fenced(PAGE):
        if each.kind == "yaml":
            name = each.text.partition("\n")[0].removeprefix("# ")
            (tmp_path / name).write_text(each.text, encoding="utf-8")
    return tmp_path / "quyet-dinh-ban-hanh-quy-che.yaml"


def test_the_record_of_the_page_is_silent(record: Path) -> None:
    """This test shows that what the page tells to write raises nothing, in any of its files."""
    assert [each.message.en for each in check(record)] == []


def test_the_grounds_are_printed_as_the_page_says(record: Path) -> None:
    """This test shows that a key and a number stand for what the page prints."""
    found = load(record).record
    assert found is not None
    assert isinstance(found.legal_bases, LegalBases)
    printed = [f"{item.printed};\n" for item in found.legal_bases.items]
    assert "".join(printed) == block("text")


def test_a_ground_that_the_office_replaced_is_found(record: Path) -> None:
    """This test shows that the register of the page knows the end of its older text."""
    text = record.read_text(encoding="utf-8").replace("qd-7-2026-ubnd\n", "15/2021/QĐ-UBND\n")
    record.write_text(text, encoding="utf-8")
    (found,) = check(record)
    assert (found.code, found.place.line) == ("CIT020", 12)
    assert found.hint is not None
    assert "7/2026/QĐ-UBND" in found.hint.vi


def test_the_command_of_the_page_prints_what_it_shows() -> None:
    """This test shows that the citation is the one of the register."""
    command, _, shown = block("console").partition("\n")
    words = command.removeprefix("$ vnadmindocs ").split()
    ran = subprocess.run(
        [sys.executable, "-m", "vnadmindocs", *words], capture_output=True, encoding="utf-8"
    )
    assert (ran.returncode, ran.stdout) == (0, shown)


def test_the_key_that_the_page_mends_is_in_the_starter() -> None:
    """This test shows that the example is one."""
    assert starter().of_key("nd-45-2012") is not None


def test_every_code_of_the_family_is_on_the_page() -> None:
    """This test shows that the list of what is checked is whole."""
    named = set()
    for first, last in re.findall(r"CIT(\d{3})(?:–CIT(\d{3}))?", TEXT):
        named |= {f"CIT{code:03}" for code in range(int(first), int(last or first) + 1)}
    assert set(family("CIT")) <= named

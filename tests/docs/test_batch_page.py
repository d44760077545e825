"""The page on lists is true: its commands say what it shows, its snippet runs."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Command, command
from tests.docs.fenced import fenced
from tests.meta.tree import ROOT
from vnadmindocs.notation.value_format import ValueFormat, format_names, parse_format

__all__ = ["command"]

BLOCKS = fenced(ROOT / "docs" / "batch.md")


@pytest.fixture(autouse=True)
def _files_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write the form and the list of the page into a folder of their own."""
    monkeypatch.chdir(tmp_path)
    for block in BLOCKS:
        if block.kind == "yaml":
            Path("giay-moi.yaml").write_text(block.text, encoding="utf-8")
        if block.kind == "csv":
            Path("moi.csv").write_text(block.text, encoding="utf-8")


def test_the_commands_of_the_page_say_what_it_shows(command: Command) -> None:
    """The rehearsal writes nothing; the run writes the rows that can be made."""
    (shown,) = [block.text for block in BLOCKS if block.kind == "console"]
    runs = [part.partition("\n") for part in shown.removeprefix("$ ").split("\n$ ")]
    for number, (line, _, said) in enumerate(runs):
        ran = command(*shlex.split(line)[1:])
        assert (ran.code, ran.out.rstrip("\n"), ran.err) == (1, said.rstrip("\n"), "")
        made = sorted(path.name for path in Path("build").glob("*"))
        assert made == ["21-Tran-Van-An.docx", "23-Do-Cuong.docx"] * number


def test_the_python_of_the_page_runs() -> None:
    """It writes the invitation of the one row."""
    (snippet,) = [block.text for block in BLOCKS if block.kind == "python"]
    exec(compile(snippet, "docs/batch.md", "exec"), {})
    assert Path("21.docx").exists()


def test_every_format_of_the_page_is_one() -> None:
    """And every word that is offered is on the page."""
    page = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
    table = page[page.index("|---|---|") : page.index("A format is one of these")]
    written = [
        words
        for row in table.splitlines()[1:]
        if row
        for words in row.split("|")[1].split("`")[1::2]
    ]
    assert [each for each in written if not isinstance(parse_format(each), ValueFormat)] == []
    assert set(format_names()) <= set(written)

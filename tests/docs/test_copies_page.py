"""The page about copies: its records are silent, its commands make what it says."""

from __future__ import annotations

import re
import shlex
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.docs.fenced import fenced
from tests.docs.test_readme import run, write_records
from vnadmindocs.api import check, render
from vnadmindocs.diagnostics.catalogue import family
from vnadmindocs.fonts.faces import find_face

PAGE = Path(__file__).parents[2] / "docs" / "copies.md"
TEXT = PAGE.read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the records of the page, and a scan."""
    write_records(PAGE, tmp_path)
    if find_face().face is None:
        pytest.skip("no face with the widths of Times is installed")
    render(tmp_path / "thong-bao.yaml", "pdf").write(tmp_path / "ban-quet.pdf")
    return tmp_path


def test_the_records_of_the_page_are_silent(folder: Path) -> None:
    """This test shows that what the page tells to write raises nothing."""
    records = sorted(folder.glob("*.yaml"))
    assert len(records) == 5
    for record in records:
        assert [each.message.en for each in check(record)] == [], record.name


def test_the_commands_of_the_page_run(folder: Path) -> None:
    """This test shows that they make the files they name."""
    blocks = [block.text for block in fenced(PAGE) if block.kind == "console"]
    lines = [line.removeprefix("$ ") for text in blocks for line in text.splitlines()]
    assert len(lines) == 3
    for line in lines:
        shown = run(shlex.split(line)[1:], folder)
        assert (shown.returncode, shown.stderr) == (0, ""), line
    assert {"sao-y.docx", "sao-y.pdf", "sao-dien-tu.pdf"} <= {
        path.name for path in folder.iterdir()
    }


def test_what_the_page_says_is_printed_is_printed(folder: Path) -> None:
    """This test shows the symbol, the part of an extract and the line of an electronic copy."""

    def words(name: str) -> str:
        made = render(folder / name, "pdf")
        assert made.data is not None
        return " ".join(PdfReader(BytesIO(made.data)).pages[-1].extract_text().split())

    assert "Số: 05/SY-SNV" in words("sao-y.yaml")
    extract = words("trich-sao.yaml")
    assert "Các cơ quan bố trí người trực" in extract
    assert "Nghỉ lễ từ ngày" not in extract
    assert "Sao y; Sở Nội vụ; " in words("sao-dien-tu.yaml")


def test_every_code_of_the_family_is_on_the_page() -> None:
    """This test shows that the list of what is checked is whole."""
    assert set(re.findall(r"CPY\d{3}", TEXT)) == set(family("CPY"))

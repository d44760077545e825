"""What the README says runs, and says what it shows."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.fenced import fenced

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = (README, ROOT / "README.vi.md")
# What makes environments or installs is tested elsewhere.
_NOT_HERE = ("make", "pip", "git", "python", "cd")

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "vnadmindocs", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def write_records(page: Path, folder: Path) -> None:
    """Write the records of a page whose first line names their file."""
    for block in fenced(page):
        first = block.text.partition("\n")[0]
        if block.kind == "yaml" and first.endswith(".yaml"):
            (folder / first.removeprefix("# ")).write_text(block.text, encoding="utf-8")


def commands(page: Path) -> list[list[str]]:
    """Give the commands of a page, in order."""
    lines = [
        line.removeprefix("$ ")
        for block in fenced(page)
        if block.kind in ("console", "sh")
        for line in block.text.splitlines()
        if block.kind == "sh" or line.startswith("$ ")
    ]
    split = [shlex.split(line, comments=True) for line in lines]
    return [words for words in split if words and words[0] not in _NOT_HERE]


@each_page
def test_every_command_of_the_readme_runs(page: Path, tmp_path: Path) -> None:
    """One after the other, in an empty folder with the records the page shows."""
    write_records(page, tmp_path)
    found = commands(page)
    assert len(found) > 5
    for words in found:
        assert words[0] == "vnadmindocs", words
        shown = run(words[1:], tmp_path)
        assert shown.returncode == 0, (words, shown.stdout, shown.stderr)
    assert {"thu.docx", "thu-moi.docx"} <= {path.name for path in tmp_path.iterdir()}


@each_page
def test_the_letter_of_the_readme_has_ten_lines_and_no_finding(page: Path, tmp_path: Path) -> None:
    """Its first line names the file."""
    write_records(page, tmp_path)
    assert len((tmp_path / "thu.yaml").read_text(encoding="utf-8").splitlines()) == 10
    shown = run(["check", "thu.yaml", "--strict"], tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")


def test_the_finding_the_readme_shows_is_what_the_tool_says(tmp_path: Path) -> None:
    """Of the letter above it, its date replaced by the one shown."""
    write_records(README, tmp_path)
    shown = next(
        block.text for block in fenced(README) if "DAT001" in block.text and not block.kind
    )
    record = tmp_path / "thu.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("tháng 3 năm 2026", "31/4/2026"), encoding="utf-8")
    said = run(["check", "thu.yaml"], tmp_path)
    assert said.returncode == 1
    assert shown.strip() in said.stdout


def test_the_readme_in_python_runs(tmp_path: Path) -> None:
    """The snippet of the library, on the letter of the page."""
    write_records(README, tmp_path)
    snippets = [block.text for block in fenced(README) if block.kind == "python"]
    assert snippets
    for snippet in snippets:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", snippet],
            cwd=tmp_path,
            check=False,
            text=True,
            capture_output=True,
            encoding="utf-8",
        )
        assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "thu.docx").stat().st_size > 5000


def test_the_schema_the_readme_speaks_of_is_what_the_command_prints(tmp_path: Path) -> None:
    """The same file as in ``schemas/``."""
    said = run(["schema", "công", "văn"], tmp_path)
    shipped = (ROOT / "schemas" / "vi" / "cong-van.schema.json").read_text(encoding="utf-8")
    assert said.stdout == shipped


@each_page
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    """Pages and pictures."""
    links = re.findall(r"\]\(([^)#:\s]+)\)", page.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []

"""The page on the library is true: its snippets are typed and run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples.expected_findings import EXAMPLES, ROOT

SNIPPETS = re.findall(
    r"^```python\n(.*?)^```", (ROOT / "docs" / "library.md").read_text("utf-8"), re.M | re.S
)


def test_the_page_has_six_snippets() -> None:
    """This test shows that no snippet is missed by the tests below."""
    assert len(SNIPPETS) == 6


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda text: str(SNIPPETS.index(text) + 1))
def test_a_snippet_runs_in_the_folder_of_the_examples(
    snippet: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This test shows that a reader can paste a snippet and run it."""
    folder = tmp_path / "examples"
    shutil.copytree(EXAMPLES, folder)
    monkeypatch.chdir(folder)
    exec(compile(snippet, "docs/library.md", "exec"), {"__name__": "__main__"})


def test_the_snippets_are_typed(tmp_path: Path) -> None:
    """This test shows that a strict type checker accepts every snippet."""
    pytest.importorskip("mypy")
    for number, snippet in enumerate(SNIPPETS, start=1):
        (tmp_path / f"snippet_{number}.py").write_text(snippet, "utf-8")
    checked = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            f"--config-file={ROOT / 'pyproject.toml'}",
            str(tmp_path),
        ],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout

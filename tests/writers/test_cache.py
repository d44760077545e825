"""Prepared templates kept between runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.writers.test_office_templates import FLOW, word_file
from vnadmindocs.law.norms import norms
from vnadmindocs.writers.docx.cache import cache_folder, office


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep prepared templates of the tests out of the user's cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_a_prepared_template_is_kept_and_a_damaged_one_made_again(tmp_path: Path) -> None:
    """The user's cache holds one file a template; damage only costs time."""
    data = word_file(tmp_path / "a.docx").read_bytes()
    first = office(data, norms())
    folder = cache_folder()
    assert folder is not None
    (kept,) = folder.iterdir()
    kept.write_bytes(b"damaged")
    script = (
        "import sys; from pathlib import Path; from vnadmindocs.writers.docx.cache import office;"
        "from vnadmindocs.law.norms import norms;"
        "made = office(Path(sys.argv[1]).read_bytes(), norms()); print(made.key);"
        "print('docxtpl' in sys.modules)"
    )

    def run() -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / "a.docx")],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.split()

    assert run() == [first.key, "True"]
    assert run() == [first.key, "False"]


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file where the folder should be, for one."""
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    data = word_file(tmp_path / "b.docx", (*FLOW, "khác")).read_bytes()
    assert office(data, norms()).tags

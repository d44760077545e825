"""Large documents: hundreds of pages, thousands of rows, in little memory.

Each is made in a process of its own by ``benchmarks/alone.py``, which says what it held at most.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from tests.meta.tree import ROOT

pytest.importorskip("typst", reason="the extra pdf is not installed")

_ALONE = ROOT / "benchmarks" / "alone.py"
_LARGEST_MB = 1024
_ARTICLES = 114  # three of the decision, 38 times: 307 pages
_ROWS = 20_000


def _made(output: Path, *command: str) -> dict[str, float]:
    """Make a large PDF in a process of its own, and give its figures."""
    ran = subprocess.run(
        [sys.executable, str(_ALONE), *command, str(output)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    figures = json.loads(ran.stdout)
    assert isinstance(figures, dict)
    return figures


def test_300_pages_stay_under_a_gibibyte(tmp_path: Path) -> None:
    """This test shows that a decision of 114 articles is whole, its pages numbered to the end."""
    output = tmp_path / "pages.pdf"
    figures = _made(output, "pages", str(_ARTICLES // 3))
    reader = pypdf.PdfReader(output)
    pages = len(reader.pages)
    assert pages >= 300
    assert figures["pages"] == pages
    assert figures["peak_mb"] < _LARGEST_MB
    numbered = [(number, reader.pages[number - 1]) for number in (pages - 2, pages - 1, pages)]
    assert [page.extract_text().split().count(str(number)) for number, page in numbered] == [1] * 3
    last_articles = "".join(page.extract_text() for page in reader.pages[-12:])
    assert f"Điều {_ARTICLES}." in last_articles
    assert f"Điều {_ARTICLES + 1}." not in last_articles


def test_20000_rows_stay_under_a_gibibyte(tmp_path: Path) -> None:
    """This test shows that every row of a long table is there, its head tagged in every piece."""
    output = tmp_path / "rows.pdf"
    figures = _made(output, "rows", str(_ROWS))
    assert figures["peak_mb"] < _LARGEST_MB
    tags = re.findall(rb"/Type\s*/StructElem\s*/S\s*/(TR|THead)\b", output.read_bytes())
    heads = tags.count(b"THead")
    assert heads > 4
    assert tags.count(b"TR") == _ROWS + heads
    reader = pypdf.PdfReader(output)
    assert len(reader.pages) == figures["pages"]
    last = [word for page in reader.pages[-2:] for word in page.extract_text().split()]
    assert str(_ROWS) in last
    assert str(_ROWS + 1) not in last

"""The page on appendices is true: its record has no findings and prints what it says."""

from __future__ import annotations

from pathlib import Path

from tests.docs.fenced import fenced
from tests.meta.tree import ROOT
from tests.writers.inspection import facts
from vnadmindocs.api import check, render

RECORDS = [block.text for block in fenced(ROOT / "docs" / "appendices.md") if block.kind == "yaml"]
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80">'
    '<rect width="200" height="80" fill="#ddd"/><text x="9" y="45">Cổng chính</text></svg>'
)


def written(folder: Path) -> Path:
    """Write the record of the page, with its drawing beside it."""
    (folder / "so-do.svg").write_text(DRAWING, encoding="utf-8")
    record = folder / "r.yaml"
    record.write_text(RECORDS[0], encoding="utf-8")
    return record


def test_the_record_of_the_page_has_no_findings(tmp_path: Path) -> None:
    """Each appendix is pointed to, each pointer finds one, the written line disagrees nowhere."""
    assert check(written(tmp_path)) == ()


def test_labels_and_lines_are_those_of_the_page(tmp_path: Path) -> None:
    """Two are counted, the third has a label of its own; one line is written."""
    said = "\n".join(facts(render(written(tmp_path)).data or b""))
    words = [
        "Phụ lục I",
        "Phụ lục II",
        "Biểu số 01",
        "(Kèm theo Quyết định số 12/QĐ-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)",
        "(Kèm theo Quyết định số     /QĐ-SNV ngày     tháng     năm 2026 của Sở Nội vụ)",
    ]
    assert [each for each in words if each not in said] == []

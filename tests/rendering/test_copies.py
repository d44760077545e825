"""Copies as files: what each road makes of them, and what is said on the way."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from vnadmindocs.api import render
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.rendering import Rendering

pytestmark = pytest.mark.skipif(
    find_face().face is None, reason="no Times face with Vietnamese letters (fonts-liberation2)"
)
NOTICE = """loại: thông báo
cơ quan: UBND TỈNH AN BÌNH
số: 12/TB-UBND
ngày: 10/3/2026
trích yếu: Về việc nghỉ lễ
nội dung: Nghỉ lễ từ ngày 30/4/2026./.
ký: |
  TL. CHỦ TỊCH
  CHÁNH VĂN PHÒNG

  Trần Văn An
"""
COPY = """loại: sao y
cơ quan: SỞ NỘI VỤ
số: 5
ngày: 12/3/2026
bản chính: thong-bao.yaml
ký: |
  TL. GIÁM ĐỐC
  CHÁNH VĂN PHÒNG

  Lê Thị Mai
"""
ELECTRONIC = """loại: sao y
cơ quan: SỞ NỘI VỤ
phát hành: điện tử
bản chính: thong-bao.pdf
"""
SIGNED = datetime(2026, 3, 12, 1, 2, 3, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a notice, as a record and as a PDF."""
    record = tmp_path / "thong-bao.yaml"
    record.write_text(NOTICE, encoding="utf-8")
    render(record, "pdf").write(tmp_path / "thong-bao.pdf")
    return tmp_path


def _record(folder: Path, text: str) -> Path:
    record = folder / "sao.yaml"
    record.write_text(text, encoding="utf-8")
    return record


def _codes(rendering: Rendering) -> list[str]:
    return [each.code for each in rendering.diagnostics]


def _words(rendering: Rendering) -> list[str]:
    assert rendering.data is not None
    return [
        "".join(page.extract_text().split()) for page in PdfReader(BytesIO(rendering.data)).pages
    ]


def test_the_copy_of_a_record_is_made_by_every_road(folder: Path) -> None:
    """A Word file, a PDF/A of our own, a picture."""
    record = _record(folder, COPY)
    for to in ("docx", "pdf", "png"):
        made = render(record, to)
        assert (made.files[0].kind, _codes(made)) == (to, [])
    assert render(record, "pdf").conformance == "PDF/A-2a"


def test_the_copy_of_a_pdf_keeps_its_pages_and_adds_the_block(folder: Path) -> None:
    """Under the end of the text, on the same page."""
    (page,) = _words(render(_record(folder, COPY.replace(".yaml", ".pdf")), "pdf"))
    assert page.startswith("UBNDTỈNHANBÌNH")
    assert page.index("TrầnVănAn") < page.index("SAOY")
    for words in ("SỞNỘIVỤ", "Số:05/SY-SNV", "ngày12tháng3năm2026", "LêThịMai"):
        assert page.count(words) == 1, words


def test_the_copy_of_a_pdf_is_the_same_bytes_twice(folder: Path) -> None:
    """No clock and no chance."""
    record = _record(folder, COPY.replace(".yaml", ".pdf"))
    assert render(record, "pdf").data == render(record, "pdf").data


def test_an_electronic_copy_says_who_signs_it_and_when_and_has_no_block(folder: Path) -> None:
    """At the top of page 1 (PL3·3.2)."""
    made = render(_record(folder, ELECTRONIC), "pdf", signed_at=SIGNED)
    assert _codes(made) == []
    (page,) = _words(made)
    assert "Saoy;SởNộivụ;12/03/2026;08:02:03+07:00" in page
    assert "SAOY" not in page


def test_the_copy_of_a_pdf_is_no_word_file(folder: Path) -> None:
    """CPY021; by force the block stands alone, and what is lost is named."""
    record = _record(folder, COPY.replace(".yaml", ".pdf"))
    refused = render(record)
    assert (refused.data, _codes(refused)) == (None, ["CPY021"])
    forced = render(record, force=True)
    assert (forced.files[0].kind, forced.left_out) == ("docx", ("original",))


def test_a_copy_is_one_file(folder: Path) -> None:
    """CPY022: what is copied keeps its appendices."""
    text = NOTICE + "phụ lục:\n  - trích yếu: LỊCH TRỰC\n    nội dung: Văn phòng trực.\n"
    (folder / "thong-bao.yaml").write_text(text, encoding="utf-8")
    made = render(_record(folder, COPY), "pdf", split=True)
    assert _codes(made) == ["CPY022"]
    assert [each.suffix for each in made.files] == [""]
    first, last = _words(made)
    assert "SAOY" not in first
    assert last.index("Vănphòngtrực") < last.index("SAOY")


def test_a_copy_signed_before_its_document_is_found(folder: Path) -> None:
    """CPY023."""
    record = _record(folder, ELECTRONIC.replace(".pdf", ".yaml"))
    early = datetime(2026, 3, 9, 16, 59, 59, tzinfo=UTC)
    assert _codes(render(record, "pdf", signed_at=early)) == ["CPY023"]
    assert _codes(render(record, "pdf", signed_at=SIGNED)) == []


def test_a_time_of_signing_that_is_printed_nowhere_is_told(folder: Path) -> None:
    """OUT056: a copy on paper, and a document in one file."""
    assert _codes(render(_record(folder, COPY), "pdf", signed_at=SIGNED)) == ["OUT056"]
    assert _codes(render(folder / "thong-bao.yaml", "pdf", signed_at=SIGNED)) == ["OUT056"]


def test_the_pdf_that_is_copied_is_never_written_over(folder: Path) -> None:
    """It is what the copy is made of."""
    made = render(_record(folder, COPY.replace(".yaml", ".pdf")), "pdf")
    with pytest.raises(FileExistsError):
        made.write(folder / "thong-bao.pdf")

"""One letter for many addressees: a copy each, by every road."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from pypdf import PdfReader

from vnadmindocs.api import render
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.rendering import Rendering
from vnadmindocs.writers.libreoffice import find_libreoffice

NEEDS_FACE = pytest.mark.skipif(
    find_face().face is None, reason="no Times face with Vietnamese letters (fonts-liberation2)"
)
LETTER = """loại: công văn
cơ quan:
  tiêu đề: SỞ NỘI VỤ
  danh sách nơi nhận:
    các xã: |
      Xã An Lạc (để t/h)
      Lưu: VT
số: 5/SNV-VP
ngày: 03/9/2025
trích yếu: cử người dự tập huấn
kính gửi: |
  Các Sở: Tài chính; Tư pháp
  @các xã
  Sở Tài chính
nội dung: Đề nghị cử người dự tập huấn theo Phụ lục./.
nơi nhận: |
  Như trên
  UBND tỉnh (để b/c)
"""
APPENDIX = "phụ lục:\n  - trích yếu: LỊCH\n    nội dung: Ngày 02/9/2025.\n"
NAMES = ["-01-so-tai-chinh", "-02-so-tu-phap", "-03-xa-an-lac"]
KINH_GUI = ["Kính gửi: Sở Tài chính", "Kính gửi: Sở Tư pháp", "Kính gửi: Xã An Lạc"]


def _made(text: str = LETTER, to: Any = "docx", **options: Any) -> Rendering:
    return render(text, to, per_recipient=True, **options)


def _suffixes(made: Rendering) -> list[str]:
    return [each.suffix for each in made.files]


def _paragraphs(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    cells = [
        paragraph.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
    ]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


def test_each_addressee_has_a_word_file_with_its_own_line() -> None:
    """This test shows that groups and named lists come apart and a name twice is one copy."""
    made = _made()
    assert _suffixes(made) == NAMES
    for file, line in zip(made.files, KINH_GUI, strict=True):
        words = _paragraphs(file.data)
        assert [each for each in words if "Kính gửi" in each] == [line]
        assert "- Như trên;" in words


def test_copies_differ_in_nothing_but_the_line() -> None:
    """This test shows that subject, body, recipients and signature are the same."""
    first, second, _ = (_paragraphs(file.data) for file in _made().files)
    assert [(one, two) for one, two in zip(first, second, strict=True) if one != two] == [
        (KINH_GUI[0], KINH_GUI[1])
    ]


@NEEDS_FACE
@pytest.mark.parametrize(
    "engine",
    [
        "typst",
        pytest.param(
            "libreoffice",
            marks=pytest.mark.skipif(find_libreoffice() is None, reason="no LibreOffice"),
        ),
    ],
)
def test_a_pdf_is_made_for_each_by_either_engine(engine: Any) -> None:
    """This test shows that the copies go by the same roads."""
    made = _made(to="pdf", engine=engine)
    assert _suffixes(made) == NAMES
    for file, line in zip(made.files, KINH_GUI, strict=True):
        text = " ".join(PdfReader(io.BytesIO(file.data)).pages[0].extract_text().split())
        assert line in text
        assert text.count("Kính gửi") == 1


@NEEDS_FACE
def test_pages_of_each_copy_are_pictures() -> None:
    """This test shows that pages are numbered behind the name of the addressee."""
    made = _made(LETTER + APPENDIX, "png", ppi=20)
    assert _suffixes(made) == [f"{name}-{page}" for name in NAMES for page in (1, 2)]


def test_appendices_split_off_are_the_same_for_all() -> None:
    """This test shows that they are written once, behind the copies."""
    made = _made(LETTER + APPENDIX, split=True)
    assert _suffixes(made) == [*NAMES, "-phu-luc"]
    assert "LỊCH" not in "".join(_paragraphs(made.files[0].data))


def test_one_addressee_has_one_copy_that_bears_its_name() -> None:
    """This test shows that the number of addressees does not change how files are called."""
    text = LETTER.replace("  Các Sở: Tài chính; Tư pháp\n  @các xã\n", "")
    assert _suffixes(_made(text)) == NAMES[:1]


@pytest.mark.parametrize("addressees", ["kính gửi: ''\n", "kính gửi: không\n"])
def test_a_document_without_addressees_is_one_document(addressees: str) -> None:
    """This test shows that it is made as ever, and told so."""
    start, end = LETTER.index("kính gửi"), LETTER.index("nội dung")
    made = _made(LETTER[:start] + addressees + LETTER[end:])
    assert _suffixes(made) == [""]
    assert "OUT054" in [each.code for each in made.diagnostics]


def test_names_of_files_are_plain_short_and_different() -> None:
    """This test shows that addressees of one beginning, without letters or in hundreds do well."""
    many = "".join(f"  Ủy ban nhân dân phường số {number}\n" for number in range(1, 101))
    start, end = LETTER.index("  Các Sở"), LETTER.index("nội dung")
    suffixes = _suffixes(_made(f"{LETTER[:start]}{many}  ∞\n  ±\n{LETTER[end:]}"))
    assert suffixes[0] == "-001-uy-ban-nhan-dan-phuong-so-1"
    assert suffixes[-2:] == ["-101-noi-nhan", "-102-noi-nhan"]
    assert len(set(suffixes)) == 102


def test_copies_are_written_beside_each_other(tmp_path: Path) -> None:
    """This test shows that the place of the document gives the folder and the first word."""
    first = _made().write(tmp_path / "thu.docx")
    assert first.name == "thu-01-so-tai-chinh.docx"
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"thu{name}.docx" for name in NAMES]

"""Six more real documents, read where they lie: each becomes a record and loses no word.

Their transcriptions are the papers of other offices, names and all, and are not published with the
project: where they do not lie beside it, these tests are skipped and say so. The five documents of
``tests/corpus`` itself are tried everywhere.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.corpus.comparison import differences
from tests.corpus.printed import PrintedParagraph, paragraphs, printed_blocks
from tests.corpus.transcription import Transcribed, transcribe
from tests.pages.pdf_words import left_over, read_words
from tests.pages.printing import lay_out_record
from tests.writers.inspection import facts
from vnadmindocs.api import render
from vnadmindocs.diagnostics import Severity
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.writers.pdf import write_pdf

ROOT = Path(__file__).parents[2]
MORE = ROOT.parent / "shared" / "corpus" / "more"
TEXTS = (
    "cv-05-quangngai-507-gop-y",
    "gm-01-syt-kiengiang-03",
    "kh-03-syt-kiengiang-239-dau-thau",
    "qd-07-binhthuan-779-kem-dieu-le",
    "tb-01-hanoi-453-treo-co",
    "ttr-01-snv-binhthuan-2114",
)


def _transcribed(name: str) -> Transcribed:
    """Read a transcription where it lies, or skip by name."""
    path = MORE / f"{name}.txt"
    if not path.is_file():
        pytest.skip(f"{path.name} is not published with the project")
    return transcribe(path.read_text("utf-8"))


@cache
def _shown(name: str) -> tuple[PrintedParagraph, ...]:
    """Give the paragraphs of the Word file of a transcription."""
    data = render(_transcribed(name).record).data
    assert data is not None
    return tuple(paragraphs(data))


@pytest.mark.parametrize("name", TEXTS)
def test_a_transcribed_document_renders_with_every_word(name: str) -> None:
    """This test shows that documents never seen by the product lose no word on the road."""
    document = _transcribed(name)
    rendering = render(document.record)
    fatal = [each for each in rendering.diagnostics if each.severity is Severity.FATAL]
    assert [(each.code, each.place.line, each.message.vi) for each in fatal] == []
    assert rendering.data is not None
    assert differences(document.blocks, printed_blocks(rendering.data)) == []


@pytest.mark.parametrize("name", TEXTS)
def test_the_pdf_of_a_transcribed_document_has_every_word(name: str, tmp_path: Path) -> None:
    """This test shows that the pages Typst makes lose no word either, block by block."""
    document = _transcribed(name)
    face = find_face().face
    if face is None:
        pytest.skip("no face with the widths of Times is installed")
    layout = lay_out_record(document.record)
    pdf = tmp_path / "document.pdf"
    pdf.write_bytes(write_pdf(layout, face))
    assert left_over(document.blocks, read_words(pdf, layout)) == []


STATUTES = "qd-07-binhthuan-779-kem-dieu-le"


def _of_the_statutes(style: str) -> list[str]:
    return [each.text for each in _shown(STATUTES) if each.part and each.style == style]


def test_the_statutes_open_with_a_head_without_number_and_date() -> None:
    """This test shows form 1.3: bodies, Quốc hiệu, type name, subject and reference line."""
    head = [each for each in _shown(STATUTES) if each.part][:8]
    found = {each.style: each.text for each in head if each.text}
    assert found == {
        "Cơ quan ban hành": "ỦY BAN NHÂN DÂN\nTỈNH BÌNH THUẬN",
        "Quốc hiệu": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Tiêu ngữ": "Độc lập - Tự do - Hạnh phúc",
        "Tên loại văn bản": "ĐIỀU LỆ (SỬA ĐỔI, BỔ SUNG)",
        "Trích yếu": "QUỸ KHUYẾN HỌC TỈNH BÌNH THUẬN",
    }
    assert _of_the_statutes("Số ký hiệu") == _of_the_statutes("Địa danh ngày tháng") == []
    (reference,) = _of_the_statutes("Kèm theo")
    assert " ".join(reference.split()) == (
        "(Kèm theo Quyết định số 779 /QĐ-UBND ngày 23 / 3 /2022 của Chủ tịch Ủy ban nhân dân tỉnh)"
    )


def test_the_statutes_have_eight_chapters_with_their_titles() -> None:
    """This test shows that numbers and titles of chapters stand in the middle, titles whole."""
    assert _of_the_statutes("Số phần chương") == [
        f"Chương {number}" for number in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
    ]
    titles = _of_the_statutes("Tên phần chương")
    assert len(titles) == 8
    assert titles[3].split("\n") == [
        "VẬN ĐỘNG QUYÊN GÓP, TIẾP NHẬN TÀI TRỢ, ĐỐI TƯỢNG",
        "VÀ ĐIỀU KIỆN HỖ TRỢ",
    ]
    data = render(_transcribed(STATUTES).record).data
    assert data is not None
    looks = {line.split(" | ")[4]: tuple(line.split(" | ")[1:4]) for line in facts(data)}
    assert looks["Số phần chương"] == looks["Tên phần chương"] == ("giữa", "đậm", "14 pt")


def test_the_statutes_have_twenty_eight_articles_in_bold() -> None:
    """This test shows that titles are bold as a whole, and of provisions the label alone."""
    articles = _of_the_statutes("Điều")
    assert [text.split(".")[0] for text in articles] == [f"Điều {n}" for n in range(1, 29)]
    data = render(_transcribed(STATUTES).record).data
    assert data is not None
    weights = {
        line.split(" | ")[5].split(".")[0]: line.split(" | ")[2]
        for line in facts(data)
        if line.split(" | ")[4] == "Điều"
    }
    assert weights["Điều 4"] == weights["Điều 28"] == "đậm"
    assert weights["Điều 25"] == "đậm*"


def test_the_points_of_the_statutes_go_to_i_with_d_stroked() -> None:
    """This test shows that points keep their letters and are read as points."""
    letters = [text.split(")")[0] for text in _of_the_statutes("Điểm")]
    at = letters.index("i")
    assert letters[at - 8 : at + 1] == ["a", "b", "c", "d", "đ", "e", "g", "h", "i"]


def test_the_decision_is_signed_for_its_chairman_and_the_statutes_by_nobody() -> None:
    """This test shows the chain of authority of the decision, and none under what it issues."""
    signed = [each for each in _shown(STATUTES) if each.style == "Quyền hạn chức vụ"]
    assert [each.text for each in signed] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert {each.part for each in signed} == {0}


def test_the_head_of_the_statutes_needs_no_line_of_its_own() -> None:
    """This test shows that a decision lends its head to what it issues."""
    text = _transcribed(STATUTES).record.replace("    cơ quan: như trên\n", "")
    data = render(text).data
    assert data is not None
    assert tuple(paragraphs(data)) == _shown(STATUTES)


@pytest.mark.parametrize("name", TEXTS)
def test_no_number_of_a_real_document_is_called_wrong(name: str) -> None:
    """This test shows that rules about structure say nothing of papers that are in order."""
    found = render(_transcribed(name).record).diagnostics
    # Three articles of the statutes have no title, which the decree asks for.
    expected = ["BDY041"] if name == STATUTES else []
    assert [each.code for each in found if each.code.startswith("BDY")] == expected


def test_a_transcription_becomes_a_record() -> None:
    """This test shows what the reading of a transcription makes of its lines."""
    text = (
        "UBND TỈNH AN BÌNH\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập – Tự do – Hạnh phúc\nSố: 3 /KH-SYT\nAn Bình, ngày 01 tháng 3 năm 2026\n\n"
        "KẾ HOẠCH\nĐấu thầu\n\nCăn cứ Luật Đấu thầu;\nI. Nội dung\n[BẢNG 2 cột]\nTT | Việc\n"
        "1 | Mua / sắm\nII. Khác\n\nNơi nhận:\n- Lưu VT.\n\nGIÁM ĐỐC\n\nLê Hoàng Anh\n"
    )
    found = transcribe(text)
    assert found.record == (
        "loại: kế hoạch\ncơ quan: |\n  UBND TỈNH AN BÌNH\n\n  SỞ Y TẾ\nsố: 3 /KH-SYT\n"
        "địa danh: An Bình\nngày: ngày 01 tháng 3 năm 2026\ntrích yếu: |\n  Đấu thầu\n"
        "căn cứ: |\n  Căn cứ Luật Đấu thầu;\nnội dung:\n  - |\n    I. Nội dung\n  - bảng:\n"
        "      cột: TT | Việc\n      hàng: |\n        1 | Mua\\nsắm\n  - |\n    II. Khác\n"
        "nơi nhận: |\n  - Lưu VT.\nký: |\n  GIÁM ĐỐC\n\n  Lê Hoàng Anh\n"
    )
    assert [(block.name, " ".join(block.lines)) for block in found.blocks] == [
        ("issuer", "UBND TỈNH AN BÌNH SỞ Y TẾ"),
        ("national header", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"),
        ("number", "Số: 3 /KH-SYT"),
        ("place and date", "An Bình, ngày 01 tháng 3 năm 2026"),
        ("title", "KẾ HOẠCH Đấu thầu"),
        ("body", "Căn cứ Luật Đấu thầu; I. Nội dung TT Việc 1 Mua sắm II. Khác"),
        ("recipients", "Nơi nhận: - Lưu VT."),
        ("signature", "GIÁM ĐỐC Lê Hoàng Anh"),
    ]

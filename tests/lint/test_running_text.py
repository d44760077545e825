"""Citations, short names and references of running text: right prose has no findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.test_more import MORE, TEXTS
from tests.corpus.transcription import transcribe
from vnadmindocs.api import check
from vnadmindocs.diagnostics import Diagnostic

DATA = Path(__file__).parent / "data" / "right_prose.txt"
CITATIONS = Path(__file__).parents[1] / "notation" / "data" / "citations.txt"
PROSE = [line for line in DATA.read_text("utf-8").splitlines() if not line.startswith("#")]

HEAD = """\
loại: quyết định
cơ quan: SỞ NỘI VỤ
thẩm quyền ban hành: GIÁM ĐỐC SỞ NỘI VỤ
số: 33/QĐ-SNV
ngày: 10/9/2025
trích yếu: Về việc cử người trực
"""
ARTICLES = """\
nội dung: |
  Điều 1. Người trực
  1. Ông Nguyễn Văn An.
  2. Bà Trần Thị Bình, trong đó:
  a) Trực sáng;
  b) Trực chiều;
  c) Trực tối;
  d) Trực đêm;
  đ) Trực thay.
  3. Bà Lê Thị Cúc.
  4. Ông Phạm Văn Dũng.
  Điều 2. Các phòng bố trí chỗ trực.
  Điều 3. Văn phòng tổng hợp.
  Điều 4. Kinh phí theo quy định.
  Điều 5. Bà Vũ Thị Hoa tổng hợp.
"""


def found_in(text: str) -> list[Diagnostic]:
    """Give what the rules on citations, names and references find."""
    return [each for each in check(text) if "CIT040" <= each.code <= "CIT079"]


def decision(words: str) -> str:
    """Give a decision of six articles, the last of which has these words."""
    return f"{HEAD}{ARTICLES}  Điều 6. Thi hành\n  4. Nơi trực do Sở chọn.\n  {words}\n"


def test_the_prose_is_a_large_set() -> None:
    """This test shows that silence is tried on many sentences."""
    assert len(PROSE) >= 60
    assert len(set(PROSE)) == len(PROSE)


@pytest.mark.parametrize("words", PROSE)
def test_nothing_is_found_in_right_prose(words: str) -> None:
    """This test shows that what officials write rightly raises no alarm."""
    assert [(each.code, each.message.vi) for each in found_in(decision(words))] == []


def _real_citations() -> list[str]:
    lines = CITATIONS.read_text("utf-8").splitlines()
    marked = [line for line in lines if line and not line.startswith("#")]
    return [_without_marks(line) for line in marked]


def _without_marks(line: str) -> str:
    for mark in "tndiosalx":
        line = line.replace(f"[{mark} ", "")
    return line.replace("]", "").replace('"', "”")


@pytest.mark.parametrize("words", _real_citations())
def test_a_real_citation_lacks_at_most_the_word_so(words: str) -> None:
    """This test shows that real citations as grounds are found right, whatever their shape."""
    record = {
        "type": "thông báo",
        "agency": "SỞ NỘI VỤ",
        "date": "30/12/2026",
        "subject": "Về việc nghỉ lễ",
        "legal_bases": [f"Căn cứ {words}"],
        "body": "Các phòng bố trí người trực.",
    }
    found = {each.code for each in check(record) if "CIT040" <= each.code <= "CIT079"}
    assert found <= {"CIT065"}
    assert ("CIT065" in found) <= (" số " not in words)


@pytest.mark.parametrize("name", TEXTS)
def test_other_real_documents_have_their_own_mistakes_alone(name: str) -> None:
    """This test shows that documents never seen have no false findings."""
    path = MORE / f"{name}.txt"
    if not path.is_file():
        pytest.skip(f"{path.name} is not published with the project")
    found = found_in(transcribe(path.read_text("utf-8")).record)
    expected = {"kh-03-syt-kiengiang-239-dau-thau": ["CIT040"]}.get(name, [])
    assert [each.code for each in found] == expected


WRONG = {
    "Thực hiện từ Điều 3 đến Điều 9 Quyết định này.": ("CIT050", "Điều 9 Quyết định này"),
    "Các Điều 2, 3 và 8 Quyết định này do Sở chủ trì.": (
        "CIT050",
        "Các Điều 2, 3 và 8 Quyết định này",
    ),
    "Người nêu tại điểm h khoản 2 Điều 1 của Quyết định này được nghỉ.": (
        "CIT050",
        "điểm h khoản 2 Điều 1 của Quyết định này",
    ),
    "Nơi trực theo khoản 1 Điều này.": ("CIT050", "khoản 1 Điều này"),
    "Theo **khoản 5** *Điều 1* Quyết định này.": ("CIT050", "khoản 5** *Điều 1* Quyết định này"),
    "Nhiệm vụ quy định tại Điều 12.": ("CIT051", "Điều 12"),
    "Danh sách tại Phụ lục 01 kèm theo Quyết định này.": ("CIT052", "Phụ lục 01"),
    "Theo Thông tư số 20/2017/TT-BCT ngày 29/9/2017 của Bộ trưởng Bộ Tài chính về thuế.": (
        "CIT061",
        "Bộ trưởng Bộ Tài chính",
    ),
    "Theo Nghị định số 45/2012/NĐ-CP ngày 21/5/2012 của Thủ tướng Chính phủ về khuyến công.": (
        "CIT061",
        "Thủ tướng Chính phủ",
    ),
    "Theo Quyết định số 12/NQ-HĐND ngày 21/5/2025 của Hội đồng nhân dân tỉnh về phí.": (
        "CIT060",
        "12/NQ-HĐND",
    ),
    "Theo Kế hoạch số 5/KH-SNV ngày 30 tháng 02 năm 2025 của Sở Nội vụ về trực.": (
        "CIT063",
        "ngày 30 tháng 02 năm 2025",
    ),
    "Theo Kế hoạch số 5/KH-SNV ngày 11/9/2025 của Sở Nội vụ về trực.": (
        "CIT064",
        "ngày 11/9/2025",
    ),
    "Theo Kế hoạch số 5/KH-SNV tháng 10/2025 của Sở Nội vụ về trực.": ("CIT064", "tháng 10/2025"),
    "Theo Quyết định số 33/QĐ-SNV ngày 10/9/2025 của Sở Nội vụ về trực.": (
        "CIT066",
        "Quyết định số 33/QĐ-SNV",
    ),
    "Chọn SPCNCL của tỉnh; sản phẩm công nghiệp chủ lực (SPCNCL) có nhãn.": ("CIT042", "SPCNCL"),
    "Chọn sản phẩm công nghiệp chủ lực (gọi tắt là SPCNCL) của tỉnh.": ("CIT043", "SPCNCL"),
}


@pytest.mark.parametrize("words", WRONG)
def test_what_is_wrong_is_found_at_its_place(words: str) -> None:
    """This test shows which words each finding means, marks of bold and italic included."""
    code, meant = WRONG[words]
    text = decision(words)
    found = found_in(text)
    assert [each.code for each in found] == [code]
    place = found[0].place
    line = text.splitlines()[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == meant


def test_a_citation_in_fields_is_meant_by_its_field() -> None:
    """This test shows that the date of a ground given in fields is the one that is named."""
    text = (
        f"{HEAD}căn cứ:\n  - Luật Lưu trữ ngày 21 tháng 6 năm 2024\n  - loại: Kế hoạch\n"
        "    số: 5/KH-SNV\n    ngày: 11/9/2025\n    cơ quan: Sở Nội vụ\n    trích yếu: về trực\n"
        f"{ARTICLES}"
    )
    places = [(each.code, each.place.line, each.place.column) for each in found_in(text)]
    assert places == [("CIT064", 11, 11)]


def test_a_ground_of_a_list_is_meant_where_it_stands() -> None:
    """This test shows that line and column are those of the item."""
    text = (
        f"{HEAD}căn cứ:\n  - Luật Lưu trữ ngày 21 tháng 6 năm 2024\n"
        f"  - Kế hoạch 5/KH-SNV ngày 01/9/2025 của Sở Nội vụ về trực\n{ARTICLES}"
    )
    places = [(each.code, each.place.line, each.place.column) for each in found_in(text)]
    assert places == [("CIT065", 9, 5)]


@pytest.mark.parametrize(
    ("date", "count"),
    [("tháng 3 năm 2023", 1), ("năm 2022", 1), ("tháng 4 năm 2023", 0), ("năm 2023", 0), ("", 0)],
)
def test_a_date_with_gaps_is_taken_at_its_widest(date: str, count: int) -> None:
    """This test shows that a text is too young only if no day of the document could follow it."""
    words = "Theo Kế hoạch số 5/KH-SNV ngày 14/4/2023 của Sở Nội vụ về trực."
    text = decision(words).replace("ngày: 10/9/2025", f"ngày: {date}")
    assert [each.code for each in found_in(text)] == ["CIT064"] * count


def test_customary_abbreviations_need_no_definition() -> None:
    """This test shows that UBND may come before «Ủy ban nhân dân (UBND)»."""
    words = "UBND xã báo cáo; Ủy ban nhân dân (UBND) tỉnh xem xét."
    assert found_in(decision(words)) == []


def test_a_name_used_in_a_table_or_an_appendix_is_used() -> None:
    """This test shows that a name defined in the body may serve its appendix alone."""
    words = "Sản phẩm công nghiệp chủ lực (SPCNCL) nêu tại Phụ lục kèm theo."
    appendix = "phụ lục:\n  - trích yếu: DANH MỤC\n    nội dung: Các SPCNCL của tỉnh.\n"
    assert found_in(decision(words) + appendix) == []
    table = (
        "phụ lục:\n  - trích yếu: DANH MỤC\n    nội dung:\n"
        "      - bảng:\n          cột: TT | SPCNCL\n          hàng: 1 | Chè\n"
    )
    assert found_in(decision(words) + table) == []


@pytest.mark.parametrize(
    "given",
    [
        "“7. Sở quyết định theo quy định tại khoản 9 Điều này.”",
        '"7. Sở quyết định theo quy định tại khoản 9 Điều này.";',
        "“Điều 4a. Trách nhiệm\n  7. Phòng A thực hiện khoản 8 Điều này.\n  8. Theo Điều 19.”",
        '"7. Theo khoản 9 Điều này.\n  Các phòng theo khoản 8 Điều 7 Quyết định này."',
    ],
)
def test_a_provision_given_anew_refers_to_its_own_text(given: str) -> None:
    """This test shows that «Điều này» in quotation marks is an article of the amended text."""
    words = f"5. Sửa đổi khoản 7 Điều 8 như sau:\n  {given}"
    assert found_in(decision(words)) == []


def test_provisions_of_several_lines_in_quotation_marks_refer_to_their_own_text() -> None:
    """This test shows that neither a quoted điều nor the lines after «như sau: “7.» are judged."""
    record = (
        f"{HEAD}nội dung: |\n"
        "  Điều 1. Sửa đổi, bổ sung Quy chế tiếp công dân như sau:\n"
        "  1. Bổ sung khoản 7 như sau: “7. Việc tiếp theo khoản 9 Điều 12 Quyết định này.\n"
        "  8. Người tiếp thực hiện theo khoản 11 Điều này.”.\n"
        "  2. Sửa đổi Điều 9 như sau:\n"
        "  “Điều 9. Trách nhiệm\n"
        "  Thực hiện theo quy định tại Điều 15.”.\n"
        "  Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.\n"
        "nơi nhận: Như Điều 9\n"
    )
    assert [each.code for each in check(record)] == ["CIT053"]


def test_what_follows_a_provision_given_anew_is_the_document_again() -> None:
    """This test shows that a quotation ends, and that none of its labels is the document's."""
    given = "“Điều 9. Trực\n  12. Sở trực.”\n  6. Theo khoản 12 Điều này."
    found = found_in(decision(f"5. Bổ sung Điều 9 như sau:\n  {given}"))
    assert [each.code for each in found] == ["CIT050"]
    word = "“Người trực” là người theo khoản 12 Điều này."
    assert [each.code for each in found_in(decision(word))] == ["CIT050"]


def test_the_letters_of_a_committee_are_its_own_first() -> None:
    """This test shows that the committee is named, whose chair issues under the same letters."""
    words = "Theo Kế hoạch số 15/KH-UBND ngày 03/3/2021 của Chính phủ về dự án."
    (found,) = [each for each in found_in(decision(words)) if each.code == "CIT061"]
    assert found.message.vi == ("Ký hiệu «UBND» là của Ủy ban nhân dân, không phải của «Chính phủ»")

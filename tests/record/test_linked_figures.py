"""Figures that texts repeat: declared, printed, held against their cells."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from vnadmindocs import Appendix, Decision, Table, to_yaml
from vnadmindocs.api import check, load
from vnadmindocs.diagnostics import Diagnostic
from vnadmindocs.notation.table import TableRows, parse_rows
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document

HEAD = """\
loại: thông báo
cơ quan: SỞ NỘI VỤ
trích yếu: Về việc hỗ trợ
"""
BODY = """\
nội dung:
  - |
    {}
  - bảng:
      hàng nhóm: số La Mã
      hàng tổng: Tổng cộng
      cột:
        - tên: TT
        - tên: Nội dung
        - tên: Năm 2026
          kiểu: số nguyên
        - tên: Kinh phí
          kiểu: tiền
          đơn vị tính: triệu đồng
      hàng: |
        I | Máy móc | |
        1 | Xã Kiến Hưng | 3 | 1.500,5
        2 | Xã Kiến Hải | 4 | 20
        II | Nhãn hiệu | |
        1 | Xã Kiến Hưng | 1 | 2
"""


def record(figures: str, text: str) -> str:
    """Give a record with these declarations and these words before its table."""
    return f"{HEAD}số liệu:\n{figures}{BODY.format(text)}"


def words(text: str) -> str:
    """Give the words of the first block of the body."""
    read = load(text).record
    assert read is not None
    assert isinstance(read.body, RecordBody)
    return read.body.body.blocks[0].text


def said(found: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    """Give code, line and column of findings."""
    return [(each.code, each.place.line, each.place.column) for each in found]


@pytest.mark.parametrize(
    ("declared", "reference", "printed"),
    [
        ("hàng Tổng cộng; cột 2026", "[=x]", "8"),
        ("'Hàng: Tổng cộng; Cột: Năm 2026'", "[=x: hai chữ số]", "08"),
        ("dòng TỔNG CỘNG; cột nam 2026", "[=x: bằng chữ]", "tám"),
        ("row Tổng cộng; column Kinh phí", "[=x: words]", "một tỷ năm trăm hai mươi hai triệu"
         " năm trăm nghìn đồng"),
        ("hàng Tổng cộng; cột Kinh phí", "[=x: Bằng chữ]", "Một tỷ năm trăm hai mươi hai triệu"
         " năm trăm nghìn đồng"),
        ("hàng Kiến Hải; cột Kinh phí", "[=x: tiền]", "20 triệu đồng"),
        ("nhóm II; hàng 1; cột 2026", "[=x]", "1"),
        ("nhóm Máy móc; hàng Xã Kiến Hưng; cột 2026", "[=x]", "3"),
        ("bảng 1; hàng Kiến Hải; cột 2026", "[=x]", "4"),
        ("{hàng: Kiến Hải, cột: 2026, định dạng: hai chữ số}", "[=x]", "04"),
        ("{hàng: Kiến Hải, cột: 2026, định dạng: hai chữ số}", "[=x: số]", "4"),
        ("{giá trị: 1.250.000}", "[=x: tiền]", "1.250.000 đồng"),
        ("143", "[=x] cơ sở", "143 cơ sở"),
        ("05/01/2026", "[=x: ngày đầy đủ]", "ngày 05 tháng 01 năm 2026"),
        ("nhóm II; hàng 1; cột Nội dung", "[=x]", "Xã Kiến Hưng"),
    ],
)  # fmt: skip
def test_a_reference_prints_its_cell(declared: str, reference: str, printed: str) -> None:
    """Rows by label or words, columns by heading, in text or in fields, in both languages."""
    text = record(f"  x: {declared}\n", f"Hỗ trợ {reference}.")
    assert check(text) == ()
    assert words(text) == f"Hỗ trợ {printed}."


def test_the_unit_of_the_table_is_that_of_its_figures() -> None:
    """A column of several levels is named with what stands over it."""
    text = (
        f"{HEAD}số liệu:\n  x: hàng Cộng; cột Năm 2026 > Chi\nnội dung:\n"
        "  - Chi [=x: tiền].\n  - bảng:\n      đơn vị tính: triệu đồng\n      hàng tổng: Cộng\n"
        "      cột:\n        - Xã\n        - tên: Năm 2026\n          kiểu: tiền\n"
        "          cột: Thu | Chi\n      hàng: |\n        A | 1 | 2\n        B | 3 | 4\n"
    )
    assert check(text) == ()
    assert words(text) == "Chi 6 triệu đồng."


def test_a_record_that_declares_nothing_has_no_references() -> None:
    """There the same words are words, and no finding."""
    text = f"{HEAD}nội dung: |\n  Hỗ trợ [=x] và [143=x: số] cơ sở.\n"
    assert check(text) == ()
    assert words(text) == "Hỗ trợ [=x] và [143=x: số] cơ sở."


def test_a_backslash_makes_a_reference_words() -> None:
    """Where the record declares names."""
    text = record("  x: hàng Tổng cộng; cột 2026\n", r"Ghi \[=x] để in [=x].")
    assert check(text) == ()
    assert words(text) == "Ghi [=x] để in 8."


def test_findings_after_a_value_keep_their_places() -> None:
    """Columns are those of the file, before, inside and after a reference."""
    text = record(
        "  x: hàng Tổng cộng; cột Kinh phí\n",
        "Số [=x: Bằng chữ] và [^a], [8=x] rồi [^b].",
    )
    line = text.split("\n")[7]
    assert said(check(text)) == [
        ("BDY003", 8, line.index("[^a]") + 1),
        ("FIG007", 8, line.index("[8=x]") + 1),
        ("BDY003", 8, line.index("[^b]") + 1),
    ]


def test_a_figure_may_come_from_a_cell_that_repeats_another() -> None:
    """One after the other, in whatever order they are declared."""
    figures = "  y: bảng hai; hàng A; cột Số\n  x: bảng 1; hàng Tổng cộng; cột 2026\n"
    tables = "bảng:\n  hai:\n    cột: Xã | Số\n    hàng: A | [=x]\n"
    text = record(figures, "Hỗ trợ [=y].\n    {bảng: hai}") + tables
    assert check(text.replace("bảng 1", "bảng 2")) == ()
    assert words(text.replace("bảng 1", "bảng 2")) == "Hỗ trợ 8."


def test_a_figure_that_comes_from_itself_is_a_finding() -> None:
    """Its cell has a reference and no figure."""
    figures = "  x: bảng hai; hàng A; cột Số\n"
    tables = "bảng:\n  hai:\n    cột: Xã | Số\n    hàng: A | [=x]\n"
    text = record(figures, "Hỗ trợ [=x].\n    {bảng: hai}") + tables
    assert [each.code for each in check(text)] == ["FIG011"]


def test_words_of_a_cell_are_words_in_the_body() -> None:
    """A star, a bracket, a bar of a cell marks nothing where it is put in."""
    text = HEAD + (
        "số liệu:\n  tên: bảng một; hàng 1; cột Tên\nnội dung: |\n  Hộ [=tên].\n  {bảng: một}\n"
        "  {bảng: hai}\nbảng:\n  một:\n    dữ liệu: ten.csv\n  hai:\n    cột: A | B\n"
        "    hàng: |\n      [=tên] | x\n"
    )
    folder = Path("ten.csv")
    folder.write_text("TT,Tên\n1,**A** | [x] \\[=tên]\n", encoding="utf-8")
    assert check(text) == ()
    assert words(text) == "Hộ **A** | [x] \\[=tên]."


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("appendix", "printed"),
    [
        ("Phụ lục I", "5"),
        ("Phụ lục 2", "6"),
        ("phụ lục DANH SÁCH KIẾN HẢI", "6"),
        ("phụ lục Kiến Hưng", "5"),
        ("phụ lục Biểu 03", "7"),
        ("phụ lục II; bảng nhỏ", "60"),
    ],
)
def test_the_tables_of_appendices_are_named_by_theirs(appendix: str, printed: str) -> None:
    """By Roman or Arabic number, title or label."""
    text = f"""{HEAD}số liệu:
  x: {appendix}; hàng Cộng; cột Số
nội dung: |
  Hỗ trợ [=x] (Phụ lục I, II, Biểu 03 kèm theo).
phụ lục:
  - trích yếu: DANH SÁCH KIẾN HƯNG
    nội dung:
      - bảng:
          cột: Xã | Số
          hàng: Cộng | 5
  - trích yếu: DANH SÁCH KIẾN HẢI
    nội dung: |
      {{bảng: lớn}}
      {{bảng: nhỏ}}
    bảng:
      lớn:
        cột: Xã | Số
        hàng: Cộng | 6
      nhỏ:
        cột: Xã | Số
        hàng: Cộng | 60
  - nhãn: Biểu 03
    trích yếu: DANH SÁCH KHÁC
    nội dung:
      - bảng:
          cột: Xã | Số
          hàng: Cộng | 7
"""
    if "nhỏ" not in appendix:
        text = text.replace("      {bảng: nhỏ}\n", "").replace(
            "      nhỏ:\n        cột: Xã | Số\n        hàng: Cộng | 60\n", ""
        )
    assert words(text) == f"Hỗ trợ {printed} (Phụ lục I, II, Biểu 03 kèm theo)."


def test_an_appendix_may_name_figures_of_its_own() -> None:
    """They hold in it, beside those of the document; in the document they are none."""
    text = f"""{HEAD}số liệu:
  x: '5'
nội dung: |
  Hỗ trợ [=x] và [=y] (Phụ lục kèm theo).
phụ lục:
  - trích yếu: DANH SÁCH
    số liệu:
      x: hàng Cộng; cột Số
      y: '7'
    nội dung:
      - Gồm [=x], [=y].
      - bảng:
          cột: Xã | Số
          hàng: Cộng | 6
"""
    assert said(check(text)) == [("FIG002", 7, 18)]
    assert words(text) == "Hỗ trợ 5 và [=y] (Phụ lục kèm theo)."
    read = load(text).record
    assert read is not None
    assert isinstance(read.appendices, tuple)
    assert isinstance(read.appendices[0].body, RecordBody)
    assert read.appendices[0].body.body.blocks[0].text == "Gồm 6, 7."


def test_a_record_is_written_back_with_its_references() -> None:
    """And reads the same again."""
    text = record("  x: hàng Tổng cộng; cột 2026\n", "Hỗ trợ [=x: hai chữ số] ([8=x]).")
    read = load(text).record
    assert read is not None
    written = to_yaml(read)
    assert "[=x: hai chữ số] ([8=x])" in written
    assert load(written).record == read


def test_a_record_of_python_has_references_too() -> None:
    """Numbers and dates of its tables stay what they are."""
    people = [
        {"Họ và tên": "Trần Văn An", "Ngày": datetime.date(2026, 1, 5), "Tiền": Decimal("1234.5")},
        {"Họ và tên": "Lê Thị Bình", "Ngày": datetime.date(2026, 3, 5), "Tiền": Decimal("1.5")},
    ]
    table = Table(
        columns=[
            "Họ và tên",
            {"name": "Ngày", "kind": "date"},
            {"name": "Tiền", "kind": "money", "unit": "nghìn đồng"},
        ],
        rows=people,
        total_rows="Tổng cộng",
    )
    decision: Document = Decision(
        agency="SỞ NỘI VỤ",
        issuing_authority="GIÁM ĐỐC SỞ NỘI VỤ",
        subject="Về việc khen thưởng",
        figures={
            "tổng": "phụ lục; hàng Tổng cộng; cột Tiền",
            "ngày": {"appendix": "I", "row": "An", "column": "Ngày"},
        },
        body="Điều 1. Thưởng [=tổng: Bằng chữ] từ [=ngày: ngày đầy đủ] (Phụ lục kèm theo)./.",
        appendices=[Appendix(subject="DANH SÁCH", body=[table])],
    )
    draft = load(decision)
    assert [each.code for each in draft.diagnostics] == []
    assert draft.record is not None
    assert isinstance(draft.record.body, RecordBody)
    assert draft.record.body.body.blocks[0].text == (
        "Thưởng Một triệu hai trăm ba mươi sáu nghìn đồng từ ngày 05 tháng 01 năm 2026 "
        "(Phụ lục kèm theo)./."
    )
    assert "[=tổng: Bằng chữ]" in to_yaml(draft.record)


def test_the_wording_of_numbers_is_chosen_once() -> None:
    """For the whole record; it is written back."""
    text = (
        record("  x: '24.105'\n", "Có [=x: bằng chữ].")
        .replace("số liệu:", "cách đọc số: lẻ, ngàn, tư\nsố liệu:")
        .replace("'24.105'", "{giá trị: '24105'}")
    )
    assert words(text) == "Có hai mươi tư ngàn một trăm lẻ năm."
    read = load(text).record
    assert read is not None
    assert "cách đọc số: lẻ, ngàn, tư" in to_yaml(read)


def test_a_list_of_thousands_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its rows are not read again for a reference elsewhere."""
    read = 0
    parse = parse_rows

    def counting(text: str, columns: int | None = None) -> TableRows:
        nonlocal read
        read += 1
        return parse(text, columns)

    monkeypatch.setattr("vnadmindocs.record.table_rows.parse_rows", counting)
    load(record("  x: hàng Tổng cộng; cột 2026\n", "Hỗ trợ [=x]."))
    assert read == 1


def test_a_name_is_unused_only_where_nothing_open_may_be_meant_for_it() -> None:
    """This test shows LST019 and FIG012, one of them at a time."""
    text = record("  số hộ: 12\n  số phòng: 5\n", "Có [=số hộ] hộ; [=số hộ là của năm trước.")
    found = [each for each in check(text) if each.code in ("LST019", "FIG012")]
    assert [each.code for each in found] == ["LST019"]
    closed = check(text.replace("; [=số hộ là", "; số hộ là"))
    assert [each.code for each in closed if each.code in ("LST019", "FIG012")] == ["FIG012"]

"""Records built in Python equal the records read from YAML that print the same."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from vnadmindocs import (
    Agency,
    Appendix,
    Citation,
    Column,
    Decision,
    Dispatch,
    Document,
    Image,
    InvalidRecordError,
    PartialDate,
    Plan,
    Signature,
    Signer,
    State,
    Table,
    TypedDocument,
    load,
    to_yaml,
)

GOOD = Path(__file__).parents[1] / "records" / "good"


def from_yaml(text: str) -> Document:
    """Read a record that is whole."""
    draft = load(text)
    assert draft.record is not None, draft.diagnostics
    return draft.record


def written_back(record: Document) -> Document:
    """Read what is written of a record."""
    return from_yaml(to_yaml(record))


DECISION = """\
loại: quyết định
cơ quan: |
  UBND TỈNH AN BÌNH

  SỞ NỘI VỤ
số: 15
ngày: 05/3/2026
trích yếu: Về việc nâng bậc lương
thẩm quyền ban hành: GIÁM ĐỐC SỞ NỘI VỤ
căn cứ: |
  Luật Viên chức ngày 15 tháng 11 năm 2010;
  Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư
theo đề nghị: Chánh Văn phòng Sở
nội dung: |
  Điều 1. Nâng bậc lương đối với bà A.
  Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.
nơi nhận: |
  - Như Điều 2;
  - Sở Tài chính.
lưu: VT
ký: |
  GIÁM ĐỐC

  Trần Thị Minh Hà
"""


def test_a_decision_built_of_fields_equals_the_printed_one() -> None:
    """Numbers, dates, lists, a citation and a signature in fields print what the texts say."""
    built = Decision(
        agency="UBND TỈNH AN BÌNH\n\nSỞ NỘI VỤ",
        number=15,
        date=datetime.date(2026, 3, 5),
        subject="Về việc nâng bậc lương",
        issuing_authority="GIÁM ĐỐC SỞ NỘI VỤ",
        legal_bases=[
            "Căn cứ Luật Viên chức ngày 15 tháng 11 năm 2010",
            Citation(
                type="Nghị định",
                number="30/2020/NĐ-CP",
                date=datetime.date(2020, 3, 5),
                issuer="Chính phủ",
                subject="về công tác văn thư",
            ),
        ],
        proposal="Chánh Văn phòng Sở",
        body=(
            "Điều 1. Nâng bậc lương đối với bà A.\n"
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký./."
        ),
        recipients=["Như Điều 2", "Sở Tài chính"],
        archive="VT",
        signature=Signature(authority="GIÁM ĐỐC", name="Trần Thị Minh Hà"),
    )
    assert built == from_yaml(DECISION)
    assert written_back(built) == built


def test_a_dispatch_built_of_an_agency_equals_the_one_with_it_written_out() -> None:
    """The profile in Python, and in the record itself."""
    agency = Agency(
        header="SỞ NỘI VỤ",
        full_name="Sở Nội vụ tỉnh An Bình",
        parent="UBND TỈNH AN BÌNH",
        abbreviation="SNV",
        place="An Bình",
        collective="no",
        units={"VP": "Văn phòng"},
        signers=[Signer(name="Lê Văn Phúc", post="Phó Giám đốc")],
        default_signer="Lê Văn Phúc",
        recipient_lists={"sở": ["Sở Tài chính", "Sở Tư pháp"]},
    )
    built = Dispatch(
        agency=agency,
        number="/SNV-VP",
        date=PartialDate(month=9, year=2025),
        subject="cử người dự họp",
        addressees=["Sở Tài chính", "Sở Tư pháp"],
        body=["Sở Nội vụ đề nghị quý Sở cử người dự họp.", "Trân trọng./."],
    )
    read = from_yaml(
        "loại: công văn\n"
        "cơ quan:\n  tiêu đề: SỞ NỘI VỤ\n  tên đầy đủ: Sở Nội vụ tỉnh An Bình\n"
        "  cơ quan chủ quản: UBND TỈNH AN BÌNH\n  viết tắt: SNV\n  địa danh: An Bình\n"
        "  chế độ tập thể: không\n  bộ phận:\n    VP: Văn phòng\n"
        "  người ký:\n    - họ tên: Lê Văn Phúc\n      chức vụ: Phó Giám đốc\n"
        "  người ký mặc định: Lê Văn Phúc\n"
        "  danh sách nơi nhận:\n    sở: |\n      Sở Tài chính\n      Sở Tư pháp\n"
        "số: /SNV-VP\nngày: tháng 9 năm 2025\ntrích yếu: cử người dự họp\n"
        "kính gửi: |\n  - Sở Tài chính;\n  - Sở Tư pháp.\n"
        "nội dung: |\n  Sở Nội vụ đề nghị quý Sở cử người dự họp.\n  Trân trọng./.\n"
    )
    assert built == read
    assert written_back(built) == built


def test_a_plan_built_of_tables_equals_the_one_read() -> None:
    """A table among texts, a named one, an appendix; columns as names or in full."""
    built = Plan(
        agency=["SỞ A", "SỞ B"],
        subject="phối hợp",
        body=[
            "I. NỘI DUNG\nTheo bảng sau:",
            Table(columns=["TT", "Việc"], rows=[["1", "Họp"], ["2", "<"]]),
            "II. TỔ CHỨC\n{bảng: chi phí}",
        ],
        tables={
            "chi phí": Table(
                columns=[Column(name="TT", width=12, align="center"), Column(name="Tiền")],
                rows="1 | 5.000",
                note="đơn vị: nghìn đồng",
                borders="no",
            )
        },
        appendices=[Appendix(subject="DANH SÁCH", body="Ông A", orientation="landscape")],
        signature=["SỞ A\nGIÁM ĐỐC\n\nLê Văn A", Signature(authority="GIÁM ĐỐC", side="left")],
    )
    read = from_yaml(
        "loại: kế hoạch\ncơ quan:\n  - SỞ A\n  - SỞ B\ntrích yếu: phối hợp\nnội dung:\n"
        "  - |\n    I. NỘI DUNG\n    Theo bảng sau:\n"
        "  - bảng:\n      cột: TT | Việc\n      hàng: |\n        1 | Họp\n        2 | <\n"
        "  - |\n    II. TỔ CHỨC\n    {bảng: chi phí}\n"
        "bảng:\n  chi phí:\n    cột:\n      - tên: TT\n        rộng: 12 mm\n        căn: giữa\n"
        "      - tên: Tiền\n    hàng:\n      - 1 | 5.000\n"
        "    ghi chú: 'đơn vị: nghìn đồng'\n    viền: không\n"
        "phụ lục:\n  - trích yếu: DANH SÁCH\n    nội dung: Ông A\n    khổ giấy: ngang\n"
        "ký:\n  - |\n    SỞ A\n    GIÁM ĐỐC\n\n    Lê Văn A\n"
        "  - quyền hạn: GIÁM ĐỐC\n    chỗ: trái\n"
    )
    assert built == read
    assert written_back(built) == built


def test_an_image_built_in_python_equals_the_one_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths start at the working folder."""
    monkeypatch.chdir(GOOD)
    built = TypedDocument(
        type="báo cáo",
        agency="SỞ A",
        subject="b",
        body=["Như hình:", Image(file="bieu-do.png", caption="Biểu đồ", width=60)],
    )
    read = from_yaml(
        "type: report\nagency: SỞ A\nsubject: b\nbody:\n- 'Như hình:'\n"
        "- image:\n    file: bieu-do.png\n    caption: Biểu đồ\n    width: 60\n"
    )
    assert built == read
    assert written_back(built) == built


BASE: dict[str, Any] = {"agency": "SỞ A", "subject": "b", "body": "c"}

ALIKE: list[tuple[str, Any, Any]] = [
    ("number", 5, "05"),
    ("number", "Số: 12/QĐ-UBND", "12/QĐ-UBND"),
    ("number", "…", State.GAP),
    ("date", datetime.date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
    ("date", datetime.datetime(2026, 1, 5, 9, 30), "2026-01-05"),
    ("date", PartialDate(year=2026), 2026),
    ("date", PartialDate(), ""),
    ("subject", "Một\nhai", "Một\nhai\n"),
    ("subject", "\nMột", "Một"),
    ("place", "Hà\u00a0Nội", "Hà Nội"),
    ("place", "", State.GAP),
    ("place", "KHÔNG", State.OMITTED),
    ("addressees", ["A", "B"], "- A;\n- B."),
    ("addressees", [], ""),
    ("recipients", ("A", "B"), "A\nB"),
    ("recipients", "Nơi nhận:\n- A;", ["A"]),
    ("legal_bases", "Luật A", ["Căn cứ Luật A;"]),
    ("legal_bases", Citation(type="Luật", subject="A"), [{"type": "Luật", "subject": "A"}]),
    ("urgency", "urgent", "KHẨN"),
    ("copies", 20, "20"),
    ("signature", "GIÁM ĐỐC\n\nLê Văn A", ["GIÁM ĐỐC\nLê Văn A"]),
    ("signature", "GIÁM ĐỐC\n\nLê Văn A", Signature(authority="GIÁM ĐỐC", name="Lê Văn A")),
    ("footnotes", {"1": "a **b**"}, {"1": "a **b**\n"}),
    ("body", ["một", "hai"], "một\nhai"),
    ("agency", Agency(header="SỞ A"), "SỞ A"),
    ("agency", {"header": "SỞ A"}, ["SỞ A"]),
]


@pytest.mark.parametrize(("field", "one", "other"), ALIKE)
def test_two_ways_to_write_what_prints_the_same_are_equal(field: str, one: Any, other: Any) -> None:
    """And both come back from the YAML written of them."""
    first = Decision(**{**BASE, field: one})
    second = Decision(**{**BASE, field: other})
    assert first == second
    assert written_back(first) == second
    assert to_yaml(first) == to_yaml(second) or field in ("legal_bases", "body")


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("number", 5, 6),
        ("date", "2026", "2025"),
        ("subject", "b", "B"),
        ("recipients", "A", "B"),
        ("body", "1. A", "1) A"),
        ("place", None, ""),
        ("place", "", "không"),
    ],
)
def test_two_records_that_print_otherwise_differ(field: str, one: Any, other: Any) -> None:
    """Absent, empty and «không» are three."""
    assert Decision(**{**BASE, field: one}) != Decision(**{**BASE, field: other})


def test_a_decision_is_no_plan() -> None:
    """However alike their fields."""
    records: list[Document] = [Decision(**BASE), Plan(**BASE)]
    assert records[0] != records[1]


def test_a_wrong_record_says_in_words_what_is_wrong() -> None:
    """As an InvalidRecordError that holds the finding's sentence."""
    with pytest.raises(InvalidRecordError, match="DAT001: «31/4/2026» "):
        Decision(**BASE, date="31/4/2026")


def test_a_fault_deep_inside_is_told_too() -> None:
    """In an appendix, a table, an agency."""
    with pytest.raises(InvalidRecordError, match="0/urgency: SCH023: «gấp» "):
        Decision(**BASE, appendices=[{"body": "a", "urgency": "gấp"}])
    with pytest.raises(InvalidRecordError, match=r"nonsense: SCH002: .*«nonsense»"):
        Decision(**{**BASE, "agency": {"header": "A", "nonsense": "b"}})


def test_a_part_that_is_missing_and_one_that_is_unknown_are_named() -> None:
    """By the names of the fields."""
    with pytest.raises(InvalidRecordError, match=r"subject[\s\S]*nonsense"):
        Decision.from_values({"agency": "SỞ A", "body": "c", "nonsense": "d"})

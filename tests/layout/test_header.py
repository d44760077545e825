"""The head of page 1: issuing body, Quốc hiệu, number and date."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.records import (
    DECISION,
    LETTER,
    element,
    grid,
    laid_out,
    roles,
    rule,
    texts,
    words,
)
from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.law.norms import SIZE_SETS, norms
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.national_header import national_header
from vnadmindocs.layout.shape import Box
from vnadmindocs.layout.sheet import Sheet, sheet_of
from vnadmindocs.units import same_length_mm

GAP = wording("number.gap")


def _corners(key: str) -> tuple[float, float]:
    norm = norms()[key]
    return norm.low, norm.high


def _sheet(size_set: str, left: float, right: float, name_size: float) -> Sheet:
    narrowed, faults = norms(size_set).narrowed(
        {"page.margin.left": left, "page.margin.right": right, "national_name.size": name_size}
    )
    assert not faults
    return sheet_of(narrowed)


@pytest.mark.parametrize(
    ("size_set", "left", "right", "size"),
    list(
        product(
            SIZE_SETS,
            _corners("page.margin.left"),
            _corners("page.margin.right"),
            _corners("national_name.size"),
        )
    ),
)
def test_the_national_name_never_wraps(
    size_set: str, left: float, right: float, size: float
) -> None:
    """At every corner of the ranges for sizes and margins it fits its column with room to spare."""
    sheet = _sheet(size_set, left, right, size)
    needed = width_mm(wording("national_name"), size, bold=True)
    assert sheet.header_right_mm >= needed + sheet.norms["header.clearance"].use
    assert sheet.header_left_mm > 0
    assert sheet.header_left_mm + sheet.header_right_mm == pytest.approx(sheet.width_mm)


@given(st.floats(30, 35), st.floats(15, 20), st.sampled_from(SIZE_SETS))
@settings(max_examples=40)
def test_header_columns_add_up_to_the_text_width(left: float, right: float, sizes: str) -> None:
    narrowed = norms(sizes).narrowed({"page.margin.left": left, "page.margin.right": right})[0]
    sheet = sheet_of(narrowed)
    assert sheet.header_left_mm + sheet.header_right_mm == pytest.approx(sheet.width_mm)
    assert sheet.closing_left_mm + sheet.closing_right_mm == pytest.approx(sheet.width_mm)


def test_the_same_norms_give_the_same_sheet() -> None:
    assert sheet_of(norms()) is sheet_of(norms())


def test_the_rule_under_the_motto_is_as_long_as_its_words() -> None:
    sheet = sheet_of(norms("large"))
    header = national_header(sheet)
    assert texts(header) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    motto = width_mm("Độc lập - Tự do - Hạnh phúc", 14, bold=True)
    assert rule(header).length_mm == pytest.approx(motto)
    line = rule(header)
    assert line.left_mm + line.length_mm + line.right_mm == pytest.approx(sheet.header_right_mm)


def test_the_head_has_two_rows_with_number_and_date_on_one_level() -> None:
    header = grid(laid_out(LETTER), "header")
    assert [[[e.role for e in cell] for cell in row.cells] for row in header.rows] == [
        [["issuer"], ["national_header"]],
        [["number", "dispatch_subject"], ["place_date"]],
    ]


def test_superior_and_issuer_stand_one_under_the_other() -> None:
    issuer = element(laid_out(LETTER), "issuer")
    assert words(issuer) == [("superior", "UBND TỈNH AN BÌNH"), ("issuer", "SỞ NỘI VỤ")]


def test_written_header_lines_stay() -> None:
    issuer = element(laid_out(DECISION), "issuer")
    assert words(issuer) == [("issuer", "ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH")]


def test_a_line_of_the_subject_too_wide_for_the_column_is_broken_by_itself() -> None:
    subject = "|\n  mời họp\n  Ban Chỉ đạo cải cách hành chính nhà nước của thành phố\n  năm 2025"
    layout = laid_out(LETTER, trích_yếu=subject)
    assert texts(element(layout, "dispatch_subject")) == [
        "V/v mời họp\nBan Chỉ đạo cải cách hành chính\nnhà nước của thành phố\nnăm 2025"
    ]


def test_a_name_too_wide_for_the_column_is_balanced_anew() -> None:
    """«BAN QUẢN LÝ CÁC KHU CÔNG» is wider than the column; no line of one word is left behind."""
    agency = "|\n  BAN QUẢN LÝ CÁC KHU CÔNG\n  NGHIỆP VÀ CHẾ XUẤT HÀ NỘI"
    issuer = element(laid_out(LETTER, cơ_quan=agency), "issuer")
    assert texts(issuer) == ["BAN QUẢN LÝ\nCÁC KHU CÔNG NGHIỆP\nVÀ CHẾ XUẤT HÀ NỘI"]


@given(st.sampled_from(SIZE_SETS), st.lists(st.sampled_from(["SỞ", "TỈNH", "NỘI"]), min_size=1))
@settings(max_examples=40)
def test_the_rule_under_the_issuer_keeps_to_the_decree_s_ratio(sizes: str, name: list[str]) -> None:
    text = LETTER + f"cỡ chữ: {'lớn' if sizes == 'large' else 'nhỏ'}\n"
    layout = laid_out(text, cơ_quan="|\n  " + " ".join(name))
    issuer = element(layout, "issuer")
    style = layout.styles["issuer"]
    longest = max(
        width_mm(line, style.size_pt, style.bold) for line in texts(issuer)[-1].split("\n")
    )
    norm = norms(sizes)["rule.issuer.ratio"]
    assert norm.low - 1e-4 <= rule(issuer).length_mm / longest <= norm.high + 1e-4


def test_bodies_of_a_joint_document_stand_over_one_rule_lead_first() -> None:
    text = LETTER.replace(
        "cơ quan: |\n  UBND TỈNH AN BÌNH\n\n  SỞ NỘI VỤ\n",
        "cơ quan:\n  - |\n    UBND TỈNH AN BÌNH\n\n    SỞ NỘI VỤ\n"
        "  - |\n    UBND TỈNH AN BÌNH\n\n    SỞ TÀI CHÍNH\n",
    )
    issuer = element(laid_out(text), "issuer")
    assert words(issuer) == [
        ("superior", "UBND TỈNH AN BÌNH"),
        ("issuer", "SỞ NỘI VỤ"),
        ("issuer", "SỞ TÀI CHÍNH"),
    ]
    assert [block for block in issuer.blocks if block == rule(issuer)] == [issuer.blocks[-1]]


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("5/SNV-VP", "Số: 5/SNV-VP"),
        ("5", "Số: 05/SNV"),
        ("/SNV-VP", f"Số:{GAP}/SNV-VP"),
        ("", f"Số:{GAP}/SNV"),
    ],
)
def test_number_and_symbol_are_printed_as_far_as_they_are_known(number: str, printed: str) -> None:
    assert texts(element(laid_out(LETTER, số=number), "number")) == [printed]


def test_a_symbol_has_type_and_agency() -> None:
    layout = laid_out(DECISION)
    assert texts(element(layout, "number")) == [f"Số:{GAP}/QĐ-UBND"]
    assert "symbol" in layout.defaults


def test_a_number_that_is_left_out_leaves_the_date() -> None:
    found = roles(laid_out(LETTER, số="không"))
    assert "number" not in found
    assert "place_date" in found


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ("09/3/2026", "An Bình, ngày 09 tháng 3 năm 2026"),
        ("05/01/2026", "An Bình, ngày 05 tháng 01 năm 2026"),
        (
            "năm 2026",
            f"An Bình, ngày {wording('date.day_gap')} tháng {wording('date.month_gap')} năm 2026",
        ),
    ],
)
def test_place_and_date_are_one_line(date: str, printed: str) -> None:
    assert texts(element(laid_out(LETTER, ngày=date), "place_date")) == [printed]


def test_a_place_too_long_for_the_column_breaks_after_the_comma() -> None:
    layout = laid_out(LETTER, địa_danh="Thành phố Hồ Chí Minh")
    assert texts(element(layout, "place_date")) == [
        "Thành phố Hồ Chí Minh,\nngày 09 tháng 3 năm 2026"
    ]


def test_the_place_of_the_agency_is_the_default() -> None:
    layout = laid_out(DECISION, ngày="09/3/2026")
    assert texts(element(layout, "place_date")) == ["An Bình, ngày 09 tháng 3 năm 2026"]
    assert "place" in layout.defaults


def test_a_place_nobody_knows_is_a_gap() -> None:
    layout = laid_out(LETTER, địa_danh="")
    gap = wording("place.gap")
    assert texts(element(layout, "place_date")) == [f"{gap}, ngày 09 tháng 3 năm 2026"]


def test_minutes_print_no_place_and_date() -> None:
    layout = laid_out(LETTER, loại="biên bản", ngày="", địa_danh="")
    assert "place_date" not in roles(layout)


def test_marks_stand_under_the_number_in_their_sizes() -> None:
    layout = laid_out(LETTER, độ_khẩn="hỏa tốc", độ_mật="mật", phạm_vi_lưu_hành="LƯU HÀNH NỘI BỘ")
    found = [each for each in grid(layout, "header").rows[1].cells[0] if each.role == "marks"]
    assert [(each.box, texts(each)) for each in found] == [("10a", ["MẬT"]), ("10b", ["HỎA TỐC"])]
    sizes = [(b.width_mm, b.height_mm) for each in found for b in each.blocks if isinstance(b, Box)]
    # The decree sizes the marks of urgency; a mark of secrecy is words without a frame.
    assert sizes == [(30.0, 8.0)]
    (circulation,) = layout.parts[0].section.first_header
    assert texts(circulation) == ["LƯU HÀNH NỘI BỘ"]


def test_the_circulation_note_keeps_the_letters_it_was_written_in() -> None:
    layout = laid_out(LETTER, phạm_vi_lưu_hành="Lưu hành nội bộ")
    (circulation,) = layout.parts[0].section.first_header
    assert texts(circulation) == ["Lưu hành nội bộ"]


def test_the_contact_line_stands_at_the_foot_of_page_one_under_a_full_rule() -> None:
    layout = laid_out(LETTER, liên_hệ="Số 1 đường A")
    line, contact = layout.parts[0].section.first_footer
    assert texts(contact) == ["Số 1 đường A"]
    assert same_length_mm(line.length_mm, layout.parts[0].section.text_width_mm)  # type: ignore[union-attr]

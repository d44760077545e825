"""Type name and trích yếu, Kính gửi, authority, grounds and the enacting word."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

import pytest

from tests.layout.records import (
    DECISION,
    LETTER,
    element,
    laid_out,
    paragraphs,
    roles,
    rule,
    texts,
    words,
)
from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.law.norms import norms


@pytest.mark.parametrize(
    "written",
    ["Về việc báo cáo số liệu", "V/v báo cáo số liệu", "v/v: báo cáo số liệu", "báo cáo số liệu"],
)
def test_a_letter_prints_v_v_once(written: str) -> None:
    layout = laid_out(LETTER, trích_yếu=f'"{written}"')
    subject = element(layout, "dispatch_subject")
    assert subject.box == "5b"
    assert words(subject) == [("dispatch_subject", "V/v báo cáo số liệu")]


def test_a_letter_has_no_type_name() -> None:
    assert "title" not in roles(laid_out(LETTER))


def test_written_breaks_of_a_subject_stay_where_they_fit() -> None:
    layout = laid_out(LETTER, trích_yếu="|\n  báo cáo\n  số liệu năm 2026")
    assert texts(element(layout, "dispatch_subject")) == ["V/v báo cáo\nsố liệu năm 2026"]


def test_type_name_subject_and_short_rule_stand_in_the_middle() -> None:
    title = element(laid_out(DECISION), "title")
    assert title.box == "5a"
    assert words(title) == [("type_name", "QUYẾT ĐỊNH"), ("subject", "Về việc khen thưởng")]
    longest = width_mm("Về việc khen thưởng", 14, bold=True)
    assert rule(title).length_mm == pytest.approx(longest * norms()["rule.subject.ratio"].use)
    assert rule(title).left_mm == rule(title).right_mm


def test_a_title_of_its_own_is_printed_in_place_of_the_type_name() -> None:
    layout = laid_out(DECISION, loại="kế hoạch", tên_loại_in="KẾ HOẠCH PHỐI HỢP")
    assert texts(element(layout, "title"))[0] == "KẾ HOẠCH PHỐI HỢP"


def test_a_long_subject_is_broken_into_even_lines() -> None:
    subject = "Phê duyệt Chương trình khuyến công thành phố Hải Phòng giai đoạn 2026 - 2030"
    layout = laid_out(DECISION, trích_yếu=subject)
    printed = texts(element(layout, "title"))[1]
    assert printed.replace("\n", " ") == subject
    first, second = (width_mm(line, 14, bold=True) for line in printed.split("\n"))
    assert abs(first - second) < 0.4 * max(first, second)


def test_minutes_have_a_rule_under_the_name_of_the_meeting() -> None:
    """Form 1.9 draws it, and PL1·P1·II.5.b asks for it."""
    title = element(laid_out(LETTER, loại="biên bản"), "title")
    assert [type(block).__name__ for block in title.blocks] == ["Paragraph", "Paragraph", "Rule"]


def test_one_addressee_stands_on_the_line_of_the_label() -> None:
    addressees = element(laid_out(LETTER), "addressees")
    assert words(addressees) == [("addressees", "Kính gửi: Sở Tài chính")]
    (line,) = paragraphs(addressees)
    label = width_mm("Kính gửi: ", 14)
    assert line.left_mm == pytest.approx(norms()["addressees.indent"].use + label)
    assert line.first_indent_mm == pytest.approx(-label)


def test_dashes_of_several_addressees_stand_under_the_colon() -> None:
    layout = laid_out(LETTER, kính_gửi="|\n  - Các Sở: Tài chính; Y tế;\n  UBND các xã")
    label, first, second = paragraphs(element(layout, "addressees"))
    assert [each.text for each in (label, first, second)] == [
        "Kính gửi:",
        "- Các Sở: Tài chính; Y tế;",
        "- UBND các xã.",
    ]
    colon = norms()["addressees.indent"].use + width_mm("Kính gửi", 14)
    for each in (first, second):
        assert each.left_mm is not None
        assert each.first_indent_mm is not None
        assert each.left_mm + each.first_indent_mm == pytest.approx(colon)
    assert label.keep_next


def test_a_telegram_names_the_authority_that_wires() -> None:
    layout = laid_out(
        LETTER, loại="công điện", thẩm_quyền_ban_hành="GIÁM ĐỐC SỞ NỘI VỤ", kính_gửi="|\n  A\n  B"
    )
    assert texts(element(layout, "addressees")) == ["GIÁM ĐỐC SỞ NỘI VỤ điện:", "- A;", "- B."]
    assert "issuing_authority" not in roles(layout)


def test_the_parts_of_a_decision_come_in_the_order_of_the_form() -> None:
    found = roles(laid_out(DECISION))
    assert found[found.index("title") :] == [
        "title",
        "issuing_authority",
        "legal_bases",
        "decision_word",
        "body",
        "recipients",
        "signature",
    ]


def test_grounds_end_in_semicolons_and_the_proposal_last_in_a_stop() -> None:
    assert words(element(laid_out(DECISION), "legal_bases")) == [
        ("legal_basis", "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;"),
        ("legal_basis", "Xét thành tích đã đạt được;"),
        ("legal_basis", "Theo đề nghị của Giám đốc Sở Nội vụ."),
    ]


def test_the_enacting_sentence_stands_after_the_proposal() -> None:
    sentence = "Ủy ban nhân dân tỉnh ban hành Quyết định quy định phân cấp"
    record = DECISION.replace("theo đề nghị:", f"  {sentence}.\ntheo đề nghị:")
    assert texts(element(laid_out(record), "legal_bases"))[-2:] == [
        "Theo đề nghị của Giám đốc Sở Nội vụ;",
        f"{sentence}.",
    ]


def test_without_a_proposal_the_last_ground_ends_in_a_stop() -> None:
    layout = laid_out(DECISION.replace("theo đề nghị: Giám đốc Sở Nội vụ\n", ""))
    assert texts(element(layout, "legal_bases"))[-1] == "Xét thành tích đã đạt được."


@pytest.mark.parametrize(
    ("signature", "authority"),
    [
        ("|\n  TM. ỦY BAN NHÂN DÂN\n  CHỦ TỊCH\n\n  Trần Văn An", "ỦY BAN NHÂN DÂN TỈNH AN BÌNH"),
        ("|\n  CHỦ TỊCH\n\n  Trần Văn An", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN BÌNH"),
    ],
)
def test_the_authority_line_follows_from_profile_and_signature(
    signature: str, authority: str
) -> None:
    layout = laid_out(DECISION, ký=signature)
    assert texts(element(layout, "issuing_authority")) == [authority]
    assert "issuing_authority" in layout.defaults


def test_a_written_authority_line_is_no_default() -> None:
    layout = laid_out(DECISION, thẩm_quyền_ban_hành="CHỦ TỊCH UBND TỈNH")
    assert texts(element(layout, "issuing_authority")) == ["CHỦ TỊCH UBND TỈNH"]
    assert "issuing_authority" not in layout.defaults


def test_the_enacting_word_is_that_of_the_type() -> None:
    assert texts(element(laid_out(DECISION), "decision_word")) == ["QUYẾT ĐỊNH:"]
    resolution = laid_out(DECISION, loại="nghị quyết")
    assert texts(element(resolution, "decision_word")) == ["QUYẾT NGHỊ:"]

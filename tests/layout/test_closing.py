"""Nơi nhận and signatures: two rows, brackets, several signers, defaults."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.records import DECISION, LETTER, element, grid, laid_out, roles, texts, words
from vnadmindocs.fonts.metrics import LINE_PITCH_EM, width_mm
from vnadmindocs.law.norms import norms
from vnadmindocs.layout.shape import Grid, Layout, Paragraph


def _recipients(*lines: str) -> Layout:
    return laid_out(LETTER, nơi_nhận="|\n  " + "\n  ".join(lines))


def _closing_texts(layout: Layout) -> list[str]:
    return [
        text
        for row in grid(layout, "closing").rows
        for each in row.cells[0]
        for text in texts(each)
    ]


def test_recipients_stand_level_with_the_first_line_of_the_signature() -> None:
    closing = grid(laid_out(LETTER), "closing")
    (row,) = closing.rows
    assert not row.can_split
    left, right = row.cells
    assert words(left[0]) == [
        ("recipients_label", "Nơi nhận:"),
        ("recipient", "- Như trên;"),
        ("recipient", "- Lưu: VT."),
    ]
    assert words(right[0]) == [
        ("signature_authority", "GIÁM ĐỐC"),
        ("signature_name", "Trần Văn An"),
    ]
    assert [block.role for block in right[0].blocks if isinstance(block, Paragraph)] == [
        "signature_authority",
        "signature_gap",
        "signature_name",
    ]


def test_three_lines_captions_and_offices_keep_their_order() -> None:
    signature = (
        "|\n  TM. ỦY BAN NHÂN DÂN\n  KT. CHỦ TỊCH\n  PHÓ CHỦ TỊCH\n  (Đã ký)\n\n"
        "  CHỦ TỊCH HỘI ĐỒNG\n  Trần Văn An\n  TRƯỞNG BAN"
    )
    assert words(element(laid_out(LETTER, ký=signature), "signature")) == [
        ("signature_authority", "TM. ỦY BAN NHÂN DÂN"),
        ("signature_authority", "KT. CHỦ TỊCH"),
        ("signature_authority", "PHÓ CHỦ TỊCH"),
        ("signature_caption", "(Đã ký)"),
        ("signature_other_office", "CHỦ TỊCH HỘI ĐỒNG"),
        ("signature_name", "Trần Văn An"),
        ("signature_other_office", "TRƯỞNG BAN"),
    ]


def test_a_long_line_of_authority_is_broken_in_its_column() -> None:
    line = "TRƯỞNG ĐOÀN KIỂM TRA LIÊN NGÀNH VỀ AN TOÀN THỰC PHẨM TỈNH AN BÌNH"
    layout = laid_out(LETTER, ký=f"|\n  {line}\n\n  Trần Văn An")
    printed = texts(element(layout, "signature"))[0]
    assert printed.replace("\n", " ") == line
    right = grid(layout, "closing").columns_mm[1]
    assert all(width_mm(each, 14, bold=True) <= right for each in printed.split("\n"))


def test_sixty_recipients_leave_no_hole_beside_the_signature() -> None:
    names = [f"Đơn vị số {number}" for number in range(60)]
    layout = _recipients(*names)
    first, second = grid(layout, "closing").rows
    assert (first.can_split, second.can_split) == (False, True)
    sizes = norms()
    pitch = sizes["recipient.size"].use * LINE_PITCH_EM
    block = 2 * sizes["signature_authority.size"].use * LINE_PITCH_EM + sizes["signature.gap"].use
    beside = (
        sizes["recipients_label.size"].use * LINE_PITCH_EM
        + (len(texts(first.cells[0][0])) - 1) * pitch
    )
    assert abs(beside - block) <= pitch
    assert second.cells[1] == ()
    assert _closing_texts(layout) == ["Nơi nhận:", *(f"- {n};" for n in names), "- Lưu: VT."]


@given(
    st.lists(
        st.text("abcăơ HĐ", min_size=1, max_size=60).map(lambda t: f"Đv {' '.join(t.split())} x"),
        min_size=1,
        max_size=40,
    )
)
@settings(max_examples=60)
def test_recipients_are_never_lost_or_reordered(names: list[str]) -> None:
    expected = ["Nơi nhận:", *(f"- {name};" for name in names), "- Lưu: VT."]
    assert _closing_texts(_recipients(*names)) == expected


def test_the_column_of_recipients_widens_for_one_that_then_stands_on_a_line() -> None:
    layout = _recipients("PCT UBNDTP Hoàng Minh Cường (để b/c)")
    closing = grid(layout, "closing")
    sheet_width = layout.parts[0].section.text_width_mm
    ratio = norms()["closing.left.ratio"]
    assert sheet_width * ratio.use < closing.columns_mm[0] <= sheet_width * ratio.high
    assert sum(closing.columns_mm) == pytest.approx(sheet_width)
    assert width_mm("- PCT UBNDTP Hoàng Minh Cường (để b/c);", 11) <= closing.columns_mm[0]


def test_a_bracket_joins_its_recipients_and_never_parts() -> None:
    layout = _recipients("(để b/c):", "  Bộ Nội vụ", "  UBND tỉnh", "Sở Tài chính")
    recipients = grid(layout, "closing").rows[0].cells[0][0]
    (bracket,) = (block for block in recipients.blocks if isinstance(block, Grid))
    assert (bracket.name, bracket.bracket_column) == ("bracket", 1)
    (row,) = bracket.rows
    assert not row.can_split
    assert [[text for each in cell for text in texts(each)] for cell in row.cells] == [
        ["- Bộ Nội vụ;", "- UBND tỉnh;"],
        [],
        ["(để b/c);"],
    ]
    assert sum(bracket.columns_mm) == pytest.approx(grid(layout, "closing").columns_mm[0])


def test_a_list_with_its_own_archive_line_gets_no_other() -> None:
    assert _closing_texts(_recipients("Như trên", "Lưu: VT, TH")) == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT, TH.",
    ]


def test_a_written_archive_comes_last() -> None:
    layout = laid_out(LETTER, nơi_nhận="|\n  Như trên", lưu="VT, QLCN(bnt)")
    assert _closing_texts(layout)[-1] == "- Lưu: VT, QLCN(bnt)."
    assert "archive" not in layout.defaults


def test_a_letter_without_recipients_names_those_of_its_type() -> None:
    layout = laid_out(LETTER.replace("nơi nhận: |\n  Như trên\n  Lưu: VT\n", ""))
    assert _closing_texts(layout) == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    assert {"recipients", "archive"} <= set(layout.defaults)


def test_a_report_without_addressees_has_nobody_above() -> None:
    text = LETTER.replace("nơi nhận: |\n  Như trên\n  Lưu: VT\n", "").replace(
        "kính gửi: Sở Tài chính\n", ""
    )
    assert _closing_texts(laid_out(text, loại="báo cáo")) == ["Nơi nhận:", "- Lưu: VT."]
    assert _closing_texts(laid_out(text, loại="giấy giới thiệu"))[1] == "- Như trên;"


def test_a_decision_goes_to_those_of_its_last_article() -> None:
    assert _closing_texts(laid_out(DECISION)) == ["Nơi nhận:", "- Như Điều 2;", "- Lưu: VT."]


def test_a_named_list_of_the_profile_stands_in_place_of_its_name() -> None:
    text = DECISION.replace(
        "  viết tắt: UBND\n",
        "  viết tắt: UBND\n  danh sách nơi nhận:\n    các sở: |\n      Sở Nội vụ\n      Sở Y tế\n",
    )
    assert _closing_texts(laid_out(text, nơi_nhận="|\n  Như Điều 2\n  @các sở")) == [
        "Nơi nhận:",
        "- Như Điều 2;",
        "- Sở Nội vụ;",
        "- Sở Y tế;",
        "- Lưu: VT.",
    ]


def test_recipients_that_are_left_out_leave_the_signature() -> None:
    found = roles(laid_out(LETTER, nơi_nhận="không"))
    assert "recipients" not in found
    assert found[-1] == "signature"


def test_without_a_signature_recipients_stand_alone() -> None:
    layout = laid_out(LETTER, ký="không")
    assert texts(element(layout, "recipients"))[0] == "Nơi nhận:"
    assert "signature" not in roles(layout)


def test_the_drafter_and_the_copies_stand_at_the_right_below_the_list() -> None:
    layout = laid_out(LETTER, người_soạn="PL", số_bản="300")
    *_, drafter = element(layout, "recipients").blocks
    assert isinstance(drafter, Paragraph)
    assert (drafter.role, drafter.text, drafter.align) == ("drafter", "PL.(300)", "right")


def test_the_default_signer_of_the_profile_signs() -> None:
    text = DECISION.split("ký: |")[0].replace(
        "  người đứng đầu: Chủ tịch\n",
        "  người đứng đầu: Chủ tịch\n  người ký:\n    - họ tên: Trần Văn An\n"
        "      chức vụ: Chủ tịch\n  người ký mặc định: Trần Văn An\n",
    )
    layout = laid_out(text)
    assert texts(element(layout, "signature")) == ["CHỦ TỊCH", "Trần Văn An"]
    assert "signature" in layout.defaults


_SIGNERS = "\n".join(
    f"  - |\n    GIÁM ĐỐC {name}\n\n    Trần Văn {name.title()}" for name in ("MỘT", "HAI", "BA")
)


def _joint(count: int) -> list[list[list[str]]]:
    signers = "\n".join(_SIGNERS.split("\n")[: 4 * count])
    layout = laid_out(LETTER, ký=f"\n{signers}")
    return [
        [[texts(each)[1] for each in cell] for cell in row.cells]
        for found in layout.parts[0].elements
        if isinstance(found, Grid) and found.name == "signatures"
        for row in found.rows
    ]


def test_two_signers_stand_side_by_side_the_lead_on_the_right() -> None:
    assert _joint(2) == [[["Trần Văn Hai"], ["Trần Văn Một"]]]


def test_a_third_signer_stands_in_the_middle_below() -> None:
    assert _joint(3) == [
        [["Trần Văn Hai"], ["Trần Văn Một"]],
        [[], ["Trần Văn Ba"], []],
    ]


def test_a_place_that_was_asked_for_overrides_the_order() -> None:
    signers = (
        "\n  - quyền hạn: GIÁM ĐỐC MỘT\n    họ tên: Trần Văn Một\n    chỗ: trái\n"
        "  - quyền hạn: GIÁM ĐỐC HAI\n    họ tên: Trần Văn Hai"
    )
    layout = laid_out(LETTER, ký=signers)
    (row,) = grid(layout, "signatures").rows
    assert [texts(cell[0])[1] for cell in row.cells] == ["Trần Văn Một", "Trần Văn Hai"]


def test_recipients_of_a_joint_document_stand_below_the_signatures() -> None:
    signers = "\n".join(_SIGNERS.split("\n")[:8])
    layout = laid_out(LETTER, ký=f"\n{signers}")
    assert roles(layout)[-3:] == ["signature", "signature", "recipients"]

"""Appendices and attached documents: labels, reference lines, pages of their own."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

import pytest

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
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.shape import Grid, Layout

GAP = wording("number.gap")
ISSUED = DECISION + "số: 15\nngày: 09/3/2026\n"


def _with(*entries: str, main: str = ISSUED) -> Layout:
    return laid_out(main + "phụ lục:\n" + "".join(entries))


def _entry(*lines: str) -> str:
    return f"  - {lines[0]}\n" + "".join(f"    {line}\n" for line in lines[1:])


PLAIN = _entry("trích yếu: Danh sách khen thưởng", "nội dung: Một.")


def test_an_appendix_has_label_title_reference_and_a_short_rule() -> None:
    head = element(_with(PLAIN), "appendix_head", 1)
    assert [(role, text.replace("\n", " ")) for role, text in words(head)] == [
        ("appendix_label", "Phụ lục"),
        ("appendix_title", "Danh sách khen thưởng"),
        (
            "appendix_reference",
            "(Kèm theo Quyết định số 15/QĐ-UBND ngày 09 tháng 3 năm 2026"
            " của Ủy ban nhân dân tỉnh An Bình)",
        ),
    ]
    assert rule(head).under == "appendix_reference"


def test_the_reference_of_an_electronic_document_leaves_number_and_date_blank() -> None:
    layout = _with(PLAIN, main=ISSUED + "phát hành: điện tử\n")
    printed = texts(element(layout, "appendix_head", 1))[-1].replace("\n", " ")
    blank = wording("appendix.reference_number_gap")
    assert printed.startswith(
        f"(Kèm theo Quyết định số {blank} ngày {wording('date.day_gap')} tháng"
    )
    assert printed.endswith("của Ủy ban nhân dân tỉnh An Bình)")


def test_the_reference_of_a_draft_leaves_what_is_not_known_blank() -> None:
    layout = _with(PLAIN, main=DECISION)
    assert f"số {GAP}/QĐ-UBND ngày" in texts(element(layout, "appendix_head", 1))[-1]


def test_a_written_reference_is_printed_in_its_words() -> None:
    layout = _with(
        _entry("trích yếu: Một", "kèm theo: (Ban hành kèm theo Quyết định này)", "nội dung: A.")
    )
    assert texts(element(layout, "appendix_head", 1))[-1] == "(Ban hành kèm theo Quyết định này)"
    assert "appendices/0/reference" not in layout.defaults


def test_a_reference_may_be_left_out() -> None:
    layout = _with(_entry("trích yếu: Một", "kèm theo: không", "nội dung: A."))
    assert texts(element(layout, "appendix_head", 1)) == ["Phụ lục", "Một"]


def test_a_reference_that_was_made_is_a_default() -> None:
    assert "appendices/0/reference" in _with(PLAIN).defaults


def test_two_appendices_are_numbered_in_roman() -> None:
    layout = _with(PLAIN, PLAIN)
    assert [texts(element(layout, "appendix_head", part))[0] for part in (1, 2)] == [
        "Phụ lục I",
        "Phụ lục II",
    ]


def test_a_label_of_its_own_is_not_counted() -> None:
    layout = _with(_entry("nhãn: Phụ biểu 01", "trích yếu: Một", "nội dung: A."), PLAIN)
    assert [texts(element(layout, "appendix_head", part))[0] for part in (1, 2)] == [
        "Phụ biểu 01",
        "Phụ lục",
    ]


def test_a_label_may_be_left_out_by_either_of_its_names() -> None:
    for name in ("tên loại in", "nhãn"):
        unnamed = _entry("trích yếu: Một", f"{name}: không", "nội dung: A.")
        layout = _with(unnamed, PLAIN, PLAIN)
        heads = [dict(words(element(layout, "appendix_head", part))) for part in (1, 2, 3)]
        labels = [head.get("appendix_label") for head in heads]
        assert labels == [None, "Phụ lục I", "Phụ lục II"]


def test_a_name_of_its_own_is_numbered() -> None:
    entry = _entry("tên loại in: Phụ biểu", "trích yếu: Một", "nội dung: A.")
    layout = _with(entry, entry)
    assert texts(element(layout, "appendix_head", 2))[0] == "Phụ biểu II"


def test_an_appendix_has_no_head_signature_and_recipients_of_its_own() -> None:
    assert roles(_with(PLAIN), 1) == ["appendix_head", "body"]


def test_an_attached_document_has_type_name_subject_and_reference() -> None:
    layout = _with(
        _entry("loại: điều lệ", "cơ quan: như trên", "trích yếu: Quỹ Khuyến học", "nội dung: A.")
    )
    assert layout.parts[1].kind == "attached"
    assert words(element(layout, "appendix_head", 1))[:2] == [
        ("type_name", "ĐIỀU LỆ"),
        ("subject", "Quỹ Khuyến học"),
    ]


def test_an_attached_document_has_the_head_without_number_and_date() -> None:
    layout = _with(
        _entry("loại: điều lệ", "cơ quan: như trên", "trích yếu: Quỹ Khuyến học", "nội dung: A.")
    )
    header = grid(layout, "header", 1)
    assert len(header.rows) == 1
    assert texts(header)[0] == "ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH"


STATUTES = _entry("loại: điều lệ", "trích yếu: Quỹ Khuyến học", "nội dung: A.")


def test_a_text_that_a_decision_issues_has_the_head_of_the_decision() -> None:
    layout = _with(STATUTES)
    header = grid(layout, "header", 1)
    assert len(header.rows) == 1
    assert texts(header)[0] == "ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH"
    assert roles(layout, 1) == ["issuer", "national_header", "appendix_head", "body"]
    assert "appendices/0/agency" in layout.defaults


@pytest.mark.parametrize(
    "entry",
    [
        _entry("loại: điều lệ", "cơ quan: không", "trích yếu: Quỹ Khuyến học", "nội dung: A."),
        _entry("loại: danh sách", "trích yếu: Người được khen", "nội dung: A."),
        _entry("loại: biểu tổng hợp", "trích yếu: Khen thưởng", "nội dung: A."),
        PLAIN,
    ],
)
def test_what_is_left_out_or_no_text_of_its_own_has_no_head(entry: str) -> None:
    assert roles(_with(entry), 1) == ["appendix_head", "body"]


def test_what_a_letter_encloses_has_a_head_only_where_one_is_written() -> None:
    assert roles(_with(STATUTES, main=LETTER), 1) == ["appendix_head", "body"]


def test_an_attached_text_may_have_another_body_in_its_head() -> None:
    entry = _entry("loại: điều lệ", "cơ quan: HỘI KHUYẾN HỌC", "trích yếu: Quỹ", "nội dung: A.")
    assert texts(grid(_with(entry), "header", 1))[0] == "HỘI KHUYẾN HỌC"


def test_what_is_attached_to_an_attached_text_has_no_head_of_the_decision() -> None:
    inner = (
        "    phụ lục:\n      - loại: nội quy\n        trích yếu: Lớp học\n        nội dung: B.\n"
    )
    assert roles(_with(STATUTES + inner), 2) == ["appendix_head", "body"]


def test_a_landscape_appendix_has_a_page_of_its_own() -> None:
    layout = _with(_entry("trích yếu: Một", "khổ giấy: ngang", "nội dung: A."))
    main, appendix = (part.section for part in layout.parts)
    assert (main.landscape, appendix.landscape) == (False, True)
    assert (appendix.width_mm, appendix.height_mm) == (297.0, 210.0)
    head = element(layout, "appendix_head", 1)
    line = rule(head)
    assert line.left_mm + line.length_mm + line.right_mm == pytest.approx(appendix.text_width_mm)


def test_the_contact_line_stays_on_the_main_document() -> None:
    layout = _with(PLAIN, main=ISSUED + "liên hệ: Số 1\n")
    assert layout.parts[0].section.first_footer
    assert not layout.parts[1].section.first_footer


def test_a_signature_that_is_written_is_printed() -> None:
    layout = _with(
        _entry("trích yếu: Một", "nội dung: A.", "ký: |", "  TRƯỞNG BAN", "", "  Lê Văn B")
    )
    assert any(isinstance(each, Grid) for each in layout.parts[1].elements)
    assert texts(element(layout, "signature", 1)) == ["TRƯỞNG BAN", "Lê Văn B"]


def test_the_rule_stands_under_the_last_line_of_the_head() -> None:
    layout = _with(_entry("trích yếu: Một", "kèm theo: không", "nhãn: không", "nội dung: A."))
    head = element(layout, "appendix_head", 1)
    assert texts(head) == ["Một"]
    assert rule(head).under == "appendix_title"

"""Pointers to appendices, and the line that points back: what is said, and what is not."""

from __future__ import annotations

import pytest

from vnadmindocs.api import check

HEAD = """\
loại: thông báo
cơ quan: SỞ NỘI VỤ
số: 12/TB-SNV
ngày: 05/3/2026
trích yếu: Về việc nghỉ lễ
nội dung: |
  {}
"""
ONE = "phụ lục:\n  - trích yếu: LỊCH TRỰC\n    nội dung: Văn phòng trực.\n"
TWO = ONE + "  - trích yếu: NGƯỜI TRỰC\n    nội dung: Ông Nguyễn Văn An.\n"


def said(text: str, code: str) -> list[str]:
    """Give the sentences of one code."""
    return [each.message.vi for each in check(text) if each.code == code]


def test_a_record_without_appendices_is_told_so_once() -> None:
    """Every further number would say the same."""
    text = HEAD.format("Lịch trực tại Phụ lục I, II, III kèm theo Thông báo này./.")
    assert said(text, "CIT052") == ["Nội dung nhắc đến «Phụ lục I», văn bản không có phụ lục nào"]


def test_with_some_appendices_each_number_too_many_is_named() -> None:
    """Each may be a slip of its own."""
    text = HEAD.format("Lịch trực tại Phụ lục I, II, III kèm theo Thông báo này./.")
    assert said(text + ONE, "CIT052") == [
        "Nội dung nhắc đến «Phụ lục II», văn bản có 1 phụ lục",
        "Nội dung nhắc đến «Phụ lục III», văn bản có 1 phụ lục",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Lịch trực theo Phụ lục.",
        "Lịch trực kèm theo Thông báo này.",
        "Lịch trực tại Phụ lục I.",
        "Có lịch đính kèm.",
        "Lịch ở PHỤ LỤC 1 kèm theo.",
        "Trực theo bảng sau.\n  {bảng: a}",
        "Trực như sau[^1].\n  [^1]: Xem Phụ lục.",
    ],
)
def test_one_appendix_is_pointed_to_in_many_ways(words: str) -> None:
    """By its word, by «kèm theo», in a footnote, in a cell."""
    tables = "bảng:\n  a:\n    cột: A | B\n    hàng: Trực | (Phụ lục)\n"
    text = HEAD.format(words) + (tables if "bảng" in words else "")
    assert said(text + ONE, "APP040") == []


@pytest.mark.parametrize(
    "words",
    [
        "Các phòng trực đủ.",
        "Trực theo Phụ lục I Nghị định số 30/2020/NĐ-CP.",
        "Trực theo Phụ lục ban hành kèm theo Thông tư số 01/2011/TT-BNV.",
    ],
)
def test_an_appendix_of_another_text_is_none_of_this(words: str) -> None:
    """The one there is stays unnamed."""
    assert said(HEAD.format(words) + ONE, "APP040") == [
        "Không chỗ nào trong văn bản nhắc đến «Phụ lục»"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Lịch tại Phụ lục I, người tại Phụ lục II.",
        "Lịch tại Phụ lục I, II kèm theo.",
        "Lịch tại Phụ lục 1 đến Phụ lục 2.",
        "Lịch tại các Phụ lục kèm theo.",
        "Lịch và danh sách kèm theo.",
        "Có 02 phụ lục.",
    ],
)
def test_two_appendices_are_pointed_to_each_or_together(words: str) -> None:
    """By numbers, by a range, by one word for all."""
    assert said(HEAD.format(words) + TWO, "APP040") == []


def test_of_two_the_one_that_is_left_out_is_named() -> None:
    """«kèm theo» of the other means the other."""
    text = HEAD.format("Lịch tại Phụ lục I kèm theo.") + TWO
    assert said(text, "APP040") == ["Không chỗ nào trong văn bản nhắc đến «Phụ lục II»"]


def test_an_appendix_may_point_to_the_next_and_none_to_itself() -> None:
    """What it says of itself is no pointer."""
    text = HEAD.format("Lịch tại Phụ lục I.") + TWO
    assert said(text.replace("Văn phòng trực.", "Xem Phụ lục II."), "APP040") == []
    assert said(text.replace("Ông Nguyễn Văn An.", "Phụ lục II."), "APP040") != []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Người tại Phụ lục II, lịch tại Phụ lục I.",
         ["«Phụ lục I» được nhắc lần đầu sau phụ lục số 2"]),
        ("Lịch tại Phụ lục I, người tại Phụ lục II, xem lại Phụ lục I.", []),
        ("Người tại Phụ lục II Nghị định số 30/2020/NĐ-CP, lịch tại Phụ lục I, II.", []),
    ],
)  # fmt: skip
def test_the_order_of_first_mentions_is_that_of_the_appendices(
    words: str, found: list[str]
) -> None:
    """Once, where it is broken first."""
    assert said(HEAD.format(words) + TWO, "APP041") == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("(Kèm theo Thông báo số 12/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)", []),
        ("(Kèm theo Thông báo số:    /TB-SNV ngày   tháng   năm 2026 của Sở Nội vụ)", []),
        ("(Ban hành kèm theo Thông báo số ……/TB-SNV, ngày …/3/2026 của Giám đốc Sở Nội vụ)", []),
        ("(Kèm theo Văn bản số 12/TB-SNV ngày … của ………)", []),
        ("(Kèm theo Thông báo số 12/TB-SNV ngày 05/3/2026 của Giám đốc Sở Nội vụ tỉnh)", []),
        ("(Kèm theo Thông báo này)", []),
        ("Kèm theo hồ sơ", []),
        ("(Kèm theo Thông báo số 12/TB/SNV ngày 5/3/2026 của Sở Nội vụ)",
         ["ký hiệu «TB/SNV», của văn bản là «TB-SNV»"]),
        ("(Kèm theo Công văn số 13/TB-SNV ngày 06/3/2026 của Sở Tài chính)",
         ["loại văn bản «Công văn», của văn bản là «thông báo»",
          "số «13», của văn bản là «12»",
          "ngày ban hành «06/3/2026», của văn bản là «05/3/2026»",
          "cơ quan ban hành «Sở Tài chính», của văn bản là «Sở Nội vụ»"]),
    ],
)  # fmt: skip
def test_a_line_that_points_back_is_of_the_document(line: str, found: list[str]) -> None:
    """Blanks disagree with nothing; other forms are not judged."""
    text = HEAD.format("Lịch tại Phụ lục.") + ONE + f'    kèm theo: "{line}"\n'
    heads = [f"Dòng «(Kèm theo …)» ghi {each}" for each in found]
    assert said(text, "APP042") == heads

"""Tables of contents: what they list, how it is worded, and what it leads to."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

from pathlib import Path

import pytest

from tests.layout.records import DECISION, element, laid_out, paragraphs, record, roles
from vnadmindocs.layout.contents import contents_of, with_pages
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import Contents, Layout

GOOD = Path(__file__).parents[1] / "records" / "good"

ISSUED = DECISION + "số: 15\nngày: 09/3/2026\n"
BODY = """\
Phần thứ nhất
NHỮNG VẤN ĐỀ CHUNG
Chương I QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Quy chế này quy định giờ làm việc.
Chương II
GIỜ LÀM VIỆC VÀ
GIỜ NGHỈ
Mục 1
GIỜ LÀM VIỆC
Điều 2. Giờ làm việc như sau:
> “Điều 9. Giờ nghỉ
> 1. Giờ nghỉ là một giờ.”
Điều 2a. **Giờ** nghỉ[^1]
1. Một giờ.
[^1]: Buổi trưa.
"""


def _attached(body: str, *lines: str) -> Layout:
    entry = "phụ lục:\n  - loại: quy chế\n" + "".join(f"    {line}\n" for line in lines)
    entry += "    nội dung: |\n" + "".join(f"      {line}\n" for line in body.splitlines())
    return laid_out(ISSUED + entry)


def _contents(layout: Layout, part: int = 1) -> Contents:
    (found,) = contents_of(layout.parts[part])
    return found


def test_the_contents_stand_between_head_and_body() -> None:
    layout = _attached(BODY, "mục lục: có")
    assert roles(layout, 1)[-3:] == ["appendix_head", "contents", "body"]
    title = next(paragraphs(element(layout, "contents", 1)))
    assert (title.role, title.text) == ("contents_title", "MỤC LỤC")


def test_headings_are_listed_with_their_titles_in_levels() -> None:
    entries = _contents(_attached(BODY, "mục lục: có")).entries
    assert [(each.level, each.name) for each in entries] == [
        (1, "Phần thứ nhất. NHỮNG VẤN ĐỀ CHUNG"),
        (2, "Chương I. QUY ĐỊNH CHUNG"),
        (4, "Điều 1. Phạm vi"),
        (2, "Chương II. GIỜ LÀM VIỆC VÀ GIỜ NGHỈ"),
        (3, "Mục 1. GIỜ LÀM VIỆC"),
        (4, "Điều 2"),
        (4, "Điều 2a. Giờ nghỉ"),
    ]
    assert [each.paragraph.role for each in entries[:3]] == [
        "contents_1",
        "contents_2",
        "contents_4",
    ]


def test_each_line_leads_to_its_heading_and_ends_in_a_leader() -> None:
    layout = _attached(BODY, "mục lục: có")
    entries = _contents(layout).entries
    targets = {
        paragraph.target: paragraph.text.split("\n")[0]
        for paragraph in paragraphs(element(layout, "body", 1))
        if paragraph.target
    }
    assert [targets[each.target] for each in entries] == [
        "Phần thứ nhất",
        "Chương I",
        "Điều 1. Phạm vi",
        "Chương II",
        "Mục 1",
        "Điều 2. Giờ làm việc như sau:",
        "Điều 2a. Giờ nghỉ",
    ]
    assert all(each.paragraph.lines[-1][-1].leader for each in entries)


def test_the_body_begins_on_a_new_page() -> None:
    first, second, *_ = paragraphs(element(_attached(BODY, "mục lục: có"), "body", 1))
    assert (first.page_break_before, second.page_break_before) == (True, False)


@pytest.mark.parametrize(
    ("placed", "role"),
    [
        ("bảng:\n  x:\n    cột: A | B\n    hàng: 1 | 2\n", "table_gap"),
        ("hình:\n  x:\n    tệp: bieu-do.png\n    tên hình: Hình 1\n", "section_end"),
    ],
)
def test_a_body_that_opens_with_no_words_has_its_new_page_too(placed: str, role: str) -> None:
    mark = "bảng" if placed.startswith("bảng") else "hình"
    body = f"nội dung: |\n  {{{mark}: x}}\n  Điều 1. Phạm vi\n  Một.\n"
    text = f"loại: quy chế\ncơ quan: SỞ NỘI VỤ\ntrích yếu: A\nmục lục: có\n{placed}{body}"
    first = next(paragraphs(element(lay_out(record(text, GOOD)), "body")))
    assert (first.role, first.page_break_before) == (role, True)


def test_long_titles_are_broken_clear_of_the_page_number() -> None:
    title = "Trách nhiệm của các phòng, đơn vị thuộc Sở trong việc phối hợp thực hiện Quy chế"
    layout = _attached(f"Điều 1. {title}\nMột.", "mục lục: có")
    (entry,) = _contents(layout).entries
    style = layout.styles[entry.paragraph.role]
    assert len(entry.paragraph.lines) == 2
    assert " ".join(entry.paragraph.text.split("\n")) == f"Điều 1. {title}"
    assert style.first_indent_mm < 0


@pytest.mark.parametrize(
    ("body", "levels"),
    [
        ("I. MỤC TIÊU\nMột.\nII. NHIỆM VỤ\nĐiều 1. Hai\nBa.", [1, 1, 2]),
        ("Điều 1. Phê duyệt\nMột.\nI. MỤC TIÊU\nHai.\nĐiều 2. Ba\nBốn.", [1, 2, 1]),
    ],
)
def test_roman_headings_stand_over_or_in_articles_as_they_come(
    body: str, levels: list[int]
) -> None:
    assert [each.level for each in _contents(_attached(body, "mục lục: có")).entries] == levels


def test_a_line_shorter_than_the_indent_of_the_next_has_none() -> None:
    layout = _attached("I. A\nMột.\nII. NHIỆM VỤ CỦA CÁC PHÒNG\nHai.", "mục lục: có")
    short, long = (each.paragraph for each in _contents(layout).entries)
    style = layout.styles["contents_1"]
    assert (short.left_mm, short.first_indent_mm) == (style.left_mm + style.first_indent_mm, 0.0)
    assert (long.left_mm, long.first_indent_mm) == (None, None)


@pytest.mark.parametrize("line", ["mục lục: không", "mục lục:", "khổ giấy: ngang"])
def test_contents_are_printed_only_where_they_are_asked_for(line: str) -> None:
    assert "contents" not in roles(_attached(BODY, line), 1)


def test_a_body_without_headings_has_no_contents() -> None:
    layout = _attached("{mục la mã}{giữa} Một\n1. Hai.", "mục lục: có")
    assert "contents" not in roles(layout, 1)


def test_a_main_document_may_have_contents_too() -> None:
    layout = laid_out(ISSUED + "mục lục: có\n")
    assert [each.name for each in _contents(layout, 0).entries] == ["Điều 1", "Điều 2"]


def test_pages_are_put_in_by_what_the_lines_lead_to() -> None:
    layout = _attached("Điều 1. Một\nHai.\nĐiều 2. Ba\nBốn.", "mục lục: có")
    known = _contents(layout).entries[1].target
    filled = _contents(with_pages(layout, {known: "7"}))
    assert [each.page for each in filled.entries] == ["", "7"]
    assert with_pages(layout, {known: "7"}).parts[0] == layout.parts[0]

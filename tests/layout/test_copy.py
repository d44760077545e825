"""The block of a copy after the end of what it copies, and the information of an electronic one."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.layout.records import record
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import Element, Grid, Layout, Paragraph, Rule

SIGNED = datetime(2026, 3, 12, 1, 2, 3, tzinfo=UTC)
COPY = """\
loại: {form}
cơ quan:
  tiêu đề: |
    UBND TỈNH AN BÌNH

    SỞ NỘI VỤ
  tên đầy đủ: Sở Nội vụ tỉnh An Bình
  viết tắt: SNV
  địa danh: An Bình
số: 5
ngày: 12/3/2026
ký: |
  TL. GIÁM ĐỐC
  CHÁNH VĂN PHÒNG

  Lê Thị Mai
bản chính:
"""
DECISION = """\
  loại: quyết định
  cơ quan: UBND TỈNH AN BÌNH
  thẩm quyền ban hành: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN BÌNH
  số: 12/QĐ-UBND
  ngày: 10/3/2026
  trích yếu: Về việc ban hành Quy chế
  nội dung: |
    Điều 1. Ban hành Quy chế.
    1. Kèm theo Quyết định này.
    2. Thay quy chế cũ.
    Điều 2. Phân công.
    a) Văn phòng;
    b) Thanh tra.
    Điều 3. Thi hành./.
  ký: |
    CHỦ TỊCH

    Nguyễn Đức Thành
  phụ lục:
    - trích yếu: MẪU A
      nội dung: Mẫu thứ nhất.
    - trích yếu: MẪU B
      nội dung: Mẫu thứ hai.
    - loại: quy chế
      trích yếu: Về công tác văn thư
      nội dung: |
        Điều 1. Phạm vi
        1. Quy chế này quy định công tác văn thư.
        Điều 2. Đối tượng
        1. Các phòng.
"""


def copy(form: str = "sao y", more: str = "", document: str = DECISION) -> str:
    """Give the text of a copy."""
    return COPY.format(form=form).replace("bản chính:", f"{more}bản chính:") + document


def laid_out(text: str, **options: datetime) -> Layout:
    """Lay a record out."""
    return lay_out(record(text), **options)  # type: ignore[arg-type]


def block_of(layout: Layout) -> Element:
    """Give the block of a copy: the last thing of the last part."""
    last = layout.parts[-1].elements[-1]
    assert isinstance(last, Element)
    assert last.role == "copy"
    return last


def elements_of(element: Element) -> Iterator[Element]:
    """Yield the elements in the grids of another."""
    for block in element.blocks:
        if isinstance(block, Grid):
            for row in block.rows:
                for cell in row.cells:
                    yield from cell


def words_of(element: Element) -> str:
    """Give the words of an element, its lines joined."""
    return "\n".join(each.text for each in element.blocks if isinstance(each, Paragraph))


def body_words(layout: Layout, part: int = 0) -> list[str]:
    """Give the lines of the body of a part."""
    (body,) = (
        each
        for each in layout.parts[part].elements
        if isinstance(each, Element) and each.role == "body"
    )
    return [each.text for each in body.blocks if isinstance(each, Paragraph) and each.text]


def test_what_is_copied_is_laid_out_as_it_is_but_for_the_block() -> None:
    plain = laid_out("\n".join(line[2:] for line in DECISION.split("\n")))
    copied = laid_out(copy())
    assert copied.parts[:-1] == plain.parts[:-1]
    assert copied.parts[-1].elements[:-1] == plain.parts[-1].elements


@pytest.mark.parametrize(
    ("form", "words", "symbol"),
    [("sao y", "SAO Y", "SY"), ("trích sao", "TRÍCH SAO", "TrS")],
)
def test_the_block_has_the_components_of_the_decree_in_its_order(
    form: str, words: str, symbol: str
) -> None:
    more = "phần trích: Phụ lục I\n" if form == "trích sao" else ""
    found = [
        (each.box, words_of(each)) for each in elements_of(block_of(laid_out(copy(form, more))))
    ]
    assert found == [
        ("S2", "SỞ NỘI VỤ"),
        ("S1", words),
        ("S3", f"Số: 05/{symbol}-SNV"),
        ("S4", "An Bình, ngày 12 tháng 3 năm 2026"),
        ("S7", "Nơi nhận:\n- Lưu: VT."),
        ("S5a", "TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\n\nLê Thị Mai"),
    ]


def test_the_block_stands_under_a_rule_across_the_text_and_is_never_parted() -> None:
    layout = laid_out(copy())
    gap, rule, head, *rest = block_of(layout).blocks
    assert isinstance(gap, Paragraph)
    assert isinstance(rule, Rule)
    width = layout.parts[-1].section.text_width_mm
    assert (rule.length_mm, rule.left_mm, rule.keep_next) == (width, 0, True)
    assert isinstance(head, Grid)
    assert all(row.keep_next and not row.can_split for row in head.rows)
    closing = rest[-1]
    assert isinstance(closing, Grid)
    assert not closing.rows[0].can_split


def test_the_copy_of_a_copy_has_a_block_below_the_other() -> None:
    inner = "".join(f"  {line}\n" if line else "\n" for line in copy().split("\n"))
    layout = laid_out(copy("sao lục", document=inner))
    first, second = (
        each
        for each in layout.parts[-1].elements
        if isinstance(each, Element) and each.role == "copy"
    )
    assert [words_of(each) for each in elements_of(first)][1] == "SAO Y"
    assert [words_of(each) for each in elements_of(second)][1] == "SAO LỤC"


def test_an_electronic_copy_has_its_information_and_no_block() -> None:
    layout = laid_out(copy(more="phát hành: điện tử\n"), signed_at=SIGNED)
    (line,) = layout.parts[0].section.first_header
    assert isinstance(line, Paragraph)
    assert (line.role, line.align) == ("copy_information", "right")
    assert line.text == "Sao y; Sở Nội vụ tỉnh An Bình; 12/03/2026; 08:02:03+07:00"
    assert [part.section.first_header for part in layout.parts[1:]] == [()] * 3
    assert all(
        not isinstance(each, Element) or each.role != "copy" for each in layout.parts[-1].elements
    )


def test_the_information_of_a_long_name_takes_lines_and_leaves_the_text_where_it_is() -> None:
    long = "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp tỉnh An Bình"
    text = copy(more="phát hành: điện tử\n").replace("Sở Nội vụ tỉnh An Bình", f"{long} phía Đông")
    section = laid_out(text).parts[0].section
    (line,) = section.first_header
    assert isinstance(line, Paragraph)
    assert len(line.lines) == 2
    assert section.header_mm + 2 * 10 * 1.149 * 25.4 / 72 <= section.top_mm


def test_a_copy_has_the_title_of_what_it_copies_and_its_own_number_and_day() -> None:
    found = laid_out(copy()).metadata
    assert (found.title, found.subject) == ("ban hành Quy chế", "sao y")
    assert (found.identifier, found.date) == ("05/SY-SNV", "2026-03-12")
    assert found.author == "Sở Nội vụ tỉnh An Bình"


def test_a_copy_has_the_sizes_of_what_it_copies() -> None:
    small = laid_out(copy(document=DECISION + "  cỡ chữ: nhỏ\n"))
    assert small.size_set == "small"
    assert small.styles["copy_form"].size_pt == 13


# --- extracts


@pytest.mark.parametrize(
    ("passages", "lines"),
    [
        ("Điều 3", ["Điều 3. Thi hành./."]),
        ("khoản 2 Điều 1", ["Điều 1. Ban hành Quy chế.", "2. Thay quy chế cũ."]),
        ("điểm b Điều 2", ["Điều 2. Phân công.", "b) Thanh tra."]),
        (
            "khoản 1, 2 Điều 1, Điều 3",
            [
                "Điều 1. Ban hành Quy chế.",
                "1. Kèm theo Quyết định này.",
                "2. Thay quy chế cũ.",
                "Điều 3. Thi hành./.",
            ],
        ),
    ],
)
def test_an_extract_has_its_parts_with_the_lines_that_head_them(
    passages: str, lines: list[str]
) -> None:
    layout = laid_out(copy("trích sao", f"phần trích: {passages}\n"))
    assert body_words(layout) == lines
    assert len(layout.parts) == 1


def test_an_extract_keeps_every_other_component() -> None:
    whole = laid_out(copy())
    part = laid_out(copy("trích sao", "phần trích: Điều 1\n"))

    def others(layout: Layout) -> list[Element | Grid]:
        return [
            each
            for each in layout.parts[0].elements
            if not isinstance(each, Element) or each.role not in ("body", "copy")
        ]

    # «Như Điều 3» of the list made by custom stays that of the whole document.
    assert others(part) == others(whole)


def test_an_appendix_in_an_extract_keeps_its_number() -> None:
    layout = laid_out(copy("trích sao", "phần trích: Phụ lục II\n"))
    assert [part.title for part in layout.parts[1:]] == ["Phụ lục II MẪU B"]
    assert len(body_words(layout)) == 7  # what issues the appendix is whole


def test_an_extract_reaches_into_an_attached_document() -> None:
    text = copy("trích sao", "phần trích: |\n  Điều 3\n  Điều 2 của Quy chế\n")
    layout = laid_out(text)
    assert body_words(layout) == ["Điều 3. Thi hành./."]
    assert body_words(layout, 1) == ["Điều 2. Đối tượng", "1. Các phòng."]

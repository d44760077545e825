"""Provisions in quotation marks, in the body of an amending decision."""

from __future__ import annotations

import pytest

from vnadmindocs.notation.body import parse_body
from vnadmindocs.notation.body_print import print_body

AMENDED = (
    "Điều 1. Sửa đổi, bổ sung một số điều như sau:\n"
    "1. Sửa đổi Điều 5 như sau:\n"
    "“Điều 5. Giao nộp hồ sơ\n"
    "3. Thời hạn theo Cuộc vận động “Nộp sớm” là 01 năm:\n"
    "a) Hồ sơ giấy;\n"
    "b) Hồ sơ điện tử.”.\n"
    "2. Bổ sung khoản 3a Điều 7 như sau: “3a. Nộp trực tuyến:\n"
    "a) Qua hệ thống;\n"
    "4. Nộp lại.”;\n"
    "3. Bãi bỏ Điều 9./."
)


def test_a_provision_in_quotation_marks_counts_for_itself() -> None:
    """It is read as one after ``> ``: to the line whose end closes the mark it opens with."""
    body = parse_body(AMENDED)
    assert [(block.quote, block.kind.value, block.label) for block in body.blocks] == [
        (0, "article", "Điều 1."),
        (0, "clause", "1."),
        (1, "article", "“Điều 5."),
        (1, "clause", "3."),
        (1, "point", "a)"),
        (1, "point", "b)"),
        (0, "clause", "2."),
        (1, "point", "a)"),
        (1, "clause", "4."),
        (0, "clause", "3."),
    ]
    assert body.blocks[2].titled
    assert body.blocks[5].text == "Hồ sơ điện tử.”."
    assert body.faults == ()
    assert parse_body(print_body(body)) == body


def test_a_chapter_inserted_with_a_letter_is_quoted_whole() -> None:
    """Its title and articles are the quotation's, and the decision goes on counting its own."""
    lines = (
        "1. Bổ sung:",
        "“Chương IIa",
        "CHUYỂN ĐỔI SỐ",
        "Điều 9a. Trách nhiệm",
        "Có.”.",
        "2. Bỏ.",
    )
    body = parse_body("\n".join(lines))
    assert [(block.quote, block.kind.value, block.label) for block in body.blocks] == [
        (0, "clause", "1."),
        (1, "chapter", "“Chương IIa"),
        (1, "article", "Điều 9a."),
        (1, "paragraph", ""),
        (0, "clause", "2."),
    ]
    assert body.faults == ()


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Sửa:\n“Điều 5. Một “hai”\n1. Ba.", [(1, 0)]),
        ("Sửa như sau: “1. Một.\nHai.", [(0, 13)]),
        ("“1. Một” là hai.", []),
        ("“Một hai ba.\nBốn.", []),
        ("“1. Một.\nHai.”", []),
    ],
)
def test_a_provision_whose_mark_nothing_closes_is_asked_about(
    body: str, places: list[tuple[int, int]]
) -> None:
    """Other words, and marks that are closed inside a line, are not."""
    found = [(each.line, each.column) for each in parse_body(body).faults]
    assert found == places
    assert {each.code for each in parse_body(body).faults} <= {"BDY016"}


def test_a_provision_after_the_sign_of_a_quotation_may_open_with_a_mark() -> None:
    """The mark stands in the label; of a chapter too."""
    body = parse_body("> “Chương II\n> TỔ CHỨC\n> “Điều 5. Một.\n> 1. Hai.”")
    assert [(block.kind.value, block.label, len(block.title)) for block in body.blocks] == [
        ("chapter", "“Chương II", 1),
        ("article", "“Điều 5.", 0),
        ("clause", "1.", 0),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "“Điều 5. Giao nộp” được sửa thành “Điều 5. Nộp”.",
        "“Điều 5. Giao nộp hồ sơ không ai đóng",
        "“Hồ sơ” là tập tài liệu.",
        "“Hồ sơ là tập tài liệu.”",
        'Thay cụm từ: "hồ sơ"',
        "«Tiếp bước cho em đến trường».",
    ],
)
def test_other_words_in_quotation_marks_are_a_paragraph(line: str) -> None:
    """A provision has a label, and its end is the end of a line."""
    body = parse_body(f"Một.\n{line}\nHai.")
    assert [(block.quote, block.kind.value, block.text) for block in body.blocks] == [
        (0, "paragraph", "Một."),
        (0, "paragraph", line),
        (0, "paragraph", "Hai."),
    ]


@pytest.mark.parametrize(("mark", "close"), [("“", "”"), ('"', '"'), ("«", "»")])
def test_every_kind_of_mark_quotes(mark: str, close: str) -> None:
    """Curly, straight and French marks."""
    body = parse_body(f"Sửa như sau:\n{mark}Điều 5. A\n1. B.{close}\nHai.")
    assert [(block.quote, block.label) for block in body.blocks] == [
        (0, ""),
        (1, f"{mark}Điều 5."),
        (1, "1."),
        (0, ""),
    ]


def test_a_broken_line_goes_on_inside_a_quotation() -> None:
    """Indented lines and breaks are read as everywhere."""
    body = parse_body("Sửa:\n“Điều 5. A\n1. B\\\nC\n  d.”")
    assert [(each.quote, each.written) for each in body.blocks[1:]] == [(1, "A"), (1, "B\nC d.”")]


def test_many_marks_are_read_in_one_pass() -> None:
    """What nothing closes costs no second look at what follows."""
    body = parse_body("“1. a\n" * 4000 + "b”")
    assert len(body.blocks) == 4001

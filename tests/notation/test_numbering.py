"""Labels and their sequence."""

from __future__ import annotations

import pytest

from vnadmindocs.notation.numbering import Counting, Label, Level, recognise, spelled


@pytest.mark.parametrize(
    ("line", "kind", "text", "numbers", "rest"),
    [
        ("Phần I", "part", "Phần I", (1,), ""),
        ("Phần thứ hai", "part", "Phần thứ hai", (2,), ""),
        ("Chương IV", "chapter", "Chương IV", (4,), ""),
        ("CHƯƠNG IV", "chapter", "CHƯƠNG IV", (4,), ""),
        ("Chương I QUY ĐỊNH CHUNG", "chapter", "Chương I", (1,), "QUY ĐỊNH CHUNG"),
        ("Chương I. QUY ĐỊNH CHUNG", "chapter", "Chương I.", (1,), "QUY ĐỊNH CHUNG"),
        ("Mục 2", "section", "Mục 2", (2,), ""),
        ("Tiểu mục 1", "subsection", "Tiểu mục 1", (1,), ""),
        ("Điều 1. Phạm vi", "article", "Điều 1.", (1,), "Phạm vi"),
        ("Điều 1: Phê duyệt", "article", "Điều 1:", (1,), "Phê duyệt"),
        ("Điều 4a. Bổ sung", "article", "Điều 4a.", (4,), "Bổ sung"),
        ("Điều 12.", "article", "Điều 12.", (12,), ""),
        ("I. MỤC TIÊU", "heading", "I.", (1,), "MỤC TIÊU"),
        ("II. Nội dung kế hoạch:", "heading", "II.", (2,), "Nội dung kế hoạch:"),
        ("1. Mục tiêu chung:", "clause", "1.", (1,), "Mục tiêu chung:"),
        ("1.1. Nội dung", "clause", "1.1.", (1, 1), "Nội dung"),
        ("100. abc", "clause", "100.", (100,), "abc"),
        ("3a. Bổ sung", "clause", "3a.", (3,), "Bổ sung"),
        ("3đ. Bổ sung", "clause", "3đ.", (3,), "Bổ sung"),
        ("a) Xây dựng", "point", "a)", (1,), "Xây dựng"),
        ("đ) Xuất bản", "point", "đ)", (5,), "Xuất bản"),
        ("y) Lưu trữ", "point", "y)", (23,), "Lưu trữ"),
        ("aa) Sao chụp", "point", "aa)", (24,), "Sao chụp"),
        ("đđ) Sao lục", "point", "đđ)", (28,), "Sao lục"),
        ("a1) Bổ sung", "point", "a1)", (1,), "Bổ sung"),
        ("f) Chữ lạ", "point", "f)", (0,), "Chữ lạ"),
        ("- Kích hoạt", "dash", "-", (), "Kích hoạt"),
        ("– Kích hoạt", "dash", "-", (), "Kích hoạt"),
        ("•  Kích hoạt", "dash", "-", (), "Kích hoạt"),
        ("+ Danh mục", "subdash", "+", (), "Danh mục"),
    ],
)
def test_labels_are_recognised(
    line: str, kind: str, text: str, numbers: tuple[int, ...], rest: str
) -> None:
    """Every level is known by the head of its line."""
    found = recognise(line)
    assert found is not None
    label, at = found
    assert (label.kind.value, label.text, label.numbers, line[at:]) == (kind, text, numbers, rest)


@pytest.mark.parametrize(
    "line",
    [
        "30.000 đồng",
        "2025. Năm bản lề",
        "01. Xây dựng",
        "1.Nội dung",
        "1- Nội dung",
        "1) Nội dung",
        "(1). Nội dung",
        "a. Nội dung",
        "A) Nội dung",
        "ă) Nội dung",
        "ab) Nội dung",
        "ff) Nội dung",
        "a0) Nội dung",
        "3a Nội dung",
        "3w. Nội dung",
        "Bước 1: chuẩn bị",
        "* Cấp tỉnh:",
        "-Kích hoạt",
        "1.5 triệu đồng",
        "15 ngày",
        "Phần lớn các đơn vị",
        "Mục 1 Chương II quy định như sau",
        "Chương trình khuyến công",
        "Điều kiện tham gia",
        "Điều 5 Nghị định này",
        "I. mục tiêu",
        "IIII. MỤC TIÊU",
        "Chương VX",
        "Chương IIw",
        "Chương IIA",
        "Cục CTĐP",
        "Đề nghị các đơn vị",
        "",
    ],
)
def test_what_is_no_label_is_text(line: str) -> None:
    """Amounts, dates, other signs and ordinary words open no level."""
    assert recognise(line) is None


def label(line: str) -> Label:
    """Recognise a label that is there."""
    found = recognise(line)
    assert found is not None
    return found[0]


def counted(*lines: str) -> Counting:
    """Count the labels of lines."""
    sequence = Counting()
    for line in lines:
        sequence.take(label(line))
    return sequence


@pytest.mark.parametrize(
    ("before", "line", "accepted"),
    [
        (("Điều 1. A",), "Điều 2. B", True),
        (("Điều 1. A",), "Điều 3. B", False),
        (("Điều 4. A",), "Điều 4a. B", True),
        (("Điều 4a. A",), "Điều 4b. B", True),
        (("Điều 4a. A",), "Điều 5. B", True),
        (("Điều 4. A",), "Điều 4b. B", False),
        (("Điều 3. A",), "Điều 4a. B", False),
        (("3. A",), "3a. B", True),
        (("3. A", "3a. B"), "3b. C", True),
        (("3. A", "3a. B"), "4. C", True),
        (("3. A",), "4a. B", False),
        (("a) A",), "a1) B", True),
        (("a) A", "a1) B"), "b) C", True),
        (("y) A",), "aa) B", True),
        (("aa) A",), "bb) B", True),
        (("e) A",), "f) B", False),
        (("e) A", "f) B"), "g) C", True),
        (("Điều 1. A", "1. B", "Điều 2. C"), "2. D", False),
        (("Điều 1. A", "1. B", "Điều 2. C"), "1. D", True),
        (("Điều 1. A",), "2. B", False),
        (("Chương I", "Mục 1", "Chương II"), "Mục 2", False),
        (("Chương II",), "Chương IIa", True),
        (("Chương IIa",), "Chương IIb", True),
        (("Chương IIa",), "Chương III", True),
        (("Chương II",), "Chương IIIa", False),
        (("Chương IIa", "Mục 1"), "Mục 1a", True),
        (("Phần I", "Chương I", "Phần II"), "Chương II", True),
        (("Phần I", "Chương I", "Phần II"), "Chương I", True),
        (("Chương I", "Điều 1. A", "Chương II"), "Điều 2. B", True),
        (("Chương I", "Điều 1. A", "Chương II"), "Điều 1. B", False),
        (("Chương I", "Mục 1", "Mục 2", "Chương II"), "Mục 1", True),
        ((), "I. A", True),
        ((), "II. A", False),
        (("I. A",), "II. B", True),
        (("I. A",), "V. B", False),
        (("Điều 1. A", "I. A", "Điều 2. B"), "I. C", True),
        (("1. A",), "2. B", True),
        (("1. A",), "1.1. B", True),
        (("1. A", "1.1. B"), "1.2. C", True),
        (("1. A", "1.1. B"), "2. C", True),
        (("1. A", "1.1. B", "1.1.1. C"), "2. D", True),
        (("1. A",), "2.1. B", False),
        (("I. A", "1. A", "2. B", "II. B"), "1. C", True),
        (("I. A", "1. A", "2. B", "II. B"), "3. C", True),
        (("I. A", "1. A", "2. B", "II. B"), "4. C", False),
        (("d) A",), "đ) B", True),
        (("đ) A",), "e) B", True),
        (("đ) A",), "g) B", False),
        (("1. A", "a) B", "2. C"), "a) D", True),
        (("1. A", "a) B", "2. C"), "b) D", False),
        (("1. A", "a) B", "2. C"), "d) D", False),
        (("1. A", "1.1. B"), "1.1.1 Nội dung", True),
        (("1. A", "1.1. B"), "1.2 Nội dung", True),
        (("1. A",), "2.5 Nội dung", False),
        ((), "1.1 Nội dung", False),
    ],
)
def test_sequence(before: tuple[str, ...], line: str, accepted: bool) -> None:
    """A level goes on by one, and begins anew below a larger one."""
    assert counted(*before).accepts(label(line)) is accepted


def test_a_quotation_may_leave_out_what_comes_before() -> None:
    """Of a provision given anew, khoản 3 may stand under its Điều without 1 and 2."""
    quotation = Counting(quoted=True)
    quotation.take(label("Điều 5. A"))
    assert quotation.accepts(label("3. B"))


@pytest.mark.parametrize(
    ("before", "line", "expected"),
    [
        (("Điều 4. A",), "Điều 6. B", "Điều 5."),
        (("Điều 4. A", "Điều 4a. B"), "Điều 4c. C", "Điều 4b."),
        (("Điều 1. A", "1. B", "Điều 2. C"), "2. D", "1."),
        (("1. A", "a) B", "2. C"), "b) D", "a)"),
        (("y) A",), "z) B", "aa)"),
        (("3. A", "3a. B"), "3c. C", "3b."),
        (("a) A", "a1) B"), "a3) C", "a2)"),
    ],
)
def test_what_comes_next_is_named(before: tuple[str, ...], line: str, expected: str) -> None:
    """A finding names the label that would stand there."""
    sequence = counted(*before)
    assert not sequence.accepts(label(line))
    assert spelled(label(line), *sequence.expected(label(line))) == expected


def test_a_list_that_is_announced_begins_anew() -> None:
    """After a line that announces a list, 1 is no slip."""
    assert not counted("1. A", "2. B").accepts(label("1. C"))
    assert counted("1. A", "2. B").accepts(label("1. C"), restart=True)


@pytest.mark.parametrize(
    ("line", "numbers", "text"),
    [
        ("đ) A", (7,), "g)"),
        ("đ) A", (46,), "yy)"),
        ("đ) A", (47,), "đ)"),
        ("I. A", (4,), "IV."),
        ("1.1. A", (1, 2), "1.2."),
        ("Điều 1: A", (2,), "Điều 2."),
        ("Chương I", (2,), "Chương II"),
        ("Chương IIa", (3,), "Chương III"),
        ("Mục 1a", (2,), "Mục 2"),
        ("Mục 1", (2,), "Mục 2"),
        ("Phần thứ nhất", (2,), "Phần thứ hai"),
    ],
)
def test_expected_labels_are_spelled(line: str, numbers: tuple[int, ...], text: str) -> None:
    """A finding names the label that would come next."""
    assert spelled(label(line), numbers) == text


def test_levels_are_ordered_from_large_to_small() -> None:
    """Phần is the largest level."""
    assert next(iter(Level)) is Level.PART

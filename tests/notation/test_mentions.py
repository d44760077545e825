"""Mentions in running text: citations, short names, references to own parts, and their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.notation.body import parse_body
from vnadmindocs.notation.issuing_organs import organs_named
from vnadmindocs.notation.mention_signs import may_cite, may_define, may_refer
from vnadmindocs.notation.mentions import Mentions, find_mentions
from vnadmindocs.notation.own_references import Outline, OwnReference
from vnadmindocs.notation.passages import passages
from vnadmindocs.notation.short_names import Names

MARKED = st.text(alphabet="ab *[]\\^1x\n>", min_size=1, max_size=40)


def mentions(text: str) -> Mentions:
    """Find what a body mentions."""
    return find_mentions(parse_body(text))


@pytest.mark.parametrize(
    ("text", "name", "meaning"),
    [
        ("Kế hoạch số 2 (sau đây gọi tắt là Kế hoạch)", "Kế hoạch", ""),
        ("Trung tâm Lưu trữ (sau đây gọi là “Trung tâm”)", "Trung tâm", ""),
        ("Quỹ Khuyến học tỉnh (gọi tắt là Quỹ)", "Quỹ", ""),
        ("Ủy ban nhân dân cấp xã (viết tắt là UBND cấp xã)", "UBND cấp xã", ""),
        ("các xã, phường (sau đây được gọi chung là cấp xã)", "cấp xã", ""),
        ("hộ kinh doanh (dưới đây gọi tắt: Hộ)", "Hộ", ""),
        (
            "bình chọn sản phẩm công nghiệp nông thôn tiêu biểu (SPCNNTTB)",
            "SPCNNTTB",
            "sản phẩm công nghiệp nông thôn tiêu biểu",
        ),
        ("Cục Công Thương địa phương (Cục CTĐP)", "Cục CTĐP", "Cục Công Thương địa phương"),
        (
            "Bộ Văn hóa, Thể thao và Du lịch (VHTTDL)",
            "VHTTDL",
            "Văn hóa, Thể thao và Du lịch",
        ),
        ("phát triển kinh tế - xã hội (KT-XH)", "KT-XH", "kinh tế - xã hội"),
    ],
)
def test_a_definition_gives_name_and_meaning(text: str, name: str, meaning: str) -> None:
    """This test shows the forms in which a text names something for itself."""
    found = mentions(text).definitions
    assert [(each.name, each.meaning) for each in found] == [(name, meaning)]
    assert text[found[0].start : found[0].end] == name


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức Y tế Thế giới (WHO)",
        "Cục Chuyển đổi số (Bộ Khoa học và Công nghệ)",
        "đề nghị báo cáo (qua VT)",
        "số tiền (VNĐ)",
        "(VB)",
    ],
)
def test_letters_that_do_not_fit_define_nothing(text: str) -> None:
    """This test shows that a bracket is a definition only when its letters are those before it."""
    assert mentions(text).definitions == ()


def test_names_are_found_in_their_order_the_longer_first() -> None:
    """This test shows that few names and many are found alike."""
    text = "UBND cấp xã, UBND và XUBND gửi UBND cấp xã."
    expected = [("UBND cấp xã", 0, 11), ("UBND", 13, 17), ("UBND cấp xã", 31, 42)]
    few = ["UBND", "UBND cấp xã"]
    assert list(Names(few).find(text)) == expected
    assert list(Names([*few, *(f"Tên {number}" for number in range(30))]).find(text)) == expected


@pytest.mark.parametrize(
    ("text", "steps", "target"),
    [
        ("theo khoản 2 Điều 3 Quyết định này", ["Điều 3", "khoản 2"], "text"),
        ("tại điểm a khoản này", ["điểm a"], "part"),
        ("nêu tại Điều 5.", ["Điều 5"], "bare"),
    ],
)
def test_a_reference_says_what_it_is_in(text: str, steps: list[str], target: str) -> None:
    """This test shows the three ways in which a document refers to its own parts."""
    (found,) = mentions(text).references
    assert isinstance(found, OwnReference)
    assert ([str(step) for step in found.steps], found.target) == (steps, target)


@pytest.mark.parametrize(
    "text",
    [
        "khoản 2 Điều 3 Nghị định số 30/2020/NĐ-CP",
        "Điều 12 Luật Lưu trữ",
        "Luật Lưu trữ quy định tại Điều 12.",
        "> Điều 9 Quyết định này",
        "theo Điều 5 của Quy chế",
        "Phụ lục II kèm theo Nghị định số 30/2020/NĐ-CP",
    ],
)
def test_places_in_other_texts_are_no_references(text: str) -> None:
    """This test shows that a part of another text is not looked up in this one."""
    assert mentions(text).references == ()


def test_the_outline_knows_what_is_in_what() -> None:
    """This test shows that headings between an article and its clauses are passed over."""
    body = parse_body("Điều 1. A\nI. B\n1. C\na) D\nb) E\n1.1. F\nĐiều 2. G")
    outline = Outline(body)

    def missing(text: str) -> str:
        (found,) = mentions(text).references
        assert isinstance(found, OwnReference)
        return outline.missing(found.steps)

    assert outline.articles == 2
    assert missing("điểm b khoản 1 Điều 1 Quyết định này") == ""
    assert missing("Điều 01 Quyết định này") == ""
    assert missing("điểm c khoản 1 Điều 1 Quyết định này") == "điểm c"
    assert missing("khoản 1 Điều 2 Quyết định này") == "khoản 1"


@given(MARKED)
def test_every_word_has_a_place_in_what_was_typed(text: str) -> None:
    """This test shows that each letter of a passage stands where its place says."""
    lines = text.split("\n")
    for passage in passages(parse_body(text)):
        for at, character in enumerate(passage.text):
            line, column, length = passage.place(at, at + 1)
            assert length == 1
            if character in "ab1x":
                assert lines[line][column] == character


def test_a_place_that_goes_on_in_another_line_reaches_to_the_end_of_its_own() -> None:
    """This test shows how a citation over two lines is meant."""
    (passage,) = passages(parse_body("Theo **Kế hoạch\n  số 5**/KH"))
    start = passage.text.index("Kế")
    assert passage.place(start, len(passage.text)) == (0, 7, 0)
    assert passage.place(passage.text.index("số"), passage.text.index("5")) == (1, 2, 3)


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("Thủ tướng Chính phủ", ["TTg"]),
        ("Chính phủ", ["CP"]),
        ("Bộ trưởng Bộ Công Thương", ["BCT"]),
        ("Bộ Công thương", ["BCT"]),
        ("Bộ trưởng Bộ Tài chính và Bộ trưởng Bộ Nội vụ", ["BTC", "BNV"]),
        ("Bộ Tài chính - Bộ Nội vụ", ["BTC", "BNV"]),
        ("UBND tỉnh Hải Dương", ["UBND"]),
        ("Chủ tịch Uỷ ban nhân dân tỉnh", ["UBND"]),
        ("Sở Công Thương", []),
        ("Văn phòng Ủy ban nhân dân tỉnh", []),
    ],
)
def test_a_body_is_known_by_its_name(words: str, letters: list[str]) -> None:
    """This test shows which bodies the words of a citation name."""
    assert [organ.letters for organ in organs_named(words)] == letters


def test_signs_are_cheap_and_miss_nothing_that_is_found() -> None:
    """This test shows what makes a paragraph worth reading."""
    assert may_cite("Kế hoạch số 5/KH-SNV")
    assert may_cite("Công văn số 12 ngày 03/9/2025 của Sở Nội vụ")
    assert may_cite("theo Luật Lưu trữ")
    assert not may_cite("trước ngày 03/9/2025 theo quy định của pháp luật")
    assert may_define("sản phẩm chủ lực (SPCL)")
    assert not may_define("cơ quan (đơn vị)")
    assert may_refer("khoản 2 Điều này")
    assert not may_refer("nhiều điểm mới")

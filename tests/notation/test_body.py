"""The body of a document."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.notation.body import Block, BlockKind, Body, BodyParser, parse_body
from vnadmindocs.notation.body_print import print_body
from vnadmindocs.notation.inline import Span, SpanKind, parse_inline, plain_text

K = BlockKind


def outline(body: Body) -> list[tuple[str, str, str]]:
    """Give kind, label and words of each block."""
    return [(block.kind.value, block.label, block.text) for block in body.blocks]


def places(body: Body) -> list[tuple[str, int, int, int]]:
    """Give code, line, column and length of each fault."""
    return [(fault.code, fault.line, fault.column, fault.length) for fault in body.faults]


def test_one_line_is_one_paragraph() -> None:
    """Empty lines mean nothing."""
    body = parse_body("Triển khai Công văn số 168.\n\nTrân trọng./.\n")
    assert outline(body) == [
        ("paragraph", "", "Triển khai Công văn số 168."),
        ("paragraph", "", "Trân trọng./."),
    ]
    assert [(block.line, block.column) for block in body.blocks] == [(0, 0), (2, 0)]
    assert body.faults == ()


def test_levels_of_a_decision() -> None:
    """Each line is read by how it begins, and its label is kept as typed."""
    body = parse_body(
        "Điều 1: Phê duyệt Chương trình:\nI. MỤC TIÊU\n1. Mục tiêu chung:\n- Kích hoạt\n"
        "+ Nhỏ hơn\n2. Mục tiêu cụ thể:\na) Xây dựng\nb) Tổ chức\n(Chi tiết tại Phụ lục)\n"
        "II. YÊU CẦU\n1. Phù hợp.\nĐiều 2. Tổ chức"
    )
    assert [(block.kind.value, block.label) for block in body.blocks] == [
        ("article", "Điều 1:"),
        ("heading", "I."),
        ("clause", "1."),
        ("dash", "-"),
        ("subdash", "+"),
        ("clause", "2."),
        ("point", "a)"),
        ("point", "b)"),
        ("paragraph", ""),
        ("heading", "II."),
        ("clause", "1."),
        ("article", "Điều 2."),
    ]
    assert not any(block.titled for block in body.blocks)
    assert places(body) == [("BDY008", 0, 0, 7)]


def test_points_keep_their_letters() -> None:
    """The decision of Hải Phòng goes from đ) to g): printed so, and hinted at."""
    body = parse_body("d) A;\nđ) B;\ng) C.")
    assert [block.label for block in body.blocks] == ["d)", "đ)", "g)"]
    assert body.faults == (Fault("BDY002", 2, 0, 2, {"found": "g)", "expected": "e)"}),)


def test_chapters_take_their_titles() -> None:
    """The title is the next line and following lines in capitals."""
    body = parse_body(
        "Chương IV\nVẬN ĐỘNG QUYÊN GÓP, ĐỐI TƯỢNG\nVÀ ĐIỀU KIỆN HỖ TRỢ\nĐiều 14. Vận động\n"
        "Mục 1\nQuy định riêng\nCác đơn vị thực hiện.\nChương V TÀI CHÍNH\nVÀ TÀI SẢN"
    )
    assert [(block.label, [plain_text(line) for line in block.title]) for block in body.blocks] == [
        ("Chương IV", ["VẬN ĐỘNG QUYÊN GÓP, ĐỐI TƯỢNG", "VÀ ĐIỀU KIỆN HỖ TRỢ"]),
        ("Điều 14.", []),
        ("Mục 1", ["Quy định riêng"]),
        ("", []),
        ("Chương V", ["TÀI CHÍNH", "VÀ TÀI SẢN"]),
    ]


def test_a_sentence_is_no_title() -> None:
    """A heading without title leaves the sentence below it alone."""
    body = parse_body("Mục 1\nCác đơn vị thực hiện.\nMục 2\nĐiều 1. A\nMục 3\n\\TIÊU ĐỀ")
    assert [block.title for block in body.blocks] == [()] * 6
    assert body.blocks[-1].text == "TIÊU ĐỀ"


def test_a_section_heading_must_be_in_sequence() -> None:
    """A name with an initial is no heading."""
    body = parse_body("V. Lê Nin viết.\nI. Mục tiêu\nC. Mác viết.\nII. Nội dung")
    assert [block.kind.value for block in body.blocks] == [
        "paragraph",
        "heading",
        "paragraph",
        "heading",
    ]
    assert body.faults == ()


def test_a_skipped_section_heading_is_reported() -> None:
    """In capitals it stays a heading; else it is a paragraph: either way it is said."""
    body = parse_body("I. MỤC TIÊU\nIII. TỔ CHỨC\nVI. Phụ trách")
    assert [block.kind.value for block in body.blocks] == ["heading", "heading", "paragraph"]
    assert body.faults == (
        Fault("BDY002", 1, 0, 4, {"found": "III.", "expected": "II."}),
        Fault("BDY009", 2, 0, 3, {"found": "VI.", "expected": "IV."}),
    )


@pytest.mark.parametrize(
    "line",
    ["* Cấp tỉnh:", "(1). Một", "a. Một", "1- Một", "Bước 1: Một", "30.000 đồng", "2025. Năm"],
)
def test_anything_else_is_a_paragraph(line: str) -> None:
    """It is printed as it stands and nothing is said about it."""
    body = parse_body(line)
    assert outline(body) == [("paragraph", "", line)]
    assert body.faults == ()


def test_an_indented_line_continues_the_line_above() -> None:
    """The two are joined by a space."""
    body = parse_body("Thực hiện Kế hoạch số 225/KH-UBND ngày\n  03/9/2025 của\n  thành phố\nHai")
    assert outline(body) == [
        ("paragraph", "", "Thực hiện Kế hoạch số 225/KH-UBND ngày 03/9/2025 của thành phố"),
        ("paragraph", "", "Hai"),
    ]
    assert body.faults == ()


def test_a_backslash_at_the_end_breaks_the_line() -> None:
    """The next line goes on after a break inside the paragraph."""
    (block,) = parse_body("Điện thoại: 024\\\n  Email: a@b.vn\\\nWebsite: c").blocks
    assert [span.kind.value for span in block.spans] == ["text", "break", "text", "break", "text"]
    (escaped, second) = parse_body("Thư mục C:\\\\\nHai").blocks
    assert escaped.text == "Thư mục C:\\"
    assert second.text == "Hai"


def test_a_wrapped_title_is_continued_by_a_title_only() -> None:
    """A sentence indented under a title is no part of it."""
    body = parse_body("Chương I\nQUY ĐỊNH\n  CHUNG\n  Các đơn vị thực hiện.")
    assert plain_text(body.blocks[0].title[0]) == "QUY ĐỊNH CHUNG"
    assert outline(body)[1] == ("paragraph", "", "Các đơn vị thực hiện.")
    assert places(body) == [("BDY007", 3, 2, 21)]


@pytest.mark.parametrize(
    ("above", "below"),
    [("Một câu.", "Câu khác"), ("gồm:", "- một"), ("gồm;", "a) một"), ("gồm:", "1. một")],
)
def test_a_suspicious_indentation_is_asked_about(above: str, below: str) -> None:
    """It is never joined silently: it stands on its own and is reported."""
    body = parse_body(f"{above}\n   {below}")
    assert len(body.blocks) == 2
    assert places(body) == [("BDY007", 1, 3, len(below))]


def test_a_whole_body_may_be_indented() -> None:
    """Only lines deeper than the block continue."""
    body = parse_body("  Một.\n  Hai.\n    Ba.")
    assert [block.column for block in body.blocks] == [2, 2, 4]
    assert places(body) == [("BDY007", 2, 4, 3)]


def test_a_numbered_clause_outside_articles_may_be_a_title() -> None:
    """Bold on its own line: no sentence end, and what follows belongs to it."""
    body = parse_body(
        "1. Thành phần:\n- Đại diện\n2. Thời gian: Ngày 10.\n3. Đấu thầu mua vắc xin\nThực hiện.\n"
        "4. Sở Y tế\n5. Sở Nội vụ\n5.1. Một\nMột.\n6. Cuối cùng"
    )
    assert [block.label for block in body.blocks if block.titled] == ["1.", "3.", "5.", "5.1."]


def test_words_after_dieu_are_a_title_when_the_provision_follows() -> None:
    """They do not end like a sentence; a Điều without words heads what follows it."""
    body = parse_body("Điều 1. A\nHai\nĐiều 2. Ba.\nBốn\nĐiều 3.\nĐiều 4. C\n> Điều 5. D\n> E\nG")
    articles = [block for block in body.blocks if block.kind is K.ARTICLE]
    assert [(block.label, block.titled) for block in articles] == [
        ("Điều 1.", True), ("Điều 2.", False), ("Điều 3.", True), ("Điều 4.", False),
        ("Điều 5.", True),
    ]  # fmt: skip


def test_titles_are_forced_by_marks() -> None:
    """``{tiêu đề}`` and ``{thường}`` have the last word."""
    body = parse_body("{tiêu đề} 1. Một.\nHai\n{thường} 2. Ba\nBốn\nĐiều 1. A\n{tieu de}1. Một")
    assert [block.titled for block in body.blocks] == [True, False, False, False, True, True]
    assert body.blocks[0].forced == "tiêu đề"


def test_marks_align_and_force() -> None:
    """The marks of the closed list, with or without accents."""
    body = parse_body(
        "{giữa} QUYẾT NGHỊ:\n{phải} Nơi gửi\n{giua}{tiêu đề} Đầu\n{đoạn} 1. Không phải khoản\n"
        "{khoản} 1a. Bổ sung\n{điểm} a1) Chèn\n{chương} Chương đầu tiên\nTÊN CHƯƠNG\n"
        "{điều} Điều thứ nhất\n{trang mới}\n{bảng: phân công}\n{hình: sơ đồ}\n\\- Gạch"
    )
    assert [
        (block.kind.value, block.label, block.text or block.name, block.align)
        for block in body.blocks
    ] == [
        ("paragraph", "", "QUYẾT NGHỊ:", "center"),
        ("paragraph", "", "Nơi gửi", "right"),
        ("paragraph", "", "Đầu", "center"),
        ("paragraph", "", "1. Không phải khoản", ""),
        ("clause", "1a.", "Bổ sung", ""),
        ("point", "a1)", "Chèn", ""),
        ("chapter", "Chương đầu tiên", "", ""),
        ("article", "Điều thứ nhất", "", ""),
        ("page_break", "", "", ""),
        ("table", "", "phân công", ""),
        ("image", "", "sơ đồ", ""),
        ("paragraph", "", "- Gạch", ""),
    ]
    assert body.faults == ()


def test_an_unknown_mark_is_printed_and_reported() -> None:
    """The finding offers the nearest mark."""
    body = parse_body("{gữa} QUYẾT NGHỊ:\n{abcxyz} B")
    assert outline(body)[0] == ("paragraph", "", "{gữa} QUYẾT NGHỊ:")
    assert body.faults[0] == Fault("BDY011", 0, 0, 5, {"found": "{gữa}", "nearest": "giữa"})
    assert body.faults[1] == Fault("BDY001", 1, 0, 8, {"found": "{abcxyz}"})


def test_double_braces_are_text() -> None:
    """Nothing in a record is a template."""
    body = parse_body("{{ x }} và {% if %}")
    assert outline(body) == [("paragraph", "", "{{ x }} và {% if %}")]
    assert body.faults == ()


def test_a_table_mark_needs_a_name() -> None:
    """Without a name there is nothing to place."""
    body = parse_body("{bảng:}")
    assert places(body) == [("BDY010", 0, 0, 7)]
    assert outline(body) == [("paragraph", "", "{bảng:}")]


def test_quoted_provisions_count_for_themselves() -> None:
    """The same grammar inside; outside counting goes on where it was."""
    body = parse_body(
        "1. Sửa đổi khoản 2 như sau.\n> 5. Năm.\n> 6. Sáu\n>   tiếp theo\n> > a) Sâu.\n"
        "2. Bãi bỏ.\n> 1. Một."
    )
    assert [(block.quote, block.label, block.text) for block in body.blocks] == [
        (0, "1.", "Sửa đổi khoản 2 như sau."),
        (1, "5.", "Năm."),
        (1, "6.", "Sáu tiếp theo"),
        (2, "a)", "Sâu."),
        (0, "2.", "Bãi bỏ."),
        (1, "1.", "Một."),
    ]
    assert body.blocks[2].column == 2
    assert body.faults == ()


def test_footnotes_are_taken_out_of_the_text() -> None:
    """A note may be continued by deeper lines."""
    body = parse_body("Nội dung[^1] và[^2].\n[^1]: Chú thích\n  còn nữa\n[^2]: Hai")
    assert outline(body) == [("paragraph", "", "Nội dung và.")]
    assert {name: plain_text(spans) for name, spans in body.footnotes.items()} == {
        "1": "Chú thích còn nữa",
        "2": "Hai",
    }
    assert body.faults == ()


def test_footnotes_without_partner_are_found() -> None:
    """A reference without text, a text without reference, and a name used twice."""
    body = parse_body("Nội dung[^1].\n[^2]: Hai\n[^3]: Ba\n[^3]: Bốn")
    assert places(body) == [
        ("BDY003", 0, 8, 4),
        ("BDY004", 1, 0, 4),
        ("BDY004", 2, 0, 4),
        ("BDY005", 3, 0, 4),
    ]


def test_references_from_tables_count() -> None:
    """A note may be referred to from a cell."""
    parser = BodyParser()
    parser.feed("[^1]: Một")
    parser.add_references(["1"])
    assert parser.finish().faults == ()


def test_faults_in_a_continued_line_are_placed_where_they_stand() -> None:
    """Columns are those of the source line, not of the joined paragraph."""
    body = parse_body("1. Một hai\n   ba **bốn\\\n   năm **sáu")
    assert places(body) == [("BDY006", 1, 6, 2), ("BDY006", 2, 7, 2)]


def test_counting_goes_on_across_items_of_a_list() -> None:
    """A body list with a table between two texts is one body."""
    parser = BodyParser()
    parser.feed("1. Đấu thầu mua thuốc:", 0)
    parser.add_table("1", 1)
    parser.feed("2. Đấu thầu vật tư.\n4. Bốn.", 7)
    body = parser.finish()
    assert [(block.kind.value, block.line, block.titled) for block in body.blocks] == [
        ("clause", 0, True),
        ("table", 1, False),
        ("clause", 7, False),
        ("clause", 8, False),
    ]
    assert places(body) == [("BDY002", 8, 0, 2)]


def test_blocks_compare_by_what_they_print() -> None:
    """Where a block stands in the source, and how it was forced, does not count."""
    assert parse_body("\n{đoạn} Một") == parse_body("Một")
    assert parse_body("Một").blocks == (Block(K.PARAGRAPH, spans=parse_inline("Một")),)


def test_a_body_built_in_python_is_written_so_that_it_is_read_back() -> None:
    """Marks are put where the plain line would be read otherwise."""
    blocks = (
        Block(K.PARAGRAPH, spans=(Span(SpanKind.TEXT, "- Không phải gạch"),)),
        Block(K.PARAGRAPH, spans=(Span(SpanKind.TEXT, "1. Không phải khoản"),), align="center"),
        Block(K.CHAPTER, "Chương I"),
        Block(K.PARAGRAPH, spans=(Span(SpanKind.TEXT, "KHÔNG PHẢI TÊN"),)),
        Block(K.CLAUSE, "1.", (Span(SpanKind.TEXT, "Một."),), titled=True),
        Block(K.CLAUSE, "1a.", (Span(SpanKind.TEXT, "Hai"),)),
        Block(K.PARAGRAPH, spans=(Span(SpanKind.FOOTNOTE, "1"), Span(SpanKind.TEXT, ": ba"))),
        Block(K.PAGE_BREAK),
        Block(K.TABLE, name="phân công"),
    )
    body = Body(blocks, {"1": parse_inline("Chú thích")})
    assert print_body(body).split("\n")[:3] == [
        "\\- Không phải gạch",
        "{giữa}\\1. Không phải khoản",
        "Chương I",
    ]
    assert parse_body(print_body(body)) == body


HEADS = st.sampled_from(
    [
        *("", "1. ", "2. ", "1.1. ", "1.1 ", "a) ", "g) ", "- ", "+ ", "I. ", "II. ", "Điều 1. "),
        *("Điều 2: ", "Chương I", "Mục 1 ", "> ", "> > ", "  ", "    - ", "{giữa} ", "{đoạn} "),
        *("{khoản} ", "{tiêu đề} ", "{thường} 1. ", "{trang mới}", "{bảng: b}", "[^1]: ", "\\"),
        *("{x} ", "{điều} ", "{mục la mã} ", "{gạch} ", "> {phải} ", ">   "),
        *("3a. ", "a1) ", "aa) ", "“Điều 5. ", "“2. ", '"a) ', "\\“3. ", "1. x: “7. "),
    ]
)
TAILS = st.sampled_from(
    [
        *("", "Một hai", "MỘT HAI", "Một.", "Một:", "**đậm** x", "*a", "x[^1]", "b\\", "1. c"),
        *(
            "- d",
            "> e",
            "\\f",
            "{g}",
            "[^1]: h",
            "a) i",
            "*Một* ......",
            "\\- j",
            "(*) k",
            "......",
        ),
        *("\\\\", "Phần I", "I. A", "B”.", "C”", 'D"', "e” f"),
    ]
)
SOURCES = st.lists(st.builds(str.__add__, HEADS, TAILS), max_size=8).map("\n".join)


@settings(max_examples=150)
@given(SOURCES)
def test_what_was_read_is_written_back(source: str) -> None:
    """Reading what was written from a reading gives the same body."""
    body = parse_body(source)
    assert parse_body(print_body(body)) == body


@settings(max_examples=100)
@given(SOURCES)
def test_no_word_is_lost(source: str) -> None:
    """Every word of the source is in a label, a title, the words, a note or a name."""
    body = parse_body(source)
    kept = " ".join(
        [f"{block.label} {block.text} {block.name} {block.forced}" for block in body.blocks]
        + [plain_text(line) for block in body.blocks for line in block.title]
        + [plain_text(spans) for spans in body.footnotes.values()]
    )
    if not any(fault.code == "BDY005" for fault in body.faults):
        for word in ("Một", "MỘT", "hai", "HAI", "đậm"):
            assert kept.count(word) == source.count(word)

"""Marks inside a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.notation.inline import (
    Span,
    SpanKind,
    parse_inline,
    plain_text,
    print_inline,
    read_inline,
    tidy,
)


def text(words: str, *, bold: bool = False, italic: bool = False) -> Span:
    """Make a span of text."""
    return Span(SpanKind.TEXT, words, bold, italic)


BREAK = Span(SpanKind.BREAK)


def test_a_plain_paragraph_is_one_span() -> None:
    """A paragraph without marks comes back as it stands."""
    words = "Thời hạn tiếp nhận hồ sơ: trước ngày 01/7/2025."
    assert parse_inline(words) == (text(words),)


def test_nothing_is_no_span() -> None:
    """An empty text has no spans."""
    assert parse_inline("") == ()


def test_bold_and_italic_of_a_real_letter() -> None:
    """The letter of BQL KCN has italic in brackets and a bold date."""
    assert parse_inline("Hà Nội (*được gửi kèm theo*). Hạn trước **31/7/2024**.") == (
        text("Hà Nội ("),
        text("được gửi kèm theo", italic=True),
        text("). Hạn trước "),
        text("31/7/2024", bold=True),
        text("."),
    )


@pytest.mark.parametrize(
    "words",
    [
        "* Cấp tỉnh:",
        "Ghi chú (*) và (**)",
        "2*3*4",
        "5 * 3 * 2",
        "a*b*c",
        "*1 và *2",
        "mục *chưa đóng",
        "*mở rồi cách *",
        "****",
        "[]",
        "[abc]",
        "[^]",
        "\\",
        "C:\\Users\\Van thu",
        "{{ x }}",
        "thôi... nhé",
        "Còn nữa.....",
    ],
)
def test_what_only_looks_like_a_mark_is_text(words: str) -> None:
    """Asterisks, brackets and dots without a partner are printed as they stand."""
    assert parse_inline(words) == (text(words),)


def test_italic_closes_after_a_digit() -> None:
    """An italic phrase may end in a year."""
    assert parse_inline("*năm 2025*") == (text("năm 2025", italic=True),)


def test_italic_opens_after_a_bracket_only_before_a_letter() -> None:
    """A note sign in brackets stays literal even when a word in italic follows."""
    assert parse_inline("(*) là *ghi chú*") == (text("(*) là "), text("ghi chú", italic=True))


def test_bold_holds_italic() -> None:
    """Looks may lie inside one another."""
    assert parse_inline("**a *b* c** ***d***") == (
        text("a ", bold=True),
        text("b", bold=True, italic=True),
        text(" c", bold=True),
        text(" "),
        text("d", bold=True, italic=True),
    )


def test_boxes_and_footnotes() -> None:
    """Boxes and references stand in place of text."""
    assert parse_inline("[ ] Có [x] Không[^1]") == (
        Span(SpanKind.BOX_EMPTY),
        text(" Có "),
        Span(SpanKind.BOX_CHECKED),
        text(" Không"),
        Span(SpanKind.FOOTNOTE, "1"),
    )


@pytest.mark.parametrize("dots", ["......", "……", "………", "...…", "............"])
def test_dots_at_the_end_of_a_line_are_a_leader(dots: str) -> None:
    """Six dots or more, a horizontal ellipsis counting for three."""
    assert parse_inline(f"Họ tên: {dots}") == (text("Họ tên: "), Span(SpanKind.LEADER, dots))


def test_dots_inside_a_line_stay_as_long_as_written() -> None:
    """A blank inside a line is text."""
    words = "Ngày ........ tháng"
    assert parse_inline(words) == (text(words),)


def test_each_line_has_its_leader() -> None:
    """A break inside the paragraph ends a line."""
    assert parse_inline("Tên: ......\nTuổi: ......") == (
        text("Tên: "),
        Span(SpanKind.LEADER, "......"),
        BREAK,
        text("Tuổi: "),
        Span(SpanKind.LEADER, "......"),
    )


def test_marks_pair_within_one_line() -> None:
    """A star before a break does not pair with one after it."""
    assert parse_inline("*a\nb*") == (text("*a"), BREAK, text("b*"))


def test_a_backslash_makes_a_mark_plain() -> None:
    r"""``\*``, ``\[`` and ``\\`` are the characters themselves."""
    assert parse_inline(r"\*a\* \[ ] \\ \[^1]") == (text(r"*a* [ ] \ [^1]"),)


def test_an_escape_opens_italic_before_anything() -> None:
    r"""``*\(…)*`` is italic from the bracket on."""
    assert parse_inline(r"*\(Kèm theo)*") == (text("(Kèm theo)", italic=True),)


def test_an_unclosed_bold_is_found() -> None:
    """Two asterisks that open and never close are printed, and reported."""
    spans, faults = read_inline("Hạn **31/7")
    assert spans == (text("Hạn **31/7"),)
    assert [(fault.code, fault.line, fault.column, fault.length) for fault in faults] == [
        ("BDY006", 0, 4, 2)
    ]


def test_plain_text_leaves_marks_out() -> None:
    """The words alone are what rules read."""
    assert plain_text(parse_inline("**Mục tiêu**[^1]:\n[ ] a")) == "Mục tiêu:  a"


CHARACTERS = st.sampled_from("aĐ 1*\\[]^x.…(“,-\n")


@given(st.text(CHARACTERS, max_size=24))
def test_what_was_read_is_written_back(source: str) -> None:
    """Reading what was written from a reading gives the same reading."""
    spans = parse_inline(source)
    assert parse_inline(print_inline(spans)) == spans


WORDS = st.text(st.sampled_from("aĐ 1*\\[]^x.…(“,-"), min_size=1, max_size=8)
SPANS = st.lists(
    st.one_of(
        st.builds(Span, st.just(SpanKind.TEXT), WORDS, st.booleans(), st.booleans()),
        st.builds(Span, st.sampled_from([SpanKind.BOX_EMPTY, SpanKind.BOX_CHECKED])),
        st.builds(Span, st.just(SpanKind.FOOTNOTE), st.sampled_from(["1", "a", "12"])),
        st.just(BREAK),
    ),
    max_size=6,
)


LEADERS = st.sampled_from(
    [(), (Span(SpanKind.LEADER, "......"),), (Span(SpanKind.LEADER, "…….."),)]
)


@given(SPANS, LEADERS)
def test_what_was_built_is_read_back(spans: list[Span], leader: tuple[Span, ...]) -> None:
    """Spans built in Python are written so that they are read back the same."""
    built = (*spans, *leader)
    assert parse_inline(print_inline(built)) == tidy(built)

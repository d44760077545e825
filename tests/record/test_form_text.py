"""Values in the texts of a form come out letter for letter, whatever grammar reads the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vnadmindocs.language.text import clean
from vnadmindocs.notation.block import BlockKind
from vnadmindocs.notation.body import parse_body
from vnadmindocs.notation.cell import cell_body, is_marked
from vnadmindocs.notation.inline import Span, SpanKind, parse_inline
from vnadmindocs.notation.table import parse_rows
from vnadmindocs.record.form_pieces import Grammar
from vnadmindocs.record.form_text import FormText

# Everything that means something somewhere, and a few letters.
HOSTILE = st.text(st.sampled_from("*_[]{}()<>|^\\/=+-–@#:;,.…1aIĐx% \n“«"), min_size=1, max_size=12)
VALUES = HOSTILE.map(lambda text: "\n".join(" ".join(row.split()) for row in text.split("\n")))


def rows(value: str) -> list[str]:
    """Give the lines of a value that have words."""
    return [row.strip() for row in value.split("\n") if row.strip()]


def filled(text: str, grammar: Grammar, *values: str) -> str:
    """Put values in the places of the references, in their order."""
    form = FormText.of(text, grammar)
    assert form is not None
    return form.fill(lambda index: values[index]).text


def lines_of(spans: Sequence[Span]) -> list[tuple[str, set[tuple[bool, bool]]]]:
    """Give the words of each line, and the looks they are in."""
    lines: list[tuple[str, set[tuple[bool, bool]]]] = [("", set())]
    for span in spans:
        if span.kind is SpanKind.BREAK:
            lines.append(("", set()))
            continue
        assert span.kind is SpanKind.TEXT, span
        words, looks = lines[-1]
        lines[-1] = (words + span.text, looks | {(span.bold, span.italic)})
    return lines


def paragraph(source: str) -> list[tuple[str, set[tuple[bool, bool]]]]:
    """Read a body that is one paragraph, and give its lines."""
    body = parse_body(source)
    assert body.faults == ()
    (block,) = body.blocks
    assert block.kind is BlockKind.PARAGRAPH
    assert block.label == ""
    return lines_of(block.spans)


@given(VALUES)
def test_a_value_alone_on_a_line_is_a_paragraph_of_its_words(value: str) -> None:
    """No label, no mark, no quotation, no footnote, no box, no leader."""
    assume(rows(value))
    assert [words for words, _ in paragraph(filled("[=x]", Grammar.BODY, value))] == rows(value)


@given(VALUES, VALUES)
def test_words_around_a_value_stay_where_they_are(first: str, second: str) -> None:
    """A value of several lines breaks the paragraph there, and nowhere else."""
    assume(rows(first) and rows(second))
    found = paragraph(filled("Ông [=x] và [=y] cùng nhận", Grammar.BODY, first, second))
    before = [f"Ông {rows(first)[0]}", *rows(first)[1:]]
    after = [*rows(second)[:-1], f"{rows(second)[-1]} cùng nhận"]
    assert [words for words, _ in found] == [
        *before[:-1],
        f"{before[-1]} và {after[0]}",
        *after[1:],
    ]


@pytest.mark.parametrize(
    ("text", "look"),
    [("**[=x]**", (True, False)), ("*[=x]*", (False, True)), ("***[=x]***", (True, True))],
)
@given(value=VALUES)
def test_a_look_around_a_value_is_its_look(text: str, look: tuple[bool, bool], value: str) -> None:
    """On each of its lines, whatever it begins and ends with."""
    assume(rows(value))
    found = paragraph(filled(text, Grammar.BODY, value))
    assert found == [(row, {look}) for row in rows(value)]


@pytest.mark.parametrize("before", ["", "- ", "1. ", "> ", "{giữa} ", "Điều 1. ", "a) ", "> - "])
@given(value=VALUES)
def test_what_stands_before_a_value_keeps_its_meaning(before: str, value: str) -> None:
    """The label and the mark of the writer count, those of the value do not."""
    assume(rows(value))
    body = parse_body(filled(f"{before}[=x]", Grammar.BODY, value))
    plain = parse_body(f"{before}chữ")
    (block,) = body.blocks
    (expected,) = plain.blocks
    assert (block.kind, block.label, block.quote, block.align) == (
        expected.kind,
        expected.label,
        expected.quote,
        expected.align,
    )
    assert [words for words, _ in lines_of(block.spans)] == rows(value)


@given(VALUES)
def test_a_footnote_holds_the_words_of_a_value(value: str) -> None:
    """Its lines are lines of the footnote."""
    assume(rows(value))
    spans = parse_inline(filled("Xem [=x]", Grammar.INLINE, value))
    assert [words for words, _ in lines_of(spans)] == [f"Xem {rows(value)[0]}", *rows(value)[1:]]


def cell_lines(text: str) -> Iterator[str]:
    """Read a typed cell as it is printed, and give the words of its lines."""
    if not is_marked(text):
        for line in text.split("\n"):
            yield "".join(words for words, _ in lines_of(parse_inline(line)))
        return
    for block in cell_body(text).blocks:
        for words, _ in lines_of(block.spans):
            yield f"{block.label} {words}" if block.label else words


@given(VALUES, VALUES)
def test_a_cell_holds_the_words_of_a_value(first: str, second: str) -> None:
    """Bars split nothing, «<» and «^» merge nothing, and the row has as many cells as written."""
    assume(rows(first) and rows(second))
    text = "[=x] | Ông [=y] | **[=x]**"
    found = parse_rows(filled(text, Grammar.ROWS, first, second, first), 3)
    assert found.faults == ()
    ((one, two, three),) = found.rows
    assert list(cell_lines(one.text)) == rows(first)
    assert list(cell_lines(two.text)) == [f"Ông {rows(second)[0]}", *rows(second)[1:]]
    assert list(cell_lines(three.text)) == rows(first)


@given(VALUES)
def test_a_field_of_words_takes_a_value_as_it_is(value: str) -> None:
    """Nothing is escaped where nothing is read."""
    assume(rows(value))
    assert filled("Về việc [=x]", Grammar.WORDS, value) == f"Về việc {value}"


@pytest.mark.parametrize(
    ("grammar", "text", "values", "expected"),
    [
        (Grammar.BODY, "Một\n[=x]\nHai", ("",), "Một\nHai"),
        (Grammar.LINES, "- [=x]\n[=y]\nLưu: VT", ("", ""), "- \nLưu: VT"),
        (Grammar.WORDS, "[=x]\n[=y]", ("", "Hai"), "Hai"),
        (Grammar.VALUE, "[=x]/QĐ-SNV", ("",), "/QĐ-SNV"),
        (Grammar.VALUE, "[=x]", ("",), ""),
        (Grammar.ROWS, "[=x] | b | [=y]", ("", ""), "|  | b |  |"),
    ],
)
def test_an_empty_value_leaves_no_line_of_its_own(
    grammar: Grammar, text: str, values: tuple[str, ...], expected: str
) -> None:
    """A line that holds nothing else goes; a cell stays."""
    assert filled(text, grammar, *values) == expected


def test_an_open_bracket_before_a_value_is_a_bracket() -> None:
    """A box and a footnote are the writer's to make, with words of his own."""
    for text in ("Xong [[=x]]", "Xem [^[=x]]"):
        words = filled(text, Grammar.BODY, "x")
        assert paragraph(words)[0][0] == text.replace("[=x]", "x")


def test_stars_of_the_writer_that_are_no_marks_stay_stars() -> None:
    """A value beside them changes nothing."""
    assert paragraph(filled("2*[=x] và 3*[=y] (*)", Grammar.BODY, "4", "5")) == [
        ("2*4 và 3*5 (*)", {(False, False)})
    ]


def test_a_value_is_not_filled_again() -> None:
    """What stands in a cell is words, those of a reference too."""
    assert paragraph(filled("[=x]", Grammar.BODY, "[=y]"))[0][0] == "[=y]"


@pytest.mark.parametrize(
    ("place", "origin"),
    [
        ((0, 0, 3), (0, 0, 3)),
        ((0, 4, 2), (0, 4, 4)),
        ((1, 2, 1), (0, 4, 4)),
        ((1, 8, 4), (0, 10, 4)),
        ((0, 0, 5), (0, 0, 8)),
        ((2, 0, 3), (1, 0, 3)),
        ((2, 4, 0), (1, 4, 0)),
    ],
)
def test_a_place_in_the_filled_text_is_one_in_the_form(
    place: tuple[int, int, int], origin: tuple[int, int, int]
) -> None:
    """In a value it is the whole reference, in words the words themselves."""
    form = FormText.of("Ông [=x], sinh\nNăm [=y]", Grammar.BODY)
    assert form is not None
    made = form.fill(lambda index: ("An\nBình", "1970")[index])
    assert made.text == "Ông An\\\n  Bình, sinh\nNăm 1970"
    assert made.moves.origin(*place) == origin


def test_a_clean_value_is_what_a_cell_of_a_file_gives() -> None:
    """Cells are cleaned when they are read, so a form never sees a control character."""
    assert clean("a\x00\u200bb\u00a0c\r\nd") == "ab c\nd"

"""References to values, in a text that may hold anything."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.notation.value_reference import (
    ValueReference,
    parse_references,
    print_references,
    references,
)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("[=ho_ten]", ValueReference("ho_ten")),
        ("[= Họ và tên ]", ValueReference("Họ và tên")),
        ("[=ngày sinh: dd/mm/yyyy]", ValueReference("ngày sinh", "dd/mm/yyyy")),
        ("[=giờ: hh:mm]", ValueReference("giờ", "hh:mm")),
        ("[=số tiền:bằng chữ]", ValueReference("số tiền", "bằng chữ")),
        ("[=số tiền (đồng)]", ValueReference("số tiền (đồng)")),
        ("[=x:]", ValueReference("x")),
        ("[143=số cơ sở]", ValueReference("số cơ sở", written="143")),
        ("[1.234,5 triệu đồng = tổng]", ValueReference("tổng", written="1.234,5 triệu đồng")),
        ("[ =tên]", ValueReference("tên")),
    ],
)
def test_a_reference_is_read(text: str, reference: ValueReference) -> None:
    """A name, a format after a colon, words before the sign; spaces at their ends are nothing."""
    assert parse_references(text) == (reference,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "=tên",
        "[tên]",
        "[=]",
        "[= ]",
        "[=:dd]",
        "[=tên",
        "[=a=b]",
        "[=a|b]",
        "[=a\nb]",
        "[^a=b]",
        "[ ] [x] [^1]",
        r"\[=tên]",
        r"\\\[=tên]",
    ],
)
def test_what_is_no_reference_stays_as_it_stands(text: str) -> None:
    """Footnotes and boxes, sums, and whatever a backslash makes plain."""
    assert references(text) == ()
    assert print_references(parse_references(text)) == text


def test_a_backslash_that_is_itself_escaped_escapes_nothing() -> None:
    """Two of them are a backslash."""
    assert parse_references(r"\\[=tên]") == ("\\\\", ValueReference("tên"))


def test_names_are_compared_folded() -> None:
    """A name may be written as every key of a record may."""
    spellings = ("[=họ tên]", "[=ho_ten]", "[=HỌ-TÊN]", "[=Họ  tên]")
    assert {each.key for text in spellings for each in references(text)} == {"ho_ten"}


def test_places_count_lines_and_columns() -> None:
    """A finding points at the reference itself, brackets included."""
    found = references("Ông [=tên], [=tuổi] tuổi\nsinh [=ngày: năm][=x]")
    assert [(each.name, each.line, each.column, each.length) for each in found] == [
        ("tên", 0, 4, 6),
        ("tuổi", 0, 12, 7),
        ("ngày", 1, 5, 12),
        ("x", 1, 17, 4),
    ]


def test_the_inner_one_of_two_open_brackets_counts() -> None:
    """References do not nest."""
    assert parse_references("[a [=b] c=d]") == ("[a ", ValueReference("b"), " c=d]")


ANY = st.text(st.sampled_from("[]=:|^\\ a1Đ\n"), max_size=20)
_NAMES = st.text(st.sampled_from("aĐ1 (),._-"), min_size=1, max_size=8).map(str.strip).filter(bool)
REFERENCES = st.builds(
    ValueReference,
    _NAMES,
    st.text(st.sampled_from("dm/: y"), max_size=8).map(str.strip),
    st.text(st.sampled_from("1., đ:"), max_size=8).map(str.strip),
)


@given(ANY)
def test_no_letter_of_a_text_is_lost(text: str) -> None:
    """The pieces stand where they say, and between them is the rest of the text."""
    pieces = parse_references(text)
    lines = text.split("\n")
    rest = text
    for piece in pieces:
        if isinstance(piece, str):
            assert rest.startswith(piece)
            rest = rest[len(piece) :]
            continue
        written = lines[piece.line][piece.column : piece.column + piece.length]
        assert rest.startswith(written)
        assert parse_references(written) == (piece,)
        rest = rest[len(written) :]
    assert rest == ""


@given(ANY)
def test_pieces_are_read_back(text: str) -> None:
    """What is printed of them is read as the same pieces."""
    pieces = parse_references(text)
    assert parse_references(print_references(pieces)) == pieces


@given(st.lists(REFERENCES, max_size=4))
def test_references_are_read_back(found: list[ValueReference]) -> None:
    """Whatever a reference says, it is read as it was written."""
    assert references(print_references(found)) == tuple(found)


@pytest.mark.parametrize("text", ["[" * 200_000, "[=" * 100_000, "[=a" * 60_000, "\\" * 200_000])
def test_a_hostile_text_takes_no_longer(text: str) -> None:
    """Time grows with the length of the text, no faster."""
    started = time.process_time()
    assert references(text) == ()
    assert time.process_time() - started < 2


@pytest.mark.parametrize("inside", [" ", "a", "a ", ":"])
def test_a_reference_that_never_closes_takes_no_longer(inside: str) -> None:
    """The name is looked for once."""
    started = time.process_time()
    assert references("[=" + inside * 20_000) == ()
    assert time.process_time() - started < 2

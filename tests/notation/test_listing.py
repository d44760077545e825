"""Lists of texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.diagnostics import Text
from vnadmindocs.notation.listing import (
    ListItem,
    disagreeing_marks,
    list_items,
    print_item,
    split_outside_brackets,
)


def test_dashes_and_marks_are_furniture() -> None:
    """A pasted list loses its dashes and closing marks, and keeps its inner ones."""
    items = list_items("- Các Sở: Xây dựng; Tài chính;\n\n– UBND các xã ;\n•  Như trên.")
    assert [(item.text, item.mark, item.line) for item in items] == [
        ("Các Sở: Xây dựng; Tài chính", ";", 0),
        ("UBND các xã", ";", 2),
        ("Như trên", ".", 3),
    ]


def test_points_of_words_are_no_marks() -> None:
    """«v.v.», dots and «./.» belong to the words."""
    for words in ("Các đơn vị v.v.", "Ông …...", "Trân trọng./."):
        assert list_items(words) == (ListItem(words),)


def test_a_minus_sign_is_no_dash() -> None:
    """A dash that touches a digit stays."""
    assert list_items("-5 độ\n-Như trên") == (ListItem("-5 độ"), ListItem("Như trên"))


def test_indentation_is_kept() -> None:
    """Groups of recipients are read from the depth of lines."""
    assert [item.indent for item in list_items("(để b/c):\n  - Bộ Công Thương")] == [0, 2]


def test_a_line_without_mark_among_marked_ones_is_found() -> None:
    """The decision of Hải Phòng has one recipient without an end mark."""
    items = list_items("- Sở Công Thương;\n- PCVP Phạm Huy Hoàng\n- Lưu: VT.")
    fault = disagreeing_marks(items, "REC001")
    assert fault is not None
    assert (fault.code, fault.line, fault.column, fault.length) == ("REC001", 1, 2, 19)
    assert fault.facts == {
        "item": "PCVP Phạm Huy Hoàng",
        "found": Text(vi="không có dấu cuối dòng", en="no mark"),
        "expected": Text(vi="kết thúc bằng «;»", en="«;»"),
    }


def test_agreeing_lists_are_silent() -> None:
    """No marks at all, or one mark with a closing point, agree."""
    assert disagreeing_marks(list_items("a\nb\nc"), "REC001") is None
    assert disagreeing_marks(list_items("a;\nb;\nc."), "REC001") is None
    assert disagreeing_marks(list_items("a,\nb,\nc."), "REC001") is None


@pytest.mark.parametrize("text", ["a;\nb;\nLưu: VT", "a\nb\nLưu: VT.", "a\nLưu: VT.", "a;\nb"])
def test_the_mark_of_the_last_line_is_its_own(text: str) -> None:
    """It is not that of the others, so nothing is said of it beside theirs."""
    assert disagreeing_marks(list_items(text), "REC001") is None


WORDS = st.text(st.sampled_from("aĐ1 -–;.,/v"), min_size=1, max_size=10).map(str.strip)


@given(st.lists(st.builds(ListItem, WORDS.filter(bool), indent=st.integers(0, 4)), max_size=4))
def test_items_are_read_back(items: list[ListItem]) -> None:
    """What is printed is read back with the same words and depth."""
    written = "\n".join(" " * item.indent + print_item(item.text, item.mark) for item in items)
    assert list_items(written) == tuple(items)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("VT, TCCB (a, b); HS", ["VT", " TCCB (a, b)", " HS"]),
        ("VT (a, b", ["VT (a", " b"]),
        ("a), b", ["a)", " b"]),
        ("((a, b), c), d", ["((a, b), c)", " d"]),
        ("VT", ["VT"]),
        ("", [""]),
    ],
)
def test_marks_in_brackets_split_nothing(text: str, parts: list[str]) -> None:
    """This test shows that a bracket is whole, and that one never closed brackets nothing."""
    assert split_outside_brackets(text, ",;") == parts

"""Rows: counted by the tool, groups that are closed by their sum, totals at top or bottom."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.test_figures import column, found, number
from tests.record.test_tables import cells, table
from tests.record.workbook_files import workbook
from vnadmindocs import Table
from vnadmindocs.language.numerals import to_roman
from vnadmindocs.record.row_labels import RowNumbers, shape

COUNTED = {"name": "TT", "kind": "ordinal", "numbering": "trong nhóm"}
THROUGH = {**COUNTED, "numbering": "liên tục"}
LEVELS = (
    "A | x\nI | x\n | x\n | x\na) | x\na) | x\n- | x\nI | x\n1. | x\n1.1 | x\n1.1 | x\nA | x\n | x"
)


def labels(counted: dict[str, Any], rows: str, **fields: Any) -> list[str]:
    """Give the labels of rows that are counted."""
    return column(table(columns=[counted, "Nội dung"], rows=rows, **fields), 0)


def test_what_is_written_tells_the_level_and_the_tool_counts() -> None:
    """This test shows every shape, marks kept round the label, dashes left alone."""
    assert labels(COUNTED, LEVELS, group_rows="chữ hoa | số La Mã") == [
        "A", "I", "1", "2", "a)", "b)", "-", "II", "1.", "1.1", "1.2", "B", "1",
    ]  # fmt: skip


def test_rows_may_be_counted_through_all_groups() -> None:
    """This test shows that groups are counted by themselves."""
    rows = "I | x\n | x\n | x\nI | x\n | x"
    assert labels(THROUGH, rows, group_rows="số La Mã") == ["I", "1", "2", "II", "3"]


def test_groups_told_by_their_words_are_counted_in_numerals() -> None:
    """This test shows group rows without a label."""
    rows = " | Khối Đảng\n | a\n | Khối chính quyền\n | b"
    groups = "Khối Đảng | Khối chính quyền"
    read = table(columns=[COUNTED, "Nội dung"], rows=rows, group_rows=groups)
    assert column(read, 0) == ["I", "1", "II", "1"]
    assert read.group_indexes == {0, 2}


def test_a_letter_after_its_neighbour_is_no_numeral() -> None:
    """This test shows C and D after B: they are letters, not a hundred and five hundred."""
    read = table(
        columns=["TT", "Nội dung", number(kind="integer")],
        rows="A | x | 1\n1 | a | 1\nB | x | 2\n1 | b | 2\nC | x | 4\n1 | c | 4\n | Cộng | 7",
        group_rows="chữ hoa",
        total_rows="Cộng",
    )
    assert read.faults == ()
    assert (shape("C"), shape("C", "B"), shape("I", "H")) == ("roman", "capital", "capital")


@given(st.lists(st.booleans(), min_size=1, max_size=60), st.booleans())
def test_groups_and_their_rows_count_up(is_group: list[bool], through: bool) -> None:
    """This test shows that no number is left out or given twice in a group."""
    numbers = RowNumbers(through=through)
    groups = rows = 0
    for each in is_group:
        label = numbers.next("", is_group=each)
        if each:
            groups += 1
            rows = rows if through else 0
            assert label == to_roman(groups)
        else:
            rows += 1
            assert label == str(rows)


def test_rows_of_sums_are_not_counted() -> None:
    """This test shows a row of totals between others."""
    read = table(
        columns=[COUNTED, "Nội dung", number()], rows=" | Cộng |\n | a | 1\n | b | 2",
        total_rows="Cộng",
    )  # fmt: skip
    assert cells(read) == [["", "Cộng", "3"], ["1", "a", "1"], ["2", "b", "2"]]


def test_a_file_need_not_have_the_column_that_is_counted(tmp_path: Path) -> None:
    """This test shows a workbook without counters; places in findings are still its own."""
    rows: list[list[Any]] = [["Họ tên", "Tiền"], ["An", 1.5], ["Bình", "hai"]]
    (tmp_path / "b.xlsx").write_bytes(workbook(rows))
    columns = [COUNTED, {"name": "Họ tên"}, number("Tiền")]
    read = table(tmp_path, columns=columns, data="b.xlsx")
    assert cells(read) == [["1", "An", "1,5"], ["2", "Bình", "hai"]]
    assert [fault.facts["where"].vi for fault in read.faults] == ["b.xlsx, sheet «DS», ô B3"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("rows", [[["An", 2]], [{"Tiền": 2, "Khác": 0, "Họ tên": "An"}]])
def test_rows_from_python_need_not_have_it_either(rows: list[Any]) -> None:
    """This test shows plain rows, and mappings of which some columns are declared."""
    read = Table(columns=[COUNTED, "Họ tên", number("Tiền")], rows=rows)
    assert cells(read) == [["1", "An", "2"]]


GROUPS = """\
I | Một | {}
1 | a | 1
2 | b | 2
  | Cộng mục I | {}
II | Hai |
1 | c | 4
  | Cộng mục II |
"""
NESTED = """\
A | x |
I | x |
1 | a | 1
II | x |
1 | b | 2
  | Cộng |
  | Cộng A |
B | x |
1 | c | 4
"""


def closed(first: str = "", last: str = "", **fields: Any) -> Table:
    """Read a table whose groups are closed by rows."""
    return table(
        columns=["TT", "Nội dung", number(kind="integer")],
        rows=GROUPS.format(first, last),
        group_rows="số La Mã",
        closing_rows="Cộng mục …",
        total_rows="Tổng cộng",
        **fields,
    )


def test_a_row_that_closes_a_group_is_its_sum() -> None:
    """This test shows that it is computed, and no part of the total."""
    read = closed()
    assert column(read) == ["", "1", "2", "3", "", "4", "4", "7"]
    assert (read.faults, read.total_indexes) == ((), frozenset({3, 6, 7}))


def test_a_row_that_closes_a_group_is_checked() -> None:
    """This test shows one finding, at its cell."""
    read = closed(last="5")
    assert found(read) == [("TAB048", 4)]
    assert read.faults[0].facts["expected"] == "3"


def test_sums_of_groups_may_stand_at_both_ends() -> None:
    """This test shows both computed."""
    assert column(closed(group_totals="tính"))[:4] == ["3", "1", "2", "3"]


def test_an_outer_group_is_closed_by_its_name() -> None:
    """This test shows a row that names the group it closes, and one that closes the innermost."""
    read = table(
        columns=["TT", "Nội dung", number(kind="integer")],
        rows=NESTED,
        group_rows="chữ hoa | số La Mã",
        closing_rows="Cộng … | Cộng",
        total_rows="Tổng cộng",
    )
    assert column(read) == ["", "", "1", "", "2", "2", "3", "", "4", "7"]
    assert read.faults == ()


def test_rows_without_groups_are_closed_too() -> None:
    """This test shows sums of the rows since the one before, and that all make the total."""
    read = table(
        columns=["TT", "Nội dung", number(kind="integer")],
        rows="1 | a | 1\n2 | b | 2\n | Cộng |\n1 | c | 4\n | Cộng | 5",
        closing_rows="Cộng",
        total_rows="Tổng cộng",
    )
    assert column(read) == ["1", "2", "3", "4", "5", "7"]
    assert found(read) == [("TAB048", 5)]


def test_a_total_is_added_at_the_top_when_asked() -> None:
    """This test shows that group rows and findings keep their rows."""
    read = closed(last="5", total_place="đầu")
    assert [row[0].text for row in read.grid.rows][:2] == ["Tổng cộng", "I"]
    assert (read.total_indexes, read.group_indexes) == (frozenset({0, 4, 7}), frozenset({1, 5}))
    assert found(read) == [("TAB048", 4)]

"""Rows of a table."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.notation.table import (
    GridCell,
    TableRows,
    parse_row_lists,
    parse_rows,
    print_rows,
    split_cells,
)


def texts(table: TableRows) -> list[list[str]]:
    """Give the words of each row."""
    return [[cell.text for cell in row] for row in table.rows]


def places(table: TableRows) -> list[tuple[str, int, int]]:
    """Give code, line and column of each fault."""
    return [(fault.code, fault.line, fault.column) for fault in table.faults]


def test_cells_stand_between_bars() -> None:
    """The first row of the joint plan, an empty cell and breaks included."""
    table = parse_rows(
        "01 | - Xây dựng kế hoạch;\\n- Gửi văn bản | Cục CTĐP | | Tháng 7/2024\n"
        "02 | Thành lập Hội đồng | Cục CTĐP | | Tháng 7/2024"
    )
    assert table.columns == 5
    assert texts(table) == [
        ["01", "- Xây dựng kế hoạch;\n- Gửi văn bản", "Cục CTĐP", "", "Tháng 7/2024"],
        ["02", "Thành lập Hội đồng", "Cục CTĐP", "", "Tháng 7/2024"],
    ]
    assert table.faults == ()


def test_escapes_in_cells() -> None:
    """A bar, a bracket and a caret may be words."""
    table = parse_rows("a\\|b | \\< | \\^ | x < y | C:\\\\new")
    assert texts(table) == [["a|b", "<", "^", "x < y", "C:\\\\new"]]


def test_less_than_merges_with_the_left() -> None:
    """A sum row merges its first two cells."""
    table = parse_rows("TT | Nội dung | Số\nTổng cộng | < | 950")
    assert table.rows[1] == (
        GridCell("Tổng cộng", columns=2, column=0, row=1),
        GridCell("950", column=2, row=1),
    )


def test_a_full_width_row_is_a_merge() -> None:
    """The note under the table of the joint plan."""
    table = parse_rows("1 | 2 | 3\nGhi chú | < | <")
    assert table.rows[1] == (GridCell("Ghi chú", columns=3, row=1),)


def test_caret_merges_with_the_one_above() -> None:
    """A cell may cover rows, or a rectangle."""
    table = parse_rows("A | B | <\n^ | ^ | <\n^ | 1 | 2")
    assert table.rows == (
        (GridCell("A", rows=3), GridCell("B", columns=2, rows=2, column=1)),
        (),
        (GridCell("1", column=1, row=2), GridCell("2", column=2, row=2)),
    )
    assert table.faults == ()


def test_a_row_with_another_number_of_cells_is_found() -> None:
    """The fault names the row; no word is lost."""
    table = parse_rows("1 | 2 | 3\n\n4 | 5\n6 | 7 | 8 | 9", 3)
    assert [
        (fault.code, fault.line, fault.facts["row"], fault.facts["found"], fault.facts["expected"])
        for fault in table.faults
    ] == [("TAB001", 2, 2, 2, 3), ("TAB001", 3, 3, 4, 3)]
    assert texts(table) == [["1", "2", "3"], ["4", "5", ""], ["6", "7", "8 | 9"]]


def test_merging_needs_a_neighbour() -> None:
    """Nothing is left of the first column, nothing above the first row."""
    assert places(parse_rows("< | ^\na | b")) == [("TAB002", 0, 0), ("TAB003", 0, 4)]


def test_merged_cells_are_a_rectangle() -> None:
    """A crooked merge is taken apart."""
    table = parse_rows("A | <\n^ | b")
    assert places(table) == [("TAB004", 0, 0)]
    assert texts(table) == [["A", ""], ["", "b"]]


def test_frames_of_other_tools_are_understood() -> None:
    """Bars at both ends and the dashed line under the head are no cells."""
    table = parse_rows("| TT | Nội dung |\n|----|:---:|\n| 1 | |")
    assert texts(table) == [["TT", "Nội dung"], ["1", ""]]
    assert table.faults == ()


def test_rows_may_be_lists() -> None:
    """Cells from a file are literal."""
    assert texts(parse_row_lists([["a", "<"], "b | c"])) == [["a"], ["b", "c"]]
    literal = parse_row_lists([["a|b", "<"], ["C:\\new", "^"]], literal=True)
    assert texts(literal) == [["a|b", "<"], ["C:\\new", "^"]]
    assert places(parse_row_lists([["a", "b"], ["c"]])) == [("TAB001", 1, 0)]


def test_columns_are_split_like_cells() -> None:
    """Names of columns are written in one line."""
    assert split_cells("TT | Nội dung | Đơn vị tính") == ("TT", "Nội dung", "Đơn vị tính")


def test_an_empty_table_has_no_rows() -> None:
    """Nothing written is nothing read."""
    assert parse_rows("\n", 3) == TableRows(3, ())


CELLS = st.sampled_from(["", "a", "b c", "<", "^", "x|y", "- a\n- b", "--", "\\\\n", "**a**"])


@st.composite
def tables(draw: st.DrawFn) -> TableRows:
    """Draw a grid in which some cells cover others."""
    columns = draw(st.integers(1, 4))
    height = draw(st.integers(1, 4))
    taken: set[tuple[int, int]] = set()
    rows = []
    for row in range(height):
        cells = []
        for column in range(columns):
            if (row, column) in taken:
                continue
            wide = draw(st.integers(1, columns - column))
            while any((row, column + right) in taken for right in range(wide)):
                wide -= 1
            high = draw(st.integers(1, height - row))
            taken |= {(row + i, column + j) for i in range(high) for j in range(wide)}
            cells.append(GridCell(draw(CELLS), wide, high, column, row))
        rows.append(tuple(cells))
    return TableRows(columns, tuple(rows))


@given(tables())
def test_tables_are_read_back(table: TableRows) -> None:
    """What is printed is read back cell by cell, merges and all."""
    source = print_rows(table)
    assert parse_rows(source) == table
    assert parse_rows(source, table.columns) == table
    assert parse_rows(source).faults == ()

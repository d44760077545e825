"""Heads of tables: names of several levels, typed rows of names, heads of files, column numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from tests.record.test_tables import cells, refused, table
from tests.record.workbook_files import workbook
from vnadmindocs import Document, load, to_yaml
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.tables import Table

BUDGET: list[Any] = [
    "TT",
    {
        "name": "Dự toán",
        "kind": "money",
        "columns": [
            {"name": "Tổng", "total_of": "Trong đó"},
            {"name": "Trong đó", "columns": "Thường xuyên | Đầu tư"},
        ],
    },
    "Ghi chú",
]
BUDGET_HEAD = [
    [("TT", 1, 3), ("Dự toán", 3, 1), ("Ghi chú", 1, 3)],
    [("Tổng", 1, 2), ("Trong đó", 2, 1)],
    [("Thường xuyên", 1, 1), ("Đầu tư", 1, 1)],
]
TYPED = """\
TT | Dự toán | < | < | Ghi chú
^ | Tổng | Trong đó | < | ^
^ | ^ | Thường xuyên | Đầu tư | ^
"""
ROWS: list[list[Any]] = [
    ["TT", "Dự toán", None, None, "Ghi chú"],
    [None, "Tổng", "Trong đó", None, None],
    [None, None, "Thường xuyên", "Đầu tư", None],
    [1, 5, 3, 2, "=1+1"],
]


def head(read: Table) -> list[list[tuple[str, int, int]]]:
    """Give the cells of the head, each with how many columns and rows it covers."""
    return [[(cell.text, cell.columns, cell.rows) for cell in row] for row in read.head.grid.rows]


def merge(sheet: Worksheet) -> None:
    """Merge the head as a clerk does."""
    for area in ("A1:A3", "B1:D1", "E1:E3", "B2:B3", "C2:D2"):
        sheet.merge_cells(area)


def test_columns_in_columns_are_names_over_names() -> None:
    """This test shows the spans, and that the kind of the outer column holds for the inner ones."""
    read = table(columns=BUDGET, rows="1 | | 3000 | 2 |")
    assert head(read) == BUDGET_HEAD
    assert [leaf.column.kind for leaf in read.leaves] == [None, "money", "money", "money", None]
    assert cells(read) == [["1", "3.002", "3.000", "2", ""]]
    assert read.faults == ()


def test_a_typed_head_merges_as_rows_do() -> None:
    """This test shows the same head typed as rows, alone and over columns with kinds."""
    alone = table(header=TYPED, rows="1 | 5 | 3 | 2 | x")
    assert head(alone) == BUDGET_HEAD
    kinds = [{"kind": "ordinal"}, *[{"kind": "money"}] * 3, {"name": "Ghi chú"}]
    over = table(header=TYPED.split("\n")[:3], columns=kinds, rows="1 | 5000 | 3 | 2 | x")
    assert head(over) == BUDGET_HEAD
    assert over.head.names == ("TT", "Tổng", "Thường xuyên", "Đầu tư", "Ghi chú")
    assert cells(over) == [["1", "5.000", "3", "2", "x"]]


def test_a_row_of_a_typed_head_with_too_few_names_is_found() -> None:
    """This test shows where it is found, and that it is no row of the table."""
    read = table(header="TT | Việc\nmột", columns="A | B", rows="1 | 2")
    assert [(fault.code, fault.path, fault.line) for fault in read.faults] == [
        ("TAB001", ("header",), 1)
    ]


@pytest.mark.parametrize("fields", [{}, {"header_rows": "3"}, {"columns": BUDGET}])
def test_the_merges_of_a_workbook_are_its_head(tmp_path: Path, fields: dict[str, Any]) -> None:
    """This test shows that its depth is found by the merges, and printed once."""
    (tmp_path / "b.xlsx").write_bytes(workbook(ROWS, change=merge))
    read = table(tmp_path, data="b.xlsx", **fields)
    assert head(read) == BUDGET_HEAD
    assert len(read.grid.rows) == 1
    assert read.grid.rows[0][1].text == "5"


def test_a_csv_keeps_the_merges_it_was_saved_from(tmp_path: Path) -> None:
    """This test shows that names reach over the empty cells that merging left."""
    lines = [";".join("" if cell is None else str(cell) for cell in row) for row in ROWS]
    (tmp_path / "b.csv").write_text("\n".join(lines), "utf-8")
    read = table(tmp_path, data="b.csv", header_rows=3)
    assert head(read) == BUDGET_HEAD
    assert cells(read) == [["1", "5", "3", "2", "=1+1"]]


def test_kinds_are_declared_for_columns_that_a_file_names(tmp_path: Path) -> None:
    """This test shows that names of the file are called by ``total_of`` and in findings."""
    (tmp_path / "b.csv").write_text("Đơn vị,A,B,Cộng\nx,2,3,\ny,4,5,8\n", "utf-8")
    number = {"kind": "integer"}
    columns = [{}, number, number, {**number, "total_of": "A | B"}]
    read = table(tmp_path, columns=columns, data="b.csv")
    assert cells(read) == [["x", "2", "3", "5"], ["y", "4", "5", "8"]]
    assert [(fault.code, fault.facts["where"].vi) for fault in read.faults] == [  # type: ignore[attr-defined]
        ("TAB047", "b.csv, dòng 3, cột «Cộng»")
    ]


def test_a_file_without_names_says_so(tmp_path: Path) -> None:
    """This test shows that no row of it is taken for the head."""
    (tmp_path / "b.csv").write_text("1,2\n3,4\n", "utf-8")
    read = table(tmp_path, header_rows=0, data="b.csv")
    assert (head(read), cells(read)) == ([], [["1", "2"], ["3", "4"]])


@pytest.mark.parametrize("written", ["một", "-1", "21", "1,5"])
def test_a_number_of_rows_is_a_small_whole_number(tmp_path: Path, written: str) -> None:
    """This test shows what is refused."""
    (tmp_path / "b.csv").write_text("1,2\n", "utf-8")
    assert refused(tmp_path, header_rows=written, data="b.csv") == ["TAB071"]


def test_columns_are_numbered_when_asked() -> None:
    """This test shows numbers that are counted, and those that are written."""
    counted = table(columns="TT | Việc", column_numbers="có", rows="1 | a")
    assert head(counted)[-1] == [("(1)", 1, 1), ("(2)", 1, 1)]
    written = table(columns="TT | Việc | Số", column_numbers="A | B | 1=2+3", rows="1 | a | 2")
    assert head(written)[-1] == [("A", 1, 1), ("B", 1, 1), ("1=2+3", 1, 1)]
    assert written.head.names == ("TT", "Việc", "Số")


YEARS = [
    {"name": "Đơn vị"},
    {"name": "Năm 2026", "kind": "number", "columns": "Thu | Chi"},
    {"name": "Năm 2027", "kind": "number", "columns": "Thu | Chi"},
]


@pytest.mark.parametrize(
    ("total_of", "sum_", "codes"),
    [
        ("Năm 2026 > Chi | Năm 2027 > Chi", "22", []),
        ("Năm 2026", "3", []),
        ("Năm 2026 … Năm 2027", "33", []),
        ("Chi", "", ["TAB074"]),
        ("Năm 2026 … Chi", "", ["TAB074"]),
        ("Năm 2028 > Chi", "", ["TAB050"]),
    ],
)
def test_a_name_may_say_what_stands_over_it(total_of: str, sum_: str, codes: list[str]) -> None:
    """This test shows full names, groups, runs, and names that are not clear or not there."""
    last = {"name": "Cả", "kind": "number", "total_of": total_of}
    read = table(columns=[*YEARS, last], rows="a | 1 | 2 | 10 | 20 |")
    assert read.grid.rows[0][-1].text == sum_
    assert [fault.code for fault in read.faults] == codes


def test_a_name_is_looked_for_beside_its_column_first() -> None:
    """This test shows that each year adds up its own columns."""
    years = [
        {
            "name": name,
            "kind": "number",
            "columns": [{"name": "Cộng", "total_of": "Thu | Chi"}, "Thu", "Chi"],
        }
        for name in ("Năm 2026", "Năm 2027")
    ]
    read = table(columns=["Đơn vị", *years], rows="a | | 1 | 2 | | 10 | 20")
    assert cells(read) == [["a", "3", "1", "2", "30", "10", "20"]]
    assert read.faults == ()


RECORD = "loại: thông báo\ncơ quan: SỞ NỘI VỤ\ntrích yếu: Về việc nghỉ lễ\nnội dung: Nghỉ./.\n"
_NAME = st.text("abcÂ|<^ ", min_size=1, max_size=4).map(str.strip).filter(bool)
_COLUMNS: st.SearchStrategy[Any] = st.recursive(
    st.builds(lambda name: {"name": name}, _NAME),
    lambda inner: st.builds(
        lambda name, columns: {"name": name, "columns": columns},
        _NAME,
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("language", ["vi", "en"])
@given(columns=st.lists(_COLUMNS, min_size=1, max_size=3), labels=st.booleans())
def test_a_head_is_written_back(language: str, columns: list[Any], labels: bool) -> None:
    """This test shows that a record with any head reads the same again."""
    first = table(columns=columns)
    rows = [["x"] * len(first.leaves)]
    fields: dict[str, Any] = {"columns": columns, "rows": rows, "unit": "đồng"}
    if labels:
        fields["column_numbers"] = "có"
    record = _with(table(**fields))
    again = load(to_yaml(record, language)).record
    assert isinstance(again, Document)
    assert again.body == record.body
    covered = sum(cell.columns * cell.rows for row in first.head.grid.rows for cell in row)
    assert covered == len(first.leaves) * len(first.head.grid.rows)


def test_a_typed_head_and_its_widths_are_written_back() -> None:
    """This test shows the other declarations of a head."""
    columns = [{"width": "2 phần"}, {"width": "20%"}, {"wrap": "không"}, *[{"kind": "text"}] * 2]
    record = _with(table(columns=columns, header=TYPED, rows=[["x"] * 5]))
    again = load(to_yaml(record)).record
    assert isinstance(again, Document)
    assert again.body == record.body


def _with(read: Table) -> Document:
    placed = load(
        RECORD.replace("Nghỉ./.", "\n  - bảng:\n      cột: A\n      hàng: x\n  - Nghỉ./.")
    )
    assert placed.record is not None
    assert isinstance(placed.record.body, RecordBody)
    changed = RecordBody(placed.record.body.body, {"#1": read})
    return placed.record.model_copy(update={"body": changed})

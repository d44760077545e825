"""Figures of tables: read by the kind of their column, printed alike, computed and checked."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.test_tables import cells, table
from tests.record.workbook_files import workbook
from vnadmindocs import Document, load, to_yaml
from vnadmindocs.notation.figure import print_figure
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.tables import Table

NAME = {"name": "Đơn vị"}


def number(name: str = "A", kind: str = "number", **fields: Any) -> dict[str, Any]:
    """Declare a column of numbers."""
    return {"name": name, "kind": kind, **fields}


def column(read: Table, index: int = -1) -> list[str]:
    """Give the words of a column."""
    return [row[index].text for row in read.grid.rows]


def found(read: Table) -> list[tuple[str, int]]:
    """Give the codes of what is wrong, each with the row of its cell, from 1."""
    return [
        (fault.code, int(fault.facts["where"].en.split(",")[0].removeprefix("Row ")))  # type: ignore[attr-defined]
        for fault in read.faults
    ]


@pytest.mark.parametrize(
    ("declared", "written", "printed"),
    [
        (number(), "1234567", "1.234.567"),
        (number(), "1234,50", "1.234,50"),
        (number(), "−5", "-5"),
        (number(), "–", "–"),
        (number(), "x", "x"),
        (number(), "0", "0"),
        (number(zero="dash"), "0,0", "-"),
        (number(decimals=1), "2,25", "2,3"),
        (number(decimals=2), "2", "2,00"),
        (number(number_writing="english"), "1,234.5", "1.234,5"),
        (number(number_writing="vietnamese"), "1.234", "1.234"),
        (number(kind="integer"), "1.234", "1.234"),
        (number(kind="integer"), "2,0", "2"),
        (number(kind="money"), "1500000", "1.500.000"),
        (number(kind="percent"), "12,5", "12,5%"),
        (number(kind="percent"), "12,5%", "12,5%"),
        (number(kind="percent", unit="%"), "12,5%", "12,5"),
        (number(kind="date"), "2026-01-05", "05/01/2026"),
        (number(kind="date"), "ngày 3 tháng 9 năm 2025", "03/9/2025"),
        (number(kind="date"), "9/2025", "9/2025"),
        (number(kind="ordinal"), "1.2", "1.2"),
        (number(kind="ordinal"), "II", "II"),
        (number(kind="ordinal"), "đ)", "đ)"),
    ],
)
def test_a_cell_is_printed_in_the_writing_of_the_house(
    declared: dict[str, Any], written: str, printed: str
) -> None:
    """This test shows each kind; figures of a column look alike however they were written."""
    read = table(columns=[NAME, declared], rows=[["a", written]])
    assert (column(read), read.faults) == ([printed], ())


def test_a_cell_that_cannot_be_read_is_printed_as_written_and_not_added() -> None:
    """This test shows the finding at the cell, and that no sum is made of the rest."""
    read = table(columns=[NAME, number()], rows="a | 1\nb | hai\nCộng | ", total_rows="Cộng")
    assert column(read) == ["1", "hai", ""]
    assert found(read) == [("TAB045", 2)]


def test_the_writing_of_a_column_wins_over_that_of_the_table() -> None:
    """This test shows both declarations."""
    read = table(
        columns=[number("A"), number("B", number_writing="english")],
        rows="1.234 | 1.234",
        number_writing="vietnamese",
    )
    assert cells(read) == [["1.234", "1,234"]]
    assert read.faults == ()


def test_ambiguous_figures_are_one_finding_a_column() -> None:
    """This test shows the first cell and how many others there are."""
    read = table(columns=[number()], rows="1.234\n5\n2.345\n1,234")
    assert found(read) == [("TAB046", 1)]
    assert read.faults[0].facts["others"].en == " (and 2 more cells of the column)"  # type: ignore[attr-defined]
    assert column(read) == ["1.234", "5", "2.345", "1,234"]


def test_numbers_of_a_workbook_need_no_writing(tmp_path: Path) -> None:
    """This test shows that the number is read, not the words that show it."""
    (tmp_path / "b.xlsx").write_bytes(workbook([["A", "B"], [1234, 0.1 + 0.2], ["1.234", 2.5]]))
    read = table(tmp_path, columns=[number("A"), number("B")], data="b.xlsx")
    assert cells(read) == [["1.234", "0,3"], ["1.234", "2,5"]]
    assert [fault.facts["where"].vi for fault in read.faults] == ["b.xlsx, sheet «DS», ô A3"]  # type: ignore[attr-defined]


def test_a_column_of_totals_is_computed_where_it_is_empty() -> None:
    """This test shows sums of rows, rows without parts kept empty, totals of totals."""
    read = table(
        columns=[
            number("Tổng", total_of="Chi | Thu"),
            number("Chi", total_of="A … B"),
            number("A"),
            number("B"),
            number("Thu"),
        ],
        rows="| | 1 | 2,5 | 4\n| | | | \n| | 1 | | ",
    )
    assert cells(read) == [["7,5", "3,5", "1", "2,5", "4"], [""] * 5, ["1", "1", "1", "", ""]]


def test_a_column_of_totals_is_checked_where_it_is_given() -> None:
    """This test shows the row that does not add up, and only that."""
    read = table(
        columns=[number("A"), number("B"), number("Tổng", total_of="A | B")],
        rows="2 | 3 | 5\n2 | 3 | 25\n | | 7",
    )
    assert found(read) == [("TAB047", 2)]
    facts = read.faults[0].facts
    assert (facts["found"], facts["expected"], facts["difference"]) == ("25", "5", "20")


def test_a_row_of_totals_is_filled_checked_or_added() -> None:
    """This test shows the three cases, with columns that are not added up."""
    columns = [{"name": "TT"}, NAME, number("Đơn giá", summed="no"), number("Tiền")]
    rows = "1 | a | 2 | 10\n2 | b | 3 | 20"
    filled = table(columns=columns, rows=f"{rows}\n| Tổng cộng: | | ", total_rows="Tổng cộng")
    assert [cell.text for cell in filled.grid.rows[2]] == ["", "Tổng cộng:", "", "30"]
    wrong = table(columns=columns, rows=f"| Tổng cộng | | 31\n{rows}", total_rows="Tổng cộng")
    assert found(wrong) == [("TAB048", 1)]
    added = table(columns=columns, rows=rows, total_rows="Tổng cộng")
    assert [(cell.text, cell.columns) for cell in added.grid.rows[2]] == [
        ("Tổng cộng", 2), ("", 1), ("30", 1),
    ]  # fmt: skip
    assert added.total_indexes == {2}


@pytest.mark.parametrize(
    ("figures", "sum_"),
    [(["1,5", "2,5", "3"], "7"), (["1,5", "2,5"], "4,0"), (["1,25", "2", "0,5"], "3,75")],
)
def test_a_sum_has_the_decimals_its_terms_have(figures: list[str], sum_: str) -> None:
    """This test shows that none is put after a whole sum where whole numbers are among them."""
    rows = "\n".join(f"a | {figure}" for figure in figures)
    read = table(columns=[NAME, number()], rows=rows, total_rows="Cộng")
    assert column(read)[-1] == sum_


def test_one_wrong_figure_is_one_finding() -> None:
    """This test shows that sums computed beside a wrong figure are not reported for it."""
    columns = [NAME, number("A"), number("B"), number("C", total_of="A | B")]
    read = table(columns=columns, rows="a | 2 | 3 | 25\nb | 1 | 1 |", total_rows="Cộng")
    assert [cell.text for cell in read.grid.rows[2]] == ["Cộng", "3", "4", "7"]
    assert found(read) == [("TAB047", 1)]


def test_a_part_that_is_not_added_up_leaves_the_total_to_its_own_column() -> None:
    """This test shows a row of totals with an empty part."""
    columns = [NAME, number("A"), number("B", summed="no"), number("C", total_of="A | B")]
    read = table(columns=columns, rows="a | 2 | 3 | \nb | 1 | 1 |", total_rows="Cộng")
    assert [cell.text for cell in read.grid.rows[2]] == ["Cộng", "3", "", "7"]
    assert read.faults == ()


def test_a_row_that_looks_like_a_total_is_not_added_up_with_another() -> None:
    """This test shows that a name misspelt in the record ends in a finding."""
    read = table(columns=[NAME, number()], rows="a | 1\n**Tổng số** | 1", total_rows="Tổng cộng")
    assert found(read) == [("TAB051", 2)]
    assert len(read.grid.rows) == 2


def test_a_row_of_totals_needs_numbers_and_a_place_for_its_words() -> None:
    """This test shows that nothing is added that could not be read, and that it is said."""
    without = table(columns="A | B", rows="1 | 2", total_rows="Cộng", group_totals="computed")
    assert [(fault.code, fault.path) for fault in without.faults] == [
        ("TAB054", ("total_rows",)),
        ("TAB054", ("group_totals",)),
    ]
    numbers = table(columns=[number("A"), number("B")], rows="1 | 2", total_rows="Cộng")
    assert [(fault.code, fault.path) for fault in numbers.faults] == [("TAB055", ("total_rows",))]
    assert cells(numbers) == [["1", "2"]]
    dates = table(columns=[NAME, number(kind="date")], rows="a | 2026", total_rows="Cộng")
    assert cells(dates) == [["a", "2026"]]


def test_groups_add_up_what_stands_right_under_them() -> None:
    """This test shows groups in groups, by the shape of their labels."""
    rows = "I | 6\n1 | 3\na | 1\nb | 2\n2 | 3\nII | 5\na | 4\nCộng | 11"
    declared: dict[str, Any] = {
        "columns": [{"name": "TT"}, number()],
        "group_rows": "số La Mã | số Ả Rập",
        "total_rows": "Cộng",
    }
    assert found(table(rows=rows, **declared)) == [("TAB048", 6)]
    empty = "I | \n1 | \na | 1\nb | 2\n2 | 3\nII | \na | 4\nCộng | "
    computed = table(rows=empty, group_totals="computed", **declared)
    assert column(computed) == ["6", "3", "1", "2", "3", "4", "4", "10"]
    assert column(table(rows=empty, **declared)) == ["", "", "1", "2", "3", "", "4", "10"]


def test_shares_are_of_the_row_of_totals() -> None:
    """This test shows shares computed and checked, rounded as they are written."""
    columns = [NAME, number("Tiền"), number("Tỷ lệ", "percent", share_of="Tiền")]
    read = table(columns=columns, rows="a | 1 | \nb | 2 | 67%\nCộng | | ", total_rows="Cộng")
    assert column(read) == ["33,33%", "67%", "100,00%"]
    wrong = table(columns=columns, rows="a | 1 | 33,4\nb | 2 | 66,7")
    assert found(wrong) == [("TAB049", 1)]
    assert table(columns=columns, rows="a | 0 | \nb | 0 | 5").faults == ()


def test_merged_cells_are_no_figures() -> None:
    """This test shows that words over columns of numbers are words."""
    read = table(
        columns=[NAME, number("A"), number("B")], rows="Chưa có số liệu | < | <\na | 1 | 2"
    )
    assert read.faults == ()


def test_sums_are_of_what_is_printed() -> None:
    """This test shows that figures rounded in print add up in print."""
    read = table(
        columns=[NAME, number(decimals=0)],
        rows="a | 1,4\nb | 1,4\nCộng | 2",
        total_rows="Cộng",
    )
    assert (column(read), read.faults) == (["1", "1", "2"], ())


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=12))
def test_a_computed_total_checks(values: list[Decimal]) -> None:
    """This test shows that what is computed is never found wrong when it is given."""
    rows = [["a", print_figure(value)] for value in values]
    declared: dict[str, Any] = {
        "columns": [NAME, number(number_writing="vietnamese")],
        "total_rows": "Cộng",
    }
    total = column(table(rows=rows, **declared))[-1]
    assert table(rows=[*rows, ["Cộng", total]], **declared).faults == ()


def test_a_table_of_text_alone_reads_no_figures() -> None:
    """This test shows that such a table is printed as it is written."""
    read = table(columns="A | B", rows="1.234 | **x**")
    assert not read.has_figures
    assert cells(read) == [["1.234", "**x**"]]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_declaration_is_written_back(language: str) -> None:
    """This test shows that a table is the same table when its record is read again."""
    columns = [
        number("TT", "ordinal"),
        number("A", "money", unit="đồng", decimals=0, number_writing="english", zero="digit"),
        number("B", "integer", summed="no"),
        number("C", total_of=["A", "B"]),
        number("D", "percent", share_of="C"),
    ]
    read = Table(
        columns=columns,
        rows="1 | 2 | 3 | |",
        group_rows="số La Mã | số Ả Rập | A",
        group_totals="computed",
        total_rows=["Cộng", "Tổng cộng"],
        number_writing="vietnamese",
        zero="dash",
    )
    record = Document(type="thông báo", agency="SỞ A", subject="b", body=[read, "c"])
    again = load(to_yaml(record, language)).record
    assert again is not None
    assert isinstance(again.body, RecordBody)
    assert list(again.body.tables.values()) == [read]


@pytest.mark.parametrize(
    "rows",
    [
        "1 | A | 5\n | Trong đó: nữ | 2\n2 | B | 6\n | Cộng | {total}",
        "1 | A | 5\n | Trong đó: |\n- | X | 2\n- | Y | 1\n2 | B | 6\n | Cộng | {total}",
        "1 | A | 5\n | Trong đó |\n | X | 2\n | Y | 1\n2 | B | 6\n | Cộng | {total}",
        "1 | A | 5\n- | *Trong đó: X* | 2\n | B | 6\n | Cộng | {total}",
        "I | K | 5\n | Trong đó: |\n- | X | 2\nII | L | 6\n1 | B | 6\n | Cộng | {total}",
        "I | K |\n | Trong đó: |\n- | X | 4\n- | Y | 1\nII | L | 6\n | Cộng | {total}",
        "I | K | 5\n | Trong đó: |\n1 | X | 4\n2 | Y | 1\nII | L | 6\n | Cộng | {total}",
        " | Cộng | {total}\n | Trong đó: |\n | A | 5\n- | B | 6",
    ],
)
def test_what_a_figure_has_in_it_is_not_added_again(tmp_path: Path, rows: str) -> None:
    """This test shows that rows of «Trong đó» add nothing, whether a total is given or not."""
    fields: dict[str, Any] = {
        "columns": ["TT", NAME, number()],
        "group_rows": "số La Mã",
        "total_rows": "Cộng",
    }
    right = table(tmp_path, rows=rows.format(total="11"), **fields)
    assert found(right) == []
    computed = table(tmp_path, rows=rows.format(total=""), **fields)
    assert column(computed) == column(right)
    wrong = table(tmp_path, rows=rows.format(total="12"), **fields)
    assert [code for code, _ in found(wrong)] == ["TAB048"]
    assert wrong.faults[0].facts["expected"] == "11"


def test_the_whole_of_shares_leaves_out_what_figures_have_in_them(tmp_path: Path) -> None:
    """This test shows shares of a table without a row of totals."""
    share = number("Tỷ lệ", kind="percent", share_of="A")
    rows = "1 | A | 5 |\n | Trong đó: nữ | 2 |\n2 | B | 5 |"
    read = table(tmp_path, columns=["TT", NAME, number(), share], rows=rows)
    assert column(read) == ["50,00%", "20,00%", "50,00%"]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("I | K | 31\n1 | A | 10\n2 | B | 20\nII | L | 5\n | Cộng | 35", [1]),
        ("I | K | 31\n1 | A | 10\n2 | B | 20\nII | L | 5\n | Cộng | 36", [1]),
        ("I | K | 31\n1 | A | 10\n2 | B | 20\nII | L | 5\n | Cộng | 37", [1, 5]),
        ("I | K | 30\n1 | A | 11\na | X | 4\nb | Y | 6\n2 | B | 20\n | Cộng | 30", [2]),
        ("I | K | 31\n1 | A | 11\na | X | 4\nb | Y | 6\n2 | B | 20\n | Cộng | 31", [2]),
        ("I | K | 40\n1 | A | 11\na | X | 4\nb | Y | 6\n2 | B | 20\n | Cộng | 30", [1, 2]),
        ("I | K |\n1 | A | 11\na | X | 4\nb | Y | 6\n2 | B | 20\n | Cộng | 30", [2]),
    ],
)
def test_one_wrong_figure_is_reported_once(tmp_path: Path, rows: str, wrong: list[int]) -> None:
    """This test shows that a total is right when it is so with the wrong figures put right."""
    fields: dict[str, Any] = {"group_rows": "số La Mã | số Ả Rập", "total_rows": "Cộng"}
    read = table(tmp_path, columns=["TT", NAME, number()], rows=rows, **fields)
    assert found(read) == [("TAB048", row) for row in wrong]


@pytest.mark.parametrize(
    ("total", "rows"),
    [
        ("5", [("TAB047", 1)]),
        ("6", [("TAB047", 1), ("TAB047", 3)]),
        ("7", [("TAB047", 1), ("TAB047", 3), ("TAB048", 3)]),
    ],
)
def test_a_total_of_wrong_sums_of_rows_may_be_that_of_right_ones(
    tmp_path: Path, total: str, rows: list[tuple[str, int]]
) -> None:
    """This test shows that the row is reported alone where the total is right without it."""
    columns = [NAME, number("A"), number("B"), number("Cả", total_of="A | B")]
    written = f"K | 1 | 2 | 4\nL | 1 | 1 | 2\nCộng | 2 | 3 | {total}"
    assert found(table(tmp_path, columns=columns, rows=written, total_rows="Cộng")) == rows

"""Lists from workbooks, CSV and Python: named columns, rows with their numbers."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.record.test_given_rows import Pandas, Polars
from tests.record.workbook_files import workbook
from vnadmindocs.batch import DataList, read_list
from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.figure import Figure
from vnadmindocs.record.data_rows import Selection

DAY = datetime.date(2026, 3, 5)


def of_workbook(
    folder: Path, rows: Any, selection: Selection | None = None, **more: Any
) -> DataList:
    """Read a workbook of these rows."""
    path = folder / "danh-sach.xlsx"
    path.write_bytes(workbook(rows, **more))
    return read_list(path, selection)


def test_a_workbook_has_numbers_and_days_behind_its_words(tmp_path: Path) -> None:
    """Rows without words are none, and a row keeps its number in the sheet."""
    found = of_workbook(tmp_path, [["Họ  tên", "Tiền", "Ngày"], ["An", 5000000, DAY], [], ["Bình"]])
    assert found.columns == ("Họ tên", "Tiền", "Ngày")
    assert [(row.number, row.cells) for row in found.rows] == [
        (2, ("An", "5000000", "05/3/2026")),
        (4, ("Bình", "", "")),
    ]
    assert found.rows[0].typed == (None, Figure(Decimal(5000000)), PartialDate(5, 3, 2026))
    assert found.row_place(found.rows[1]) == Text(
        "danh-sach.xlsx, sheet «DS», dòng 4", "danh-sach.xlsx, sheet «DS», row 4"
    )
    assert found.cell_place(found.rows[1], 1).vi == "danh-sach.xlsx, sheet «DS», ô B4"


def test_a_list_may_begin_below_its_title(tmp_path: Path) -> None:
    """A range says where; cells are named as the sheet names them."""
    rows = [["DANH SÁCH"], [], ["", "Họ tên"], ["", "An"]]
    found = of_workbook(tmp_path, rows, Selection(range="B3:B9"))
    assert found.columns == ("Họ tên",)
    assert [row.number for row in found.rows] == [4]
    assert found.cell_place(found.rows[0], 0).vi == "danh-sach.xlsx, sheet «DS», ô B4"


def test_a_merged_cell_holds_for_each_of_its_rows(tmp_path: Path) -> None:
    """«Phòng A» merged down beside three people is the room of each."""

    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A4")

    found = of_workbook(
        tmp_path, [["Phòng", "Họ tên"], ["A", "An"], [None, "Bình"], [None, "Cường"]], change=merge
    )
    assert [row.cells for row in found.rows] == [("A", "An"), ("A", "Bình"), ("A", "Cường")]


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        ("Họ tên;Tiền\nAn;1,5\n\nBình;2\n".encode(), [(2, "An"), (4, "Bình")]),
        ('\ufeffHọ tên,Ghi chú\nAn,"a, b\nc"\nBình,\n'.encode(), [(2, "An"), (4, "Bình")]),
        ("Họ tên\tTiền\nAn\t1\n".encode("utf-16"), [(2, "An")]),
    ],
)
def test_a_csv_of_every_kind_is_a_list(
    tmp_path: Path, data: bytes, rows: list[tuple[int, str]]
) -> None:
    """A row has the number of the line it begins on."""
    path = tmp_path / "ds.csv"
    path.write_bytes(data)
    found = read_list(path)
    assert [(row.number, row.cells[0]) for row in found.rows] == rows
    assert found.row_place(found.rows[0]).vi == "ds.csv, dòng 2"
    assert found.cell_place(found.rows[0], 0).vi == "ds.csv, dòng 2, cột «Họ tên»"


@pytest.mark.parametrize(
    "rows",
    [
        [{"Họ tên": "An", "Tiền": 5}, {"Họ tên": "Bình", "Tiền": None}],
        [["Họ tên", "Tiền"], ["An", 5], ["Bình", None]],
        [["Họ tên", "Tiền"], ["An", "5"], ["Bình", ""]],
        (row for row in [("Họ tên", "Tiền"), ("An", Decimal(5)), ("Bình", float("nan"))]),
    ],
)
def test_rows_of_python_are_a_list(rows: Any) -> None:
    """Mappings name their cells; of lists the first names the columns. Rows count from 1."""
    found = read_list(rows)
    assert found.columns == ("Họ tên", "Tiền")
    assert [(row.number, row.cells) for row in found.rows] == [(1, ("An", "5")), (2, ("Bình", ""))]
    assert found.row_place(found.rows[1]) == Text("dòng 2", "row 2")
    assert found.cell_place(found.rows[1], 1).vi == "dòng 2, cột «Tiền»"


@pytest.mark.parametrize("frame", [Pandas(), Polars()])
def test_frames_are_lists(frame: Any) -> None:
    """With their numbers and dates, and words as they are."""
    found = read_list(frame)
    assert found.columns == ("Họ tên", "Ngày sinh", "Số tiền")
    assert [row.cells[0] for row in found.rows] == ["Trần *Văn* An", "Lê Thị [Bình]"]


@pytest.mark.parametrize("rows", [["An", "Bình"], [1, 2], [["Họ tên"], "An"]])
def test_what_has_no_columns_is_no_list(rows: Any) -> None:
    """It is a mistake of the program that calls."""
    with pytest.raises(TypeError):
        read_list(rows)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("ds.csv", b"", "TAB022"),
        ("ds.txt", b"a;b", "TAB020"),
        ("ds.xlsx", b"no zip", "TAB033"),
        ("none.csv", None, "SCH030"),
        ("ds.csv", b'a,"b\n', "TAB023"),
    ],
)
def test_a_list_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, data: bytes | None, code: str
) -> None:
    """As the data file of a table does."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableError) as refused:
        read_list(tmp_path / name)
    assert [fault.code for fault in refused.value.faults] == [code]

"""The page on tables is true: its tables have no findings, its snippet runs."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.docs.fenced import fenced
from tests.meta.tree import ROOT
from tests.record.workbook_files import LIST, workbook
from vnadmindocs import check, load
from vnadmindocs.record.body import RecordBody

BLOCKS = fenced(ROOT / "docs" / "tables.md")
TABLES = [block.text for block in BLOCKS if block.kind == "yaml"]
RECORD = "loại: thông báo\ncơ quan: SỞ NỘI VỤ\ntrích yếu: Về việc nghỉ lễ\nnội dung:\n"
FILLED = [
    ["I", "Tập huấn", "3", "3", "6", "75,0%"],
    ["1", "Lớp cấp xã", "2", "3", "5", "62,5%"],
    ["2", "Lớp cấp tỉnh", "1", "", "1", "12,5%"],
    ["II", "Hội chợ", "1", "1", "2", "25,0%"],
    ["1", "Hội chợ vùng", "1", "1", "2", "25,0%"],
    ["Tổng cộng", "4", "4", "8", "100,0%"],
]
COUNTED = [
    ["TỔNG SỐ", "35"],
    ["I", "Khối tỉnh", ""],
    ["1", "Sở Nội vụ", "10"],
    ["2", "Sở Y tế", "20"],
    ["-", "Trong đó: tuyến xã", "x"],
    ["", "Cộng mục I", "30"],
    ["II", "Khối xã", ""],
    ["1", "Xã Đông Sơn", "5"],
    ["", "Cộng mục II", "5"],
]


def record(table: str, folder: Path) -> Path:
    """Write a record with a table of the page, beside the workbook it may name."""

    def move(sheet: Worksheet) -> None:
        sheet.insert_rows(1, 2)

    (folder / "danh-sach.xlsx").write_bytes(workbook(LIST, change=move, others=["Khác"]))
    inside = "".join(f"    {line}\n" for line in table.splitlines())
    path = folder / "r.yaml"
    path.write_text(f"{RECORD}  -{inside[3:]}  - Các phòng thực hiện./.\n", encoding="utf-8")
    return path


def printed(path: Path) -> list[list[str]]:
    """Give the words of the table of a record."""
    read = load(path).record
    assert read is not None
    assert isinstance(read.body, RecordBody)
    (table,) = read.body.tables.values()
    return [[cell.text for cell in row] for row in table.grid.rows]


@pytest.mark.parametrize("table", TABLES, ids=range(len(TABLES)))
def test_a_table_of_the_page_has_no_findings(table: str, tmp_path: Path) -> None:
    """This test shows that a reader can paste it."""
    assert check(record(table, tmp_path)) == ()


def test_the_tables_print_what_the_page_says(tmp_path: Path) -> None:
    """This test shows the rows of the file, the figures alike, the sums filled in."""
    assert [printed(record(table, tmp_path)) for table in TABLES] == [
        [
            ["1", "Lập danh mục:\n- **Hồ sơ** giấy;\n- Hồ sơ điện tử.", "Danh mục"],
            ["2", "Giao nộp", "Biên bản", "*Đợt 1*"],
            ["Chỉnh lý", "", "=1+1"],
        ],
        [[str(cell) for cell in row] for row in LIST[1:]],
        [
            ["1", "Sở Nội vụ", "12.300", "12.000", "300"],
            ["2", "Sở Y tế", "1.500", "1.500", "-"],
        ],
        [["1", "Sở Nội vụ", "12", "30", ""]],
        [
            ["1", "Trần Văn An", "05/01/2026", "2,10", "1.500.000"],
            ["2", "Lê Thị Bình", "15/11/2026", "3,00", "-"],
        ],
        FILLED,
        COUNTED,
        [["1", "Lập danh mục hồ sơ", "Văn phòng", "15/KH-SNV", "Xong"]],
    ]


def test_the_snippet_runs() -> None:
    """This test shows rows from Python, chosen by declared columns and added up."""
    (snippet,) = (block.text for block in BLOCKS if block.kind == "python")
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(snippet, "docs/tables.md", "exec"), {})
    assert said.getvalue() == (
        "[['Trần Văn An', '1.500.000'], ['Lê Thị Bình', '950.000,5'],"
        " ['Tổng cộng', '2.450.000,5']]\n"
    )

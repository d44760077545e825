"""Workbooks: what Excel shows is what is read, and what it does not show is said."""

from __future__ import annotations

import datetime
import io
import sys
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.worksheet import Worksheet

from tests.record.test_tables import cells, refused, table
from tests.record.workbook_files import LIST, workbook
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.record.data_rows import DataFile
from vnadmindocs.record.shown_cell import shown


def read(folder: Path, data: bytes, **fields: Any) -> list[list[str]]:
    """Read a workbook as a table; its head, then its rows."""
    (folder / "b.xlsx").write_bytes(data)
    found = table(folder, data="b.xlsx", **fields)
    return [list(found.headings), *cells(found)]


def faults(folder: Path, data: bytes, **fields: Any) -> list[Fault]:
    """Give what is found in a workbook that can be read."""
    (folder / "b.xlsx").write_bytes(data)
    return list(table(folder, data="b.xlsx", **fields).faults)


@pytest.mark.parametrize(
    ("value", "number_format", "words"),
    [
        (0.1 + 0.2, "General", "0,3"),
        (2026, "General", "2026"),
        (1500000, "#,##0", "1.500.000"),
        (0.125, "0.0%", "12,5%"),
        (0.125, "0%", "13%"),
        (7, "00", "07"),
        (1234, "000000", "001234"),
        (1234567.891, '#,##0.00" đồng"', "1.234.567,89"),
        (1234567, "#,##0,", "1.235"),
        (-5.5, "0.##", "-5,5"),
        (12, "0.##", "12"),
        (-0.2, "0", "0"),
        (12.5, "_(* #,##0.0_);_(* (#,##0.0)", "12,5"),
        (1500000, "#,##0\\ [$₫-42A]", "1.500.000"),
        (1e20, "General", "100000000000000000000"),
        (0.333, "0.00E+00", "0,333"),
        (float("inf"), "General", "inf"),
        (1e300, "#,##0.00", "1e+300"),
        (1e-300, "General", "1e-300"),
        (True, "General", "TRUE"),
        ("=1+1", "@", "=1+1"),
        (datetime.datetime(2026, 1, 5), "dd/mm/yyyy", "05/01/2026"),
        (datetime.date(2026, 11, 15), "dd/mm/yyyy", "15/11/2026"),
        (datetime.datetime(2026, 1, 5, 8, 30), "General", "05/01/2026 08:30"),
        (datetime.time(8, 30), "hh:mm", "08:30"),
        (datetime.timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"),
    ],
)
def test_a_cell_is_read_as_excel_shows_it(value: object, number_format: str, words: str) -> None:
    """This test shows words in Vietnamese writing, exact, without the noise of floats."""
    assert shown(value, number_format)[0] == words


def test_the_only_sheet_with_words_is_the_table(tmp_path: Path) -> None:
    """This test shows that empty sheets ask for no choice."""
    assert read(tmp_path, workbook(LIST)) == [
        ["TT", "Đơn vị", "Số tiền"],
        ["1", "Văn phòng", "1500000"],
        ["2", "Phòng Nội vụ", "950000"],
    ]


def test_a_range_takes_its_cells_and_no_empty_rows_at_its_end(tmp_path: Path) -> None:
    """This test shows that a range may be drawn too long, and that columns stay."""
    assert read(tmp_path, workbook(LIST), range="$B$2:D9", columns="A | B | C") == [
        ["A", "B", "C"],
        ["Văn phòng", "1500000", ""],
        ["Phòng Nội vụ", "950000", ""],
    ]


def test_a_sheet_is_named_without_regard_to_case_and_accents(tmp_path: Path) -> None:
    """This test shows that the sheet chosen is the one read."""
    assert read(tmp_path, workbook(LIST, others=["Tổng hợp"]), sheet="tong hop") == [["Khác"]]


def test_tables_and_ranges_have_names(tmp_path: Path) -> None:
    """This test shows that both kinds of name are found."""

    def name(sheet: Worksheet) -> None:
        sheet.add_table(ExcelTable(displayName="DanhSach", ref="B1:C3"))
        book = sheet.parent
        assert book is not None
        book.defined_names["SoTien"] = DefinedName("SoTien", attr_text="DS!$C$1:$C$3")

    data = workbook(LIST, change=name)
    assert read(tmp_path, data, excel_table="danhsach")[1] == ["Văn phòng", "1500000"]
    assert read(tmp_path, data, excel_table="SoTien") == [["Số tiền"], ["1500000"], ["950000"]]


def test_merged_cells_become_spans_cut_to_what_is_read(tmp_path: Path) -> None:
    """This test shows rows and columns covered, and that an area ends a merge."""

    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("B3:D3")
        sheet.merged_cells.add("C3:C4")  # reaches into another: no Excel writes it

    (tmp_path / "b.xlsx").write_bytes(workbook(LIST, change=merge))
    found = table(tmp_path, data="b.xlsx", range="A1:C3")
    spans = [[(cell.columns, cell.rows) for cell in row] for row in found.grid.rows]
    assert spans == [[(1, 2), (1, 1), (1, 1)], [(2, 1)]]


def test_a_formula_is_its_stored_result(tmp_path: Path) -> None:
    """This test shows numbers, texts and errors; without a result the cell is named."""
    rows = [["A", "B", "C", "D"], ["=1+1", '="x"', "=1/0", "=B1"]]
    data = workbook(rows, results={"A2": "<v>2</v>", "C2": "<v>7</v>", "B2": "<v>9</v>"})
    assert read(tmp_path, data)[1] == ["2", "9", "7", ""]
    found = faults(tmp_path, data)
    assert [(each.code, each.path) for each in found] == [("TAB039", ("data",))]
    assert found[0].facts["where"].vi == "b.xlsx, sheet «DS», ô D2"  # type: ignore[attr-defined]


def test_a_formula_without_result_in_a_last_row_is_not_lost(tmp_path: Path) -> None:
    """This test shows that a row of formulas alone is no empty row."""
    data = workbook([["A"], [1], ["=A2"]])
    assert [each.code for each in faults(tmp_path, data)] == ["TAB039"]
    assert read(tmp_path, data) == [["A"], ["1"], [""]]


def test_numbers_and_dates_are_kept_beside_their_words(tmp_path: Path) -> None:
    """This test shows that columns of a kind need not read words again."""
    (tmp_path / "b.xlsx").write_bytes(workbook([["A"], [0.1 + 0.2]]))
    found = table(tmp_path, data="b.xlsx").data
    assert isinstance(found, DataFile)
    assert found.typed[1][0].value == Decimal("0.3")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"sheet": "Khác"}, "TAB035"),
        ({"range": "A1"}, "TAB037"),
        ({"range": "A0:B3"}, "TAB037"),
        ({"excel_table": "x"}, "TAB038"),
        ({"columns": "A | B"}, "TAB044"),
        ({"range": "F8:G9"}, "TAB022"),
    ],
)
def test_what_cannot_be_chosen_is_said(tmp_path: Path, fields: dict[str, Any], code: str) -> None:
    """This test shows one fault for each wrong choice."""
    (tmp_path / "b.xlsx").write_bytes(workbook(LIST))
    assert refused(tmp_path, data="b.xlsx", **fields) == [code]


def test_damaged_workbooks_are_refused(tmp_path: Path) -> None:
    """This test shows that cut, foreign and dangerous files end in a finding."""
    whole = workbook(LIST)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>')
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    for data in (whole[:-200], whole[:60], b"", packed.getvalue(), other.getvalue()):
        (tmp_path / "b.xlsx").write_bytes(data)
        assert refused(tmp_path, data="b.xlsx") == ["TAB033"]


def test_a_small_file_that_unpacks_to_a_large_one_is_refused(tmp_path: Path) -> None:
    """This test shows that it is not unpacked to be measured."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 101_000_000)
    (tmp_path / "b.xlsx").write_bytes(packed.getvalue())
    assert refused(tmp_path, data="b.xlsx") == ["TAB034"]


def test_without_openpyxl_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This test shows the finding of a machine without the extra."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    (tmp_path / "b.xlsx").write_bytes(workbook(LIST))
    assert refused(tmp_path, data="b.xlsx") == ["TAB031"]

"""Tables: columns once, rows typed or from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.record.fields import nested
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.tables import GroupRows, Table


def table(folder: Path | None = None, **fields: Any) -> Table:
    """Read a table."""
    return nested(Table, fields, Folder.of(folder or Path()))


def refused(folder: Path | None = None, **fields: Any) -> list[str]:
    """Name the codes for which a table is refused."""
    with pytest.raises(UnreadableError) as refusal:
        table(folder, **fields)
    return [fault.code for fault in refusal.value.faults]


def cells(read: Table) -> list[list[str]]:
    """Give the words of the cells."""
    return [[cell.text for cell in row] for row in read.grid.rows]


def test_the_forms_of_columns_and_rows_are_one() -> None:
    """This test shows that bars, lists and lists of fields read the same."""
    forms = [
        table(columns="TT | Việc", rows="1 | Trực"),
        table(columns="- TT\n- Việc", rows=["1 | Trực"]),
        table(columns=["TT", {"name": "Việc"}], rows=[[1, "Trực"]]),
    ]
    assert {form.headings for form in forms} == {("TT", "Việc")}
    assert all(form == forms[0] for form in forms)


def test_a_unit_stands_under_the_name_of_its_column() -> None:
    """This test shows how a column with a unit is headed."""
    read = table(columns=[{"name": "Kinh phí", "unit": "triệu đồng"}], rows="1")
    assert read.headings == ("Kinh phí\n(triệu đồng)",)


def test_columns_without_names_have_no_head() -> None:
    """This test shows that blocks side by side are not headed."""
    assert table(columns=[{"width": 80}, {"width": 70}], rows="a | b").headings == ()


def test_a_file_brings_its_head_and_literal_cells(tmp_path: Path) -> None:
    """This test shows that cells of a file are no grammar: bars, dashes and stars are printed."""
    (tmp_path / "b.csv").write_bytes(
        '\ufeffTT,Việc\r\n1,"**a** | <"\r\n\r\n2,"b\r\nc"\r\n'.encode()
    )
    read = table(tmp_path, data="b.csv")
    assert read.headings == ("TT", "Việc")
    assert cells(read) == [["1", "**a** | <"], ["2", "b\nc"]]
    assert read.literal
    assert read.footnote_references == ()


def test_a_head_in_the_file_is_not_printed_twice(tmp_path: Path) -> None:
    """This test shows that columns that repeat the file's head take its place."""
    (tmp_path / "b.csv").write_text("TT,Việc\n1,a\n", encoding="utf-8")
    assert cells(table(tmp_path, columns="tt | việc", data="b.csv")) == [["1", "a"]]
    assert cells(table(tmp_path, columns="Số | Tên", data="b.csv")) == [["TT", "Việc"], ["1", "a"]]


def test_group_rows_are_told_by_roman_numerals_or_by_name() -> None:
    """This test shows which rows are bold over the whole width."""
    roman = table(columns="a", rows="b", group_rows="số La Mã").group_rows
    listed = table(columns="a", rows="b", group_rows="A | B").group_rows
    assert isinstance(roman, GroupRows)
    assert isinstance(listed, GroupRows)
    assert [roman.include(each) for each in ("I", "II.", "**IV**", "1", "A")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert [listed.include(each) for each in ("A", "C")] == [True, False]


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"rows": "a", "columns": ""}, ["TAB025"]),
        ({"rows": {"a": "b"}, "columns": "a"}, ["SCH021"]),
        ({"rows": [["a", {}], [[]]], "columns": "a"}, ["SCH021", "SCH021"]),
        ({"columns": [{"decimals": "x"}, {"kind": "xu"}]}, ["SCH023", "TAB053"]),
        ({"columns": ["a", []], "borders": "x", "note": ["x"]}, ["SCH021", "SCH021", "SCH023"]),
        ({"data": "a.xlsx"}, ["SCH030"]),
    ],
)
def test_all_faults_of_a_table_come_out(fields: dict[str, Any], codes: list[str]) -> None:
    """This test shows that one run names every fault."""
    assert sorted(refused(**fields)) == sorted(codes)


def test_rows_and_data_cannot_be_had_together(tmp_path: Path) -> None:
    """This test shows that neither is lost in silence, even when the file cannot be read."""
    (tmp_path / "b.csv").write_text("a\n1\n", encoding="utf-8")
    assert refused(tmp_path, data="b.csv", rows="1") == ["TAB026"]
    assert refused(tmp_path, data="c.csv", rows="1") == ["SCH030", "TAB026"]

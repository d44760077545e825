"""Tables: rows typed and rows of files, as clerks have them."""

from pathlib import Path

import pytest

from tests.conformance.printing import HEAD, SIGNED, found, printed


def _notice(table: str) -> str:
    lines = "\n".join(f"      {line}" for line in table.split("\n"))
    return f"{HEAD}nội dung:\n  - bảng:\n{lines}\n{SIGNED}"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_file_saved_with_another_separator_has_the_same_cells(tmp_path: Path, mark: str) -> None:
    """This test shows that what Excel saves in a Vietnamese locale is a CSV too."""
    rows = (("TT", "Họ và tên"), ("01", f'"Lò Thị Hà{mark} Y Bih"'))
    (tmp_path / "ds.csv").write_text("\n".join(map(mark.join, rows)), "utf-8")
    record = tmp_path / "thu.yaml"
    record.write_text(_notice("dữ liệu: ds.csv"), "utf-8")
    assert printed(record, "Đầu cột") == ["TT", "Họ và tên"]
    name = f"Lò Thị Hà{mark} Y Bih".replace("\t", " ")  # a blank as any other
    assert printed(record, "Chữ trong bảng") == ["01", name]
    assert found(record) == []


def test_a_list_of_one_column_keeps_its_semicolons(tmp_path: Path) -> None:
    """This test shows that rows which semicolons part unevenly stay whole."""
    (tmp_path / "ds.csv").write_text("Nội dung\nMột; hai\nBa\n", "utf-8")
    record = tmp_path / "thu.yaml"
    record.write_text(_notice("dữ liệu: ds.csv"), "utf-8")
    assert printed(record, "Chữ trong bảng") == ["Một; hai", "Ba"]

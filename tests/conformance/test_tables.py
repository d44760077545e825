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


def test_a_column_s_name_holds_footnotes_and_boxes() -> None:
    """This test shows that what is typed in «cột» is read like what is typed in a cell."""
    table = "cột: TT | Kinh phí[^1] | *Ghi chú*\nhàng: |\n  1 | 5[^2] | x"
    text = _notice(table).replace(
        SIGNED, f'cước chú:\n  "1": Triệu đồng.\n  "2": Dự kiến.\n{SIGNED}'
    )
    assert printed(text, "Đầu cột") == ["TT", "Kinh phí", "Ghi chú"]
    assert found(text) == []


def test_a_footnote_of_a_column_s_name_has_to_be_written() -> None:
    """This test shows that a reference to nothing is found in a head too."""
    assert found(_notice("cột: TT | Kinh phí[^1]\nhàng: |\n  1 | 5")) == [("BDY003", 12)]

"""Tables: rows typed and rows of files, as clerks have them."""

import io
import zipfile
from pathlib import Path

import pypdf
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.conformance.printing import HEAD, SIGNED, found, printed
from tests.record.workbook_files import workbook
from vnadmindocs import render


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


_FORMULAS = ["=1+1", "+84 225", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x")']


@pytest.mark.parametrize("kind", ["csv", "xlsx", "typed"])
def test_what_looks_like_a_formula_is_words(tmp_path: Path, kind: str) -> None:
    """This test shows cells of each source in the Word file and in the PDF: nothing is reckoned."""
    if kind == "csv":
        lines = [
            "TT;Nội dung",
            *(f'1;"{words.replace(chr(34), chr(34) * 2)}"' for words in _FORMULAS),
        ]
        (tmp_path / "ds.csv").write_text("\n".join(lines), "utf-8")
        table = "dữ liệu: ds.csv"
    elif kind == "xlsx":
        rows: list[list[str]] = [["TT", "Nội dung"], *(["1", words] for words in _FORMULAS)]
        (tmp_path / "ds.xlsx").write_bytes(workbook(rows, change=_as_text))
        table = "dữ liệu: ds.xlsx"
    else:
        table = "cột: TT | Nội dung\nhàng: |\n  " + "\n  ".join(f"1 | {w}" for w in _FORMULAS)
    record = tmp_path / "thu.yaml"
    record.write_text(_notice(table), "utf-8")
    assert found(record) == []
    assert printed(record, "Chữ trong bảng")[1::2] == _FORMULAS
    data = render(record).data
    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        document = package.read("word/document.xml").decode()
    assert "fldSimple" not in document
    assert "instrText" not in document
    pdf = render(record, to="pdf").data
    assert isinstance(pdf, bytes)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert all(words in text for words in _FORMULAS)


def _as_text(sheet: Worksheet) -> None:
    """Let the cells be texts, as cells with an apostrophe before them are."""
    for row in sheet.iter_rows():
        for cell in row:
            cell.data_type = "s"


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

"""Workbooks for tests, and those beside the fault records.

Run ``python -m tests.record.workbook_files`` to write those of the latter that are not there.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.record.whole_records import WHOLE

Rows = Sequence[Sequence[Any]]
LIST: Rows = [["TT", "Đơn vị", "Số tiền"], [1, "Văn phòng", 1500000], [2, "Phòng Nội vụ", 950000]]


def workbook(
    rows: Rows,
    *,
    sheet: str = "DS",
    change: Callable[[Worksheet], None] | None = None,
    results: Mapping[str, str] | None = None,
    others: Sequence[str] = (),
) -> bytes:
    """Make a workbook.

    Args:
        rows: the cells of its sheet, from A1.
        sheet: name of the sheet.
        change: what else is done to the sheet.
        results: for cells with a formula, the XML after it, such as ``<v>3</v>``.
        others: names of further sheets, each with one word.
    """
    book = Workbook()
    first = book.worksheets[0]
    first.title = sheet
    for row in rows:
        first.append(list(row))
    for name in others:
        book.create_sheet(name).append(["Khác"])
    if change is not None:
        change(first)
    made = io.BytesIO()
    book.save(made)
    return _with_results(made.getvalue(), results) if results else made.getvalue()


def _with_results(data: bytes, results: Mapping[str, str]) -> bytes:
    """Put in the results that openpyxl, which computes nothing, cannot write."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == "xl/worksheets/sheet1.xml":
                text = content.decode()
                for cell, result in results.items():
                    shape = rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v ?/?>(?:</v>)?'
                    text, count = re.subn(shape, rf"\g<1>{result}", text)
                    assert count == 1, cell
                content = text.encode()
            new.writestr(member, content)
    return changed.getvalue()


def _hide_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[2].hidden = True


def _hide_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["B"].hidden = True


def _far_cell(sheet: Worksheet) -> None:
    sheet["ZZ100000"] = "lạc"


FILES: Mapping[str, Callable[[], bytes]] = {
    "danh-sach.xlsx": lambda: workbook(LIST),
    "nhieu-trang.xlsx": lambda: workbook(LIST, others=["Tổng hợp"]),
    "cong-thuc.xlsx": lambda: workbook([*LIST, [None, "Cộng", "=C2+C3"]]),
    "loi.xlsx": lambda: workbook([*LIST, [3, "Phòng Tài chính", "#N/A"]]),
    "tong-sai.xlsx": lambda: workbook([*LIST, [None, "Cộng", 2500000]]),
    "hang-an.xlsx": lambda: workbook(LIST, change=_hide_row),
    "cot-an.xlsx": lambda: workbook(LIST, change=_hide_column),
    "qua-rong.xlsx": lambda: workbook(LIST, change=_far_cell),
    "mat-khau.xlsx": lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    ),
    "danh-sach.xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),
}


def main() -> None:
    """Write the workbooks beside the fault records; openpyxl puts the time into each."""
    for name, make in FILES.items():
        file = WHOLE / "du-lieu" / name
        if not file.exists():
            file.write_bytes(make())


if __name__ == "__main__":
    main()

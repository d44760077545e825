"""A form and lists for tests of batches."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from docx import Document

FORM = """\
loại: quyết định
cơ quan: "UBND TỈNH AN BÌNH\\n\\nSỞ NỘI VỤ"
số: "[=số]/QĐ-SNV"
địa danh: An Bình
ngày: "[=ngày ký]"
trích yếu: Về việc nâng bậc lương đối với ông (bà) [=họ tên]
thẩm quyền ban hành: GIÁM ĐỐC SỞ NỘI VỤ
trường dữ liệu:
  số: số nguyên
  ngày ký: ngày
  họ tên:
    cột: Họ và tên
  hệ số: số
nội dung: |
  Điều 1. Nâng bậc lương đối với ông (bà) [=họ tên], hệ số [=hệ số: 0,00].
  Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.
nơi nhận: |
  Như Điều 1
  Lưu: VT
ký: |
  GIÁM ĐỐC

  Phạm Thu Hương
"""
COLUMNS = ["Số", "Ngày ký", "Họ và tên", "Hệ số"]
AN = ["12", "05/3/2026", "Nguyễn Văn An", "3,33"]
BINH = ["13", "05/3/2026", "Trần Thị Bình", "3,66"]


def csv(*rows: list[str], columns: list[str] | None = None) -> str:
    """Write a list of cells without marks of CSV."""
    return "".join(";".join(row) + "\n" for row in (columns or COLUMNS, *rows))


def written(folder: Path, *rows: list[str], columns: list[str] | None = None) -> Path:
    """Write the list ``ds.csv``, and the form ``qd.yaml`` beside it."""
    (folder / "qd.yaml").write_text(FORM, encoding="utf-8")
    path = folder / "ds.csv"
    path.write_text(csv(*rows, columns=columns), encoding="utf-8")
    return path


def words(data: bytes | None) -> list[str]:
    """Give the words of the paragraphs of a Word file that have any."""
    assert data is not None
    document: Any = Document(io.BytesIO(data))
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]

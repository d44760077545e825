"""An office's own rules: every norm it may narrow shows in some document it prints."""

from __future__ import annotations

import math
from functools import cache

import pytest

from tests.layout.records import record
from tests.meta.tree import ROOT
from vnadmindocs.api import load
from vnadmindocs.assets import asset
from vnadmindocs.law.norms import Norm, norms
from vnadmindocs.layout.document import lay_out
from vnadmindocs.record.document import Document
from vnadmindocs.writers.docx import write_docx

# What no document we print shows yet, and why.
UNUSED_YET = {
    "header.left.ratio": "widths follow the measured national name; rules of form compare with it",
    "scan.resolution": "scanned copies",
    "scan.pdf_version": "scanned copies",
    "signature.image": "a place on the page, no part of a Word file",
    "seal.diameter": "a place on the page, no part of a Word file",
    "seal.cover": "seals and digital signatures",
    "seal.sheets": "seals and digital signatures",
}
EVERYTHING = """\
loại: quyết định
cơ quan: |
  UBND TỈNH AN BÌNH

  SỞ NỘI VỤ
số: 5/QĐ-SNV
địa danh: An Bình
ngày: 09/3/2026
độ khẩn: KHẨN
phạm vi lưu hành: LƯU HÀNH NỘI BỘ
người soạn: NV.(05)
thông tin liên hệ: Số 1 phố Huế, ĐT 0225 3 000 000
trích yếu: Ban hành Quy chế làm việc
thẩm quyền ban hành: GIÁM ĐỐC SỞ NỘI VỤ
căn cứ: Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
nội dung: |
  Phần I
  QUY ĐỊNH
  Chương I
  CHUNG
  Mục 1
  PHẠM VI
  Điều 1. Phạm vi
  1. Khoản một:
  a) điểm a;
  > Điều 2. Trích dẫn[^x]
  {hình: thư}
hình:
  thư: {tệp: thu.png}
chữ ký: |
  GIÁM ĐỐC
  (Chữ ký, dấu)

  Nguyễn Văn A
cước chú:
  x: Luật số 1
nơi nhận: |
  Như Điều 1
  Lưu: VT
phụ lục:
  - loại: quy chế
    trích yếu: Làm việc
    mục lục: có
    nội dung: |
      Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng và trách nhiệm của các phòng, đơn vị của Sở
      Quy chế này quy định việc lập hồ sơ theo Mẫu số 01.
      Điều 2. Trách nhiệm của người đứng đầu, của văn thư, lưu trữ và của mỗi công chức
      Người đứng đầu chỉ đạo việc lập hồ sơ.
      Điều 3. Trách nhiệm của người đứng đầu, của văn thư, lưu trữ và của công chức
      Văn thư hướng dẫn việc lập hồ sơ.
      Điều 4. Trách nhiệm của người đứng đầu, văn thư, lưu trữ và công chức
      Công chức lập hồ sơ.
  - trích yếu: KINH PHÍ
    nội dung:
      - bảng:
          cột: A | B | C | D | E | G | H | I | K | L | M | N | O | P | Q
          hàng: {row}
  - loại: mẫu
    tên loại in: PHIẾU MƯỢN HỒ SƠ
    nội dung: "Họ và tên: ...................."
    ký:
      - "Người mượn\n(Ký, ghi rõ họ tên)"
      - "Người cho mượn\n(Ký, ghi rõ họ tên)"
      - "Người duyệt\n(Ký, ghi rõ họ tên)"
      - "Người nhận lại\n(Ký, ghi rõ họ tên)"
""".replace("{row}", " | ".join(["12.345.678"] * 15))  # too wide: its cells have less padding


def _narrowable() -> list[Norm]:
    return [norm for norm in norms().values() if norm.low < norm.high]


def _other(norm: Norm) -> float:
    """Give a value an office may choose in place of the one printed."""
    if norm.high != norm.use:
        return norm.use + 4 if math.isinf(norm.high) else norm.high
    return norm.low


@cache
def _documents() -> tuple[Document, ...]:
    drafts = [load(path) for path in sorted(asset("examples").glob("*.yaml"))]
    examples = [each.gapped for each in drafts if each.gapped is not None]
    return (record(EVERYTHING, ROOT / "docs" / "images"), *examples)


@cache
def _printed() -> tuple[bytes, ...]:
    return tuple(write_docx(lay_out(each, norms=norms())) for each in _documents())


@pytest.mark.parametrize("norm", _narrowable(), ids=lambda norm: norm.key)
def test_a_norm_an_office_narrows_changes_what_is_printed(norm: Norm) -> None:
    """A rule that is accepted is followed."""
    narrowed, faults = norms().narrowed({norm.key: _other(norm)})
    assert not faults
    changes = any(
        write_docx(lay_out(document, norms=narrowed)) != before
        for document, before in zip(_documents(), _printed(), strict=True)
    )
    assert changes == (norm.key not in UNUSED_YET)

"""The outline of a document with attached texts: an entry a part, its headings below."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.pages.printing import lay_out_record
from tests.writers.bundles import outline
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.writers.pdf import write_pdf

GOOD = Path(__file__).parents[1] / "records" / "good"


def _entries(name: str) -> list[tuple[int, str, int]]:
    face = find_face().face
    if face is None:
        pytest.skip("no Times face with Vietnamese letters (fonts-liberation2)")
    return outline(PdfReader(BytesIO(write_pdf(lay_out_record(GOOD / name), face))))


def test_a_form_is_one_entry_under_its_label() -> None:
    assert [each for each in _entries("mau-bieu.yaml") if each[0] == 0] == [
        (0, "QUYẾT ĐỊNH", 0),
        (0, "QUY CHẾ Sử dụng nhà khách Ủy ban nhân dân tỉnh", 1),
        (0, "Mẫu số 01 PHIẾU ĐĂNG KÝ Sử dụng nhà khách", 2),
        (0, "Mẫu số 02 GIẤY XÁC NHẬN TRẢ PHÒNG", 3),
    ]


def test_quoted_provisions_are_no_entries() -> None:
    entries = _entries("muc-luc.yaml")
    assert "Điều 4a" in [name for _, name, _ in entries]
    assert not any("Điều 9" in name for _, name, _ in entries)

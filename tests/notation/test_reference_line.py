"""The line «(Kèm theo …)», taken apart."""

from __future__ import annotations

import pytest

from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.reference_line import parse_reference


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026 của UBND tỉnh)",
            ("Quyết định", "12", "QĐ-UBND", PartialDate(5, 3, 2026), "UBND tỉnh"),
        ),
        (
            "(Kèm theo Quyết định số:        /QĐ/UBND ngày    /    /2026 của Ủy ban nhân dân\n"
            "thành phố Hải Phòng)",
            ("Quyết định", "", "QĐ/UBND", PartialDate(None, None, 2026),
             "Ủy ban nhân dân thành phố Hải Phòng"),
        ),
        (
            "(Ban hành kèm theo Kế hoạch số …/KH - SNV, ngày … tháng … năm … của ………)",
            ("Kế hoạch", "", "KH-SNV", PartialDate(), ""),
        ),
        ("(Kèm theo Công văn số 5 ngày 3/4/2026)",
         ("Công văn", "5", "", PartialDate(3, 4, 2026), "")),
        ("Kèm theo Công văn số 5/SNV-VP ngày hôm nay của Sở",
         ("Công văn", "5", "SNV-VP", None, "Sở")),
    ],
)  # fmt: skip
def test_a_line_says_what_it_is_of(text: str, parts: tuple[object, ...]) -> None:
    """Blanks say nothing."""
    line = parse_reference(text)
    assert line is not None
    assert (line.type, line.number, line.symbol, line.date, line.issuer) == parts


@pytest.mark.parametrize("text", ["", "(Kèm theo Kế hoạch này)", "Kèm theo hồ sơ", "Xem trang sau"])
def test_a_line_of_another_form_is_left_alone(text: str) -> None:
    """Nothing is guessed from it."""
    assert parse_reference(text) is None


def test_each_part_has_its_place() -> None:
    """Without the blanks before it."""
    text = "(Kèm theo Quyết định số: 12/QĐ-UBND ngày 05/3/2026 của  UBND tỉnh)"
    line = parse_reference(text)
    assert line is not None
    assert {name: text[slice(*span)] for name, span in line.spans.items()} == {
        "type": "Quyết định",
        "number": "12",
        "symbol": "QĐ-UBND",
        "date": "05/3/2026",
        "issuer": "UBND tỉnh",
    }

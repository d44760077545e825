"""Words wider than their cell: where layout breaks them, and that nothing is lost."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.records import LETTER, element, laid_out
from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.layout.broken_words import broken_line
from vnadmindocs.layout.shape import Run, Style, Table

_STYLE = Style("table_text", "Bảng", 12)


def _broken(text: str, width: float) -> list[str]:
    return ["".join(run.text for run in line) for line in broken_line((Run(text),), _STYLE, width)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("https://congbao.gov.vn/a", ["https://congbao.", "gov.vn/a"]),
        ("123/2026/NQ-HĐND-UBND", ["123/2026/NQ-", "HĐND-UBND"]),
        ("Siêuphảisiêuphảisiêu", ["Siêuphảisiêuphải", "siêu"]),
        ("Ở https://gov.vn/thu-tuc", ["Ở", "https://gov.vn/", "thu-tuc"]),
    ],
)
def test_a_word_breaks_after_a_mark_or_where_the_width_ends(text: str, lines: list[str]) -> None:
    assert _broken(text, 30) == lines


@given(st.text("aăm W/-_.1 ", max_size=60), st.floats(0, 40))
def test_no_line_is_too_wide_and_nothing_but_spaces_goes(text: str, width: float) -> None:
    lines = _broken(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        word = line.strip(" ")
        assert len(word) <= 1 or width_mm(word, 12) <= width + 1e-6


def test_looks_stay_with_their_letters_and_a_note_with_its_word() -> None:
    line = (Run("abc", bold=True), Run("def"), Run(footnote=1))
    width = width_mm("abc", 12, bold=True) + width_mm("def", 12) + 0.1
    assert broken_line(line, _STYLE, width) == [
        (Run("abc", bold=True), Run("de")),
        (Run("f"), Run(footnote=1)),
    ]


def test_a_word_higher_than_a_page_lets_its_row_part() -> None:
    body = (
        "\n  - bảng:\n      cột:\n        - {tên: TT, rộng: 20}\n        - Việc\n"
        f"      hàng: {'a' * 900} | Họp\n  - Hết./."
    )
    (table,) = (
        b for b in element(laid_out(LETTER, nội_dung=body), "body").blocks if isinstance(b, Table)
    )
    assert table.rows[1].can_split

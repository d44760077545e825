"""Rows are told their height only where typst finds the very same one."""

from __future__ import annotations

import pytest

from tests.writers.layouts import look, p
from tests.writers.typeset import layout_of, part_of, the_face
from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.layout.shape import Cell, Row, Table
from vnadmindocs.writers.pdf import tables, write_pdf
from vnadmindocs.writers.pdf.row_heights import UNKNOWN, known_height

STYLE = look()["table_text"]
WORDS = (
    "Hỗ trợ các cơ sở công nghiệp nông thôn tham gia hội chợ, triển lãm (04 kỳ); 12.500,5 đồng;"
    " nâng cao năng lực quản lý doanh nghiệp - tiểu thủ công nghiệp"
)


def _narrowing(tables: int) -> tuple[Table, ...]:
    """Give tables of one row, each a little wider, so that lines end at ever other places."""
    return tuple(
        Table(
            (20.0 + step * 0.37, 30.0),
            (Row((Cell((p("table_text", WORDS),)), Cell((p("table_text", "Nghiệp"),)))),),
        )
        for step in range(tables)
    )


def test_rows_are_as_high_as_typst_makes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document in which no height is told has the same bytes."""
    told: list[float] = []

    def telling(*row: object) -> float:
        told.append(known_height(*row))  # type: ignore[arg-type]
        return told[-1]

    monkeypatch.setattr(tables, "known_height", telling)
    layout, face = layout_of(part_of(*_narrowing(120))), the_face()
    made = write_pdf(layout, face)
    assert len(set(told) - {UNKNOWN}) > 2
    assert UNKNOWN in told
    monkeypatch.setattr(tables, "known_height", lambda *row: UNKNOWN)
    assert write_pdf(layout, face) == made


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    """Two lines of table text, whatever the other cells have."""
    one = known_height(["Tên", ""], [50.0, 20.0], STYLE)
    assert known_height(["Tên", "Hội nghị tổng kết"], [50.0, 25.0], STYLE) == 2 * one


@pytest.mark.parametrize(
    "cells",
    [
        ["Tên", ["Hội", 0, "nghị"]],  # more than words
        ["Tên"],  # a cell over two columns
        ["", ""],
        ["Tên", "tỉnh—thành"],  # a line may end in it
        ["Tên", "Hội  nghị"],
        ["Tên", "Ω"],  # a face may lack it
        ["Tên", "Nghiêngnghiêngnghiêng"],  # wider than the column
    ],
)
def test_what_is_in_doubt_is_left_to_typst(cells: list[object]) -> None:
    """No height is told."""
    assert known_height(cells, [50.0, 20.0], STYLE) == UNKNOWN


def test_words_that_nearly_fit_are_left_to_typst() -> None:
    """Within half a percent of the width on either side."""
    words = "Hội nghị tổng kết"
    width = width_mm(words, STYLE.size_pt)
    one = known_height([words], [width * 1.01], STYLE)
    assert known_height([words], [width * 1.003], STYLE) == UNKNOWN
    assert known_height([words], [width * 0.997], STYLE) == UNKNOWN
    assert known_height([words], [width * 0.99], STYLE) == 2 * one

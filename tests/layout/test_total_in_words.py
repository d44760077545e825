"""The line under a table that says its total in words."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

import pytest

from tests.layout.test_tables import _spans as spans
from tests.layout.test_tables import _table as table_of
from tests.layout.test_tables import _texts as texts

_MONEY = (
    "hàng tổng: Cộng\ncột:\n  - tên: Tên\n  - {tên: Năm nay, kiểu: tiền, đơn vị tính: triệu đồng}\n"
    "hàng: |\n  A | 24\n  B | 1,5\n"
)


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("có", "Bằng chữ: Hai mươi lăm triệu năm trăm nghìn đồng."),
        ("Năm nay", "Bằng chữ: Hai mươi lăm triệu năm trăm nghìn đồng."),
        ("hai mươi lăm triệu", "Bằng chữ: hai mươi lăm triệu."),
        ("(Bằng chữ ... đồng)", "(Bằng chữ ... đồng)"),
        ('"Bằng chữ: Hai mươi lăm triệu năm trăm ngàn đồng chẵn"',
         "Bằng chữ: Hai mươi lăm triệu năm trăm ngàn đồng chẵn"),
    ],
)  # fmt: skip
def test_the_total_in_words_stands_over_the_whole_width(asked: str, printed: str) -> None:
    *_, last = table_of(f"{_MONEY}bằng chữ: {asked}").rows
    assert (texts(last), spans(last)) == ([printed], [(2, 1, False)])
    assert last.cells[0].paragraphs[0].lines[0][0].italic is True


def test_the_total_in_words_stands_above_the_note() -> None:
    *_, words, note = table_of(f"{_MONEY}bằng chữ: có\nghi chú: Số liệu đến 30/6.").rows
    assert texts(words)[0].startswith("Bằng chữ")
    assert texts(note) == ["Số liệu đến 30/6."]


def test_a_table_without_a_total_has_no_line_of_words() -> None:
    (_, row) = table_of(
        "bằng chữ: có\ncột:\n  - tên: A\n  - {tên: B, kiểu: tiền}\nhàng: x | 2"
    ).rows
    assert texts(row) == ["x", "2"]

"""A typed cell: marks of the body, and what a cell cannot hold."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

from dataclasses import replace

from vnadmindocs.notation.cell import cell_body, cell_faults, is_marked
from vnadmindocs.notation.table import parse_row_lists, parse_rows


def _lines(text: str) -> list[tuple[str, str]]:
    return [
        (block.align, f"{block.label} {block.text}".strip()) for block in cell_body(text).blocks
    ]


def test_a_mark_says_how_its_line_is_printed() -> None:
    assert _lines("{giữa} Cộng\n- Một") == [("center", "Cộng"), ("", "- Một")]


def test_more_than_is_no_quotation() -> None:
    assert not is_marked("> 5 người")
    assert _lines("> 5 người\n{giữa} Cộng") == [("", "> 5 người"), ("center", "Cộng")]


def test_a_line_like_a_footnote_stays_in_the_cell() -> None:
    assert cell_body("{giữa} Cộng\n[^1]: Một").footnotes == {}
    assert _lines("{giữa} Cộng\n[^1]: Một")[1] == ("", ": Một")


def test_numbers_in_cells_follow_no_sequence() -> None:
    assert cell_body("{giữa} Cộng\n7. Bảy\nc) Ba").faults == ()


def test_faults_of_marks_are_placed_in_the_row() -> None:
    rows = parse_rows("1 | a\\|b\\n{trang mới}\n2 | {bang: x}\\n{căn lề} y")
    found = [(f.code, f.line, f.column, f.length) for f in cell_faults(rows)]
    assert found == [("TAB029", 0, 10, 11), ("TAB029", 1, 4, 9), ("BDY001", 1, 15, 8)]


def test_faults_of_marks_are_placed_in_a_list_of_cells() -> None:
    rows = replace(parse_row_lists([["1", "{trang mới}"], ["2", "a\n{trang mới}"]]), listed=True)
    found = [(f.code, f.path, f.column, f.length) for f in cell_faults(rows)]
    assert found == [("TAB029", (0, 1), 0, 11), ("TAB029", (1, 1), 0, 0)]

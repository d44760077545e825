"""Body tables on the pages of a PDF and in its tags."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf.generic import ArrayObject, DictionaryObject

from tests.writers.layouts import letter, p
from tests.writers.typeset import (
    NEAR,
    Pages,
    layout_of,
    lines,
    part_of,
    reader_of,
    tags_of,
    the_face,
    tree_of,
)
from vnadmindocs.layout.shape import Cell, Row, Table
from vnadmindocs.writers.pdf import write_pdf


def _row(*texts: str, **changes: Any) -> Row:
    return Row(tuple(Cell((p("table_text", text),)) for text in texts), **changes)


def _head(*texts: str) -> Row:
    cells = tuple(Cell((p("table_head", text),)) for text in texts)
    return Row(cells, header=True, keep_next=True)


def test_a_table_over_pages_repeats_its_head(pages: Pages) -> None:
    """This test shows that each page of a table begins with the names of its columns."""
    rows = (_head("TT", "Việc"), *(_row(str(number), "Làm") for number in range(1, 81)))
    found = pages(part_of(Table((30.0, 130.0), rows)))
    assert len(found) == 3
    for each in found:
        first = next(row for row in each.rows if "TT" in row.text)
        assert first.text == "TT Việc"
        assert first.baseline < 30
    numbers = [row.words[0].text for each in found for row in each.rows if row.text.endswith("Làm")]
    assert numbers == [str(number) for number in range(1, 81)]


@pytest.mark.parametrize("before", range(38, 46))
def test_a_group_row_stays_with_the_row_after_it(pages: Pages, before: int) -> None:
    """This test shows that the name of a group is never the last line of a page."""
    rows = [_head("TT", "Việc")]
    rows += [_row(str(number), "Làm") for number in range(before)]
    rows += [_row("II", "Nhóm hai", keep_next=True), _row("cuối", "Làm")]
    with_group = [
        each for each in pages(part_of(Table((30.0, 130.0), tuple(rows)))) if each.has("II")
    ]
    assert [each.has("cuối") for each in with_group] == [True]


@pytest.mark.parametrize("before", [35, 36, 37, 38])
@pytest.mark.parametrize("keep", [True, False])
def test_rows_of_a_merged_cell_stay_on_one_page_where_they_keep(
    pages: Pages, before: int, keep: bool
) -> None:
    """This test shows that three rows joined twice part only where they may."""
    merged = [Cell((p("table_text", text),), rows=3) for text in ("gộp", "hai")]
    covered = Cell((), covered=True)
    rows = [_head("TT", "Việc", "Ai", "Khi nào")]
    rows += [_row(str(number), "Làm", "A", "B") for number in range(before)]
    rows += [
        Row((Cell((p("table_text", text),)), Cell((p("table_text", "Làm"),)), *rest), keep_next=on)
        for text, rest, on in (
            ("một", tuple(merged), keep),
            ("giữa", (covered, covered), keep),
            ("cuối", (covered, covered), False),
        )
    ]
    found = pages(part_of(Table((30.0, 50.0, 40.0, 40.0), tuple(rows))))
    together = [each.has("một") == each.has("cuối") for each in found]
    assert all(together) == (keep or before not in (36, 37))


def test_the_head_of_a_table_is_tagged_as_one() -> None:
    """This test shows that a screen reader can name the column of each cell."""
    table = Table((30.0, 130.0), (_head("TT", "Việc"), _row("1", "Làm")))
    assert tags_of(table)[1:] == [
        "/Document/Table",
        "/Document/Table/THead",
        "/Document/Table/THead/TR",
        "/Document/Table/THead/TR/TH",
        "/Document/Table/THead/TR/TH",
        "/Document/Table/TBody",
        "/Document/Table/TBody/TR",
        "/Document/Table/TBody/TR/TD",
        "/Document/Table/TBody/TR/TD",
    ]


def test_names_over_names_say_what_they_span_and_each_cell_its_names() -> None:
    """This test shows a head of two levels: scope and spans of each name, names of each cell."""
    head = (
        Row((_name("TT", rows=2), _name("Dự toán", columns=2)), header=True, keep_next=True),
        Row((Cell((), covered=True), _name("Tổng"), _name("Chi")), header=True, keep_next=True),
    )
    table = Table((30.0, 60.0, 60.0), (*head, _row("1", "2", "3")))
    assert _attributes(table) == [
        ("/TH", {"/Scope": "/Column", "/RowSpan": 2}),
        ("/TH", {"/Scope": "/Column", "/ColSpan": 2}),
        ("/TH", {"/Scope": "/Column"}),
        ("/TH", {"/Scope": "/Column"}),
        ("/TD", {"/Headers": 1}),
        ("/TD", {"/Headers": 2}),
        ("/TD", {"/Headers": 2}),
    ]


def _name(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((p("table_head", text),), columns, rows)


def _attributes(table: Table) -> list[tuple[str, dict[str, Any]]]:
    """Give the tags of cells with what they say of themselves; of their names how many."""
    reader = reader_of(write_pdf(layout_of(part_of(table)), the_face()))
    found: list[tuple[str, dict[str, Any]]] = []

    def walk(reference: Any) -> None:
        node: Any = reference.get_object()
        if isinstance(node, ArrayObject):
            for each in node:
                walk(each)
        elif isinstance(node, DictionaryObject):
            if node.get("/S") in ("/TH", "/TD"):
                attributes: Any = node["/A"]
                own = next(each for each in attributes if each["/O"] == "/Table")
                said = {
                    name: own[name] for name in ("/Scope", "/RowSpan", "/ColSpan") if name in own
                }
                names = {"/Headers": len(own["/Headers"])} if own.get("/Headers") else {}
                found.append((str(node["/S"]), {**said, **names}))
            if "/K" in node:
                walk(node["/K"])

    catalog: Any = reader.trailer["/Root"]
    walk(catalog["/StructTreeRoot"])
    return found


def test_invisible_grids_are_no_tables() -> None:
    """This test shows that head and closing are read as text, column by column."""
    assert [tag for tag in tree_of(write_pdf(letter(), the_face())) if "Table" in tag] == []


def test_merged_cells_cover_their_rows_and_columns(pages: Pages) -> None:
    """This test shows that no line runs through a merged cell."""
    plain = Cell((p("table_text", "x"),))
    rows = (
        Row((Cell((p("table_text", "hai hàng"),), rows=2), plain, plain)),
        Row((Cell((), covered=True), Cell((p("table_text", "hai cột"),), columns=2))),
    )
    (found,) = pages(part_of(Table((40.0, 60.0, 60.0), rows)))
    inner = [
        round(each.left) for each in found.strokes if each.is_upright and 71 > each.left - 30 > 1
    ]
    assert 70 in inner
    widths = sorted({round(each.length) for each in found.levels})
    assert widths == [120, 160]


def test_a_table_without_lines_draws_none(pages: Pages) -> None:
    """This test shows that «viền: không» leaves words alone."""
    (found,) = pages(part_of(Table((80.0, 80.0), (_row("Ông A", "Bà B"),), borders=False)))
    assert found.strokes == ()
    assert found.line("Ông A").left == pytest.approx(31.9, abs=NEAR)


def test_words_stand_high_or_in_the_middle_of_their_cell(pages: Pages) -> None:
    """This test shows that the alignment up and down is that of the cell."""
    tall = Cell(tuple(p("table_text", str(number)) for number in range(1, 6)))
    high = Cell((p("table_text", "trên"),), vertical="top")
    middle = Cell((p("table_text", "giữa"),), vertical="center")
    (found,) = pages(part_of(Table((50.0, 50.0, 60.0), (Row((tall, high, middle)),))))
    level = {word.text: word.baseline for word in found.words}
    assert level["trên"] == pytest.approx(level["1"], abs=NEAR)
    assert level["giữa"] == pytest.approx(level["3"], abs=NEAR)


@pytest.mark.parametrize("can_split", [False, True])
def test_a_row_parts_only_where_it_may(pages: Pages, can_split: bool) -> None:
    """This test shows that a row taller than a page goes on, and any other moves as a whole."""
    tall = Cell(tuple(p("table_text", f"Dòng {number}") for number in range(1, 30)))
    rows = (Row((tall,), can_split=can_split),)
    found = pages(part_of(*lines(30), Table((160.0,), rows)))
    counts = [sum(row.words[0].size_pt == 12 for row in each.rows) for each in found]
    assert (sum(counts), counts[0] > 0) == (29, can_split)

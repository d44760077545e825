"""Long tables are typeset piece by piece, and print what they print whole."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from tests.writers.layouts import p
from tests.writers.typeset import layout_of, part_of, reader_of, the_face
from vnadmindocs.layout.shape import Cell, Layout, Row, Run, Table
from vnadmindocs.writers.pdf import joining, write_pdf, writer
from vnadmindocs.writers.pdf.conformance import check_pdf
from vnadmindocs.writers.pdf.joining import NotJoinedError, joined
from vnadmindocs.writers.pdf.long_tables import pieces
from vnadmindocs.writers.pdf.typesetting import typesetting_of

_WORDS = "Hỗ trợ cơ sở công nghiệp nông thôn "


def _row(*texts: str, **changes: Any) -> Row:
    return Row(tuple(Cell((p("table_text", text),)) for text in texts), **changes)


def _table(rows: int, **changes: Any) -> Table:
    """Give a table with groups, rows of one to five lines, and figures in bold."""
    cells = [Cell((p("table_head", name),)) for name in ("TT", "Việc", "Số")]
    found = [Row(tuple(cells), header=True, keep_next=True)]
    for number in range(1, rows + 1):
        if number % 17 == 1:
            found.append(_row("I", f"Nhóm {number}", "", keep_next=True))
        row = _row(str(number), _WORDS * (number % 5 + 1), f"{number * 7919}")
        if number % 29 == 0:
            bold = replace(row.cells[0].paragraphs[0], lines=((Run(str(number), True),),))
            row = Row((Cell((bold,)), *row.cells[1:]))
        found.append(row)
    return Table((20.0, 90.0, 50.0), tuple(found), **changes)


def _layout(rows: int = 230) -> Layout:
    """Give a document whose second part has a long table between paragraphs, and a third part."""
    before = (p("article", "Điều 1. Trước bảng"), p("paragraph", "Như sau:"))
    after = (p("heading", "II. SAU BẢNG"), p("paragraph", "Hết."))
    second = part_of(*before, _table(rows), *after, kind="appendix", title="Phụ lục I")
    third = part_of(p("article", "Điều 9. Cuối"), kind="appendix", title="Phụ lục II")
    return layout_of(part_of(p("type_name", "QUYẾT ĐỊNH")), second, third)


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, bytes]:
    """Write the document whole, and in pieces of sixty rows."""
    whole = write_pdf(_layout(), the_face())
    monkeypatch.setattr(writer, "ROWS_AT_ONCE", 60)
    return whole, write_pdf(_layout(), the_face())


def test_the_pages_are_those_of_the_document_whole(both: tuple[bytes, bytes]) -> None:
    """This test shows the same words on as many pages, at the same heights."""
    whole, cut = (reader_of(data) for data in both)
    assert len(cut.pages) == len(whole.pages) > 8
    for mine, theirs in zip(cut.pages, whole.pages, strict=True):
        assert mine.extract_text() == theirs.extract_text()
        assert _places(mine) == _places(theirs)


def _places(page: Any) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []

    def visit(text: str, _: Any, matrix: Any, *__: Any) -> None:
        if text.strip():
            found.append((text.strip(), round(matrix[4]), round(matrix[5])))

    page.extract_text(visitor_text=visit)
    return found


def test_labels_and_outline_are_those_of_the_document_whole(both: tuple[bytes, bytes]) -> None:
    """This test shows that pages count on, and what stands after the table is in the outline."""
    whole, cut = (reader_of(data) for data in both)
    assert cut.page_labels == whole.page_labels
    assert _titles(cut.outline) == _titles(whole.outline)
    assert [cut.get_destination_page_number(each) for each in _entries(cut.outline)] == [
        whole.get_destination_page_number(each) for each in _entries(whole.outline)
    ]


def _entries(outline: Any) -> list[Any]:
    return [
        entry
        for each in outline
        for entry in (_entries(each) if isinstance(each, list) else [each])
    ]


def _titles(outline: Any) -> list[str]:
    return [each.title for each in _entries(outline)]


def test_the_file_keeps_what_it_claims(both: tuple[bytes, bytes]) -> None:
    """This test shows that our checks of PDF/A-2a find nothing in what was joined."""
    _, cut = both
    assert [check.key for check in check_pdf(cut) if not check.passed] == []
    assert b"<xmpTPg:NPages>%d<" % len(reader_of(cut).pages) in cut


def test_every_row_is_tagged_once_under_a_head(both: tuple[bytes, bytes]) -> None:
    """This test shows rows and heads of the pieces, and that no name of a cell is given twice."""
    whole, cut = both
    rows, more = (data.count(b"/S/TR/") for data in both)
    heads = cut.count(b"/S/THead/")
    assert whole.count(b"/S/THead/") == 1
    assert more - rows == heads - 1 > 2
    names = re.findall(rb"/ID(\(U\w+\))", cut)
    assert len(names) == len(set(names)) > 0


def test_the_same_bytes_come_out_twice(both: tuple[bytes, bytes]) -> None:
    """This test shows that cutting and joining depend on the document alone."""
    assert write_pdf(_layout(), the_face()) == both[1]


def _data(*blocks: Any, **changes: Any) -> str:
    return typesetting_of(layout_of(part_of(*blocks), **changes), the_face()).data


def test_what_cannot_be_cut_stays_whole() -> None:
    """This test shows short tables, two long ones, rows merged or parting, notes."""

    def none(_: str) -> dict[int, int]:
        raise AssertionError("nothing is laid out")

    merged = _table(30)
    first = Row((Cell((p("table_text", "x"),), rows=2), *merged.rows[2].cells[1:]))
    below = Row((Cell((), covered=True), *merged.rows[3].cells[1:]))
    merged = replace(merged, rows=(*merged.rows[:2], first, below, *merged.rows[4:]))
    note = (p("footnote", "Một chú thích"),)
    for data in (
        _data(p("paragraph", "Không có bảng.")),
        _data(_table(5)),
        _data(_table(30), _table(30)),
        _data(merged),
        _data(replace(_table(1), rows=(_row("1", "x", "2", can_split=True),) * 30)),
        _data(_table(30), footnotes=(note,)),
    ):
        assert pieces(data, none, 20) is None


def test_a_file_of_another_hand_is_not_joined() -> None:
    """This test shows that it is refused before anything is written."""
    other = (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nxref\n0 2\n0000000000 65535 f\r\n"
        b"0000000009 00000 n\r\ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n45\n%%EOF"
    )
    with pytest.raises(NotJoinedError):
        joined([other])


def test_a_document_that_cannot_be_joined_is_typeset_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """This test shows that nobody is without a document for want of memory saved."""
    whole = write_pdf(_layout(80), the_face())
    monkeypatch.setattr(writer, "ROWS_AT_ONCE", 60)

    def refused(*_: Any) -> bytes:
        raise NotJoinedError

    monkeypatch.setattr(joining, "joined", refused)
    assert write_pdf(_layout(80), the_face()) == whole

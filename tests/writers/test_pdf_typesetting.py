"""A Layout as data for Typst: words cut where Word breaks, room between paragraphs, headings."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.writers.layouts import HOUSE, everything, look, p, page, png, rule
from vnadmindocs.fonts.face import Face
from vnadmindocs.layout.shape import (
    Block,
    Cell,
    Element,
    Grid,
    GridRow,
    Image,
    Layout,
    Metadata,
    Paragraph,
    Part,
    Row,
    Run,
    Table,
)
from vnadmindocs.writers.pdf.typesetting import typesetting_of
from vnadmindocs.writers.pdf.words import Words

NOWHERE = Path("none.ttf")
FACE = Face("Tinos", "1.33", NOWHERE, NOWHERE, NOWHERE, NOWHERE)
BODY = look()["paragraph"]


def _layout(*parts: Part, **changes: Any) -> Layout:
    metadata = Metadata("Việc A", "Cơ quan B", "quyết định", "05/QĐ-B", "2026-01-05")
    return replace(Layout("large", "vi-VN", metadata, parts, look(), *HOUSE), **changes)


def _body(*blocks: Block, title: str = "", kind: str = "main", role: str = "body") -> Part:
    return Part(kind, page(), (Element(role, "6", blocks),), title)  # type: ignore[arg-type]


def _data(layout: Layout) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(typesetting_of(layout, FACE).data)
    return data


def _blocks(*blocks: Block) -> list[Any]:
    found: list[Any] = _data(_layout(_body(*blocks)))["parts"][0]["blocks"]
    return found


def _words(*runs: Run, column_mm: float = 150.0) -> Any:
    return Words().data((runs,), BODY, column_mm)


def _headings(*parts: Part) -> list[tuple[int, str]]:
    found = []
    for part in _data(_layout(*parts))["parts"]:
        for block in part["blocks"]:
            if block[0] == "p" and len(block) > 3:
                found.append((block[3], block[4]))
    return found


def _above(data: dict[str, Any], block: list[Any]) -> float:
    above = data["styles"][block[1]]["above"]
    assert isinstance(above, float)
    return above


# Words


def test_plain_words_are_one_string() -> None:
    """This test shows that most paragraphs cost nothing."""
    assert _words(Run("Trân trọng./.")) == "Trân trọng./."


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("số 225/KH-UBND", ["số ", ["whole", "225/KH-"], "UBND"]),
        ("số 45/2012/NĐ-CP;", ["số ", ["whole", "45/2012/NĐ-"], "CP;"]),
        ("và/hoặc", [["whole", "và/hoặc"]]),
        ("trước ngày 01/7/2025.", "trước ngày 01/7/2025."),
    ],
)
def test_no_line_ends_after_a_slash(text: str, pieces: Any) -> None:
    """This test shows that ``225/`` never stands at the end of a line, as in Word."""
    assert _words(Run(text)) == pieces


def test_a_line_may_end_after_a_hyphen_before_a_figure() -> None:
    """This test shows that ``2026-2030`` parts where Word parts it."""
    assert _words(Run("giai đoạn 2026-2030;")) == ["giai đoạn ", ["whole", "2026-"], "2030;"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("mẫu {{ so }} và", ["mẫu ", ["whole", "{{"], " so ", ["whole", "}}"], " và"]),
        ("100 : 2", ["100 ", ["whole", ":"], " 2"]),
        ("“ abc ”", [["whole", "“"], " abc ", ["whole", "”"]]),
        ("Hết ./.", "Hết ./."),
    ],
)
def test_a_line_may_end_at_every_space(text: str, pieces: Any) -> None:
    """This test shows that a sign with spaces around it is no reason to break elsewhere."""
    assert _words(Run(text)) == pieces


def test_a_word_wider_than_its_column_is_not_kept_whole() -> None:
    """This test shows that nothing is pushed out of a narrow cell."""
    assert _words(Run("tổng/hợp"), column_mm=10.0) == "tổng/hợp"


def test_a_word_of_two_looks_is_not_cut_between_them() -> None:
    """This test shows that no break arises where the weight of letters changes inside a word."""
    runs = _words(Run("số "), Run("12", True), Run("/QĐ-UBND, mục"))
    assert runs == ["số ", [1, "12"], "/QĐ-UBND, mục"]


def test_pieces_keep_the_look_of_their_run() -> None:
    """This test shows that bold and italic survive the cut."""
    assert _words(Run("và/hoặc", True, True)) == [[3, "và/hoặc", True]]


def test_cutting_loses_no_character() -> None:
    """This test shows that the pieces are the text."""
    text = "“ Số 03/TB-SCT-VP/2020 , tại http://a.vn/b ; giai đoạn 2026-2030 (xem {x} )."
    pieces = _words(Run(text))
    assert "".join(each if isinstance(each, str) else each[1] for each in pieces) == text


@pytest.mark.parametrize("text", ["a" * 300_000, "a-" * 100_000, "(" * 300_000, " ." * 100_000])
def test_endless_words_are_cut_in_a_moment(text: str) -> None:
    """This test shows that no text makes the search slow."""
    began = time.process_time()
    _words(Run(text), column_mm=1.0)
    assert time.process_time() - began < 5


def test_a_footnote_called_twice_has_its_words_once() -> None:
    """This test shows that the second call refers to the first."""
    assert _words(Run(footnote=1), Run(" và "), Run(footnote=1)) == [
        ["note", 1], " và ", ["again", 1],
    ]  # fmt: skip


# Room


def test_of_two_rooms_the_wider_counts() -> None:
    """This test shows that 6 pt below and 6 pt above are 6 pt."""
    data = _data(_layout(_body(p("decision_word", "QUYẾT ĐỊNH:"), p("paragraph", "Một."))))
    first, *_, second = data["parts"][0]["blocks"]
    styles = look()
    assert first == ["v", styles["decision_word"].before_pt]
    assert styles["decision_word"].after_pt == styles["paragraph"].before_pt
    assert _above(data, second) == styles["paragraph"].before_pt


def test_the_room_above_stays_after_a_page_break() -> None:
    """This test shows that a break someone asked for is not one that came by itself."""
    broken = replace(p("paragraph", "Hai."), page_break_before=True)
    kinds = [block[:2] if block[0] in "kv" else block[0] for block in _blocks(
        p("paragraph", "Một."), broken)]  # fmt: skip
    assert kinds == [["v", 6.0], "p", ["k"], ["v", 6.0], "p"]


def test_a_rule_is_higher_by_its_weight() -> None:
    """This test shows that a border adds to its paragraph, as in Word."""
    kind, _, height, _, length, _ = _blocks(p("subject", "A"), rule(40.0, 160.0, "subject"))[-1]
    assert (kind, height, round(length, 2)) == ("r", 3.5, 113.39)


def test_proportional_spacing_is_below_the_line() -> None:
    """This test shows that the first line of a page has no more room than any other."""
    wide = replace(BODY, line=1.5)
    layout = _layout(
        _body(p("paragraph", "Một."), p("addressee", "Hai.")),
        styles={**look(), "paragraph": wide},
    )
    data = _data(layout)
    top, _, second = data["parts"][0]["blocks"]
    assert top == ["v", BODY.before_pt]
    assert _above(data, second) == pytest.approx(0.5 * 14 * 2355 / 2048)


# Headings


def test_levels_are_those_in_use() -> None:
    """This test shows that no level of the outline is passed over."""
    assert _headings(
        _body(p("article", "Điều 1. A"), p("titled_clause", "1. B"), p("article", "Điều 2. C"))
    ) == [(1, "Điều 1. A"), (2, "1. B"), (1, "Điều 2. C")]


def test_a_chapter_is_called_by_number_and_title() -> None:
    """This test shows that the title below a number is part of its name."""
    assert _headings(_body(p("part_number", "Chương I"), p("part_title", "QUY ĐỊNH", "CHUNG"))) == [
        (1, "Chương I. QUY ĐỊNH CHUNG")
    ]


def test_roman_numerals_after_an_article_stand_in_it() -> None:
    """This test shows that a decision of Điều with parts I, II has the Điều side by side."""
    blocks = (p("article", "Điều 1. A"), p("heading", "I. B"), p("article", "Điều 2. C"))
    assert _headings(_body(*blocks)) == [(1, "Điều 1. A"), (2, "I. B"), (1, "Điều 2. C")]


def test_a_heading_is_called_by_its_heavy_words() -> None:
    """This test shows that the sentence after ``Điều 1.`` is not in the outline."""
    article = p("article", (Run("Điều 1. "), Run("Ban hành kèm theo Quyết định này.", False)))
    assert _headings(_body(article)) == [(1, "Điều 1")]


def test_an_appendix_is_called_by_its_title() -> None:
    """This test shows that label and title together are its entry."""
    head = _body(
        p("appendix_label", "Phụ lục I"), p("appendix_title", "DANH SÁCH"),
        title="Phụ lục I DANH SÁCH", kind="appendix", role="appendix_head",
    )  # fmt: skip
    assert _headings(head) == [(1, "Phụ lục I DANH SÁCH")]


def test_an_appendix_without_a_label_has_its_entry_too() -> None:
    """This test shows that its first words carry the name."""
    bare = _body(p("paragraph", "Một."), p("paragraph", "Hai."), title="Bảng kê", kind="appendix")
    assert _headings(bare) == [(1, "Bảng kê")]


# Tables, pictures, parts


def _table_of(*rows: Row, widths: tuple[float, ...] = (40.0, 60.0), **changes: Any) -> list[Any]:
    found: list[Any]
    (found,) = [block for block in _blocks(Table(widths, rows, **changes)) if block[0] == "t"]
    return found


def _cells(*texts: str, **changes: Any) -> tuple[Cell, ...]:
    return tuple(Cell((p("table_text", text),), **changes) for text in texts)


def test_a_plain_cell_is_its_words() -> None:
    """This test shows that a large table stays small."""
    rows = _table_of(Row(_cells("1", "Một")), Row(_cells("2", "Hai")))[-1]
    assert rows == [[0, ["1", "Một", "2", "Hai"]]]


def test_head_rows_and_group_rows_are_heads() -> None:
    """This test shows which rows repeat (1) and which stay with the next (2)."""
    rows = _table_of(
        Row(_cells("A", "B"), header=True, keep_next=True),
        Row(_cells("Nhóm", "x"), keep_next=True),
        Row(_cells("1", "Một")),
    )[-1]
    assert [kind for kind, _ in rows] == [1, 2, 0]


def test_a_covered_cell_is_left_out() -> None:
    """This test shows that merged cells are said once, by the one that covers."""
    merged = (Cell((p("table_text", "1"),), rows=2), *_cells("Một"))
    covered = (Cell((), covered=True), *_cells("Hai"))
    ((_, cells),) = _table_of(Row(merged), Row(covered))[-1]
    assert [cells[0][1], cells[0][5], cells[1:]] == ["1", 2, ["Một", "Hai"]]


def test_a_row_is_higher_by_the_weight_of_its_line() -> None:
    """This test shows that a table without lines is lower."""
    insets = [_table_of(Row(_cells("1", "2")), borders=lines)[5] for lines in (True, False)]
    assert [inset[1:] for inset in insets] == [[2.5, 2.0], [2.0, 2.0]]


def test_a_picture_shown_twice_is_one_file() -> None:
    """This test shows that a stamp on every page is stored once."""
    image = Image(png(), "png", 30.0, 15.0, "Dấu")
    made = typesetting_of(_layout(_body(image, image, Image(png(8, 8), "png", 9.0, 9.0))), FACE)
    assert list(made.pictures) == ["picture1.png", "picture2.png"]


def test_a_part_that_is_a_file_is_not_typeset() -> None:
    """This test shows that the join is left to the bundle."""
    joined = Part("appendix", page(), (), "Bản vẽ", attachment="x")  # type: ignore[arg-type]
    assert len(_data(_layout(_body(p("paragraph", "Một.")), joined))["parts"]) == 1


def test_nothing_shows_of_the_paragraph_after_a_table_in_a_cell() -> None:
    """This test shows that a mark in the head adds its own height only."""
    inner = Grid("bracket", (20.0,), (GridRow(((Element("x", "", (p("recipient", "a"),)),),)),))
    outer = Grid("closing", (50.0,), (GridRow(((Element("y", "", (inner,)),),)),))
    (cell,) = _data(_layout(Part("main", page(), (outer,))))["parts"][0]["blocks"][0][2]
    assert [block[0] for block in cell] == ["g"]


def test_the_description_names_document_and_face() -> None:
    """This test shows that a reader finds which face stands for Times New Roman."""
    assert _data(_layout(_body()))["description"] == "Quyết định 05/QĐ-B · phông chữ Tinos 1.33"


def test_every_length_is_on_the_grid_of_word() -> None:
    """This test shows that both writers print the same lengths."""
    data = _data(everything())
    for part in data["parts"]:
        for length in part["page"].values():
            assert round(length * 20, 6) % 1 == 0


def test_a_paragraph_says_only_what_differs() -> None:
    """This test shows that one look serves all paragraphs that are alike."""
    blocks = [p("paragraph", f"Đoạn {number}.") for number in range(50)]
    data = _data(_layout(_body(*blocks)))
    # The first of the page, the others, page numbers and footnotes.
    assert len(data["styles"]) == 4


def test_an_empty_paragraph_is_as_high_as_its_lines() -> None:
    """This test shows that a gap someone typed stays a gap."""
    (block,) = [each for each in _blocks(Paragraph("addressee", ((), ()))) if each[0] == "e"]
    assert block[2] == pytest.approx(2 * 14 * 2355 / 2048)

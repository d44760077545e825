"""What is on the pages of a PDF and in its tags, for each kind of element."""

from __future__ import annotations

import io
import re
import struct
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from tests.pages.pdf_page import PdfPage, read_pdf
from tests.writers.layouts import HOUSE, everything, letter, look, p, page
from vnadmindocs.fonts.face import Face
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.layout.shape import (
    Block,
    Box,
    Cell,
    Element,
    Grid,
    GridRow,
    Image,
    Layout,
    Metadata,
    Part,
    Row,
    Run,
    Section,
    Style,
    Table,
)
from vnadmindocs.units import MM_PER_INCH, pt_to_mm
from vnadmindocs.writers.pdf import TypesettingError, write_pdf, write_png
from vnadmindocs.writers.pdf import compiler as compilers
from vnadmindocs.writers.pdf.page_labels import with_all_page_labels

NEAR = 0.2
_RED = b"1 0 0 "


def _face() -> Face:
    face = find_face().face
    if face is None:
        pytest.skip("no face with the widths of Times is installed")
    return face


def _layout(*parts: Part, **changes: Any) -> Layout:
    metadata = Metadata("Việc A", "Cơ quan B", date="2026-01-05")
    return replace(Layout("large", "vi-VN", metadata, parts, look(), *HOUSE), **changes)


def _part(*blocks: Block | Grid, section: Section | None = None, **changes: Any) -> Part:
    return replace(Part("main", section or page(), (Element("body", "6", blocks),)), **changes)


def _lines(count: int) -> tuple[Block, ...]:
    return tuple(p("recipient", f"Dòng {number}") for number in range(1, count + 1))


@cache
def _whole() -> bytes:
    return write_pdf(everything(), _face())


def _reader(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


@pytest.fixture
def pages(tmp_path: Path) -> Any:
    """Give the pages of a Layout set in type."""

    def read(*parts: Part, **changes: Any) -> tuple[PdfPage, ...]:
        file = tmp_path / "document.pdf"
        file.write_bytes(write_pdf(_layout(*parts, **changes), _face()))
        return read_pdf(file)

    return read


def _tree(data: bytes) -> list[str]:
    """Give the tags of a file, from the top, each under the one that holds it."""
    found: list[str] = []

    def walk(node: Any, path: str) -> None:
        node = node.get_object()
        if isinstance(node, ArrayObject):
            for each in node:
                walk(each, path)
        elif isinstance(node, DictionaryObject) and "/S" in node:
            here = f"{path}{node['/S']}"
            found.append(here)
            if "/K" in node:
                walk(node["/K"], here)

    catalog: Any = _reader(data).trailer["/Root"]
    walk(catalog["/StructTreeRoot"]["/K"], "")
    return found


def _tags(*blocks: Block | Grid) -> list[str]:
    return _tree(write_pdf(_layout(_part(*blocks)), _face()))


def _row(*texts: str, **changes: Any) -> Row:
    return Row(tuple(Cell((p("table_text", text),)) for text in texts), **changes)


def _head(*texts: str) -> Row:
    cells = tuple(Cell((p("table_head", text),)) for text in texts)
    return Row(cells, header=True, keep_next=True)


# Tables


def test_a_table_over_pages_repeats_its_head(pages: Any) -> None:
    """This test shows that each page of a table begins with the names of its columns."""
    rows = (_head("TT", "Việc"), *(_row(str(number), "Làm") for number in range(1, 81)))
    found = pages(_part(Table((30.0, 130.0), rows)))
    assert len(found) == 3
    for each in found:
        first = next(row for row in each.rows if "TT" in row.text)
        assert first.text == "TT Việc"
        assert first.baseline < 30
    numbers = [row.words[0].text for each in found for row in each.rows if row.text.endswith("Làm")]
    assert numbers == [str(number) for number in range(1, 81)]


@pytest.mark.parametrize("before", range(38, 46))
def test_a_group_row_stays_with_the_row_after_it(pages: Any, before: int) -> None:
    """This test shows that the name of a group is never the last line of a page."""
    rows = [_head("TT", "Việc")]
    rows += [_row(str(number), "Làm") for number in range(before)]
    rows += [_row("II", "Nhóm hai", keep_next=True), _row("cuối", "Làm")]
    with_group = [
        each for each in pages(_part(Table((30.0, 130.0), tuple(rows)))) if each.has("II")
    ]
    assert [each.has("cuối") for each in with_group] == [True]


def test_the_head_of_a_table_is_tagged_as_one() -> None:
    """This test shows that a screen reader can name the column of each cell."""
    table = Table((30.0, 130.0), (_head("TT", "Việc"), _row("1", "Làm")))
    assert _tags(table)[1:] == [
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


def test_invisible_grids_are_no_tables() -> None:
    """This test shows that head and closing are read as text, column by column."""
    assert [tag for tag in _tree(write_pdf(letter(), _face())) if "Table" in tag] == []


def test_merged_cells_cover_their_rows_and_columns(pages: Any) -> None:
    """This test shows that no line runs through a merged cell."""
    plain = Cell((p("table_text", "x"),))
    rows = (
        Row((Cell((p("table_text", "hai hàng"),), rows=2), plain, plain)),
        Row((Cell((), covered=True), Cell((p("table_text", "hai cột"),), columns=2))),
    )
    (found,) = pages(_part(Table((40.0, 60.0, 60.0), rows)))
    inner = [
        round(each.left) for each in found.strokes if each.is_upright and 71 > each.left - 30 > 1
    ]
    assert 70 in inner
    widths = sorted({round(each.length) for each in found.levels})
    assert widths == [120, 160]


def test_a_table_without_lines_draws_none(pages: Any) -> None:
    """This test shows that «viền: không» leaves words alone."""
    (found,) = pages(_part(Table((80.0, 80.0), (_row("Ông A", "Bà B"),), borders=False)))
    assert found.strokes == ()
    assert found.line("Ông A").left == pytest.approx(31.9, abs=NEAR)


def test_words_stand_high_or_in_the_middle_of_their_cell(pages: Any) -> None:
    """This test shows that the alignment up and down is that of the cell."""
    tall = Cell(tuple(p("table_text", str(number)) for number in range(1, 6)))
    high = Cell((p("table_text", "trên"),), vertical="top")
    middle = Cell((p("table_text", "giữa"),), vertical="center")
    (found,) = pages(_part(Table((50.0, 50.0, 60.0), (Row((tall, high, middle)),))))
    level = {word.text: word.baseline for word in found.words}
    assert level["trên"] == pytest.approx(level["1"], abs=NEAR)
    assert level["giữa"] == pytest.approx(level["3"], abs=NEAR)


@pytest.mark.parametrize("can_split", [False, True])
def test_a_row_parts_only_where_it_may(pages: Any, can_split: bool) -> None:
    """This test shows that a row taller than a page goes on, and any other moves as a whole."""
    tall = Cell(tuple(p("table_text", f"Dòng {number}") for number in range(1, 30)))
    rows = (Row((tall,), can_split=can_split),)
    found = pages(_part(*_lines(30), Table((160.0,), rows)))
    counts = [sum(row.words[0].size_pt == 12 for row in each.rows) for each in found]
    assert (sum(counts), counts[0] > 0) == (29, can_split)


# Parts and pages


def test_each_part_has_its_paper_and_its_numbers(pages: Any) -> None:
    """This test shows that a landscape appendix counts from 1, which is not printed."""
    long = _lines(80)
    found = pages(
        _part(*long),
        _part(*long, section=page(landscape=True), kind="appendix"),
        _part(*long, section=page(page_number=False), kind="appendix"),
    )
    sizes = [(round(each.width), round(each.height)) for each in found]
    assert sizes == [(210, 297)] * 2 + [(297, 210)] * 3 + [(210, 297)] * 2
    numbers = [next((word.text for word in each.words if word.baseline < 18), "") for each in found]
    assert numbers == ["", "2", "", "2", "3", "", ""]
    middles = [
        (word.left + word.right) / 2 for each in found for word in each.words if word.baseline < 18
    ]
    assert middles == pytest.approx([110, 153.5, 153.5], abs=NEAR)


def test_a_number_is_shown_from_the_first_page_when_none_is_hidden(pages: Any) -> None:
    """This test shows that a part may begin with another number and show it."""
    section = replace(page(), hidden_pages=0, first_number=7)
    found = pages(_part(*_lines(1), section=section))
    assert [word.text for word in found[0].words][:1] == ["7"]


def test_labels_of_pages_begin_anew_where_a_part_of_two_pages_ends() -> None:
    """This test shows that what typst leaves out is put in, and that nothing else changes."""
    layout = _layout(_part(*_lines(70)), *[_part(*_lines(1), kind="appendix")] * 2)
    read = _reader(write_pdf(layout, _face()))
    assert read.page_labels == ["1", "2", "1", "1"]
    assert "Dòng 1" in read.pages[2].extract_text()
    one = write_pdf(letter(), _face())
    assert with_all_page_labels(one) is one


def test_what_stands_in_the_margins_is_on_the_first_page_of_its_part(pages: Any) -> None:
    """This test shows that the contact line and the circulation mark are not repeated."""
    margins = page(
        first_header=(Box("circulation", 50, 8, (p("circulation", "LƯU HÀNH"),), align="right"),),
        first_footer=(p("contact", "Điện thoại"),),
    )
    found = pages(_part(*_lines(70), section=margins), _part(*_lines(1), kind="appendix"))
    for word in ("LƯU", "Điện"):
        assert [word in [each.text for each in one.words] for one in found] == [True, False, False]
    assert found[0].line("Điện thoại").descender < 287 + NEAR
    (frame,) = found[0].frames
    assert (frame.right, frame.length) == pytest.approx((190, 50), abs=NEAR)


def test_a_foot_higher_than_its_margin_takes_room_from_the_text(pages: Any) -> None:
    """This test shows that ten contact lines cover no word of the page."""
    contact = p("contact", *[f"Liên hệ {number}" for number in range(10)])
    first = pages(_part(*_lines(70), section=page(first_footer=(contact,))))[0]
    last = max(row.descender for row in first.rows if row.text.startswith("Dòng"))
    assert last < min(word.top for word in first.line("Liên hệ 0").words)
    assert first.line("Liên hệ 9").descender < 287 + NEAR


def test_a_page_break_that_was_asked_for_comes(pages: Any) -> None:
    """This test shows that a paragraph begins a page when it says so."""
    broken = replace(p("paragraph", "Trang mới"), page_break_before=True)
    found = pages(_part(p("paragraph", "Một"), broken))
    assert [each.has("Trang mới") for each in found] == [False, True]


def test_a_heading_moves_with_what_follows(pages: Any) -> None:
    """This test shows that no heading is the last line of a page."""
    for before in range(52, 60):
        found = pages(_part(*_lines(before), p("heading", "I. PHẦN"), p("paragraph", "Lời.")))
        assert [each.has("Lời.") for each in found if each.has("I. PHẦN")] == [True]


def test_lines_that_keep_together_are_not_parted(pages: Any) -> None:
    """This test shows that ``keep_lines`` moves a whole paragraph."""
    style: Style = replace(look()["addressee"], keep_lines=True)
    tall = p("addressee", *[f"Nơi {number}" for number in range(9)])
    found = pages(_part(*_lines(50), tall), styles={**look(), "addressee": style})
    assert [each.has("Nơi 0") for each in found] == [False, True]


# Grids, frames, pictures, notes


def _bracket() -> Grid:
    names = Element("recipients", "9b", (p("recipient", "- A;"), p("recipient", "- B;")))
    purpose = Element("recipients", "9b", (p("recipient_purpose", "(để b/c)"),))
    rows = (GridRow(((names,), (), (purpose,))),)
    return Grid("bracket", (30.0, 3.0, 25.0), rows, bracket_column=1)


def test_a_bracket_closes_on_the_right(pages: Any) -> None:
    """This test shows that a bracket has an upper, a right and a lower line, no left one."""
    (found,) = pages(_part(_bracket()))
    upright = [each for each in found.strokes if each.is_upright]
    assert [round(each.left) for each in upright] == [63]
    assert [(round(each.left), round(each.right)) for each in found.levels] == [(60, 63)] * 2
    purpose = found.line("(để b/c)")
    assert (upright[0].top + upright[0].bottom) / 2 == pytest.approx(purpose.baseline - 1, abs=1)


def test_a_mark_has_its_size(pages: Any) -> None:
    """This test shows that the frame of «HỎA TỐC» is as large as asked for."""
    (found,) = pages(_part(_urgency()))
    (frame,) = found.frames
    measured = (frame.left, frame.right, frame.bottom - frame.top)
    assert measured == pytest.approx((95, 125, 8), abs=NEAR)


def _urgency() -> Box:
    return Box("urgency", 30, 8, (p("urgency", "HỎA TỐC"),), align="center")


def test_a_mark_is_framed_in_its_colour() -> None:
    """This test shows that words and frame of «HỎA TỐC» are red."""
    content = _reader(write_pdf(_layout(_part(_urgency())), _face())).pages[0].get_contents()
    assert content is not None
    colors = re.findall(rb"([\d. ]+) (?:scn|SCN)\b", content.get_data())
    assert [each.strip() for each in colors] == [_RED.strip()] * 2


def test_joint_signatures_stay_together(pages: Any) -> None:
    """This test shows that a row that keeps moves with what follows it."""
    name = Element("signature", "7a", (p("signature_name", "Nguyễn Văn A"),))
    rows = (GridRow(((name,), (name,)), keep_next=True), GridRow(((name,), (name,))))
    for before in range(55, 61):
        found = pages(_part(*_lines(before), Grid("signatures", (80.0, 80.0), rows)))
        assert [each for one in found if (each := one.rows and _names(one))] == [2]


def _names(page_: PdfPage) -> int:
    return sum(row.text == "Nguyễn Văn A Nguyễn Văn A" for row in page_.rows)


def test_a_picture_says_what_it_shows() -> None:
    """This test shows that the caption is read in place of the picture."""
    found = re.findall(rb"/Alt\(([^)]*)\)|/Alt<([0-9A-F]+)>", _whole())
    assert len(found) == 2
    assert "/Document/Figure" in _tree(_whole())


def test_a_picture_that_is_none_is_refused() -> None:
    """This test shows that the fault comes back as an exception of ours."""
    broken = Image(b"\x89PNG\r\n\x1a\nnothing", "png", 30.0, 15.0, "Hỏng")
    with pytest.raises(TypesettingError):
        write_pdf(_layout(_part(broken)), _face())


def test_a_footnote_called_twice_is_printed_once(pages: Any) -> None:
    """This test shows that both calls have the number, at the foot stands one note."""
    words = (Run("Một"), Run(footnote=1), Run(" và hai"), Run(footnote=1), Run("."))
    (found,) = pages(_part(p("paragraph", words)), footnotes=((p("footnote", "Ghi rõ."),),))
    raised = [word.text for word in found.words if word.size_pt < 9]
    assert raised == ["1", "1"]
    assert [row.text for row in found.rows if "Ghi rõ" in row.text] == ["1 Ghi rõ."]


def test_headings_are_tagged_with_their_level() -> None:
    """This test shows that a reader jumps from heading to heading."""
    tags = _tags(p("type_name", "QUY CHẾ"), p("heading", "I. A"), p("article", "Điều 1. B"))
    assert tags[1:] == ["/Document/H1", "/Document/H2", "/Document/H3"]


def test_rules_and_page_numbers_are_not_read() -> None:
    """This test shows that what only decorates is no content."""
    data = write_pdf(_layout(_part(*_lines(70))), _face())
    second = _reader(data).pages[1].get_contents()
    assert second is not None
    artifacts = re.findall(rb"/Artifact<<(.*?)>>BDC", second.get_data())
    assert artifacts == [b"/Attached[/Top]/Subtype/Header/Type/Pagination"]
    assert _tree(data) == ["/Document", *["/Document/P"] * 70]


# Words


@pytest.mark.parametrize(
    "text",
    [
        "#let x = 1; *đậm* _nghiêng_ $x^2$ @ai <nhãn> `mã` // hết /* */ ~ -- --- ... \\n \\u{41}",
        "= Không phải đề mục; - không phải dấu đầu dòng; + 1. / thuật ngữ: nghĩa",
        '"ngoặc" \'đơn\' {"json": [1, 2]} http://a.vn/b?c=d&e#f "\\"',
    ],
)
def test_signs_of_typst_are_printed_as_they_stand(text: str) -> None:
    """This test shows that no word of a record is read as typst."""
    made = write_pdf(_layout(_part(p("paragraph", text))), _face())
    printed = _reader(made).pages[0].extract_text()
    assert "".join(printed.split()) == "".join(text.split())


def test_words_are_composed_when_read_back() -> None:
    """This test shows that letters and their tones come back as one character."""
    text = "Ữ ữ Ặ ặ Đ đ Ỡ ỡ: Ủy ban nhân dân thị xã Quảng Yên, khuỷu tay, quý"
    read = _reader(write_pdf(_layout(_part(p("paragraph", text))), _face()))
    assert " ".join(read.pages[0].extract_text().split()) == unicodedata.normalize("NFC", text)


# The file


def test_the_same_layout_gives_the_same_bytes() -> None:
    """This test shows that nothing of the moment is in a file."""
    assert write_pdf(everything(), _face()) == _whole()


def test_threads_give_the_same_bytes() -> None:
    """This test shows that each thread has a compiler of its own, and all agree."""
    face = _face()
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: write_pdf(everything(), face), range(8)))
    assert set(made) == {_whole()}


def test_a_document_without_pictures_follows_one_with_them() -> None:
    """This test shows that a compiler forgets the folder of the last document."""
    face = _face()
    plain = write_pdf(letter(), face)
    write_pdf(everything(), face)
    assert write_pdf(letter(), face) == plain


def test_a_standard_may_be_left_out() -> None:
    """This test shows that a file claims PDF/A only when it is held to it."""
    claims = [b"pdfaid" in write_pdf(letter(), _face(), standard=name) for name in ("a-2a", "")]
    assert claims == [True, False]


def test_pages_are_drawn_as_pictures() -> None:
    """This test shows that there is one PNG a page, as large as paper and resolution say."""
    made = write_png(everything(), _face(), ppi=50)
    assert len(made) == len(_reader(_whole()).pages)
    width, height = struct.unpack(">II", made[0][16:24])
    assert (width, height) == pytest.approx((210 / MM_PER_INCH * 50, 297 / MM_PER_INCH * 50), abs=1)


def test_a_face_whose_files_are_gone_is_refused(tmp_path: Path) -> None:
    """This test shows that words are never left out without a word."""
    gone = tmp_path / "gone.ttf"
    face = Face("Liberation Serif", "2.1.5", gone, gone, gone, gone)
    with pytest.raises(TypesettingError, match="Liberation Serif"):
        write_pdf(letter(), face)


def test_a_thread_keeps_few_compilers(tmp_path: Path) -> None:
    """This test shows that a service that meets many faces does not grow."""
    face = _face()
    for number in range(4):
        folder = tmp_path / str(number)
        folder.mkdir()
        moved = {}
        for style in ("regular", "bold", "italic", "bold_italic"):
            file: Path = getattr(face, style)
            moved[style] = folder / file.name
            moved[style].symlink_to(file)
        write_pdf(letter(), replace(face, **moved))  # type: ignore[arg-type]
    assert len(compilers._kept.compilers) == 2


def test_a_page_is_as_large_as_its_section(pages: Any) -> None:
    """This test shows that paper and margins come from the layout."""
    section = replace(page(), width_mm=148.0, height_mm=210.0, left_mm=20.0, top_mm=15.0)
    (found,) = pages(_part(p("recipient", "Khổ nhỏ"), section=section))
    assert (round(found.width), round(found.height)) == (148, 210)
    line = found.line("Khổ nhỏ")
    assert line.left == pytest.approx(20, abs=NEAR)
    assert line.baseline == pytest.approx(15 + pt_to_mm(11 * 0.9336), abs=NEAR)

"""What is on the pages of a PDF and in its tags, for each kind of element but tables."""

from __future__ import annotations

import re
import struct
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from tests.pages.pdf_page import PdfPage
from tests.writers.layouts import everything, letter, look, p, page
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
from vnadmindocs.fonts.face import Face
from vnadmindocs.layout.shape import Box, Element, Grid, GridRow, Image, Run, Style
from vnadmindocs.units import MM_PER_INCH, pt_to_mm
from vnadmindocs.writers.pdf import TypesettingError, write_pdf, write_png
from vnadmindocs.writers.pdf import compiler as compilers
from vnadmindocs.writers.pdf.page_labels import with_all_page_labels

_RED = b"1 0 0 "


@cache
def _whole() -> bytes:
    return write_pdf(everything(), the_face())


# Parts and pages


def test_each_part_has_its_paper_and_its_numbers(pages: Pages) -> None:
    """This test shows that a landscape appendix counts from 1, which is not printed."""
    long = lines(80)
    found = pages(
        part_of(*long),
        part_of(*long, section=page(landscape=True), kind="appendix"),
        part_of(*long, section=page(page_number=False), kind="appendix"),
    )
    sizes = [(round(each.width), round(each.height)) for each in found]
    assert sizes == [(210, 297)] * 2 + [(297, 210)] * 3 + [(210, 297)] * 2
    numbers = [next((word.text for word in each.words if word.baseline < 18), "") for each in found]
    assert numbers == ["", "2", "", "2", "3", "", ""]
    middles = [
        (word.left + word.right) / 2 for each in found for word in each.words if word.baseline < 18
    ]
    assert middles == pytest.approx([110, 153.5, 153.5], abs=NEAR)


def test_a_number_is_shown_from_the_first_page_when_none_is_hidden(pages: Pages) -> None:
    """This test shows that a part may begin with another number and show it."""
    section = replace(page(), hidden_pages=0, first_number=7)
    found = pages(part_of(*lines(1), section=section))
    assert [word.text for word in found[0].words][:1] == ["7"]


def test_labels_of_pages_begin_anew_where_a_part_of_two_pages_ends() -> None:
    """This test shows that what typst leaves out is put in, and that nothing else changes."""
    layout = layout_of(part_of(*lines(70)), *[part_of(*lines(1), kind="appendix")] * 2)
    read = reader_of(write_pdf(layout, the_face()))
    assert read.page_labels == ["1", "2", "1", "1"]
    assert "Dòng 1" in read.pages[2].extract_text()
    one = write_pdf(letter(), the_face())
    assert with_all_page_labels(one) is one


def test_what_stands_in_the_margins_is_on_the_first_page_of_its_part(pages: Pages) -> None:
    """This test shows that the contact line and the circulation mark are not repeated."""
    margins = page(
        first_header=(Box("circulation", 50, 8, (p("circulation", "LƯU HÀNH"),), align="right"),),
        first_footer=(p("contact", "Điện thoại"),),
    )
    found = pages(part_of(*lines(70), section=margins), part_of(*lines(1), kind="appendix"))
    for word in ("LƯU", "Điện"):
        assert [word in [each.text for each in one.words] for one in found] == [True, False, False]
    assert found[0].line("Điện thoại").descender < 287 + NEAR
    (frame,) = found[0].frames
    assert (frame.right, frame.length) == pytest.approx((190, 50), abs=NEAR)


def test_a_foot_higher_than_its_margin_takes_room_from_the_text(pages: Pages) -> None:
    """This test shows that ten contact lines cover no word of the page."""
    contact = p("contact", *[f"Liên hệ {number}" for number in range(10)])
    first = pages(part_of(*lines(70), section=page(first_footer=(contact,))))[0]
    last = max(row.descender for row in first.rows if row.text.startswith("Dòng"))
    assert last < min(word.top for word in first.line("Liên hệ 0").words)
    assert first.line("Liên hệ 9").descender < 287 + NEAR


def test_notes_stand_over_a_foot_higher_than_its_margin(pages: Pages) -> None:
    """This test shows that no note lies under the contact lines, nor is moved on other pages."""
    contact = p("contact", *[f"Liên hệ {number}" for number in range(10)])
    called = [p("paragraph", (Run(f"Lời {number}"), Run(footnote=number))) for number in (1, 2)]
    first, second = pages(
        part_of(called[0], *lines(60), called[1], section=page(first_footer=(contact,))),
        footnotes=((p("footnote", "Ghi một."),), (p("footnote", "Ghi hai."),)),
    )
    note = first.line("1 Ghi một.")
    last = max(row.descender for row in first.rows if row.text.startswith("Dòng"))
    assert last < min(word.top for word in note.words)
    assert note.descender < min(word.top for word in first.line("Liên hệ 0").words)
    assert second.line("2 Ghi hai.").descender == pytest.approx(277, abs=1)


def test_a_page_break_that_was_asked_for_comes(pages: Pages) -> None:
    """This test shows that a paragraph begins a page when it says so."""
    broken = replace(p("paragraph", "Trang mới"), page_break_before=True)
    found = pages(part_of(p("paragraph", "Một"), broken))
    assert [each.has("Trang mới") for each in found] == [False, True]


def test_a_heading_moves_with_what_follows(pages: Pages) -> None:
    """This test shows that no heading is the last line of a page."""
    for before in range(52, 60):
        found = pages(part_of(*lines(before), p("heading", "I. PHẦN"), p("paragraph", "Lời.")))
        assert [each.has("Lời.") for each in found if each.has("I. PHẦN")] == [True]


def test_lines_that_keep_together_are_not_parted(pages: Pages) -> None:
    """This test shows that ``keep_lines`` moves a whole paragraph."""
    style: Style = replace(look()["addressee"], keep_lines=True)
    tall = p("addressee", *[f"Nơi {number}" for number in range(9)])
    found = pages(part_of(*lines(50), tall), styles={**look(), "addressee": style})
    assert [each.has("Nơi 0") for each in found] == [False, True]


# Grids, frames, pictures, notes


def _bracket() -> Grid:
    names = Element("recipients", "9b", (p("recipient", "- A;"), p("recipient", "- B;")))
    purpose = Element("recipients", "9b", (p("recipient_purpose", "(để b/c)"),))
    rows = (GridRow(((names,), (), (purpose,))),)
    return Grid("bracket", (30.0, 3.0, 25.0), rows, bracket_column=1)


def test_a_bracket_closes_on_the_right(pages: Pages) -> None:
    """This test shows that a bracket has an upper, a right and a lower line, no left one."""
    (found,) = pages(part_of(_bracket()))
    upright = [each for each in found.strokes if each.is_upright]
    assert [round(each.left) for each in upright] == [63]
    assert [(round(each.left), round(each.right)) for each in found.levels] == [(60, 63)] * 2
    purpose = found.line("(để b/c)")
    assert (upright[0].top + upright[0].bottom) / 2 == pytest.approx(purpose.baseline - 1, abs=1)


def test_a_mark_has_its_size(pages: Pages) -> None:
    """This test shows that the frame of «HỎA TỐC» is as large as asked for."""
    (found,) = pages(part_of(_urgency()))
    (frame,) = found.frames
    measured = (frame.left, frame.right, frame.bottom - frame.top)
    assert measured == pytest.approx((95, 125, 8), abs=NEAR)


def _urgency() -> Box:
    return Box("urgency", 30, 8, (p("urgency", "HỎA TỐC"),), align="center")


def test_a_mark_is_framed_in_its_colour() -> None:
    """This test shows that words and frame of «HỎA TỐC» are red."""
    content = (
        reader_of(write_pdf(layout_of(part_of(_urgency())), the_face())).pages[0].get_contents()
    )
    assert content is not None
    colors = re.findall(rb"([\d. ]+) (?:scn|SCN)\b", content.get_data())
    assert [each.strip() for each in colors] == [_RED.strip()] * 2


def test_joint_signatures_stay_together(pages: Pages) -> None:
    """This test shows that a row that keeps moves with what follows it."""
    name = Element("signature", "7a", (p("signature_name", "Nguyễn Văn A"),))
    rows = (GridRow(((name,), (name,)), keep_next=True), GridRow(((name,), (name,))))
    for before in range(55, 61):
        found = pages(part_of(*lines(before), Grid("signatures", (80.0, 80.0), rows)))
        assert [each for one in found if (each := one.rows and _names(one))] == [2]


def _names(page_: PdfPage) -> int:
    return sum(row.text == "Nguyễn Văn A Nguyễn Văn A" for row in page_.rows)


def test_a_picture_says_what_it_shows() -> None:
    """This test shows that the caption is read in place of the picture."""
    found = re.findall(rb"/Alt\(([^)]*)\)|/Alt<([0-9A-F]+)>", _whole())
    assert len(found) == 2
    assert "/Document/Figure" in tree_of(_whole())


def test_a_picture_that_is_none_is_refused() -> None:
    """This test shows that the fault comes back as an exception of ours."""
    broken = Image(b"\x89PNG\r\n\x1a\nnothing", "png", 30.0, 15.0, "Hỏng")
    with pytest.raises(TypesettingError):
        write_pdf(layout_of(part_of(broken)), the_face())


def test_a_footnote_called_twice_is_printed_once(pages: Pages) -> None:
    """This test shows that both calls have the number, at the foot stands one note."""
    words = (Run("Một"), Run(footnote=1), Run(" và hai"), Run(footnote=1), Run("."))
    (found,) = pages(part_of(p("paragraph", words)), footnotes=((p("footnote", "Ghi rõ."),),))
    raised = [word.text for word in found.words if word.size_pt < 9]
    assert raised == ["1", "1"]
    assert [row.text for row in found.rows if "Ghi rõ" in row.text] == ["1 Ghi rõ."]


@pytest.mark.parametrize("before", range(47, 57))
def test_a_footnote_stands_on_the_page_that_calls_it(pages: Pages, before: int) -> None:
    """This test shows that call, note and the heading above go over together."""
    words = ((Run("Lời."),), (Run("Hai."),), (Run("Ba"), Run(footnote=1)))
    found = pages(
        part_of(*lines(before), p("heading", "I. PHẦN"), p("paragraph", *words), *lines(9)),
        footnotes=((p("footnote", "Ghi rõ."),),),
    )
    for words_of_it in ("I. PHẦN", "Lời.", "Ba"):
        assert [each.has("1 Ghi rõ.") for each in found if each.has(words_of_it)] == [True]


def test_a_footnote_of_a_paragraph_longer_than_a_page_is_there(pages: Pages) -> None:
    """This test shows that what cannot be helped ends, with every word."""
    long = p("paragraph", *[(Run(f"Câu {number}"),) for number in range(99)], (Run(footnote=1),))
    found = pages(part_of(long), footnotes=((p("footnote", "Ghi rõ."),),))
    assert [each.has("1 Ghi rõ.") for each in found].count(True) == 1


def test_headings_are_tagged_with_their_level() -> None:
    """This test shows that a reader jumps from heading to heading."""
    tags = tags_of(p("type_name", "QUY CHẾ"), p("heading", "I. A"), p("article", "Điều 1. B"))
    assert tags[1:] == ["/Document/H1", "/Document/H2", "/Document/H3"]


def test_rules_and_page_numbers_are_not_read() -> None:
    """This test shows that what only decorates is no content."""
    data = write_pdf(layout_of(part_of(*lines(70))), the_face())
    second = reader_of(data).pages[1].get_contents()
    assert second is not None
    artifacts = re.findall(rb"/Artifact<<(.*?)>>BDC", second.get_data())
    assert artifacts == [b"/Attached[/Top]/Subtype/Header/Type/Pagination"]
    assert tree_of(data) == ["/Document", *["/Document/P"] * 70]


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
    made = write_pdf(layout_of(part_of(p("paragraph", text))), the_face())
    printed = reader_of(made).pages[0].extract_text()
    assert "".join(printed.split()) == "".join(text.split())


def test_words_are_composed_when_read_back() -> None:
    """This test shows that letters and their tones come back as one character."""
    text = "Ữ ữ Ặ ặ Đ đ Ỡ ỡ: Ủy ban nhân dân thị xã Quảng Yên, khuỷu tay, quý"
    read = reader_of(write_pdf(layout_of(part_of(p("paragraph", text))), the_face()))
    assert " ".join(read.pages[0].extract_text().split()) == unicodedata.normalize("NFC", text)


# The file


def test_the_same_layout_gives_the_same_bytes() -> None:
    """This test shows that nothing of the moment is in a file."""
    assert write_pdf(everything(), the_face()) == _whole()


def test_threads_give_the_same_bytes() -> None:
    """This test shows that each thread has a compiler of its own, and all agree."""
    face = the_face()
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: write_pdf(everything(), face), range(8)))
    assert set(made) == {_whole()}


def test_a_document_without_pictures_follows_one_with_them() -> None:
    """This test shows that a compiler forgets the folder of the last document."""
    face = the_face()
    plain = write_pdf(letter(), face)
    write_pdf(everything(), face)
    assert write_pdf(letter(), face) == plain


def test_a_standard_may_be_left_out() -> None:
    """This test shows that a file claims PDF/A only when it is held to it."""
    claims = [b"pdfaid" in write_pdf(letter(), the_face(), standard=name) for name in ("a-2a", "")]
    assert claims == [True, False]


def test_pages_are_drawn_as_pictures() -> None:
    """This test shows that there is one PNG a page, as large as paper and resolution say."""
    made = write_png(everything(), the_face(), ppi=50)
    assert len(made) == len(reader_of(_whole()).pages)
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
    face = the_face()
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


def test_a_page_is_as_large_as_its_section(pages: Pages) -> None:
    """This test shows that paper and margins come from the layout."""
    section = replace(page(), width_mm=148.0, height_mm=210.0, left_mm=20.0, top_mm=15.0)
    (found,) = pages(part_of(p("recipient", "Khổ nhỏ"), section=section))
    assert (round(found.width), round(found.height)) == (148, 210)
    line = found.line("Khổ nhỏ")
    assert line.left == pytest.approx(20, abs=NEAR)
    assert line.baseline == pytest.approx(15 + pt_to_mm(11 * 0.9336), abs=NEAR)

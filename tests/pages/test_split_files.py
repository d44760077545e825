"""Appendices in files of their own on paper: where the information box stands."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.pages.conftest import PdfMaker
from tests.pages.printing import Printed, Road, read_pdfs
from tests.pages.records import NATIONAL_NAME, decision, paragraphs
from vnadmindocs.api import load
from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.law.norms import Norms
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.splitting import split

NEAR = 0.35  # mm: what LibreOffice and rounding to twips may differ by
SIGNED = datetime(2026, 3, 9, 15, 28, 56)
LINE = "Số: 15/QĐ-SNV; 09/03/2026; 15:28:56+07:00"
NOTE = "LƯU HÀNH NỘI BỘ"
UPRIGHT, LYING, NOTED = "-phu-luc-1", "-phu-luc-2", "-quy-che"
FIRST_LINES = {UPRIGHT: "Phụ lục I", LYING: "Phụ lục II", NOTED: NATIONAL_NAME}


@pytest.fixture(scope="module")
def sheets(pdf_maker: PdfMaker, road: Road) -> Printed:
    """A decision with an upright appendix, one that lies, and a document with one inside."""
    regulation = {
        "type": "quy chế",
        "agency": "như trên",
        "subject": "Văn thư, lưu trữ",
        "circulation": NOTE,
        "body": "Điều 1. Phạm vi điều chỉnh",
        "appendices": [{"subject": "Mẫu sổ", "body": paragraphs(1)}],
    }
    appendices = [
        {"subject": "Danh sách", "body": paragraphs(30)},
        {"subject": "Tổng hợp", "orientation": "landscape", "body": paragraphs(1)},
        regulation,
    ]
    main = load(decision("Điều 1. Ban hành Quy chế.", issue="electronic", appendices=appendices))
    assert main.record is not None
    files = split(lay_out(main.record), main.record, SIGNED)
    made = read_pdfs(pdf_maker({f"file{each.name}": each.layout for each in files}, road))
    return {name.removeprefix("file"): pages for name, pages in made.items()}


@pytest.mark.parametrize("name", FIRST_LINES)
def test_the_box_is_one_line_of_ten_points_that_ends_at_the_right_margin(
    name: str, sheets: Printed
) -> None:
    """Top right of the first page of each file (PL1·P1·III.1.d)."""
    page = sheets[name][0]
    line = page.line(LINE)
    assert page.rows[0].text == LINE
    assert {round(word.size_pt, 1) for word in line.words} == {10}
    assert line.right == pytest.approx(page.width - 20, abs=NEAR)
    assert line.width == pytest.approx(width_mm(LINE, 10), abs=NEAR)


@pytest.mark.parametrize("name", FIRST_LINES)
def test_the_box_stays_in_the_top_margin_as_far_from_the_edge_as_a_page_number(
    name: str, sheets: Printed, law: Norms
) -> None:
    """Between the nearest a page number may come to the edge and the text."""
    line = sheets[name][0].line(LINE)
    assert min(word.top for word in line.words) >= law["page.header_distance"].low
    assert line.descender < law["page.margin.top"].use


@pytest.mark.parametrize("name", FIRST_LINES)
def test_the_text_begins_where_it_begins_in_the_one_file(
    name: str, sheets: Printed, law: Norms
) -> None:
    """The box pushes no word down, over a circulation note neither."""
    line = sheets[name][0].line(FIRST_LINES[name])
    above = law["page.margin.top"].use + 0.891 * line.words[0].size_pt * 25.4 / 72
    assert line.baseline == pytest.approx(above, abs=0.5)


def test_the_box_stands_above_a_circulation_note(sheets: Printed) -> None:
    """Both in the top margin, neither on the other."""
    page = sheets[NOTED][0]
    (frame,) = page.frames
    assert page.line(LINE).descender <= frame.top + NEAR
    assert frame.top < page.line(NOTE).baseline < frame.bottom < 20


def test_later_pages_have_their_number_and_no_box(sheets: Printed) -> None:
    """The number 1 is hidden, and the box is nowhere else."""
    _, *others = sheets[UPRIGHT]
    assert [page.rows[0].text for page in others] == [
        str(number) for number in range(2, len(others) + 2)
    ]
    assert len(others) > 1


def test_an_appendix_inside_an_attached_document_opens_without_a_box(sheets: Printed) -> None:
    """It is a part of that file and counts its own pages."""
    _, inside = sheets[NOTED]
    assert inside.rows[0].text == "Phụ lục"


def test_the_main_document_has_no_box(sheets: Printed) -> None:
    """It is signed at the places of the signatures."""
    assert [page.has("Số: 15/QĐ-SNV;") for page in sheets[""]] == [False]

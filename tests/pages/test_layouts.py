"""Layouts built by hand on paper: every kind of block, whatever records ask for."""

from __future__ import annotations

import pytest

from tests.pages.conftest import PdfMaker
from tests.pages.pdf_page import PdfPage
from tests.pages.printing import Printed, Road, read_pdfs
from tests.writers.layouts import LAYOUTS, MOTTO, NATIONAL_NAME, look
from vnadmindocs.fonts.metrics import width_mm

NEAR = 0.35  # mm: what LibreOffice and rounding to twips may differ by
LEFT, RIGHT = 30.0, 190.0


@pytest.fixture(scope="module")
def sheets(pdf_maker: PdfMaker, road: Road) -> Printed:
    """Print the documents once."""
    return read_pdfs(pdf_maker({name: make() for name, make in LAYOUTS.items()}, road))


def test_every_page_is_a4_and_nothing_leaves_the_margins(sheets: Printed) -> None:
    """Upright or turned; body text keeps to 30 mm left and 20 mm right."""
    for found in sheets.values():
        for page in found:
            assert {round(page.width), round(page.height)} == {210, 297}
            for word in page.words:
                assert word.left >= LEFT - NEAR
                assert word.right <= page.width - 20 + NEAR


def test_quoc_hieu_and_tieu_ngu_stand_on_one_line_each(sheets: Printed) -> None:
    """Ô 1 never wraps."""
    for found in sheets.values():
        found[0].line(NATIONAL_NAME)
        found[0].line(MOTTO)


def test_the_rule_under_tieu_ngu_is_as_long_as_its_text(sheets: Printed) -> None:
    """And stands right under it, in the middle of the column."""
    page = sheets["letter"][0]
    motto = page.line(MOTTO)
    wanted = width_mm(MOTTO, look()["national_motto"].size_pt, bold=True)
    (rule,) = [
        each for each in page.rules if each.left > 100 and 0 < each.level - motto.baseline < 3
    ]
    assert rule.length == pytest.approx(wanted, abs=NEAR)
    assert rule.left == pytest.approx(motto.left, abs=NEAR)


def test_number_and_date_are_on_one_level(sheets: Printed) -> None:
    """Ô 3 and ô 4; their sizes differ by one point."""
    page = sheets["letter"][0]
    number, date = page.line("Số:"), page.line("Hải Phòng, ngày 03")
    assert number.baseline == pytest.approx(date.baseline, abs=NEAR)


def test_recipients_and_signature_begin_on_one_level(sheets: Printed) -> None:
    """Ô 9b and ô 7a."""
    page = sheets["letter"][0]
    label, authority = page.line("Nơi nhận:"), page.line("KT. GIÁM ĐỐC")
    # These hand-made columns put the tops of both lines on one level.
    assert label.words[0].top == pytest.approx(authority.words[0].top, abs=0.9)
    assert label.left == pytest.approx(LEFT, abs=NEAR)


def test_page_numbers_stand_top_centre_and_start_anew_in_each_part(sheets: Printed) -> None:
    """No number on the first page of a part."""
    numbers = []
    for page in sheets["decision"]:
        top = [line for line in page.lines if line.baseline < 19]
        numbers.append(" ".join(line.text for line in top))
        for line in top:
            assert line.middle == pytest.approx((LEFT + page.width - 20) / 2, abs=0.5)
    turned = [page.width > page.height for page in sheets["decision"]].index(True)
    for part in (numbers[:turned], numbers[turned:]):
        assert len(part) > 1
        assert part == ["", *(str(number) for number in range(2, len(part) + 1))]


def test_the_appendix_lies_on_its_side_and_repeats_its_head(sheets: Printed) -> None:
    """Landscape pages after upright ones."""
    shapes = [page.width > page.height for page in sheets["decision"]]
    assert shapes == sorted(shapes)
    turned = sheets["decision"][shapes.index(True) :]
    assert len(turned) > 1
    for page in turned:
        page.line("Nội dung chương trình/đề án")


def test_a_page_ends_between_the_rows_that_a_merged_cell_covers(sheets: Printed) -> None:
    """Of more rows than are kept together: a page is filled but for less than a row."""
    for page in sheets["decision"]:
        if page.width > page.height and page is not sheets["decision"][-1]:
            level = max(stroke.level for stroke in page.strokes)
            assert page.height - 20 - 8 < level < page.height - 20 + NEAR


def test_the_contact_line_stands_at_the_foot_of_its_own_part_only(sheets: Printed) -> None:
    """Under a rule across the text, and not inherited by other parts."""
    page = sheets["letter"][0]
    contact = page.line("Số 1 Phạm Ngũ Lão,")
    (rule,) = [each for each in page.rules if 0 < contact.words[0].top - each.level < 3]
    assert (rule.left, rule.right) == pytest.approx((LEFT, RIGHT), abs=NEAR)
    assert ["Liên hệ khác" in _rows(page) for page in sheets["everything"]] == [
        False, False, True, False,
    ]  # fmt: skip
    assert ["LƯU HÀNH NỘI BỘ" in _rows(page) for page in sheets["everything"]] == [
        True, False, False, False,
    ]  # fmt: skip


def test_a_leader_ends_at_the_right_margin(sheets: Printed) -> None:
    """Dots run to the edge of the text."""
    row = next(row for row in sheets["everything"][0].rows if row.text.startswith("Họ và tên:"))
    assert row.right == pytest.approx(RIGHT, abs=1)


def test_a_written_break_does_not_stretch_the_line_before_it(sheets: Printed) -> None:
    """In justified text the broken line keeps its natural width."""
    text = "Dòng thứ nhất của một đoạn căn đều hai bên mà người viết đã ngắt"
    line = sheets["everything"][0].line(text)
    assert line.width == pytest.approx(width_mm(text, look()["paragraph"].size_pt), abs=NEAR)


def test_a_mark_has_the_size_asked_for(sheets: Printed) -> None:
    """HỎA TỐC is 30 mm wide and 8 mm high."""
    page = sheets["everything"][0]
    word = page.line("HỎA TỐC")
    (frame,) = [
        each
        for each in page.frames
        if each.left < word.left < word.right < each.right
        and each.top < word.baseline < each.bottom
    ]
    assert frame.bottom - frame.top == pytest.approx(8, abs=0.5)
    assert frame.length == pytest.approx(30, abs=0.5)


def _rows(page: PdfPage) -> list[str]:
    return [row.text for row in page.rows]

"""Pages of produced files as LibreOffice sets them, checked by position in mm."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.writers.inspection import Page, pages, to_pdf, without_space
from tests.writers.layouts import (
    MOTTO,
    NATIONAL_NAME,
    decision,
    everything,
    letter,
    look,
)
from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.writers.docx import write_docx

NEAR = 0.35  # mm: what LibreOffice and rounding to twips may differ by


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """Convert the documents once."""
    folder: Path = tmp_path_factory.mktemp("pages")
    made = {"letter": letter(), "decision": decision(), "everything": everything()}
    return {name: pages(to_pdf(write_docx(made[name]), folder, name)) for name in made}


def test_every_page_is_a4_and_nothing_leaves_the_margins(sheets: dict[str, list[Page]]) -> None:
    """Upright or turned; body text keeps to 30 mm left and 20 mm right."""
    for found in sheets.values():
        for page in found:
            assert {round(page.width), round(page.height)} == {210, 297}
            for word in page.words:
                assert word.left >= 30 - NEAR
                assert word.right <= page.width - 20 + NEAR


def test_quoc_hieu_and_tieu_ngu_stand_on_one_line_each(sheets: dict[str, list[Page]]) -> None:
    """Ô 1 never wraps."""
    for found in sheets.values():
        found[0].line_of(NATIONAL_NAME)
        found[0].line_of(MOTTO)


def test_the_rule_under_tieu_ngu_is_as_long_as_its_text(sheets: dict[str, list[Page]]) -> None:
    """And stands right under it, in the middle of the column."""
    page = sheets["letter"][0]
    motto = page.line_of(MOTTO)
    wanted = width_mm(MOTTO, look()["national_motto"].size_pt, bold=True)
    (rule,) = [
        line for line in page.lines if line[0] > 100 and -1.5 < line[1] - motto[0].bottom < 2
    ]
    assert rule[2] - rule[0] == pytest.approx(wanted, abs=NEAR)
    assert rule[0] == pytest.approx(motto[0].left, abs=NEAR)


def test_number_and_date_are_on_one_level(sheets: dict[str, list[Page]]) -> None:
    """Ô 3 and ô 4; their sizes differ by one point."""
    page = sheets["letter"][0]
    number, date = page.line_of("Số:")[0], page.line_of("Hải Phòng, ngày 03")[0]
    assert number.bottom == pytest.approx(date.bottom, abs=0.5)


def test_recipients_and_signature_begin_on_one_level(sheets: dict[str, list[Page]]) -> None:
    """Ô 9b and ô 7a."""
    page = sheets["letter"][0]
    label, authority = page.line_of("Nơi nhận:")[0], page.line_of("KT. GIÁM ĐỐC")[0]
    assert label.top == pytest.approx(authority.top, abs=0.9)
    assert label.left == pytest.approx(30, abs=NEAR)


def test_page_numbers_stand_top_centre_and_start_anew_in_each_part(
    sheets: dict[str, list[Page]],
) -> None:
    """No number on the first page of a part."""
    numbers = []
    for page in sheets["decision"]:
        top = [word for word in page.words if word.bottom < 19]
        numbers.append(" ".join(word.text for word in top))
        for word in top:
            middle = (30 + page.width - 20) / 2
            assert (word.left + word.right) / 2 == pytest.approx(middle, abs=0.5)
    turned = [page.width > page.height for page in sheets["decision"]].index(True)
    for part in (numbers[:turned], numbers[turned:]):
        assert len(part) > 1
        assert part == ["", *(str(number) for number in range(2, len(part) + 1))]


def test_the_appendix_lies_on_its_side_and_repeats_its_head(
    sheets: dict[str, list[Page]],
) -> None:
    """Landscape pages after upright ones."""
    shapes = [page.width > page.height for page in sheets["decision"]]
    assert shapes == sorted(shapes)
    turned = sheets["decision"][shapes.index(True) :]
    assert len(turned) > 1
    for page in turned:
        page.line_of("Nội dung chương trình/đề án")


def test_the_contact_line_stands_at_the_foot_of_its_own_part_only(
    sheets: dict[str, list[Page]],
) -> None:
    """Under a rule across the text, and not inherited by other parts."""
    page = sheets["letter"][0]
    contact = page.line_of("Số 1 Phạm Ngũ Lão,")[0]
    (rule,) = [line for line in page.lines if -1 < contact.top - line[1] < 3]
    assert rule[0] == pytest.approx(30, abs=NEAR)
    assert rule[2] == pytest.approx(190, abs=NEAR)
    words = [without_space("".join(w.text for w in each.words)) for each in sheets["everything"]]
    assert ["Liênhệkhác" in text for text in words] == [False, False, True, False]
    assert ["LƯUHÀNHNỘIBỘ" in text for text in words] == [True, False, False, False]


def test_a_leader_ends_at_the_right_margin(sheets: dict[str, list[Page]]) -> None:
    """Dots run to the edge of the text."""
    page = sheets["everything"][0]
    (level,) = {round(word.bottom, 1) for word in page.line_of("Họ và tên:")}
    last = max(word.right for word in page.words if round(word.bottom, 1) == level)
    assert last == pytest.approx(190, abs=1)


def test_a_written_break_does_not_stretch_the_line_before_it(
    sheets: dict[str, list[Page]],
) -> None:
    """In justified text the broken line keeps its natural width."""
    page = sheets["everything"][0]
    line = page.line_of("Dòng thứ nhất của một đoạn căn đều hai bên mà người viết đã ngắt")
    text = "Dòng thứ nhất của một đoạn căn đều hai bên mà người viết đã ngắt"
    width = width_mm(text, look()["paragraph"].size_pt)
    assert line[-1].right - line[0].left == pytest.approx(width, abs=NEAR)


def test_a_mark_has_the_size_asked_for(sheets: dict[str, list[Page]]) -> None:
    """HỎA TỐC is 30 mm wide and 8 mm high."""
    page = sheets["everything"][0]
    word = page.line_of("HỎA TỐC")[0]
    tops = [line for line in page.lines if -6 < line[1] - word.top < 0.5 and line[0] < word.left]
    bottoms = [line for line in page.lines if 0 < line[1] - word.bottom < 6 and line[0] < word.left]
    top, bottom = max(tops, key=lambda line: line[1]), min(bottoms, key=lambda line: line[1])
    assert bottom[1] - top[1] == pytest.approx(8, abs=0.5)
    assert top[2] - top[0] == pytest.approx(30, abs=0.5)

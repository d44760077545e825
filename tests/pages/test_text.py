"""The body on paper: headings with their text, tables, footnotes, leaders, widows."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from tests.pages.conftest import Printer
from tests.pages.pdf_page import MM, PdfPage
from tests.pages.printing import Printed
from tests.pages.records import SENTENCE, letter, paragraphs

TOP, BOTTOM, LEFT, RIGHT = 20.0, 277.0, 30.0, 190.0
NEAR = 0.5
_STEPS = range(10)
_TITLES = ("Chương I", "Mục 1", "Điều 1.", "Điều 2.")
_STRUCTURE = f"""\
Chương I
QUY ĐỊNH CHUNG
Mục 1
PHẠM VI, ĐỐI TƯỢNG
Điều 1. Phạm vi điều chỉnh
{SENTENCE}
Điều 2. Đối tượng áp dụng
1. Sở Nội vụ có trách nhiệm:
a) {SENTENCE}
b) {SENTENCE}./."""
_LISTS = f"""\
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
{SENTENCE}
II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
Chủ trì các việc sau:
- {SENTENCE}
2. Các cơ quan khác
{SENTENCE}./."""
_HEADINGS = {
    "structure": ("QUY ĐỊNH CHUNG", "Mục 1", "PHẠM VI, ĐỐI TƯỢNG", "Điều 1. Phạm vi điều chỉnh",
                  "Chương I", "Điều 2. Đối tượng áp dụng", "1. Sở Nội vụ có trách nhiệm:"),
    "lists": ("I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "II. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ",
              "Chủ trì các việc sau:", "2. Các cơ quan khác"),
}  # fmt: skip


def _filled(lines: int, end: str) -> str:
    """Put text of that many short paragraphs and five long ones before the end of a body."""
    short = [f"Việc ngắn thứ {number}." for number in range(lines)]
    return "\n".join([*paragraphs(5), *short, end])


def _table(rows: int) -> dict[str, Any]:
    cells = [[str(number), f"Việc {number}: {SENTENCE}", ""] for number in range(1, rows + 1)]
    return {"columns": ["TT", "Nội dung", "Thời gian"], "rows": cells}


@pytest.fixture(scope="module")
def texts(printer: Printer) -> Printed:
    """Bodies that grow by a line, so that each heading meets the end of a page; and one each."""
    records: dict[str, Any] = {
        "table": letter(["Kế hoạch như sau:", {"table": _table(30)}, "Trân trọng./."]),
        "footnotes": letter(
            "\n".join([*paragraphs(6), f"{SENTENCE} Theo báo cáo[^1].", *paragraphs(6),
                       "Đã nộp đủ[^2]./.", "[^1]: Báo cáo quý I.", "[^2]: Tính đến hết tháng 3."])
        ),
        "leaders": letter("Họ và tên: ..........\nNgày sinh: ......... Nơi ở: ..........\n"
                          "[ ] Đồng ý\n[x] Không đồng ý"),
    }  # fmt: skip
    for step in _STEPS:
        records[f"structure-{step}"] = letter(_filled(step * 2, _STRUCTURE))
        records[f"lists-{step}"] = letter(_filled(step * 2, _LISTS))
    return printer(records)


@pytest.mark.parametrize("kind", _HEADINGS)
@pytest.mark.parametrize("step", _STEPS)
def test_headings_stay_with_what_follows(kind: str, step: int, texts: Printed) -> None:
    """A page never ends with one, nor with words that announce a list.

    LibreOffice 7.4 lets go of a chain of headings now and then, Word does not: here is measured
    where it holds it.
    """
    pages = texts[f"{kind}-{step}"]
    last = [_text_rows(page)[-1] for page in pages]
    assert [row for row in last if row in _HEADINGS[kind]] == []


def test_headings_met_the_end_of_a_page(texts: Printed) -> None:
    """The sweep is worth its name: pages end early because a heading went over."""
    begins = {
        _text_rows(page)[0]
        for kind in _HEADINGS
        for step in _STEPS
        for page in texts[f"{kind}-{step}"][1:]
    }
    assert begins & set(_HEADINGS["structure"])
    assert begins & set(_HEADINGS["lists"])


def test_a_paragraph_never_leaves_one_line_behind(texts: Printed) -> None:
    """Widow control: of three lines, all stand together; of four, two and two."""
    torn = 0
    for kind in _HEADINGS:
        for step in _STEPS:
            for before, after in pairwise(texts[f"{kind}-{step}"]):
                last, first = _text_rows(before), _text_rows(after)
                if first[0][0].islower():
                    torn += 1
                    assert not last[-1].startswith(("Việc", "a)", "b)", "- "))
                    assert first[1][0].islower() or not first[0].endswith(".")
    assert torn <= len(_STEPS)


def test_the_head_of_a_table_repeats_and_its_rows_do_not_split(texts: Printed) -> None:
    """On every page that the table reaches."""
    pages = texts["table"]
    assert len(pages) >= 3
    seen = []
    for page in pages:
        rows = _text_rows(page)
        if not any(row.startswith("TT Nội dung") for row in rows):
            continue
        frame_top = min(stroke.top for stroke in page.strokes if stroke.is_upright)
        head = page.line("Nội dung")
        assert head.baseline - frame_top < 8
        numbers = [word for word in page.words if word.left < 42 and word.text.isdigit()]
        for number in numbers:
            # A whole row has its four lines on one page; its number is in the middle of them.
            lines = [
                row for row in page.rows if abs(row.baseline - number.baseline) < 12
                and f"Việc {number.text}:" in row.text
            ]  # fmt: skip
            assert len(lines) == 1
        seen += [int(number.text) for number in numbers]
        closings = [row for row in page.rows if row.text.endswith("theo quy định.")]
        assert len(closings) == len(numbers)
    assert seen == list(range(1, 31))


def test_a_table_is_as_wide_as_the_text(texts: Printed) -> None:
    """Its outer lines stand on the margins."""
    for page in texts["table"]:
        upright = [stroke for stroke in page.strokes if stroke.is_upright]
        if upright:
            assert min(each.left for each in upright) == pytest.approx(LEFT, abs=NEAR)
            assert max(each.right for each in upright) == pytest.approx(RIGHT, abs=NEAR)


def test_footnotes_stand_at_the_foot_of_their_page(texts: Printed) -> None:
    """Under a line, with the number their word carries."""
    pages = texts["footnotes"]
    for number, words, called in (("1", "Báo cáo quý I.", "cáo"), ("2", "Tính đến hết", "đủ")):
        (page,) = [page for page in pages if any(words in row.text for row in page.rows)]
        note = page.line(words)
        assert note.baseline > BOTTOM - 6
        assert note.words[0].size_pt == pytest.approx(10)
        raised = [word for word in page.words if word.text == number and word.size_pt < 9]
        assert len(raised) == 1
        assert any(called in row.text for row in page.rows)
        above = [rule for rule in page.rules if 0 < note.baseline - rule.level < 8]
        assert len(above) == 1
        assert above[0].left == pytest.approx(LEFT, abs=NEAR)


def test_leaders_reach_the_right_margin(texts: Printed) -> None:
    """And a blank inside a line is as long as it was written."""
    page = texts["leaders"][0]
    for start in ("Họ và tên:", "Ngày sinh:"):
        row = next(row for row in page.rows if row.text.startswith(start))
        assert row.right == pytest.approx(RIGHT, abs=1.5)
        assert row.words[-1].text.strip(".") == ""


def test_boxes_are_seen(texts: Printed) -> None:
    """One empty, one with a mark in it; both stand upright beside their words, nearly square."""
    page = texts["leaders"][0]
    for words in ("Đồng ý", "Không đồng ý"):
        line = page.line(words)
        sides = [
            each
            for each in page.strokes
            if each.is_upright and each.right < line.left and each.top < line.baseline < each.bottom
        ]
        assert len(sides) == 2
        left, right = sorted(sides, key=lambda each: each.left)
        assert left.left == pytest.approx(LEFT + 10, abs=NEAR)
        height = left.bottom - left.top
        assert 0.75 * height < right.left - left.left < 1.1 * height


def _text_rows(page: PdfPage) -> list[str]:
    """Give the lines between the margins, footnotes left out."""
    return [
        row.text
        for row in page.rows
        if TOP < row.baseline < BOTTOM + 1 and row.words[-1].size_pt * MM > 10.5 * MM
    ]

"""Attached texts on paper: head, contents, quotations, forms; headings that stay together."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pages.conftest import Printer
from tests.pages.pdf_page import Line, PdfPage
from tests.pages.printing import Printed
from tests.pages.records import MOTTO, NATIONAL_NAME, SENTENCE, decision

LEFT, RIGHT, MIDDLE = 30.0, 190.0, 110.0
NEAR = 0.5
_SWEEP = range(6)
_CHAIN = (
    "Chương II\nTỔ CHỨC THỰC HIỆN\nMục 1\nTRÁCH NHIỆM\nTiểu mục 1\nCỦA CÁC PHÒNG\n"
    f"Điều 9. Trách nhiệm của các phòng\n{SENTENCE}\n1. {SENTENCE}"
)
_HEADINGS = (
    "Chương II", "TỔ CHỨC THỰC HIỆN", "Mục 1", "TRÁCH NHIỆM", "Tiểu mục 1", "CỦA CÁC PHÒNG",
    "Điều 9. Trách nhiệm của các phòng",
)  # fmt: skip
_STATUTES = f"""\
Chương I
QUY ĐỊNH CHUNG
Mục 1
PHẠM VI
Điều 1. Phạm vi điều chỉnh
{SENTENCE}
Chương II
THI HÀNH
Điều 2. Sửa đổi Điều 9 của quy chế trước như sau:
“Điều 9. Ngày nghỉ
1. {SENTENCE}”
Điều 2a. Hiệu lực thi hành
{SENTENCE}"""
_FORM = {
    "type": "mẫu",
    "agency": "........\n\n........",
    "title": "PHIẾU YÊU CẦU",
    "body": "Họ và tên: ............",
    "signature": [
        "LÃNH ĐẠO\n(Ký, ghi rõ họ tên)",
        "PHỤ TRÁCH\n(Ký, ghi rõ họ tên)",
        "ngày ... tháng ... năm 20...\nNGƯỜI YÊU CẦU\n(Ký, ghi rõ họ tên)",
    ],
}


def _issuing(body: str, **fields: Any) -> dict[str, Any]:
    entry = {"type": "quy chế", "subject": "Văn thư, lưu trữ", "body": body, **fields}
    return decision("Điều 1. Ban hành Quy chế kèm theo./.", appendices=[entry])


@pytest.fixture(scope="module")
def attached(printer: Printer) -> Printed:
    """A text with contents and a form; and texts that grow by a line, to the end of a page."""
    records: dict[str, Any] = {
        "whole": _issuing(_STATUTES, contents="yes", appendices=[_FORM]),
        "small": {**_issuing(_STATUTES, contents="yes", appendices=[_FORM]), "size_set": "small"},
    }
    records["short"] = _issuing("I. A\nMột.\nII. B\nHai.", contents="yes")
    for step in _SWEEP:
        short = [f"{number}. Việc ngắn." for number in range(1, 48 + step)]
        body = "\n".join(["Điều 1. Phạm vi", *short, _CHAIN])
        records[f"chain-{step}"] = _issuing(body)
    return printer(records)


def _is_centred(line: Line, middle: float = MIDDLE) -> bool:
    return line.middle == pytest.approx(middle, abs=NEAR)


def _page(pages: tuple[PdfPage, ...], words: str) -> PdfPage:
    return next(page for page in pages if page.has(words))


def test_the_head_of_an_attached_text_has_neither_number_nor_date(attached: Printed) -> None:
    """Form 1.3: bodies and Quốc hiệu on one level, then type name, subject and reference."""
    page = attached["whole"][1]
    left, right = page.line("UBND TỈNH AN BÌNH"), page.line(NATIONAL_NAME)
    assert left.baseline == pytest.approx(right.baseline, abs=NEAR)
    assert page.line(MOTTO).middle == pytest.approx(right.middle, abs=NEAR)
    assert not any(page.has(words) for words in ("Số:", "An Bình, ngày"))
    name, subject = page.line("QUY CHẾ"), page.line("Văn thư, lưu trữ")
    reference = page.starting("(Kèm theo Quyết định số 15/QĐ-SNV")
    assert name.baseline < subject.baseline < reference.baseline
    assert all(_is_centred(line) for line in (name, subject, reference))


def test_the_short_rule_stands_under_the_reference(attached: Printed) -> None:
    """In the middle, between a third and a half of its longest line."""
    page = attached["whole"][1]
    first = page.starting("(Kèm theo Quyết định")
    last = next(line for line in page.lines if line.text.endswith("tỉnh An Bình)"))
    (rule,) = [each for each in page.rules if 0 < each.level - last.baseline < 4]
    assert rule.middle == pytest.approx(MIDDLE, abs=NEAR)
    longest = max(first.width, last.width)
    assert longest / 3 - NEAR <= rule.length <= longest / 2 + NEAR


def test_pages_of_an_attached_text_count_from_one(attached: Printed) -> None:
    """The number of its first page is hidden; the body after the contents is on page 2."""
    numbers = [
        [line.text for line in page.lines if line.baseline < 20] for page in attached["whole"]
    ]
    assert numbers == [[], [], ["2"], []]


@pytest.mark.parametrize("record", ["whole", "small"])
def test_lines_of_contents_are_set_in_by_level_and_end_at_the_margin(
    record: str, attached: Printed
) -> None:
    """Dots run from the words to the number of the page."""
    page = attached[record][1]
    assert _is_centred(page.line("MỤC LỤC"))
    for start, level in (
        ("Chương I. QUY ĐỊNH CHUNG", 1),
        ("Mục 1. PHẠM VI", 2),
        ("Điều 1. Phạm vi điều chỉnh", 3),
        ("Chương II. THI HÀNH", 1),
        ("Điều 2..", 3),
        ("Điều 2a. Hiệu lực thi hành", 3),
    ):
        row = next(row for row in page.rows if row.text.startswith(start))
        assert row.left == pytest.approx(LEFT + 5 * (level - 1), abs=NEAR)
        assert row.right == pytest.approx(RIGHT, abs=NEAR)
        assert row.text.endswith(".2")


def test_the_dots_of_a_short_line_of_contents_reach_the_margin_too(attached: Printed) -> None:
    """They do not end where the lines of a longer title would go on."""
    page = attached["short"][1]
    for start in ("I. A..", "II. B.."):
        row = next(row for row in page.rows if row.text.startswith(start))
        assert (row.left, row.right) == pytest.approx((LEFT, RIGHT), abs=NEAR)


def test_a_quoted_article_is_set_in_once_more(attached: Printed) -> None:
    """Its first line has the indent of the quotation and that of every paragraph."""
    page = _page(attached["whole"], "“Điều 9. Ngày nghỉ")
    quoted = page.line("“Điều 9. Ngày nghỉ")
    own = page.line("Điều 2a. Hiệu lực thi hành")
    assert own.left == pytest.approx(LEFT + 10, abs=NEAR)
    assert quoted.left == pytest.approx(LEFT + 20, abs=NEAR)


def test_chapters_stand_in_the_middle_with_their_titles_below(attached: Printed) -> None:
    """Number and title on lines of their own, nothing between them."""
    page = attached["whole"][2]
    for number, title in (("Chương I", "QUY ĐỊNH CHUNG"), ("Mục 1", "PHẠM VI")):
        above, below = page.line(number), page.line(title)
        assert _is_centred(above)
        assert _is_centred(below)
        assert 4 < below.baseline - above.baseline < 7


def test_the_label_of_a_form_stands_above_its_head(attached: Printed) -> None:
    """Label and reference in the middle, then the form's own head with Quốc hiệu."""
    page = attached["whole"][3]
    label, reference = page.line("Mẫu số 01"), page.starting("(Kèm theo Quyết định")
    head, name = page.line(NATIONAL_NAME), page.line("PHIẾU YÊU CẦU")
    assert all(_is_centred(line) for line in (label, reference, name))
    assert label.baseline < reference.baseline < head.baseline < name.baseline
    assert head.left > 90


def test_the_signers_of_a_form_stand_on_one_level(attached: Printed) -> None:
    """Each in the middle of its third; the date of one leaves an empty line to the others."""
    page = attached["whole"][3]
    offices = [page.line(words) for words in ("LÃNH ĐẠO", "PHỤ TRÁCH", "NGƯỜI YÊU CẦU")]
    assert len({round(line.baseline, 1) for line in offices}) == 1
    for place, line in enumerate(offices):
        assert _is_centred(line, LEFT + (RIGHT - LEFT) * (2 * place + 1) / 6)
    date = page.starting("ngày ...")
    assert date.middle == pytest.approx(offices[2].middle, abs=NEAR)
    assert date.baseline < offices[2].baseline


@pytest.mark.parametrize("step", _SWEEP)
def test_a_chain_of_headings_goes_over_as_a_whole(step: int, attached: Printed) -> None:
    """Chương, mục, tiểu mục and điều with all their titles stay with what they head."""
    pages = attached[f"chain-{step}"][1:]
    ends = [[row.text for row in page.rows if row.baseline > 20][-1] for page in pages]
    assert [end for end in ends if end in _HEADINGS] == []
    assert any(page.has("Chương II") and page.has(_HEADINGS[-1]) for page in pages)


def test_the_chain_met_the_end_of_a_page(attached: Printed) -> None:
    """The sweep is worth its name: in some of its steps the chain begins a page."""
    begun = {
        next(row.text for row in page.rows if row.baseline > 20)
        for step in _SWEEP
        for page in attached[f"chain-{step}"][2:]
    }
    assert "Chương II" in begun

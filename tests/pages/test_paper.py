"""The paper itself: size, margins, page numbers, what stands at the foot of page 1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.layout.records import elements, texts
from tests.pages.pdf_page import PdfPage
from tests.pages.printing import Printed
from tests.pages.records import ORIGINALS, RECORDS, layout_of
from vnadmindocs.law.norms import Norms
from vnadmindocs.layout.shape import Element, Paragraph, Part
from vnadmindocs.units import pt_to_mm

RECORD = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
ORIGINAL = pytest.mark.parametrize("record", ORIGINALS, ids=lambda record: record.stem)
NEAR = 0.4  # mm: rounding to twips, side bearings of letters
_EXPECTED_PAGES = {
    "cong-van-bql-kcn-ha-noi": 2,
    "cong-van-so-cong-thuong-hai-phong": 2,
    "cong-van-so-khcn-hai-phong": 2,
    "decision": 1,
    "dispatch": 1,
    "hai-phu-luc": 3,
    "ke-hoach-phoi-hop-kien-giang": 5,
    "kem-dieu-le": 2,
    "notice": 1,
    "plan": 2,
    "quyet-dinh-khuyen-cong-hai-phong": 14,
}


def _parts(record: Path, pages: Sequence[PdfPage]) -> list[tuple[Part, list[PdfPage]]]:
    """Deal the pages out to the parts: a part begins on a page without a number."""
    parts = [part for part in layout_of(record).parts if part.attachment is None]
    begun: list[list[PdfPage]] = []
    for page in pages:
        if _page_number(page) is None:
            begun.append([])
        begun[-1].append(page)
    return list(zip(parts, begun, strict=True))


def _on_new_pages(part: Part) -> Iterator[Paragraph]:
    for element in part.elements:
        if isinstance(element, Element):
            for block in element.blocks:
                if isinstance(block, Paragraph) and block.page_break_before:
                    yield block


def _page_number(page: PdfPage) -> str | None:
    found = [line for line in page.lines if line.baseline < 20 and line.text.isdigit()]
    return found[0].text if found else None


def _text(page: PdfPage) -> Iterator[str]:
    yield from (line.text for line in page.lines if line.baseline > 20)


@RECORD
def test_a_record_has_as_many_pages_as_expected_and_none_is_empty(
    record: Path, printed_records: Printed
) -> None:
    """An empty page is what a break too many leaves behind."""
    pages = printed_records[record.stem]
    assert len(pages) == _EXPECTED_PAGES.get(record.stem, len(pages))
    assert [page.number for page in pages if not any(_text(page))] == []


@RECORD
def test_nothing_leaves_the_text_box(record: Path, printed_records: Printed) -> None:
    """Words and strokes stand between the margins; only the margins' own matter stands outside."""
    for part, pages in _parts(record, printed_records[record.stem]):
        box = part.section
        left, right = box.left_mm - NEAR, box.width_mm - box.right_mm + NEAR
        for page in pages:
            size = (page.width, page.height)
            assert size == pytest.approx((box.width_mm, box.height_mm), abs=NEAR)
            outside = [w.text for w in page.words if w.left < left or w.right > right]
            assert outside == []
            assert [s for s in page.strokes if s.left < left or s.right > right] == []
            low = box.height_mm - box.bottom_mm + NEAR
            if box.first_footer and page is pages[0]:
                low = box.height_mm - box.footer_mm + NEAR  # ô 13, inside the bottom margin
            assert [w.text for w in page.words if w.descender > low] == []


@ORIGINAL
def test_the_first_line_of_each_page_stands_at_the_top_margin(
    record: Path, printed_records: Printed
) -> None:
    """Neither lower, as after a paragraph left over, nor in the margin."""
    styles = layout_of(record).styles
    for part, pages in _parts(record, printed_records[record.stem]):
        # What begins a page because it shall, has the room above it that it has everywhere.
        broken = [styles[each.role].before_pt for each in _on_new_pages(part)]
        most = max(3.5, *(pt_to_mm(each) + 1 for each in broken), 0.0)
        for page in pages:
            tops = [word.top for word in page.words if word.baseline > part.section.top_mm]
            rules = [each.top for each in page.strokes if each.top > part.section.top_mm - NEAR]
            # Letters stay a little below their line's top; a paragraph may bring its 6 pt along.
            assert part.section.top_mm - NEAR <= min([*tops, *rules]) <= part.section.top_mm + most


@RECORD
def test_pages_are_numbered_top_centre_from_the_second_of_each_part(
    record: Path, printed_records: Printed
) -> None:
    """Each part numbers its own pages; its first page shows no number."""
    for part, pages in _parts(record, printed_records[record.stem]):
        expected = [None, *(str(number) for number in range(2, len(pages) + 1))]
        assert [_page_number(page) for page in pages] == expected
        for page in pages[1:]:
            number = next(line for line in page.lines if line.text == _page_number(page))
            middle = (part.section.left_mm + page.width - part.section.right_mm) / 2
            assert number.middle == pytest.approx(middle, abs=NEAR)
            assert number.words[0].top > part.section.header_mm - NEAR
            assert number.descender < part.section.top_mm
            assert number.words[0].size_pt in (13, 14)


@RECORD
def test_the_contact_line_stands_at_the_foot_of_page_one_only(
    record: Path, printed_records: Printed, law: Norms
) -> None:
    """Under a rule across the whole text; not in an appendix, nor on the next pages."""
    pages = printed_records[record.stem]
    contact = [
        line
        for paragraph in layout_of(record).parts[0].section.first_footer
        for line in getattr(paragraph, "text", "").split("\n")
        if line
    ]
    for page in pages:
        shown = [line for line in contact if any(each.text == line for each in page.lines)]
        assert shown == (contact if page.number == 1 else [])
    if not contact:
        return
    top = pages[0].line(contact[0])
    (rule,) = [each for each in pages[0].rules if 0 < top.baseline - each.level < 8]
    left, right = law["page.margin.left"].use, 210 - law["page.margin.right"].use
    assert [rule.left, rule.right] == pytest.approx([left, right], abs=NEAR)
    assert rule.level < top.words[0].top - 0.2
    assert {word.size_pt for word in top.words} <= {11, 12}


@ORIGINAL
def test_a_signature_stands_with_words_of_the_text(record: Path, printed_records: Printed) -> None:
    """The page of the closing has the end of the text above it."""
    pages = printed_records[record.stem]
    # A record without recipients closes with its signature alone.
    main = list(elements(layout_of(record).parts[0]))
    role = "recipients" if any(each.role == "recipients" for each in main) else "signature"
    opening = next(text for each in main if each.role == role for text in texts(each) if text)
    (closing,) = [page for page in pages if page.has(opening)]
    label = closing.starting(opening)
    top = layout_of(record).parts[0].section.top_mm
    above = [row.text for row in closing.rows if top < row.baseline < label.baseline - 1]
    # A letter of courtesy ends in the words of its writer.
    assert any(text.endswith(("./.", "Thân ái!")) for text in above)

"""The head of page 1: Quốc hiệu, issuing body, number, date, title, and the rules under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.pages.conftest import Printer
from tests.pages.pdf_page import MM, Line, PdfPage, Stroke
from tests.pages.printing import Printed
from tests.pages.records import AGENCY, MOTTO, NATIONAL_NAME, RECORDS, decision, layout_of, letter
from vnadmindocs.fonts.metrics import LINE_PITCH_EM
from vnadmindocs.law.norms import Norms
from vnadmindocs.layout.shape import Block, Element, Grid, Paragraph, Rule

RECORD = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
SHARE = 0.015  # of a length: what measuring letters may differ by
CLEAR_MM = 0.3
_MARGINS = {"narrow": (35, 20), "wide": (30, 15), "left": (35, 15), "right": (30, 20)}
CORNERS = {
    f"{sides}-{edge}-{size}": {"left": left, "right": right, "edge": edge, "size": size}
    for sides, (left, right) in _MARGINS.items()
    for edge in (20, 25)
    for size in ("lớn", "nhỏ")
}


@pytest.fixture(scope="module")
def corners(printer: Printer) -> Printed:
    """A letter and a decision under every corner of the margins, in both size sets."""
    records = {}
    for name, corner in CORNERS.items():
        rules = {
            "page.margin.left": str(corner["left"]),
            "page.margin.right": str(corner["right"]),
            "page.margin.top": str(corner["edge"]),
            "page.margin.bottom": str(corner["edge"]),
        }
        agency = {**AGENCY, "rules": rules}
        make = letter if corner["edge"] == 20 else decision
        body = "Điều 1. Ban hành Quy chế.\nĐiều 2. Sở Nội vụ thi hành."
        records[name] = make(body, agency=agency, size_set=corner["size"])
    return printer(records)


@RECORD
def test_the_national_header_is_two_lines_on_one_axis(
    record: Path, printed_records: Printed
) -> None:
    """Quốc hiệu never wraps; Tiêu ngữ stands in the middle under it, its rule as long as it."""
    _check_national_header(printed_records[record.stem][0])


@pytest.mark.parametrize("corner", CORNERS)
def test_the_national_header_holds_at_every_allowed_margin(corner: str, corners: Printed) -> None:
    """The text is 155 to 165 mm wide, Quốc hiệu 88 to 96."""
    page, values = corners[corner][0], CORNERS[corner]
    _check_national_header(page)
    _check_issuer_rule(page, "SỞ NỘI VỤ")
    right = page.width - float(str(values["right"]))
    assert page.line(NATIONAL_NAME).right < right + 0.1
    assert page.line("UBND TỈNH AN BÌNH").left > float(str(values["left"])) - 0.1
    assert max(word.right for word in page.words) < right + 0.4
    assert min(word.left for word in page.words) > float(str(values["left"])) - 0.1


def _has(record: Path, role: str) -> bool:
    header = layout_of(record).parts[0].elements[0]
    assert isinstance(header, Grid)
    return any(each.role == role for row in header.rows for cell in row.cells for each in cell)


@RECORD
def test_the_columns_of_the_head_do_not_meet(record: Path, printed_records: Printed) -> None:
    """Between the words of the two columns there is room as between words at least."""
    page = printed_records[record.stem][0]
    name = page.line(NATIONAL_NAME)
    last = page.starting("Số:" if _has(record, "number") else MOTTO.split()[0])
    head = [w for w in page.words if 20 < w.baseline <= last.baseline + 1]
    left = [word for word in head if word.right < name.left + 1]
    assert left
    assert max(word.right for word in left) < name.left - 1.5


@RECORD
def test_the_rule_under_the_issuing_body_is_a_third_to_half_of_its_line(
    record: Path, printed_records: Printed
) -> None:
    """And stands in the middle under the last line, touching no letter."""
    header = layout_of(record).parts[0].elements[0]
    assert isinstance(header, Grid)
    (issuer,) = header.rows[0].cells[0]
    own = [e for e in issuer.blocks if isinstance(e, Paragraph) and e.role == "issuer"]
    lines = [line for paragraph in own for line in paragraph.text.split("\n")]
    _check_issuer_rule(printed_records[record.stem][0], *lines)


@RECORD
def test_number_and_date_stand_on_one_level(record: Path, printed_records: Printed) -> None:
    """Ô 3 and ô 4, whatever stands above them; a biên bản has no date, a thư công no number."""
    page = printed_records[record.stem][0]
    if not _has(record, "number"):
        assert not any(row.text.startswith("Số:") for row in page.rows)
        return
    number = page.starting("Số:")
    (row,) = [row for row in page.rows if number.words[0] in row.words]
    beside = [word for word in row.words if word.left > page.line(NATIONAL_NAME).left]
    if not _has(record, "place_date"):
        assert beside == []
        return
    date = Line(tuple(beside))
    assert "ngày" in date.text
    assert date.baseline == pytest.approx(number.baseline, abs=0.3)
    if date.words[-1].text != "năm":  # a year to be filled in by hand is a blank at the end
        assert date.middle == pytest.approx(page.line(NATIONAL_NAME).middle, abs=NEAR)


@pytest.mark.parametrize("corner", [name for name in CORNERS if "-20-" in name])
def test_the_subject_of_a_letter_stands_six_points_under_the_number(
    corner: str, corners: Printed, law: Norms
) -> None:
    """PL1·P1·II.5.b."""
    page = corners[corner][0]
    number, subject = page.starting("Số:"), page.starting("V/v")
    pitch = subject.words[0].size_pt * LINE_PITCH_EM
    # A base line is 0.216 em above the end of its line; both are 12 or 13 pt here.
    under = (subject.baseline - number.baseline) / MM - pitch
    assert under == pytest.approx(law["dispatch_subject.before"].use, abs=0.7)
    assert subject.middle == pytest.approx(number.middle, abs=NEAR)


@pytest.mark.parametrize("corner", [name for name in CORNERS if "-25-" in name])
def test_the_rule_under_the_subject_is_a_third_to_half_of_its_line(
    corner: str, corners: Printed
) -> None:
    """In the middle of the page, touching no letter."""
    page, values = corners[corner][0], CORNERS[corner]
    subject = page.line("Về việc ban hành Quy chế văn thư, lưu trữ")
    rule = _rule_under(page, subject)
    _check_share(rule, subject, 1 / 3, 1 / 2)
    middle = (float(str(values["left"])) + 210 - float(str(values["right"]))) / 2
    assert rule.middle == pytest.approx(middle, abs=NEAR)


@RECORD
def test_every_rule_has_the_length_that_was_measured(
    record: Path, printed_records: Printed
) -> None:
    """Those of heads and titles, and the one over the contact line: to a fifth of a millimetre."""
    pages = printed_records[record.stem]
    drawn = [rule.length for page in pages for rule in page.rules]
    rules = [
        block
        for part in layout_of(record).parts
        for block in (*_blocks(part.elements), *part.section.first_footer)
        if isinstance(block, Rule)
    ]
    assert len(rules) >= 2
    for rule in rules:
        nearest = min(drawn, key=lambda length: abs(length - rule.length_mm))
        assert nearest == pytest.approx(rule.length_mm, abs=0.2)
        drawn.remove(nearest)


@RECORD
def test_no_short_rule_touches_a_letter(record: Path, printed_records: Printed) -> None:
    """Of any page: rules of heads and titles keep clear of the tails of letters and dots below."""
    for page in printed_records[record.stem]:
        for rule in page.rules:
            touching = [
                word.text
                for word in page.words
                if word.left < rule.right
                and word.right > rule.left
                and word.baseline - 0.7 * word.size_pt * MM < rule.top + CLEAR_MM
                and rule.top - CLEAR_MM < word.descender
            ]
            assert touching == []


NEAR = 0.5


def _blocks(elements: Iterable[Element | Grid]) -> Iterator[Block | Grid]:
    """Give the blocks of elements, those of grids too."""
    for element in elements:
        if isinstance(element, Grid):
            for row in element.rows:
                for cell in row.cells:
                    yield from _blocks(cell)
        else:
            yield from element.blocks


def _check_national_header(page: PdfPage) -> None:
    name, motto = page.line(NATIONAL_NAME), page.line(MOTTO)
    assert motto.middle == pytest.approx(name.middle, abs=NEAR)
    assert 0 < motto.baseline - name.baseline < 7
    rule = _rule_under(page, motto)
    assert rule.length == pytest.approx(motto.width, abs=NEAR)
    assert rule.middle == pytest.approx(motto.middle, abs=NEAR)
    assert (name.words[0].size_pt, motto.words[0].size_pt) in ((12, 13), (13, 14))


def _check_issuer_rule(page: PdfPage, *lines: str) -> None:
    """Check the rule under the last of these lines: the longest is measured.

    See docs/readings/rule-lengths.md.
    """
    shown = [page.line(line) for line in lines]
    rule = _rule_under(page, shown[-1])
    _check_share(rule, max(shown, key=lambda each: each.width), 1 / 3, 1 / 2)
    assert rule.middle == pytest.approx(shown[-1].middle, abs=NEAR)


def _check_share(rule: Stroke, line: Line, low: float, high: float) -> None:
    assert low * (1 - SHARE) < rule.length / line.width < high * (1 + SHARE)


def _rule_under(page: PdfPage, line: Line) -> Stroke:
    """Find the rule right under a line: clear of its letters, and near."""
    (rule,) = [
        each
        for each in page.rules
        if 0 < each.level - line.baseline < 4 and line.left - 1 < each.middle < line.right + 1
    ]
    assert rule.top - line.descender >= CLEAR_MM
    return rule

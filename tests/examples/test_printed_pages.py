"""Every example on paper: positions measured in the PDF that LibreOffice makes of it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from tests.examples.expected_findings import RECORDS
from tests.writers.inspection import Page, Word, pages, to_pdf, validation_errors
from vnadmindocs.api import render
from vnadmindocs.law.norms import norms

EXAMPLE = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
CLOSE_MM = 0.6


@cache
def _data(record: Path) -> bytes:
    data = render(record).data
    assert data is not None
    return data


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, list[Page]]:
    """The pages of every example."""
    folder = tmp_path_factory.mktemp("pdf")
    return {record: pages(to_pdf(_data(record), folder, record.stem)) for record in RECORDS}


@EXAMPLE
def test_an_example_is_valid_open_xml(record: Path) -> None:
    """This test shows that Word opens the file without a word of repair."""
    assert validation_errors(_data(record)) == []


@EXAMPLE
def test_every_page_is_a4_and_keeps_its_margins(
    record: Path, printed: dict[Path, list[Page]]
) -> None:
    """This test shows that no word stands outside the text box of its page."""
    law = norms()
    for page in printed[record]:
        sides = sorted((page.width, page.height))
        assert sides == pytest.approx([law["page.width"].use, law["page.height"].use], abs=CLOSE_MM)
        left, right = law["page.margin.left"].use, page.width - law["page.margin.right"].use
        outside = [
            word.text
            for word in page.words
            if word.left < left - CLOSE_MM or word.right > right + CLOSE_MM
        ]
        assert outside == []


@EXAMPLE
def test_the_national_header_stands_on_one_line_over_its_rule(
    record: Path, printed: dict[Path, list[Page]]
) -> None:
    """This test shows that Quốc hiệu never wraps and the rule is as long as Tiêu ngữ."""
    first = printed[record][0]
    first.line_of(NATIONAL_NAME)
    motto = first.line_of(MOTTO)
    left, right, bottom = motto[0].left, motto[-1].right, motto[0].bottom
    under = [
        line
        for line in first.lines
        if abs(line[0] - left) < CLOSE_MM and abs(line[2] - right) < CLOSE_MM
    ]
    assert under
    assert all(abs(line[1] - bottom) < 3 for line in under)


@EXAMPLE
def test_number_and_date_stand_on_one_level(record: Path, printed: dict[Path, list[Page]]) -> None:
    """This test shows that the two columns of the head agree."""
    first = printed[record][0]
    number = next(word for word in first.words if word.text.startswith("Số:"))
    date = next(word for word in first.words if word.text == "ngày")
    assert abs(number.bottom - date.bottom) < 1


@EXAMPLE
def test_pages_are_numbered_from_the_second_of_each_part(
    record: Path, printed: dict[Path, list[Page]]
) -> None:
    """This test shows that each part numbers its own pages, top centre, the first unseen."""
    found = [_page_number(page) for page in printed[record]]
    assert found[0] is None
    for before, here in pairwise(found):
        assert here is None or here == (before or 1) + 1


@EXAMPLE
def test_a_signature_stands_with_words_of_the_text(
    record: Path, printed: dict[Path, list[Page]]
) -> None:
    """This test shows that the last paragraph, authority and name are on one page."""
    closing = next(page for page in printed[record] if _words(page, "Nơi nhận:"))
    label = _words(closing, "Nơi nhận:")[0]
    above = [word for word in closing.words if word.bottom < label.top and not _is_number(word)]
    assert any(word.text.endswith("./.") for word in above) or len(above) > 10


def _words(page: Page, text: str) -> tuple[Word, ...]:
    try:
        return page.line_of(text)
    except AssertionError:
        return ()


def _is_number(word: Word) -> bool:
    return word.text.isdigit() and word.bottom < norms()["page.margin.top"].use


def _page_number(page: Page) -> int | None:
    numbers = [word for word in page.words if _is_number(word)]
    if not numbers:
        return None
    (number,) = numbers
    law = norms()
    left, right = law["page.margin.left"].use, page.width - law["page.margin.right"].use
    assert (number.left + number.right) / 2 == pytest.approx((left + right) / 2, abs=CLOSE_MM)
    return int(number.text)

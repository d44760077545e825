"""Both roads onto paper give one document: the same lines, on the same places.

Every example and every good record: Typst's pages beside those that LibreOffice makes of the .docx.
What cannot be equal, and why, stands in docs/readings/pdf-side-by-side.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.likeness import Distance, distances, shared_lines
from tests.pages.printing import Printed
from tests.pages.records import RECORDS

pytestmark = pytest.mark.xdist_group("printed records")

RECORD = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
SHARE = 0.99
NEAR_MM = 1.0
TABLE_MM = 2.0
# What cannot be nearer: the farthest measured, rounded up, of an element of a document.
_FARTHER: dict[tuple[str, str, str], float] = {}


@RECORD
def test_both_roads_give_as_many_pages(
    record: Path, typst_records: Printed, office_records: Printed
) -> None:
    """Of the same size, each part beginning on the same page."""
    sizes = [
        [(round(page.width), round(page.height)) for page in pages[record.stem]]
        for pages in (typst_records, office_records)
    ]
    assert sizes[0] == sizes[1]


@RECORD
def test_the_same_words_stand_on_a_line(
    record: Path, typst_records: Printed, office_records: Printed
) -> None:
    """Of at least 99 lines in 100, and on the same page."""
    share = shared_lines(office_records[record.stem], typst_records[record.stem])
    assert share.ratio >= SHARE, share.torn


@RECORD
def test_each_element_of_page_one_stands_on_its_place(
    record: Path, typst_records: Printed, office_records: Printed
) -> None:
    """Each line of words, rule and frame within 1 mm; in tables within 2 mm up and down."""
    found = distances(office_records[record.stem][0], typst_records[record.stem][0])
    assert len(found) > 20
    assert [str(each) for each in found if abs(each.mm) > _bound(record, each)] == []


@RECORD
def test_each_row_of_a_table_stands_on_its_place(
    record: Path, typst_records: Printed, office_records: Printed
) -> None:
    """Its lines and its words within 2 mm, on every page."""
    pages = zip(office_records[record.stem], typst_records[record.stem], strict=True)
    far = [
        f"page {one.number}: {each}"
        for one, other in pages
        for each in distances(one, other)
        if each.in_table and abs(each.mm) > _bound(record, each)
    ]
    assert far == []


def test_what_cannot_be_nearer_is_still_as_far(
    typst_records: Printed, office_records: Printed
) -> None:
    """No exception outlives its reason: each is an element farther than the bound of all."""
    stale = dict(_FARTHER)
    for record in RECORDS:
        for one, other in zip(office_records[record.stem], typst_records[record.stem], strict=True):
            for each in distances(one, other):
                key = (record.stem, each.element, each.side)
                if key in stale and abs(each.mm) > (TABLE_MM if each.in_table else NEAR_MM):
                    del stale[key]
    assert stale == {}


def _bound(record: Path, distance: Distance) -> float:
    up_and_down = distance.side not in ("left", "right")
    usual = TABLE_MM if distance.in_table and up_and_down else NEAR_MM
    return _FARTHER.get((record.stem, distance.element, distance.side), usual)

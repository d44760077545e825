"""The framed marks on paper: urgency, secrecy, circulation."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Printer
from tests.pages.printing import Printed
from tests.pages.records import letter

NEAR = 0.5
_SIZES = {
    "hỏa tốc": ("HỎA TỐC", 30.0, 8.0),
    "thượng khẩn": ("THƯỢNG KHẨN", 40.0, 8.0),
    "khẩn": ("KHẨN", 20.0, 8.0),
}


@pytest.fixture(scope="module")
def marked(printer: Printer) -> Printed:
    """A letter with each mark."""
    body = "Sở Nội vụ đề nghị các đơn vị thực hiện./."
    records = {
        f"urgency-{number}": letter(body, urgency=name) for number, name in enumerate(_SIZES)
    }
    records["circulation"] = letter(body, circulation="LƯU HÀNH NỘI BỘ")
    return printer(records)


@pytest.mark.parametrize("number", range(len(_SIZES)))
def test_a_mark_of_urgency_has_the_size_of_the_decree(number: int, marked: Printed) -> None:
    """30 × 8, 40 × 8 and 20 × 8 mm, its words in the middle (PL1·P1·III.2.b)."""
    words, width, height = list(_SIZES.values())[number]
    page = marked[f"urgency-{number}"][0]
    (frame,) = page.frames
    assert frame.length == pytest.approx(width, abs=NEAR)
    assert frame.bottom - frame.top == pytest.approx(height, abs=NEAR)
    line = page.line(words)
    assert line.middle == pytest.approx(frame.middle, abs=NEAR)
    letters = line.baseline - 0.66 * line.words[0].size_pt * 25.4 / 72 / 2
    assert letters == pytest.approx((frame.top + frame.bottom) / 2, abs=1)
    assert frame.top > page.starting("V/v").baseline


def test_the_circulation_note_stands_in_the_top_margin(marked: Printed) -> None:
    """Framed, above Quốc hiệu (ô 11)."""
    page = marked["circulation"][0]
    (frame,) = page.frames
    line = page.line("LƯU HÀNH NỘI BỘ")
    assert frame.left < line.left
    assert line.right < frame.right
    assert frame.top < line.baseline < frame.bottom < 20

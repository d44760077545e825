"""What is found when a body is closed."""

from __future__ import annotations

import pytest

from tests.notation.test_body import places
from vnadmindocs.notation.body import parse_body


def test_a_reference_inside_a_footnote_is_no_reference() -> None:
    """A note has no notes: the one referred to there alone would never be printed."""
    body = parse_body("Nội dung[^1].\n[^1]: Xem\n  [^2]\n[^2]: Hai")
    assert places(body) == [("BDY013", 2, 2, 4), ("BDY004", 3, 0, 4)]


def test_a_page_break_with_nothing_after_it_is_reported() -> None:
    """One between paragraphs is not, and footnotes are nothing after it."""
    body = parse_body("Một[^1].\n{trang mới}\nHai.\n{trang mới}\n[^1]: Ba")
    assert places(body) == [("BDY014", 3, 0, 0)]


@pytest.mark.parametrize("label", ["Chương II.", "Chương IIa.", "Mục 2a:", "Phần thứ hai."])
def test_a_heading_whose_title_is_in_small_letters_is_asked_about(label: str) -> None:
    """Numbers with a letter are numbers of headings too."""
    (fault,) = parse_body(f"{label} Chuyển đổi số\nĐiều 1. A").faults
    assert (fault.code, fault.line) == ("BDY015", 0)

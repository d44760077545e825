"""What is found when a body is closed."""

from __future__ import annotations

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

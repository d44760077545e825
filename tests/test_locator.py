"""Places in the decree, in words of both languages."""

from __future__ import annotations

import pytest

from vnadmindocs.locator import locator_in_words


@pytest.mark.parametrize(
    ("shorthand", "vi", "en"),
    [
        (
            "PL1·P1·II.5.b",
            "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 5, điểm b",
            "Decree 30/2020/NĐ-CP, Annex I, Part I, Section II, clause 5, point b",
        ),
        (
            "Đ.15.1",
            "NĐ 30/2020/NĐ-CP, Điều 15, khoản 1",
            "Decree 30/2020/NĐ-CP, Article 15, clause 1",
        ),
        (
            "Đ.33.1.đ",
            "NĐ 30/2020/NĐ-CP, Điều 33, khoản 1, điểm đ",
            "Decree 30/2020/NĐ-CP, Article 33, clause 1, point đ",
        ),
        (
            "PL1·P1·V#5a",
            "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V, bảng, dòng 5a",
            "Decree 30/2020/NĐ-CP, Annex I, Part I, Section V, table, row 5a",
        ),
        (
            "PL3·1.10",
            "NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.10",
            "Decree 30/2020/NĐ-CP, Annex III, form 1.10",
        ),
        (
            "PL3·I",
            "NĐ 30/2020/NĐ-CP, Phụ lục III, Mục I",
            "Decree 30/2020/NĐ-CP, Annex III, Section I",
        ),
        (
            "PL2·III.1.b; Đ.9",
            "NĐ 30/2020/NĐ-CP, Phụ lục II, Mục III, khoản 1, điểm b; Điều 9",
            "Decree 30/2020/NĐ-CP, Annex II, Section III, clause 1, point b; Article 9",
        ),
    ],
)
def test_a_shorthand_is_said_in_words(shorthand: str, vi: str, en: str) -> None:
    """Annexes, articles, rows of the table, forms, lists of places."""
    assert locator_in_words(shorthand, "vi") == vi
    assert locator_in_words(shorthand, "en") == en


@pytest.mark.parametrize("shorthand", ["", "PL", "Điều 5", "PL1·P1·II.5.b;", "II.5.b"])
def test_what_is_no_shorthand_is_refused(shorthand: str) -> None:
    """A slip in a data file does not pass."""
    with pytest.raises(ValueError, match="not a locator"):
        locator_in_words(shorthand, "vi")

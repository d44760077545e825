"""Widths of text and breaks of lines."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.fonts.metrics import (
    balanced_lines,
    break_lines,
    longest_line,
    missing,
    width_mm,
)

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TEXTS = st.text(alphabet="aăâđếộƯW.,/-–… \u00a09", max_size=60)
TITLES = st.lists(
    st.text(alphabet="aăđếộƯW-9", min_size=1, max_size=9), min_size=1, max_size=14
).map(" ".join)
WIDTHS = st.floats(min_value=8, max_value=160)


@pytest.mark.parametrize(("size", "width"), [(12, 88.3), (13, 95.7), (14, 103.0)])
def test_the_national_name_has_its_known_width(size: float, width: float) -> None:
    """Measured in Word and LibreOffice, bold, without kerning."""
    assert round(width_mm(QUOC_HIEU, size, bold=True), 1) == width


def test_the_four_styles_measure_differently() -> None:
    """Times letters: «W» regular and bold, «e» italic and bold italic at 2048 pt in units."""
    to_units = 72 / 25.4
    assert round(width_mm("W", 2048) * to_units) == 1933
    assert round(width_mm("W", 2048, bold=True) * to_units) == 2048
    assert round(width_mm("k", 2048, italic=True) * to_units) == 909
    assert round(width_mm("k", 2048, bold=True, italic=True) * to_units) == 1024


@given(TEXTS, TEXTS, st.booleans(), st.booleans())
def test_the_width_of_a_text_is_the_sum_of_its_parts(
    one: str, other: str, bold: bool, italic: bool
) -> None:
    """There is no kerning."""
    whole = width_mm(one + other, 13, bold, italic)
    parts = width_mm(one, 13, bold, italic) + width_mm(other, 13, bold, italic)
    assert whole == pytest.approx(parts, abs=1e-9)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_the_face_has_every_vietnamese_letter(bold: bool, italic: bool) -> None:
    """All of U+1EA0–U+1EF9, the older letters, the dong sign and the marks of a document."""
    letters = "".join(map(chr, range(0x1EA0, 0x1EFA))) + "ĂăĐđĨĩŨũƠơƯư₫«»“”–—…□◦●°²\n"
    assert missing(letters, bold, italic) == ""


def test_a_glyph_the_face_lacks_is_named_once() -> None:
    """A picture sign and a Chinese letter are not in a Times face."""
    assert missing("A 😀 越 😀") == "😀越"
    assert width_mm("😀", 13) > 0


def test_the_no_break_hyphen_is_as_wide_as_a_hyphen() -> None:
    """Renderers draw it with the hyphen's glyph."""
    assert missing("TT\u2011BNV") == ""
    assert width_mm("\u2011", 13) == width_mm("-", 13)


@given(TEXTS, WIDTHS)
def test_breaking_loses_no_character_and_fits_what_can_fit(text: str, limit: float) -> None:
    """Only a single unbreakable word may stand out, and no line begins or ends with a space."""
    lines = break_lines(text, limit, 13)
    assert re.sub(r" +", "", "".join(lines)) == text.replace(" ", "")
    for line in lines:
        assert line == line.strip(" ")
        fits = width_mm(line, 13) <= limit + 1e-6
        assert fits or not re.search(r" |(?<=\w)[-–](?=\w)", line)


@given(TEXTS, WIDTHS)
def test_each_line_is_as_full_as_it_will_go(text: str, limit: float) -> None:
    """The first word of a line would not have fitted on the line above."""
    words = text.replace("-", "").replace("–", "").strip(" ")
    lines = break_lines(words, limit, 13)
    for above, below in pairwise(lines):
        assert width_mm(f"{above} {below.split(' ')[0]}", 13) > limit


@given(TITLES, WIDTHS)
def test_balanced_lines_are_as_few_as_full_ones(title: str, limit: float) -> None:
    """They keep every character, fit wherever full lines do, and are no longer than those."""
    full = break_lines(title, limit, 13, bold=True)
    even = balanced_lines(title, limit, 13, bold=True)
    assert len(even) == len(full)
    assert "".join(even).replace(" ", "") == title.replace(" ", "")
    widest = max(limit, longest_line(full, 13, bold=True))
    assert longest_line(even, 13, bold=True) <= widest + 1e-6


def test_lines_break_at_spaces_and_after_hyphens_but_not_at_slashes() -> None:
    """A symbol or a span of years may part after its hyphen, as in Word; no-break spaces hold."""
    assert break_lines("Số 45/2012/NĐ-CP", 36, 14) == ("Số 45/2012/NĐ-", "CP")
    assert break_lines("Số 45/2012/NĐ-CP", 20, 14) == ("Số", "45/2012/NĐ-", "CP")
    assert break_lines("nhiệm kỳ 2021-2026", 35, 14) == ("nhiệm kỳ 2021-", "2026")
    assert balanced_lines("nhiệm kỳ 2021-2026", 35, 14) == ("nhiệm kỳ", "2021-2026")
    assert break_lines("ngày 05\u00a0tháng\u00a001", 20, 14) == ("ngày", "05\u00a0tháng\u00a001")


def test_a_written_line_end_always_ends_a_line() -> None:
    """Outside a body a line of the record is a printed line."""
    assert break_lines("SỞ NỘI VỤ\nHÀ NỘI", 160, 13) == ("SỞ NỘI VỤ", "HÀ NỘI")
    assert balanced_lines("SỞ NỘI VỤ\n\nHÀ NỘI", 160, 13) == ("SỞ NỘI VỤ", "", "HÀ NỘI")
    assert break_lines("", 160, 13) == balanced_lines(" ", 160, 13) == ("",)


@pytest.mark.parametrize(
    ("title", "limit", "size", "lines"),
    [
        (
            "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG",
            62,
            13,
            ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"),
        ),
        (
            "Về việc phê duyệt Chương trình khuyến công thành phố Hải Phòng giai đoạn 2026 - 2030",
            120,
            14,
            (
                "Về việc phê duyệt Chương trình khuyến công",
                "thành phố Hải Phòng giai đoạn 2026 - 2030",
            ),
        ),
        (
            "Ban hành Quy chế tổ chức và hoạt động của Sở Khoa học và Công nghệ "
            "thành phố Hải Phòng",
            120,
            14,
            (
                "Ban hành Quy chế tổ chức và hoạt động",
                "của Sở Khoa học và Công nghệ thành phố Hải Phòng",
            ),
        ),
        (
            "V/v phối hợp triển khai kế hoạch công tác",
            58,
            12,
            ("V/v phối hợp triển khai", "kế hoạch công tác"),
        ),
        (
            "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
            60,
            12,
            ("HỘI ĐỒNG THI ĐUA -", "KHEN THƯỞNG"),
        ),
    ],
)
def test_a_title_breaks_where_a_reader_would_pause(
    title: str, limit: float, size: float, lines: tuple[str, ...]
) -> None:
    """Even lines that keep compounds, names and years whole."""
    assert balanced_lines(title, limit, size, bold=True) == lines


def test_the_longest_of_no_lines_is_nothing() -> None:
    """A caller measures what there is."""
    assert longest_line((), 14) == 0.0
    assert longest_line(("a", "ab"), 14) == width_mm("ab", 14)

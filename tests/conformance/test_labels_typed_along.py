"""Labels and marks the tool prints are taken off where a clerk typed them along."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conformance.printing import HEAD, SIGNED, found, notice, printed
from vnadmindocs.notation.recipients import parse_archive
from vnadmindocs.notation.symbol import parse_symbol


@pytest.mark.parametrize(
    "written", ["VT, KHTH", "VT, KHTH.", '"Lưu: VT, KHTH."', "- Lưu VT, KHTH;"]
)
def test_an_archive_line_is_printed_with_one_label_and_one_mark(written: str) -> None:
    """This test shows that «Lưu:» and the end mark are the tool's."""
    field = f"lưu: |\n  {written}\n" if written[0] == "-" else f"lưu: {written}\n"
    assert printed(notice("Một.", field), "Nơi nhận từng nơi") == ["- Lưu: VT, KHTH."]


def test_a_stroke_before_a_symbol_is_printed_once() -> None:
    """This test shows that «/TB-SYT» and «TB - SYT» are the same symbol."""
    for written in ("/TB-SYT", "TB-SYT", "TB - SYT"):
        assert printed(notice("Một.", f"ký hiệu: {written}\n"), "Số ký hiệu") == ["Số: 12/TB-SYT"]


def test_a_comma_after_a_place_is_printed_once() -> None:
    """This test shows that the comma before «ngày» is the tool's."""
    text = HEAD.replace("An Bình\nngày", "An Bình,\nngày") + f"nội dung: Một.\n{SIGNED}"
    assert printed(text, "Địa danh ngày tháng") == ["An Bình, ngày 05 tháng 01 năm 2026"]


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ('"Kính gửi: Bộ Y tế."', ["Kính gửi: Bộ Y tế"]),
        ("|\n  Kính gửi:\n  - Bộ Y tế;\n  - Bộ Nội vụ.", ["Kính gửi:"]),
        ("Kính gửi viên", ["Kính gửi: Kính gửi viên"]),
    ],
)
def test_kinh_gui_is_printed_once(written: str, lines: list[str]) -> None:
    """This test shows that the label above a pasted list is no addressee."""
    text = notice("Một.", f"kính gửi: {written}\n").replace("thông báo", "báo cáo", 1)
    assert printed(text, "Kính gửi") == lines
    assert found(text) == []


@given(st.text("LưuVT:;.,-– /KHđ\n", max_size=12).filter(lambda text: "\n" not in text))
def test_what_was_read_is_read_again_as_it_is(text: str) -> None:
    """This test shows that a record written back says the same."""
    assert parse_archive(parse_archive(text)) == parse_archive(text)
    assert parse_symbol(parse_symbol(text)) == parse_symbol(text)

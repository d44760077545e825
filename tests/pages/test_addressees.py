"""Kính gửi on paper: one on the line of the label, several under its colon."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Printer
from tests.pages.printing import Printed
from tests.pages.records import letter
from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.law.norms import Norms

NEAR = 0.5
_BODY = "Sở Nội vụ đề nghị các đơn vị thực hiện./."
_LONG = "Ủy ban nhân dân các xã, phường, thị trấn và các doanh nghiệp trên địa bàn tỉnh An Bình"
_SEVERAL = ["Văn phòng Ủy ban nhân dân tỉnh", _LONG, "Sở Tài chính"]


@pytest.fixture(scope="module")
def letters(printer: Printer) -> Printed:
    """A letter to one, to one with a long name, and to three."""
    return printer(
        {
            "one": letter(_BODY, addressees="Sở Tài chính"),
            "long": letter(_BODY, addressees=_LONG),
            "several": letter(_BODY, addressees=_SEVERAL),
            "small": letter(_BODY, addressees=_SEVERAL, size_set="nhỏ"),
        }
    )


def test_one_addressee_stands_on_the_line_of_the_label(letters: Printed, law: Norms) -> None:
    """No dash and no mark at its end."""
    line = letters["one"][0].starting("Kính gửi:")
    assert line.text == "Kính gửi: Sở Tài chính"
    indent = law["page.margin.left"].use + law["addressees.indent"].use
    assert line.left == pytest.approx(indent, abs=NEAR)


def test_the_lines_of_a_long_addressee_hang_under_its_name(letters: Printed) -> None:
    """Not under the label."""
    page = letters["long"][0]
    first = page.starting("Kính gửi:")
    name = first.words[2]
    below = [line for line in page.lines if 1 < line.baseline - first.baseline < 12]
    assert below[0].left == pytest.approx(name.left, abs=NEAR)
    assert first.right < 190.5


@pytest.mark.parametrize("name", ["several", "small"])
def test_the_dashes_of_several_stand_under_the_colon(name: str, letters: Printed) -> None:
    """Aligned with each other; a long name goes on under its first word."""
    page = letters[name][0]
    label = page.line("Kính gửi:")
    colon = label.right - width_mm(":", label.words[0].size_pt)
    items = [
        line
        for line in page.lines
        if line.text.startswith("- ") and label.baseline < line.baseline < label.baseline + 35
    ]
    assert len(items) == len(_SEVERAL)
    assert [item.left for item in items] == pytest.approx([colon] * 3, abs=NEAR)
    assert [item.text[-1] for item in (items[0], items[2])] == [";", "."]
    (rest,) = [
        line for line in page.lines if items[1].baseline + 1 < line.baseline < items[2].baseline - 1
    ]
    assert rest.left == pytest.approx(items[1].words[1].left, abs=NEAR)
    assert rest.text.endswith(";")

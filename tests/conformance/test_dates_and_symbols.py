"""Dates as clerks type them; symbols made of what is known."""

import pytest

from tests.conformance.printing import HEAD, SIGNED, found, printed


def _dated(date: str) -> str:
    return HEAD.replace("05/01/2026", date) + f"nội dung: Một.\n{SIGNED}"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("ngày 3/9/2025", "ngày 03 tháng 9 năm 2025"),
        ("Ngày 03.02.2025", "ngày 03 tháng 02 năm 2025"),
        ("tháng 10/2025", "ngày ____ tháng 10 năm 2025"),
        ("ngày … tháng … năm 2025", "ngày ____ tháng ____ năm 2025"),
        (".../.../2025", "ngày ____ tháng ____ năm 2025"),
    ],
)
def test_a_date_is_read_as_it_is_said(written: str, said: str) -> None:
    """This test shows that the words «ngày» and «tháng» may stand before digits."""
    assert printed(_dated(written), "Địa danh ngày tháng") == [f"An Bình, {said}"]
    assert found(_dated(written)) == []


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("ngày 31/4/2025", "DAT001"),
        ("ngày 3/9", "DAT002"),
        ("ngày 3/9/25", "DAT003"),
        ("mùng 2 Tết", "DAT004"),
    ],
)
def test_a_date_that_cannot_be_is_refused_by_name(written: str, code: str) -> None:
    """This test shows that words before digits change nothing of what is refused."""
    assert found(_dated(written)) == [(code, 8)]


def test_a_joint_symbol_leaves_room_for_a_body_nobody_can_abbreviate() -> None:
    """This test shows that the third body of a joint document is not dropped."""
    text = (
        "loại: chương trình\ncơ quan:\n  - BỘ CÔNG AN\n  - BỘ Y TẾ\n  - TRUNG ƯƠNG ĐOÀN\n"
        "số: 7\ntrích yếu: A\nnội dung: B\n"
    )
    assert printed(text, "Số ký hiệu") == ["Số: 07/CTr-BCA-BYT-________"]

"""Titles of điều: which texts must have them, and what counts as one."""

from __future__ import annotations

import pytest

from vnadmindocs.api import check

RECORD = """loại: quy chế
cơ quan: HỘI SINH VẬT CẢNH
số: 1/QC-HSVC
địa danh: An Bình
ngày: 12/3/2026
trích yếu: Hội Sinh vật cảnh
nội dung: |
  Điều 1. Tên gọi
  Hội có tên gọi là Hội Sinh vật cảnh.
  {}
nơi nhận: Các hội viên
ký: |
  CHỦ TỊCH

  Trần Văn An
"""


@pytest.mark.parametrize(
    ("article", "untitled"),
    [
        ("Điều 2. Tôn chỉ\n  Hội là tổ chức tự nguyện./.", False),
        ("Điều 2. Hội là tổ chức tự nguyện./.", True),
        ("Điều 2.\n  Hội là tổ chức tự nguyện./.", True),
        ("Điều 2.\n  1. Hội là tổ chức tự nguyện./.", True),
    ],
)
def test_a_label_alone_is_no_title(article: str, untitled: bool) -> None:
    """This test shows that «Điều 2.» on a line of its own is asked for its title like any other."""
    found = [each.message.vi for each in check(RECORD.format(article)) if each.code == "BDY041"]
    assert found == (["«Điều 2» chưa có tiêu đề"] if untitled else [])

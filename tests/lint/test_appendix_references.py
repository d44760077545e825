"""Appendices named in the body that are not there: what is said, and how often."""

from __future__ import annotations

from vnadmindocs.api import check

HEAD = """\
loại: thông báo
cơ quan: SỞ NỘI VỤ
trích yếu: Về việc nghỉ lễ
nội dung: |
  Lịch trực tại Phụ lục I, II, III kèm theo Thông báo này./.
"""
APPENDIX = "phụ lục:\n  - trích yếu: LỊCH TRỰC\n    nội dung: Văn phòng trực.\n"


def said(text: str) -> list[str]:
    """Give what is said of appendices that are not there."""
    return [each.message.vi for each in check(text) if each.code == "CIT052"]


def test_a_record_without_appendices_is_told_so_once() -> None:
    """Every further number would say the same."""
    assert said(HEAD) == ["Nội dung nhắc đến «Phụ lục I», văn bản không có phụ lục nào"]


def test_with_some_appendices_each_number_too_many_is_named() -> None:
    """Each may be a slip of its own."""
    assert said(HEAD + APPENDIX) == [
        "Nội dung nhắc đến «Phụ lục II», văn bản có 1 phụ lục",
        "Nội dung nhắc đến «Phụ lục III», văn bản có 1 phụ lục",
    ]

"""What a record prints, paragraph by paragraph, and what it is told."""

from __future__ import annotations

from pathlib import Path

from tests.corpus.printed import paragraphs
from vnadmindocs import render

HEAD = """loại: thông báo
cơ quan: |
  UBND TỈNH AN BÌNH

  SỞ Y TẾ
số: 12
địa danh: An Bình
ngày: 05/01/2026
trích yếu: Kết quả kiểm tra
"""
SIGNED = """ký: |
  GIÁM ĐỐC

  Lê Thị Ánh
"""
_FURNITURE = ("Kẻ ngang", "Cuối ô", "Chỗ ký", "Ngắt phần")


def notice(body: str, more: str = "") -> str:
    """Write a notice with a body typed as a block."""
    lines = "\n".join(f"  {line}" if line else "" for line in body.split("\n"))
    return f"{HEAD}nội dung: |\n{lines}\n{more}{SIGNED}"


def printed(record: str | Path, style: str = "") -> list[str]:
    """Give the words of every paragraph of a style; of all that have words when no style is given.

    Gaps are shown as ``_``.
    """
    rendering = render(record)
    assert rendering.data is not None, [each.message.vi for each in rendering.diagnostics]
    return [
        paragraph.text.replace("\u00a0", "_")
        for paragraph in paragraphs(rendering.data)
        if (paragraph.style == style if style else _has_words(paragraph.style, paragraph.text))
    ]


def found(record: str | Path) -> list[tuple[str, int]]:
    """Give code and line of every finding."""
    return [(each.code, each.place.line) for each in render(record).diagnostics]


def _has_words(style: str, text: str) -> bool:
    return bool(text.strip()) and style not in _FURNITURE

"""Pictures that a PDF cannot hold are named, each with its reason."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.writers.layouts import png
from vnadmindocs.api import render
from vnadmindocs.diagnostics import Diagnostic
from vnadmindocs.fonts.faces import find_face

RECORD = """loại: báo cáo
cơ quan: SỞ NỘI VỤ
số: 18
ngày: 20/3/2026
trích yếu: Về hình
hình:
  sơ đồ: {tệp: so-do.png, rộng: 40}
nội dung: |
  Xem hình sau.

  {hình: sơ đồ}
"""
# 40 × 30 points of one colour, in four inks.
CMYK = base64.b64decode(
    "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAIBgYHBgUIBwcHCQkICgwUDQwLCwwZEhMPFB0aHx4dGhwcICQuJyAiLCMcHCg3"
    "KSwwMTQ0NB8nOT04MjwuMzQy/8AAFAgAHgAoBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYH"
    "CAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBka"
    "JSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeo"
    "qaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASwAAPwD0ivHa"
    "8dr3+iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiv/Z"
)


def _refused(folder: Path, picture: bytes) -> list[tuple[str, str]]:
    return [(each.code, each.message.en) for each in _found(folder, picture)]


def _found(folder: Path, picture: bytes) -> list[Diagnostic]:
    if find_face().face is None:
        pytest.skip("no face with the widths of Times is installed")
    (folder / "so-do.png").write_bytes(picture)
    record = folder / "bao-cao.yaml"
    record.write_text(RECORD, encoding="utf-8")
    made = render(record, "pdf")
    fatal = [each for each in made.diagnostics if each.code[:3] == "OUT"]
    assert (made.files == ()) == bool(fatal)
    return fatal


def test_a_whole_picture_is_no_fault(tmp_path: Path) -> None:
    """This test shows that the records of the tests below are fine but for their picture."""
    assert _refused(tmp_path, png()) == []


def test_a_picture_for_the_print_shop_is_named(tmp_path: Path) -> None:
    """This test shows that a clerk learns which picture keeps the file from being PDF/A-2a."""
    assert _refused(tmp_path, CMYK) == [
        (
            "OUT041",
            "The picture «sơ đồ» has print colours (CMYK), which this PDF/A file cannot hold",
        )
    ]


def test_a_damaged_picture_is_named(tmp_path: Path) -> None:
    """This test shows that damage behind the first bytes is told with its picture."""
    whole = png()
    assert _refused(tmp_path, whole[: len(whole) // 2]) == [
        (
            "OUT042",
            "The picture «sơ đồ» cannot be put into the PDF: the file is cut off",
        )
    ]


@pytest.mark.parametrize(
    ("damaged", "reason"),
    [
        (lambda whole: whole[:50] + bytes([whole[50] ^ 255]) + whole[51:], "dữ liệu trong tệp"),
        (lambda whole: whole[:-12], "tệp bị cắt cụt"),
    ],
)
def test_the_reason_is_in_vietnamese_where_the_record_names_the_picture(
    tmp_path: Path, damaged: Callable[[bytes], bytes], reason: str
) -> None:
    """This test shows that a clerk reads no words of the typesetter."""
    (found,) = _found(tmp_path, damaged(png()))
    assert found.message.vi.startswith(f"Không đưa được hình «sơ đồ» vào PDF: {reason}")
    assert (found.place.line, found.place.column) == (7, 16)


def test_a_picture_that_needs_too_much_memory_is_refused_before(tmp_path: Path) -> None:
    """This test shows that a small file of huge size does not end the process."""
    whole = png()
    size = struct.pack(">II", 100_000, 100_000)
    huge = whole[:16] + size + whole[24:29]
    huge += struct.pack(">I", zlib.crc32(huge[12:])) + whole[33:]
    (found,) = _found(tmp_path, huge)
    assert (found.code, found.place.line) == ("OUT044", 7)
    assert "100000 × 100000 điểm ảnh" in found.message.vi

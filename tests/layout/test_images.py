"""Pictures: the size they are printed in, never larger than a page holds."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

from pathlib import Path

import pytest

from tests.layout.records import LETTER, element, record
from tests.writers.layouts import png
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import Image, Paragraph, Section

_PICTURE = """\
hình:
  s:
    tệp: s.png
"""


def _picture(folder: Path, pixels: tuple[int, int], more: str = "") -> tuple[Image, Section, int]:
    """Lay out a letter with a picture; give it, the page, and how many lines its name has."""
    (folder / "s.png").write_bytes(png(*pixels))
    text = LETTER.replace("Sở Nội vụ báo cáo như sau./.", "Như hình:\n  {hình: s}\n  Hết./.")
    layout = lay_out(record(text + _PICTURE + more, folder))
    blocks = element(layout, "body").blocks
    (image,) = (each for each in blocks if isinstance(each, Image))
    names = [each for each in blocks if isinstance(each, Paragraph)]
    (lines,) = [len(each.lines) for each in names if each.role == "image_caption"] or [0]
    return image, layout.parts[0].section, lines


@pytest.mark.parametrize("more", ["", "    tên: Sơ đồ tổ chức bộ máy\n", "    rộng: 150\n"])
def test_a_picture_is_never_higher_than_the_text(tmp_path: Path, more: str) -> None:
    image, page, lines = _picture(tmp_path, (300, 3000), more)
    room = page.text_height_mm - image.height_mm
    assert 4 < room < 12 + 8 * lines
    assert image.height_mm == pytest.approx(10 * image.width_mm)


def test_a_picture_that_fits_keeps_the_size_it_is_given(tmp_path: Path) -> None:
    image, _, _ = _picture(tmp_path, (100, 50), "    rộng: 80\n")
    assert (image.width_mm, image.height_mm) == (80, 40)


def test_a_picture_is_never_wider_than_the_text(tmp_path: Path) -> None:
    image, page, _ = _picture(tmp_path, (100, 50), "    rộng: 400\n")
    assert (image.width_mm, image.height_mm) == (page.text_width_mm, page.text_width_mm / 2)

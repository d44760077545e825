"""The gallery shows every type that has an example, in small pictures."""

from __future__ import annotations

import importlib.util
import re
import struct
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def gallery() -> ModuleType:
    """The tool that makes the gallery; tools are no package."""
    spec = importlib.util.spec_from_file_location("make_gallery", ROOT / "tools/make_gallery.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_every_type_with_an_example_has_its_picture_and_no_other(gallery: ModuleType) -> None:
    """Run `make gallery` after adding an example of a type that had none."""
    assert {path.name for path in gallery.GALLERY.glob("*.png")} == set(gallery.pictures())


def test_the_page_lists_them(gallery: ModuleType) -> None:
    """As the tool writes it; its links lead somewhere."""
    page = gallery.README.read_text(encoding="utf-8")
    assert page == gallery.page()
    links = re.findall(r"\]\(([^)]+)\)", page)
    assert len(links) > 2 * len(gallery.shown())
    assert [link for link in links if not (gallery.GALLERY / link).exists()] == []


def test_a_type_is_shown_by_a_record_in_vietnamese_where_there_is_one(gallery: ModuleType) -> None:
    """English ones stand in where there is none."""
    records = {each.kind.key: each.record.name for each in gallery.shown()}
    assert records["dispatch"].startswith("cong-van")


def test_pictures_are_small(gallery: ModuleType) -> None:
    """No wider than a page of the web, all of them within two megabytes."""
    pictures = [path.read_bytes() for path in gallery.GALLERY.glob("*.png")]
    assert sum(map(len, pictures)) < gallery.LARGEST
    for picture in pictures:
        width, height = struct.unpack(">II", picture[16:24])
        assert width <= gallery.WIDEST
        assert height > width


def test_a_small_picture_keeps_its_pixels(gallery: ModuleType) -> None:
    """Black, white and red are what they were; transparent paper is white."""
    rows = (bytes((0, 0, 0, 255, 255, 0, 0, 255, 9, 9, 9, 0)), bytes((255, 255, 255, 255) * 3))
    small = gallery.small_png(gallery.Pixels(3, 2, 4, rows))
    width, height, depth, kind = struct.unpack(">IIBB", small[16:26])
    assert (width, height, depth, kind) == (3, 2, 4, 3)
    palette = small[small.index(b"PLTE") + 4 :][:9]
    assert palette == bytes((0, 0, 0, 255, 0, 0, 255, 255, 255))

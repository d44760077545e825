"""Small real fonts: what is needed of Liberation Serif 2, under any name, version and fault."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

from vnadmindocs.fonts.face import _required

STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
_VERSION_NAME, _PRINTERS_NAME, _FAMILY_NAMES = 5, 6, (1, 16)
_PLACES = ("/usr/share/fonts", "/usr/local/share/fonts")


@cache
def _source(style: str) -> Path:
    name = f"LiberationSerif-{style}.ttf"
    for place in _PLACES:
        for path in sorted(Path(place).rglob(name)):
            with TTFont(path, lazy=True) as font:
                if "Version 2" in font["name"].getDebugName(_VERSION_NAME):
                    return path
    pytest.skip("fonts-liberation2 is not installed")


@cache
def _small(style: str) -> bytes:
    """Cut a style down to what a face must have."""
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, name_IDs=["*"], name_languages=["*"]
    )
    font = subset.load_font(str(_source(style)), options)
    cutter = subset.Subsetter(options)
    cutter.populate(text=_required() + "\u2010")
    cutter.subset(font)
    made = BytesIO()
    font.save(made)
    font.close()
    return made.getvalue()


def small_font(
    style: str = "Regular",
    *,
    family: str = "Liberation Serif",
    version: str = "2.1.5",
    lacking: str = "",
    permission: int = 0,
) -> Any:
    """Make a font.

    Args:
        style: one of ``STYLES``.
        family: the name it gives its family.
        version: the version it says it is.
        lacking: characters that are taken out.
        permission: OS/2 fsType.
    """
    font = TTFont(BytesIO(_small(style)))
    for record in font["name"].names:
        if record.nameID in _FAMILY_NAMES:
            record.string = family
        elif record.nameID == _PRINTERS_NAME:
            record.string = f"{family.replace(' ', '')}-{style}"
        elif record.nameID == _VERSION_NAME:
            record.string = f"Version {version}"
    for table in font["cmap"].tables:
        for character in lacking:
            table.cmap.pop(ord(character), None)
    font["OS/2"].fsType = permission
    return font


def write_face(folder: Path, *, styles: tuple[str, ...] = STYLES, **changes: Any) -> Path:
    """Write the styles of a face into a folder, each a file of its own, and give the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    family = changes.get("family", "Liberation Serif").replace(" ", "")
    version = changes.get("version", "2.1.5")
    for style in styles:
        small_font(style, **changes).save(folder / f"{family}-{version}-{style}.ttf")
    return folder


def write_collection(path: Path, fonts: list[Any]) -> None:
    """Write several fonts as one file."""
    collection = TTCollection()
    collection.fonts = fonts
    collection.save(str(path))

"""Page numbers of tables of contents: put into a Word file where they can be known."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from vnadmindocs.api import render
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.rendering import Rendering
from vnadmindocs.rendering import contents as contents_of_rendering

RECORD = Path(__file__).parents[1] / "records" / "good" / "muc-luc.yaml"
needs_face = pytest.mark.skipif(
    find_face().face is None, reason="no Times face with Vietnamese letters (fonts-liberation2)"
)


def _numbers(rendering: Rendering, file: int = 0) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(rendering.files[file].data)) as package:
        document = package.read("word/document.xml").decode()
    return re.findall(r"PAGEREF .*?<w:t>(\d+)</w:t>", document)


def _codes(rendering: Rendering) -> list[str]:
    return [each.code for each in rendering.diagnostics]


@needs_face
def test_a_word_file_has_the_numbers_of_the_pages() -> None:
    rendering = render(RECORD)
    assert _numbers(rendering) == ["2"] * 6 + ["3"] * 4
    assert _codes(rendering) == []


@needs_face
def test_a_file_of_its_own_has_them_too() -> None:
    rendering = render(RECORD, split=True)
    assert _numbers(rendering, 1) == ["2"] * 6 + ["3"] * 4


@pytest.mark.parametrize("package", ["typst", "fontTools"])
def test_without_a_package_word_is_left_to_fill_them_in(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_there(name: str) -> object:
        return None if name == package else object()

    monkeypatch.setattr(contents_of_rendering, "find_spec", is_there)
    rendering = render(RECORD)
    assert _numbers(rendering) == []
    assert _codes(rendering) == ["OUT055"]


def test_a_document_without_contents_asks_for_no_face(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object) -> None:
        raise AssertionError("nothing has to be typeset")

    monkeypatch.setattr(contents_of_rendering, "_face", fails)
    assert render(RECORD.with_name("cau-truc.yaml")).data is not None

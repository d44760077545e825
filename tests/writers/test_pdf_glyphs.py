"""Characters that the face of a PDF lacks."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Literal

import pytest
from pypdf import PdfReader

from vnadmindocs.api import load, render
from vnadmindocs.fonts import faces
from vnadmindocs.fonts.face import Face
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import Layout
from vnadmindocs.writers.pdf.glyphs import glyph_faults, lacking

RECORD = """loại: thông báo
cơ quan: SỞ NỘI VỤ
số: 05
ngày: 03/9/2025
trích yếu: Về ≥ mức
nội dung: Mức thu ≥ 5%, tức **≥ 5 đồng** mỗi ±1.
"""


@pytest.fixture
def face() -> Face:
    """The face of this machine."""
    found = find_face().face
    if found is None:
        pytest.skip("no Times face with Vietnamese letters (fonts-liberation2)")
    return found


def _poorer(face: Face, style: int, without: str) -> Face:
    """Give a face of which one style lacks some characters."""
    ranges = face.coverage[style]
    held = [
        number
        for first, last in zip(ranges[::2], ranges[1::2], strict=True)
        for number in range(first, last + 1)
        if chr(number) not in without
    ]
    alone = tuple(each for number in held for each in (number, number))
    coverage = tuple(alone if index == style else each for index, each in enumerate(face.coverage))
    return replace(face, coverage=coverage)


def _layout() -> Layout:
    record = load(RECORD).record
    assert record is not None
    return lay_out(record)


def test_a_face_that_has_all_letters_lacks_nothing(face: Face) -> None:
    """Bold, italic and regular words are asked for in their own styles."""
    assert lacking(_layout(), face) == ""


def test_only_the_style_that_sets_a_character_is_asked(face: Face) -> None:
    """The subject and a word of the body are bold; nothing italic holds the sign."""
    layout = _layout()
    assert lacking(layout, _poorer(face, 1, "≥±")) == "≥"
    assert lacking(layout, _poorer(face, 0, "≥±")) == "≥±"
    assert lacking(layout, _poorer(face, 2, "≥±")) == ""


def test_the_finding_names_the_face_and_the_characters(face: Face) -> None:
    """What every Times face lacks was reported of the record already."""
    (fault,) = glyph_faults("≥漢", face)
    assert fault.code == "FNT015"
    assert fault.facts == {
        "family": face.family, "version": face.version, "found": "≥", "numbers": "U+2265"
    }  # fmt: skip
    assert not list(glyph_faults("漢", face))


def test_nothing_is_typeset_in_a_face_that_lacks_a_character(
    face: Face, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With force the character goes, and the words around it stay."""
    poor = _poorer(face, 0, "≥")
    monkeypatch.setattr(faces, "find_face", lambda _paths: faces.FaceSearch(poor, (), ()))
    refused = render(RECORD, "pdf")
    assert (refused.files, [each.code for each in refused.diagnostics]) == ((), ["FNT015"])
    forced = render(RECORD, "pdf", force=True)
    assert [each.code for each in forced.diagnostics] == ["FNT003", "FNT015"]
    assert forced.left_out == ("subject", "body")
    assert forced.data is not None
    words = PdfReader(io.BytesIO(forced.data)).pages[0].extract_text()
    assert "Mức thu  5%, tức  5 đồng mỗi ±1." in words.replace("\n", " ")


def test_what_no_times_face_has_is_left_out_by_force(face: Face) -> None:
    """PDF/A holds no empty box."""
    text = RECORD.replace("mỗi", "mỗi 😀")
    assert render(text, "pdf").data is None
    forced = render(text, "pdf", force=True)
    assert [each.code for each in forced.diagnostics] == ["FNT003", "FNT001"]
    assert forced.diagnostics[0].message.en == (
        "Left out of the result: «😀» (U+1F600), which the face"
        f" «{face.family}» {face.version} lacks"
    )
    assert forced.left_out == ("body",)
    assert forced.data is not None
    assert "😀" not in PdfReader(io.BytesIO(forced.data)).pages[0].extract_text()


@pytest.mark.parametrize("to", ["pdf", "png"])
def test_a_mapping_names_the_part_that_loses_a_character(face: Face, to: Literal["pdf"]) -> None:
    """By its English path."""
    written = {"type": "notice", "agency": "SỞ NỘI VỤ", "subject": "x", "body": "b ☑ c"}
    forced = render(written, to, ppi=20, force=True)
    assert forced.left_out == ("body",)
    assert "FNT003" in [each.code for each in forced.diagnostics]


def test_a_word_file_leaves_nothing_out(face: Face) -> None:
    """Word takes the character from another face."""
    forced = render(RECORD.replace("mỗi", "mỗi 😀"), force=True)
    assert ([each.code for each in forced.diagnostics], forced.left_out) == (["FNT001"], ())

"""Drawings in SVG: lines in a PDF, SVG and a PNG of it in a Word file, words in the face."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.writers.inspection import validation_errors
from vnadmindocs.api import render
from vnadmindocs.rendering import Rendering
from vnadmindocs.rendering import job as rendering_job

LETTER = """loại: thông báo
cơ quan: SỞ NỘI VỤ
trích yếu: Về việc nghỉ lễ
nội dung:
  - Sơ đồ trực như sau, sơ đồ lớn tại Phụ lục kèm theo.
  - hình:
      tệp: so-do.svg
      chú thích: Hình 1. Sơ đồ trực
  - Các phòng thực hiện./.
phụ lục:
  - trích yếu: SƠ ĐỒ
    nội dung: "{hình: to}"
    hình:
      to: {tệp: so-do.svg, rộng: 120}
"""
OPENING = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">'
LINES = f'{OPENING}<rect width="200" height="100" fill="#eee"/><path d="M0 0L200 100"/></svg>'
WORDS = (
    f"{OPENING}<style>.a{{font-family:Calibri !important}}</style>"
    '<text x="5" y="20" font-family="Arial">Ủy ban</text>'
    '<text x="5" y="40" class="a" style="font-weight:bold">Nghị quyết</text>'
    '<text x="5" y="60"><tspan font-family="Foo">Kế hoạch</tspan></text></svg>'
)


def rendered(folder: Path, drawing: str, to: str = "docx", **options: str) -> Rendering:
    """Render the letter with a drawing beside it."""
    (folder / "so-do.svg").write_text(drawing, encoding="utf-8")
    record = folder / "thu.yaml"
    record.write_text(LETTER, encoding="utf-8")
    return render(record, to, **options)  # type: ignore[arg-type]


def members(rendering: Rendering) -> Mapping[str, bytes]:
    """Give the members of a Word file."""
    assert rendering.data is not None, rendering.diagnostics
    with zipfile.ZipFile(io.BytesIO(rendering.data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def codes(rendering: Rendering) -> list[str]:
    """Name what was found."""
    return [each.code for each in rendering.diagnostics]


def test_a_word_file_holds_the_drawing_once_with_a_png_of_it(tmp_path: Path) -> None:
    """Both places show the PNG, and the SVG where the program can."""
    made = members(rendered(tmp_path, WORDS))
    assert {name: data[:4] for name, data in made.items() if "media" in name} == {
        "word/media/picture1.svg": b"<svg",
        "word/media/picture2.png": b"\x89PNG",
    }
    assert made["word/media/picture1.svg"].decode() == WORDS
    document = made["word/document.xml"].decode()
    shown = re.findall(r'<a:blip r:embed="(\w+)">.*?<asvg:svgBlip [^>]*r:embed="(\w+)"', document)
    assert shown == [("rIdPicture2", "rIdPicture1")] * 2
    assert b'Extension="svg" ContentType="image/svg+xml"' in made["[Content_Types].xml"]


def test_the_png_is_sharp_enough_for_the_larger_place(tmp_path: Path) -> None:
    """300 dots an inch, at 120 mm."""
    png = members(rendered(tmp_path, LINES))["word/media/picture2.png"]
    width, height = struct.unpack(">II", png[16:24])
    assert (width, height) == pytest.approx((120 / 25.4 * 300, 60 / 25.4 * 300), abs=2)


def test_word_accepts_the_file(tmp_path: Path) -> None:
    """By Microsoft's own validator."""
    data = rendered(tmp_path, WORDS).data
    assert data is not None
    assert validation_errors(data) == []


def test_the_same_drawing_gives_the_same_bytes(tmp_path: Path) -> None:
    """The PNG too."""
    assert rendered(tmp_path, WORDS).data == rendered(tmp_path, WORDS).data


def test_a_pdf_holds_lines_and_words_and_no_picture(tmp_path: Path) -> None:
    """The words are set in the face of the document, whatever the drawing asks for."""
    made = rendered(tmp_path, WORDS, "pdf")
    assert codes(made) == []
    assert made.data is not None
    page = PdfReader(io.BytesIO(made.data)).pages[0]
    assert list(page.images) == []
    text = "".join(page.extract_text().split())
    assert all("".join(words.split()) in text for words in ("Ủy ban", "Nghị quyết", "Kế hoạch"))


def test_a_letter_the_face_lacks_is_named(tmp_path: Path) -> None:
    """It would be left out without a word."""
    made = rendered(tmp_path, WORDS.replace("Ủy ban", "Ủy ban 中"), "pdf")
    assert (made.data, codes(made)) == (None, ["OUT042", "OUT042"])
    assert made.diagnostics[0].message.en.endswith("has no glyph for «中»")
    assert "FNT003" in codes(rendered(tmp_path, WORDS.replace("Ủy ban", "Ủy ban 中")))


def test_without_typst_a_word_file_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to install, at the place of each drawing."""
    monkeypatch.setattr(rendering_job, "_is_installed", lambda package: package != "typst")
    made = rendered(tmp_path, LINES)
    assert (made.data, codes(made)) == (None, ["OUT045", "OUT045"])
    assert [each.place.line for each in made.diagnostics] == [7, 14]
    hint = made.diagnostics[0].hint
    assert hint is not None
    assert "pip install 'vnadmindocs[pdf]'" in hint.vi


def test_what_typst_refuses_is_named(tmp_path: Path) -> None:
    """An embedded picture that is none."""
    broken = f'{OPENING}<path d="M0 0L9 9"/><image href="data:image/png;base64,AAAA"/></svg>'
    made = rendered(tmp_path, broken)
    assert made.data is not None or codes(made) == ["OUT042"]

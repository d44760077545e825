"""From drafts to files: which road a document takes, and what keeps it off."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from vnadmindocs.api import load, render, render_all
from vnadmindocs.assets import asset
from vnadmindocs.diagnostics import Place
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.rendering import File, Rendering
from vnadmindocs.writers.libreoffice import find_libreoffice

pytestmark = pytest.mark.skipif(
    find_face().face is None, reason="no Times face with Vietnamese letters (fonts-liberation2)"
)
LETTER = """loại: thông báo
cơ quan: SỞ NỘI VỤ
số: 05
ngày: 03/9/2025
trích yếu: Về việc nghỉ lễ
nội dung: Các phòng bố trí người trực theo Phụ lục./.
"""
APPENDIX = """phụ lục:
  - trích yếu: LỊCH TRỰC
    nội dung: Phòng Tổ chức trực ngày 02/9/2025.
"""
DRAWING = """phụ lục:
  - trích yếu: LỊCH TRỰC
    nội dung: Phòng Tổ chức trực ngày 02/9/2025.
  - trích yếu: BẢN VẼ
    tệp: ban-ve.pdf
"""
PAGE = (200.0, 300.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a drawing of two pages."""
    writer = PdfWriter()
    for _ in range(2):
        writer.add_blank_page(*PAGE)
    with (tmp_path / "ban-ve.pdf").open("wb") as stream:
        writer.write(stream)
    return tmp_path


def _codes(rendering: Rendering) -> list[str]:
    return [each.code for each in rendering.diagnostics]


def _names(rendering: Rendering) -> list[str]:
    return [f"{each.suffix}.{each.kind}" for each in rendering.files]


def _words(data: bytes | None) -> str:
    assert data is not None
    return "".join(
        "".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages
    )


def _render(folder: Path, text: str, to: Any = "pdf", **options: Any) -> Rendering:
    return render(load(text, file="thu.yaml", root=folder), to, **options)


def _in(folder: Path, text: str) -> Path:
    path = folder / "thu.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_pdf_names_its_face_and_its_standard() -> None:
    """Both stand in the report."""
    face = find_face().face
    assert face is not None
    made = render(LETTER, "pdf")
    assert (made.face, made.conformance) == (f"{face.family} {face.version}", "PDF/A-2a")
    assert _names(made) == [".pdf"]
    assert "Cácphòngbốtríngườitrực" in _words(made.data)


def test_a_word_file_has_no_face_and_no_standard() -> None:
    """Word takes the face of the machine that opens it."""
    made = render(LETTER)
    assert (made.face, made.conformance, _names(made)) == ("", "", [".docx"])


def test_each_page_is_a_picture() -> None:
    """One page keeps the name of the document, several are numbered."""
    one = render(LETTER, "png", ppi=50)
    assert _names(one) == [".png"]
    assert one.files[0].data.startswith(b"\x89PNG")
    assert _names(render(LETTER + APPENDIX, "png", ppi=50)) == ["-1.png", "-2.png"]


def test_a_pdf_is_joined_and_claims_nothing_it_lost(folder: Path) -> None:
    """The pages of the drawing come last, in their own size."""
    made = render(_in(folder, LETTER + DRAWING), "pdf")
    assert made.data is not None
    pages = PdfReader(io.BytesIO(made.data)).pages
    assert [tuple(map(float, page.mediabox[2:])) for page in pages[2:]] == [PAGE, PAGE]
    assert (made.conformance, _codes(made)) == ("", ["APP027"])


def test_pictures_show_the_joined_pages_too(folder: Path) -> None:
    """A preview is of the whole document."""
    made = render(_in(folder, LETTER + DRAWING), "png", ppi=36)
    assert _names(made) == ["-1.png", "-2.png", "-3.png", "-4.png"]
    assert (made.conformance, _codes(made)) == ("", [])


def test_a_word_file_has_no_place_for_a_pdf(folder: Path) -> None:
    """It is refused; with force the drawing is left out, and named."""
    path = _in(folder, LETTER + DRAWING)
    refused = render(path)
    assert (refused.data, _codes(refused)) == (None, ["APP003"])
    assert refused.diagnostics[0].place.line == 11
    forced = render(path, force=True)
    assert forced.left_out == ("appendices/1/file",)
    assert forced.data is not None


def test_a_pdf_under_an_attached_document_has_no_place_in_its_word_file(folder: Path) -> None:
    """It is not split off: it belongs to that document."""
    text = LETTER.replace("Phụ lục", "Quy chế kèm theo") + (
        "phụ lục:\n"
        "  - loại: quy chế\n"
        "    trích yếu: Làm việc của tổ trực\n"
        "    nội dung: Tổ trực làm việc theo Phụ lục./.\n"
        "    phụ lục:\n"
        "      - trích yếu: BẢN VẼ\n"
        "        tệp: ban-ve.pdf\n"
    )
    made = render(_in(folder, text), split=True)
    assert (made.data, _codes(made)) == (None, ["OUT051", "APP030"])
    assert made.diagnostics[1].place.line == 13
    joined = render(_in(folder, text), "pdf", split=True)
    assert _names(joined) == [".pdf", "-quy-che.pdf"]


@pytest.mark.parametrize("to", ["docx", "pdf"])
def test_a_split_document_is_a_file_for_each_appendix(folder: Path, to: str) -> None:
    """A PDF stays a PDF beside Word files."""
    path = _in(folder, LETTER + DRAWING)
    made = render(path, to, split=True, signed_at=datetime(2025, 9, 3, 8, 30))  # type: ignore[arg-type]
    assert _names(made) == [f".{to}", f"-phu-luc-1.{to}", "-phu-luc-2.pdf"]
    assert not {"APP003", "APP030"} & set(_codes(made))
    assert "05/TB-SNV;03/09/2025;08:30:00+07:00" in _words(made.files[2].data)
    claim = "PDF/A-2a" if to == "pdf" else ""
    assert [each.conformance for each in made.files] == [claim, claim, ""]
    for each in made.files:
        assert (b"pdfaid:" in each.data) == bool(each.conformance)


def test_pictures_of_a_split_document_are_named_by_file_and_page(folder: Path) -> None:
    """The drawing has two pages, each other file one."""
    made = render(_in(folder, LETTER + DRAWING), "png", split=True, ppi=36)
    assert _names(made) == [".png", "-phu-luc-1.png", "-phu-luc-2-1.png", "-phu-luc-2-2.png"]


def test_an_office_template_is_not_typeset_by_typst(folder: Path) -> None:
    """Typst cannot print what stands in a Word file."""
    (folder / "mau.docx").write_bytes(asset("templates", "nd30-large.docx").read_bytes())
    path = _in(folder, LETTER + "mẫu: mau.docx\n")
    made = render(path, "pdf", engine="typst")
    assert (made.data, _codes(made)) == (None, ["OUT031"])
    assert made.diagnostics[0].place == Place(str(path))  # of the options: no line is wrong


@pytest.mark.parametrize("joined", [True, False])
def test_a_page_too_large_for_a_picture_is_refused_before_it_is_drawn(
    folder: Path, joined: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its size is named, and the most pixels per inch; the record is not at fault."""
    if joined:
        writer = PdfWriter()
        writer.add_blank_page(14400, 14400)
        writer.write(folder / "ban-ve.pdf")
        page, largest = "Trang 3 khổ 5080 × 5080 mm", 59
    else:
        monkeypatch.setattr("vnadmindocs.writers.pdf.picture_size.LARGEST_PICTURE", 1_000_000)
        page, largest = "Trang khổ 210 × 297 mm", 101
    path = _in(folder, LETTER + (DRAWING if joined else ""))
    made = render(path, "png", ppi=600)
    assert (made.files, _codes(made)) == ((), ["OUT043"])
    (found,) = made.diagnostics
    assert found.place == Place(str(path))
    assert found.message.vi == f"{page} quá lớn để vẽ thành ảnh ở 600 điểm trên inch"
    assert found.hint is not None
    assert found.hint.vi == f"Dùng --ppi {largest} hoặc nhỏ hơn"


@pytest.mark.parametrize("package", ["typst", "fontTools"])
def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """With how to install it; a Word file needs none."""
    monkeypatch.setattr("vnadmindocs.rendering.job._is_installed", lambda name: name != package)
    made = render(LETTER, "pdf")
    assert (made.data, _codes(made)) == (None, ["OUT030"])
    assert made.diagnostics[0].message.en == (
        f"The package «{package}», which makes the PDF, is not installed"
    )
    assert render(LETTER).data is not None


def test_many_records_are_rendered_in_their_order() -> None:
    """One that is refused keeps its place."""
    texts = [LETTER, "loại: thông báo\n", LETTER.replace("nghỉ lễ", "trực lễ")]
    first, second, third = render_all(texts, "pdf")
    assert "Vềviệcnghỉlễ" in _words(first.data)
    assert second.data is None
    assert "Vềviệctrựclễ" in _words(third.data)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"to": "odt"}, "no writer for 'odt'"),
        ({"to": "pdf", "engine": "word"}, "no engine 'word'"),
        ({"to": "png", "ppi": 0}, "pictures have 10 to 1200 pixels per inch"),
        ({"to": "png", "ppi": float("nan")}, "pictures have 10 to 1200 pixels per inch"),
    ],
)
def test_what_is_not_offered_is_a_value_error(options: dict[str, Any], sentence: str) -> None:
    """It is a mistake of the program, not of the record."""
    with pytest.raises(ValueError, match=sentence):
        render(LETTER, **options)


def test_all_files_of_a_document_are_written(tmp_path: Path) -> None:
    """The first is where it was asked for, the others beside it."""
    made = Rendering(
        (File("", "docx", b"a"), File("-phu-luc-1", "docx", b"b"), File("-phu-luc-2", "pdf", b"c")),
        (),
    )
    assert made.write(tmp_path / "ra" / "thu.docx") == tmp_path / "ra" / "thu.docx"
    assert {each.name: each.read_bytes() for each in (tmp_path / "ra").iterdir()} == {
        "thu.docx": b"a",
        "thu-phu-luc-1.docx": b"b",
        "thu-phu-luc-2.pdf": b"c",
    }
    pages = Rendering((File("-1", "png", b"a"), File("-2", "png", b"b")), ())
    assert pages.write(tmp_path / "thu.png") == tmp_path / "thu-1.png"


def test_a_typesetting_that_fails_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """No half of a document, and no trace of the program."""
    from vnadmindocs.writers import pdf

    def refuse(*_: object, **__: object) -> bytes:
        raise pdf.TypesettingError("cannot")

    monkeypatch.setattr(pdf, "write_pdf", refuse)
    made = render(LETTER, "pdf")
    assert (made.files, _codes(made)) == ((), ["OUT040"])


@pytest.mark.xdist_group("libreoffice")
def test_an_office_template_goes_by_libreoffice_without_being_asked(folder: Path) -> None:
    """What the converted file declares itself is reported as such; others keep their order."""
    if find_libreoffice() is None:
        pytest.skip("LibreOffice is not installed (libreoffice-writer-nogui)")
    (folder / "mau.docx").write_bytes(asset("templates", "nd30-large.docx").read_bytes())
    path = _in(folder, LETTER + APPENDIX + "mẫu: mau.docx\n")
    office, plain, split = (
        *render_all([path, LETTER], "pdf"),
        render(path, "pdf", split=True, engine="libreoffice"),
    )
    assert office.conformance == "PDF/A-2b"
    assert "LiberationSerif" in office.face.replace(" ", "") or "Times" in office.face
    assert "-" not in office.face  # families, not each of their styles
    assert "Cácphòngbốtríngườitrực" in _words(office.data)
    assert [each.conformance for each in split.files] == ["PDF/A-2b", "PDF/A-2b"]
    assert plain.conformance == "PDF/A-2a"
    assert _names(split) == [".pdf", "-phu-luc.pdf"]
    assert "LỊCHTRỰC" in _words(split.files[1].data)


def test_without_libreoffice_its_package_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is made."""
    monkeypatch.setattr("vnadmindocs.writers.libreoffice.converting.find_program", lambda: None)
    made = render(LETTER, "pdf", engine="libreoffice")
    assert (made.files, _codes(made)) == ((), ["OUT020"])
    assert "libreoffice-writer" in (made.diagnostics[0].hint or made.diagnostics[0].message).vi

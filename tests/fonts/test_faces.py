"""The face of a PDF: which fonts make one, and which of several is taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.fonts.bare_machine import found
from tests.fonts.small_fonts import STYLES, small_font, write_collection, write_face
from vnadmindocs.fonts.faces import FAMILIES, Face, FaceSearch, face_faults, find_face

pytestmark = pytest.mark.usefixtures("bare_machine")

BLOCK = "".join(map(chr, range(0x1EA0, 0x1EFA)))
LETTERS = "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐáàảãạÁÀẢÃẠ" + BLOCK


def test_a_face_is_its_four_files(tmp_path: Path) -> None:
    """Named by what the files say, not by their names."""
    folder = write_face(tmp_path / "system" / "deep" / "inside")
    for path in folder.iterdir():
        path.rename(folder / path.name.replace("LiberationSerif-2.1.5-", "x"))
    search = find_face()
    face = found(search)
    assert (face.family, face.version, face.folder) == ("Liberation Serif", "2.1.5", folder)
    assert [face.regular.name, face.bold_italic.name] == [
        "xRegular.ttf",
        "xBoldItalic.ttf",
    ]
    assert len({face.regular, face.bold, face.italic, face.bold_italic}) == len(STYLES)
    assert (search.rejected, face_faults(search)) == ((), ())


def test_names_of_files_tell_nothing(tmp_path: Path) -> None:
    """A face of another name in files called Times New Roman is none of ours."""
    folder = write_face(tmp_path / "system", family="Another Serif")
    for path in folder.iterdir():
        path.rename(folder / path.name.replace("AnotherSerif", "Times New Roman "))
    assert find_face() == FaceSearch(None, (), (tmp_path / "user", tmp_path / "system"))


@pytest.mark.parametrize("number", range(len(FAMILIES)))
def test_the_families_count_in_their_order(tmp_path: Path, number: int) -> None:
    """Of those there are, the first is taken, wherever it lies."""
    for family in FAMILIES[number:]:
        write_face(tmp_path / "system" / family, family=family)
    write_face(tmp_path / "user", family=FAMILIES[-1])
    assert found(find_face()).family == FAMILIES[number]


def test_the_folder_of_the_user_comes_first_within_a_family(tmp_path: Path) -> None:
    """Two right faces of one family."""
    write_face(tmp_path / "system")
    own = write_face(tmp_path / "user")
    assert found(find_face()).folder == own


def test_a_right_face_in_a_given_folder_comes_before_every_other(tmp_path: Path) -> None:
    """Whoever gives a folder means it; a file stands for its folder."""
    write_face(tmp_path / "system", family="Times New Roman")
    given = write_face(tmp_path / "given", family="Tinos")
    search = find_face([given / "Tinos-2.1.5-Regular.ttf"])
    assert (found(search).folder, search.folders[0], search.given) == (given, given, 1)
    assert face_faults(search) == ()


def test_of_two_given_folders_the_family_decides(tmp_path: Path) -> None:
    """As everywhere else."""
    first = write_face(tmp_path / "first", family="Tinos")
    second = write_face(tmp_path / "second", family="Times New Roman")
    assert found(find_face([first, second])).folder == second


def test_a_collection_holds_a_face(tmp_path: Path) -> None:
    """Typesetting finds all four styles in it."""
    folder = tmp_path / "system"
    folder.mkdir()
    path = folder / "times.ttc"
    write_collection(path, [small_font(style, family="Times New Roman") for style in STYLES])
    face = found(find_face())
    assert {face.regular, face.bold, face.italic, face.bold_italic} == {path}
    assert _typeset_styles(face) == {"Regular", "Bold", "Italic", "BoldItalic"}


def test_two_copies_of_one_face_in_one_folder_are_one_face(tmp_path: Path) -> None:
    """The first by name is taken."""
    folder = write_face(tmp_path / "system")
    for path in sorted(folder.iterdir()):
        (folder / f"Copy of {path.name}").write_bytes(path.read_bytes())
    search = find_face()
    assert found(search).regular.name == "Copy of LiberationSerif-2.1.5-Regular.ttf"
    assert search.rejected == ()


def test_four_files_are_typeset_in_their_styles(tmp_path: Path) -> None:
    """Typst finds the family by the same name, and every style."""
    write_face(tmp_path / "system", family="Tinos")
    assert _typeset_styles(found(find_face())) == {"Regular", "Bold", "Italic", "BoldItalic"}


def test_of_several_names_the_one_that_typst_reads_counts(tmp_path: Path) -> None:
    """As TeX Gyre Termes has them: with spaces for the Macintosh, without for Windows."""
    folder = tmp_path / "system"
    folder.mkdir()
    for style in STYLES:
        font = small_font(style, family="TeXGyreTermes")
        font["name"].setName("TeX Gyre Termes", 1, 1, 0, 0)
        font.save(folder / f"{style}.otf")
    face = found(find_face())
    assert face.family == "TeX Gyre Termes"
    assert _typeset_styles(face) == {"Regular", "Bold", "Italic", "BoldItalic"}


def test_a_name_that_typst_does_not_read_is_none(tmp_path: Path) -> None:
    """Windows' own name comes second where there is another."""
    folder = tmp_path / "system"
    folder.mkdir()
    for style in STYLES:
        font = small_font(style, family="Tinos")
        font["name"].setName("Another Serif", 1, 1, 0, 0)
        font.save(folder / f"{style}.otf")
    assert find_face().face is None


def test_letters_that_a_style_lacks_are_listed(tmp_path: Path) -> None:
    """In order, each once, for the style asked for; a line end and a hard hyphen print."""
    folder = tmp_path / "system"
    write_face(folder, styles=STYLES[:1])
    write_face(folder, styles=STYLES[1:], lacking="ĸ\u2010")
    face = found(find_face())
    assert face.missing("Số: 05/QĐ-UBND\nngày\u00a0…", bold=False, italic=False) == ""
    assert face.missing("☐ Có ☒ Không ☐", bold=True, italic=True) == "☐☒"
    assert face.missing("a\u2011b", bold=False, italic=False) == ""
    assert face.missing("a\u2011b", bold=True, italic=False) == "\u2011"
    assert face.missing(LETTERS, bold=False, italic=True) == ""


def test_circles_of_links_end(tmp_path: Path) -> None:
    """A folder is walked once, by whatever way it is reached."""
    folder = write_face(tmp_path / "system" / "liberation")
    (folder / "again").symlink_to(tmp_path / "system", target_is_directory=True)
    (tmp_path / "user").symlink_to(tmp_path / "system", target_is_directory=True)
    search = find_face()
    assert found(search).version == "2.1.5"
    assert search.rejected == ()


def _typeset_styles(face: Face) -> set[str]:
    """Typeset a word in each style, and name the styles in the PDF."""
    typst = pytest.importorskip("typst")
    from io import BytesIO

    from pypdf import PdfReader

    source = f"""
        #set text(font: "{face.family}", fallback: false, lang: "vi")
        Việt *Việt* _Việt_ *_Việt_*
    """
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(face.folder)]
    )
    compiler = typst.Compiler(source.encode(), font_paths=fonts)
    data, warnings = compiler.compile_with_warnings(format="pdf")
    assert warnings == []
    resources: Any = PdfReader(BytesIO(data)).pages[0]["/Resources"]
    names = [str(each.get_object()["/BaseFont"]) for each in resources["/Font"].values()]
    return {name.partition("-")[2].replace("-", "") or "Regular" for name in names}

"""The face of a PDF: which fonts make one, and why others do not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._f_v_a_r import Axis

from tests.fonts.small_fonts import STYLES, small_font, write_collection, write_face
from vnadmindocs.diagnostics.catalogue import stamp
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.diagnostics.model import Place, Severity
from vnadmindocs.fonts import face_cache, faces, font_folders
from vnadmindocs.fonts.faces import FAMILIES, Face, FaceSearch, face_faults, find_face

BLOCK = "".join(map(chr, range(0x1EA0, 0x1EFA)))
LETTERS = "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐáàảãạÁÀẢÃẠ" + BLOCK


@pytest.fixture(autouse=True)
def a_bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of two empty folders of fonts and an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    folders = tmp_path / "user", tmp_path / "system"
    monkeypatch.setattr(font_folders, "system_folders", lambda: folders)
    forget(monkeypatch)
    return tmp_path


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a new process, as far as faces go."""
    monkeypatch.setattr(faces, "_searches", {})


def found(search: FaceSearch) -> Face:
    """Give the face of a search that found one."""
    assert search.face is not None
    return search.face


def reasons(search: FaceSearch) -> list[tuple[str, str, str]]:
    """Give family, reason and name of the file or folder of all that was rejected."""
    return [(each.family, each.reason, each.path.name) for each in search.rejected]


def said(faults: tuple[Fault, ...]) -> list[tuple[str, str]]:
    """Give the codes and the Vietnamese sentences."""
    return [
        (each.code, stamp(each.code, Place(), each.facts).message.in_language("vi"))
        for each in faults
    ]


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


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("letter", ["ạ", "ỹ", "đ", "Ư", "ờ", "Ã", "\u00a0", "“", "–", "7"])
def test_every_style_has_every_letter(tmp_path: Path, style: str, letter: str) -> None:
    """One letter lacking in one style is enough to reject a face."""
    folder = tmp_path / "system"
    write_face(folder, styles=tuple(each for each in STYLES if each != style))
    write_face(folder, styles=(style,), lacking=letter)
    search = find_face()
    (rejected,) = search.rejected
    words = {"Regular": "thường", "Bold": "đậm", "Italic": "nghiêng", "BoldItalic": "đậm nghiêng"}
    assert search.face is None
    assert rejected.path == folder / f"LiberationSerif-2.1.5-{style}.ttf"
    assert said(face_faults(search))[1:] == [
        (
            "FNT011",
            f"Không dùng phông «Liberation Serif» 2.1.5: kiểu {words[style]} thiếu 1 chữ"
            f" ({letter}), tệp «{rejected.path}»",
        )
    ]


def test_version_1_of_liberation_is_rejected_with_the_number_of_letters(tmp_path: Path) -> None:
    """It has 2 of the 90 letters of the Vietnamese block."""
    there = "ẠỲ"
    folder = write_face(
        tmp_path / "system",
        version="1.07.4",
        lacking="".join(each for each in BLOCK if each not in there),
    )
    search = find_face()
    assert search.face is None
    assert said(face_faults(search)) == [
        (
            "FNT010",
            "Không tìm thấy phông chữ dùng được để tạo PDF; đã tìm Times New Roman, Liberation"
            " Serif, Tinos, TeX Gyre Termes",
        ),
        (
            "FNT011",
            "Không dùng phông «Liberation Serif» 1.07.4: kiểu thường thiếu 88 chữ (ảạằắẵẳặầ…),"
            f" tệp «{folder / 'LiberationSerif-1.07.4-Regular.ttf'}»",
        ),
    ]
    assert [stamp(each.code, Place(), each.facts).severity for each in face_faults(search)] == [
        Severity.FATAL,
        Severity.WARNING,
    ]


def test_version_1_beside_version_2_is_told_apart_by_its_version(tmp_path: Path) -> None:
    """In two folders, or in one: the four styles of the right version are the face."""
    write_face(tmp_path / "system" / "liberation", version="1.07.4", lacking=BLOCK)
    right = write_face(tmp_path / "system" / "liberation2")
    assert found(find_face()).folder == right
    write_face(right, version="1.07.4", lacking=BLOCK)
    search = find_face(fresh=True)
    face = found(search)
    assert [face.version, face.regular.name] == ["2.1.5", "LiberationSerif-2.1.5-Regular.ttf"]
    assert [(each.reason, each.path.parent.name) for each in search.rejected] == [
        ("letters", "liberation"),
        ("letters", "liberation2"),
    ]


def test_styles_of_several_versions_are_never_mixed(tmp_path: Path) -> None:
    """Four styles in one folder, and yet no face."""
    folder = tmp_path / "system"
    write_face(folder, styles=STYLES[:3])
    write_face(folder, styles=STYLES[3:], version="2.1.3")
    search = find_face()
    assert (search.face, reasons(search)) == (
        None,
        [("Liberation Serif", "versions", "system"), ("Liberation Serif", "versions", "system")],
    )
    assert said(face_faults(search))[1] == (
        "FNT016",
        f"Không dùng phông «Liberation Serif» trong «{folder}»: các kiểu thuộc nhiều phiên bản"
        " (2.1.3, 2.1.5), bản 2.1.5 thiếu kiểu đậm nghiêng",
    )


def test_styles_in_several_folders_are_never_mixed(tmp_path: Path) -> None:
    """Each folder lacks what the other has."""
    write_face(tmp_path / "system", styles=STYLES[:2])
    write_face(tmp_path / "user", styles=STYLES[2:])
    search = find_face()
    assert search.face is None
    assert said(face_faults(search))[1:] == [
        (
            "FNT012",
            f"Không dùng phông «Liberation Serif» 2.1.5 trong «{tmp_path / place}»: thiếu kiểu"
            f" {styles}",
        )
        for place, styles in [("user", "thường, đậm"), ("system", "nghiêng, đậm nghiêng")]
    ]


@pytest.mark.parametrize(
    ("permission", "allowed"),
    [
        (0x0000, True),
        (0x0002, False),  # restricted
        (0x0004, True),  # preview and print
        (0x0008, True),  # editable
        (0x000A, True),  # of several bits the least strict one counts
        (0x0100, False),  # not in part
        (0x0200, False),  # as pictures only
        (0x0108, False),
    ],
)
def test_a_licence_that_forbids_embedding_is_kept(
    tmp_path: Path, permission: int, allowed: bool
) -> None:
    """By the bits of OS/2 fsType."""
    folder = tmp_path / "system"
    write_face(folder, styles=STYLES[:3])
    write_face(folder, styles=STYLES[3:], permission=permission)
    search = find_face()
    assert (search.face is not None) is allowed
    told = [code for code, _ in said(face_faults(search))]
    assert told == ([] if allowed else ["FNT010", "FNT014"])


def test_damaged_files_are_passed_over_and_reported(tmp_path: Path) -> None:
    """Empty, no font at all, cut off, without names, with nonsense in a table that is needed."""
    folder = write_face(tmp_path / "system")
    whole = (folder / "LiberationSerif-2.1.5-Regular.ttf").read_bytes()
    broken = folder / "broken"
    broken.mkdir()
    (broken / "1 empty.ttf").write_bytes(b"")
    (broken / "2 letter.otf").write_bytes(b"Dear all, please find attached")
    (broken / "3 cut.ttf").write_bytes(whole[: len(whole) // 2])
    (broken / "4 nameless.ttf").write_bytes(whole.replace(b"name", b"eman", 1))
    (broken / "5 letterless.ttf").write_bytes(whole.replace(b"cmap", b"pamc", 1))
    (broken / "6 endless.ttc").write_bytes(b"ttcf\0\1\0\0\xff\xff\xff\xff")
    (broken / "7 notes.txt").write_bytes(b"no font by its name either")
    search = find_face()
    assert found(search).folder == folder
    assert [(each.reason, each.path.name, each.facts["damage"]) for each in search.rejected] == [
        ("unreadable", "1 empty.ttf", "cut"),
        ("unreadable", "2 letter.otf", "kind"),
        ("unreadable", "3 cut.ttf", "cut"),
        ("unreadable", "4 nameless.ttf", "tables"),
        ("unreadable", "5 letterless.ttf", "tables"),
        ("unreadable", "6 endless.ttc", "tables"),
    ]
    # With a face found, what else lies on the machine is the doctor's business.
    assert face_faults(search) == ()


def test_a_damaged_style_leaves_no_face(tmp_path: Path) -> None:
    """It is reported, as is the style that is missing because of it."""
    folder = write_face(tmp_path / "system")
    bold = folder / "LiberationSerif-2.1.5-Bold.ttf"
    bold.write_bytes(bold.read_bytes()[:-4000])
    assert said(face_faults(find_face()))[1:] == [
        ("FNT013", f"Không đọc được tệp phông «{bold}»: tệp bị cắt cụt"),
        ("FNT012", f"Không dùng phông «Liberation Serif» 2.1.5 trong «{folder}»: thiếu kiểu đậm"),
    ]


def test_of_many_damaged_files_a_few_are_told(tmp_path: Path) -> None:
    """They may have nothing to do with what was looked for."""
    folder = tmp_path / "system"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.ttf").write_bytes(b"")
    search = find_face()
    assert len(search.rejected) == 9
    assert [code for code, _ in said(face_faults(search))] == ["FNT010", *["FNT013"] * 5]


def test_a_collection_holds_a_face(tmp_path: Path) -> None:
    """Typesetting finds all four styles in it."""
    folder = tmp_path / "system"
    folder.mkdir()
    path = folder / "times.ttc"
    write_collection(path, [small_font(style, family="Times New Roman") for style in STYLES])
    face = found(find_face())
    assert {face.regular, face.bold, face.italic, face.bold_italic} == {path}
    assert _typeset_styles(face) == {"Regular", "Bold", "Italic", "BoldItalic"}


def test_a_collection_with_two_fonts_of_one_style_is_no_face(tmp_path: Path) -> None:
    """Nobody knows which of them would be printed."""
    folder = tmp_path / "system"
    folder.mkdir()
    fonts = [small_font(style) for style in STYLES]
    write_collection(folder / "twice.ttc", [*fonts, small_font("Bold")])
    search = find_face()
    assert (search.face, reasons(search)) == (None, [("Liberation Serif", "mixed", "twice.ttc")])
    assert said(face_faults(search))[1] == (
        "FNT019",
        "Không dùng phông «Liberation Serif» 2.1.5: cấu trúc tệp"
        f" «{folder / 'twice.ttc'}» không dàn trang được",
    )


def test_a_variable_font_is_no_face(tmp_path: Path) -> None:
    """Its outlines are those of one weight only, whichever is asked for."""
    folder = write_face(tmp_path / "system", styles=STYLES[1:])
    font = small_font("Regular")
    axis = Axis()
    axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue = "wght", 400, 400, 700
    font["fvar"] = newTable("fvar")
    font["fvar"].axes = [axis]
    font.save(folder / "variable.ttf")
    search = find_face()
    assert (search.face, reasons(search)) == (
        None,
        [("Liberation Serif", "variable", "variable.ttf")],
    )
    assert [code for code, _ in said(face_faults(search))] == ["FNT010", "FNT019"]


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
    write_face(tmp_path / "system", family="TeX Gyre Termes")
    face = found(find_face())
    assert _typeset_styles(face) == {"Regular", "Bold", "Italic", "BoldItalic"}


def test_a_given_folder_without_a_face_is_said(tmp_path: Path) -> None:
    """A face of the machine is used, and not in silence."""
    system = write_face(tmp_path / "system")
    given = write_face(tmp_path / "given", family="Tinos", lacking="ệ")
    nowhere = tmp_path / "nowhere"
    search = find_face([given, nowhere])
    assert found(search).folder == system
    assert said(face_faults(search)) == [
        (
            "FNT017",
            f"Không có phông dùng được trong «{given}», «{nowhere}»; dùng «Liberation Serif» 2.1.5"
            f" trong «{system}»",
        ),
        ("FNT018", f"Không có thư mục phông chữ «{nowhere}»"),
        (
            "FNT011",
            "Không dùng phông «Tinos» 2.1.5: kiểu thường thiếu 1 chữ (ệ), tệp"
            f" «{given / 'Tinos-2.1.5-Regular.ttf'}»",
        ),
    ]


def test_one_of_two_given_folders_may_be_missing(tmp_path: Path) -> None:
    """The face comes from the other; the missing one is named."""
    given = write_face(tmp_path / "given")
    nowhere = tmp_path / "nowhere"
    search = find_face([nowhere, given])
    assert found(search).folder == given
    assert said(face_faults(search)) == [
        ("FNT018", f"Không có thư mục phông chữ «{nowhere}»"),
    ]


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


class TestKeptSearches:
    """What one process found, the next one takes over."""

    def test_a_search_is_made_once(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """By a process, and by those after it."""
        write_face(tmp_path / "system")
        write_face(tmp_path / "user", lacking="ề")
        first = find_face()
        monkeypatch.setattr(faces, "_search", _never)
        assert find_face() is first
        forget(monkeypatch)
        again = find_face()
        assert (again, again is first) == (first, False)
        assert found(again).coverage == found(first).coverage
        assert said(face_faults(again)) == said(face_faults(first))

    @pytest.mark.parametrize("change", ["added", "removed", "touched", "given"])
    def test_a_change_makes_it_outdated(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
    ) -> None:
        """A file more, a file less, a file written over; a folder given that is now there."""
        folder = write_face(tmp_path / "system", styles=STYLES)
        bold = folder / "LiberationSerif-2.1.5-Bold.ttf"
        given = [tmp_path / "given"] if change == "given" else []
        assert found(find_face(given)).folder == folder
        if change == "added":
            write_face(tmp_path / "system" / "times", family="Times New Roman")
            expected = "Times New Roman"
        elif change == "given":
            write_face(tmp_path / "given", family="Tinos")
            expected = "Tinos"
        elif change == "removed":
            bold.unlink()
            expected = ""
        else:
            status = folder.stat()
            bold.write_bytes(b"")
            os.utime(folder, ns=(status.st_atime_ns, status.st_mtime_ns))
            expected = ""
        forget(monkeypatch)
        face = find_face(given).face
        assert (face.family if face else "") == expected

    @pytest.mark.parametrize(
        "damage", ["cut", "turned", "other form", "other search", "nonsense", "folder"]
    )
    def test_a_damaged_file_is_as_none(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
    ) -> None:
        """The search is made again, whatever became of the kept one."""
        write_face(tmp_path / "system")
        first = find_face()
        (kept,) = (tmp_path / "cache").rglob("*.face")
        data = kept.read_bytes()
        key = [str(0), *map(str, first.folders)]
        if damage == "cut":
            kept.write_bytes(data[:-10])
        elif damage == "turned":
            kept.write_bytes(data[:-10] + data[-9:] + data[-10:-9])
        elif damage == "other form":
            kept.write_bytes(data.replace(b"face 1", b"face 0"))
        elif damage == "other search":
            face_cache.keep(["0", "elsewhere"], {"face": None, "rejected": []}, ())
            (other,) = {*(tmp_path / "cache").rglob("*.face")} - {kept}
            other.replace(kept)
        elif damage == "nonsense":
            face_cache.keep(key, {"face": {"family": 1, "files": "abc"}, "rejected": []}, ())
        else:
            kept.unlink()
            kept.mkdir()
        forget(monkeypatch)
        assert find_face() == first

    def test_a_cache_that_cannot_be_written_is_done_without(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Its folder is a file."""
        write_face(tmp_path / "system")
        (tmp_path / "cache").write_bytes(b"")
        first = find_face()
        forget(monkeypatch)
        assert find_face() == first

    def test_another_process_needs_no_reader_of_fonts(self, tmp_path: Path) -> None:
        """A run with a face that is known imports no fontTools."""
        folder = write_face(tmp_path / "given")
        program = (
            "import json, sys\n"
            "from pathlib import Path\n"
            "from vnadmindocs.fonts.faces import find_face\n"
            f"face = find_face([Path({str(folder)!r})]).face\n"
            "print(json.dumps([face.family, 'fontTools' in sys.modules]))"
        )

        def run() -> Any:
            ran = subprocess.run(
                [sys.executable, "-c", program], capture_output=True, text=True, check=True
            )
            return json.loads(ran.stdout)

        assert [run(), run()] == [["Liberation Serif", True], ["Liberation Serif", False]]


def _never(*_arguments: object) -> FaceSearch:
    raise AssertionError("searched again")


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

"""Fonts that look like a face and are none, and what is said about them."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._f_v_a_r import Axis

from tests.fonts.bare_machine import found, reasons, said
from tests.fonts.small_fonts import STYLES, small_font, write_collection, write_face
from vnadmindocs.diagnostics.catalogue import stamp
from vnadmindocs.diagnostics.model import Place, Severity
from vnadmindocs.fonts.faces import face_faults, find_face

pytestmark = pytest.mark.usefixtures("bare_machine")

BLOCK = "".join(map(chr, range(0x1EA0, 0x1EFA)))


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

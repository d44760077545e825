"""The face of PDF files, as the doctor tells of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.doctor.examined import named, said, states
from tests.fonts.small_fonts import STYLES, write_face
from vnadmindocs.doctor import examine, healthy, machine


def test_none_is_wrong_where_typst_is_installed(tmp_path: Path) -> None:
    """A PDF cannot be made, and none is tried."""
    write_face(tmp_path / "fonts", version="1.07.4", lacking="ệ")
    checks = examine()
    face = named(checks, "face")
    assert (face.state, face.found.vi) == ("wrong", "không có")
    assert [each.code for each in face.findings] == ["FNT010", "FNT011"]
    assert face.hint is not None
    assert "fonts-liberation2" in face.hint.vi
    assert not healthy(checks)
    assert "trial-pdf" not in states(checks)


def test_none_is_a_note_where_no_pdf_can_be_made_anyway(without: Callable[..., None]) -> None:
    """Who makes .docx files alone needs none."""
    without(typst=None)
    checks = examine()
    assert named(checks, "face").state == "note"
    assert healthy(checks)


def test_what_was_rejected_is_told_though_another_was_found(tmp_path: Path) -> None:
    """The doctor is asked why the other one is not used."""
    write_face(tmp_path / "fonts" / "tinos", family="Tinos")
    write_face(tmp_path / "fonts" / "times", family="Times New Roman", styles=STYLES[:3])
    (tmp_path / "fonts" / "broken.ttf").write_bytes(b"")
    face = machine.check_face(())
    assert (face.state, face.found.vi) == (
        "note",
        f"Tinos 2.1.5 ({tmp_path / 'fonts' / 'tinos'})",
    )
    assert said(face) == [
        (
            "FNT013",
            f"Không đọc được tệp phông «{tmp_path / 'fonts' / 'broken.ttf'}»: tệp bị cắt cụt",
        ),
        (
            "FNT012",
            "Không dùng phông «Times New Roman» 2.1.5 trong"
            f" «{tmp_path / 'fonts' / 'times'}»: thiếu kiểu đậm nghiêng",
        ),
    ]


def test_a_given_folder_without_a_face_is_a_warning_said_once(tmp_path: Path) -> None:
    """The machine's own is used, and nothing that is needed is wrong."""
    write_face(tmp_path / "fonts")
    given = write_face(tmp_path / "given", styles=STYLES[:1])
    face = machine.check_face([given])
    assert [each.code for each in face.findings] == ["FNT017", "FNT012"]
    assert face.state == "warning"


def test_it_is_searched_anew(tmp_path: Path) -> None:
    """Whatever was found before."""
    assert machine.check_face(()).state == "wrong"
    write_face(tmp_path / "fonts")
    assert machine.check_face(()).state == "ok"


def test_without_a_reader_of_fonts_it_is_not_looked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, without: Callable[..., None]
) -> None:
    """The extra is named as missing instead."""
    write_face(tmp_path / "fonts")
    monkeypatch.setitem(sys.modules, "fontTools.ttLib", None)
    without(typst=None, fonttools=None)
    checks = examine()
    face = named(checks, "face")
    assert (face.state, face.found.vi) == ("note", "chưa tìm được")
    assert said(named(checks, "extra-pdf")) == [
        (
            "OUT060",
            "Chưa cài fonttools, typst, cần để tạo PDF và ảnh trang (render --to pdf,"
            " render --to png)",
        )
    ]
    assert named(checks, "extra-pdf").hint == named(checks, "extra-pdf").findings[0].hint
    assert named(checks, "extra-pdf").state == "note"
    assert "trial-pdf" not in states(checks)
    assert healthy(checks)

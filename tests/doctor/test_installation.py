"""The files that came with the program."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.doctor.examined import Break, said
from vnadmindocs.doctor import installation
from vnadmindocs.errors import BrokenInstallError


@pytest.mark.parametrize(
    ("name", "damage", "sentence"),
    [
        ("templates/nd30-large.docx", None, "templates/nd30-large.docx» bị thiếu"),
        ("templates/nd30-small.docx", b"PK", "templates/nd30-small.docx» bị hỏng"),
        (
            "templates/prepared/nd30-large.prepared",
            b"old",
            "templates/nd30-large.docx» không phải của phiên bản này",
        ),
        (
            "templates/prepared/nd30-small.prepared",
            None,
            "templates/nd30-small.docx» bị thiếu",
        ),
        ("templates/document.typ", None, "templates/document.typ» bị thiếu"),
        ("templates/document.typ", b" \n", "templates/document.typ» bị hỏng"),
    ],
)
def test_templates_that_are_not_as_they_came(
    shipped: Break, name: str, damage: bytes | None, sentence: str
) -> None:
    """One finding for each, and it names the file."""
    if damage is None:
        shipped(name).unlink()
    else:
        shipped(name).write_bytes(damage)
    assert said(installation.check_templates()) == [("OUT062", f"Phần đi kèm «{sentence}")]


def test_a_template_of_another_version_does_not_match_what_was_prepared(shipped: Break) -> None:
    """As when half of an installation was overwritten."""
    shutil.copy(shipped("templates/nd30-small.docx"), shipped("templates/nd30-large.docx"))
    assert said(installation.check_templates()) == [
        (
            "OUT062",
            "Phần đi kèm «templates/nd30-large.docx» không phải của phiên bản này",
        )
    ]


def test_schemas_that_are_not_as_they_came(shipped: Break) -> None:
    """Missing, or of another version."""
    shipped("schemas/en/document.schema.json").unlink()
    shipped("schemas/vi/van-ban.schema.json").write_text("{}", encoding="utf-8")
    check = installation.check_schemas()
    assert sorted(said(check)) == [
        ("OUT062", "Phần đi kèm «schemas/en/document.schema.json» bị thiếu"),
        (
            "OUT062",
            "Phần đi kèm «schemas/vi/van-ban.schema.json» không phải của phiên bản này",
        ),
    ]
    assert check.state == "wrong"


def test_schemas_that_cannot_be_written_are_one_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the models are made of is missing; the other checks go on."""

    def broken() -> None:
        raise BrokenInstallError("terms.toml is missing")

    monkeypatch.setattr("vnadmindocs.record.schema.schema_files", broken)
    check = installation.check_schemas()
    assert said(check) == [("OUT062", "Phần đi kèm «schemas» bị thiếu")]
    assert check.found.vi == "0 tệp"


def test_data_of_the_decree_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its reader stumbles over."""

    def broken() -> None:
        raise KeyError("low")

    monkeypatch.setattr("vnadmindocs.law.looks.looks", broken)
    assert said(installation.check_law()) == [("OUT062", "Phần đi kèm «law» bị hỏng")]


def test_sentences_that_are_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The command line would speak English alone."""
    monkeypatch.setattr(installation, "__file__", str(tmp_path / "doctor/installation.py"))
    assert said(installation.check_sentences()) == [
        ("OUT062", "Phần đi kèm «cli/locale/vi» bị thiếu")
    ]

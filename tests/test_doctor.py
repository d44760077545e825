"""The doctor: what it says of machines that have, lack or have broken each thing."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fonts.small_fonts import STYLES, write_face
from vnadmindocs import api, doctor
from vnadmindocs.assets import asset
from vnadmindocs.diagnostics import Severity
from vnadmindocs.doctor import Check, examine, healthy, installation, machine, packages, trials
from vnadmindocs.errors import BrokenInstallError
from vnadmindocs.fonts import faces, font_folders
from vnadmindocs.rendering import Rendering
from vnadmindocs.writers import libreoffice
from vnadmindocs.writers.libreoffice import LibreOffice

Break = Callable[[str], Path]
SOFFICE = LibreOffice(Path("/programs/soffice"), "7.4.7.2")


@pytest.fixture(autouse=True)
def a_bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No fonts but those a test writes, LibreOffice, an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setattr(font_folders, "system_folders", lambda: (tmp_path / "fonts",))
    monkeypatch.setattr(faces, "_searches", {})
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: SOFFICE)


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have packages be of other versions, or not installed."""

    def other(**versions: str | None) -> None:
        real = packages.installed

        def installed(package: str) -> str | None:
            return versions[package] if package in versions else real(package)

        for module in (packages, machine, trials):
            monkeypatch.setattr(module, "installed", installed)

    return other


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Break:
    """Have a copy of the shipped files, which a test may break; name one of them."""
    for folder in ("templates", "schemas"):
        shutil.copytree(asset(folder), tmp_path / "shipped" / folder)

    def copied(folder: str, *parts: str) -> Path:
        path = tmp_path.joinpath("shipped", folder, *parts)
        if not path.exists():
            raise BrokenInstallError(f"{path.name} is missing")
        return path

    monkeypatch.setattr(installation, "asset", copied)
    return lambda name: tmp_path / "shipped" / name


def said(check: Check) -> list[tuple[str, str]]:
    """Give codes and Vietnamese sentences."""
    return [(each.code, each.message.vi) for each in check.findings]


def states(checks: tuple[Check, ...]) -> dict[str, str]:
    """Give the state of each check, in order."""
    return {check.name: check.state for check in checks}


def named(checks: tuple[Check, ...], name: str) -> Check:
    """Find a check by its name."""
    (found,) = (check for check in checks if check.name == name)
    return found


def test_a_machine_that_has_everything_is_well(tmp_path: Path) -> None:
    """Every part is looked at once, and a document made by each writer."""
    write_face(tmp_path / "fonts", family="Times New Roman", version="7.00")
    checks = examine()
    assert states(checks) == dict.fromkeys(
        (
            "program",
            "python",
            "packages",
            "extra-pdf",
            "extra-cluster",
            "extra-xlsx",
            "face",
            "libreoffice",
            "templates",
            "schemas",
            "law",
            "sentences",
            "cache",
            "output",
            "trial-docx",
            "trial-pdf",
        ),
        "ok",
    )
    assert healthy(checks)
    assert named(checks, "face").found.vi == f"Times New Roman 7.00 ({tmp_path / 'fonts'})"
    assert named(checks, "libreoffice").found.vi == "7.4.7.2 (/programs/soffice)"
    assert named(checks, "trial-pdf").found.vi.startswith("được, ")
    assert [check.hint for check in checks] == [None] * len(checks)


class TestFace:
    """The face of PDF files."""

    def test_none_is_wrong_where_typst_is_installed(self, tmp_path: Path) -> None:
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

    def test_none_is_a_note_where_no_pdf_can_be_made_anyway(
        self, without: Callable[..., None]
    ) -> None:
        """Who makes .docx files alone needs none."""
        without(typst=None)
        checks = examine()
        assert named(checks, "face").state == "note"
        assert healthy(checks)

    def test_what_was_rejected_is_told_though_another_was_found(self, tmp_path: Path) -> None:
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

    def test_a_given_folder_without_a_face_is_a_warning_said_once(self, tmp_path: Path) -> None:
        """The machine's own is used, and nothing that is needed is wrong."""
        write_face(tmp_path / "fonts")
        given = write_face(tmp_path / "given", styles=STYLES[:1])
        face = machine.check_face([given])
        assert [each.code for each in face.findings] == ["FNT017", "FNT012"]
        assert face.state == "warning"

    def test_it_is_searched_anew(self, tmp_path: Path) -> None:
        """Whatever was found before."""
        assert machine.check_face(()).state == "wrong"
        write_face(tmp_path / "fonts")
        assert machine.check_face(()).state == "ok"

    def test_without_a_reader_of_fonts_it_is_not_looked_for(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, without: Callable[..., None]
    ) -> None:
        """The extra is named as missing instead."""
        write_face(tmp_path / "fonts")
        monkeypatch.setitem(sys.modules, "fontTools.ttLib", None)
        without(typst=None, fonttools=None)
        checks = examine()
        assert named(checks, "face").found.vi == "chưa tìm được"
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


class TestPackages:
    """Versions of the packages we stand on."""

    def test_a_required_one_that_is_missing_is_wrong(self, without: Callable[..., None]) -> None:
        """Nothing works without it."""
        without(docxtpl=None, pypdf="5.9.0")
        check = packages.check_required()
        assert check.state == "wrong"
        assert [code for code, _ in said(check)] == ["OUT061", "OUT061"]
        assert said(check)[0][1].startswith("Gói «docxtpl»: chưa cài, cần ")
        assert said(check)[1][1] == "Gói «pypdf»: 5.9.0, cần >=6"

    def test_typst_of_another_version_is_a_warning(self, without: Callable[..., None]) -> None:
        """Its lines may break elsewhere."""
        without(typst="0.16.1")
        check = next(packages.check_extras())
        assert (check.name, check.state) == ("extra-pdf", "warning")
        assert [each.facts["found"].vi for each in check.findings] == ["0.16.1"]  # type: ignore[attr-defined]

    def test_extras_that_no_command_uses_are_not_missed(self, without: Callable[..., None]) -> None:
        """They are shown, and that is all."""
        without(openpyxl=None, distributed="2025.1")
        found = {check.name: (check.state, check.found.vi) for check in packages.check_extras()}
        assert found["extra-xlsx"] == ("ok", "openpyxl chưa cài (chưa lệnh nào dùng)")
        assert found["extra-cluster"] == ("ok", "distributed 2025.1 (chưa lệnh nào dùng)")
        assert {"extra-all", "extra-dev"} & set(found) == set()

    def test_a_program_that_is_not_installed_is_wrong(self, without: Callable[..., None]) -> None:
        """Its requirements are unknown then."""
        without(vnadmindocs=None)
        check = packages.check_program()
        assert (check.state, [code for code, _ in said(check)]) == ("wrong", ["OUT062"])

    @pytest.mark.parametrize(
        ("version", "limits", "expected"),
        [
            ("0.15.2", "<0.16,>=0.15.2", True),
            ("0.15.1", "<0.16,>=0.15.2", False),
            ("0.16", "<0.16,>=0.15.2", False),
            ("0.16.0", "<0.16,>=0.15.2", False),
            ("0.9", ">=0.15", False),
            ("6", ">=6.0.0", True),
            ("2024.5.0rc1", ">=2024.5", True),
            ("1.0", "==1.0.0", True),
            ("1.1", "==1.0", False),
            ("1.1", "!=1.1", False),
            ("3", "", True),
        ],
    )
    def test_versions_are_compared_number_by_number(
        self, version: str, limits: str, expected: bool
    ) -> None:
        """A number that is not there is zero."""
        assert packages.allowed(version, limits) is expected


class TestInstallation:
    """The files that came with the program."""

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
        self, shipped: Break, name: str, damage: bytes | None, sentence: str
    ) -> None:
        """One finding for each, and it names the file."""
        if damage is None:
            shipped(name).unlink()
        else:
            shipped(name).write_bytes(damage)
        assert said(installation.check_templates()) == [("OUT062", f"Phần đi kèm «{sentence}")]

    def test_a_template_of_another_version_does_not_match_what_was_prepared(
        self, shipped: Break
    ) -> None:
        """As when half of an installation was overwritten."""
        shutil.copy(shipped("templates/nd30-small.docx"), shipped("templates/nd30-large.docx"))
        assert said(installation.check_templates()) == [
            (
                "OUT062",
                "Phần đi kèm «templates/nd30-large.docx» không phải của phiên bản này",
            )
        ]

    def test_schemas_that_are_not_as_they_came(self, shipped: Break) -> None:
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

    def test_data_of_the_decree_that_cannot_be_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever its reader stumbles over."""

        def broken() -> None:
            raise KeyError("low")

        monkeypatch.setattr("vnadmindocs.law.looks.looks", broken)
        assert said(installation.check_law()) == [("OUT062", "Phần đi kèm «law» bị hỏng")]

    def test_sentences_that_are_missing(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """The command line would speak English alone."""
        monkeypatch.setattr(installation, "__file__", str(tmp_path / "doctor/installation.py"))
        assert said(installation.check_sentences()) == [
            ("OUT062", "Phần đi kèm «cli/locale/vi» bị thiếu")
        ]


class TestMachine:
    """What else there is on the machine."""

    def test_libreoffice_is_not_needed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What to install is said, as a note."""
        monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
        check = machine.check_libreoffice()
        assert (check.state, check.found.vi) == ("note", "không có")
        assert [(each.code, each.severity) for each in check.findings] == [
            ("OUT020", Severity.HINT)
        ]

    def test_a_cache_that_cannot_be_written_is_a_warning(self, tmp_path: Path) -> None:
        """Everything still works."""
        (tmp_path / "cache").write_bytes(b"")
        check = machine.check_cache()
        place = tmp_path / "cache" / "vnadmindocs"
        assert check.state == "warning"
        assert said(check)[0] == (
            "OUT063",
            f"Không ghi được vào thư mục lưu tạm «{place}»: một phần của đường dẫn không phải là"
            " thư mục",
        )

    def test_a_system_without_a_cache_folder_is_a_warning(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As for a user without a home."""
        monkeypatch.setattr(machine, "user_cache", lambda _name: None)
        assert machine.check_cache().state == "warning"

    def test_nothing_is_left_in_the_cache(self, tmp_path: Path) -> None:
        """Writing was tried and what was written is gone."""
        assert machine.check_cache().state == "ok"
        assert list((tmp_path / "cache" / "vnadmindocs").iterdir()) == []

    @pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1258", "no such"])
    def test_an_output_that_holds_no_vietnamese_is_a_warning(
        self, monkeypatch: pytest.MonkeyPatch, encoding: str
    ) -> None:
        """Not even the old code page of Vietnamese holds the letters as Unicode composes them."""

        class Output(io.StringIO):
            @property
            def encoding(self) -> str:  # type: ignore[override]
                return encoding

        monkeypatch.setattr(sys, "stdout", Output())
        assert said(machine.check_output()) == [
            ("OUT064", f"Cửa sổ lệnh dùng bảng mã {encoding}, không hiện được chữ Việt")
        ]


class TestTrials:
    """A document made as a trial."""

    def test_a_writer_that_fails_is_reported(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """With the name of what it raised, and the rest is examined all the same."""

        def fail(*_: object, **__: object) -> Rendering:
            raise ZeroDivisionError("division by zero")

        monkeypatch.setattr(api, "render", fail)
        checks = doctor.examine()
        trial = named(checks, "trial-docx")
        assert said(trial) == [
            ("OUT065", "Không tạo thử được .docx: ZeroDivisionError: division by zero")
        ]
        assert (trial.state, trial.found.vi) == ("wrong", "không được")

    def test_a_document_that_is_refused_is_reported(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """With the reasons."""
        write_face(tmp_path / "fonts")
        face = machine.check_face(())
        refusal = named(examine([tmp_path / "nowhere"]), "face").findings[0]
        fatal = tuple(
            each.__class__(
                each.code, Severity.FATAL, each.place, each.message, each.hint, each.locator
            )
            for each in (refusal,)
        )
        monkeypatch.setattr(api, "render", lambda *_, **__: Rendering((), fatal, (), ()))
        (trial,) = trials.try_pdf((), face)
        assert said(trial) == [
            ("OUT065", f"Không tạo thử được PDF: {refusal.message.vi}"),
        ]

    def test_nothing_made_and_nothing_said_is_reported(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """No writer gives an empty file in silence."""
        monkeypatch.setattr(api, "render", lambda *_, **__: Rendering((), (), (), ()))
        assert said(trials.try_word_file()) == [
            ("OUT065", "Không tạo thử được .docx: không có dữ liệu")
        ]

    def test_the_document_of_the_trial_has_no_findings(self) -> None:
        """It is a good record."""
        assert [each.code for each in api.render(trials._RECORD).diagnostics] == []

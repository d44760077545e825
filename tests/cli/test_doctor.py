"""``vnadmindocs doctor``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from vnadmindocs import doctor
from vnadmindocs.diagnostics.model import Severity, Text
from vnadmindocs.doctor import Check
from vnadmindocs.doctor.check import finding

PYTHON = Check("python", Text(vi="Python", en="Python"), Text(vi="3.11.2", en="3.11.2"))
CACHE = Check(
    "cache",
    Text(vi="Thư mục lưu tạm", en="Cache folder"),
    Text(vi="không có", en="none"),
    (finding("OUT064", encoding="cp1252"),),
)
OFFICE = Check(
    "libreoffice",
    Text(vi="LibreOffice", en="LibreOffice"),
    Text(vi="không có", en="none"),
    (finding("OUT064", Severity.HINT, encoding="cp437"),),
)
SCHEMAS = Check(
    "schemas",
    Text(vi="Lược đồ", en="Schemas"),
    Text(vi="10 tệp", en="10 files"),
    (finding("OUT062", file="a.json", damage=Text(vi="bị thiếu", en="is missing")),),
)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> list[Check]:
    """Put a stand-in in the place of the doctor: a test says what it finds."""
    checks: list[Check] = []
    monkeypatch.setattr(doctor, "examine", lambda _font_paths: tuple(checks))
    return checks


def test_each_check_is_a_line_with_its_findings_below(
    command: Command, machine: list[Check]
) -> None:
    """Warnings and notes leave the exit code alone."""
    machine += [PYTHON, CACHE, OFFICE]
    assert command("doctor") == (
        0,
        "tốt       Python: 3.11.2\n"
        "cảnh báo  Thư mục lưu tạm: không có\n"
        "          OUT064: Cửa sổ lệnh dùng bảng mã cp1252, không hiện được chữ Việt\n"
        "          = Windows: gõ «chcp 65001»; hệ khác: đặt LANG là một bảng mã UTF-8, ví dụ"
        " vi_VN.UTF-8\n"
        "lưu ý     LibreOffice: không có\n"
        "          OUT064: Cửa sổ lệnh dùng bảng mã cp437, không hiện được chữ Việt\n"
        "          = Windows: gõ «chcp 65001»; hệ khác: đặt LANG là một bảng mã UTF-8, ví dụ"
        " vi_VN.UTF-8\n"
        "\n"
        "Mọi phần cần thiết đều hoạt động tốt.\n",
        "",
    )


def test_something_wrong_is_the_exit_code(command: Command, machine: list[Check]) -> None:
    """And named once more at the end."""
    machine += [PYTHON, SCHEMAS]
    assert command("doctor", "--lang", "en") == (
        1,
        "well     Python: 3.11.2\n"
        "wrong    Schemas: 10 files\n"
        "         OUT062: The shipped part «a.json» is missing\n"
        "         = Install again: pip install --force-reinstall vnadmindocs\n"
        "\n"
        "Wrong: Schemas.\n",
        "",
    )


def test_the_report_for_programs_has_both_languages(command: Command, machine: list[Check]) -> None:
    """Whatever language is asked for."""
    machine += [PYTHON, SCHEMAS]
    ran = command("doctor", "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    report = json.loads(ran.out)
    assert {key: report[key] for key in ("version", "healthy")} == {"version": 1, "healthy": False}
    assert report["checks"][0] == {
        "name": "python",
        "title": {"vi": "Python", "en": "Python"},
        "state": "ok",
        "found": {"vi": "3.11.2", "en": "3.11.2"},
        "findings": [],
    }
    schemas = report["checks"][1]
    assert (schemas["state"], schemas["findings"][0]["code"]) == ("wrong", "OUT062")
    assert schemas["findings"][0]["message"] == {
        "vi": "Phần đi kèm «a.json» bị thiếu",
        "en": "The shipped part «a.json» is missing",
    }
    assert command("doctor", "--format", "json", "--lang", "en").out == ran.out


def test_folders_of_fonts_are_handed_on(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order given."""
    asked: list[object] = []

    def examine(font_paths: tuple[Path, ...]) -> tuple[Check, ...]:
        asked.append(font_paths)
        return (PYTHON,)

    monkeypatch.setattr(doctor, "examine", examine)
    assert command("doctor", "--font-path", "a", "--font-path", "b").code == 0
    assert asked == [(Path("a"), Path("b"))]


def test_a_real_examination_ends_in_a_sentence(command: Command) -> None:
    """On this machine, whatever it has."""
    ran = command("doctor")
    assert ran.err == ""
    assert ran.out.splitlines()[0].startswith(("tốt", "sai"))
    ending = ran.out.splitlines()[-1]
    assert (ending == "Mọi phần cần thiết đều hoạt động tốt.") is (ran.code == 0)

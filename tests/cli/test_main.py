"""The command as a whole: commands, exit codes, faults of the program."""

import os
import subprocess
import sys
from importlib.metadata import version

import pytest

from tests.cli.conftest import Command, Library
from vnadmindocs.cli.main import COMMANDS
from vnadmindocs.errors import BrokenInstallError


def test_help_names_every_command_in_order(command: Command) -> None:
    """The list reads in the order in which one meets the commands."""
    shown = command("--help")
    assert shown.code == 0
    places = [shown.out.index(f"\n  {name} ") for name in COMMANDS]
    assert places == sorted(places)


def test_without_arguments_help_is_shown(command: Command) -> None:
    """Nobody has to know of --help."""
    shown = command()
    assert "Cách dùng: vnadmindocs [TÙY CHỌN] LỆNH" in shown.out + shown.err


def test_the_version_is_that_of_the_package(command: Command) -> None:
    """One number, told once."""
    assert command("--version") == (0, f"vnadmindocs {version('vnadmindocs')}\n", "")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("soan",), "Lỗi: Không có lệnh 'soan'."),
        (("render",), "Lỗi: Thiếu tham số 'TỆP...'."),
        (("check",), "Lỗi: Ghi tên một bản ghi, hoặc một tệp mẫu với --template."),
        (("check", "a.yaml", "--fomat", "json"), "Lỗi: Không có tùy chọn '--fomat'."),
        (("check", "a.yaml", "--format", "xml"), "Lỗi: Giá trị của '--format' không hợp lệ"),
        (("--lang", "fr", "check", "a.yaml"), "Lỗi: Giá trị của '--lang' không hợp lệ"),
    ],
)
def test_wrong_use_is_told_in_vietnamese_and_exits_with_2(
    command: Command, arguments: tuple[str, ...], sentence: str
) -> None:
    """Click's own words come from the shipped catalogue."""
    shown = command(*arguments)
    assert (shown.code, shown.out) == (2, "")
    assert shown.err.startswith("Cách dùng: vnadmindocs")
    assert sentence in shown.err


def test_a_fault_of_the_program_asks_for_a_report(command: Command, library: Library) -> None:
    """No traceback unless it is asked for."""
    library.failure = RuntimeError("rỗng")
    shown = command("check", "a.yaml")
    assert shown == (
        2,
        "",
        "Lỗi của chương trình: RuntimeError: rỗng. Xin báo lại cho nhóm phát triển, kèm bản ghi"
        " đã dùng.\nChạy lại với --debug để xem chi tiết.\n",
    )


def test_debug_shows_where_the_fault_arose(command: Command, library: Library) -> None:
    """The traceback comes first, the sentence last."""
    library.failure = RuntimeError("rỗng")
    shown = command("check", "a.yaml", "--debug")
    assert shown.err.startswith("Traceback")
    assert "Lỗi của chương trình: RuntimeError: rỗng." in shown.err.splitlines()[-1]


def test_a_damaged_installation_is_told_apart(command: Command, library: Library) -> None:
    """It is mended by installing anew, not by a report."""
    library.failure = BrokenInstallError("norms.toml is missing")
    assert "Bản cài đặt bị hỏng" in command("check", "a.yaml").err


def test_the_package_runs_as_a_module() -> None:
    """``python -m vnadmindocs`` is the same command, and its output is UTF-8 wherever it goes."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run(
        [sys.executable, "-m", "vnadmindocs", "--help"],
        capture_output=True,
        env=environment,
        check=True,
    )
    assert "Các lệnh:" in ran.stdout.decode("utf-8")

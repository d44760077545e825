"""Lists of the examples: made by one tool, put into a form by the command, and awarded in one."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.batch.forms import words
from tests.cli.conftest import Command, command
from tests.meta.tree import ROOT
from tests.writers.inspection import validation_errors
from vnadmindocs import load

__all__ = ["command"]

EXAMPLES = ROOT / "examples"
AWARDS = EXAMPLES / "quyet-dinh-khen-thuong-2025.yaml"
FORM = EXAMPLES / "theo-danh-sach" / "quyet-dinh-nang-luong.yaml"
LIST = EXAMPLES / "theo-danh-sach" / "nang-luong.xlsx"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def tool() -> ModuleType:
    """Load the tool that makes the lists."""
    spec = importlib.util.spec_from_file_location("lists", ROOT / "tools" / "make_award_list.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def members(data: bytes) -> list[tuple[str, tuple[int, ...], bytes]]:
    """Give names, times and contents of an archive, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(each.filename, each.date_time, archive.read(each)) for each in archive.infolist()]


def test_the_lists_are_what_the_tool_makes() -> None:
    """This test shows that a fixed seed makes the same people, and that nobody edited them."""
    made = tool().workbooks()
    assert sorted(made) == sorted((EXAMPLES / "khen-thuong-2025.xlsx", LIST))
    for path, data in made.items():
        assert members(data) == members(path.read_bytes())


def test_three_hundred_people_and_their_amounts_in_words() -> None:
    """This test shows what the decision says against what its list holds."""
    record: Any = load(AWARDS).record
    ((people,), (teams,)) = [tuple(appendix.body.tables.values()) for appendix in record.appendices]
    named = [row for row in people.grid.rows if row[0].text.isdecimal()]
    assert len(named) == len({row[1].text for row in named}) == 300
    assert sum(row[0].text.isdecimal() for row in teams.grid.rows) == 36
    assert [table.grid.rows[-1][-1].text for table in (people, teams)] == [
        "1.193.400.000",
        "322.920.000",
    ]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_dozen_people_get_a_decision_each(command: Command, kind: str) -> None:
    """This test shows the command on the example of the docs: no finding, twelve files."""
    ran = command(
        "batch", str(FORM), "--data", str(LIST), "-o", f"build/{{so}}-{{ho_ten}}.{kind}",
        "--strict",
    )  # fmt: skip
    assert ran.code == 0
    assert ran.out.endswith("Không có lỗi trong 13 tệp\n")
    made = sorted(Path("build").iterdir())
    assert [path.name[:3] for path in made] == [str(number) for number in range(105, 117)]
    assert {path.suffix for path in made} == {f".{kind}"}


def test_a_decision_of_the_list_says_what_its_row_says(command: Command) -> None:
    """This test shows words of one row, and that Word opens the file."""
    command("batch", str(FORM), "--data", str(LIST), "-o", "build/{so}.docx")
    data = Path("build/106.docx").read_bytes()
    assert (
        "Điều 1. Nâng bậc lương thường xuyên đối với bà Dương Thị Tuyết, Kiểm lâm viên, Sở Nông"
        " nghiệp và Môi trường: từ hệ số 3,00 lên hệ số 3,33, kể từ ngày 01 tháng 02 năm 2026."
    ) in words(data)
    assert validation_errors(data) == []

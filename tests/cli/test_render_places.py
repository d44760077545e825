"""``vnadmindocs render --show-boxes`` and ``--places``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from vnadmindocs.api import render
from vnadmindocs.fonts.faces import find_face

LETTER = """loại: thông báo
cơ quan: SỞ NỘI VỤ
số: 05
ngày: 03/9/2025
trích yếu: Về việc nghỉ lễ
nội dung: Các phòng bố trí người trực./.
ký: |
  GIÁM ĐỐC

  Lê Thị Mai
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A signed letter."""
    path = tmp_path / "thu.yaml"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.mark.skipif(
    find_face().face is None, reason="no Times face with Vietnamese letters (fonts-liberation2)"
)
def test_the_report_for_programs_says_the_places(record: Path, command: Command) -> None:
    """Names in both languages, lengths in mm."""
    shown = command("render", str(record), "--to", "pdf", "--places", "--format", "json")
    (file,) = json.loads(shown.out)["files"]
    image = next(each for each in file["places"] if each["box"] == "7c")
    known = render(record, "pdf", places=True).places
    place = next(each for each in known if each.box == "7c")
    assert image == {
        "box": "7c",
        "name": {"vi": "Chữ ký của người có thẩm quyền", "en": "signature"},
        "file": "",
        "part": 0,
        "page": 1,
        "part_page": 1,
        "left_mm": place.left_mm,
        "top_mm": place.top_mm,
        "width_mm": 40.0,
        "height_mm": 25.4,
        "signer": 1,
        "signer_name": "Lê Thị Mai",
    }


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--show-boxes",), "--show-boxes đi cùng --to pdf hoặc --to png"),
        (("--places", "--format", "json"), "--places đi cùng --to pdf hoặc --to png"),
        (("--places", "--to", "pdf"), "--places đi cùng --format json."),
    ],
)
def test_wrong_use_is_told(
    record: Path, command: Command, options: tuple[str, ...], sentence: str
) -> None:
    """Before anything is rendered."""
    shown = command("render", str(record), *options)
    assert (shown.code, sentence in shown.err) == (2, True)

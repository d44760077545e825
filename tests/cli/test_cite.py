"""``vnadmindocs cite``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

AMENDED = """\
nd-45-2012 · Nghị định số 45/2012/NĐ-CP
  Căn cứ: Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công
  Các lần sau: Nghị định số 45/2012/NĐ-CP
  Kèm văn bản sửa đổi: Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về \
khuyến công được sửa đổi, bổ sung một số điều bởi Nghị định số 235/2025/NĐ-CP ngày 27 tháng 8 \
năm 2025 của Chính phủ
  Sửa đổi, bổ sung bởi: Nghị định số 235/2025/NĐ-CP, ban hành ngày 27/8/2025
  Nguồn: các văn bản viện dẫn
"""
LAW = """\
luat-01-2011 · Luật Lưu trữ số 01/2011/QH13
  Ground: Luật Lưu trữ ngày 11 tháng 11 năm 2011
  First time: Luật Lưu trữ
  Again: Luật Lưu trữ
  05/9/2025: no longer in force
  In force: from 01/7/2012
  Ceased: from 01/7/2025
  Replaced by: Luật Lưu trữ số 33/2024/QH15 (luat-33-2024)
  Source: hiểu biết chung; ngày hết hiệu lực theo luật thay thế
"""
OFFICE = """\
văn bản:
  nd-45-2012:
    hiệu lực: 05/7/2012
  nq-7-2026:
    loại: Nghị quyết
    số: 7/2026/NQ-HĐND
    ngày: 01/3/2026
    cơ quan: Hội đồng nhân dân tỉnh Lâm Đồng
    trích yếu: về mức chi khuyến công
"""


@pytest.mark.parametrize(
    "words", [["45/2012/NĐ-CP"], ["nd-45-2012"], ["ND_45_2012"], ["Nghị", "định", "45/2012/nd-cp"]]
)
def test_a_text_is_found_by_number_and_by_name(command: Command, words: list[str]) -> None:
    """In any spelling; what the register does not know is left out."""
    assert command("cite", *words) == (0, AMENDED, "")


def test_the_state_of_force_is_told_on_a_day(command: Command) -> None:
    """Never on the day of the clock."""
    assert command("cite", "luat-01-2011", "--date", "05/9/2025", "--lang", "en") == (0, LAW, "")


def test_words_of_a_title_list_every_text_that_has_them(command: Command) -> None:
    """The laws of exactly that name, where there are some."""
    by_name = command("cite", "luật lưu trữ").out
    assert [line for line in by_name.splitlines() if "·" in line] == [
        "luat-33-2024 · Luật Lưu trữ số 33/2024/QH15",
        "luat-01-2011 · Luật Lưu trữ số 01/2011/QH13",
    ]
    assert command("cite", "quỹ từ thiện").out.count("·") == 2
    assert command("cite", "a", "b").out == ""


def test_the_nearest_text_is_named_where_none_is_meant(command: Command) -> None:
    """A number one character away, or a name in the register."""
    sentence = "Danh mục văn bản không có «30/2021/NĐ-CP». Gần nhất là 30/2020/NĐ-CP.\n"
    assert command("cite", "30/2021/NĐ-CP") == (1, "", sentence)
    sentence = "Danh mục văn bản không có «30/2020». Gần nhất là 30/2020/NĐ-CP.\n"
    assert command("cite", "30/2020") == (1, "", sentence)
    assert "Gần nhất là nd-30-2020." in command("cite", "nd-30-202").err
    assert "không có «quy chế trường»." in command("cite", "quy chế trường").err


def test_a_day_is_a_whole_day(command: Command) -> None:
    """A month is no day to judge by."""
    shown = command("cite", "nd-30-2020", "--date", "9/2025")
    assert shown.code == 2
    assert "«9/2025» chưa đủ ngày, tháng, năm" in shown.err
    assert command("cite", "nd-30-2020", "--date", "hôm qua").code == 2


def test_the_register_of_the_office_is_looked_at_first(command: Command, tmp_path: Path) -> None:
    """It mends what ships, and adds to it."""
    file = tmp_path / "so.yaml"
    file.write_text(OFFICE, encoding="utf-8")
    mended = command("cite", "nd-45-2012", "--register", str(file), "--date", "01/01/2013")
    assert "  01/01/2013: đang có hiệu lực\n  Hiệu lực: từ ngày 05/7/2012\n" in mended.out
    added = command("cite", "7/2026/NQ-HĐND", "--register", str(file))
    assert added.out.startswith("nq-7-2026 · Nghị quyết số 7/2026/NQ-HĐND\n")


def test_what_is_wrong_in_a_register_is_reported(command: Command, tmp_path: Path) -> None:
    """One that cannot be read ends the run; one that is not there too."""
    file = tmp_path / "so.yaml"
    file.write_text("văn bản:\n  a-1:\n    ngày: 32/1/2020\n", encoding="utf-8")
    broken = command("cite", "nd-30-2020", "--register", str(file))
    assert (broken.code, broken.out) == (1, "")
    assert "DAT001" in broken.err
    absent = command("cite", "nd-30-2020", "--register", str(tmp_path / "khong.yaml"))
    assert absent.code == 1
    assert "SCH030" in absent.err


def test_programs_get_every_field(command: Command) -> None:
    """As JSON, the same in both languages."""
    shown = command("cite", "110/2004/NĐ-CP", "--format", "json", "--date", "05/03/2020")
    document = json.loads(shown.out)
    assert (document["version"], document["date"]) == (1, "2020-03-05")
    (text,) = document["texts"]
    assert text["key"] == "nd-110-2004"
    assert text["later"] == "Nghị định số 110/2004/NĐ-CP"
    assert text["state"] == "ceased"
    assert [each["key"] for each in text["replaced_by"]] == ["nd-30-2020"]
    assert [each["key"] for each in text["amended_by"]] == ["nd-09-2010"]
    assert text["in_force"] is None
    assert text["checked"] == "2026-10-03"

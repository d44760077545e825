"""Rules on the register: where they keep silent, and what decides."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.lint.mutants import good
from vnadmindocs.api import check

CITATIONS = Path(__file__).parents[1] / "notation" / "data" / "citations.txt"
OLD_LAW = "Luật Lưu trữ ngày 11 tháng 11 năm 2011"
OLD_DECREE = (
    "Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư"
)
CIVIL_SERVANTS = "Luật Viên chức ngày 15 tháng 11 năm 2010"


def found(grounds: str = "", date: str = "", body: str = "", **fields: Any) -> list[str]:
    """Give the codes of these rules that a record has."""
    record = good() | fields
    if grounds:
        record["legal_bases"] = grounds
    if date:
        record["date"] = date
    if body:
        record["body"][0] = f"Điều 1. {body} Cử ông Nguyễn Văn An trực[^1] theo bảng sau:"
    return [each.code for each in check(record) if each.code[:5] == "CIT02"]


@pytest.mark.parametrize(
    ("date", "codes"),
    [
        ("", []),
        ("năm 2025", []),
        ("tháng 6 năm 2025", []),
        ("30/6/2025", []),
        ("01/7/2025", ["CIT020"]),
        ("tháng 7 năm 2025", ["CIT020"]),
        ("năm 2026", ["CIT020"]),
    ],
)
def test_a_ground_is_judged_on_every_day_the_date_may_be(date: str, codes: list[str]) -> None:
    """Never by the clock: without a date nothing is said."""
    assert found(OLD_LAW, date) == codes


@pytest.mark.parametrize(
    ("date", "codes"),
    [("", []), ("20/6/2024", []), ("21/6/2024", ["CIT023"]), ("năm 2025", []), ("01/7/2025", [])],
)
def test_a_ground_not_yet_in_force_has_been_issued(date: str, codes: list[str]) -> None:
    """One younger than the document is the matter of another rule."""
    assert found("Luật Lưu trữ ngày 21 tháng 6 năm 2024", date) == codes


@pytest.mark.parametrize(
    "words",
    [
        f"Quyết định này thay thế quy định tại {OLD_DECREE}.",
        f"Trước đây việc này theo {OLD_DECREE}.",
        f"{OLD_DECREE} hết hiệu lực.",
    ],
)
def test_an_old_text_may_be_meant_in_the_body(words: str) -> None:
    """Where the sentence says that it is past."""
    assert found(date="05/9/2025", body=words) == []


def test_a_text_out_of_force_is_said_once_in_the_body_and_not_after_a_ground() -> None:
    """The first place is enough."""
    twice = f"Lập sổ theo {OLD_DECREE}. Giao sổ theo Nghị định số 110/2004/NĐ-CP."
    assert found(date="05/9/2025", body=twice) == ["CIT021"]
    ground = OLD_DECREE
    assert found(ground, "05/9/2025", f"Lập sổ theo {OLD_DECREE}.") == ["CIT020"]


@pytest.mark.parametrize(
    "grounds",
    [
        f"{CIVIL_SERVANTS} (được sửa đổi, bổ sung năm 2019)",
        f"{CIVIL_SERVANTS} được sửa đổi, bổ sung bởi Luật số 52/2019/QH14 ngày 25/11/2019",
        f"{CIVIL_SERVANTS}\nLuật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật"
        " Viên chức ngày 25 tháng 11 năm 2019",
    ],
)
def test_an_amendment_that_is_cited_anywhere_is_known(grounds: str) -> None:
    """In a note, in words, or as a ground of its own."""
    assert found(CIVIL_SERVANTS, "05/9/2025") == ["CIT022"]
    assert found(CIVIL_SERVANTS, "30/6/2020") == []
    assert found(grounds, "05/9/2025") == []


def test_an_appendix_without_a_date_has_that_of_its_document() -> None:
    """One with a date of its own is judged by that."""
    attached = {"subject": "LỊCH TRỰC", "body": f"Lập sổ theo {OLD_DECREE}."}
    assert found(date="05/9/2025", appendices=[attached]) == ["CIT021"]
    assert found(appendices=[attached]) == []


def test_a_text_inside_the_title_of_another_is_not_judged() -> None:
    """What amends an old decree names it."""
    amending = (
        "Nghị định số 09/2020/NĐ-CP ngày 08 tháng 2 năm 2020 của Chính phủ sửa đổi Nghị định số"
        " 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư"
    )
    assert found(amending, "05/9/2025") == []


def test_a_complete_register_asks_for_normative_texts_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Letters and plans are in no register of legal texts."""
    monkeypatch.chdir(Path(__file__).parents[1] / "records" / "faults" / "whole" / "hinh")
    register = "danh-muc.yaml"
    plan = "Kế hoạch số 5/KH-SNV ngày 02 tháng 01 năm 2025 của Sở Nội vụ về việc trực"
    assert found(plan, register=register) == []
    assert found("Luật Thủ đô ngày 28 tháng 6 năm 2024", register=register) == ["CIT027"]
    assert found("Luật Thủ đô ngày 28 tháng 6 năm 2024") == []


@pytest.mark.parametrize("line", CITATIONS.read_text(encoding="utf-8").splitlines())
def test_no_real_citation_differs_from_the_starter(line: str) -> None:
    """Its days, titles and bodies are those that offices write."""
    if line and not line.startswith("#"):
        assert found(re.sub(r"\[\w ([^\]]*)\]", r"\1", line)) == []


def test_a_subject_that_nobody_compared_corrects_no_one() -> None:
    """The entry was read in one text that cites the circular; its title may be otherwise."""
    words = (
        "Thông tư số 04/2020/TT-BNV ngày 13 tháng 10 năm 2020 của Bộ trưởng Bộ Nội vụ quy định"
        " chi tiết thi hành một số điều của Nghị định số 93/2019/NĐ-CP ngày 25 tháng 11 năm 2019"
        " của Chính phủ về tổ chức, hoạt động của quỹ xã hội, quỹ từ thiện"
    )
    assert found(words) == []

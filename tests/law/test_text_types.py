"""Types of texts that are cited, and the bodies named in their symbols."""

from __future__ import annotations

import datetime

import pytest

from vnadmindocs.law.document_types import document_types
from vnadmindocs.law.law_names import law_name_at, law_names
from vnadmindocs.law.organs import find_organ, organs
from vnadmindocs.law.text_types import find_text_type, text_types
from vnadmindocs.notation.citation import parse_citation
from vnadmindocs.notation.citation_symbol import NumberParts, normative_rank, number_parts


@pytest.mark.parametrize("kind", document_types(), ids=lambda kind: kind.key)
def test_the_letters_of_a_type_are_those_of_the_decree(kind: object) -> None:
    """This test shows that both tables of types agree on the letters in symbols."""
    name, letters = getattr(kind, "name").vi, getattr(kind, "abbreviation")  # noqa: B009
    found = find_text_type(name)
    if found is not None and letters:
        assert letters in found.abbreviations


@pytest.mark.parametrize(
    ("name", "key"),
    [("nghị định", "decree"), ("THÔNG TƯ LIÊN TỊCH", "joint_circular"), ("Qui định", "rules")],
)
def test_a_type_is_found_by_its_names(name: str, key: str) -> None:
    """This test shows that case and spelling do not matter."""
    found = find_text_type(name)
    assert found is not None
    assert found.key == key


def test_bodies_named_as_issuers_are_known() -> None:
    """This test shows that the table of types names no body the other table lacks."""
    assert all(find_organ(letters) for kind in text_types().values() for letters in kind.issuers)


def test_a_body_is_found_by_its_letters_and_its_term() -> None:
    """This test shows that letters are read as symbols have them."""
    ministry, assembly = find_organ("BCT"), find_organ("QH15")
    assert ministry is not None
    assert ministry.head == "Bộ trưởng Bộ Công Thương"
    assert assembly is not None
    assert assembly.name.vi == "Quốc hội"
    assert find_organ("BCT15") is None
    assert find_organ("XYZ") is None


def test_ministries_came_and_went_in_2025() -> None:
    """This test shows that a merged ministry is known until the day of the merger."""
    merger = datetime.date(2025, 3, 1)
    old, new = organs()["BTNMT"], organs()["BNNMT"]
    assert (old.until, new.since) == (merger, merger)


def test_the_longest_name_of_a_law_is_meant() -> None:
    """This test shows where the name of a law ends, whichever way its tones are written."""
    assert law_name_at("Luật Đầu tư công và", 5) == len("Luật Đầu tư công")
    assert law_name_at("Luật Đầu tư cho", 5) == len("Luật Đầu tư")
    assert law_name_at("Luật Hoà giải ở cơ sở", 5) == len("Luật Hoà giải ở cơ sở")
    assert law_name_at("Luật nào đó", 5) == 0
    assert len(law_names()) == len(set(law_names()))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nghị định số 45/2012/NĐ-CP", NumberParts("45", "2012", "NĐ", ("CP",))),
        ("Luật số 72/2025/QH15", NumberParts("72", "2025", "", ("QH15",))),
        ("Công văn số 168/TĐC-TCCL", NumberParts("168", "", "", ("TĐC", "TCCL"))),
        ("Quy định số 399-QĐ/TW", NumberParts("399", "", "QĐ", ("TW",), party=True)),
        ("Nghị định số 64-CP", NumberParts("64", "", "", ("CP",))),
        ("Quyết định số /QĐ-UBND", NumberParts("", "", "QĐ", ("UBND",))),
        ("Quyết định số 12 ngày 5/3/2026", NumberParts("12")),
    ],
)
def test_a_number_is_taken_apart(text: str, parts: NumberParts) -> None:
    """This test shows number, year, letters of the type, and bodies."""
    citation = parse_citation(text)
    assert citation is not None
    assert number_parts(citation) == parts


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Hiến pháp năm 2013", 1),
        ("Luật Đầu tư công", 2),
        ("Nghị quyết số 202/2025/QH15", 2),
        ("Pháp lệnh Dân số năm 2003", 3),
        ("Nghị định số 30/2020/NĐ-CP", 5),
        ("Quyết định số 45/2016/QĐ-TTg", 6),
        ("Quyết định số 749/QĐ-TTg", 0),
        ("Nghị quyết số 04/2024/NQ-HĐTP", 7),
        ("Thông tư số 01/2011/TT-BNV", 8),
        ("Nghị quyết số 13/2025/NQ-HĐND", 9),
        ("Quyết định số 21/2019/QĐ-UBND", 10),
        ("Quyết định số 2646/QĐ-BCT", 0),
        ("Nghị quyết số 57-NQ/TW", 0),
        ("Kế hoạch số 225/KH-UBND", 0),
    ],
)
def test_the_rank_of_a_normative_text(text: str, rank: int) -> None:
    """This test shows that only what type and number prove normative has a rank."""
    citation = parse_citation(text)
    assert citation is not None
    assert normative_rank(citation) == rank

"""Citations against the register: which text is meant, and its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnadmindocs.law.register import LegalText, Register, starter
from vnadmindocs.notation.citation import decree_form, parse_citation, parse_ground
from vnadmindocs.notation.register import (
    citation_of,
    identified,
    key_written,
    names_one_text,
    number_written,
    same_issuer,
    same_subject,
)

STARTER = Register([starter()])
REAL = Path(__file__).parent / "data" / "citations.txt"


def meant(words: str) -> str:
    """Give the key of the text that a citation means, "" for none."""
    citation = parse_citation(words)
    assert citation is not None
    text = identified(citation, STARTER)
    return text.key if text is not None else ""


@pytest.mark.parametrize("text", list(STARTER), ids=lambda text: text.key)
def test_the_words_of_a_text_mean_that_text(text: LegalText) -> None:
    """Printed as a ground and read again, wherever the register has its date."""
    words = decree_form(citation_of(text))
    found = parse_ground(f"Căn cứ {words};").citations
    assert len(found) == 1
    if text.date or not text.by_name:
        assert identified(found[0], STARTER) == text


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Nghị định số 30/2020/NĐ-CP", "nd-30-2020"),
        ("khoản 2 Điều 8 Nghị định 30 /2020/ NĐ-CP", "nd-30-2020"),
        ("Luật Tổ chức Chính quyền địa phương ngày 16/6/2025", "luat-72-2025"),
        ("Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025", "luat-65-2025"),
        # Two laws of one name in one year: the year alone means neither.
        ("Luật Tổ chức chính quyền địa phương năm 2025", ""),
        ("Luật Lưu trữ năm 2011", "luat-01-2011"),
        ("Luật Lưu trữ năm 1982", ""),
        # Every province has a decision of this number.
        ("Quyết định số 21/2019/QĐ-UBND", ""),
        ("Quyết định số 21/2019/QĐ-UBND của UBND tỉnh Sơn La", ""),
        ("Quyết định số 21/2019/QĐ-UBND của UBND thành phố Hải Phòng", "qd-21-2019-ubnd-hai-phong"),
        # A number without year comes back every year.
        ("Quyết định số 2646/QĐ-BCT", ""),
        ("Quyết định số 2646/QĐ-BCT ngày 23/9/2025", "qd-2646-bct-2025"),
        ("Quyết định số 2646/QĐ-BCT ngày 23/9/2024", ""),
        ("Nghị định số 31/2020/NĐ-CP", ""),
    ],
)
def test_a_citation_means_one_text_or_none(words: str, key: str) -> None:
    """Where several could be meant, none is."""
    assert meant(words) == key


@pytest.mark.parametrize(
    ("number", "one"),
    [
        ("30/2020/NĐ-CP", True),
        ("33/2024/QH15", True),
        ("46/2012/TT-BCT", True),
        ("21/2019/QĐ-UBND", False),
        ("13/2025/NQ-HĐND", False),
        ("2646/QĐ-BCT", False),
        ("12/2024/QĐ-XYZ", False),
    ],
)
def test_which_numbers_mean_one_text_alone(number: str, one: bool) -> None:
    """Those of central bodies with the year."""
    assert names_one_text(number) is one


def test_what_stands_for_a_text_is_told_from_words() -> None:
    """Keys and numbers; «số» before a number makes it words."""
    words = ["nd-30-2020", "tt-46-2012-bct", "30/2020/NĐ-CP", "Nghị định 30/2020/NĐ-CP"]
    words += ["Nghị định số 30/2020/NĐ-CP", "Biên bản họp", "Hồ sơ 30/2020/NĐ-CP", "399-QĐ/TW"]
    assert [key_written(each) for each in words[:3]] == [True, True, False]
    assert [number_written(each) for each in words] == [
        *("", "", "30/2020/NĐ-CP", "30/2020/NĐ-CP"),
        *("", "", "", "399-QĐ/TW"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("về Khuyến công", "về khuyến công", True),
        ("quy định về việc bình chọn (CNNT) tiêu biểu", "về việc bình chọn tiêu biểu", True),
        ("sửa đổi Nghị định số 45/2012/NĐ-CP", "sửa đổi Nghị định số 45/2012/NĐ-CP ngày 1", True),
        ("quy định quản lý về tổ chức hội", "quy định về tổ chức hội", False),
        ("về công tác văn thư", "về công tác lưu trữ", False),
    ],
)
def test_subjects_are_compared_by_what_they_say(one: str, other: str, same: bool) -> None:
    """Not by how they open, or by how far they go."""
    assert same_subject(one, other) is same


def test_bodies_are_compared_by_their_names() -> None:
    """Abbreviated or not; a minister speaks for the ministry."""
    assert same_issuer("Bộ trưởng Bộ Công Thương", "Bộ Công thương")
    assert same_issuer("UBND TP. Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng")
    assert not same_issuer("UBND tỉnh Sơn La", "Ủy ban nhân dân tỉnh Lai Châu")
    assert not same_issuer("", "Chính phủ")

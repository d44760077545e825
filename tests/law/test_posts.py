"""Posts: whose deputy one is, who leads nobody, what stands before a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.law.issuers import issuer_kinds
from vnadmindocs.law.posts import (
    head_of_deputy,
    is_deputy_of,
    is_deputy_post,
    is_enterprise_head,
    is_name_in_capitals,
    is_only_titles,
    is_party_name,
    is_staff_post,
    office_of,
    offices_under,
    titles_before,
    wearer,
)

_PAIRS = [
    ("PHÓ GIÁM ĐỐC", "GIÁM ĐỐC"),
    ("THỨ TRƯỞNG", "BỘ TRƯỞNG"),
    ("PHÓ BAN", "TRƯỞNG BAN"),
    ("TỔ PHÓ", "TỔ TRƯỞNG"),
    ("PHÓ CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG"),
    ("PHÓ VĂN PHÒNG", "CHÁNH VĂN PHÒNG"),
    ("PHÓ CỤC TRƯỞNG", "CỤC TRƯỞNG"),
    ("PHÓ CỤC", "CỤC TRƯỞNG"),
    ("PHÓ TRƯỞNG TRẠM", "TRƯỞNG TRẠM"),
    ("PHÓ THAM MƯU TRƯỞNG", "THAM MƯU TRƯỞNG"),
    ("PHÓ TỔNG KIỂM TOÁN NHÀ NƯỚC", "TỔNG KIỂM TOÁN NHÀ NƯỚC"),
]


@pytest.mark.parametrize(("deputy", "head"), _PAIRS)
def test_a_deputy_goes_with_the_own_head(deputy: str, head: str) -> None:
    """Phó in front, behind, or Thứ trưởng."""
    assert is_deputy_post(deputy)
    assert is_deputy_of(deputy, head) in (True, None)
    assert head_of_deputy(deputy) == head


@pytest.mark.parametrize(
    ("deputy", "head"),
    [
        ("PHÓ CHỦ NHIỆM", "BỘ TRƯỞNG, CHỦ NHIỆM"),
        ("PHÓ TRƯỞNG BAN\nPHÓ CHỦ TỊCH UBND TỈNH", "TRƯỞNG BAN"),
        ("PHÓ CHỈ HUY TRƯỞNG - THAM MƯU TRƯỞNG", "CHỈ HUY TRƯỞNG"),
        ("PHÓ TRẠM TRƯỞNG", "TRƯỞNG TRẠM"),
        ("Phó Giám đốc", "GIÁM ĐỐC SỞ NỘI VỤ"),
    ],
)
def test_one_of_several_posts_is_enough(deputy: str, head: str) -> None:
    """Two offices in one post, two posts on two lines."""
    assert is_deputy_of(deputy, head) is True


@pytest.mark.parametrize(
    ("deputy", "head"),
    [
        ("PHÓ GIÁM ĐỐC", "CHỦ TỊCH"),
        ("PHÓ GIÁM ĐỐC", "TỔNG GIÁM ĐỐC"),
        ("PHÓ CHI CỤC TRƯỞNG", "CỤC TRƯỞNG"),
        ("PHÓ TRƯỞNG PHÒNG", "TRƯỞNG BAN"),
        ("THỨ TRƯỞNG", "CỤC TRƯỞNG"),
    ],
)
def test_a_deputy_of_another_is_told(deputy: str, head: str) -> None:
    """Both posts are known, and differ."""
    assert is_deputy_of(deputy, head) is False


@pytest.mark.parametrize(
    ("deputy", "head"),
    [("PHÓ GIÁM ĐỐC", "THỦ TRƯỞNG ĐƠN VỊ"), ("ỦY VIÊN", "CHỦ TỊCH"), ("PHÓ GIÁM ĐỐC", "XYZ")],
)
def test_what_is_not_known_is_not_judged(deputy: str, head: str) -> None:
    """Nothing is guessed."""
    assert is_deputy_of(deputy, head) is None


@pytest.mark.parametrize(
    ("deputy", "head"),
    [
        ("Phó Hiệu trưởng phụ trách", "Hiệu trưởng"),
        ("PHÓ CHỦ TỊCH THƯỜNG TRỰC", "CHỦ TỊCH"),
        ("Phó Trưởng phòng Tổ chức", "Trưởng phòng Tổ chức"),
        ("Thứ trưởng", "Bộ trưởng"),
        ("PHÓ PHÒNG", "TRƯỞNG PHÒNG"),
        ("GIÁM ĐỐC", ""),
        ("PHÓ", ""),
        ("", ""),
    ],
)
def test_the_head_is_named_from_the_deputy(deputy: str, head: str) -> None:
    """How a deputy serves is left out."""
    assert head_of_deputy(deputy) == head


def test_every_kind_of_body_has_a_known_head_and_the_deputy_goes_with_it() -> None:
    """The two tables agree."""
    for kind in issuer_kinds():
        if kind.head:
            assert office_of(kind.head) is not None, kind.key
            assert is_deputy_of(kind.deputy, kind.head) is True, kind.key


def test_posts_that_lead_nobody_and_heads_of_companies_are_known() -> None:
    """Marks of letters count: «trường» is no «trưởng»."""
    assert is_staff_post("CHUYÊN VIÊN VĂN PHÒNG")
    assert not is_staff_post("TRƯỞNG PHÒNG")
    assert is_enterprise_head("TỔNG GIÁM ĐỐC")
    assert not is_enterprise_head("GIÁM ĐỐC")
    assert is_party_name("TỈNH ỦY AN BÌNH")
    assert not is_party_name("SỞ NỘI VỤ")
    assert office_of("TRƯỜNG TIỂU HỌC") is None
    assert office_of("QUYỀN GIÁM ĐỐC") == office_of("GIÁM ĐỐC")
    assert offices_under("GIÁM ĐỐC") == frozenset()


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("CÔNG AN TỈNH AN BÌNH", "armed"),
        ("HỌC VIỆN QUÂN Y", "armed"),
        ("BỆNH VIỆN BẠCH MAI", "learned"),
        ("TRƯỜNG THPT VĨNH BẢO", "learned"),
        ("SỞ NỘI VỤ", ""),
        ("TRƯỞNG BAN", ""),
    ],
)
def test_the_sector_of_a_body_is_known_by_its_name(name: str, sector: str) -> None:
    """Armed forces; education, health and science."""
    assert wearer(name) == sector


@pytest.mark.parametrize(
    ("name", "before", "ranks"),
    [
        ("PGS.TS. Nguyễn Văn A", "PGS.TS.", False),
        ("PGS. TS Nguyễn Văn A", "PGS. TS", False),
        ("ThS.BS Lê B", "ThS.BS", False),
        ("Thượng tá Nguyễn Văn A", "Thượng tá", True),
        ("Đại tá, TS. Nguyễn A", "Đại tá, TS.", False),
        ("BSCKII. Trần B", "BSCKII.", False),
        ("Tiến sĩ Lê An", "Tiến sĩ", False),
    ],
)
def test_what_stands_before_a_name_is_found(name: str, before: str, ranks: bool) -> None:
    """Ranks alone are told from the rest."""
    assert titles_before(name) == (before, ranks)


@pytest.mark.parametrize(
    "name",
    ["Nguyễn Văn A", "Ksor Phước", "Tô Lâm", "Danh Út", "Ông Văn A", "TS.", ""],
)
def test_a_bare_name_has_nothing_before_it(name: str) -> None:
    """Letters that only begin a name are no title."""
    assert titles_before(name) == ("", False)


def test_a_line_of_titles_alone_is_known() -> None:
    """It belongs to the name under it."""
    assert [is_only_titles(line) for line in ("Thượng tá", "PGS.TS.", "Nguyễn Văn A", "")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("line", ["NGUYỄN VĂN AN", "LÊ THỊ", "HOÀNG THỊ THU HÀ"])
def test_a_name_in_capitals_is_known_by_the_surname(line: str) -> None:
    """Two to five words."""
    assert is_name_in_capitals(line)


@pytest.mark.parametrize("line", ["TRƯỞNG BAN", "VĂN THƯ", "Nguyễn Văn An", "NGUYỄN", ""])
def test_an_office_in_capitals_is_no_name(line: str) -> None:
    """Nor is a surname alone."""
    assert not is_name_in_capitals(line)


@given(st.text(max_size=40))
def test_any_text_is_read_without_an_error(text: str) -> None:
    """Whatever stands in a signature."""
    before, _ = titles_before(text)
    assert text.startswith(before) or before in text
    assert isinstance(head_of_deputy(text), str)
    assert is_deputy_of(text, text) in (True, False, None)
    assert isinstance(is_name_in_capitals(text), bool)

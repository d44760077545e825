"""Groups of addressees come apart where their members can be told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.notation.addressee_groups import members_of


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("Các Sở: Tài chính; Tư pháp", ["Sở Tài chính", "Sở Tư pháp"]),
        ("Các Bộ: Tài chính;Nội vụ; ", ["Bộ Tài chính", "Bộ Nội vụ"]),
        (
            "Các Sở: Xây dựng; Văn hóa, Thể thao và Du lịch",
            ["Sở Xây dựng", "Sở Văn hóa, Thể thao và Du lịch"],
        ),
        ("Các sở: Sở Y tế; Thanh tra tỉnh; Nội vụ", ["Sở Y tế", "Thanh tra tỉnh", "Sở Nội vụ"]),
        ("UBND các xã: Hội An; xã An Lạc", ["UBND xã Hội An", "UBND xã An Lạc"]),
        (
            "UBND các xã, phường: xã Hòa Bình; phường An Lạc",
            ["UBND xã Hòa Bình", "UBND phường An Lạc"],
        ),
        ("Giám đốc các Sở: Y tế; Nội vụ", ["Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ"]),
        ("Các ông: Nguyễn An; Trần Bình", ["Ông Nguyễn An", "Ông Trần Bình"]),
        ("Các cơ quan: Sở Tài chính; Công an tỉnh", ["Sở Tài chính", "Công an tỉnh"]),
        ("Các Khoa: Nội (A; B); Ngoại", ["Khoa Nội (A; B)", "Khoa Ngoại"]),
        ("Sở Tài chính; đ/c Hà", ["Sở Tài chính", "đ/c Hà"]),
    ],
)
def test_members_take_the_words_of_their_group(words: str, members: list[str]) -> None:
    """This test shows that each member has the name it would have alone."""
    assert list(members_of(words)) == members


@pytest.mark.parametrize(
    "words",
    [
        "Sở Tài chính",
        "Các sở, ban, ngành",
        "UBND các xã, phường, đặc khu",
        "Các Sở: Tài chính, Tư pháp",
        "Các Sở: Tài chính",
        "Các phường, xã: Hòa Bình; An Lạc",
        "Các cơ quan: Tài chính; Công an tỉnh",
        "Các Sở: Tài chính; Tư pháp; …",
        "Các Sở: Tài chính; Tư pháp; v.v...",
        "VPUB: CVP; PCVP",
        "Tổng Giám đốc/Giám đốc các doanh nghiệp trong các khu công nghiệp",
        "Sở Y tế (qua Phòng A; B)",
        "",
        ";",
        "Các Sở: ;",
    ],
)
def test_what_cannot_be_told_apart_stays_whole(words: str) -> None:
    """This test shows that no name is made up: commas and two kinds tell nothing."""
    assert members_of(words) == (words,)


@given(st.text(st.sampled_from("Các Sởxãubnd:;,() …a"), max_size=30))
def test_anything_has_members(words: str) -> None:
    """This test shows that no words fail, and that members are never empty."""
    assert all(members_of(words)) or not words

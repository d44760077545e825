"""Kinds of bodies: heads, abbreviations, and spelling of their names."""

from __future__ import annotations

import pytest

from vnadmindocs.law.issuers import (
    find_kind,
    full_name,
    head_of,
    issuer_kinds,
    place_name,
    propose_abbreviation,
)
from vnadmindocs.locator import locator_in_words


@pytest.mark.parametrize(
    ("name", "key", "led", "head"),
    [
        ("SỞ NỘI VỤ", "department", "head", "Giám đốc"),
        ("SO NOI VU", "department", "head", "Giám đốc"),
        ("ỦY BAN NHÂN DÂN\nTỈNH BÌNH THUẬN", "people_committee", "collective", "Chủ tịch"),
        ("UỶ BAN NHÂN DÂN TỈNH SƠN LA", "people_committee", "collective", "Chủ tịch"),
        ("UBND TỈNH KIÊN GIANG", "people_committee", "collective", "Chủ tịch"),
        ("Hội đồng nhân dân xã Vĩnh Bảo", "people_council", "collective", "Chủ tịch"),
        ("BỘ NỘI VỤ", "ministry", "head", "Bộ trưởng"),
        ("CỤC CÔNG THƯƠNG ĐỊA PHƯƠNG", "authority", "head", "Cục trưởng"),
        ("CHI CỤC THỦY LỢI", "sub_department", "head", "Chi cục trưởng"),
        ("BAN QUẢN LÝ CÁC KHU CÔNG\nNGHIỆP", "management_board", "head", "Trưởng ban"),
        ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "steering_committee", "advisory", "Trưởng ban"),
        ("HỘI ĐỒNG THI TUYỂN", "council", "advisory", "Chủ tịch"),
        ("TRƯỜNG ĐẠI HỌC HẢI PHÒNG", "university", "head", "Hiệu trưởng"),
        ("TÒA ÁN NHÂN DÂN TỈNH SƠN LA", "court", "head", "Chánh án"),
        ("VIỆN KIỂM SÁT NHÂN DÂN TỈNH SƠN LA", "procuracy", "head", "Viện trưởng"),
        ("TỔNG CÔNG TY ĐIỆN LỰC", "corporation", "head", "Tổng giám đốc"),
    ],
)
def test_a_kind_is_known_by_the_longest_beginning(name: str, key: str, led: str, head: str) -> None:
    """In capitals or not, with accents or without, over two lines."""
    kind = find_kind(name)
    assert kind is not None
    assert (kind.key, kind.led, kind.head) == (key, led, head)


@pytest.mark.parametrize("name", ["", "ĐẢNG ỦY", "BỘ TRƯỞNG BỘ NỘI VỤ", "CỤC TRƯỞNG", "SỔ TAY"])
def test_a_post_or_an_unknown_body_is_of_no_kind(name: str) -> None:
    """Nothing is guessed about it."""
    assert find_kind(name) is None
    assert propose_abbreviation(name) is None
    assert head_of(name) is None


@pytest.mark.parametrize(
    ("name", "abbreviation"),
    [
        ("Sở Khoa học và Công nghệ", "SKHCN"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "SVHTTDL"),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "SLĐTBXH"),
        ("SỞ CÔNG THƯƠNG TỈNH KIÊN GIANG", "SCT"),
        ("Sở Y tế thành phố Hải Phòng", "SYT"),
        ("Bộ Nội vụ", "BNV"),
        ("Bộ Nông nghiệp và Môi trường", "BNNMT"),
        ("Ủy ban nhân dân thành phố Hải Phòng", "UBND"),
        ("BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP VÀ CHẾ XUẤT HÀ NỘI", "BQL"),
        ("CỤC CÔNG THƯƠNG ĐỊA PHƯƠNG", "CCTĐP"),
        ("Trường Đại học Hải Phòng", "ĐHHP"),
        ("Công ty TNHH Cấp nước", "CTTNHHCN"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "VP"),
    ],
)
def test_the_customary_abbreviation_is_proposed(name: str, abbreviation: str) -> None:
    """Joining words and the place give no letter."""
    assert propose_abbreviation(name) == abbreviation


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sở Khoa học và Công nghệ"),
        ("BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "Bộ Tài nguyên và Môi trường"),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA", "Hội đồng nhân dân tỉnh Sơn La"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("ỦY BAN NHÂN DÂN QUẬN 1", "Ủy ban nhân dân Quận 1"),
        ("UBND TỈNH KIÊN GIANG", "Ủy ban nhân dân tỉnh Kiên Giang"),
        ("SỞ CÔNG THƯƠNG TỈNH KIÊN GIANG", "Sở Công Thương tỉnh Kiên Giang"),
        (
            "BAN QUẢN LÝ CÁC KHU CÔNG\nNGHIỆP VÀ CHẾ XUẤT HÀ NỘI",
            "Ban Quản lý các khu công nghiệp và chế xuất Hà Nội",
        ),
        ("VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH SƠN LA", "Văn phòng Ủy ban nhân dân tỉnh Sơn La"),
        ("Sở Nội vụ", "Sở Nội vụ"),
    ],
)
def test_a_header_is_spelled_as_a_name(header: str, name: str) -> None:
    """Phụ lục II, III.1 and IV.1."""
    assert full_name(header) == name


@pytest.mark.parametrize(
    "header",
    ["", "SỞ BÁN SAO", "UBND PHƯỜNG LÊ CHÂN", "TRƯỜNG TIỂU HỌC KIM ĐỒNG", "ĐẢNG ỦY", "SO NOI VU"],
)
def test_a_name_whose_capitals_cannot_be_told_is_left_to_the_office(header: str) -> None:
    """Unknown words, and units that may be named after a person."""
    assert full_name(header) is None


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("SỞ NỘI VỤ", "GIÁM ĐỐC SỞ NỘI VỤ"),
        ("Bộ Nội vụ", "Bộ trưởng Bộ Nội vụ"),
        ("ỦY BAN NHÂN DÂN TỈNH SƠN LA", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA"),
        ("VĂN PHÒNG UBND TỈNH SƠN LA", "CHÁNH VĂN PHÒNG UBND TỈNH SƠN LA"),
        ("Thanh tra Chính phủ", "Tổng Thanh tra Chính phủ"),
    ],
)
def test_the_head_is_named_with_the_body(name: str, head: str) -> None:
    """In capitals when the body's name is."""
    assert head_of(name) == head


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HẢI PHÒNG", "Hải Phòng"),
        ("TỈNH BÀ RỊA - VŨNG TÀU", "tỉnh Bà Rịa - Vũng Tàu"),
        ("XÃ VĨNH BẢO, THÀNH PHỐ HẢI PHÒNG", "xã Vĩnh Bảo, thành phố Hải Phòng"),
        ("PHƯỜNG ĐIỆN BIÊN PHỦ", None),
        ("VĨNH BẢO", None),
    ],
)
def test_a_place_is_spelled_as_phu_luc_ii_has_it(text: str, name: str | None) -> None:
    """The common noun is small before a proper name."""
    assert place_name(text) == name


def test_no_two_kinds_begin_alike_and_every_kind_is_found_by_its_own_names() -> None:
    """The table contradicts itself nowhere."""
    for kind in issuer_kinds():
        for name in (kind.name.vi, kind.name.vi.upper(), *kind.also):
            assert find_kind(name) is kind


def test_every_kind_has_names_and_a_place_that_can_be_said() -> None:
    """Both languages."""
    for kind in issuer_kinds():
        assert kind.name.vi
        assert kind.name.en
        assert kind.collective == (kind.led == "collective")
        if kind.locator:
            assert locator_in_words(kind.locator, "vi")

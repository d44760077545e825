"""What an agency profile says of its signers, and what the rules of signatures make of it."""

from __future__ import annotations

from typing import Any

import pytest

from vnadmindocs.api import check


def found(agency: object, signature: object, **more: Any) -> list[str]:
    """Give the codes of signatures found in a letter of this body."""
    record = {
        "type": "notice",
        "agency": agency,
        "subject": "Về việc nghỉ lễ",
        "body": "Các phòng bố trí người trực./.",
        "signature": signature,
        **more,
    }
    return [each.code for each in check(record) if each.code.startswith("SIG")]


def signed(name: str, *lines: str) -> str:
    """Write a block as printed."""
    return "\n".join((*(lines or ("GIÁM ĐỐC",)), "", name))


@pytest.mark.parametrize(
    ("stated", "ranks", "degrees"),
    [
        ("quân hàm", [], ["SIG021"]),
        ("học vị", ["SIG021"], []),
        ("cả hai", [], []),
        ("không", ["SIG021"], ["SIG021"]),
        (None, ["SIG021"], ["SIG021"]),
    ],
)
def test_the_profile_says_what_stands_before_a_name(
    stated: str | None, ranks: list[str], degrees: list[str]
) -> None:
    """Its word goes before what the sector is known for."""
    agency = {"header": "SỞ NỘI VỤ", "before_names": stated}
    assert found(agency, signed("Đại tá Nguyễn Văn An")) == ranks
    assert found(agency, signed("PGS.TS. Nguyễn Văn An")) == degrees


def test_the_profile_of_a_school_may_forbid_degrees() -> None:
    """Without its word the sector decides, and is not known to forbid them."""
    degree = signed("TS. Nguyễn Văn An", "HIỆU TRƯỞNG")
    assert found({"header": "TRƯỜNG THPT AN BÌNH"}, degree) == []
    assert found({"header": "TRƯỜNG THPT AN BÌNH", "before_names": "none"}, degree) == ["SIG021"]


@pytest.mark.parametrize(
    ("seal", "one", "two"),
    [
        ("cơ quan", ["SIG031"], []),
        ("không", [], ["SIG032"]),
        ("riêng", [], []),
        (None, [], []),
    ],
)
def test_the_seal_of_an_advisory_body_decides_on_the_second_title(
    seal: str | None, one: list[str], two: list[str]
) -> None:
    """With the seal of the host both titles are printed, without it one."""
    agency = {"header": "UBND TỈNH AN BÌNH\n\nBAN CHỈ ĐẠO", "seal": seal}
    lines = ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN")
    assert found(agency, signed("Lê Thanh Sơn", *lines)) == one
    assert found(agency, signed("PHÓ CHỦ TỊCH UBND TỈNH\nLê Thanh Sơn", *lines)) == two
    assert found(agency, signed("Lê Thanh Sơn", *lines, "PHÓ CHỦ TỊCH UBND TỈNH")) == two


SIGNERS = {
    "header": "SỞ NỘI VỤ",
    "signers": [
        {"name": "Nguyễn Văn Hòa", "post": "Giám đốc"},
        {"name": "Trần Thị Bình", "lines": "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"},
    ],
}


@pytest.mark.parametrize(
    ("block", "codes"),
    [
        (signed("Nguyễn Văn Hòa"), []),
        (signed("Nguyễn Văn Hoà"), []),
        (signed("Nguyễn Văn Hoa"), ["SIG022"]),
        (signed("Lê An"), ["SIG022"]),
        (signed("Trần Thị Bình", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), []),
        (signed("Trần Thị Bình", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC THƯỜNG TRỰC"), []),
        (signed("Trần Thị Bình"), ["SIG023"]),
        (signed("Lê An", "TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), []),
        (signed("Lê An", "TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"), []),
        ([signed("Lê An", "NGƯỜI LẬP BIỂU"), signed("Nguyễn Văn Hòa")], []),
    ],
)
def test_a_signer_is_compared_with_the_profile(block: object, codes: list[str]) -> None:
    """Marks of letters count, their place in a syllable does not; by order others sign too."""
    assert found(SIGNERS, block) == codes


def test_parties_and_secretaries_are_no_signers_of_the_body() -> None:
    """Minutes and contracts are signed by whoever takes part."""
    both = [signed("Lê An", "THƯ KÝ"), signed("Lê Ba", "PHÓ GIÁM ĐỐC")]
    assert found(SIGNERS, both, type="minutes") == []


def test_the_head_of_the_profile_is_whom_others_sign_for() -> None:
    """Whatever the kind of the body."""
    agency = {"header": "NHÀ HÁT KỊCH", "head": "Giám đốc"}
    assert found(agency, signed("Lê An")) == []
    assert found(agency, signed("Lê An", "TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG NGHỆ THUẬT")) == []
    assert found(agency, signed("Lê An", "TRƯỞNG PHÒNG NGHỆ THUẬT")) == ["SIG027"]


def test_a_profile_that_decides_as_a_collective_signs_on_its_behalf() -> None:
    """What the profile says goes before what the kind of the body is known for."""
    lines = ("TM. TRƯỜNG CAO ĐẲNG AN BÌNH", "HIỆU TRƯỞNG")
    agency: dict[str, Any] = {"header": "TRƯỜNG CAO ĐẲNG AN BÌNH"}
    assert found(agency, signed("Lê An", *lines)) == ["SIG013"]
    assert found({**agency, "collective": "yes"}, signed("Lê An", *lines)) == []


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ({"number": "12/TB-SNV", "date": "2/9/2025", "place": "An Bình"}, ["SIG028"]),
        ({"number": "/TB-SNV", "date": "2/9/2025", "place": "An Bình"}, []),
        ({"number": "12/TB-SNV", "date": "9/2025", "place": "An Bình"}, []),
        ({}, []),
    ],
)
def test_a_draft_may_leave_the_name_open(more: dict[str, Any], codes: list[str]) -> None:
    """A document with its number and full date may not."""
    assert found("SỞ NỘI VỤ", "GIÁM ĐỐC\n\n", **more) == codes


def test_the_default_signer_of_a_profile_is_looked_at_too() -> None:
    """The finding stands where the record names the profile."""
    agency = {
        "header": "SỞ NỘI VỤ",
        "signers": [{"name": "Lê An", "lines": "KT. GIÁM ĐỐC\nPHÓ CHỦ TỊCH"}],
        "default_signer": "Lê An",
    }
    record = {
        "type": "notice",
        "agency": agency,
        "subject": "Về việc nghỉ lễ",
        "body": "Các phòng bố trí người trực./.",
    }
    (one,) = (each for each in check(record) if each.code.startswith("SIG"))
    assert (one.code, one.place.anchor) == ("SIG011", "/cơ quan/1")


def test_a_committee_after_kt_is_one_finding() -> None:
    """What is wrong with «KT. ỦY BAN NHÂN DÂN» is not said again as a missing «TM.»."""
    body = "ỦY BAN NHÂN DÂN TỈNH AN GIANG"
    decision = {"type": "decision", "issuing_authority": body, "body": "Điều 1. A.\nĐiều 2. B./."}
    lines = signed("Lê Văn An", "KT. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH")
    assert found(body, lines, **decision) == ["SIG010"]
    lines = signed("Lê Văn An", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert found(body, lines, **decision) == ["SIG014"]

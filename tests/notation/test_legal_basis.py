"""Grounds of a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.notation.legal_basis import (
    LegalBasis,
    parse_legal_bases,
    parse_legal_basis,
    parse_proposal,
    source_legal_bases,
)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Luật Đầu tư công", "Căn cứ Luật Đầu tư công"),
        ("Căn cứ Luật Đầu tư công;", "Căn cứ Luật Đầu tư công"),
        ("- căn cứ Luật Đầu tư công;", "căn cứ Luật Đầu tư công"),
        ("Xét Tờ trình số 5/TTr-SNV", "Xét Tờ trình số 5/TTr-SNV"),
        ("Thực hiện Kế hoạch số 225/KH-UBND", "Thực hiện Kế hoạch số 225/KH-UBND"),
        ("Theo đề nghị của Giám đốc Sở Nội vụ.", "Theo đề nghị của Giám đốc Sở Nội vụ"),
        ("Sau khi có ý kiến của Thường trực", "Sau khi có ý kiến của Thường trực"),
        ("Xétnghiệm", "Căn cứ Xétnghiệm"),
    ],
)
def test_openings_are_kept_and_others_get_can_cu(text: str, printed: str) -> None:
    """Five openings are kept as written."""
    assert parse_legal_basis(text).printed == printed


@pytest.mark.parametrize(
    ("words", "enacting"),
    [
        ("Ủy ban nhân dân tỉnh ban hành Quyết định quy định phân cấp quản lý tài sản công", True),
        ("Bộ trưởng Bộ Y tế ban hành Thông tư quy định chi tiết một số điều của Luật Dược", True),
        ("Chính phủ ban hành Nghị định về công tác văn thư", True),
        ("Căn cứ Quyết định số 5/QĐ-UBND của Ủy ban nhân dân tỉnh ban hành Quy chế", False),
        ("Quyết định của Ủy ban nhân dân tỉnh ban hành Quy chế làm việc", False),
        ("Ủy ban nhân dân tỉnh ban hành Quyết định số 5/QĐ-UBND về trực", False),
    ],
)
def test_the_enacting_sentence_is_no_ground(words: str, enacting: bool) -> None:
    """A body that issues the document opens with no «Căn cứ», and none is put before it."""
    basis = parse_legal_basis(f"{words}.")
    assert basis.enacting is enacting
    assert (basis.printed == words) is (enacting or words.startswith("Căn cứ"))


def test_grounds_that_print_the_same_are_equal() -> None:
    """Căn cứ written or left out is the same ground."""
    assert LegalBasis("Luật Đầu tư công") == LegalBasis("Căn cứ Luật Đầu tư công")
    assert hash(LegalBasis("Luật A")) == hash(LegalBasis("Căn cứ Luật A"))
    assert LegalBasis("Luật A") != LegalBasis("Luật B")


def test_inner_semicolons_stay() -> None:
    """A ground may cite two texts."""
    (basis,) = parse_legal_bases("Căn cứ Thông tư số 46/2012/TT-BCT; Thông tư số 20/2017/TT-BCT;")
    assert basis.words == "Căn cứ Thông tư số 46/2012/TT-BCT; Thông tư số 20/2017/TT-BCT"
    assert basis.mark == ";"


@pytest.mark.parametrize(
    "text",
    [
        "Sở Công Thương tại Tờ trình số 1198/TTr-SCT.",
        "của Sở Công Thương tại Tờ trình số 1198/TTr-SCT",
        "Đề nghị của Sở Công Thương tại Tờ trình số 1198/TTr-SCT",
        "Theo đề nghị của Sở Công Thương tại Tờ trình số 1198/TTr-SCT;",
    ],
)
def test_the_proposal_gets_its_opening(text: str) -> None:
    """The last ground is printed with «Theo đề nghị của» once."""
    assert (
        parse_proposal(text).printed
        == "Theo đề nghị của Sở Công Thương tại Tờ trình số 1198/TTr-SCT"
    )


@given(st.lists(st.text(st.sampled_from("Căn ứLu1;./-"), min_size=1).map(str.strip).filter(bool)))
def test_grounds_are_read_back(texts: list[str]) -> None:
    """What is written is read back as equal grounds."""
    bases = tuple(LegalBasis(words) for words in texts)
    assert parse_legal_bases(source_legal_bases(bases)) == bases

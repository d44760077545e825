"""The grounds as a whole: their order, and the sentence that closes them."""

from __future__ import annotations

from vnadmindocs.api import check

CIRCULAR = "Căn cứ Thông tư số 10/2021/TT-BXD ngày 25/8/2021 của Bộ trưởng Bộ Xây dựng về trực"
LAWS = (
    "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024",
    "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024",
)
DECREE = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư"
PROPOSAL = "Theo đề nghị của Giám đốc Sở Tài chính"
ENACTING = "Ủy ban nhân dân tỉnh ban hành Quyết định quy định phân cấp quản lý tài sản công"


def found(*grounds: str) -> list[tuple[str, int]]:
    """Give the findings on these grounds as a whole, each with its line from 0."""
    lines = "".join(f"  {ground};\n" for ground in grounds)
    text = f"loại: quyết định\ncơ quan: UBND TỈNH AN GIANG\ncăn cứ: |\n{lines}"
    codes = ("BAS010", "BAS011", "CIT005")
    places = [(each.code, each.place) for each in check(text) if each.code in codes]
    return [(code, place.line - 4) for code, place in places if place is not None and place.line]


def test_one_text_too_early_is_one_hint() -> None:
    """This test shows that it is said once, at the first text of higher rank after it."""
    assert found(CIRCULAR, *LAWS, DECREE) == [("BAS010", 1)]
    assert found(DECREE, LAWS[0], CIRCULAR, LAWS[1]) == [("BAS010", 1), ("BAS010", 3)]


def test_the_enacting_sentence_may_follow_the_proposal() -> None:
    """This test shows that it is no ground: it cites nothing and stands last."""
    assert found(LAWS[0], PROPOSAL, ENACTING) == []
    assert found(PROPOSAL, LAWS[0], ENACTING) == [("BAS011", 0)]

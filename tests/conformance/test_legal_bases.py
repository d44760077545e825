"""Căn cứ: as printed, or as citations in fields which the tool words as the decree asks."""

from tests.conformance.printing import found, notice, printed


def test_citations_in_fields_are_worded_as_grounds() -> None:
    """This test shows that a law has its date among the grounds, but no number and no body."""
    text = notice(
        "Một.",
        "căn cứ:\n"
        "  - loại: luật\n    số: 31/2024/QH15\n    cơ quan: Quốc hội\n    trích yếu: Đất đai\n"
        "    ngày: 18/01/2024\n"
        "  - loại: nghị định\n    số: 30/2020/NĐ-CP\n    ngày: 5/3/2020\n    cơ quan: Chính phủ\n"
        "    trích yếu: về công tác văn thư\n"
        "  - Thực hiện Công văn số 5: đôn đốc\n",
    )
    assert printed(text, "Căn cứ") == [
        "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ"
        " về công tác văn thư;",
        "Thực hiện Công văn số 5: đôn đốc.",
    ]
    assert found(text) == []


def test_openings_are_kept_and_nothing_else_is_added() -> None:
    """This test shows that each of the five openings keeps its words, in any case."""
    lines = ["Xét Tờ trình số 5", "thực hiện Kế hoạch A", "Theo đề nghị của Ban B", "Sau khi họp"]
    block = "\n".join(f"  {line};" for line in lines)
    got = printed(notice("Một.", f"căn cứ: |\n{block}\n  Luật C, v.v.\n"), "Căn cứ")
    assert got == [*(f"{line};" for line in lines), "Căn cứ Luật C, v.v.."]

"""Contracts: parties between grounds and articles, a signature of each."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

from tests.layout.forms import CONTRACT, body, sides
from tests.layout.records import changed, laid_out, roles


def test_a_contract_has_its_parties_between_grounds_and_articles() -> None:
    assert body(CONTRACT) == [
        "Hôm nay, ngày 09 tháng 3 năm 2026, tại trụ sở Sở Nội vụ, chúng tôi gồm:",
        "BÊN A: SỞ NỘI VỤ",
        "Đại diện: Ông Trần Văn An",
        "Chức vụ: Giám đốc",
        "(Theo Quyết định số 5/QĐ-SNV)",
        "BÊN B (BÊN NHẬN): TRUNG TÂM LƯU TRỮ",
        "Địa chỉ: An Bình",
        "Mã số thuế: …",
        "Tiền thân: Kho lưu trữ",
        "Hai bên thống nhất ký Hợp đồng này với các nội dung sau:",
        "Điều 1. Bên B chỉnh lý tài liệu./.",
    ]
    assert sides(laid_out(CONTRACT)) == [(0, "ĐẠI DIỆN BÊN A"), (1, "ĐẠI DIỆN BÊN B")]
    assert "recipients" not in roles(laid_out(CONTRACT))


def test_three_parties_are_three_and_the_third_signs_in_the_middle() -> None:
    text = changed(CONTRACT, các_bên="\n  - tên: A\n  - tên: B\n  - tên: C", nơi_ký="")
    lines = body(text)
    assert lines[0] == "Hôm nay, ngày 09 tháng 3 năm 2026, chúng tôi gồm:"
    assert "Ba bên thống nhất ký Hợp đồng này với các nội dung sau:" in lines
    found = sides(laid_out(text))
    assert found == [(0, "ĐẠI DIỆN BÊN A"), (1, "ĐẠI DIỆN BÊN B"), (1, "ĐẠI DIỆN BÊN C")]


def test_sentences_of_a_contract_may_be_written_otherwise_or_left_out() -> None:
    lines = body(CONTRACT, câu_mở_đầu="Chúng tôi:", câu_thống_nhất="không")
    assert lines[0] == "Chúng tôi:"
    assert not any("thống nhất" in line for line in lines)

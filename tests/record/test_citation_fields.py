"""A citation in fields prints what the decree asks, and is read back from the print."""

from __future__ import annotations

from vnadmindocs.api import check
from vnadmindocs.notation.citation import parse_citation, print_citation
from vnadmindocs.record.citation import Citation


def test_places_notes_and_amending_texts_are_printed_in_their_order() -> None:
    """This test shows where each field stands in the line printed."""
    citation = Citation(
        type="Nghị quyết",
        number="13/2025/NQ-HĐND",
        date="25/7/2025",
        issuer="Hội đồng nhân dân thành phố Hải Phòng",
        issuer_note="(sau hợp nhất)",
        subject="quy định mức chi",
        locators="khoản 1, khoản 3 Điều 5",
        amended_by="Nghị quyết số 20/2026/NQ-HĐND\nNghị quyết số 31/2026/NQ-HĐND",
    )
    printed = print_citation(citation.value, basis=True)
    assert printed == (
        "khoản 1 và khoản 3 Điều 5 Nghị quyết số 13/2025/NQ-HĐND ngày 25 tháng 7 năm 2025 "
        "của Hội đồng nhân dân thành phố Hải Phòng (sau hợp nhất) quy định mức chi được sửa đổi, "
        "bổ sung một số điều bởi Nghị quyết số 20/2026/NQ-HĐND và Nghị quyết số 31/2026/NQ-HĐND"
    )
    assert parse_citation(printed) == citation.value


def test_an_amending_text_that_is_no_citation_is_printed_as_it_stands() -> None:
    """This test shows that words are kept where they are not understood."""
    citation = Citation(type="Luật", subject="Xây dựng", amended_by="Văn bản của Bộ")
    assert print_citation(citation.value).endswith(" bởi Văn bản của Bộ")


def test_a_ground_in_fields_gives_no_finding_about_its_wording() -> None:
    """This test shows that what the tool words is in the decree's form."""
    record = {
        "type": "decision",
        "agency": "SỞ NỘI VỤ",
        "issuing_authority": "GIÁM ĐỐC SỞ NỘI VỤ",
        "subject": "Về việc cử người trực",
        "legal_bases": [
            {"type": "luật", "number": "33/2024/QH15", "date": "21/6/2024", "subject": "Lưu trữ"},
            {
                "type": "nghị định",
                "number": "30/2020/NĐ-CP",
                "date": "5/3/2020",
                "issuer": "Chính phủ",
                "subject": "về công tác văn thư",
            },
        ],
        "body": "Điều 1. Cử ông An trực.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký./.",
    }
    found = [each.code for each in check(record) if each.code.startswith(("BAS", "CIT00"))]
    assert found == []

"""Citations printed from their fields."""

from __future__ import annotations

from vnadmindocs.notation.citation import Citation, print_citation
from vnadmindocs.notation.date import PartialDate

DECREE = Citation(
    type="nghị định",
    number="45/2012/NĐ-CP",
    date=PartialDate(21, 5, 2012),
    issuer="Chính phủ",
    subject="về khuyến công",
)
LAW = Citation(
    type="Luật",
    number="72/2025/QH15",
    date=PartialDate(16, 6, 2025),
    issuer="Quốc hội",
    subject="Tổ chức chính quyền địa phương",
)


def test_the_first_citation_is_whole() -> None:
    """Type, number, date, issuing body, subject."""
    assert (
        print_citation(DECREE)
        == "Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công"
    )


def test_later_citations_are_type_and_number() -> None:
    """A text cited before is named by type and number."""
    assert print_citation(DECREE, first=False) == "Nghị định số 45/2012/NĐ-CP"


def test_a_law_has_no_number_and_no_issuing_body() -> None:
    """A law is cited by name; among the grounds its date follows."""
    assert print_citation(LAW) == "Luật Tổ chức chính quyền địa phương"
    assert (
        print_citation(LAW, basis=True)
        == "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
    )


def test_number_and_symbol_may_be_apart() -> None:
    """The full number is joined from its fields and can be read."""
    citation = Citation(type="Kế hoạch", number="225", symbol="KH-UBND")
    assert citation.full_number == "225/KH-UBND"
    assert citation.reading is not None
    assert citation.reading.symbol == "KH-UBND"
    assert Citation(type="Luật").reading is None


def test_a_note_ends_the_first_citation() -> None:
    """Words about amendments stand at the end."""
    citation = Citation(type="Nghị định", number="45/2012/NĐ-CP", note="(đã được sửa đổi)")
    assert print_citation(citation) == "Nghị định số 45/2012/NĐ-CP (đã được sửa đổi)"
    assert print_citation(citation, first=False) == "Nghị định số 45/2012/NĐ-CP"

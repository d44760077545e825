"""A copy: its block stands after the end of the original, under a rule across the page."""

from __future__ import annotations

import pytest

from tests.pages.printing import Printed

NEAR = 0.5  # mm
LEFT, RIGHT = 30.0, 190.0  # of the text, in mm
# Of each example: words of the form, the body that copies, its number, its signer, the last line
# of the original above it.
COPIES = [
    ("sao-y-quyet-dinh-dieu-dong", "SAO Y", "PHƯỜNG LONG THẠNH", "47/SY-UBND", "Vũ Thị Kim Dung"),
    ("trich-sao-chi-thi-phong-chong-thien-tai", "TRÍCH SAO", "SỞ NÔNG NGHIỆP", "09/TrS-SNNMT",
     "Ngô Thị Minh Châu"),
    ("sao-luc-quyet-dinh-dieu-dong", "SAO LỤC", "DỊCH VỤ VIỆC LÀM", "05/SL-TTDVVL",
     "Hồ Minh Triết"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "form", "body", "number", "signer"), COPIES)
def test_the_block_of_a_copy_has_its_places(
    name: str, form: str, body: str, number: str, signer: str, printed_records: Printed
) -> None:
    """Form and date right, body and number left and level, the signer right (PL1·P2·II.3)."""
    page = printed_records[name][-1]
    words, issuer = page.line(form), page.starting(body)
    assert issuer.middle < (LEFT + RIGHT) / 2 < words.middle
    numbered = page.starting(f"Số: {number}")
    dated = next(
        line for line in page.lines if ", ngày" in line.text and line.baseline > words.baseline
    )
    assert numbered.baseline == pytest.approx(dated.baseline, abs=NEAR)
    assert numbered.middle < (LEFT + RIGHT) / 2 < dated.middle
    assert page.line(signer).middle > (LEFT + RIGHT) / 2
    rules = [each for each in page.strokes if each.right - each.left > RIGHT - LEFT - NEAR]
    rule = [each for each in rules if each.top < words.baseline][-1]
    assert (rule.left, rule.right) == pytest.approx((LEFT, RIGHT), abs=NEAR)
    # Nothing of the original stands between the rule and the block.
    assert not [line for line in page.lines if rule.top < line.baseline < words.baseline - NEAR]

"""The page on figures is true: its record says what the page says."""

from __future__ import annotations

from tests.docs.fenced import fenced
from tests.meta.tree import ROOT
from tests.writers.inspection import facts
from vnadmindocs.api import check, load, render
from vnadmindocs.record.body import RecordBody

RECORDS = [block.text for block in fenced(ROOT / "docs" / "figures.md") if block.kind == "yaml"]


def test_the_record_of_the_page_has_the_finding_of_the_page() -> None:
    """Figures of an appendix in the subject and in an article, one of them wrong."""
    text = RECORDS[0]
    assert [(each.code, each.message.vi) for each in check(text)] == [
        ("FIG007", "Lời văn ghi «12», ở Phụ lục, hàng «Tổng cộng», cột «Số cơ sở» là «13»")
    ]
    read = load(text).record
    assert read is not None
    assert read.subject == "Về việc hỗ trợ 13 cơ sở"
    assert isinstance(read.body, RecordBody)
    assert read.body.body.blocks[0].text == (
        "Hỗ trợ 12 cơ sở, kinh phí 52 triệu đồng (Bằng chữ: Năm mươi hai triệu đồng), "
        "danh sách tại Phụ lục kèm theo."
    )


def test_the_table_of_the_page_has_its_total_in_words() -> None:
    """Nothing is found, and the line is the one of the page."""
    assert check(RECORDS[1]) == ()
    said = facts(render(RECORDS[1]).data or b"")
    assert any("Bằng chữ: Hai mươi lăm triệu năm trăm nghìn đồng." in line for line in said)

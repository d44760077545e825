"""The page on attached documents is true: its records have no findings and print what it says."""

from __future__ import annotations

import pytest

from tests.corpus.printed import PrintedParagraph, paragraphs
from tests.docs.fenced import fenced
from tests.meta.tree import ROOT
from vnadmindocs import check, render
from vnadmindocs.diagnostics import Severity

RECORDS = [
    block.text for block in fenced(ROOT / "docs" / "attached-documents.md") if block.kind == "yaml"
]
ISSUED, AMENDED, FORMS = RECORDS


def _printed(record: str) -> list[PrintedParagraph]:
    data = render(record).data
    assert data is not None
    return [each for each in paragraphs(data) if each.text]


@pytest.mark.parametrize("record", RECORDS, ids=range(len(RECORDS)))
def test_a_record_of_the_page_has_no_findings(record: str) -> None:
    """This test shows that a reader can paste it."""
    assert [each.code for each in check(record) if each.severity > Severity.HINT] == []


def test_an_issued_text_opens_with_the_head_of_the_decision() -> None:
    """This test shows head, name, subject, reference, contents and chapters, in this order."""
    styles = [each.style for each in _printed(ISSUED) if each.part == 1]
    assert list(dict.fromkeys(styles)) == [
        "Cơ quan chủ quản",
        "Cơ quan ban hành",
        "Quốc hiệu",
        "Tiêu ngữ",
        "Tên loại văn bản",
        "Trích yếu",
        "Kèm theo",
        "Mục lục",
        "toc 1",
        "toc 2",
        "Số phần chương",
        "Tên phần chương",
        "Điều",
        "Đoạn văn",
        "Khoản",
        "Điểm",
    ]


def test_a_provision_in_quotation_marks_is_set_in() -> None:
    """This test shows that three lines of the amendment are a quotation."""
    assert [each.text for each in _printed(AMENDED) if each.style == "Trích dẫn"] == [
        "“Điều 4a. Tiếp trực tuyến",
        "1. Người dân đăng ký trên Cổng thông tin điện tử.",
        "2. Sở trả lời trong 02 ngày làm việc.”.",
    ]


def test_forms_are_counted_and_signed_as_written() -> None:
    """This test shows the labels, and the offices of both forms."""
    printed = _printed(FORMS)
    labels = [each.text for each in printed if each.style == "Nhãn phụ lục"]
    assert labels == ["Phụ lục", "Mẫu số 01", "Mẫu số 02"]
    assert [each.text for each in printed if each.style == "Quyền hạn chức vụ"] == [
        "LÃNH ĐẠO PHÒNG",
        "NGƯỜI ĐĂNG KÝ",
        "Bên giao",
        "Bên nhận",
    ]

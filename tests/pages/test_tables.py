"""Tables over several pages: heads of three levels repeated, rows whole, groups with their rows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pages.conftest import Printer
from tests.pages.pdf_page import PdfPage
from tests.pages.records import decision
from vnadmindocs import Appendix, Table

_GROUPS, _ROWS = 12, 9
_NAME = "Phòng Quản lý đô thị và hạ tầng kỹ thuật phường Tân Lập mở rộng"
_MONEY: dict[str, Any] = {
    "name": "Dự toán",
    "kind": "money",
    "columns": [
        {"name": "Tổng số", "total_of": "Trong đó"},
        {"name": "Trong đó", "columns": ["Thường xuyên", "Đầu tư"]},
    ],
}


def table() -> Table:
    """Give a table of several pages, every third row of three lines."""
    rows: list[list[Any]] = []
    for group in range(1, _GROUPS + 1):
        rows.append(["I", f"Nhóm {group}", None, None, None, None])
        for row in range(1, _ROWS + 1):
            name = f"đầu{group}.{row} {_NAME} cuối{group}.{row}" if row % 3 == 0 else f"Xã {row}"
            rows.append(["1", name, None, 1000 * row + group, row, "=1+1" if row == 1 else None])
        rows.append([None, f"Cộng nhóm {group}", None, None, None, None])
    return Table(
        columns=[
            {"name": "TT", "kind": "ordinal", "numbering": "trong nhóm"},
            {"name": "Đơn vị", "width": 45},
            _MONEY,
            "Ghi chú",
        ],
        column_numbers="có",
        unit="triệu đồng",
        rows=rows,
        group_rows="số La Mã",
        closing_rows="Cộng nhóm …",
        total_rows="Tổng cộng",
    )


@pytest.fixture(scope="module")
def pages(printer: Printer) -> tuple[PdfPage, ...]:
    """Print the appendix that holds the table."""
    appendix = Appendix(subject="DỰ TOÁN", body=["Dự toán như sau:", table()])
    record = decision("Điều 1. Giao dự toán tại Phụ lục./.", appendices=[appendix])
    return printer({"table": record})["table"][1:]


def _words(page: PdfPage) -> list[str]:
    return [word.text for row in page.rows for word in row.words]


def test_all_rows_of_the_head_are_at_the_top_of_every_page(pages: tuple[PdfPage, ...]) -> None:
    """Names of three levels and the numbers of the columns, at one height on all pages but one."""
    assert len(pages) > 3
    depths = []
    for page in pages:
        texts = [row.text for row in page.rows]
        numbers = next(row for row in page.rows if row.text == "(1) (2) (3) (4) (5) (6)")
        above = " ".join(texts[: texts.index(numbers.text)])
        for name in ("TT", "Đơn vị", "Dự toán", "Tổng số", "Trong đó", "Thường xuyên", "Đầu tư"):
            assert name in above
        depths.append(round(numbers.baseline, 1))
    assert len(set(depths[1:])) == 1
    assert depths[1] < 50


def test_a_row_of_three_lines_is_never_torn(pages: tuple[PdfPage, ...]) -> None:
    """Its first word and its last stand on one page."""
    for group in range(1, _GROUPS + 1):
        for row in range(3, _ROWS + 1, 3):
            first, last = f"đầu{group}.{row}", f"cuối{group}.{row}"
            (page,) = (each for each in pages if first in _words(each))
            assert last in _words(page)


def test_a_group_row_is_never_the_last_of_a_page(pages: tuple[PdfPage, ...]) -> None:
    """Its first row stands with it."""
    seen = 0
    for page in pages:
        texts = [row.text for row in page.rows]
        groups = [at for at, text in enumerate(texts) if " Nhóm " in f" {text} "[:12]]
        assert all("Xã 1" in " ".join(texts[at + 1 : at + 3]) for at in groups)
        seen += len(groups)
    assert seen == _GROUPS


def test_figures_stand_at_the_right_edge_of_their_column(pages: tuple[PdfPage, ...]) -> None:
    """All of a column at one place, group sums in bold too, to a quarter of a millimetre."""
    ends: set[float] = set()
    for page in pages:
        for row in page.rows:
            if row.text.startswith("1 Xã 1"):
                ends.add(round(row.words[3].right * 4) / 4)
    assert len(ends) == 1


def test_a_formula_typed_into_a_cell_is_words(pages: tuple[PdfPage, ...]) -> None:
    """It is printed as it stands, once a group."""
    assert sum(_words(page).count("=1+1") for page in pages) == _GROUPS


def test_the_sums_are_on_the_page(pages: tuple[PdfPage, ...]) -> None:
    """The row that closes a group, and the total under the last."""
    lines = [row.text for page in pages for row in page.rows]
    ordinary = sum(1000 * row + 1 for row in range(1, _ROWS + 1))
    rest = sum(range(1, _ROWS + 1))
    shown = [f"{each:,}".replace(",", ".") for each in (ordinary + rest, ordinary, rest)]
    assert f"Cộng nhóm 1 {' '.join(shown)}" in lines
    assert lines[-1].startswith("Tổng cộng ")


def test_no_word_is_printed_over_the_cell_beside(printer: Printer) -> None:
    """Words wider than their cell part inside it, at the same letters on both roads."""
    address = "https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma=123456"
    rows = [["1", "An", address], ["2", "Supercalifragilistic" * 7, "x"]]
    narrow = Table(columns=["TT", "Tên", "Địa chỉ"], rows=rows)
    appendix = Appendix(subject="DANH SÁCH", body=["Danh sách như sau:", narrow])
    record = decision("Điều 1. Ban hành danh sách tại Phụ lục./.", appendices=[appendix])
    page = printer({"table": record})["table"][1]
    uprights = sorted({round(each.middle, 1) for each in page.strokes if each.is_upright})
    left, first, second, right = uprights
    top = page.line("TT").baseline
    inside = [word for row in page.rows for word in row.words if row.baseline >= top - 1]
    parts = [word for word in inside if len(word.text) > 8]
    assert [word.text for word in parts if word.left > second] == [
        "https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.",
        "html?ma=123456",
    ]
    names = [word for word in parts if word.left < second]
    assert "".join(word.text for word in names) == rows[1][1]
    assert len(names) == 2
    assert all(first < word.left and word.right < second for word in names)
    assert all(second < word.left and word.right < right for word in parts if word not in names)
    assert all(left < word.left and word.right < first for word in inside if word.text == "TT")

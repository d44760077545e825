"""Forms that others fill in: label on top, a head of their own, signers side by side."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

from tests.layout.records import (
    DECISION,
    element,
    grid,
    laid_out,
    paragraphs,
    roles,
    rule,
    texts,
    words,
)
from vnadmindocs.layout.shape import Grid, Layout

ISSUED = DECISION + "số: 15\nngày: 09/3/2026\n"
REFERENCE = (
    "(Kèm theo Quyết định số 15/QĐ-UBND ngày 09 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh An Bình)"
)


def _form(*lines: str, under: str = "") -> str:
    entry = '  - loại: mẫu\n    nội dung: "Họ và tên: ............"\n'
    entry += "".join(f"    {line}\n" for line in lines)
    if not under:
        return f"phụ lục:\n{entry}"
    inner = "".join(f"    {line}\n" for line in entry.splitlines())
    return f"phụ lục:\n  - {under}\n    nội dung: A.\n    phụ lục:\n{inner}"


def _signed(*blocks: str) -> str:
    lines = ["ký:"]
    for block in blocks:
        lines += ["  - |", *(f"    {line}" for line in block.split("\n"))]
    return _form(*lines)


def _grids(layout: Layout) -> list[list[list[str]]]:
    """List the texts of each cell of each grid of signatures."""
    return [
        [[text for each in cell for text in texts(each)] for cell in each.rows[0].cells]
        for each in layout.parts[1].elements
        if isinstance(each, Grid) and each.name == "signatures"
    ]


def test_label_and_reference_stand_above_the_head_of_the_form() -> None:
    form = _form("cơ quan: TRƯỜNG ........", "tên loại in: ĐƠN ĐỀ NGHỊ", "trích yếu: Nghỉ học")
    layout = laid_out(ISSUED + form)
    assert roles(layout, 1) == ["appendix_head", "issuer", "national_header", "title", "body"]
    head = [
        (role, text.replace("\n", " ")) for role, text in words(element(layout, "appendix_head", 1))
    ]
    assert head == [
        ("appendix_label", "Mẫu số 01"),
        ("appendix_reference", REFERENCE),
    ]
    assert words(element(layout, "title", 1)) == [
        ("appendix_title", "ĐƠN ĐỀ NGHỊ"),
        ("subject", "Nghỉ học"),
    ]
    assert layout.parts[1].title == "Mẫu số 01 ĐƠN ĐỀ NGHỊ Nghỉ học"


def test_a_form_has_no_head_unless_one_is_written() -> None:
    layout = laid_out(ISSUED + _form("tên loại in: ĐƠN ĐỀ NGHỊ"))
    assert roles(layout, 1) == ["appendix_head", "title", "body"]


def test_a_form_that_no_body_fills_in_has_the_national_header_alone() -> None:
    layout = laid_out(ISSUED + _form("cơ quan:", "tên loại in: ĐƠN ĐỀ NGHỊ"))
    assert roles(layout, 1) == ["appendix_head", "national_header", "title", "body"]
    line = rule(element(layout, "national_header", 1))
    assert line.left_mm == line.right_mm > 0
    assert not any(isinstance(each, Grid) for each in layout.parts[1].elements)


def test_forms_are_counted_among_themselves_unless_they_have_a_label() -> None:
    again = "".join(
        _form(*lines).removeprefix("phụ lục:\n") for lines in ((), ("nhãn: Mẫu M1",), ())
    )
    layout = laid_out(ISSUED + "phụ lục:\n" + again)
    labels = [texts(element(layout, "appendix_head", part))[0] for part in (1, 2, 3)]
    assert labels == ["Mẫu số 01", "Mẫu M1", "Mẫu số 02"]


def test_a_form_in_an_appendix_leaves_the_reference_to_the_appendix() -> None:
    layout = laid_out(ISSUED + _form(under="trích yếu: CÁC MẪU"))
    assert texts(element(layout, "appendix_head", 2)) == ["Mẫu số 01"]


def test_a_form_of_an_attached_text_has_the_reference() -> None:
    layout = laid_out(ISSUED + _form(under="loại: quy chế"))
    assert texts(element(layout, "appendix_head", 2))[1].replace("\n", " ") == REFERENCE


def test_signers_of_a_form_stand_left_to_right_as_written() -> None:
    layout = laid_out(ISSUED + _signed("NGƯỜI LẬP\n(Ký)", "KẾ TOÁN\n(Ký)", "THỦ TRƯỞNG\n(Ký)"))
    assert _grids(layout) == [[["NGƯỜI LẬP", "(Ký)"], ["KẾ TOÁN", "(Ký)"], ["THỦ TRƯỞNG", "(Ký)"]]]
    widths = grid(layout, "signatures", 1).columns_mm
    assert len(set(widths)) == 1
    assert sum(widths) == layout.parts[1].section.text_width_mm


def test_four_signers_of_a_form_fill_two_rows_evenly() -> None:
    layout = laid_out(ISSUED + _signed("A\n(Ký)", "B\n(Ký)", "C\n(Ký)", "D\n(Ký)"))
    first, second = _grids(layout)
    assert [cell[0] for cell in first] == ["A", "B"]
    assert [next(text for text in cell if text) for cell in second] == ["C", "D"]


def test_a_date_above_one_signer_leaves_a_line_above_the_other() -> None:
    layout = laid_out(
        ISSUED + _signed("BÊN GIAO\n(Ký)", "....., ngày ... tháng ... năm 20...\nBÊN NHẬN\n(Ký)")
    )
    assert _grids(layout) == [
        [
            ["BÊN GIAO", "(Ký)"],
            ["....., ngày ... tháng ... năm 20...", "BÊN NHẬN", "(Ký)"],
        ]
    ]
    first = [next(paragraphs(cell[0])) for cell in grid(layout, "signatures", 1).rows[0].cells]
    assert [(each.role, len(each.lines)) for each in first] == [("place_date", 1)] * 2


def test_a_place_that_is_asked_for_is_kept_on_a_form() -> None:
    signers = (
        "ký:\n      - quyền hạn: A\n        chỗ: phải\n      - quyền hạn: B\n        chỗ: trái"
    )
    layout = laid_out(ISSUED + _form(*signers.split("\n")))
    assert [[text for text in cell if text] for cell in _grids(layout)[0]] == [["B"], ["A"]]

"""Tables: heads, merged cells, group rows and notes; widths declared and measured."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

import pytest

from tests.layout.records import DECISION, LETTER, element, laid_out
from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.law.norms import norms
from vnadmindocs.layout.shape import Cell, Layout, Paragraph, Row, Table


def _table(declaration: str) -> Table:
    """Lay out a table given as the lines of its mapping."""
    inside = "\n".join(f"      {line}" for line in declaration.strip().split("\n"))
    layout = laid_out(LETTER, nội_dung=f"\n  - bảng:\n{inside}\n  - Hết./.")
    (table,) = (block for block in element(layout, "body").blocks if isinstance(block, Table))
    return table


def _texts(row: Row) -> list[str]:
    return ["/".join(each.text for each in cell.paragraphs) for cell in row.cells]


def _spans(row: Row) -> list[tuple[int, int, bool]]:
    return [(cell.columns, cell.rows, cell.covered) for cell in row.cells]


def test_the_head_is_repeated_and_stays_with_the_first_row() -> None:
    head, row = _table("cột: TT | Nội dung\nhàng: |\n  1 | Họp").rows
    assert (head.header, head.keep_next, row.header) == (True, True, False)
    assert [cell.paragraphs[0].role for cell in head.cells] == ["table_head", "table_head"]
    assert (_texts(head), _texts(row)) == (["TT", "Nội dung"], ["1", "Họp"])


def test_counters_are_centred_and_words_are_not() -> None:
    (_, row) = _table("cột: TT | Nội dung\nhàng: |\n  1 | Họp").rows
    assert [cell.paragraphs[0].align for cell in row.cells] == ["center", None]


def test_short_numbers_are_centred_and_long_ones_stand_at_the_right() -> None:
    (_, row, _) = _table("cột: A | B | C\nhàng: |\n  1 | 1.500.000 | x\n  2 | 20.000 | 3").rows
    assert [cell.paragraphs[0].align for cell in row.cells] == ["center", "right", None]


def test_a_column_of_ticks_is_centred() -> None:
    (_, row, _) = _table(
        "cột: Việc | T1 | T2 | T3\nhàng: |\n  Họp | x | X | \n  In | | x | xa"
    ).rows
    assert [cell.paragraphs[0].align for cell in row.cells] == [None, "center", "center", None]


def test_columns_of_a_kind_are_aligned_by_it_and_rows_of_totals_are_bold() -> None:
    _, first, last = _table(
        "hàng tổng: Cộng\ncột:\n  - tên: Tên\n  - {tên: Hạn, kiểu: ngày}\n"
        "  - {tên: Mục, kiểu: thứ tự}\n  - {tên: Tiền, kiểu: tiền}\n"
        "hàng: |\n  *a* | 2026 | a | 5"
    ).rows
    aligns = [cell.paragraphs[0].align for cell in first.cells]
    assert aligns == [None, "center", "center", "right"]
    assert (_texts(last), _spans(last)[0]) == (["Cộng", "5"], (3, 1, False))
    assert [run.bold for cell in last.cells for run in cell.paragraphs[0].lines[0]] == [True, True]


def test_a_declared_alignment_wins() -> None:
    table = _table("cột:\n  - tên: TT\n    căn: phải\n  - tên: Nội dung\nhàng: |\n  1 | Họp")
    assert table.rows[1].cells[0].paragraphs[0].align == "right"


def test_lines_of_a_cell_are_paragraphs_with_bold_and_italic() -> None:
    (_, row) = _table(r"cột: A | B" "\n" r"hàng: |" "\n" r"  - Một;\n- **Hai**. | B").rows
    assert _texts(row) == ["- Một;/- Hai.", "B"]
    assert [run.bold for run in row.cells[0].paragraphs[1].lines[0]] == [None, True, None]


def test_cells_merge_to_the_left_and_upwards() -> None:
    _, first, second = _table("cột: A | B | C\nhàng: |\n  x | y | <\n  ^ | z | t").rows
    assert _spans(first) == [(1, 2, False), (2, 1, False)]
    assert _spans(second) == [(1, 1, True), (1, 1, False), (1, 1, False)]
    assert _texts(second) == ["", "z", "t"]


def test_rows_that_a_merged_cell_joins_stay_together_if_they_are_few_and_low() -> None:
    rows = "\n  ".join(["a | x", *["^ | y"] * 2, "b | x", *["^ | y"] * 12, "c | d"])
    _, *found = _table(f"cột: A | B\nhàng: |\n  {rows}").rows
    assert [row.keep_next for row in found] == [True, True, *[False] * 15]
    high = "\\n".join(["dòng"] * 40)
    _, *found = _table(f"cột: A | B\nhàng: |\n  a | {high}\n  ^ | y").rows
    assert [row.keep_next for row in found] == [False, False]


@pytest.mark.parametrize("sign", ["5", "-", "–", "x"])
def test_no_figure_of_a_group_row_reaches_over_the_notes(sign: str) -> None:
    rows = f"I | Nhóm một | {sign} |\n  1 | Họp | 2 | Quý I"
    columns = "cột: TT | Nội dung | Số | Ghi chú"
    _, group, _ = _table(f"{columns}\nhàng nhóm: số La Mã\nhàng: |\n  {rows}").rows
    assert _texts(group) == ["I", "Nhóm một", sign, ""]
    assert _spans(group) == [(1, 1, False)] * 4


def test_a_group_row_is_bold_reaches_over_empty_cells_and_stays_with_the_next() -> None:
    _, group, row = _table(
        "cột: TT | Nội dung | Số\nhàng nhóm: số La Mã\nhàng: |\n  I | Nhóm một | \n  1 | Họp | 2"
    ).rows
    assert _texts(group) == ["I", "Nhóm một"]
    assert _spans(group) == [(1, 1, False), (2, 1, False)]
    assert all(run.bold for cell in group.cells for run in cell.paragraphs[0].lines[0])
    assert (group.keep_next, row.keep_next) == (True, False)


def test_a_group_row_with_a_total_keeps_it_in_its_column() -> None:
    _, group, _ = _table(
        "cột: TT | Nội dung | Số\nhàng nhóm: số La Mã\nhàng: |\n  I | Nhóm | 5\n  1 | Họp | 5"
    ).rows
    assert _texts(group) == ["I", "Nhóm", "5"]


@pytest.mark.parametrize(
    ("group", "texts", "columns"),
    [
        ("I | Nhóm một | | | 5 |", ["I", "Nhóm một", "5", ""], [1, 3, 1, 1]),
        ("I | Nhóm một | | - | 5 |", ["I", "Nhóm một", "-", "5", ""], [1, 2, 1, 1, 1]),
        ("I | Nhóm một | | x | | ", ["I", "Nhóm một", "x", "", ""], [1, 2, 1, 1, 1]),
        ("I | Nhóm một | | | | Đợt 1", ["I", "Nhóm một", "", "Đợt 1"], [1, 3, 1, 1]),
        ("I | | Nhóm một | | 5 |", ["I", "", "Nhóm một", "5", ""], [1, 1, 2, 1, 1]),
    ],
)
@pytest.mark.parametrize("kind", ["số nguyên", "văn bản"])
def test_the_name_of_a_group_with_figures_reaches_up_to_them(
    kind: str, group: str, texts: list[str], columns: list[int]
) -> None:
    """Over empty cells of words, not over those of figures, whether these are declared or not."""
    names = f"[TT, Tên, Đơn vị, Nơi, {{tên: SL, kiểu: {kind}}}, Ghi chú]"
    rows = f"{group}\n  1 | Lớp | Sở | Huyện | 5 | Đủ\n  2 | Lớp | Sở | Xã | - | Đủ"
    _, found, *_ = _table(f"cột: {names}\nhàng nhóm: số La Mã\nhàng: |\n  {rows}").rows
    assert (_texts(found), [cell.columns for cell in found.cells]) == (texts, columns)


def test_the_name_of_a_group_without_a_label_reaches_over_dates_too() -> None:
    rows = "Khối tỉnh | | 5\n  Sở | 5/6/2026 | 5"
    columns = "[Tên, {tên: Ngày, kiểu: ngày}, {tên: SL, kiểu: số nguyên}]"
    _, found, _ = _table(f"cột: {columns}\nhàng nhóm: Khối tỉnh\nhàng: |\n  {rows}").rows
    assert _spans(found) == [(2, 1, False), (1, 1, False)]


def test_a_note_is_an_italic_row_over_the_whole_width() -> None:
    *_, note = _table("cột: A | B\nhàng: |\n  1 | 2\nghi chú: Có thể thay đổi").rows
    assert _spans(note) == [(2, 1, False)]
    assert [run.italic for run in note.cells[0].paragraphs[0].lines[0]] == [True]


def test_side_by_side_blocks_have_no_lines_and_start_at_the_top() -> None:
    table = _table("viền: không\ncột:\n  - rộng: 80\n  - rộng: 80\nhàng: |\n  Bên trái | Bên phải")
    assert not table.borders
    assert [row.header for row in table.rows] == [False]
    assert {cell.vertical for cell in table.rows[0].cells} == {"top"}


def test_only_a_row_taller_than_a_page_may_part() -> None:
    words = "nội dung rất dài " * 700
    _, tall, short = _table(f"cột: A | B\nhàng: |\n  {words} | x\n  1 | 2").rows
    assert (tall.can_split, short.can_split) == (True, False)


def test_every_row_of_a_head_of_three_levels_is_repeated() -> None:
    columns = (
        "cột:\n  - TT\n  - tên: Dự toán\n    cột:\n      - Tổng\n"
        "      - tên: Trong đó\n        cột: A | B\nđánh số cột: có\nhàng: |\n  1 | 2 | 3 | 4"
    )
    *heads, row = _table(columns).rows
    assert [_texts(each) for each in heads] == [
        ["TT", "Dự toán"],
        ["", "Tổng", "Trong đó"],
        ["", "", "A", "B"],
        ["(1)", "(2)", "(3)", "(4)"],
    ]
    assert [_spans(each) for each in heads] == [
        [(1, 3, False), (3, 1, False)],
        [(1, 1, True), (1, 2, False), (2, 1, False)],
        [(1, 1, True), (1, 1, True), (1, 1, False), (1, 1, False)],
        [(1, 1, False)] * 4,
    ]
    assert [(each.header, each.keep_next) for each in (*heads, row)] == [
        *[(True, True)] * 4,
        (False, False),
    ]
    # Numbers of columns are no names, and are set in ordinary weight.
    assert {run.bold for cell in heads[-1].cells for run in cell.paragraphs[0].lines[0]} == {False}


def test_the_unit_stands_at_the_right_above_the_table_and_stays_with_it() -> None:
    body = (
        "\n  - bảng:\n      đơn vị tính: triệu đồng\n      cột: A | B\n      hàng: 1 | 2\n"
        "  - Hết./."
    )
    layout = laid_out(LETTER, nội_dung=body)
    gap, unit, table = element(layout, "body").blocks[:3]
    assert isinstance(gap, Paragraph)
    assert isinstance(unit, Paragraph)
    assert isinstance(table, Table)
    assert (unit.role, unit.text, unit.right_mm) == ("table_unit", "Đơn vị tính: triệu đồng", None)
    look = layout.styles["table_unit"]
    assert (look.italic, look.align, look.keep_next) == (True, "right", True)


def test_the_unit_of_a_narrow_table_stands_over_its_end() -> None:
    body = (
        "\n  - bảng:\n      đơn vị tính: đồng\n      cột:\n        - rộng: 40\n        - rộng: 60\n"
        "      hàng: 1 | 2\n  - Hết./."
    )
    unit = element(laid_out(LETTER, nội_dung=body), "body").blocks[1]
    assert isinstance(unit, Paragraph)
    assert unit.right_mm == pytest.approx(30.0)


def test_a_width_is_a_share_of_the_table_or_of_what_is_left() -> None:
    table = _table(
        "cột:\n  - {tên: A, rộng: 25%}\n  - {tên: B, rộng: 1 phần}\n  - {tên: C, rộng: 2 phần}\n"
        "  - {tên: D, rộng: tự động}\nhàng: |\n  1 | 2 | 3 | 4"
    )
    assert sum(table.columns_mm) == pytest.approx(160.0)
    assert table.columns_mm[0] == pytest.approx(40.0)
    assert table.columns_mm[2] == pytest.approx(2 * table.columns_mm[1])


def test_a_share_is_never_too_narrow_for_a_word() -> None:
    table = _table(
        "cột:\n  - {tên: A, rộng: 1 phần}\n  - {tên: B, rộng: 99 phần}\nhàng: |\n  Kilôgam | x"
    )
    assert table.columns_mm[0] >= width_mm("Kilôgam", 12) + 3.8


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("{tên: A, kiểu: tiền}", "1 234 567 890"),
        ("{tên: A, kiểu: ngày}", "ngày 05 tháng 01 năm 2026"),
        ("{tên: A, xuống dòng: không}", "Ủy ban nhân dân"),
        ("{tên: A}", "**Ủy-ban-nhân**-dân"),
    ],
)
def test_what_must_not_wrap_has_a_line_of_its_own(column: str, cell: str) -> None:
    words = "một hai ba bốn năm sáu bảy tám chín mười " * 20
    table = _table(f"cột:\n  - {column}\n  - Nội dung\nhàng: |\n  {cell} | {words}")
    shown = "/".join(each.text for each in table.rows[1].cells[0].paragraphs)
    bold = "*" in cell
    assert table.columns_mm[0] >= width_mm(shown, 12, bold) * (0.9 if bold else 1) + 3.8


def test_a_name_over_columns_is_never_broken_inside_a_word() -> None:
    long = "Bộ-ngành-trung-ương-và-địa-phương"
    table = _table(
        f"cột:\n  - Nội dung\n  - tên: {long}\n    cột: A | B\nhàng: |\n  {'chữ ' * 200} | 1 | 2"
    )
    assert sum(table.columns_mm[1:]) >= width_mm(long, 12, bold=True) + 3.8


NARROW = "\n".join(f"  - Chỉ tiêu {number}" for number in range(1, 11))


@pytest.mark.parametrize(
    ("digits", "role"),
    [("1234", "table_text"), ("12345)", "table_text_smaller"), ("123.456", "table_text_least")],
)
def test_a_wide_table_of_a_letter_is_set_smaller(digits: str, role: str) -> None:
    """Each step gains a little room: the first size in which no word breaks is taken."""
    table = _table(f"cột:\n{NARROW}\nhàng: |\n  " + " | ".join([digits] * 10))
    assert table.role == role
    assert {cell.paragraphs[0].role for cell in table.rows[1].cells} == {role}
    head = role.replace("text", "head")
    assert {cell.paragraphs[0].role for cell in table.rows[0].cells} == {head}


def _appendix(*lines: str, digits: str = "12.345.678") -> Layout:
    rows = " | ".join([digits] * 10)
    columns = "\n".join(f"            {line}" for line in NARROW.split("\n"))
    own = "".join(f"    {line}\n" for line in lines)
    return laid_out(
        f"{DECISION}phụ lục:\n  - trích yếu: Số liệu\n{own}"
        "    nội dung:\n      - Số liệu các năm như sau:\n      - bảng:\n"
        f"          cột:\n{columns}\n"
        f"          hàng: |\n            {rows}\n"
    )


def test_an_appendix_is_laid_across_before_its_type_gets_smaller() -> None:
    layout = _appendix()
    assert layout.parts[1].section.landscape
    (table,) = (b for b in element(layout, "body", 1).blocks if isinstance(b, Table))
    assert table.role == "table_text"
    assert layout.narrow == ()


def test_an_appendix_that_says_how_it_lies_stays_so() -> None:
    layout = _appendix("khổ giấy: dọc", digits="12345)")
    assert not layout.parts[1].section.landscape
    (table,) = (b for b in element(layout, "body", 1).blocks if isinstance(b, Table))
    assert table.role == "table_text_smaller"


def test_what_fits_nowhere_names_its_columns() -> None:
    layout = _appendix(digits="12.345.678.901.234")
    assert layout.parts[1].section.landscape
    assert [(each.path, each.number, each.name) for each in layout.narrow] == [
        (("appendices", 0, "body", 1, "table"), number, f"Chỉ tiêu {number}")
        for number in range(1, 11)
    ]
    assert all(each.width_mm < each.needed_mm for each in layout.narrow)


def test_a_declared_width_too_narrow_does_not_make_the_type_smaller() -> None:
    body = (
        "\n  - bảng:\n      cột:\n        - {tên: TT, rộng: 8}\n        - Việc\n"
        "      hàng: 1000 | Họp\n  - Hết./."
    )
    layout = laid_out(LETTER, nội_dung=body)
    (table,) = (b for b in element(layout, "body").blocks if isinstance(b, Table))
    assert (table.role, table.columns_mm[0]) == ("table_text", 8.0)
    assert [(each.path, each.number) for each in layout.narrow] == [(("body", 0, "table"), 1)]


def test_a_named_table_that_is_too_narrow_is_told_by_its_name() -> None:
    tables = (
        "\n  Biểu 1/2026:\n    cột:\n      - {tên: TT, rộng: 8}\n      - Việc\n    hàng: 1000 | Họp"
    )
    body = "|\n  Như sau:\n  {bảng: Biểu 1/2026}\n  Hết./."
    layout = laid_out(LETTER, nội_dung=body, bảng=tables)
    assert [each.path for each in layout.narrow] == [("tables", "Biểu 1/2026")]


def test_declared_widths_are_kept() -> None:
    table = _table("cột:\n  - tên: A\n    rộng: 20\n  - tên: B\n    rộng: 30\nhàng: |\n  1 | 2")
    assert table.columns_mm == (20.0, 30.0)


def test_declared_widths_too_wide_for_the_text_are_narrowed_in_proportion() -> None:
    table = _table("cột:\n  - tên: A\n    rộng: 200\n  - tên: B\n    rộng: 120\nhàng: |\n  1 | 2")
    assert table.columns_mm == pytest.approx((100.0, 60.0))


def test_measured_widths_hold_the_longest_word_and_fill_the_text() -> None:
    long = "Một nội dung khá dài để phải xuống dòng trong ô của nó nhiều lần liền nhau"
    table = _table(f"cột: TT | Nội dung | Đơn vị\nhàng: |\n  1 | {long} | Kilôgam")
    assert sum(table.columns_mm) == pytest.approx(160.0)
    room = 2 * norms()["table.cell_padding"].use
    size = norms()["table.size"].use
    assert table.columns_mm[2] >= width_mm("Kilôgam", size) + room
    assert table.columns_mm[1] > table.columns_mm[2] > table.columns_mm[0]


def _appendix_with(names: str, row: str) -> Layout:
    return laid_out(
        f"{DECISION}phụ lục:\n  - trích yếu: Số liệu\n    nội dung:\n      - Số liệu như sau:\n"
        f"      - bảng:\n          cột: {names}\n          hàng: |\n            {row}\n"
    )


@pytest.mark.parametrize("columns", [14, 15])
def test_padding_gives_way_before_figures_break(columns: int) -> None:
    figures = " | ".join(["12.345.678"] * columns)
    names = " | ".join(f"Năm {number}" for number in range(columns))
    layout = _appendix_with(names, figures)
    (table,) = (b for b in element(layout, "body", 1).blocks if isinstance(b, Table))
    usual, least = norms()["table.cell_padding"].use, norms()["table.least_cell_padding"].use
    assert layout.narrow == ()
    assert table.role == "table_text_least"
    assert table.padding_mm is not None
    assert least <= table.padding_mm < usual


def test_padding_stays_where_it_does_not_help() -> None:
    layout = _appendix_with("Một | Hai | Ba", f"1 | 2 | {'a' * 300}")
    (table,) = (b for b in element(layout, "body", 1).blocks if isinstance(b, Table))
    assert table.padding_mm is None
    assert [each.number for each in layout.narrow] == [3]


def test_a_cell_that_continues_one_above_has_no_words() -> None:
    _, _, second = _table("cột: A | B\nhàng: |\n  x | y\n  ^ | z").rows
    assert second.cells[0] == Cell((), covered=True)


def test_more_than_keeps_its_sign_in_a_cell() -> None:
    (_, row) = _table("cột: A | B\nhàng: |\n  > 5 người | {giữa} Cộng").rows
    assert _texts(row) == ["> 5 người", "Cộng"]
    assert row.cells[1].paragraphs[0].align == "center"

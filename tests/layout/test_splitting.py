"""A document in several files: which parts, which words, which names, what is found."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from tests.layout.records import DECISION, LETTER, laid_out, paragraphs, record
from vnadmindocs.api import load
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.file_names import file_names
from vnadmindocs.layout.information_box import information_line
from vnadmindocs.layout.renumbering import with_own_footnotes
from vnadmindocs.layout.shape import (
    Box,
    Cell,
    Element,
    Grid,
    GridRow,
    Layout,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from vnadmindocs.layout.split_file import SplitFile
from vnadmindocs.layout.splitting import split, split_faults

ROOT = Path(__file__).parents[2]
EVERY = sorted([*ROOT.glob("examples/*.yaml"), *ROOT.glob("tests/records/good/*.yaml")])
SIGNED = datetime(2026, 3, 9, 15, 28, 56)
ISSUED = DECISION + "số: 15\nngày: 09/3/2026\n"
ELECTRONIC = ISSUED + "phát hành: điện tử\n"
TWO = """\
phụ lục:
  - trích yếu: Một
    nội dung: |
      A[^a].

      Chú thích thứ hai[^b], nhắc lại[^a].
    cước chú:
      a: Của phụ lục Một.
      b: Cũng của phụ lục Một.
  - trích yếu: Hai
    khổ giấy: ngang
    nội dung:
      - bảng:
          cột: TT | Nội dung
          hàng: 1 | Ô[^c]
    cước chú:
      c: Của phụ lục Hai.
"""
NESTED = """\
phụ lục:
  - loại: quy chế
    cơ quan: như trên
    trích yếu: Làm việc
    nội dung: A.
    phụ lục:
      - trích yếu: Mẫu đơn
        nội dung: B.
      - trích yếu: Mẫu sổ
        nội dung: C.
  - trích yếu: Danh sách
    nội dung: D.
"""


def _split(text: str, signed_at: datetime | None = None) -> tuple[SplitFile, ...]:
    main = record(text)
    return split(lay_out(main), main, signed_at)


def _titles(files: Iterable[SplitFile]) -> list[list[str]]:
    return [[part.title for part in each.layout.parts] for each in files]


def _words(layout: Layout) -> list[str]:
    """Give every paragraph of a layout, footnotes and margins too."""
    found = [each.text for part in layout.parts for each in paragraphs(part)]
    for part in layout.parts:
        for block in (*part.section.first_header, *part.section.first_footer):
            found += [each.text for each in paragraphs(block)]
    return found + [each.text for note in layout.footnotes for each in note]


def _references(layout: Layout) -> list[int]:
    return [
        run.footnote
        for part in layout.parts
        for each in paragraphs(part)
        for line in each.lines
        for run in line
        if run.footnote
    ]


def test_the_main_document_comes_first_and_every_appendix_after_it() -> None:
    files = _split(ISSUED + TWO)
    assert [each.name for each in files] == ["", "-phu-luc-1", "-phu-luc-2"]
    assert _titles(files) == [["QUYẾT ĐỊNH"], ["Phụ lục I Một"], ["Phụ lục II Hai"]]


def test_a_document_without_appendices_is_its_one_file() -> None:
    main = record(LETTER)
    layout = lay_out(main)
    assert split(layout, main) == (SplitFile("", layout),)


def test_the_box_stands_on_the_first_page_of_each_appendix_and_not_of_the_main_document() -> None:
    files = _split(ISSUED + NESTED, SIGNED)
    line = "Số: 15/QĐ-UBND; 09/03/2026; 15:28:56+07:00"
    boxes = [
        [
            block.text
            for block in part.section.first_header
            if isinstance(block, Paragraph) and block.role == "information_box"
        ]
        for each in files
        for part in each.layout.parts
    ]
    assert boxes == [[], [line], [], [], [line]]


def test_the_appendices_of_an_attached_document_stay_in_its_file() -> None:
    files = _split(ISSUED + NESTED)
    assert [each.name for each in files] == ["", "-quy-che", "-phu-luc"]
    assert _titles(files)[1] == [
        "QUY CHẾ Làm việc", "Phụ lục I Mẫu đơn", "Phụ lục II Mẫu sổ",
    ]  # fmt: skip


def test_page_box_and_page_numbers_of_a_part_stay_its_own() -> None:
    whole = laid_out(ISSUED + TWO)
    turned = _split(ISSUED + TWO)[2].layout.parts[0].section
    assert turned.landscape
    assert turned.first_number == 1
    assert replace(turned, first_header=()) == whole.parts[2].section


def test_a_file_has_the_footnotes_of_its_parts_numbered_from_one() -> None:
    noted = "  Điều 1. Tặng 02 tập thể[^x].\n"
    text = ISSUED.replace("  Điều 1. Tặng Bằng khen cho 02 tập thể.\n", noted)
    files = _split(text + "cước chú:\n  x: Của quyết định.\n" + TWO)
    notes = [[each.text for note in file.layout.footnotes for each in note] for file in files]
    assert notes == [
        ["Của quyết định."],
        ["Của phụ lục Một.", "Cũng của phụ lục Một."],
        ["Của phụ lục Hai."],
    ]
    assert [_references(file.layout) for file in files] == [[1], [1, 2, 1], [1]]


def test_the_properties_of_a_file_are_its_title_and_the_author_and_number_of_the_document() -> None:
    main, first, _ = (each.layout.metadata for each in _split(ISSUED + TWO))
    assert first.title == "Phụ lục I Một"
    assert first.subject == "phụ lục"
    assert (first.author, first.identifier, first.date) == (
        main.author, "15/QĐ-UBND", "2026-03-09",
    )  # fmt: skip


def test_an_appendix_without_label_and_title_is_called_by_its_type() -> None:
    text = ISSUED + "phụ lục:\n  - nhãn: không\n    nội dung: A.\n"
    (_, only) = _split(text)
    assert (only.name, only.layout.metadata.title) == ("-phu-luc", "phụ lục")


def test_defaults_and_what_was_left_out_are_told_once() -> None:
    main = record(ISSUED + TWO)
    layout = lay_out(main, left_out=("recipients",))
    files = split(layout, main)
    told = [name for each in files for name in each.layout.defaults]
    assert sorted(told) == sorted(layout.defaults)
    assert files[1].layout.defaults == ("appendices/0/reference",)
    assert [each.layout.left_out for each in files] == [("recipients",), (), ()]


def test_a_pdf_is_a_file_of_its_own_and_so_is_what_stands_under_it(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(tmp_path / "ban-ve.pdf")
    text = ISSUED + (
        "phụ lục:\n"
        "  - trích yếu: Bản vẽ\n"
        "    tệp: ban-ve.pdf\n"
        "    phụ lục:\n"
        "      - trích yếu: Thuyết minh\n"
        "        nội dung: A.\n"
        "  - trích yếu: Danh sách\n"
        "    nội dung: B.\n"
    )
    main = record(text, tmp_path)
    files = split(lay_out(main), main)
    assert [each.name for each in files] == ["", "-phu-luc-1", "-phu-luc", "-phu-luc-2"]
    assert [each.attachment is not None for each in files] == [False, True, False, False]
    assert _titles(files)[1:] == [
        ["Phụ lục I Bản vẽ"], ["Phụ lục Thuyết minh"], ["Phụ lục II Danh sách"],
    ]  # fmt: skip
    box = files[1].layout.parts[0].section.first_header[0]
    assert isinstance(box, Paragraph)
    assert box.text == information_line(main)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_the_words_of_all_files_are_those_of_the_document_and_the_boxes(path: Path) -> None:
    main = load(path).gapped
    assert main is not None
    layout = lay_out(main)
    files = split(layout, main, SIGNED)
    boxes = Counter({information_line(main, SIGNED): len(files) - 1})
    together = Counter(word for each in files for word in _words(each.layout))
    assert together == Counter(_words(layout)) + boxes
    titles = [part.title for each in files for part in each.layout.parts]
    assert titles == [part.title for part in layout.parts]


def test_a_file_is_called_by_its_label_without_accents() -> None:
    labels = ["Phụ lục I", "ĐIỀU LỆ", "Phụ biểu 01", "QUY CHẾ PHỐI HỢP", "Phụ lục XIV"]
    assert file_names(labels) == (
        "-phu-luc-1", "-dieu-le", "-phu-bieu-01", "-quy-che-phoi-hop", "-phu-luc-14",
    )  # fmt: skip


def test_letters_that_are_no_numerals_of_appendices_stay_letters() -> None:
    assert file_names(["Phụ lục C", "Phụ lục D", "Phụ lục IIII", "Mẫu số 1/BC"]) == (
        "-phu-luc-c", "-phu-luc-d", "-phu-luc-iiii", "-mau-so-1-bc",
    )  # fmt: skip


def test_two_of_a_name_are_told_apart() -> None:
    assert file_names(["KẾ HOẠCH", "Kế hoạch", "Kế hoạch 2", "", "Phụ lục"]) == (
        "-ke-hoach", "-ke-hoach-2", "-ke-hoach-2-2", "-phu-luc", "-phu-luc-2",
    )  # fmt: skip


def test_a_long_label_is_cut_between_words() -> None:
    (name,) = file_names(["Biểu mẫu tổng hợp số liệu báo cáo công tác văn thư, lưu trữ"])
    assert name == "-bieu-mau-tong-hop-so-lieu-bao-cao-cong"


@given(st.lists(st.text(max_size=60), max_size=12))
def test_every_name_is_different_and_safe_on_any_file_system(labels: list[str]) -> None:
    names = file_names(labels)
    assert len(set(names)) == len(labels)
    for name in names:
        assert re.fullmatch("(-[a-z0-9]+)+", name)
        assert len(name) <= 48


def test_footnotes_are_renumbered_wherever_they_may_stand() -> None:
    def noted(number: int) -> Paragraph:
        return Paragraph("paragraph", ((Run("chữ"), Run(footnote=number)),))

    part = laid_out(LETTER).parts[0]
    table = Table((160,), (Row((Cell((noted(5),)),)),))
    grid = Grid("bracket", (160,), (GridRow(((Element("body", "6", (noted(7),)),),)),))
    blocks = (noted(3), table, Box("urgency", 20, 8, (noted(9),)), grid)
    part = replace(part, elements=(Element("body", "6", blocks), grid))
    texts = tuple((Paragraph("footnote", ((Run(str(number)),),)),) for number in range(1, 11))
    (made,), kept = with_own_footnotes([part], texts)
    numbers = [run.footnote for each in paragraphs(made) for run in each.lines[0] if run.footnote]
    assert numbers == [1, 2, 4, 3, 3]
    assert [note[0].text for note in kept] == ["3", "5", "7", "9"]


def test_nothing_to_split_is_said() -> None:
    main = record(LETTER)
    assert split_faults(lay_out(main), main, SIGNED) == (Fault("OUT050"),)


def test_a_reference_line_filled_in_as_on_paper_is_said() -> None:
    main = record(ISSUED + TWO)
    assert split_faults(lay_out(main), main) == (
        Fault("OUT051", path=("appendices",), of_key=True),
    )


@pytest.mark.parametrize(
    "text",
    [
        ELECTRONIC + TWO,
        DECISION + TWO,
        ISSUED + "phụ lục:\n  - kèm theo: (Kèm theo Quyết định này)\n    nội dung: A.\n",
    ],
    ids=["left blank", "nothing to fill in", "written"],
)
def test_a_reference_line_that_is_not_filled_in_is_no_matter(text: str) -> None:
    main = record(text)
    assert split_faults(lay_out(main), main) == ()


def test_signing_before_the_day_of_the_document_is_said() -> None:
    main = record(ELECTRONIC + TWO)
    layout = lay_out(main)
    assert split_faults(layout, main, datetime(2026, 3, 9)) == ()
    assert split_faults(layout, main, datetime(2026, 3, 8, 23, 59, 59)) == (
        Fault(
            "OUT052",
            facts={"signed": "08/03/2026; 23:59:59+07:00", "date": "ngày 09 tháng 3 năm 2026"},
            path=("date",),
        ),
    )


def test_the_first_page_of_the_main_document_keeps_its_margins() -> None:
    text = ISSUED + "liên hệ: Số 1 phố Huế\n" + TWO
    sections: list[Section] = [each.layout.parts[0].section for each in _split(text)]
    assert [bool(section.first_footer) for section in sections] == [True, False, False]
    assert [len(section.first_header) for section in sections] == [0, 1, 1]

"""What the .docx writer makes of a Layout: the same as docxtpl would, valid, and always equal."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from itertools import pairwise

import docx
import pytest
from docxtpl import DocxTemplate
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tests.writers.inspection import (
    W,
    canonical,
    facts,
    members,
    paragraph_text,
    paragraph_texts,
    part,
    validation_errors,
)
from tests.writers.layouts import HOUSE, LAYOUTS, everything, letter, look, p, page
from vnadmindocs.api import load
from vnadmindocs.assets import asset
from vnadmindocs.law.norms import norms
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import Cell, Element, Layout, Metadata, Part, Row, Run, Table
from vnadmindocs.layout.styles import styles
from vnadmindocs.writers.docx import write_docx
from vnadmindocs.writers.docx.writer import context_of

EXAMPLES = tuple(sorted(path.stem for path in asset("examples").glob("*.yaml")))
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def layout_named(name: str) -> Layout:
    """Make a layout by hand, or lay out an example."""
    if name in LAYOUTS:
        return LAYOUTS[name]()
    draft = load(asset("examples", f"{name}.yaml"))
    assert draft.gapped is not None
    return lay_out(draft.gapped)


def small(*paragraphs: object, **parts: object) -> Layout:
    """Make a document of one body element."""
    body = Element("body", "6", paragraphs)  # type: ignore[arg-type]
    main = Part("main", page(), (body,))
    return replace(
        Layout("large", "vi-VN", Metadata("t", "a"), (main,), look(), *HOUSE),
        **parts,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("name", [*LAYOUTS, *EXAMPLES])
def test_docxtpl_itself_makes_the_same_document(name: str) -> None:
    """The fast road and docxtpl on the same template give the same canonical XML.

    docxtpl cannot move section breaks or set widths; the last section's properties and the header
    widths, which are data to us, are left out of the comparison.
    """
    layout = layout_named(name)
    template = DocxTemplate(asset("templates", f"nd30-{layout.size_set}.docx"))
    context = {key: Markup(value) for key, value in context_of(layout).items()}
    template.render({**context, "metadata": layout.metadata}, autoescape=True)
    target = io.BytesIO()
    template.save(target)
    ours, theirs = write_docx(layout), target.getvalue()

    assert _without_data(ours) == _without_data(theirs)
    for part_name in ("word/header_first.xml", "word/footer_first.xml", "word/header_page.xml",
                      "word/styles.xml", "word/settings.xml"):  # fmt: skip
        assert canonical(ours, part_name) == canonical(theirs, part_name)


def _without_data(data: bytes) -> str:
    import xml.etree.ElementTree as ElementTree

    root = part(data)
    body = root[0]
    assert body[-1].tag == f"{W}sectPr"
    body.remove(body[-1])
    if body[0].tag == f"{W}p":
        # Of 1 pt, above the head of a document with footnotes: LibreOffice wants it.
        body.remove(body[0])
    header = body[0]
    for node in header.iter():
        if node.tag in (f"{W}gridCol", f"{W}tcW", f"{W}tblW"):
            node.attrib.clear()
    for table in body.iter(f"{W}tbl"):
        # docxtpl counts the cells of inner tables as columns of the outer one.
        if any(inner is not table for inner in table.iter(f"{W}tbl")):
            grid = table.find(f"{W}tblGrid")
            assert grid is not None
            table.remove(grid)
    return ElementTree.canonicalize(ElementTree.tostring(root), rewrite_prefixes=True)


@pytest.mark.parametrize("name", [*LAYOUTS, *EXAMPLES])
def test_the_validator_of_microsoft_finds_nothing(name: str) -> None:
    """Every produced file is valid for Microsoft 365."""
    assert validation_errors(write_docx(layout_named(name))) == []


@pytest.mark.parametrize("name", LAYOUTS)
def test_python_docx_opens_it(name: str) -> None:
    """python-docx reads the file and sees a section a part."""
    document = docx.Document(io.BytesIO(write_docx(LAYOUTS[name]())))
    assert len(document.sections) == len(LAYOUTS[name]().parts)


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_layout_gives_the_same_bytes(name: str) -> None:
    """Nothing of the clock, the machine or the run is in the file."""
    assert write_docx(LAYOUTS[name]()) == write_docx(LAYOUTS[name]())


def test_the_zip_file_is_in_order_and_without_a_clock() -> None:
    """Members have a fixed order and a fixed time."""
    with zipfile.ZipFile(io.BytesIO(write_docx(everything()))) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(set(package.namelist())) == len(package.namelist())


def test_facts_of_a_letter() -> None:
    """The words of a letter stand in the styles of their elements, in order."""
    assert facts(write_docx(letter()))[:16] == [
        "đoạn 1 | giữa | thường | 13 pt | Cơ quan chủ quản | UBND THÀNH PHỐ HẢI PHÒNG",
        "đoạn 2 | giữa | đậm | 13 pt | Cơ quan ban hành | SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "đoạn 3 | trái | thường | 1 pt | Kẻ ngang | ",
        "đoạn 4 | giữa | đậm | 13 pt | Quốc hiệu | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "đoạn 5 | giữa | đậm | 14 pt | Tiêu ngữ | Độc lập - Tự do - Hạnh phúc",
        "đoạn 6 | trái | thường | 1 pt | Kẻ ngang | ",
        "đoạn 7 | giữa | thường | 13 pt | Số ký hiệu | "
        "Số: \u00a0\u00a0\u00a0\u00a0\u00a0/SKHCN-CCTĐC",
        "đoạn 8 | giữa | thường | 13 pt | Trích yếu công văn | "
        "V/v phối hợp triển khai ⏎ Giải thưởng Chất lượng Quốc gia",
        "đoạn 9 | giữa | nghiêng | 14 pt | Địa danh ngày tháng | "
        "Hải Phòng, ngày 03 tháng 6 năm 2025",
        "đoạn 10 | trái | thường | 1 pt | Cuối ô | ",
        "đoạn 11 | trái | thường | 14 pt | Kính gửi | Kính gửi:",
        "đoạn 12 | trái | thường | 14 pt | Kính gửi từng nơi | "
        "- Các Sở: Xây dựng; Văn hóa, Thể thao và Du lịch; Nông nghiệp và Môi trường; Tài chính;",
        "đoạn 13 | trái | thường | 14 pt | Kính gửi từng nơi | "
        "- UBND các quận, huyện, thành phố Thủy Nguyên;",
        "đoạn 14 | trái | thường | 14 pt | Kính gửi từng nơi | "
        "- Chi nhánh Phòng Thương mại và Công nghiệp tại Hải Phòng;",
        "đoạn 15 | trái | thường | 14 pt | Kính gửi từng nơi | "
        "- Hiệp hội Doanh nghiệp nhỏ và vừa thành phố Hải Phòng.",
        "đoạn 16 | đều | thường | 14 pt | Đoạn văn | "
        "Triển khai Công văn số 168/TĐC-TCCL ngày 20/01/2025 của Ủy ban Tiêu chuẩn Đo lường Chất "
        "lượng Quốc gia về việc ban hành Kế hoạch hoạt động Giải thưởng Chất lượng Quốc gia "
        "(GTCLQG) năm 2025, Sở Khoa học và Công nghệ có văn bản số 24/TB-SKHCN ngày 14/02/2025 "
        "thông báo về Kế hoạch hoạt động GTCLQG năm 2025 tại thành phố Hải Phòng.",
    ]


def test_nothing_written_is_read_as_markup_or_as_a_template() -> None:
    """Ampersands, tags and braces are printed."""
    text = "Sở KH&ĐT <b>10</b> triệu ]]> {{ body }} {% if x %} {_{ #} \\n"
    assert text in paragraph_texts(write_docx(small(p("paragraph", text))))


# Characters XML can hold; the others are findings before anything is laid out.
_WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"
    ),
    min_size=1,
)


@given(_WORDS)
def test_every_text_comes_back_as_it_was(text: str) -> None:
    """Escaping loses and adds nothing."""
    data = write_docx(small(p("paragraph", text)))
    assert text in [paragraph_text(each) for each in part(data).iter(f"{W}p")]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud83d", "\ufffe", "\uffff"])
def test_a_character_xml_cannot_hold_is_left_out(character: str) -> None:
    """Such a character does not cut the document short, nor does it keep Word from opening it."""
    data = write_docx(small(p("paragraph", f"a{character}b")))
    assert "ab" in [paragraph_text(each) for each in part(data).iter(f"{W}p")]


def test_bold_and_italic_are_written_only_where_they_are_asked_for() -> None:
    """None keeps the style's weight; False turns it off."""
    data = write_docx(
        small(p("article", (Run("Điều 1. "), Run("Nội dung", bold=False), Run("!", italic=True))))
    )
    runs = list(part(data).iter(f"{W}r"))[-3:]
    assert [[prop.tag.removeprefix(W) for prop in run.iterfind(f"{W}rPr/*")] for run in runs] == [
        [], ["b"], ["i"],
    ]  # fmt: skip
    toggle = runs[1].find(f"{W}rPr/{W}b")
    assert toggle is not None
    assert toggle.get(f"{W}val") == "0"


def test_a_leader_runs_to_the_right_edge_of_its_column() -> None:
    """A leader is a right tab with dots at the text width, its dots not written."""
    data = write_docx(small(p("paragraph", (Run("Tên: "), Run("......", leader=True)))))
    (tab,) = part(data).iter(f"{W}tabs")
    assert tab[0].attrib == {f"{W}val": "right", f"{W}leader": "dot", f"{W}pos": "9071"}
    assert "Tên: …" in paragraph_texts(data)


def test_boxes_stay_readable_as_text() -> None:
    """A box is a framed run of two blanks or an x."""
    data = write_docx(small(p("paragraph", (Run(box="checked"), Run(" có "), Run(box="empty")))))
    assert "\u00a0x\u00a0 có \u00a0\u00a0\u00a0\u00a0" in paragraph_texts(data)
    assert len(list(part(data).iter(f"{W}bdr"))) == 2


def test_grid_columns_equal_cell_widths_in_every_table() -> None:
    """LibreOffice follows the grid, Word the cells."""
    for table in part(write_docx(everything())).iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w", "")) for column in table.iterfind(f"{W}tblGrid/*")]
        for row in table.iterfind(f"{W}tr"):
            column = 0
            for cell in row.iterfind(f"{W}tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                last = column + (int(span.get(f"{W}val", "1")) if span is not None else 1)
                width = cell.find(f"{W}tcPr/{W}tcW")
                assert width is not None
                assert int(width.get(f"{W}w", "")) == sum(grid[column:last])
                column = last
            assert column == len(grid)


def test_every_cell_ends_with_a_paragraph_and_no_two_tables_touch() -> None:
    """Word repairs files where this does not hold."""
    root = part(write_docx(everything()))
    for cell in root.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"
    for holder in (root[0], *root.iter(f"{W}tc")):
        tags = [child.tag for child in holder]
        assert (f"{W}tbl", f"{W}tbl") not in pairwise(tags)


def test_header_rows_repeat_and_rows_do_not_split() -> None:
    """Only a row that may split lacks the lock."""
    head = Row((Cell((p("table_head", "TT"),)),), header=True)
    tall = Row((Cell((p("table_text", "1"),)),), can_split=True, keep_next=True)
    root = part(write_docx(small(Table((160.0,), (head, tall)))))
    rows = list(root.iter(f"{W}tr"))[-2:]
    assert [[each.tag.removeprefix(W) for each in row.iterfind(f"{W}trPr/*")] for row in rows] == [
        ["cantSplit", "tblHeader"], [],
    ]  # fmt: skip
    assert rows[1].find(f".//{W}keepNext") is not None


def test_footnotes_are_footnotes_of_word() -> None:
    """Notes stand in their own part under the numbers referred to."""
    data = write_docx(everything())
    notes = {
        note.get(f"{W}id"): "".join(paragraph_text(each) for each in note.iter(f"{W}p"))
        for note in part(data, "word/footnotes.xml")
    }
    assert notes["1"] == " Cước chú thứ nhất, có & và <thẻ>."
    assert notes["2"] == " Cước chú thứ hai.Đoạn hai của nó."
    references = [each.get(f"{W}id") for each in part(data).iter(f"{W}footnoteReference")]
    assert references == ["1", "2"]


def test_a_picture_is_stored_once_and_described() -> None:
    """The caption is the alternative text; equal pictures share a part."""
    data = write_docx(everything())
    media = [name for name in members(data) if name.startswith("word/media/")]
    assert media == ["word/media/picture1.png"]
    described = [node.get("descr") for node in part(data).iter() if node.tag.endswith("}docPr")]
    assert described == ['Sơ đồ <tổ chức> & "bộ máy"', "Lặp lại"]


def test_each_part_has_a_section_that_inherits_nothing() -> None:
    """The contact line and the circulation note of one part never show on another."""
    data = write_docx(everything())
    sections = list(part(data).iter(f"{W}sectPr"))
    assert len(sections) == 3
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in part(data, "word/_rels/document.xml.rels")
    }
    shown = []
    for section in sections:
        assert section.find(f"{W}titlePg") is not None
        start = section.find(f"{W}pgNumType")
        assert start is not None
        assert start.get(f"{W}start") == "1"
        shown.append(
            {
                reference.tag.removeprefix(W)[:6] + " " + reference.get(f"{W}type", ""): "".join(
                    paragraph_text(each)
                    for each in part(data, f"word/{targets[reference.get(f'{R}id')]}").iter(f"{W}p")
                )
                for reference in section
                if reference.tag.endswith("Reference")
            }
        )
    assert shown == [
        {"header default": "2", "header first": "LƯU HÀNH NỘI BỘ", "footer first": ""},
        {"header default": "2", "header first": "", "footer first": "Liên hệ khác"},
        {"header default": "", "header first": "", "footer first": ""},
    ]


def test_the_paragraph_that_ends_a_section_is_one_point_high() -> None:
    """A section break takes no line of its page."""
    data = write_docx(everything())
    styles = {each.get(f"{W}styleId"): each for each in part(data, "word/styles.xml")}
    ends = [each for each in part(data).iter(f"{W}p") if each.find(f"{W}pPr/{W}sectPr") is not None]
    assert len(ends) == 2
    for end in ends:
        bound = end.find(f"{W}pPr/{W}pStyle")
        assert bound is not None
        spacing = styles[bound.get(f"{W}val")].find(f"{W}pPr/{W}spacing")
        assert spacing is not None
        assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("20", "exact")


def test_core_properties_come_from_the_record_alone() -> None:
    """Created and modified are midnight UTC of the date of the document."""
    core = docx.Document(io.BytesIO(write_docx(everything()))).core_properties
    assert (core.title, core.author, core.subject) == ("Mọi thứ & tất cả", "Cục B", "thử")
    assert (core.identifier, core.keywords, core.language) == ("05/QĐ-CB", "một, hai", "vi-VN")
    assert core.created is not None
    assert core.created.isoformat() == core.modified.isoformat() == "2026-01-05T00:00:00+00:00"


def test_a_draft_without_a_date_gets_the_day_the_decree_came_into_force() -> None:
    """The same draft gives the same bytes on any day."""
    core = docx.Document(io.BytesIO(write_docx(small(p("paragraph", "x"))))).core_properties
    assert core.created is not None
    assert core.created.date().isoformat() == "2020-03-05"


@pytest.mark.parametrize("size_set", ["large", "small"])
def test_the_size_set_chooses_the_template(size_set: str) -> None:
    """The small set prints the body in 13 pt."""
    layout = replace(small(p("paragraph", "x")), size_set=size_set, styles=look(size_set))
    assert (
        facts(write_docx(layout))[-1]
        == {
            "large": "đoạn 6 | đều | thường | 14 pt | Đoạn văn | x",
            "small": "đoạn 6 | đều | thường | 13 pt | Đoạn văn | x",
        }[size_set]
    )


def test_an_offices_own_rules_reach_the_named_styles() -> None:
    """What Word shows for a style is the size layout measured with."""
    narrowed, _ = norms().narrowed({"body.size": 13, "body.line": 1.5})
    looks = styles(narrowed)
    data = write_docx(replace(small(p("paragraph", "x")), styles=looks))
    assert facts(data)[-1] == "đoạn 6 | đều | thường | 13 pt | Đoạn văn | x"
    assert validation_errors(data) == []
    assert facts(write_docx(small(p("paragraph", "x"))))[-1].split(" | ")[3] == "14 pt"

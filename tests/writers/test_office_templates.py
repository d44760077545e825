"""An office's own Word template: what is reported, what is measured, what is printed with it."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.writers.inspection import (
    W,
    facts,
    members,
    paragraph_text,
    paragraph_texts,
    part,
    validation_errors,
)
from tests.writers.layouts import decision, everything, letter, p
from vnadmindocs.assets import asset
from vnadmindocs.diagnostics import Diagnostic, Severity
from vnadmindocs.law.norms import norms
from vnadmindocs.layout.shape import Element, Layout
from vnadmindocs.writers.docx import names, write_docx
from vnadmindocs.writers.docx.template import lint_template, open_office_template

FLOW = (
    "{{p title }}", "{{p addressees }}", "{{p issuing_authority }}", "{{p legal_bases }}",
    "{{p decision_word }}", "{{p body }}", "{{p closing }}", "{{p parts }}",
)  # fmt: skip
LEFT = (("{{p issuer }}",), ("{{p number }}", "{{p dispatch_subject }}", "{{p marks }}"))
RIGHT = (("{{p national_header }}",), ("{{p place_date }}",))


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep prepared templates of the tests out of the user's cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def word_file(
    path: Path,
    flow: tuple[str, ...] = FLOW,
    *,
    header: bool = True,
    page_header: str = "",
    first_footer: str = "",
    right_mm: float = 100,
) -> Path:
    """Make a template as an office would: Word's own defaults, A4, a table, tags typed in."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    section.different_first_page_header_footer = True
    style = document.styles.add_style("Đoạn văn", WD_STYLE_TYPE.PARAGRAPH)
    style.font.size = Pt(13)
    style.paragraph_format.space_before = Pt(9)
    style.paragraph_format.first_line_indent = Mm(12.7)
    _times(style)
    if header:
        table = document.add_table(2, 2)
        table.autofit = False
        for row, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            for cell, tags, width in zip(
                table.rows[row].cells, (left, right), (160 - right_mm, right_mm), strict=True
            ):
                cell.width = Mm(width)
                cell.paragraphs[0].text = tags[0]
                for tag in tags[1:]:
                    cell.add_paragraph(tag)
        for column, width in zip(table.columns, (160 - right_mm, right_mm), strict=True):
            column.width = Mm(width)
    for text in flow:
        document.add_paragraph(text)
    if page_header:
        section.header.paragraphs[0].text = page_header
    if first_footer:
        section.first_page_footer.paragraphs[0].text = first_footer
    document.save(str(path))
    return path


def _times(style: object) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()  # type: ignore[attr-defined]
    for channel in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{channel}"), "Times New Roman")


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    """Name the findings, those that only name missing styles left out."""
    return [each.code for each in found if each.code != "TPL007"]


def printed(layout: Layout, path: Path) -> bytes:
    """Print a layout with a template."""
    return write_docx(layout, open_office_template(path, norms()).prepared)


def test_a_usable_template_has_only_hints_about_styles(tmp_path: Path) -> None:
    """Every style of ours it lacks is named; nothing else is wrong."""
    found = lint_template(word_file(tmp_path / "a.docx"))
    assert codes(found) == []
    assert all(each.severity is Severity.WARNING for each in found)
    assert found[0].message.vi == ("Mẫu thiếu kiểu chữ «Quốc hiệu»; sẽ dùng kiểu của chương trình")


@pytest.mark.parametrize("make", [letter, decision, everything])
def test_what_is_printed_with_it_is_valid_and_whole(tmp_path: Path, make: object) -> None:
    """An office's template gives valid files with every word of the shipped one's."""
    layout: Layout = make()  # type: ignore[operator]
    path = word_file(tmp_path / "a.docx", first_footer="{{p contact }}")
    data = printed(layout, path)
    assert validation_errors(data) == []
    shown = [text for text in paragraph_texts(data) if text]
    assert shown == [text for text in paragraph_texts(write_docx(layout)) if text]


def test_its_named_styles_decide_the_look_and_missing_ones_are_added(tmp_path: Path) -> None:
    """«Đoạn văn» is the office's; «Tiêu ngữ», which it lacks, is the decree's."""
    lines = facts(printed(letter(), word_file(tmp_path / "a.docx")))
    assert "13 pt | Đoạn văn" in lines[15]
    assert "14 pt | Tiêu ngữ" in lines[4]


def test_its_measures_are_what_layout_takes(tmp_path: Path) -> None:
    """Page, header columns and styles, inheritance resolved."""
    measures = open_office_template(word_file(tmp_path / "a.docx"), norms()).measures
    assert round(measures.page.left_mm, 1) == 30
    assert round(measures.page.height_mm, 1) == 297
    assert [round(width, 1) for width in measures.header_columns_mm] == [60, 100]
    look = measures.styles["paragraph"]
    assert (look.size_pt, look.before_pt, round(look.first_indent_mm, 1)) == (13, 9, 12.7)
    assert set(measures.styles) == {"paragraph"}


def test_text_tags_repeat_words_escaped(tmp_path: Path) -> None:
    """A running header may say the number again, and the subject in capitals."""
    path = word_file(
        tmp_path / "a.docx",
        (*FLOW, "Tệp: {{ text.number }} {{ text.dispatch_subject | upper }}"),
        page_header="{{ text.number }} & {{ text.issuer }}",
    )
    assert codes(lint_template(path)) == ["TPL017"]
    data = printed(letter(), path)
    number = "Số: \u00a0\u00a0\u00a0\u00a0\u00a0/SKHCN-CCTĐC"
    assert f"Tệp: {number} V/V PHỐI HỢP TRIỂN KHAI GIẢI THƯỞNG CHẤT LƯỢNG QUỐC GIA" in (
        paragraph_texts(data)
    )
    (header,) = [name for name in members(data) if "word/header" in name]
    assert [paragraph_text(each) for each in part(data, header).iter(f"{W}p")] == [
        f"{number} & SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    ]


def test_a_header_meant_for_every_page_shows_on_the_first_too(tmp_path: Path) -> None:
    """Our sections have a first page of their own; a letterhead must not vanish from it."""
    path = word_file(tmp_path / "a.docx", page_header="SỞ A")
    document = docx.Document(str(path))
    document.sections[0].different_first_page_header_footer = False
    document.save(str(path))
    section = docx.Document(io.BytesIO(printed(letter(), path))).sections[0]
    assert section.first_page_header.paragraphs[0].text == "SỞ A"
    assert section.header.paragraphs[0].text == "SỞ A"


def test_conditions_leave_out_what_has_no_words(tmp_path: Path) -> None:
    """``if`` on a text tag prints a paragraph only where there are words."""
    path = word_file(
        tmp_path / "a.docx",
        (*FLOW[:5], "{%p if text.type_name %}", "Loại: {{ text.type_name }}", "{%p endif %}",
         *FLOW[5:]),
    )  # fmt: skip
    assert codes(lint_template(path)) == []
    assert "Loại: QUYẾT ĐỊNH" in paragraph_texts(printed(decision(1), path))
    assert not [text for text in paragraph_texts(printed(letter(), path)) if "Loại" in text]


def test_what_is_written_is_never_run_by_a_template_with_conditions(tmp_path: Path) -> None:
    """Jinja marks in a record stay words on the slow road too."""
    flow = (*FLOW, "{%p if text.number and legal_bases %}", "x", "{%p endif %}")
    text = "{{ 7 * 7 }} {% for %} {# & #} <b>"
    main = letter().parts[0]
    body = Element("body", "6", (p("paragraph", text),))
    number = Element("number", "3", (p("number", text),))
    layout = replace(letter(), parts=(replace(main, elements=(number, body)),))
    texts = paragraph_texts(printed(layout, word_file(tmp_path / "a.docx", flow)))
    assert texts.count(text) == 2
    assert "x" not in texts


def test_an_element_without_a_tag_follows_the_one_before_it(tmp_path: Path) -> None:
    """Nothing is lost; the lint says where it goes."""
    flow = tuple(tag for tag in FLOW if "legal_bases" not in tag and "closing" not in tag)
    path = word_file(tmp_path / "a.docx", flow)
    assert [each.message.vi for each in lint_template(path) if each.code == "TPL006"] == [
        "Mẫu thiếu thẻ «{{p legal_bases }}»; phần này sẽ in ngay sau phần đứng trước nó",
        "Mẫu thiếu thẻ «{{p closing }}»; phần này sẽ in ngay sau phần đứng trước nó",
    ]
    shown = [text for text in paragraph_texts(printed(decision(1), path)) if text]
    assert shown == [text for text in paragraph_texts(write_docx(decision(1))) if text]


def test_recipients_and_signature_may_have_places_of_their_own(tmp_path: Path) -> None:
    """Two tags in place of the closing table."""
    flow = tuple(
        each for tag in FLOW
        for each in (("{{p signature }}", "{{p recipients }}") if "closing" in tag else (tag,))
    )  # fmt: skip
    path = word_file(tmp_path / "a.docx", flow)
    assert codes(lint_template(path)) == []
    texts = paragraph_texts(printed(letter(), path))
    assert texts.index("Phạm Việt Hùng") < texts.index("Nơi nhận:")


def test_an_office_may_type_its_own_header(tmp_path: Path) -> None:
    """Without the tags of ô 1 and 2 the template's own words stand alone."""
    words = ("SỞ KHOA HỌC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "{{p number }}",
             "{{p place_date }}", "{{p dispatch_subject }}")  # fmt: skip
    path = word_file(tmp_path / "a.docx", (*words, *FLOW), header=False)
    assert codes(lint_template(path)) == []
    texts = paragraph_texts(printed(letter(), path))
    assert texts[:2] == ["SỞ KHOA HỌC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert "SỞ KHOA HỌC VÀ CÔNG NGHỆ" not in texts


FAULTS = {
    "unknown": (
        "{{p noi_dung }}",
        ("TPL002", "đoạn 15", "Mẫu có thẻ lạ «noi_dung»"),
    ),
    "near": ("{{p boddy }}", ("TPL002", "đoạn 15", "Mẫu có thẻ lạ «boddy»")),
    "open": ("{{p marks", ("TPL003", "đoạn 15", "Thẻ «{{p marks» viết chưa đúng")),
    "one brace": ("{{ text.number }", ("TPL003", "đoạn 15",
                                       "Thẻ «{{ text.number }» viết chưa đúng")),
    "p apart": ("{{ p marks }}", ("TPL003", "đoạn 15", "Thẻ «{{ p marks }}» viết chưa đúng")),
    "two words": ("{{ text number }}", ("TPL003", "đoạn 15",
                                        "Thẻ «{{ text number }}» viết chưa đúng")),
    "empty": ("{{ }}", ("TPL003", "đoạn 15", "Thẻ «{{ }}» viết chưa đúng")),
    "endif": ("{% endif %}", ("TPL003", "đoạn 15", "Thẻ «{% endif %}» viết chưa đúng")),
    "no endif": ("{% if text.number %}", ("TPL003", "đoạn 15",
                                          "Thẻ «{% if text.number %}» viết chưa đúng")),
    "loop": ("{%p for x in body %}", ("TPL004", "đoạn 15",
             "Thẻ «{%p for x in body %}» dùng điều không cho phép trong mẫu: lệnh for")),
    "call": ("{{ text.number.upper() }}", ("TPL004", "đoạn 15",
             "Thẻ «{{ text.number.upper() }}» dùng điều không cho phép trong mẫu: phép call")),
    "inside": ("{{ ''.__class__ }}", ("TPL004", "đoạn 15",
               "Thẻ «{{ ''.__class__ }}» dùng điều không cho phép trong mẫu: "
               "thuộc tính của thuộc tính")),
    "filter": ("{{ text.number | safe }}", ("TPL004", "đoạn 15",
               "Thẻ «{{ text.number | safe }}» dùng điều không cho phép trong mẫu: bộ lọc safe")),
    "words": ("Xem {{p contact }} nhé", ("TPL011", "đoạn 15",
              "Đoạn của thẻ «{{p contact }}» có chữ khác «Xem nhé» sẽ không được in")),
    "no p": ("{{ contact }}", ("TPL012", "đoạn 15",
             "Thẻ «{{ contact }}» phải viết là «{{p contact }}»")),
    "a p": ("{{p text.number }}", ("TPL012", "đoạn 15",
            "Thẻ «{{p text.number }}» phải viết là «{{ text.number }}»")),
    "twice": ("{{p body }}", ("TPL013", "đoạn 15",
              "Thẻ «{{p body }}» có mặt hai lần trong mẫu")),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_of_a_tag_is_reported_where_it_stands(tmp_path: Path, name: str) -> None:
    """One finding, the paragraph named, the tag quoted."""
    tag, expected = FAULTS[name]
    found = lint_template(word_file(tmp_path / "a.docx", (*FLOW, tag)))
    assert [
        (each.code, each.place.anchor, each.message.vi) for each in found if each.code != "TPL007"
    ] == [expected]


def test_a_condition_that_tears_paragraphs_is_reported(tmp_path: Path) -> None:
    """A paragraph tag and a line tag do not make a pair."""
    path = word_file(
        tmp_path / "a.docx", (*FLOW, "{%p if text.number %}", "Số {% endif %} {{ text.number }}")
    )
    assert codes(lint_template(path)) == ["TPL003"]


def test_a_near_miss_is_offered_and_otherwise_all_tags_are_listed(tmp_path: Path) -> None:
    """The hint of an unknown tag tells what to type."""
    found = lint_template(word_file(tmp_path / "a.docx", (*FLOW, "{{p boddy }}", "{{p xyz }}")))
    near, far = [each.hint.vi for each in found if each.code == "TPL002" and each.hint]
    assert near == "Có phải là «body»?"
    assert far.startswith("Các thẻ dùng được: issuer, number, ")


def test_a_missing_body_is_fatal(tmp_path: Path) -> None:
    """There is nowhere to print the document."""
    flow = tuple(tag for tag in FLOW if "body" not in tag)
    found = lint_template(word_file(tmp_path / "a.docx", flow))
    assert codes(found) == ["TPL005"]
    assert found[0].severity is Severity.FATAL


def test_a_component_in_a_header_is_refused(tmp_path: Path) -> None:
    """Headers repeat."""
    flow = tuple(tag for tag in FLOW if "title" not in tag)
    path = word_file(tmp_path / "a.docx", flow, page_header="{{p title }}")
    found = [each for each in lint_template(path) if each.code == "TPL014"]
    assert [each.place.anchor for each in found] == ["header1, đoạn 1"]


def test_values_outside_the_norms_name_norm_and_clause(tmp_path: Path) -> None:
    """Sizes, spacing, margins, face and the width of Quốc hiệu are compared with the decree."""
    path = word_file(tmp_path / "a.docx", right_mm=80)
    document = docx.Document(str(path))
    style = document.styles["Đoạn văn"]
    style.font.size = Pt(12)
    style.paragraph_format.space_before = Pt(3)
    style.paragraph_format.first_line_indent = Mm(5)
    style.font.name = "Arial"
    document.sections[0].left_margin = Mm(25)
    document.save(str(path))
    found = [each for each in lint_template(path) if each.code != "TPL007"]
    assert [(each.code, each.message.vi, each.locator) for each in found] == [
        ("TPL008", "Kiểu «Đoạn văn» của mẫu: cỡ chữ nội dung 12 pt, quy định 13–14 pt",
         "PL1·P1·II.6.e; PL1·P1·V#6"),
        ("TPL008", "Kiểu «Đoạn văn» của mẫu: lùi đầu dòng 5 mm, quy định 10 hoặc 12,7 mm",
         "PL1·P1·II.6.e"),
        ("TPL008", "Kiểu «Đoạn văn» của mẫu: khoảng cách giữa các đoạn văn 3 pt, quy định từ 6 pt",
         "PL1·P1·II.6.e"),
        ("TPL016", "Kiểu «Đoạn văn» của mẫu dùng phông «Arial», quy định Times New Roman",
         "PL1·P1·I.4"),
        ("TPL009", "Khổ giấy của mẫu: lề trái 25 mm, quy định 30–35 mm", "PL1·P1·I.3"),
        ("TPL010", "Cột phải của bảng đầu văn bản rộng 80,0 mm, Quốc hiệu cần 96,7 mm",
         "PL1·P1·II.1"),
    ]  # fmt: skip


def test_a_landscape_template_is_measured_on_its_side(tmp_path: Path) -> None:
    """A4 turned is A4."""
    path = word_file(tmp_path / "a.docx")
    document = docx.Document(str(path))
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    document.save(str(path))
    assert codes(lint_template(path)) == []


def test_a_template_without_the_national_name_is_reported(tmp_path: Path) -> None:
    """Neither tag nor words."""
    flow = ("{{p number }}", "{{p place_date }}", "{{p dispatch_subject }}", *FLOW)
    path = word_file(tmp_path / "a.docx", flow, header=False)
    assert codes(lint_template(path)) == ["TPL015"]


def test_the_shipped_templates_are_clean() -> None:
    """They hold themselves to what is asked of others."""
    for size_set in ("large", "small"):
        path = asset("templates", f"nd30-{size_set}.docx")
        assert lint_template(path, norms(size_set)) == ()


def test_the_page_about_templates_names_every_tag() -> None:
    """docs/office-templates.md lists the tags there are, and no other."""
    page = asset("docs", "office-templates.md").read_text(encoding="utf-8")
    blocks = set(re.findall(r"\{\{p (\w+) \}\}", page))
    texts = set(re.findall(r"\{\{ text\.(\w+) \}\}", page))
    assert (blocks, texts) == (set(names.BLOCK_TAGS), set(names.TEXT_TAGS))

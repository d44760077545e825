"""Tables of contents in the files: a field of Word with its lines, links and tags of a PDF."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.pages.printing import lay_out_record
from tests.writers.inspection import validation_errors
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.layout.contents import contents_of, with_pages
from vnadmindocs.layout.shape import Layout
from vnadmindocs.writers.docx import write_docx
from vnadmindocs.writers.pdf import write_pdf

RECORD = Path(__file__).parents[1] / "records" / "good" / "muc-luc.yaml"
LINES = [
    ("Chương I. QUY ĐỊNH CHUNG", "2"),
    ("Điều 1. Phạm vi điều chỉnh", "2"),
    (
        "Điều 2. Trách nhiệm của người tiếp công dân, của thủ trưởng các cơ quan,"
        " đơn vị và của công dân tại nơi tiếp công dân",
        "2",
    ),
    ("Chương II. TIẾP CÔNG DÂN", "2"),
    ("Mục 1. TIẾP THƯỜNG XUYÊN", "2"),
    ("Điều 3. Nơi tiếp", "2"),
    ("Mục 2. TIẾP ĐỊNH KỲ", "3"),
    ("Điều 4. Ngày tiếp", "3"),
    ("Điều 4a", "3"),
    ("Điều 5. Hiệu lực thi hành", "3"),
]
pytestmark = pytest.mark.skipif(
    find_face().face is None, reason="no Times face with Vietnamese letters (fonts-liberation2)"
)


@cache
def _layout() -> Layout:
    return lay_out_record(RECORD)


def _without_pages() -> Layout:
    return with_pages(_layout(), {})


@cache
def _pdf() -> bytes:
    face = find_face().face
    assert face is not None
    return write_pdf(_layout(), face)


def _document(layout: Layout) -> str:
    with zipfile.ZipFile(io.BytesIO(write_docx(layout))) as package:
        return package.read("word/document.xml").decode()


def _fields(document: str) -> list[str]:
    return [found.strip() for found in re.findall(r"<w:instrText[^>]*>([^<]*)<", document)]


def test_the_pages_are_those_the_headings_are_on() -> None:
    (contents,) = contents_of(_layout().parts[1])
    assert [(each.name, each.page) for each in contents.entries] == LINES


def test_the_word_file_is_valid() -> None:
    assert validation_errors(write_docx(_layout())) == []
    assert validation_errors(write_docx(_without_pages())) == []


def test_the_lines_stand_in_one_field_of_word() -> None:
    document = _document(_layout())
    assert [each for each in _fields(document) if each.startswith("TOC")] == [
        r"TOC \f \h \z \b MucLuc1"
    ]
    begins = document.count('w:fldCharType="begin"')
    assert begins == document.count('w:fldCharType="end"') == 1 + 2 * len(LINES)
    assert "w:dirty" not in document


def test_each_line_is_a_link_with_the_number_of_its_page() -> None:
    document = _document(_layout())
    links = re.findall(r'<w:hyperlink w:anchor="(\w+)" w:history="1">(.*?)</w:hyperlink>', document)
    shown = [" ".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", link)) for _, link in links]
    assert shown == [f"{name} {page}" for name, page in LINES]
    for anchor, link in links:
        assert f"PAGEREF {anchor} " in link
        assert document.count(f'w:name="{anchor}"') == 1


def test_each_heading_says_its_line_for_when_word_makes_them_anew() -> None:
    document = _document(_layout())
    levels = (1, 3, 3, 1, 2, 3, 2, 3, 3, 3)
    assert [each for each in _fields(document) if each.startswith("TC")] == [
        rf'TC "{name}" \l {level}' for (name, _), level in zip(LINES, levels, strict=True)
    ]
    stretch = document[document.index('w:name="MucLuc1"') :]
    assert stretch.count(" TC ") == len(LINES)


def test_a_quotation_mark_in_a_title_does_not_end_the_field() -> None:
    text = (
        "loại: quy chế\ncơ quan: SỞ NỘI VỤ\ntrích yếu: A\nmục lục: có\nnội dung: |\n"
        '  Điều 1. Quỹ "A\\\\B" & C\n  Một.\n'
    )
    document = _document(lay_out_record(text))
    assert r'TC "Điều 1. Quỹ \"A\\B\" &amp; C" \l 1' in document


def test_pages_that_are_not_known_are_left_to_word() -> None:
    document = _document(_without_pages())
    assert document.count('w:dirty="true"') == 1
    assert not any(each.startswith("PAGEREF") for each in _fields(document))


def test_the_styles_of_the_lines_are_those_word_makes_them_in() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(_layout()))) as package:
        styles = package.read("word/styles.xml").decode()
    (style,) = re.findall(r'<w:style [^>]*w:styleId="Contents3">.*?</w:style>', styles)
    assert '<w:name w:val="toc 3"/>' in style
    assert "customStyle" not in style


def test_the_lines_of_a_pdf_lead_to_the_pages_they_say() -> None:
    reader = PdfReader(io.BytesIO(_pdf()))
    pages = [page.indirect_reference for page in reader.pages]
    first = 1  # the page of the contents, counted from 0
    found: list[tuple[str, int]] = []
    links: Any = reader.pages[first]["/Annots"]
    for each in links:
        link = each.get_object()
        target = link["/Dest"]
        if isinstance(target, str):
            page = reader.named_destinations[target].page
            reference = getattr(page, "indirect_reference", page)
        else:
            reference = target[0]
        if link["/Contents"] not in [name for name, _ in found]:
            found.append((link["/Contents"], pages.index(reference)))
    assert [page - first + 1 for _, page in found] == [int(page) for _, page in LINES]


def test_the_lines_of_a_pdf_are_tagged_as_contents() -> None:
    root: Any = PdfReader(io.BytesIO(_pdf())).trailer["/Root"]
    tags = list(_tags(root["/StructTreeRoot"]))
    assert tags.count("/TOCI") == len(LINES)
    assert tags[tags.index("/TOC") - 1] == "/P"
    assert tags.count("/Link") == len(LINES)


def test_what_is_listed_is_what_the_outline_names() -> None:
    reader = PdfReader(io.BytesIO(_pdf()))

    def names(items: Any) -> list[str]:
        found: list[str] = []
        for item in items:
            found += names(item) if isinstance(item, list) else [item.title]
        return found

    listed = [name for name, _ in LINES]
    assert [name for name in names(reader.outline) if name in listed] == listed


def _tags(item: Any) -> Any:
    item = item.get_object() if hasattr(item, "get_object") else item
    if isinstance(item, list):
        for each in item:
            yield from _tags(each)
    elif isinstance(item, dict):
        if item.get("/S"):
            yield item["/S"]
        if "/K" in item:
            yield from _tags(item["/K"])

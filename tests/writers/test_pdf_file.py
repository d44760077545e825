"""The PDF file itself: what it claims, what it says about itself, how a reader finds the way."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject

from tests.pages.records import RECORDS, layout_of
from vnadmindocs.api import load
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import Element, Image, Layout, Paragraph
from vnadmindocs.writers.pdf import write_pdf
from vnadmindocs.writers.pdf.conformance import check_pdf

pytestmark = pytest.mark.xdist_group("printed records")

RECORD = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
_STYLES = ("regular", "bold", "italic", "bold_italic")
_DRAFT = """loại: thông báo
cơ quan: SỞ NỘI VỤ
trích yếu: Về việc thử
nội dung: Thông báo để biết.
"""


@cache
def _pdf(record: Path) -> bytes:
    return _write(layout_of(record))


def _write(layout: Layout) -> bytes:
    face = find_face().face
    if face is None:
        pytest.skip("no face with the widths of Times is installed")
    return write_pdf(layout, face)


def _read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def _named(stem: str) -> Path:
    return next(record for record in RECORDS if record.stem == stem)


def _layout(source: str) -> Layout:
    record = load(source).record
    assert record is not None
    return lay_out(record)


def _entries(outline: list[Any], level: int = 1) -> Iterator[tuple[int, Destination]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _entries(entry, level + 1)
        else:
            yield level, entry


@RECORD
def test_a_pdf_passes_every_check_of_our_list(record: Path) -> None:
    """This test shows that no example and no good record makes a file below PDF/A-2a, as we see."""
    assert [
        (check.key, check.detail) for check in check_pdf(_pdf(record)) if not check.passed
    ] == []


@RECORD
def test_a_pdf_says_what_its_record_says(record: Path) -> None:
    """This test shows that title, author and date are the record's, and the face is named."""
    stated, meant = _read(_pdf(record)).metadata, layout_of(record).metadata
    face = find_face().face
    assert stated is not None
    assert face is not None
    assert (stated.title, stated.author) == (meant.title, meant.author)
    assert stated.creation_date is not None
    assert stated.creation_date.date().isoformat() == (meant.date or wording("draft.date"))
    assert (stated.subject or "").endswith(f"{face.family} {face.version}")


def test_title_and_author_are_those_of_a_reader() -> None:
    """This test shows what a list of files shows for a document."""
    stated = _read(_pdf(_named("quyet-dinh-khuyen-cong-hai-phong"))).metadata
    assert stated is not None
    assert stated.title == (
        "Phê duyệt Chương trình khuyến công thành phố Hải Phòng giai đoạn 2026 – 2030"
    )
    assert stated.author == "Ủy ban nhân dân thành phố Hải Phòng"


@RECORD
def test_a_pdf_is_in_vietnamese(record: Path) -> None:
    """This test shows that a screen reader is told to read Vietnamese."""
    assert str(_read(_pdf(record)).root_object["/Lang"]) == "vi-VN"


def test_a_draft_without_a_date_has_the_fixed_date() -> None:
    """This test shows that the clock is never asked."""
    stated = _read(_write(_layout(_DRAFT))).metadata
    assert stated is not None
    assert stated.creation_date is not None
    assert stated.creation_date.date().isoformat() == wording("draft.date")


@RECORD
def test_the_outline_has_the_headings_in_order(record: Path) -> None:
    """This test shows that each entry is the head of a paragraph, on the page where it stands."""
    reader, layout = _read(_pdf(record)), layout_of(record)
    entries = [entry for _, entry in _entries(reader.outline)]
    pages = [reader.get_destination_page_number(entry) or 0 for entry in entries]
    assert pages == sorted(pages)
    assert len(entries) == sum(
        isinstance(block, Paragraph) and layout.styles[block.role].outline_level is not None
        for part in layout.parts
        for element in part.elements
        if isinstance(element, Element)
        for block in element.blocks
    )
    for entry, number in zip(entries, pages, strict=True):
        words = "".join(reader.pages[number].extract_text().split())
        # A point is set between number and title where they stand on lines of their own.
        assert [word for word in str(entry.title).split() if word.rstrip(".") not in words] == []


def test_the_outline_names_appendices_beside_the_document() -> None:
    """This test shows that appendices are entries of the first level, in order."""
    reader = _read(_pdf(_named("hai-phu-luc")))
    found = [
        (level, entry.title, reader.get_destination_page_number(entry))
        for level, entry in _entries(reader.outline)
    ]
    assert found == [
        (1, "KẾ HOẠCH", 0),
        (1, "Phụ lục I DANH SÁCH CƠ QUAN ĐƯỢC KIỂM TRA", 1),
        (1, "Phụ lục II NỘI DUNG KIỂM TRA", 2),
    ]


@RECORD
def test_page_labels_begin_anew_with_each_part(record: Path) -> None:
    """This test shows that the number shown by a viewer is the number on the page."""
    labels = _read(_pdf(record)).page_labels
    starts = [place for place, label in enumerate(labels) if label == "1"]
    assert len(starts) == len(layout_of(record).parts)
    ends = [*starts[1:], len(labels)]
    assert labels == [
        str(number)
        for start, end in zip(starts, ends, strict=True)
        for number in range(1, end - start + 1)
    ]


@RECORD
def test_only_the_chosen_face_is_in_a_pdf(record: Path) -> None:
    """This test shows that no other face slips in, and each is cut down to what is used."""
    names = set()
    for page in _read(_pdf(record)).pages:
        resources: Any = page["/Resources"]
        names |= {str(font.get_object()["/BaseFont"]) for font in resources["/Font"].values()}
    assert names
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in names)
    assert {name.partition("+")[2] for name in names} <= _postscript_names()


@cache
def _postscript_names() -> frozenset[str]:
    from fontTools.ttLib import TTFont

    face = find_face().face
    assert face is not None
    return frozenset(
        TTFont(getattr(face, style), fontNumber=0)["name"].getDebugName(6) for style in _STYLES
    )


@RECORD
def test_a_pdf_is_the_same_bytes_twice(record: Path) -> None:
    """This test shows that a file depends on the record and the face alone."""
    assert _write(layout_of(record)) == _pdf(record)


def test_threads_make_the_same_bytes() -> None:
    """This test shows that a compiler of a thread does not see another's document."""
    records = RECORDS[::3] * 3
    expected = [_pdf(record) for record in records]
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda record: _write(layout_of(record)), records))
    assert made == expected


def _alternatives(layout: Layout) -> list[str]:
    reader = _read(_write(layout))
    found = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))
    return [
        str(each["/Alt"])
        for each in found
        if isinstance(each, DictionaryObject) and each.get("/S") == "/Figure"
    ]


def _with_image(layout: Layout, **changes: str) -> Layout:
    """Change every picture of a layout."""

    def changed(element: Any) -> Any:
        if not isinstance(element, Element):
            return element
        blocks = [
            replace(block, **changes) if isinstance(block, Image) else block  # type: ignore[arg-type]
            for block in element.blocks
        ]
        return replace(element, blocks=tuple(blocks))

    parts = [replace(part, elements=tuple(map(changed, part.elements))) for part in layout.parts]
    return replace(layout, parts=tuple(parts))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"caption": "Số hồ sơ nộp lưu"}, "Số hồ sơ nộp lưu"),
        ({"caption": "", "name": "biểu đồ"}, "biểu đồ"),
        ({"caption": "", "name": ""}, "Hình 1"),
    ],
)
def test_a_picture_is_told_by_its_caption_else_its_name(changes: dict[str, str], said: str) -> None:
    """This test shows that no picture goes without words, which PDF/A-2a would refuse."""
    layout = layout_of(_named("hinh-va-khoi-canh-nhau"))
    assert _alternatives(_with_image(layout, **changes)) == [said]


def test_letters_with_a_mark_of_their_own_are_read_as_written() -> None:
    """This test shows that names of Ê Đê have their letters, and that other words keep theirs."""
    words = "Buôn Mrê̆ và ơ̆ hay **ư̆ trên** ê sau x̣̂ x, ư ơ Lưu."
    layout = _layout(_DRAFT.replace("Thông báo để biết.", words))
    made = _write(layout)
    assert "".join(words.replace("**", "").split()) in "".join(
        _read(made).pages[0].extract_text().split()
    )
    assert [check.key for check in check_pdf(made) if not check.passed] == []
    assert made == _write(layout)

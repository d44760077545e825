"""Reads a .docx back as the blocks it prints, by the named styles of its paragraphs.

It knows the format and the style names alone, nothing of the code that wrote the file.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from tests.corpus.comparison import Block

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

BLOCK_OF_STYLE = {
    "Cơ quan chủ quản": "issuer",
    "Cơ quan ban hành": "issuer",
    "Quốc hiệu": "national header",
    "Tiêu ngữ": "national header",
    "Số ký hiệu": "number",
    "Địa danh ngày tháng": "place and date",
    "Trích yếu công văn": "subject",
    "Tên loại văn bản": "title",
    "Trích yếu": "title",
    "Kính gửi": "addressees",
    "Kính gửi từng nơi": "addressees",
    "Nơi nhận": "recipients",
    "Nơi nhận từng nơi": "recipients",
    "Mục đích gửi": "recipients",
    "Quyền hạn chức vụ": "signature",
    "Chức vụ khác": "signature",
    "Chú thích chữ ký": "signature",
    "Chỗ ký": "signature",
    "Họ tên người ký": "signature",
    "Độ mật": "marks",
    "Độ khẩn": "marks",
    "Phạm vi lưu hành": "marks",
    "Người soạn": "drafter",
}
"""Styles whose paragraphs are no part of the running text; all others are ``body``."""

_APPENDIX_TEXT = frozenset({"body", "title"})


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """A paragraph as printed: its named style, its words, the cell and the part it stands in."""

    style: str
    text: str
    cell: int
    part: int


def printed_blocks(docx: bytes) -> list[Block]:
    """The blocks of a document: running text whole, each signature for itself.

    The running text of an attached part (title and body) is the block ``appendix``; words of
    footers and footnotes are the blocks ``footer`` and ``footnotes``.
    """
    gathered: dict[tuple[str, int], list[str]] = {}
    for paragraph in paragraphs(docx):
        name = BLOCK_OF_STYLE.get(paragraph.style, "body")
        if paragraph.part and name in _APPENDIX_TEXT:
            name = "appendix"
        # Signatures stand side by side, each in a cell of its own.
        key = (name, paragraph.cell if name == "signature" else paragraph.part)
        gathered.setdefault(key, []).extend(paragraph.text.split("\n"))
    blocks = [Block(name, tuple(lines)) for (name, _), lines in gathered.items()]
    return [block for block in [*blocks, *_margins(docx)] if block.words]


def paragraphs(docx: bytes) -> Iterator[PrintedParagraph]:
    """Every paragraph of the text in the order of the file, tables cell by cell."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        names = _style_names(ElementTree.fromstring(package.read("word/styles.xml")))
        body = ElementTree.fromstring(package.read("word/document.xml")).find(f"{_W}body")
    assert body is not None
    part = cells = 0

    def walk(element: ElementTree.Element, cell: int) -> Iterator[PrintedParagraph]:
        nonlocal part, cells
        for child in element:
            if child.tag == f"{_W}p":
                yield PrintedParagraph(_style(child, names), _text(child), cell, part)
                for box in _text_boxes(child):
                    yield from walk(box, cell)
                if child.find(f"{_W}pPr/{_W}sectPr") is not None:
                    part += 1
            elif child.tag == f"{_W}tc":
                cells += 1
                yield from walk(child, cells)
            elif child.tag != _MC_FALLBACK:
                yield from walk(child, cell)

    yield from walk(body, 0)


def _margins(docx: bytes) -> Iterator[Block]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        for member in sorted(package.namelist()):
            found = re.fullmatch(r"word/(header|footer|footnotes)\w*\.xml", member)
            if found:
                root = ElementTree.fromstring(package.read(member))
                lines = tuple(_text(paragraph) for paragraph in root.iter(f"{_W}p"))
                if found[1] == "header":  # a page number is a field; its last value is no word
                    lines = tuple(line for line in lines if not line.strip().isdigit())
                yield Block(found[1], lines)


def _style_names(styles: ElementTree.Element) -> dict[str, str]:
    names = {}
    for style in styles.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            names[style.get(f"{_W}styleId", "")] = name.get(f"{_W}val", "")
    return names


def _style(paragraph: ElementTree.Element, names: dict[str, str]) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return names.get(style.get(f"{_W}val", ""), "") if style is not None else ""


def _text(paragraph: ElementTree.Element) -> str:
    parts: list[str] = []

    def walk(element: ElementTree.Element) -> None:
        for child in element:
            if child.tag == f"{_W}t":
                parts.append(child.text or "")
            elif child.tag in (f"{_W}br", f"{_W}cr"):
                parts.append("\n")
            elif child.tag == f"{_W}tab":
                parts.append("\t")
            elif child.tag == f"{_W}noBreakHyphen":
                parts.append("-")
            elif child.tag not in (_MC_FALLBACK, f"{_W}txbxContent", f"{_W}pPr"):
                walk(child)

    walk(paragraph)
    return "".join(parts)


def _text_boxes(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    def walk(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
        for child in element:
            if child.tag == f"{_W}txbxContent":
                yield child
            elif child.tag != _MC_FALLBACK:
                yield from walk(child)

    yield from walk(paragraph)

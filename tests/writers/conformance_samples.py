"""A good PDF file with a little of everything, and ways to break it."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from vnadmindocs.fonts.faces import find_face

SOURCE = """
#set document(
  title: "Công văn thử", author: "Sở Nội vụ", description: "Trích yếu", keywords: ("a", "b"),
  date: datetime(year: 2026, month: 4, day: 30),
)
#set text(font: "{family}", fallback: false, lang: "vi", size: 13pt)
#set page(numbering: "1")
= Điều 1. Phạm vi
Quyết định này quy định việc thử.#footnote[Cước chú một.] *đậm* #emph[nghiêng]
#link("https://example.org")[liên kết] #link(<cuoi>)[đoạn cuối]
#table(columns: 2, table.header[Số][Tên], [1], [Một], [2], [Hai])
#image("hinh.png", alt: "Hình một", width: 2cm)
#pagebreak()
== Mục con
#list([a], [b])
#rect[KHẨN]
Đoạn cuối. <cuoi>
"""

Edit = Callable[[PdfWriter], object]


@cache
def good_pdf() -> bytes:
    """Typeset a file with headings, a footnote, links, a table, a picture and a list."""
    import typst

    face = find_face().face
    if face is None:
        pytest.skip("no face with the widths of Times is installed")
    with TemporaryDirectory() as folder:
        source = Path(folder) / "main.typ"
        source.write_text(SOURCE.replace("{family}", face.family), encoding="utf-8")
        source.with_name("hinh.png").write_bytes(_picture())
        made = typst.compile(
            str(source),
            pdf_standards="a-2a",
            timestamp=int(datetime(2026, 4, 30, tzinfo=UTC).timestamp()),
            ignore_system_fonts=True,
            font_paths=[str(face.folder)],
        )
    assert isinstance(made, bytes)
    return made


def _picture() -> bytes:
    """Make a half transparent red square."""
    rows = (b"\0" + bytes([255, 0, 0, 128]) * 8) * 8

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    head = struct.pack(">IIBBBBB", 8, 8, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def rewritten(edit: Edit | None = None) -> bytes:
    """Write the good file anew with pypdf, changed."""
    writer = PdfWriter(clone_from=io.BytesIO(good_pdf()))
    if edit is not None:
        edit(writer)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def swapped(old: bytes, new: bytes) -> bytes:
    """Change the bytes of the good file, at the first place where they stand."""
    assert len(old) == len(new)
    assert old in good_pdf(), old
    return good_pdf().replace(old, new, 1)


# Finding one's way in a file that is being changed


def catalog(writer: PdfWriter) -> Any:
    """Give the catalogue."""
    return writer.root_object


def page(writer: PdfWriter, number: int = 1) -> Any:
    """Give a page, counted from 1."""
    return writer.pages[number - 1]


def all_dictionaries(writer: PdfWriter) -> Iterator[Any]:
    """Give every object that is a dictionary or a stream."""
    for number in range(len(writer._objects)):
        found = writer.get_object(number + 1)
        if isinstance(found, DictionaryObject):
            yield found


def tag(writer: PdfWriter, kind: str, place: int = 0) -> Any:
    """Give a structure element of a type, the first one unless told otherwise."""
    found = [
        each
        for each in all_dictionaries(writer)
        if each.get("/Type") == "/StructElem" and each.get("/S") == f"/{kind}"
    ]
    return found[place]


def font(writer: PdfWriter) -> Any:
    """Give the composite font of the plain words."""
    return page(writer)["/Resources"]["/Font"]["/f0"]


def character_font(writer: PdfWriter) -> Any:
    """Give the font that holds the characters of the plain words."""
    return font(writer)["/DescendantFonts"][0].get_object()


def link(writer: PdfWriter) -> Any:
    """Give the annotation of the link to a page on the web."""
    return next(
        each
        for each in all_dictionaries(writer)
        if each.get("/Subtype") == "/Link" and "/A" in each
    )


# Changing


def change_stream(stream: Any, change: Callable[[bytes], bytes]) -> None:
    """Change the data of a stream; something must change."""
    before = stream.get_data()
    after = change(before)
    assert after != before
    stream.set_data(after)


def change_content(writer: PdfWriter, change: Callable[[bytes], bytes]) -> None:
    """Change what the first page paints."""
    change_stream(page(writer).get("/Contents").get_object(), change)


def append_content(writer: PdfWriter, operators: bytes) -> None:
    """Let the first page do something more, as an artifact."""
    change_content(writer, lambda data: data + b"\n/Artifact BMC\n" + operators + b"\nEMC\n")


def change_xmp(writer: PdfWriter, old: bytes, new: bytes) -> None:
    """Change words of the metadata."""
    change_stream(catalog(writer)["/Metadata"], lambda data: data.replace(old, new))


def change_unicode(writer: PdfWriter, code: bytes, text: bytes) -> None:
    """Let a code of the plain words stand for something else; a new code is added."""
    line = b"<" + code + b"> <" + text + b">"

    def changed(data: bytes) -> bytes:
        old = re.compile(b"<" + code + rb"> <[0-9A-F]+>")
        head, first, lines = data.partition(b"beginbfchar")
        if old.search(lines):
            return head + first + old.sub(line, lines)
        return data + b"\n1 beginbfchar\n" + line + b"\nendbfchar\n"

    change_stream(font(writer)["/ToUnicode"], changed)


def dictionary(**entries: Any) -> DictionaryObject:
    """Make a dictionary; strings are names, numbers numbers, lists arrays."""
    return DictionaryObject(
        {NameObject(f"/{key}"): value_of(each) for key, each in entries.items()}
    )


def value_of(value: Any) -> Any:
    """Make a value of PDF."""
    if isinstance(value, (DictionaryObject, IndirectObject, TextStringObject, NameObject)):
        return value
    if isinstance(value, bytes):
        return TextStringObject(value.decode())
    if isinstance(value, str):
        return NameObject(f"/{value}")
    if isinstance(value, list):
        return ArrayObject(value_of(each) for each in value)
    return NumberObject(value)


def put(node: Any, **entries: Any) -> None:
    """Set entries of a dictionary."""
    node.update(dictionary(**entries))


def stream(writer: PdfWriter, data: bytes = b"", **entries: Any) -> IndirectObject:
    """Add a stream to the file."""
    made = StreamObject()
    made.set_data(data)
    put(made, **entries)
    return writer._add_object(made)

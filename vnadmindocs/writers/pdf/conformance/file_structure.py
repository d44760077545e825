"""Clause 6.1: the file as bytes, its objects, streams and limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from vnadmindocs.writers.pdf.conformance.opened import Opened, array, at, nested
from vnadmindocs.writers.pdf.conformance.syntax import (
    Hex,
    end_of_string,
    hexadecimal,
    listed,
    read_name,
)

_HEADER = re.compile(rb"%PDF-1\.[0-7](\r\n|\r|\n)%[\x80-\xff]{4}")
_OBJECT = re.compile(rb"(\d+)[\x00\t\n\x0c\r ](\d+)[\x00\t\n\x0c\r ]obj(\r\n|\r|\n)")
_XREF = re.compile(rb"xref(\r\n|\r|\n)\d+ \d+ ?(\r\n|\r|\n)")
_STRING = re.compile(rb"\(|<<|<[^<>]*>|%[^\r\n]*")
_NAME = re.compile(rb"(/BaseFont|/FontName|/S)\s*(/[^\x00\t\n\x0c\r \[\]<>()/{}%]+)")
_FILTERS = listed(
    "/ASCIIHexDecode /ASCII85Decode /FlateDecode /RunLengthDecode /CCITTFaxDecode "
    "/JBIG2Decode /DCTDecode /JPXDecode"
)
_UNPACKED = frozenset(["/FlateDecode", "/ASCII85Decode", "/ASCIIHexDecode"])
_INLINE_FILTERS = listed(
    "ASCIIHexDecode ASCII85Decode FlateDecode RunLengthDecode CCITTFaxDecode DCTDecode AHx "
    "A85 Fl RL CCF DCT"
)
# Limits of ISO 19005-2, 6.1.13.
_LARGEST_INTEGER = 2**31 - 1
_LARGEST_REAL, _SMALLEST_REAL = 3.403e38, 1.175e-38
_LONGEST_STRING, _LONGEST_NAME = 32767, 127
_MOST_OBJECTS, _DEEPEST, _MOST_COLORANTS = 8388607, 28, 32
_SMALLEST_BOX, _LARGEST_BOX = 3, 14400
BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")


def header(pdf: Opened) -> Iterator[str]:
    """The first two lines of the file."""
    if not _HEADER.match(pdf.data):
        yield repr(pdf.data[:16])


def readable(pdf: Opened) -> Iterator[str]:
    """Every object and every stream can be read."""
    for number, whole in pdf.objects.items():
        if whole is None:
            yield f"object {number}"
    if pdf.encrypted:
        return
    for number, stream in pdf.streams:
        if not _UNPACKED.issuperset(array(at(stream, "/Filter"))):
            continue
        try:
            stream.get_data()
        except Exception as error:  # whatever a decoder of someone else's bytes raises
            yield f"object {number}: {type(error).__name__}"


def trailer_id(pdf: Opened) -> Iterator[str]:
    """Two file identifiers in the trailer."""
    identifiers = array(at(pdf.trailer, "/ID"))
    if len(identifiers) != 2 or not all(identifiers):
        yield "trailer /ID"


def encryption(pdf: Opened) -> Iterator[str]:
    """No encryption."""
    if pdf.encrypted:
        yield "trailer /Encrypt"


def ending(pdf: Opened) -> Iterator[str]:
    """Nothing after the end of the file but one end of line."""
    if not re.search(rb"%%EOF(\r\n|\r|\n)?\Z", pdf.data):
        yield repr(pdf.data[-16:])


def cross_reference(pdf: Opened) -> Iterator[str]:
    """The cross-reference table is where the file says, and spaced as the standard says."""
    found = re.findall(rb"startxref\s+(\d+)\s+%%EOF", pdf.data)
    if not found:
        yield "startxref"
        return
    start = int(found[-1])
    table = _XREF if pdf.data.startswith(b"xref", start) else _OBJECT
    if not table.match(pdf.data, start):
        yield f"byte {start}"


def _offsets(pdf: Opened) -> Iterator[tuple[int, int]]:
    """Give number and place in bytes of every object that stands in the file by itself."""
    for table in pdf.reader.xref.values():
        for number, offset in table.items():
            if number in pdf.objects and number not in pdf.reader.xref_objStm:
                yield number, offset


def spacing(pdf: Opened) -> Iterator[str]:
    """White space around ``obj`` and ``endobj``."""
    for number, offset in _offsets(pdf):
        found = _OBJECT.match(pdf.data, offset)
        if not found or int(found[1]) != number:
            yield f"object {number}"
            continue
        end = _end_of_object(pdf, number, found.end())
        if not re.match(rb"(\r\n|\r|\n)endobj(\r\n|\r|\n)", pdf.data[end : end + 10]):
            yield f"object {number} endobj"


def _end_of_object(pdf: Opened, number: int, start: int) -> int:
    """Find where ``endobj`` and the end of line before it stand."""
    stream = _stream_start(pdf, number, start)
    if stream:
        length = _length(pdf, start, stream)
        found = re.compile(rb"\s*endstream").match(pdf.data, stream + length)
        return found.end() if found else stream + length
    end = pdf.data.find(b"endobj", start)
    before = pdf.data[max(end - 2, 0) : end]
    return end - 2 if before == b"\r\n" else end - 1


def _stream_start(pdf: Opened, number: int, start: int) -> int:
    """Find the first byte of an object's stream; 0 when it has none."""
    if not isinstance(pdf.objects[number], StreamObject):
        return 0
    found = re.compile(rb">>\s*stream(\r\n|\n|\r)?").search(pdf.data, start)
    return found.end() if found else 0


def _length(pdf: Opened, start: int, stream: int) -> int:
    """Give the length that a stream states (pypdf corrects what it reads)."""
    found = re.compile(rb"/Length\s+(\d+)(\s+\d+\s+R)?").search(pdf.data, start, stream)
    if found is None:
        return -1
    return int(pdf.objects[int(found[1])]) if found[2] else int(found[1])


def stream_lengths(pdf: Opened) -> Iterator[str]:
    """``Length`` is the number of bytes; ``stream`` and ``endstream`` stand on their lines."""
    for number, offset in _offsets(pdf):
        start = _stream_start(pdf, number, offset)
        if not start:
            continue
        length = _length(pdf, offset, start)
        after = pdf.data[start + length : start + length + 11]
        ended = re.match(rb"(\r\n|\r|\n)endstream", after)
        opened = pdf.data[max(start - 2, 0) : start]
        if not ended or not (opened.endswith(b"\n") or opened == b"\r\n"):
            yield f"object {number} /Length {length}"


def external_streams(pdf: Opened) -> Iterator[str]:
    """No stream whose bytes stand in another file."""
    for number, stream in pdf.streams:
        for key in ("/F", "/FFilter", "/FDecodeParms"):
            if key in stream:
                yield f"object {number} {key}"


def filters(pdf: Opened) -> Iterator[str]:
    """No LZW, no encryption of a stream, no filter the standard does not list."""
    for number, stream in pdf.streams:
        parameters = array(at(stream, "/DecodeParms"))
        for place, found in enumerate(array(at(stream, "/Filter"))):
            own = parameters[place] if place < len(parameters) else None
            if found == "/Crypt" and at(own, "/Name") == "/Identity":
                continue
            if found not in _FILTERS:
                yield f"object {number} {found}"
    for where, image in pdf.painted.inline_images:
        used = image.get("F", image.get("Filter", []))
        for name in used if isinstance(used, list) else [used]:
            if name not in _INLINE_FILTERS:
                yield f"{where}: BI /{name}"


def _texts(pdf: Opened) -> Iterator[tuple[str, bytes]]:
    """Give the bytes of objects as they are written, streams left out, with their place."""
    for number, offset in _offsets(pdf):
        end = _stream_start(pdf, number, offset) or pdf.data.find(b"endobj", offset)
        yield f"object {number}", pdf.data[offset:end]
    for number, stream in pdf.streams:
        if at(stream, "/Type") == "/ObjStm":
            yield f"object {number}", stream.get_data()


def hexadecimal_strings(pdf: Opened) -> Iterator[str]:
    """Strings in angle brackets have whole pairs of digits and nothing else."""
    yield from pdf.painted.odd_hex
    for place, text in _texts(pdf):
        position = 0
        while found := _STRING.search(text, position):
            position = found.end()
            if found.group() == b"(":
                position = end_of_string(text, found.start())
            elif found.group()[-1:] == b">" and isinstance(hexadecimal(found.group()), Hex):
                yield f"{place}: {found.group()[:16]!r}"


def names(pdf: Opened) -> Iterator[str]:
    """Names of fonts and of structure types are UTF-8."""
    for place, text in _texts(pdf):
        for found in _NAME.finditer(text):
            if "\udc80" <= max(read_name(found[2]), default="") <= "\udcff":
                yield f"{place} {found[1].decode()} {found[2].decode('latin-1')}"


def limits(pdf: Opened) -> Iterator[str]:
    """Sizes of numbers, strings, names, nesting."""
    if len(pdf.objects) > _MOST_OBJECTS:
        yield f"{len(pdf.objects)} objects"
    for number, whole in pdf.objects.items():
        for node in nested(whole):
            fault = _over_limit(node)
            if fault:
                yield f"object {number}: {fault}"
    depth, place = pdf.painted.deepest
    if depth > _DEEPEST:
        yield f"{place}: q × {depth}"
    yield from pdf.painted.numbers


def _over_limit(node: Any) -> str:
    if isinstance(node, NumberObject):
        return str(int(node)) if not -_LARGEST_INTEGER - 1 <= node <= _LARGEST_INTEGER else ""
    if isinstance(node, FloatObject):
        size = abs(float(node))
        return str(node) if size > _LARGEST_REAL or 0 < size < _SMALLEST_REAL else ""
    if isinstance(node, (TextStringObject, ByteStringObject)):
        size = len(node.original_bytes)
        return f"string of {size} bytes" if size > _LONGEST_STRING else ""
    if isinstance(node, DictionaryObject):
        long = [key for key in node if len(key.encode()) > _LONGEST_NAME + 1]
        return f"name {long[0][:16]}…" if long else ""
    if isinstance(node, NameObject):
        return f"name {node[:16]}…" if len(node.encode()) > _LONGEST_NAME + 1 else ""
    if isinstance(node, ArrayObject) and node and node[0] == "/DeviceN":
        colorants = len(array(node[1]))
        return f"/DeviceN × {colorants}" if colorants > _MOST_COLORANTS else ""
    return ""


def boxes(pdf: Opened) -> Iterator[str]:
    """Every page has a MediaBox; boxes are 3 to 14 400 units wide and high, inside it."""
    for page in pdf.pages:
        media = array(page.attribute("/MediaBox"))
        if len(media) != 4:
            yield f"page {page.number} /MediaBox"
            continue
        for name in BOXES:
            box = [float(value) for value in array(page.attribute(name))]
            if not box:
                continue
            left, right = sorted(box[::2])
            bottom, top = sorted(box[1::2])
            sizes = right - left, top - bottom
            inside = (
                left >= min(media[0], media[2]) - 1
                and right <= max(media[0], media[2]) + 1
                and bottom >= min(media[1], media[3]) - 1
                and top <= max(media[1], media[3]) + 1
            )
            if not all(_SMALLEST_BOX <= size <= _LARGEST_BOX for size in sizes) or not inside:
                yield f"page {page.number} {name}"


def permissions(pdf: Opened) -> Iterator[str]:
    """A permissions dictionary holds signatures alone."""
    for key in at(pdf.catalog, "/Perms") or ():
        if key not in ("/UR3", "/DocMDP"):
            yield f"/Perms {key}"


FINDERS = {
    "file.readable": readable,
    "file.header": header,
    "file.trailer_id": trailer_id,
    "file.encryption": encryption,
    "file.end": ending,
    "file.cross_reference": cross_reference,
    "file.hexadecimal": hexadecimal_strings,
    "file.streams": stream_lengths,
    "file.external_streams": external_streams,
    "file.filters": filters,
    "file.names": names,
    "file.spacing": spacing,
    "file.limits": limits,
    "file.permissions": permissions,
    "pages.boxes": boxes,
}

"""Clause 6.6: what the file says about itself, in XMP and in the information dictionary."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone

from pypdf.generic import StreamObject

from vnadmindocs.writers.pdf.conformance.opened import Opened, at

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_PDF = "{http://ns.adobe.com/pdf/1.3/}"
_PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
_EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}"
_SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
_PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"

# Properties of the schemas of XMP 2005 that a document is likely to have, by namespace.
_KNOWN: Mapping[str, frozenset[str]] = {
    namespace[1:-1]: frozenset(properties.split())
    for namespace, properties in {
        _DC: "contributor coverage creator date description format identifier language publisher "
        "relation rights source subject title type",
        _XMP: "Advisory BaseURL CreateDate CreatorTool Identifier Label MetadataDate ModifyDate "
        "Nickname Rating Thumbnails",
        _PDF: "Keywords PDFVersion Producer",
        _PDFAID: "part amd corr conformance",
        _EXTENSION: "schemas",
        "{http://ns.adobe.com/xap/1.0/rights/}": "Certificate Marked Owner UsageTerms WebStatement",
        "{http://ns.adobe.com/xap/1.0/mm/}": "DerivedFrom DocumentID History ManagedFrom Manager "
        "ManageTo ManageUI ManagerVariant RenditionClass RenditionParams VersionID Versions "
        "LastURL RenditionOf SaveID",
        "{http://ns.adobe.com/xap/1.0/bj/}": "JobRef",
        "{http://ns.adobe.com/xap/1.0/t/pg/}": "MaxPageSize NPages Fonts Colorants PlateNames",
    }.items()
}
_PACKET = re.compile(rb"<\?xpacket begin=(\"[^\"]*\"|'[^']*')([^?]*)\?>")
# Entries of the information dictionary and the properties that must say the same.
_TWINS = {
    "/Title": _DC + "title",
    "/Author": _DC + "creator",
    "/Subject": _DC + "description",
    "/Keywords": _PDF + "Keywords",
    "/Creator": _XMP + "CreatorTool",
    "/Producer": _PDF + "Producer",
    "/CreationDate": _XMP + "CreateDate",
    "/ModDate": _XMP + "ModifyDate",
}
_PDF_DATE = re.compile(
    r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)(?:00'?00)?'?|([+-])(\d\d)'?(\d\d)?'?)?$"
)


def packet(pdf: Opened) -> bytes:
    """Give the XMP packet of the document; empty when it has none."""
    stream = at(pdf.catalog, "/Metadata")
    return bytes(stream.get_data()) if isinstance(stream, StreamObject) else b""


def properties(pdf: Opened) -> dict[str, ElementTree.Element | str]:
    """Give each property of the packet: an element, or the text of an attribute.

    Raises:
        ValueError: the packet is not XML or not RDF.
    """
    found: dict[str, ElementTree.Element | str] = {}
    for description in _root(pdf).iter(f"{_RDF}Description"):
        for name, value in description.attrib.items():
            if not name.startswith(_RDF):
                found[name] = value
        for child in description:
            found.setdefault(child.tag, child)
    return found


def _root(pdf: Opened) -> ElementTree.Element:
    try:
        root = ElementTree.fromstring(packet(pdf))
    except ElementTree.ParseError as error:
        raise ValueError(f"XMP: {error}") from error
    tree = root if root.tag == f"{_RDF}RDF" else root.find(f".//{_RDF}RDF")
    if tree is None:
        raise ValueError("XMP: rdf:RDF")
    return tree


def words(value: ElementTree.Element | str | None) -> str:
    """Give the text of a property; items of a list joined by ``; ``."""
    if value is None or isinstance(value, str):
        return value or ""
    items = [item.text or "" for item in value.iter(f"{_RDF}li")]
    return "; ".join(items) if items else (value.text or "").strip()


def present(pdf: Opened) -> Iterator[str]:
    """The document has a metadata stream."""
    stream = at(pdf.catalog, "/Metadata")
    if not isinstance(stream, StreamObject):
        yield "/Metadata"
    elif (at(stream, "/Type"), at(stream, "/Subtype")) != ("/Metadata", "/XML"):
        yield "/Metadata /Type /Subtype"


def plain(pdf: Opened) -> Iterator[str]:
    """The metadata stream can be read without unpacking it."""
    if at(pdf.catalog, "/Metadata", "/Filter") is not None:
        yield "/Metadata /Filter"


def well_formed(pdf: Opened) -> Iterator[str]:
    """Every metadata stream is an XMP packet in UTF-8 without the two outdated attributes."""
    for number, stream in pdf.streams:
        if at(stream, "/Type") != "/Metadata":
            continue
        data = stream.get_data()
        opening = _PACKET.search(data)
        if not opening or re.search(rb"\b(bytes|encoding)\s*=", opening[2]):
            yield f"object {number} xpacket"
        try:
            data.decode("utf-8")
            root = ElementTree.fromstring(data)
        except (UnicodeDecodeError, ElementTree.ParseError) as error:
            yield f"object {number} {error}"
            continue
        if root.tag != f"{_RDF}RDF" and root.find(f".//{_RDF}RDF") is None:
            yield f"object {number} rdf:RDF"


def schemas(pdf: Opened) -> Iterator[str]:
    """Every property is one of a known schema or is described in the packet."""
    described = _described(pdf)
    for name in properties(pdf):
        namespace, _, local = name[1:].partition("}")
        if local not in _KNOWN.get(namespace, ()) and (namespace, local) not in described:
            yield f"XMP {namespace}{local}"


def _described(pdf: Opened) -> set[tuple[str, str]]:
    found = set()
    for node in _root(pdf).iter():
        namespace = node.findtext(f"{_SCHEMA}namespaceURI")
        if namespace is None:
            continue
        for each in node.iter():
            local = each.findtext(f"{_PROPERTY}name")
            parts = ("valueType", "category", "description")
            if local and all(each.findtext(_PROPERTY + part) for part in parts):
                found.add((namespace, local))
    return found


def identification(pdf: Opened) -> Iterator[str]:
    """The file says it is PDF/A, part 2, level A."""
    said = properties(pdf)
    for name, wanted in (("part", "2"), ("conformance", "A")):
        found = words(said.get(_PDFAID + name))
        if found != wanted:
            yield f"pdfaid:{name} {found}".rstrip()
    if b'xmlns:pdfaid="' + _PDFAID[1:-1].encode() not in packet(pdf).replace(b"'", b'"'):
        yield "xmlns:pdfaid"


def title(pdf: Opened) -> Iterator[str]:
    """The document has a title."""
    if not words(properties(pdf).get(_DC + "title")).strip():
        yield "dc:title"


def agreement(pdf: Opened) -> Iterator[str]:
    """The information dictionary and XMP say the same."""
    said = properties(pdf)
    information = at(pdf.trailer, "/Info")
    for key, name in _TWINS.items():
        stated = at(information, key)
        meant = words(said.get(name))
        if stated is None:
            continue
        if key.endswith("Date"):
            date = _pdf_date(str(stated))
            same = date is not None and date == _xmp_date(meant)
        else:
            same = str(stated) == meant
        if not same:
            yield f"/Info {key}"


def _pdf_date(text: str) -> datetime | None:
    found = _PDF_DATE.match(text)
    if not found:
        return None
    year, month, day, hour, minute, second = (
        int(part or least) for part, least in zip(found.groups(), (0, 1, 1, 0, 0, 0), strict=False)
    )
    shift = timedelta(hours=int(found[9] or 0), minutes=int(found[10] or 0))
    zone = timezone(-shift if found[8] == "-" else shift)
    return datetime(year, month, day, hour, minute, second, tzinfo=zone)


def _xmp_date(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


FINDERS = {
    "metadata.xmp": present,
    "metadata.plain": plain,
    "metadata.packet": well_formed,
    "metadata.schemas": schemas,
    "metadata.identification": identification,
    "metadata.title": title,
    "metadata.agreement": agreement,
}

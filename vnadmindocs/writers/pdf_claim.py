"""What a PDF claims to be in its description (XMP), read, lowered and taken back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from vnadmindocs.record.pdf_contents import resolved

if TYPE_CHECKING:
    from pypdf import PdfReader, PdfWriter

#: What a file may still claim when its tags do not cover all of its pages.
LOWERED = "PDF/A-2b"

_HIGHER = ("PDF/A-2a", "PDF/A-2u", LOWERED)
_CLAIM = re.compile(
    r"<(pdfu?aid):(\w+)>[^<]*</\1:\2>\s*|\s+pdfu?aid:\w+\s*=\s*(?:\"[^\"]*\"|'[^']*')"
)
_PART = re.compile(r"pdfaid:part\W+(\d)")
_LEVEL = re.compile(r"(<pdfaid:conformance>)\w(?=</pdfaid:conformance>)")
# PDF/A-1 forbids whatever PDF/A-2 forbids; parts 3 and 4 allow files inside.
_JOINABLE_PARTS = frozenset({"1", "2"})
# The check unpacks a file whole: larger ones go without a claim.
_LARGEST_CHECKED = 20_000_000
# What level B does not ask for.
_OF_LEVEL_A = ("tags.", "metadata.identification")


def claims_pdf_a(reader: PdfReader) -> bool:
    """Tell whether a file claims PDF/A-1 or PDF/A-2, of any level."""
    found = _PART.search(_description(reader.root_object.get("/Metadata")))
    return found is not None and found[1] in _JOINABLE_PARTS


def may_be_lowered(claim: str, size: int) -> bool:
    """Tell whether a document of this claim and size can be held against the list of checks."""
    return claim in _HIGHER and size <= _LARGEST_CHECKED


def passes_lowered(data: bytes) -> bool:
    """Tell whether a file passes our checks for the lowered claim; it is no validator's verdict."""
    from vnadmindocs.writers.pdf.conformance import check_pdf

    try:
        checks = check_pdf(data)
    except Exception:  # a face or a drawing from elsewhere that cannot even be read
        return False
    return all(
        check.passed or check.rule.demand != "pdfa" or check.key.startswith(_OF_LEVEL_A)
        for check in checks
    )


def set_claim(writer: PdfWriter, lowered: bool, renamed: tuple[str, str] | None = None) -> None:
    """Write the description anew: with the lowered claim, or with none.

    Args:
        writer: the file.
        lowered: the claim it has is lowered; else it is taken back.
        renamed: the identity of the file before and now.
    """
    from pypdf.generic import DecodedStreamObject, IndirectObject, NameObject

    root = writer.root_object
    place = root.raw_get("/Metadata") if "/Metadata" in root else None
    if not isinstance(place, IndirectObject):
        return
    text = _description(place)
    text = _LEVEL.sub(r"\g<1>B", text) if lowered else _CLAIM.sub("", text)
    if renamed is not None:
        text = text.replace(*renamed)
    described = DecodedStreamObject()
    described.set_data(text.encode("utf-8"))
    described[NameObject("/Type")] = NameObject("/Metadata")
    described[NameObject("/Subtype")] = NameObject("/XML")
    writer._replace_object(place, described)  # what it said before is nowhere in the file


def _description(metadata: Any) -> str:
    found = resolved(metadata)
    return found.get_data().decode("utf-8", "replace") if hasattr(found, "get_data") else ""

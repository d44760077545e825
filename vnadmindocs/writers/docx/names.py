"""Names fixed by the formats: XML namespaces, relationship and content types, tags of templates."""

from __future__ import annotations

from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

DOCUMENT = "word/document.xml"
DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
CONTENT_TYPES = "[Content_Types].xml"
FOOTNOTES = "word/footnotes.xml"
STYLES = "word/styles.xml"
CORE = "docProps/core.xml"

HEADER_TAGS = ("issuer", "number", "dispatch_subject", "marks", "national_header", "place_date")
FLOW_TAGS = (
    "title", "addressees", "issuing_authority", "legal_bases", "decision_word", "body",
    "recipients", "signature", "closing", "parts",
)  # fmt: skip
MARGIN_TAGS = ("circulation", "contact")
BLOCK_TAGS = (*HEADER_TAGS, *FLOW_TAGS, *MARGIN_TAGS)

# {{ text.NAME }}: words of all paragraphs of that role in the main part, on one line.
TEXT_TAGS = (
    "superior", "issuer", "number", "place_date", "dispatch_subject", "type_name", "subject",
    "signature_authority", "signature_name",
)  # fmt: skip

# An element without a block tag is still printed when the template says its words in one of these.
PRINTED_BY_TEXT: Mapping[str, tuple[str, ...]] = {
    "number": ("number",),
    "place_date": ("place_date",),
    "dispatch_subject": ("dispatch_subject",),
    "title": ("type_name", "subject"),
    "issuer": ("issuer",),
}
# Words that an office may have typed into its template itself.
OWN_FURNITURE = ("issuer", "national_header")

"""Core properties of the package, all from the record: no clock, no user name of the machine."""

from __future__ import annotations

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.shape import Metadata
from vnadmindocs.writers.docx.markup import escape
from vnadmindocs.writers.docx.names import DECLARATION

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def core_markup(metadata: Metadata, language: str) -> str:
    """Give the part of the core properties.

    Created and modified are midnight UTC of the document's date. A draft without a full date has
    a fixed one, so that the same record always gives the same bytes. A property without a value
    is left out.
    """
    moment = f"{metadata.date or wording('draft.date')}T00:00:00Z"
    texts = (
        ("dc:title", metadata.title),
        ("dc:subject", metadata.subject),
        ("dc:creator", metadata.author),
        ("cp:keywords", metadata.keywords),
        ("cp:lastModifiedBy", metadata.author),
        ("dc:identifier", metadata.identifier),
        ("dc:language", language),
    )
    rows = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts if text)
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{rows}'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    )

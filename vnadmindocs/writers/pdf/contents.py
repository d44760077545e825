"""On which pages the headings of tables of contents are, as typst lays the document out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from vnadmindocs.layout.contents import contents_of
from vnadmindocs.layout.shape import Layout
from vnadmindocs.writers.pdf.compiler import pages_of_listed
from vnadmindocs.writers.pdf.footnote_pages import page_tops
from vnadmindocs.writers.pdf.typesetting import typesetting_of

if TYPE_CHECKING:
    from vnadmindocs.fonts.faces import Face


def pages_of_headings(layout: Layout, face: Face) -> Mapping[str, str]:
    """Give the number of the page of each heading that a table of contents lists, as printed.

    Args:
        layout: what is printed; a part that is a file to be joined has no pages here.
        face: the face it is printed in.

    Raises:
        TypesettingError: typst refused.
    """
    parts = [part for part in layout.parts if part.attachment is None]
    listing = [(part, contents) for part in parts for contents in contents_of(part)]
    typesetting = typesetting_of(layout, face, page_tops=page_tops(layout, face))
    starts, found = pages_of_listed(typesetting, face, len(listing))
    pages: dict[str, str] = {}
    for (part, contents), headings in zip(listing, found, strict=True):
        before = starts[parts.index(part)] - part.section.first_number
        targets = [entry.target for entry in contents.entries]
        pages.update(zip(targets, (str(page - before) for page in headings), strict=True))
    return pages

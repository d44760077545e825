"""A part from top to bottom: the elements of a main document, an appendix or an attached document.

The same components stand in the same order in all of them; what a record does not have is left
out by the element's own file.
"""

from __future__ import annotations

from vnadmindocs.layout.addressees import addressees_element
from vnadmindocs.layout.body import body_element
from vnadmindocs.layout.certification import certification_grid
from vnadmindocs.layout.closing import closing_elements
from vnadmindocs.layout.contact import contact_blocks
from vnadmindocs.layout.contents import has_contents, with_contents
from vnadmindocs.layout.header import header_grid
from vnadmindocs.layout.issuing_authority import issuing_authority_element
from vnadmindocs.layout.legal_bases import decision_word_element, legal_bases_element
from vnadmindocs.layout.marks import circulation_blocks
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.section import with_margins
from vnadmindocs.layout.shape import Element, Grid, Section
from vnadmindocs.layout.signature import GAP, signatures_of


def part_elements(
    context: PartContext, head: Element | None, label: Element | None = None
) -> tuple[Element | Grid, ...]:
    """Lay out a part.

    Args:
        context: the part.
        head: type name and trích yếu, or the head of an appendix; None for a công văn.
        label: what stands above the head of a form to fill in; None for most.
    """
    header = header_grid(context)
    found: list[Element | Grid | None] = [
        label,
        header,
        head,
        addressees_element(context),
        issuing_authority_element(context),
        legal_bases_element(context),
        decision_word_element(context),
    ]
    signatures = signatures_of(context)
    body = body_element(context, signed=bool(signatures))
    closing = closing_elements(context, signatures)
    certification = certification_grid(context)
    if certification is not None:
        closing = (*closing, certification)
    if body is not None and closing:
        body = Element(body.role, body.box, (*body.blocks, GAP))
    if body is not None and has_contents(context):
        contents, body = with_contents(context, body)
        found.append(contents)
    found.append(body)
    return (*(element for element in found if element is not None), *closing)


def part_section(context: PartContext) -> Section:
    """Give the page box of a part with what stands in the margins of its first page."""
    contact = () if context.path and context.record.contact is None else contact_blocks(context)
    return with_margins(context.sheet.section, circulation_blocks(context), contact)

"""The head of page 1: issuing body and Quốc hiệu, then number and date on one level."""

from __future__ import annotations

from vnadmindocs.layout.issuer import issuer_element
from vnadmindocs.layout.marks import marks_elements
from vnadmindocs.layout.national_header import national_header, national_header_in
from vnadmindocs.layout.number import number_element
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.place_date import place_date_element
from vnadmindocs.layout.shape import Element, Grid, GridRow
from vnadmindocs.layout.subject import dispatch_subject_element, is_dispatch_subject
from vnadmindocs.record.document_type import FORM
from vnadmindocs.record.fields import State


def header_grid(context: PartContext) -> Grid | Element | None:
    """Lay out the head in two columns; None for an appendix that has no head of its own.

    A form that no body fills in, «cơ quan» left empty, has Quốc hiệu alone in the middle.
    """
    if not has_header(context):
        return None
    record, sheet = context.record, context.sheet
    if record.type == FORM and record.agency is State.GAP:
        return national_header_in(sheet, sheet.width_mm)
    left: list[Element] = []
    right: list[Element] = []
    # An attached document has no number and date of its own unless they are written (PL3·1.3).
    if record.number is not None or (not context.path and _has_number(context)):
        number = number_element(context)
        if number is not None:
            left.append(number)
    if is_dispatch_subject(record):
        subject = dispatch_subject_element(context)
        if subject is not None:
            left.append(subject)
    left += marks_elements(context)
    if _has_place_date(context):
        place_date = place_date_element(context)
        if place_date is not None:
            right.append(place_date)
    rows = [GridRow(((issuer_element(sheet, context.issuers),), (national_header(sheet),)))]
    if left or right:
        rows.append(GridRow((tuple(left), tuple(right))))
    return Grid("header", (sheet.header_left_mm, sheet.header_right_mm), tuple(rows))


def has_header(context: PartContext) -> bool:
    """Tell whether a part has a head.

    An appendix has one only where a body is written; a text that a decision issues has the
    decision's (PL3·1.3).
    """
    agency = context.record.agency
    if context.path and agency is None:
        return bool(context.issuers)
    return agency is not State.OMITTED


def _has_number(context: PartContext) -> bool:
    law = context.record.type.law
    return law is None or law.has_number or context.record.symbol is not None


def _has_place_date(context: PartContext) -> bool:
    record = context.record
    if record.date is not None or record.place is not None:
        return True
    law = record.type.law
    return not context.path and (law is None or law.place_date)

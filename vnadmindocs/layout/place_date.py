"""Ô 4: place and date, with gaps for what is not known; breaks after the comma when too wide."""

from __future__ import annotations

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Element
from vnadmindocs.layout.sheet import lines_paragraph
from vnadmindocs.notation.date import PartialDate, print_date
from vnadmindocs.record.fields import State


def place_date_element(context: PartContext) -> Element | None:
    """Lay out ``Hải Phòng, ngày 05 tháng 01 năm 2026``; None when both parts are left out."""
    record = context.record
    place = _place(context)
    date = None if record.date is State.OMITTED else _printed_date(record.date)
    if place is None and date is None:
        return None
    if place is None or date is None:
        lines: tuple[str, ...] = (place or date or "",)
    else:
        comma = wording("place.separator")
        line = f"{place}{comma} {date}"
        sheet = context.sheet
        fits = sheet.measure(line, "place_date") <= sheet.header_right_mm
        lines = (line,) if fits else (f"{place}{comma}", date)
    return Element("place_date", "4", (lines_paragraph("place_date", lines),))


def _printed_date(date: object) -> str:
    return print_date(date if isinstance(date, PartialDate) else PartialDate())


def _place(context: PartContext) -> str | None:
    written = context.record.place
    if written is State.OMITTED:
        return None
    if isinstance(written, str):
        return written
    if written is None:
        for issuer in context.issuers:
            if isinstance(issuer.agency.place, str):
                context.used_default("place")
                return issuer.agency.place
    return wording("place.gap")

"""Ô 1: Quốc hiệu and Tiêu ngữ, with a rule as long as the words of the Tiêu ngữ."""

from __future__ import annotations

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.shape import Element
from vnadmindocs.layout.sheet import Sheet, centered_rule, lines_paragraph


def national_header(sheet: Sheet) -> Element:
    """Lay out Quốc hiệu and Tiêu ngữ; the same on every document of a sheet."""
    kept = sheet.made.get("national_header")
    if isinstance(kept, Element):
        return kept
    made = national_header_in(sheet, sheet.header_right_mm)
    sheet.made["national_header"] = made
    return made


def national_header_in(sheet: Sheet, width_mm: float) -> Element:
    """Lay out Quốc hiệu and Tiêu ngữ in the middle of a column of this width."""
    motto = wording("national_motto")
    length = sheet.measure(motto, "national_motto") * sheet.norms["rule.national_motto.ratio"].use
    return Element(
        "national_header",
        "1",
        (
            lines_paragraph("national_name", (wording("national_name"),)),
            lines_paragraph("national_motto", (motto,)),
            centered_rule("national_motto", length, width_mm),
        ),
    )

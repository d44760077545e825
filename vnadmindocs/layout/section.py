"""The page box of a part, from the norms or from an office's own template."""

from __future__ import annotations

from dataclasses import replace

from vnadmindocs.law.norms import Norms
from vnadmindocs.layout.shape import Block, Section
from vnadmindocs.layout.styles import TemplateMeasures

LANDSCAPE = "landscape"  # how a record says that a page lies on its long side


def page_section(
    norms: Norms,
    template: TemplateMeasures | None = None,
    *,
    landscape: bool = False,
) -> Section:
    """Give the section of a part; a landscape page keeps the four margins as they are named.

    The decree gives margins without regard to how the page lies (PL1·P1·I.2, I.3).
    """
    if template is not None:
        page = template.page
        width, height = page.width_mm, page.height_mm
        top, bottom, left, right = page.top_mm, page.bottom_mm, page.left_mm, page.right_mm
        header, footer = page.header_mm, page.footer_mm
    else:
        width, height = norms["page.width"].use, norms["page.height"].use
        top, bottom, left, right = (
            norms[f"page.margin.{side}"].use for side in ("top", "bottom", "left", "right")
        )
        header, footer = norms["page.header_distance"].use, norms["page.footer_distance"].use
    if landscape != (width > height):
        width, height = height, width
    return Section(
        width,
        height,
        top,
        bottom,
        left,
        right,
        header,
        footer,
        first_number=round(norms["page_number.first"].use),
        hidden_pages=round(norms["page_number.hidden_pages"].use),
    )


def page_of(section: Section, width_mm: float, height_mm: float) -> Section:
    """Give the page box of a page of another size, such as the first page of a PDF.

    The margins stay where most of the page is left between them, and else shrink with the page.
    """
    across = min(1.0, width_mm / section.width_mm)
    down = min(1.0, height_mm / section.height_mm)
    return replace(
        section,
        width_mm=width_mm,
        height_mm=height_mm,
        top_mm=section.top_mm * down,
        bottom_mm=section.bottom_mm * down,
        left_mm=section.left_mm * across,
        right_mm=section.right_mm * across,
        first_header=(),
        first_footer=(),
    )


def with_margins(
    section: Section, first_header: tuple[Block, ...], first_footer: tuple[Block, ...]
) -> Section:
    """Put what stands in the margins of the first page into a section."""
    if not first_header and not first_footer:
        return section
    return replace(section, first_header=first_header, first_footer=first_footer)

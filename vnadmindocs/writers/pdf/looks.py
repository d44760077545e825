"""The looks of a document: named styles with their direct properties, each said once, in pt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vnadmindocs.fonts.metrics import DESCENT_EM, LINE_PITCH_EM
from vnadmindocs.layout.shape import Paragraph, Style
from vnadmindocs.units import TWIPS_PER_PT, mm_to_twips

# Exact pitch: LibreOffice sets four fifths of it above the base line.
_RISE_OF_EXACT = 0.8
# LibreOffice measures words in whole twips, rounded up: a line that just fits does not fit there.
_HAIR_PT = 1 / TWIPS_PER_PT


def pt(mm: float) -> float:
    """Give a length in pt, on the grid of Word: both writers print the same one."""
    return mm_to_twips(mm) / TWIPS_PER_PT


def columns_pt(columns_mm: Sequence[float]) -> list[float]:
    """Give widths on the grid of Word that add up to the rounded total."""
    widths: list[float] = []
    done, total = 0, 0.0
    for width in columns_mm:
        total += width
        edge = mm_to_twips(total)
        widths.append((edge - done) / TWIPS_PER_PT)
        done = edge
    return widths


class Looks:
    """Numbers the looks of one document.

    Attributes:
        styles: the named styles, by role.
        data: each look, in the order of the numbers.
    """

    def __init__(self, styles: Mapping[str, Style]) -> None:
        """Start without any."""
        self.styles = styles
        self.data: list[dict[str, Any]] = []
        self._numbers: dict[tuple[Any, ...], int] = {}

    def of_style(self, role: str) -> int:
        """Give the number of a named style as it is, nothing above it."""
        return self.number(Paragraph(role, ()), keep=False, above_pt=0.0)

    def number(self, paragraph: Paragraph, *, keep: bool, above_pt: float) -> int:
        """Give the number of a style with the direct properties of a paragraph.

        Args:
            paragraph: its role and what it says itself.
            keep: whether it stays with the paragraph after it.
            above_pt: room above it, which falls away at the top of a page.
        """
        key = (
            paragraph.role,
            paragraph.align,
            paragraph.left_mm,
            paragraph.right_mm,
            paragraph.first_indent_mm,
            keep,
            above_pt,
        )
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.data)
            self.data.append(self._look(paragraph, keep, above_pt))
        return number

    def _look(self, paragraph: Paragraph, keep: bool, above_pt: float) -> dict[str, Any]:
        def own(value: float | None, usual: float) -> float:
            return pt(usual if value is None else value)

        style = self.styles[paragraph.role]
        align = paragraph.align or style.align
        exact = style.exact_pt or 0.0
        return {
            "size": style.size_pt,
            "bold": style.bold,
            "italic": style.italic,
            "color": style.color,
            "align": align,
            "left": own(paragraph.left_mm, style.left_mm),
            "right": own(paragraph.right_mm, style.right_mm)
            + (_HAIR_PT if align == "justify" else 0.0),
            "first": own(paragraph.first_indent_mm, style.first_indent_mm),
            "above": above_pt,
            "pitch": exact,
            "rise": exact * _RISE_OF_EXACT,
            "lead": lead_pt(style),
            "keep-next": keep,
            "keep-lines": style.keep_lines,
            "widow-control": style.widow_control,
        }


def line_pt(style: Style) -> float:
    """Give the height of one line of a style, in pt."""
    return style.exact_pt or style.size_pt * LINE_PITCH_EM


def above_base_pt(style: Style) -> float:
    """Give how much of the height of a line is above its base line, in pt."""
    if style.exact_pt is not None:
        return style.exact_pt * _RISE_OF_EXACT
    return style.size_pt * (LINE_PITCH_EM - DESCENT_EM)


def lead_pt(style: Style) -> float:
    """Give what proportional spacing adds between lines, and below the last one, in pt.

    So LibreOffice does; above the first line of a page there is none.
    """
    if style.exact_pt is not None or style.line is None:
        return 0.0
    return style.size_pt * LINE_PITCH_EM * (style.line - 1.0)

"""Lengths of paper and type, and the grids Word rounds them to.

A length is a plain ``float`` whose unit is in its name: ``_mm`` or ``_pt``. Word stores twips
(1/20 pt) and half-points; two lengths are equal for this product when their twips are equal
(15 mm comes back from Word as 14.993 mm).
"""

from __future__ import annotations

MM_PER_INCH = 25.4
PT_PER_INCH = 72.0
TWIPS_PER_PT = 20
EMU_PER_MM = 36_000


def mm_to_pt(mm: float) -> float:
    """Convert millimetres to points."""
    return mm * PT_PER_INCH / MM_PER_INCH


def pt_to_mm(pt: float) -> float:
    """Convert points to millimetres."""
    return pt * MM_PER_INCH / PT_PER_INCH


def mm_to_twips(mm: float) -> int:
    """Round millimetres to Word's grid of 1/20 pt."""
    return round(mm_to_pt(mm) * TWIPS_PER_PT)


def pt_to_twips(pt: float) -> int:
    """Round points to Word's grid of 1/20 pt."""
    return round(pt * TWIPS_PER_PT)


def twips_to_mm(twips: int) -> float:
    """Convert twips to millimetres."""
    return pt_to_mm(twips / TWIPS_PER_PT)


def pt_to_half_points(pt: float) -> int:
    """Round a type size to Word's half-points."""
    return round(pt * 2)


def mm_to_emu(mm: float) -> int:
    """Round millimetres to the English metric units of DrawingML."""
    return round(mm * EMU_PER_MM)


def same_length_mm(one: float, other: float) -> bool:
    """Tell whether two lengths in mm are the same to Word."""
    return mm_to_twips(one) == mm_to_twips(other)

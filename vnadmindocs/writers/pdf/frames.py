"""Frames drawn over pages, one a box, in the colour of its kind with the number of its ô."""

from __future__ import annotations

from collections.abc import Sequence

from vnadmindocs.layout.places import INFORMATION, SEAL, SEALS, SIGNATURE, PlacedBox
from vnadmindocs.units import mm_to_pt

LABEL_PT = 7.0
_HEAD, _BODY, _SIGNER, _OTHER = "1f4e9e", "757575", "2e7d32", "8e24aa"
_IMAGE, _SEAL = "0277bd", "d50000"
_COLORS = {
    "6": _BODY,
    "7a": _SIGNER,
    "7b": _SIGNER,
    SIGNATURE: _IMAGE,
    SEAL: _SEAL,
    "10a": "bf5600",
    "10b": "bf5600",
    "11": "bf5600",
    INFORMATION: "bf5600",
    "14": "bf5600",
    "S5a": _SIGNER,
    "S5b": _SIGNER,
    "S5c": _IMAGE,
    "S6": _SEAL,
}
_HEAD_BOXES = ("1", "2", "3", "4", "5a", "5b", "S1", "S2", "S3", "S4")

Frame = tuple[float, float, float, float, str, str, bool]


def frames_of(boxes: Sequence[PlacedBox]) -> tuple[tuple[Frame, ...], ...]:
    """Give the frames of each page as ``templates/document.typ`` reads them, in pt."""
    last = max((box.page for box in boxes), default=0)
    return tuple(
        tuple(_frame(box) for box in boxes if box.page == page) for page in range(1, last + 1)
    )


def _frame(box: PlacedBox) -> Frame:
    lengths = (box.left_mm, box.top_mm, box.width_mm, box.height_mm)
    left, top, width, height = (round(mm_to_pt(each), 2) for each in lengths)
    color = _COLORS.get(box.box, _HEAD if box.box in _HEAD_BOXES else _OTHER)
    label = "" if box.box == INFORMATION else box.box
    return left, top, width, height, label, f"#{color}", box.box in SEALS

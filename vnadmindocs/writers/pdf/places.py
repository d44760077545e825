"""Where every ô of a document has landed on its pages, as typst says.

A document with marks is laid out a second time, and nothing is made of it but the places of the
marks: they are joined into one box for each ô and page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from vnadmindocs.layout.places import (
    SIGNATURES,
    SIGNED,
    PlacedBox,
    SigningSizes,
    joined,
    seal,
    signature_image,
)
from vnadmindocs.layout.shape import Align, Layout, Section
from vnadmindocs.units import pt_to_mm
from vnadmindocs.values import dataclass
from vnadmindocs.writers.pdf.compiler import positions_of
from vnadmindocs.writers.pdf.footnote_pages import page_tops
from vnadmindocs.writers.pdf.looks import pt
from vnadmindocs.writers.pdf.marks import Column, Mark, Marks
from vnadmindocs.writers.pdf.typesetting import typesetting_of

if TYPE_CHECKING:
    from vnadmindocs.fonts.face import Face

_SAME_LINE_PT = 0.5  # base lines that differ by less are one
_LEAST_PT = 0.1  # what is lower than this is the end of something on the page before


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a page, in pt from the top left of the paper; pages from 1."""

    page: int
    x: float
    y: float


def placed_boxes(
    layout: Layout, face: Face, sizes: SigningSizes, *, leave_out: str = ""
) -> tuple[PlacedBox, ...]:
    """Find every ô on the pages that ``write_pdf`` makes, in the order of pages and parts.

    An ô that goes on over several pages has a place on each. A part that is a file to be joined
    has no pages here and is not counted.

    Args:
        layout: what is printed.
        face: the face it is printed in.
        sizes: of the images that a signature is shown by.
        leave_out: as for ``write_pdf``.

    Raises:
        TypesettingError: typst refused.
    """
    marks = Marks()
    tops = page_tops(layout, face, leave_out=leave_out)
    typesetting = typesetting_of(layout, face, marks=marks, page_tops=tops).without(leave_out)
    spots: dict[int, list[Spot]] = {}
    for number, page, x, y in positions_of(typesetting, face):
        spots.setdefault(number, []).append(Spot(page, x, y))
    sections = [part.section for part in layout.parts if part.attachment is None]
    found = _Places(marks.made, spots, sections, [spots[each][0].page for each in marks.parts])
    return tuple(_rounded(box) for box in _signed(found.boxes(), sizes))


def _signed(boxes: Sequence[PlacedBox], sizes: SigningSizes) -> Iterator[PlacedBox]:
    """Yield the boxes, the room of a signature as the image in it and the seal over that."""
    for box in boxes:
        if box.box in SIGNATURES:
            image = signature_image(box, sizes)
            yield image
            yield seal(image, sizes)
        else:
            yield box


class _Places:
    """What the marks of a document stand for, and where they are.

    Attributes:
        starts: the first page of each part.
    """

    def __init__(
        self,
        made: Sequence[Column | Mark],
        spots: Mapping[int, Sequence[Spot]],
        sections: Sequence[Section],
        starts: Sequence[int],
    ) -> None:
        self.made = made
        self.spots = spots
        self.sections = sections
        self.starts = starts

    def boxes(self) -> tuple[PlacedBox, ...]:
        """Give a box for each ô of a part, each signature and each page it is on."""
        found: dict[tuple[int, int, int, str], PlacedBox] = {}
        for number, mark in enumerate(self.made):
            if not isinstance(mark, Mark) or not mark.box:
                continue
            for box in self._of(number, mark):
                key = (box.page, box.part, box.signer, box.box)
                found[key] = joined(found[key], box) if key in found else box
        return tuple(sorted(found.values(), key=lambda each: (each.page, each.part)))

    def _of(self, number: int, mark: Mark) -> Iterator[PlacedBox]:
        """Yield the boxes of a mark, one a page."""
        left = self.spots[mark.owner.column][0].x + mark.left
        width = mark.owner.width_pt - mark.left - mark.right
        begin, *rest = self.spots[number]
        if mark.kind == "room":
            yield self._box(mark, begin.page, left, begin.y, width, mark.below)
            return
        if mark.kind == "words":
            for line in _lines(rest):
                top = line[0].y - mark.above
                from_, to = _across(mark.align, line, begin, left, left + width)
                height = mark.above + mark.below
                yield self._box(mark, line[0].page, from_, top, to - from_, height)
            return
        end = rest[-1]
        section = self.sections[mark.owner.part]
        for page in range(begin.page, end.page + 1):
            top = begin.y - mark.above if page == begin.page else pt(section.top_mm)
            bottom = pt(section.height_mm - section.bottom_mm)
            if page == end.page:
                bottom = end.y + mark.below
            if bottom - top > _LEAST_PT:
                yield self._box(mark, page, left, top, width, bottom - top)

    def _box(
        self, mark: Mark, page: int, left: float, top: float, width: float, height: float
    ) -> PlacedBox:
        owner = mark.owner
        is_signed = owner.signer and mark.box in SIGNED
        return PlacedBox(
            mark.box,
            page,
            pt_to_mm(left),
            pt_to_mm(top),
            pt_to_mm(width),
            pt_to_mm(height),
            owner.part,
            page - self.starts[owner.part] + 1,
            owner.signer if is_signed else 0,
            owner.signer_name if is_signed else "",
        )


def _lines(ends: Sequence[Spot]) -> Iterator[list[Spot]]:
    """Yield the ends of the words of each line."""
    line: list[Spot] = []
    for end in ends:
        if line and (end.page != line[0].page or abs(end.y - line[0].y) > _SAME_LINE_PT):
            yield line
            line = []
        line.append(end)
    if line:
        yield line


def _across(
    align: Align, line: Sequence[Spot], begin: Spot, left: float, right: float
) -> tuple[float, float]:
    """Give where a line begins and ends between two edges; its first word may have begun above."""
    first = line[0]
    last = max(end.x for end in line)
    if begin.page == first.page and abs(begin.y - first.y) < _SAME_LINE_PT:
        return begin.x, last
    if align == "center":
        return left + right - last, last
    return left, last if align == "left" else right


def _rounded(box: PlacedBox) -> PlacedBox:
    """Give a box in hundredths of a millimetre."""
    return replace(
        box,
        left_mm=round(box.left_mm, 2),
        top_mm=round(box.top_mm, 2),
        width_mm=round(box.width_mm, 2),
        height_mm=round(box.height_mm, 2),
    )

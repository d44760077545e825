"""Marks in the flow of a document, by which typst says where words and rooms have landed.

A mark is a number without extent. Only a document whose places are asked for has any; the words
stand where they would stand without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

from vnadmindocs.layout.places import BODY, SIGNATURES, box_of
from vnadmindocs.layout.shape import Align, Box, Element, Paragraph, Part, Rule, Style
from vnadmindocs.values import dataclass
from vnadmindocs.writers.pdf.looks import above_base_pt, line_pt, pt

_MARK = "at"
_NAME_ROLE = "signature_name"
_PLAIN = 2  # look and words, which may be parted at their spaces


@dataclass(frozen=True, slots=True)
class Column:
    """Where a part begins, or the left edge of an element's column: a mark of its own."""

    part: int
    width_pt: float


@dataclass(frozen=True, slots=True)
class Owner:
    """What the marks being made belong to.

    Attributes:
        column: the number of the mark at the left edge of the column.
        signer: number of the signature in its part, 0 for what is none.
    """

    part: int
    box: str
    column: int
    width_pt: float
    signer: int = 0
    signer_name: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a number in the flow stands for, all lengths in pt.

    Attributes:
        kind: ``words`` are marked on their base lines where they begin and after each of them;
            ``text`` fills the column and is marked where it begins and ends;
            ``room`` is marked at its top, at the left edge of the column.
        box: the ô; "" for none.
        above, below: how far the words reach from their base lines; of a room, ``below`` is how
            high it is.
        left, right: indents from the edges of the column: of a room, and of words that run over
            several lines.
        align: how those words stand between the indents.
    """

    kind: Literal["words", "text", "room"]
    owner: Owner
    box: str
    above: float
    below: float
    left: float = 0.0
    right: float = 0.0
    align: Align = "justify"


class Marks:
    """Numbers what is to be found again.

    Attributes:
        made: what each number stands for.
        parts: the number of the mark each part begins with.
    """

    def __init__(self) -> None:
        """Start with none."""
        self.made: list[Column | Mark] = []
        self.parts: list[int] = []
        self._owners: list[Owner | None] = [None]
        self._part = self._signers = 0

    def begin_part(self, part: Part, number: int) -> list[Any]:
        """Give what marks the first page of a part, the ``number``-th of its file from 0."""
        self._part, self._signers = number, 0
        self.parts.append(len(self.made))
        return self._numbered(Column(number, pt(part.section.text_width_mm)))

    def begin(self, element: Element, width_mm: float) -> list[Any]:
        """Give what marks the column of an element; what comes next belongs to it."""
        signer, name = 0, ""
        if element.role == "signature":
            self._signers += 1
            signer = self._signers
            lines = [each for each in element.blocks if isinstance(each, Paragraph)]
            named = (each.text for each in lines if each.role == _NAME_ROLE)
            name = " ".join(next(named, "").split())
        width = pt(width_mm)
        owner = Owner(self._part, element.box, len(self.made), width, signer, name)
        self._owners.append(owner)
        return self._numbered(Column(self._part, width))

    def suspend(self) -> None:
        """Mark nothing of what comes next: it stands in a frame or table that is marked itself."""
        self._owners.append(None)

    def end(self) -> None:
        """Go back to what was marked before."""
        self._owners.pop()

    def words(self, data: Any, paragraph: Paragraph, style: Style) -> Any:
        """Give the words of a paragraph with marks around each of its lines."""
        owner = self._owners[-1]
        if owner is None:
            return data
        align = paragraph.align or style.align
        left = style.left_mm if paragraph.left_mm is None else paragraph.left_mm
        right = style.right_mm if paragraph.right_mm is None else paragraph.right_mm
        hanging = style.first_indent_mm
        if paragraph.first_indent_mm is not None:
            hanging = paragraph.first_indent_mm
        above = above_base_pt(style)
        box = box_of(paragraph.role, owner.box)
        kind: Literal["words", "text"] = "text" if box == BODY else "words"
        mark = Mark(kind, owner, box, above, line_pt(style) - above)
        if kind == "words":
            outer = pt(left) + (min(pt(hanging), 0.0) if align in ("left", "justify") else 0.0)
            mark = replace(mark, left=outer, right=pt(right), align=align)
        found: list[Any] = []
        line: list[Any] = []
        for run in [*([data] if isinstance(data, str) else data), None]:
            if run is not None and type(run) is not int:  # a number is a break
                line.append(run)
                continue
            if line:
                number = self._numbered(mark)
                found.append(number)
                found += [*line, number] if kind == "text" else _marked(line, number)
            if run is not None:
                found.append(run)
            line = []
        return found

    def gap(self, paragraph: Paragraph, height_pt: float) -> list[list[Any]]:
        """Give what marks a paragraph without words where it is the room of a signature."""
        owner = self._owners[-1]
        box = box_of(paragraph.role, owner.box) if owner is not None else ""
        if owner is None or box not in SIGNATURES:
            return []
        return [self._numbered(Mark("room", owner, box, 0.0, height_pt))]

    def picture(self, height_pt: float) -> list[list[Any]]:
        """Give what marks the top of a picture."""
        owner = self._owners[-1]
        if owner is None:
            return []
        return [self._numbered(Mark("room", owner, owner.box, 0.0, height_pt))]

    def rule(self, rule: Rule, weight_pt: float) -> list[list[Any]]:
        """Give what marks a rule, which goes with the words it stands at."""
        owner = self._owners[-1]
        if owner is None:
            return []
        left, right = pt(rule.left_mm), pt(rule.right_mm)
        mark = Mark("room", owner, box_of(rule.under, owner.box), 0.0, weight_pt, left, right)
        return [self._numbered(mark)]

    def frame(self, box: Box, weight_pt: float) -> list[list[Any]]:
        """Give what marks the top of a frame and the lines around it."""
        owner = self._owners[-1]
        if owner is None:
            return []
        free = max(owner.width_pt - pt(box.width_mm), 0.0)
        left = {"left": 0.0, "center": free / 2, "justify": 0.0, "right": free}[box.align]
        height = pt(box.height_mm) + weight_pt
        mark = Mark("room", owner, box_of(box.role, owner.box), 0.0, height, left, free - left)
        return [self._numbered(mark)]

    def stretch(self) -> list[list[Any]]:
        """Give what marks the top of a table or of contents, and its end."""
        owner = self._owners[-1]
        if owner is None:
            return []
        return [self._numbered(Mark("text", owner, owner.box, 0.0, 0.0))]

    def _numbered(self, made: Column | Mark) -> list[Any]:
        self.made.append(made)
        return [_MARK, len(self.made) - 1]


def _marked(line: Sequence[Any], number: list[Any]) -> Iterator[Any]:
    """Yield the runs of a line with a mark after each word and each run."""
    for run in line:
        if isinstance(run, str):
            look, text = None, run
        elif isinstance(run[0], int) and len(run) == _PLAIN:
            look, text = run
        else:
            yield run
            yield number
            continue
        for index, word in enumerate(text.split(" ")):
            if index:
                yield " " if look is None else [look, " "]
            if word:
                yield word if look is None else [look, word]
                yield number

"""What every element of a part is laid out on: norms, styles, page box and column widths.

A sheet is made once for norms, template and orientation, and shared by all documents on it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import field
from types import MappingProxyType

from vnadmindocs.fonts.metrics import balanced_lines, break_lines, longest_line, width_mm
from vnadmindocs.law.norms import Norms
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.section import page_section
from vnadmindocs.layout.shape import Align, Paragraph, Rule, Run, Section, Style
from vnadmindocs.layout.styles import TemplateMeasures, styles
from vnadmindocs.values import dataclass

_HEADER_COLUMNS = 2
_KEPT = 32  # sheets kept: two size sets, two orientations, a few offices and templates


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Norms and styles with the widths that follow from them, in mm.

    Attributes:
        header_left_mm, header_right_mm: columns of the header grid; the right one holds Quốc hiệu
            on one line.
        closing_left_mm, closing_right_mm: columns of recipients and signature.
        made: what elements keep for the next document on this sheet.
    """

    norms: Norms
    styles: Mapping[str, Style]
    section: Section
    header_left_mm: float
    header_right_mm: float
    closing_left_mm: float
    closing_right_mm: float
    made: dict[object, object] = field(default_factory=dict, repr=False)

    @property
    def width_mm(self) -> float:
        """Width of the text between the margins."""
        return self.section.text_width_mm

    @property
    def header_lines_mm(self) -> float:
        """Width for lines in the left header column, clear of Quốc hiệu when it is full."""
        return self.header_left_mm - 2 * self.norms["header.clearance"].use

    def measure(self, text: str, role: str) -> float:
        """Measure a text of one line in the look of a role, in mm."""
        style = self.styles[role]
        return width_mm(text, style.size_pt, style.bold, style.italic)

    def longest(self, lines: Sequence[str], role: str) -> float:
        """Measure the widest of some lines, in mm."""
        style = self.styles[role]
        return longest_line(lines, style.size_pt, style.bold, style.italic)

    def balanced(self, text: str, role: str, width: float) -> tuple[str, ...]:
        """Break a centred text into few even lines; a written break stays."""
        style = self.styles[role]
        return balanced_lines(text, width, style.size_pt, style.bold, style.italic)

    def printed(self, text: str, role: str, width: float) -> tuple[str, ...]:
        """Keep each line as written where it fits, else balance its own words anew."""
        if "\n" not in text:
            return self.balanced(text, role, width)
        lines = tuple(text.split("\n"))
        if self.longest(lines, role) <= width:
            return lines
        return tuple(part for line in lines for part in self._fitting(line, role, width))

    def evened(self, lines: Sequence[str], role: str, width: float) -> tuple[str, ...]:
        """Keep the lines of a name where all of them fit, else balance its words anew."""
        if self.longest(lines, role) <= width:
            return tuple(lines)
        return self.balanced(" ".join(lines), role, width)

    def _fitting(self, line: str, role: str, width: float) -> tuple[str, ...]:
        """Break a line only where it is too long; an empty one stays."""
        if line != line.strip(" \t") and self.measure(line, role) <= width:
            return (line,)
        return self.balanced(line, role, width)

    def wrapped(self, text: str, role: str, width: float) -> tuple[str, ...]:
        """Break a text as the writers will."""
        style = self.styles[role]
        return break_lines(text, width, style.size_pt, style.bold, style.italic)


def sheet_of(
    norms: Norms, template: TemplateMeasures | None = None, *, landscape: bool = False
) -> Sheet:
    """Give the sheet of these norms; the same objects give the same sheet."""
    key = (id(norms), id(template), landscape)
    kept = _made.get(key)
    if kept is not None:
        return kept[2]
    made = _sheet(norms, template, landscape)
    while len(_made) >= _KEPT:
        _made.pop(next(iter(_made)), None)
    # Norms and template are kept with their sheet: an id stays theirs as long as they live.
    _made[key] = (norms, template, made)
    return made


def lines_paragraph(
    role: str, lines: Sequence[str], *, keep_next: bool | None = None, align: Align | None = None
) -> Paragraph:
    """Make a paragraph of printed lines of one look."""
    return Paragraph(
        role,
        tuple([(Run(line),) if line else () for line in lines]),
        keep_next=keep_next,
        align=align,
    )


def centered_rule(
    under: str, length_mm: float, column_mm: float, *, keep_next: bool = False
) -> Rule:
    """Place a rule in the middle of its column."""
    length_mm = min(length_mm, column_mm)
    side = (column_mm - length_mm) / 2
    return Rule(length_mm, side, side, under, keep_next)


_made: dict[tuple[int, int, bool], tuple[Norms, TemplateMeasures | None, Sheet]] = {}


def _sheet(norms: Norms, template: TemplateMeasures | None, landscape: bool) -> Sheet:
    looks = styles(norms)
    if template is not None and template.styles:
        looks = MappingProxyType({**looks, **template.styles})
    section = page_section(norms, template, landscape=landscape)
    text = section.text_width_mm
    if template is not None and len(template.header_columns_mm) == _HEADER_COLUMNS:
        left, right = template.header_columns_mm
    else:
        name = looks["national_name"]
        measured = width_mm(wording("national_name"), name.size_pt, name.bold, name.italic)
        right = float(math.ceil(measured + norms["header.clearance"].use))
        left = text - right
    closing = round(text * norms["closing.left.ratio"].use, 1)
    return Sheet(norms, looks, section, left, right, closing, text - closing)

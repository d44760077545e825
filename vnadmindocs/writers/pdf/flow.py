"""The flow of a document as data: blocks, elements and grids in order.

The room between paragraphs is worked out here. Of what stands below one and above the next the
wider counts; at the top of a page it falls away, at the top of a cell it does not. Word wants a
paragraph of exactly 1 pt after a table; its room is left here too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vnadmindocs.layout.shape import (
    Block,
    Box,
    Contents,
    Element,
    Grid,
    Image,
    Layout,
    Paragraph,
    Rule,
    Style,
    Table,
)
from vnadmindocs.units import mm_to_pt
from vnadmindocs.writers.pdf.looks import Looks, columns_pt, lead_pt, line_pt, pt
from vnadmindocs.writers.pdf.marks import Marks
from vnadmindocs.writers.pdf.outline import Outline
from vnadmindocs.writers.pdf.tables import table_data
from vnadmindocs.writers.pdf.words import Words

Data = list[Any]


class Flow:
    """Writes the content of one document.

    Attributes:
        looks: the looks in use.
        marks: what is marked to be found again; None where nothing is.
        page_tops: the paragraphs at which a page is full.
        outline: its headings.
        pictures: the name of the file of each picture.
        words: its runs.
        lists: the number of the table of contents that a target is listed in.
    """

    def __init__(
        self, layout: Layout, marks: Marks | None = None, page_tops: Sequence[Paragraph] = ()
    ) -> None:
        """Start a document."""
        self.looks = Looks(layout.styles)
        self.marks = marks
        self.page_tops = page_tops
        self.outline = Outline(layout.styles)
        self.pictures: dict[bytes, str] = {}
        self.words = Words()
        self._styles = layout.styles
        self._padding_mm, self._weight_pt = layout.cell_padding_mm, layout.rule_weight_pt
        self.lists: dict[str, int] = {}
        self._after_table: Data = ["v", layout.styles["cell_end"].exact_pt]
        self._drawn = 0

    def elements(
        self, elements: Sequence[Element | Grid], width_mm: float, *, keep: bool = False
    ) -> Data:
        """Give elements and grids, one after the other, from the top of a page or cell."""
        column = _Column(self, width_mm, keep)
        for element in elements:
            if isinstance(element, Grid):
                column.grid(element)
                column.out.append(self._after_table)
            else:
                column.element(element)
        return column.end()

    def cell(self, elements: Sequence[Element | Grid], width_mm: float, *, keep: bool) -> Data:
        """Give the elements of a cell; of the paragraph after a table at its end nothing shows."""
        content = self.elements(elements, width_mm, keep=keep)
        return content[:-1] if content and content[-1] is self._after_table else content

    def blocks(
        self, blocks: Sequence[Block | Grid], width_mm: float, *, keep: bool = False
    ) -> Data:
        """Give blocks, one after the other, from the top of a page or cell."""
        column = _Column(self, width_mm, keep)
        column.blocks(blocks)
        return column.end()

    def contents(self, contents: Contents) -> int:
        """Give the next table of contents its number, from 1, and note what it lists."""
        number = len(set(self.lists.values())) + 1
        self.lists.update((entry.target, number) for entry in contents.entries)
        return number

    def margin(self, blocks: Sequence[Block], width_mm: float) -> Data:
        """Give what stands in the top margin of a page."""
        return self.elements((Element("", "", tuple(blocks)),), width_mm) if blocks else []

    def foot(self, blocks: Sequence[Block], width_mm: float) -> Data:
        """Give what stands at the foot of a page; a Word file has its last paragraph below it."""
        return [*self.margin(blocks, width_mm), self._after_table] if blocks else []


class _Column:
    """A page or a cell being filled from its top.

    Attributes:
        out: what stands in it.
    """

    def __init__(self, flow: Flow, width_mm: float, keep: bool) -> None:
        self.out: Data = []
        self._flow = flow
        self._width_mm = width_mm
        self._keep = keep
        self._at_top = True
        self._after_pt = 0.0  # room below what was added last
        self._lead_pt = 0.0  # what its line spacing adds to that

    def end(self) -> Data:
        """Give what was added; the room below the last of it stays."""
        self._room()
        return self.out

    def element(self, element: Element) -> None:
        """Add an element, marked where its place is asked for."""
        marks = self._flow.marks
        if marks is None:
            self.blocks(element.blocks)
            return
        self.out.append(marks.begin(element, self._width_mm))
        self.blocks(element.blocks)
        marks.end()

    def blocks(self, blocks: Sequence[Block | Grid]) -> None:
        """Add blocks; what ends with a table gets the room of a paragraph after it."""
        after_table = False
        for number, block in enumerate(blocks):
            if isinstance(block, Paragraph | Rule | Image | Contents):
                after_table = False
            elif after_table:
                self.out.append(self._flow._after_table)
            match block:
                case Paragraph():
                    self._paragraph(block, blocks[number + 1 : number + 2])
                case Rule():
                    self._rule(block)
                case Image():
                    self._image(block)
                case Grid():
                    self.grid(block)
                    after_table = True
                case Table():
                    self._table(block)
                    after_table = True
                case Box():
                    self._box(block)
                    after_table = True
                case Contents():
                    self._contents(block)
        if after_table:
            self.out.append(self._flow._after_table)

    def grid(self, grid: Grid) -> None:
        """Add an invisible grid: each row by itself, so that it keeps and parts by itself."""
        self._room()
        columns = columns_pt(grid.columns_mm)
        bracket = -1 if grid.bracket_column is None else grid.bracket_column
        for row in grid.rows:
            keep = self._keep or row.keep_next
            cells = [
                self._flow.cell(elements, width, keep=keep)
                for elements, width in zip(row.cells, grid.columns_mm, strict=False)
            ]
            self.out.append(["g", columns, cells, keep, row.can_split, bracket])

    def _table(self, table: Table) -> None:
        self._room()
        flow = self._flow
        marks = flow.marks
        mark = [] if marks is None else marks.stretch()
        if marks is not None:
            marks.suspend()
        padding = flow._padding_mm if table.padding_mm is None else table.padding_mm
        data = table_data(table, flow, padding_mm=padding, weight_pt=flow._weight_pt)
        if marks is not None:
            marks.end()
        self.out += [*mark, data, *mark]

    def _room(self) -> None:
        """Leave the room below what was added last."""
        if self._after_pt or self._lead_pt:
            self.out.append(["v", self._after_pt + self._lead_pt])
        self._after_pt, self._lead_pt, self._at_top = 0.0, 0.0, False

    def _above(self, style: Style) -> float:
        """Give the room above a block; at the top of a cell it is a block of its own."""
        above = max(style.before_pt, self._after_pt) + self._lead_pt
        if self._at_top and above:
            self.out.append(["v", above])
            above = 0.0
        self._after_pt, self._lead_pt, self._at_top = style.after_pt, lead_pt(style), False
        return above

    def _paragraph(self, paragraph: Paragraph, following: Sequence[Block | Grid]) -> None:
        flow = self._flow
        style = flow._styles[paragraph.role]
        if paragraph.page_break_before:
            self.out.append(["k"])
            self._at_top = True
        elif any(paragraph is each for each in flow.page_tops):
            self.out.append(["k"])
        above = self._above(style)
        keep = style.keep_next if paragraph.keep_next is None else paragraph.keep_next
        keep = keep or self._keep
        if not any(paragraph.lines):
            height = len(paragraph.lines) * line_pt(style)
            mark = [] if flow.marks is None else flow.marks.gap(paragraph, height)
            self.out.append(["e", above, height, keep, *mark])
            return
        number = flow.looks.number(paragraph, keep=keep, above_pt=above)
        heading: Sequence[object] = flow.outline.heading(paragraph, following) or ()
        words = flow.words.data(paragraph.lines, style, self._width_mm)
        listed = flow.lists.get(paragraph.target, 0)
        if flow.marks is not None:
            # Typst takes marks at either end out of a heading, and leaves them in a paragraph.
            words, heading = flow.marks.words(words, paragraph, style), ()
            if listed:
                words = [["to", listed], *([words] if isinstance(words, str) else words)]
        elif listed:
            heading = (*heading, listed)
        self.out.append(["p", number, words, *heading])

    def _contents(self, contents: Contents) -> None:
        """Add a table of contents, numbered; its headings come after it and take that number."""
        flow = self._flow
        number = flow.contents(contents)
        lines = []
        for entry in contents.entries:
            paragraph = entry.paragraph
            style = flow._styles[paragraph.role]
            look = flow.looks.number(paragraph, keep=False, above_pt=self._above(style))
            lines.append([look, flow.words.data(paragraph.lines, style, self._width_mm)])
        mark = [] if flow.marks is None else flow.marks.stretch()
        self.out += [*mark, ["c", number, lines], *mark]

    def _rule(self, rule: Rule) -> None:
        flow = self._flow
        style = flow._styles["rule"]
        above = self._above(style)
        # The line is the upper border of a paragraph without words, and adds its weight.
        height = line_pt(style) + flow._weight_pt
        keep = self._keep or rule.keep_next
        left, length = pt(rule.left_mm), mm_to_pt(rule.length_mm)
        mark = [] if flow.marks is None else flow.marks.rule(rule, flow._weight_pt)
        self.out.append(["r", above, height, left, length, keep, *mark])

    def _image(self, image: Image) -> None:
        flow = self._flow
        style = flow._styles["image"]
        above = self._above(style)
        file = f"picture{len(flow.pictures) + 1}.{image.format}"
        file = flow.pictures.setdefault(image.data, file)
        flow._drawn += 1
        alt = image.caption or image.name or f"Hình {flow._drawn}"
        size = [mm_to_pt(image.width_mm), mm_to_pt(image.height_mm)]
        mark = [] if flow.marks is None else flow.marks.picture(size[1])
        self.out.append(["i", above, *size, file, alt, style.keep_next, *mark])

    def _box(self, box: Box) -> None:
        self._room()
        flow = self._flow
        style, padding = flow._styles.get(box.role), flow._padding_mm
        marks = flow.marks
        if marks is not None:
            self.out += marks.frame(box, flow._weight_pt)
            marks.suspend()
        content = flow.blocks(box.paragraphs, box.width_mm - 2 * padding, keep=self._keep)
        if marks is not None:
            marks.end()
        frame = [box.border, style.color if style else "", box.align, pt(padding)]
        self.out.append(["b", pt(box.width_mm), pt(box.height_mm), *frame, content])

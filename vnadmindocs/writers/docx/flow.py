"""The flow of a document: blocks, elements and grids in order, one string each.

Word wants a paragraph between two tables and at the end of every cell; the flow adds one of
exactly 1 pt wherever layout has none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

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
    Table,
)
from vnadmindocs.writers.docx.contents import Bookmarks, contents_markup
from vnadmindocs.writers.docx.markup import paragraph_markup, rule_markup
from vnadmindocs.writers.docx.pictures import Pictures
from vnadmindocs.writers.docx.tables import BOX_END, add_grid, add_table, box_opening


class Flow:
    """Writes the content of one document.

    Attributes:
        cell_end: the empty paragraph of exactly 1 pt.
        pictures: the pictures shown so far.
    """

    def __init__(
        self,
        openings: Mapping[str, str],
        layout: Layout,
        *,
        rule_border: str = "",
        first_footnote: int = 1,
        drawn: Mapping[bytes, bytes] = MappingProxyType({}),
    ) -> None:
        """Start a document.

        Args:
            openings: what the paragraphs of each role begin with.
            layout: the document, for the colour of a frame, the room in cells and the weight of
                lines.
            rule_border: the border of rules, or "" when the style draws it.
            first_footnote: the id footnote 1 has in the package.
            drawn: a PNG of each SVG, by its bytes.
        """
        self._openings = openings
        self._styles = layout.styles
        self._rule_border = rule_border
        self._first_footnote = first_footnote
        self._padding_mm, self._weight_pt = layout.cell_padding_mm, layout.rule_weight_pt
        self.cell_end = openings["cell_end"] + "</w:pPr></w:p>"
        self._bookmarks = Bookmarks()
        self.pictures = Pictures(drawn)

    def footnote(self, paragraphs: Sequence[Paragraph], width_mm: float) -> str:
        """Give the paragraphs of a footnote, its number before the first."""
        reference = (
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        )
        pieces = []
        for paragraph in paragraphs:
            opening = self._openings[paragraph.role]
            pieces.append(paragraph_markup(paragraph, opening, width_mm, before=reference))
            reference = ""
        return "".join(pieces)

    def blocks(
        self, out: list[str], blocks: Sequence[Block | Grid], width_mm: float, keep: bool = False
    ) -> None:
        """Add blocks one after the other; what ends with a table gets a paragraph after it."""
        openings, first_footnote = self._openings, self._first_footnote
        after_table = False
        for block in blocks:
            if type(block) is Paragraph:
                opening = openings[block.role]
                before = self._bookmarks.before(block.target) if block.target else ""
                out.append(paragraph_markup(block, opening, width_mm, keep, first_footnote, before))
                after_table = False
                continue
            if after_table and not isinstance(block, Rule | Image):
                out.append(self.cell_end)
            self._block(out, block, width_mm, keep)
            after_table = isinstance(block, Table | Grid | Box)
        if after_table:
            out.append(self.cell_end)

    def elements(
        self,
        out: list[str],
        elements: Sequence[Element | Grid],
        width_mm: float,
        keep: bool = False,
    ) -> None:
        """Add elements and grids one after the other, paragraphs between tables."""
        for element in elements:
            if isinstance(element, Grid):
                self.grid(out, element, width_mm, keep)
                out.append(self.cell_end)
            else:
                self.blocks(out, element.blocks, width_mm, keep)

    def grid(self, out: list[str], grid: Grid, width_mm: float, keep: bool = False) -> None:
        """Add an invisible grid; a paragraph must follow it."""

        def fill(row: int, column: int, column_mm: float) -> None:
            before = len(out)
            stays = keep or grid.rows[row].keep_next
            self.elements(out, grid.rows[row].cells[column], column_mm, stays)
            if len(out) == before:
                out.append(self.cell_end)

        add_grid(out, grid, fill, self._weight_pt)

    def _block(self, out: list[str], block: Block | Grid, width_mm: float, keep: bool) -> None:
        match block:
            case Rule():
                if keep and not block.keep_next:
                    block = replace(block, keep_next=True)
                out.append(rule_markup(block, self._openings["rule"], self._rule_border))
            case Table():
                add_table(
                    out,
                    block,
                    width_mm,
                    self._openings,
                    padding_mm=self._padding_mm if block.padding_mm is None else block.padding_mm,
                    weight_pt=self._weight_pt,
                    first_footnote=self._first_footnote,
                )
            case Image():
                opening = self._openings["image"]
                out.append(f"{opening}</w:pPr>{self.pictures.drawing(block)}</w:p>")
            case Box():
                style = self._styles.get(block.role)
                out.append(
                    box_opening(
                        block, self._padding_mm, self._weight_pt, style.color if style else ""
                    )
                )
                room = block.width_mm - 2 * self._padding_mm
                self.blocks(out, block.paragraphs, room, keep)
                if not block.paragraphs:
                    out.append(self.cell_end)
                out.append(BOX_END)
            case Grid():
                self.grid(out, block, width_mm, keep)
            case Contents():
                out.append(contents_markup(block, self._openings, width_mm, self._bookmarks))

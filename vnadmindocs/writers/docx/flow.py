"""The flow of a document: blocks, elements and grids in order, one string each.

Word wants a paragraph between two tables and at the end of every cell; the flow adds one of
exactly 1 pt wherever layout has none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from vnadmindocs.law.norms import norms
from vnadmindocs.layout.shape import (
    Block,
    Box,
    Element,
    Grid,
    Image,
    Paragraph,
    Rule,
    Style,
    Table,
)
from vnadmindocs.writers.docx.markup import paragraph_markup, rule_markup
from vnadmindocs.writers.docx.pictures import Pictures
from vnadmindocs.writers.docx.tables import box_markup, grid_markup, table_markup


@cache
def _house() -> tuple[float, float]:
    """Give the padding of cells in mm and the weight of lines in pt, the same in both size sets."""
    values = norms()
    return values["table.cell_padding"].use, values["rule.weight"].use


class Flow:
    """Writes the content of one document.

    Attributes:
        cell_end: the empty paragraph of exactly 1 pt.
        pictures: the pictures shown so far.
    """

    def __init__(
        self,
        openings: Mapping[str, str],
        styles: Mapping[str, Style],
        *,
        rule_border: str = "",
        first_footnote: int = 1,
    ) -> None:
        """Start a document.

        Args:
            openings: what the paragraphs of each role begin with.
            styles: the look of each role (the colour of a frame).
            rule_border: the border of rules, or "" when the style draws it.
            first_footnote: the id footnote 1 has in the package.
        """
        self._openings = openings
        self._styles = styles
        self._rule_border = rule_border
        self._first_footnote = first_footnote
        self._padding_mm, self._weight_pt = _house()
        self.cell_end = openings["cell_end"] + "</w:pPr></w:p>"
        self.pictures = Pictures()

    def paragraph(self, paragraph: Paragraph, width_mm: float, keep: bool = False) -> str:
        """Give a paragraph."""
        return paragraph_markup(
            paragraph, self._openings[paragraph.role], width_mm, keep, self._first_footnote
        )

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

    def blocks(self, blocks: Sequence[Block | Grid], width_mm: float, keep: bool = False) -> str:
        """Give blocks one after the other; what ends with a table gets a paragraph after it."""
        pieces: list[str] = []
        after_table = False
        for block in blocks:
            if type(block) is Paragraph:
                pieces.append(self.paragraph(block, width_mm, keep))
                after_table = False
                continue
            if after_table and not isinstance(block, Rule | Image):
                pieces.append(self.cell_end)
            pieces.append(self._block(block, width_mm, keep))
            after_table = isinstance(block, Table | Grid | Box)
        if after_table:
            pieces.append(self.cell_end)
        return "".join(pieces)

    def elements(
        self, elements: Sequence[Element | Grid], width_mm: float, keep: bool = False
    ) -> str:
        """Give elements and grids one after the other, paragraphs between tables."""
        return "".join(
            [
                self.grid(element, width_mm, keep) + self.cell_end
                if isinstance(element, Grid)
                else self.blocks(element.blocks, width_mm, keep)
                for element in elements
            ]
        )

    def grid(self, grid: Grid, width_mm: float, keep: bool = False) -> str:
        """Give an invisible grid."""

        def content(row: int, column: int, column_mm: float) -> str:
            stays = keep or grid.rows[row].keep_next
            return self.elements(grid.rows[row].cells[column], column_mm, stays) or self.cell_end

        return grid_markup(grid, content, self._weight_pt)

    def _block(self, block: Block | Grid, width_mm: float, keep: bool) -> str:
        match block:
            case Rule():
                if keep and not block.keep_next:
                    block = Rule(
                        block.length_mm, block.left_mm, block.right_mm, block.under, keep_next=True
                    )
                return rule_markup(block, self._openings["rule"], self._rule_border)
            case Table():
                return table_markup(
                    block,
                    width_mm,
                    self.paragraph,
                    self.cell_end,
                    self._padding_mm,
                    self._weight_pt,
                )
            case Image():
                opening = self._openings["image"]
                return f"{opening}</w:pPr>{self.pictures.drawing(block)}</w:p>"
            case Box():
                style = self._styles.get(block.role)
                inside = self.blocks(block.paragraphs, block.width_mm - 2 * self._padding_mm, keep)
                color = style.color if style else ""
                return box_markup(
                    block, inside or self.cell_end, self._padding_mm, self._weight_pt, color
                )
            case Grid():
                return self.grid(block, width_mm, keep)
            case _:
                return self.paragraph(block, width_mm, keep)

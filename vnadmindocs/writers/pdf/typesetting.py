"""A Layout as data for ``templates/document.typ``: short lists, every length in pt.

Lengths are rounded to the grid of Word, so that both writers print the same ones. The spacing of
paragraphs is worked out here: at the top of a page what stands above a paragraph falls away, at
the top of a cell it does not.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from vnadmindocs.fonts.metrics import DESCENT_EM, INNER_BREAK, LINE_PITCH_EM, width_mm
from vnadmindocs.language.text import capitalized
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.shape import (
    Block,
    Box,
    Cell,
    Element,
    Grid,
    Image,
    Layout,
    Paragraph,
    Part,
    Row,
    Rule,
    Run,
    Section,
    Style,
    Table,
)
from vnadmindocs.pattern import pattern
from vnadmindocs.units import TWIPS_PER_PT, mm_to_pt, mm_to_twips
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.fonts.faces import Face

Data = list[Any]
_BOX_WEIGHT_PT = 0.5  # the frame of a form's box, a drawing of ours
# As wide as a line is high, nearly: no-break spaces are a quarter of an em, an x is half of one.
_BOX_WORDS = {"empty": "\u00a0" * 4, "checked": "\u00a0x\u00a0"}
_NOTE_GAP_PT = 2.85  # above and below the line over the footnotes, as LibreOffice has it
_REGION = "VN"
# Exact pitch: LibreOffice sets four fifths of it above the base line.
_RISE_OF_EXACT = 0.8
_BREAK = 0
_BLOCKS = -1  # in place of the style of a cell that holds more than words of one look
_OF_A_COLUMN = [1, 1, False]  # columns and rows a plain cell covers; it does not part
_NO_WORDS = Paragraph("table_text", ((),))
_BELOW_ARTICLE = 0.5
_ONE_PIECE = 2  # cuts of a word that has none inside
# LibreOffice measures words in whole twips, rounded up: a line that just fits does not fit there.
_HAIR_PT = 1 / TWIPS_PER_PT
# Word and LibreOffice end no line after a slash, one after a hyphen before a figure and one at
# every space; by the rules of Unicode, which typst keeps, it is otherwise. Words are cut here that
# one of the three concerns; each is looked at once, however long it is.
_STRANGE = pattern(
    r"(?<![^ \t])(?:[^ \t]*?(?:[^ \t]/(?![\d \t])|\w-\d)[^ \t]*|[“«(\[{]+(?= ))"
    r"|(?<=[ \t])(?!\./\.)[:;!?)\]}”»/,.…][^ \t]*"
)
_SLASH = pattern(r"/[^\d]")


@dataclass(frozen=True, slots=True)
class Typesetting:
    """What typst is given.

    Attributes:
        data: the document as JSON.
        pictures: the files it shows, by name.
    """

    data: str
    pictures: Mapping[str, bytes]

    def without(self, characters: str) -> Typesetting:
        """Give the same without these characters, none of which JSON itself is written with."""
        if not characters:
            return self
        gone = dict.fromkeys(map(ord, characters))
        return Typesetting(self.data.translate(gone), self.pictures)


def typesetting_of(layout: Layout, face: Face) -> Typesetting:
    """Give the data of a document; parts that are files to be joined are left out."""
    return _Document(layout, face).typesetting()


def _pt(mm: float) -> float:
    """Give a length in pt, on the grid of Word."""
    return mm_to_twips(mm) / TWIPS_PER_PT


class _Document:
    """One document on its way from Layout to data."""

    def __init__(self, layout: Layout, face: Face) -> None:
        self.layout = layout
        self.face = face
        self.styles: dict[tuple[Any, ...], int] = {}
        self.looks: Data = []
        self.pictures: dict[bytes, str] = {}
        self.shown = 0  # pictures drawn so far
        self.noted: set[int] = set()  # footnotes whose words are placed
        self.levels: list[float] = []  # outline levels of the headings that are open
        self.outermost = ""  # which came first in the part, an article or a Roman numeral
        self.title = ""  # what the outline calls the part being laid out, until a heading has it

    def typesetting(self) -> Typesetting:
        layout, metadata = self.layout, self.layout.metadata
        parts = [self._part(part) for part in layout.parts if part.attachment is None]
        notes = [self._note(paragraphs) for paragraphs in layout.footnotes]
        language, _, region = layout.language.partition("-")
        data = {
            "face": {
                "family": self.face.family,
                "ascent": LINE_PITCH_EM - DESCENT_EM,
                "descent": DESCENT_EM,
            },
            "language": language,
            "region": region or _REGION,
            "title": metadata.title,
            "author": metadata.author,
            "description": _description(layout, self.face),
            "keywords": [word.strip() for word in metadata.keywords.split(",") if word.strip()],
            "size": layout.styles["paragraph"].size_pt,
            "weight": layout.rule_weight_pt,
            "box-weight": _BOX_WEIGHT_PT,
            "padding": _pt(layout.cell_padding_mm),
            "footnotes": notes,
            "note-style": self._style_of(layout.styles["footnote"]),
            "note-gap": _NOTE_GAP_PT,
            "parts": parts,
            "styles": self.looks,
        }
        return Typesetting(
            json.dumps(data, ensure_ascii=False, separators=(",", ":")),
            {name: data for data, name in self.pictures.items()},
        )

    # Parts

    def _part(self, part: Part) -> dict[str, Any]:
        section = part.section
        width = section.text_width_mm
        self.levels, self.outermost = [], ""
        self.title = part.title if part.kind != "main" else ""
        blocks: Data = []
        self._elements(blocks, part.elements, width, False, first=True)
        header: Data = []
        footer: Data = []
        self._blocks(header, section.first_header, width, False, first=True)
        self._blocks(footer, section.first_footer, width, False, first=True)
        for margin in (header, footer):
            if margin:
                margin.append(["v", self.layout.styles["cell_end"].exact_pt])
        return {
            "page": _page(section),
            "first": section.first_number,
            "hidden": section.hidden_pages,
            "numbered": section.page_number,
            "apart": bool(section.hidden_pages or section.first_header or section.first_footer),
            "number-style": self._style_of(self.layout.styles["page_number"]),
            "header": header,
            "footer": footer,
            "blocks": blocks,
        }

    def _note(self, paragraphs: Sequence[Paragraph]) -> Data:
        """Give the words of each paragraph of a footnote."""
        width = self.layout.parts[0].section.text_width_mm
        style = self.layout.styles["footnote"]
        return [self._words(paragraph.lines, style, width) for paragraph in paragraphs]

    # Flow

    def _elements(
        self,
        out: Data,
        elements: Sequence[Element | Grid],
        width: float,
        keep: bool,
        *,
        first: bool,
    ) -> None:
        after = 0.0
        for element in elements:
            if isinstance(element, Grid):
                self._grid(out, element, width, keep)
                out.append(["v", self.layout.styles["cell_end"].exact_pt])
                after = 0.0
            else:
                after = self._blocks(
                    out, element.blocks, width, keep, first=first, after=after, end=False
                )
            first = False
        if after:
            out.append(["v", after])

    def _blocks(
        self,
        out: Data,
        blocks: Sequence[Block | Grid],
        width: float,
        keep: bool,
        *,
        first: bool,
        after: float = 0.0,
        end: bool = True,
    ) -> float:
        """Add blocks one after the other.

        Args:
            out: where they go.
            blocks: what to add.
            width: width of the column in mm.
            keep: keep every paragraph with the next.
            first: nothing stands above the first of them in its page or cell.
            after: room below what stands above, in pt.
            end: nothing stands below the last of them.

        Returns:
            The room below the last block that was not yet added, in pt.
        """
        cell_end = self.layout.styles["cell_end"].exact_pt
        after_table = False
        for number, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                following = self._title_after(block, blocks[number + 1 : number + 2])
                after = self._paragraph(out, block, width, keep, first, after, following)
                after_table = False
            elif isinstance(block, Rule):
                after = self._rule(out, block, keep, first, after)
                after_table = False
            elif isinstance(block, Image):
                after = self._image(out, block, first, after)
                after_table = False
            else:
                if after_table:
                    out.append(["v", cell_end])
                if after:
                    out.append(["v", after])
                if isinstance(block, Grid):
                    self._grid(out, block, width, keep)
                elif isinstance(block, Table):
                    self._table(out, block)
                else:
                    self._box(out, block, keep)
                after, after_table = 0.0, True
            first = False
        if after_table:
            out.append(["v", cell_end])
        if end and after:
            out.append(["v", after])
            after = 0.0
        return after

    def _title_after(self, block: Paragraph, following: Sequence[Block | Grid]) -> str:
        """Give the title that stands under the number of a chapter."""
        kind, _, number = block.role.rpartition("_")
        if number != "number" or not following or not isinstance(following[0], Paragraph):
            return ""
        return following[0].text if following[0].role == f"{kind}_title" else ""

    def _above(self, out: Data, before: float, first: bool, after: float) -> float:
        """Give the room above a block, the wider of two; at the top of a cell it always stands."""
        above = max(before, after)
        if first and above:
            out.append(["v", above])
            return 0.0
        return above

    def _paragraph(
        self,
        out: Data,
        paragraph: Paragraph,
        width: float,
        keep: bool,
        first: bool,
        after: float,
        following: str,
    ) -> float:
        style = self.layout.styles[paragraph.role]
        if paragraph.page_break_before:
            out.append(["k"])
            first = True
        above = self._above(out, style.before_pt, first, after)
        stays = keep or (style.keep_next if paragraph.keep_next is None else paragraph.keep_next)
        if not any(paragraph.lines):
            height = style.exact_pt or style.size_pt * LINE_PITCH_EM * (style.line or 1.0)
            out.append(["e", above, len(paragraph.lines) * height, stays])
            return style.after_pt
        number = self._style_of(style, paragraph, keep=stays, above=above)
        item = ["p", number, self._words(paragraph.lines, style, width)]
        if style.outline_level is not None:
            item += self._heading(style.outline_level, paragraph, style, following)
        out.append(item)
        return style.after_pt

    def _heading(self, level: int, paragraph: Paragraph, style: Style, following: str) -> Data:
        """Give the level and the name of an outline entry.

        The name is the words that have the weight of a heading, with the title that follows them
        as a paragraph of its own. Levels are those in use: none is passed over.
        """
        title, self.title = self.title, ""
        if not title:
            runs = [run for line in paragraph.lines for run in (*line, Run(" "))]
            heads = [run.text for run in runs if run.bold is None or run.bold == style.bold]
            words = "".join(heads) if any(each.strip() for each in heads) else paragraph.text
            title = " ".join(words.split()).rstrip(".:")
            if following:
                title = f"{title}. {' '.join(following.split())}"
        rank = float(level)
        if style.role in ("article", "heading"):
            # Where articles come first, what Roman numerals count stands in them.
            self.outermost = self.outermost or style.role
            if style.role == "heading" and self.outermost == "article":
                rank = self.layout.styles["article"].outline_level or rank
                rank += _BELOW_ARTICLE
        while self.levels and self.levels[-1] >= rank:
            self.levels.pop()
        self.levels.append(rank)
        return [len(self.levels), title]

    def _rule(self, out: Data, rule: Rule, keep: bool, first: bool, after: float) -> float:
        style = self.layout.styles["rule"]
        above = self._above(out, style.before_pt, first, after)
        # The line is the upper border of a paragraph without words, and adds its weight.
        height = (style.exact_pt or 0.0) + self.layout.rule_weight_pt
        place = [_pt(rule.left_mm), mm_to_pt(rule.length_mm)]
        out.append(["r", above, height, *place, keep or rule.keep_next])
        return style.after_pt

    def _image(self, out: Data, image: Image, first: bool, after: float) -> float:
        style = self.layout.styles["image"]
        above = self._above(out, style.before_pt, first, after)
        name = self.pictures.get(image.data)
        if name is None:
            name = f"picture{len(self.pictures) + 1}.{image.format}"
            self.pictures[image.data] = name
        self.shown += 1
        alt = image.caption or image.name or f"Hình {self.shown}"
        size = [mm_to_pt(image.width_mm), mm_to_pt(image.height_mm)]
        out.append(["i", above, *size, name, alt, style.keep_next])
        return style.after_pt

    def _box(self, out: Data, box: Box, keep: bool) -> None:
        style = self.layout.styles.get(box.role)
        padding = self.layout.cell_padding_mm
        content: Data = []
        self._blocks(content, box.paragraphs, box.width_mm - 2 * padding, keep, first=True)
        size = [_pt(box.width_mm), _pt(box.height_mm)]
        color = style.color if style else ""
        out.append(["b", *size, box.border, color, box.align, _pt(padding), content])

    def _grid(self, out: Data, grid: Grid, width: float, keep: bool) -> None:
        columns = _columns(grid.columns_mm)
        bracket = -1 if grid.bracket_column is None else grid.bracket_column
        for row in grid.rows:
            stays = keep or row.keep_next
            cells = []
            for column, elements in enumerate(row.cells):
                cell: Data = []
                self._elements(cell, elements, grid.columns_mm[column], stays, first=True)
                cells.append(cell)
            out.append(["g", columns, cells, stays, row.can_split, bracket])

    # Tables

    def _table(self, out: Data, table: Table) -> None:
        plain = self.layout.styles["table_text"]
        aligns = _column_aligns(table, self.layout.styles)
        # Each row is as much higher as its line is heavy.
        line = self.layout.rule_weight_pt if table.borders else 0.0
        rows: Data = []
        for row in table.rows:
            cells: Data = []
            column = 0
            for cell in row.cells:
                if not cell.covered:
                    reach = sum(table.columns_mm[column : column + cell.columns])
                    room = reach - 2 * self.layout.cell_padding_mm
                    cells.append(self._cell(cell, row, plain, aligns[column], line, room))
                column += cell.columns
            if row.header and (not rows or rows[-1][0] == 1):
                kind = 1
            elif row.keep_next and not row.can_split and all(c.rows == 1 for c in row.cells):
                kind = 2
            else:
                kind = 0
            if rows and rows[-1][0] == kind:
                rows[-1][1].extend(cells)
            else:
                rows.append([kind, cells])
        out.append(
            [
                "t",
                _columns(table.columns_mm),
                aligns,
                table.borders,
                self._style_of(plain),
                [plain.before_pt + line, plain.after_pt],
                rows,
            ]
        )

    def _cell(
        self,
        cell: Cell,
        row: Row,
        plain: Style,
        column_align: list[str],
        line: float,
        room: float,
    ) -> Any:
        """Give a cell: its words when it is as its column has them, else all it is."""
        align = [_cell_align(cell, self.layout.styles), cell.vertical]
        extent = [cell.columns, cell.rows, row.can_split]
        only = self._only(cell)
        if only is None:
            blocks: Data = []
            self._blocks(blocks, cell.paragraphs, room, False, first=True)
            return [_BLOCKS, blocks, *align, *extent, [line, 0]]
        style = self.layout.styles[only.role]
        content = self._words(only.lines, style, room)
        is_plain = style is plain and isinstance(content, str)
        if is_plain and align == column_align and extent == _OF_A_COLUMN:
            return content
        inset = [style.before_pt + line, style.after_pt]
        return [self._style_of(style), content, *align, *extent, inset]

    def _only(self, cell: Cell) -> Paragraph | None:
        """Give the one paragraph of a cell that stands as the cell itself does; else None."""
        if not cell.paragraphs:
            return _NO_WORDS
        only = cell.paragraphs[0]
        indents = (only.left_mm, only.right_mm, only.first_indent_mm)
        if len(cell.paragraphs) > 1 or indents != (None, None, None):
            return None
        if _cell_align(cell, self.layout.styles) == "justify":
            return None
        return only if any(only.lines) else None

    # Words

    def _words(self, lines: Sequence[tuple[Run, ...]], style: Style, width: float) -> Any:
        runs: Data = []
        for number, line in enumerate(lines):
            if number:
                runs.append(_BREAK)
            for place, run in enumerate(line):
                if _STRANGE.search(run.text):
                    # A word that runs on into the next run is not cut.
                    before = place > 0 and not line[place - 1].text.endswith((" ", "\t"))
                    after = place + 1 < len(line) and not line[place + 1].text.startswith(" ")
                    runs += self._bound(run, style, width, runs_on=(before, after))
                else:
                    runs.append(self._run(run, style))
        if len(runs) == 1 and isinstance(runs[0], str):
            return runs[0]
        return runs

    def _bound(
        self, run: Run, style: Style, width: float, runs_on: tuple[bool, bool]
    ) -> Iterator[Any]:
        """Give a run in pieces, whole those that typst would part where Word does not."""
        bold = style.bold if run.bold is None else run.bold
        italic = style.italic if run.italic is None else run.italic
        look = -1 if run.bold is None and run.italic is None else bold + 2 * italic
        pieces = _pieces(run.text)
        last = len(pieces) - 1
        for place, (text, is_whole) in enumerate(pieces):
            if (place == 0 and runs_on[0]) or (place == last and runs_on[1]):
                is_whole = False
            # One that is wider than its column is parted anywhere.
            if is_whole and width_mm(text, style.size_pt, bold, italic) < width:
                yield ["whole", text] if look < 0 else [look, text, True]
            else:
                yield text if look < 0 else [look, text]

    def _run(self, run: Run, style: Style) -> Any:
        if run.box:
            return ["box", _BOX_WORDS[run.box]]
        if run.leader:
            return ["leader", 0]
        if run.footnote:
            again = run.footnote in self.noted
            self.noted.add(run.footnote)
            return ["again" if again else "note", run.footnote]
        if run.bold is None and run.italic is None:
            return run.text
        bold = style.bold if run.bold is None else run.bold
        italic = style.italic if run.italic is None else run.italic
        return [bool(bold) + 2 * bool(italic), run.text]

    # Styles

    def _style_of(
        self,
        style: Style,
        paragraph: Paragraph | None = None,
        *,
        keep: bool = False,
        above: float = 0.0,
    ) -> int:
        """Give the number of a style with the direct properties of a paragraph, made once."""
        align, left, right, first = style.align, style.left_mm, style.right_mm, None
        if paragraph is not None:
            align = paragraph.align or align
            left = left if paragraph.left_mm is None else paragraph.left_mm
            right = right if paragraph.right_mm is None else paragraph.right_mm
            first = paragraph.first_indent_mm
        first = style.first_indent_mm if first is None else first
        key = (style.role, align, left, right, first, keep, above)
        number = self.styles.get(key)
        if number is None:
            number = self.styles[key] = len(self.looks)
            pitch, rise = _pitch(style)
            self.looks.append(
                {
                    "size": style.size_pt,
                    "bold": style.bold,
                    "italic": style.italic,
                    "color": style.color,
                    "align": align,
                    "left": _pt(left),
                    "right": _pt(right) + (_HAIR_PT if align == "justify" else 0.0),
                    "first": _pt(first),
                    "above": above,
                    "pitch": pitch,
                    "rise": rise,
                    "keep_next": keep,
                    "keep_lines": style.keep_lines,
                    "widow_control": style.widow_control,
                }
            )
        return number


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Cut a text where it may break in a strange way; True for a piece that stays whole."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for found in _STRANGE.finditer(text):
        if found.start() > end:
            pieces.append((text[end : found.start()], False))
        end = found.end()
        word = found.group()
        cuts = [0, *(each.start() for each in INNER_BREAK.finditer(word)), len(word)]
        for start, stop in pairwise(cuts):
            piece = word[start:stop]
            opens_figure = stop < len(word) and word[stop].isdigit()
            alone = len(cuts) == _ONE_PIECE
            pieces.append((piece, alone or opens_figure or _SLASH.search(piece) is not None))
    if end < len(text):
        pieces.append((text[end:], False))
    return pieces


def _pitch(style: Style) -> tuple[float, float]:
    """Give the line pitch and what of it is above the base line, in pt; 0 for single spacing."""
    if style.exact_pt is not None:
        return style.exact_pt, style.exact_pt * _RISE_OF_EXACT
    if style.line is None or style.line == 1.0:
        return 0.0, 0.0
    # Proportional spacing grows the line above its letters.
    pitch = style.size_pt * LINE_PITCH_EM * style.line
    return pitch, pitch - style.size_pt * DESCENT_EM


def _page(section: Section) -> dict[str, float]:
    return {
        "width": _pt(section.width_mm),
        "height": _pt(section.height_mm),
        "top": _pt(section.top_mm),
        "bottom": _pt(section.bottom_mm),
        "left": _pt(section.left_mm),
        "right": _pt(section.right_mm),
        "header": _pt(section.header_mm),
        "footer": _pt(section.footer_mm),
    }


def _columns(columns_mm: Sequence[float]) -> list[float]:
    """Give widths on the grid of Word that add up to the rounded total."""
    widths: list[float] = []
    done, total = 0, 0.0
    for width in columns_mm:
        total += width
        edge = mm_to_twips(total)
        widths.append((edge - done) / TWIPS_PER_PT)
        done = edge
    return widths


def _cell_align(cell: Cell, styles: Mapping[str, Style]) -> str:
    paragraph = cell.paragraphs[0] if cell.paragraphs else _NO_WORDS
    return paragraph.align or styles[paragraph.role].align


def _column_aligns(table: Table, styles: Mapping[str, Style]) -> list[list[str]]:
    """Give what most cells of each column have, so that most need not say it."""
    counts: list[Counter[tuple[str, str]]] = [Counter() for _ in table.columns_mm]
    for row in table.rows:
        column = 0
        for cell in row.cells:
            if cell.columns == 1 and not cell.covered and not row.header:
                counts[column][_cell_align(cell, styles), cell.vertical] += 1
            column += cell.columns
    usual: list[str] = [styles["table_text"].align, "center"]
    return [list(count.most_common(1)[0][0]) if count else usual for count in counts]


def _description(layout: Layout, face: Face) -> str:
    metadata = layout.metadata
    named = " ".join(word for word in (metadata.subject, metadata.identifier) if word)
    used = wording("metadata.face").format(face=f"{face.family} {face.version}".strip())
    return capitalized(f"{named} · {used}" if named else used)

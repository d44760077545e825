# Over 400 lines: every shape both writers typeset, one vocabulary read from top to bottom.
"""The shape of a Layout: every ô with its final words and its used values in mm and pt.

A Layout holds no XML and no Typst; writers only typeset it. It is a tree of frozen values:

    Layout ─ Part* ─ Section
                   └ Element | Grid ─ Paragraph | Rule | Table | Image | Box | Contents
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from vnadmindocs.values import dataclass

Align = Literal["left", "right", "center", "justify"]


@dataclass(frozen=True, slots=True)
class Style:
    """The look of one role, the same in every writer; one named Word style each.

    Attributes:
        role: the English name, key of ``Layout.styles``.
        name: the Vietnamese name Word shows; templates bind by it.
        line: line spacing as a multiple of single, or None when ``exact_pt`` rules.
        exact_pt: exact line pitch in pt, or None.
        color: six hexadecimal digits; "" means automatic (black).
    """

    role: str
    name: str
    size_pt: float
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    first_indent_mm: float = 0.0  # negative = hanging
    left_mm: float = 0.0
    right_mm: float = 0.0
    before_pt: float = 0.0
    after_pt: float = 0.0
    line: float | None = 1.0
    exact_pt: float | None = None
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    outline_level: int | None = None  # 0-based heading level of the navigation pane
    color: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look.

    Attributes:
        bold: turns the style's weight over when None is not given: None keeps the style's.
        footnote: number of the footnote referred to here, from 1; 0 for none.
        box: a form's box, ``empty`` or ``checked``, in place of text.
        leader: dots from here to the right margin, in place of text; ``text`` keeps the dots as
            they were written.
    """

    text: str = ""
    bold: bool | None = None
    italic: bool | None = None
    footnote: int = 0
    box: Literal["", "empty", "checked"] = ""
    leader: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; its lines break only where the writer or layout decided.

    Attributes:
        lines: runs of each line; more than one where a break was written or layout measured one.
        align, left_mm, right_mm, first_indent_mm, keep_next: None keeps the style's value. These
            are the only direct properties a writer ever sets.
        target: what a table of contents calls it; "" for most.
    """

    role: str
    lines: tuple[tuple[Run, ...], ...]
    align: Align | None = None
    left_mm: float | None = None
    right_mm: float | None = None
    first_indent_mm: float | None = None
    keep_next: bool | None = None
    page_break_before: bool = False
    target: str = ""

    @property
    def text(self) -> str:
        """The words of the paragraph, lines joined by a newline, leaders and boxes left out."""
        return "\n".join(
            "".join(run.text for run in line if not run.leader and not run.box)
            for line in self.lines
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule (kẻ ngang): a paragraph of its own with a top border, exact 3 pt.

    Attributes:
        left_mm, right_mm: indents that place it in its column; length = column − both.
        length_mm: the length wanted.
        under: the role of the element whose text it belongs to.
    """

    length_mm: float
    left_mm: float
    right_mm: float
    under: str
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a body table.

    Attributes:
        columns, rows: how many grid columns and rows it covers.
        covered: it continues the cell above (rows were merged); it has no words of its own.
    """

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    rows: int = 1
    covered: bool = False
    vertical: Literal["top", "center"] = "center"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a body table."""

    cells: tuple[Cell, ...]
    header: bool = False  # repeats on every page
    can_split: bool = False  # may break across pages (taller than a page)
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A body table. Widths in mm add up to the text width or less.

    Attributes:
        role: the role of the words of most cells.
        padding_mm: room left and right of the words in its cells; None is that of the layout.
    """

    columns_mm: tuple[float, ...]
    rows: tuple[Row, ...]
    borders: bool = True
    name: str = ""
    role: str = "table_text"
    padding_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the text, with its caption as alternative text.

    Attributes:
        text: the letters that a drawing sets as text.
    """

    data: bytes
    format: Literal["png", "jpeg", "svg"]
    width_mm: float
    height_mm: float
    caption: str = ""
    name: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A framed place of fixed size in mm: marks, information box."""

    role: str
    width_mm: float
    height_mm: float
    paragraphs: tuple[Paragraph, ...]
    border: bool = True
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of a table of contents.

    Attributes:
        paragraph: its words, in the lines they are broken into, dots up to the number at the end.
        name: its words in one line.
        level: from 1.
        target: what the heading it leads to is called.
        page: the number of that page as printed; "" where it is not known.
    """

    paragraph: Paragraph
    name: str
    level: int
    target: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents: headings of the part it stands in, with leaders and page numbers."""

    entries: tuple[ContentsEntry, ...]


Block = Paragraph | Rule | Table | Image | Box | Contents


@dataclass(frozen=True, slots=True)
class Element:
    """One component of the document (an ô of the decree's diagram) in its final words.

    Attributes:
        role: the component: ``issuer``, ``national_header``, ``number``, ``place_date``,
            ``dispatch_subject``, ``marks``, ``title``, ``addressees``, ``issuing_authority``,
            ``legal_bases``, ``decision_word``, ``contents``, ``body``, ``recipients``,
            ``signature``, ``appendix_head``, ``contact``. A template's ``{{p role }}`` tag prints
            it.
        box: ô number in the decree's diagram, such as ``5a``; "" when it has none.
    """

    role: str
    box: str
    blocks: tuple[Block | Grid, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of an invisible grid; each cell holds elements in order."""

    cells: tuple[tuple[Element, ...], ...]
    can_split: bool = False
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Elements side by side without lines: header, closing, joint signatures, side brackets.

    Attributes:
        name: ``header``, ``closing``, ``signatures`` or ``bracket``.
        columns_mm: widths; cell padding is 0.
        bracket_column: index of the column whose cells draw a closing bracket (top, right and
            bottom border), or None.
    """

    name: str
    columns_mm: tuple[float, ...]
    rows: tuple[GridRow, ...]
    bracket_column: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A page box in mm, and what stands in its margins.

    Attributes:
        header_mm, footer_mm: distance of header and footer from the edge of the paper.
        first_number: the number of the part's first page.
        hidden_pages: how many opening pages show no number; Word knows 0 and 1.
        page_number: whether a number stands top centre on the other pages of the part.
        first_header, first_footer: what the first page of the part has instead.
    """

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    header_mm: float
    footer_mm: float
    first_number: int
    hidden_pages: int
    page_number: bool = True
    first_header: tuple[Block, ...] = ()
    first_footer: tuple[Block, ...] = ()

    @property
    def text_width_mm(self) -> float:
        """Width between the margins."""
        return self.width_mm - self.left_mm - self.right_mm

    @property
    def text_height_mm(self) -> float:
        """Height between the margins."""
        return self.height_mm - self.top_mm - self.bottom_mm

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its long side."""
        return self.width_mm > self.height_mm


@dataclass(frozen=True, slots=True)
class Attachment:
    """A PDF file joined as it is (``tệp: ban-ve.pdf``).

    Attributes:
        path: the file.
        written: what the record calls it.
        field: path in the record of what names the file, such as ``appendices/1/file``.
        stamp: what is put on top of its first page; none when not asked for.
        ending: what is put after the end of its last page; None for nothing.
    """

    path: Path
    written: str
    field: str = ""
    stamp: tuple[Element, ...] = ()
    ending: Ending | None = None

    @property
    def field_path(self) -> tuple[str | int, ...]:
        """``field`` in its steps, places in lists as numbers."""
        steps = self.field.split("/") if self.field else []
        return tuple(int(step) if step.isdigit() else step for step in steps)


@dataclass(frozen=True, slots=True)
class Ending:
    """What is put after the end of a PDF: under what stands last on its last page, or after that.

    Attributes:
        section: the page it stands on where that page has no room for it.
        elements: what is printed.
        top_mm: how far below the top edge of the last page it begins; None where it follows what
            stands last on the page; infinite for a page of its own.
    """

    section: Section
    elements: tuple[Element, ...]
    top_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The main document, an appendix or an attached document; numbers its own pages.

    Attributes:
        title: label and title, as an outline names the part.
        attachment: the PDF that is the part, in place of elements; the section is then the first
            page of that file as it is seen, in the margins of our own pages.
    """

    kind: Literal["main", "appendix", "attached"]
    section: Section
    elements: tuple[Element | Grid, ...]
    title: str = ""
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """Core properties, all from the record.

    Attributes:
        date: ISO date of the document; "" for a draft without a full date.
    """

    title: str
    author: str
    subject: str = ""
    identifier: str = ""
    date: str = ""
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class NarrowColumn:
    """A column of a table that is narrower than a word or a number of it.

    Attributes:
        path: steps to the table in the record: ``appendices``, 0, ``body``, 1, ``table``.
        number: which column it is, from 1.
        name: what it is called; "" for none.
        width_mm, needed_mm: the width it has, and the least that would hold its words.
    """

    path: tuple[str | int, ...]
    number: int
    name: str
    width_mm: float
    needed_mm: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole document laid out: what both writers typeset.

    Attributes:
        styles: look of every role used, by role.
        cell_padding_mm: room left and right of the words in a cell.
        rule_weight_pt: weight of rules, of lines of tables and of frames.
        footnotes: paragraphs of each footnote; number 1 first.
        defaults: names (English field paths) of the fields whose default was used.
        left_out: names of the required parts that were missing (``--force``).
        narrow: columns of tables whose words are broken, for want of room.
        main: of an appendix in a file of its own, the main document: an office's running header
            repeats its words. None where it is the first part.
    """

    size_set: str
    language: str
    metadata: Metadata
    parts: tuple[Part, ...]
    styles: Mapping[str, Style]
    cell_padding_mm: float
    rule_weight_pt: float
    footnotes: tuple[tuple[Paragraph, ...], ...] = ()
    defaults: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    narrow: tuple[NarrowColumn, ...] = ()
    template: str = field(default="", compare=False)
    main: Part | None = field(default=None, compare=False)

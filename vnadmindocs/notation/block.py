"""The blocks of a body: what each line of it is, in the words and with the labels written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from typing import Literal

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.notation.inline import Span, plain_text
from vnadmindocs.values import dataclass

Alignment = Literal["", "center", "right"]


class BlockKind(StrEnum):
    """What a block is; levels do not nest, their depth is read from the kind."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    HEADING = "heading"
    CLAUSE = "clause"
    POINT = "point"
    DASH = "dash"
    SUBDASH = "subdash"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    IMAGE = "image"
    PAGE_BREAK = "page_break"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a body.

    Attributes:
        label: as typed, such as ``Điều 1:`` or ``a)``; ``-`` for every dash; "" for none.
        spans: its words after the label.
        title: lines of the title of a phần, chương, mục or tiểu mục.
        titled: its words are a title: of a Điều, of a clause or paragraph printed bold on a line
            of its own.
        align: "" leaves the alignment to the style.
        quote: how deep the block stands inside quoted provisions; 0 outside.
        name: name of the table or image to be placed.
        line: line of the text it begins on, from 0.
        column: column it begins at, label included.
        forced: the words of the marks that were written, such as ``giữa``.
        written: its words after the label with their inline marks, breaks as newlines.
        origins: for each line that was joined to ``written``, where it begins there and its line
            and column in the source.
    """

    kind: BlockKind
    label: str = ""
    spans: tuple[Span, ...] = ()
    title: tuple[tuple[Span, ...], ...] = ()
    titled: bool = False
    align: Alignment = ""
    quote: int = 0
    name: str = ""
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)
    forced: str = field(default="", compare=False)
    written: str = field(default="", compare=False)
    origins: Sequence[tuple[int, int, int]] = field(default=(), compare=False)

    @property
    def text(self) -> str:
        """The words alone, without label and title."""
        return plain_text(self.spans)


@dataclass(frozen=True, slots=True)
class Body:
    """A body that was read.

    Attributes:
        footnotes: the words of each footnote, by its name.
        notes: the same as paragraphs, which know where they were typed.
    """

    blocks: tuple[Block, ...] = ()
    footnotes: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    faults: tuple[Fault, ...] = field(default=(), compare=False)
    notes: tuple[Block, ...] = field(default=(), compare=False)

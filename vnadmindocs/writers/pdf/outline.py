"""The outline of a document: which paragraphs are its headings, what each is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vnadmindocs.layout.shape import Block, Element, Grid, Paragraph, Part, Run, Style

Heading = tuple[int, str]  # level from 1, name
_BELOW_ARTICLE = 0.5
_NOTHING_AFTER: Sequence[Block | Grid] = ()


class Outline:
    """Finds the headings of one part after the other."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        """Start without any part."""
        self._styles = styles
        self._open: list[float] = []  # ranks of the headings that are open
        self._outermost = ""  # which came first in the part, an article or a Roman numeral
        self._title = ""  # what the part is called, until a heading has it
        self._first_words = False  # whether its first paragraph is that heading

    def begin(self, part: Part) -> None:
        """Begin a part; an appendix is an entry under its title, whatever stands in its head."""
        self._open, self._outermost = [], ""
        self._title = "" if part.kind == "main" else part.title
        self._first_words = bool(self._title) and not any(
            isinstance(block, Paragraph) and self._styles[block.role].outline_level == 0
            for element in part.elements
            if isinstance(element, Element)
            for block in element.blocks
        )

    def heading(
        self, paragraph: Paragraph, following: Sequence[Block | Grid] = _NOTHING_AFTER
    ) -> Heading | None:
        """Give level and name of the entry that a paragraph is; None for most.

        Levels are those in use: none is passed over.

        Args:
            paragraph: a paragraph with words.
            following: what stands under it, where the title of a chapter may be.
        """
        style = self._styles[paragraph.role]
        level = style.outline_level
        if level is None and not self._first_words:
            return None
        self._first_words = False
        rank = self._rank(style.role, level or 0)
        while self._open and self._open[-1] >= rank:
            self._open.pop()
        self._open.append(rank)
        name, self._title = self._title or _name(paragraph, style, following), ""
        return len(self._open), name

    def _rank(self, role: str, level: int) -> float:
        if role in ("article", "heading"):
            # Where articles come first, what Roman numerals count stands in them.
            self._outermost = self._outermost or role
            if role == "heading" and self._outermost == "article":
                return (self._styles["article"].outline_level or 0) + _BELOW_ARTICLE
        return float(level)


def _name(paragraph: Paragraph, style: Style, following: Sequence[Block | Grid]) -> str:
    """Give the words that have the weight of a heading, with the title below a number."""
    runs = [run for line in paragraph.lines for run in (*line, Run(" "))]
    heads = [run.text for run in runs if run.bold is None or run.bold == style.bold]
    words = "".join(heads) if any(each.strip() for each in heads) else paragraph.text
    name = " ".join(words.split()).rstrip(".:")
    kind, _, end = paragraph.role.rpartition("_")
    below = following[0] if following else None
    if end == "number" and isinstance(below, Paragraph) and below.role == f"{kind}_title":
        return f"{name}. {' '.join(below.text.split())}"
    return name

"""A block of a body while its lines are being read."""

from __future__ import annotations

from bisect import bisect_right

from vnadmindocs.notation.block import Alignment, BlockKind
from vnadmindocs.notation.body_marks import Mark, MarkKind


class BlockDraft:
    """A block, or a footnote, while its lines are being read.

    Attributes:
        text: the words so far, breaks as newlines.
        origins: for each line that was joined, where it begins in ``text`` and in the source.
        numbers: how many numbers its label has.
        titled: what a mark said; None leaves it to the rule.
    """

    __slots__ = (
        "align",
        "column",
        "forced",
        "in_article",
        "kind",
        "label",
        "line",
        "name",
        "numbers",
        "origins",
        "quote",
        "text",
        "title",
        "titled",
    )

    def __init__(
        self, kind: BlockKind, label: str, text: str, line: int, column: int, origin: int
    ) -> None:
        self.kind = kind
        self.label = label
        self.text = text
        self.line = line
        self.column = column
        self.origins = [(0, line, origin)]
        self.align: Alignment = ""
        self.forced = ""
        self.in_article = False
        self.name = ""
        self.numbers = 0
        self.quote = 0
        self.title: list[tuple[str, int, int]] = []
        self.titled: bool | None = None

    def join(self, text: str, line: int, column: int, between: str) -> None:
        """Continue the text with another line."""
        if self.title:
            last, first_line, first_column = self.title[-1]
            self.title[-1] = (f"{last} {text}", first_line, first_column)
            return
        if not self.text:
            between = ""
        self.origins.append((len(self.text) + len(between), line, column))
        self.text = f"{self.text}{between}{text}"

    def place(self, offset: int) -> tuple[int, int]:
        """Find the line and column of the source where an offset of ``text`` comes from."""
        index = bisect_right(self.origins, offset, key=lambda origin: origin[0]) - 1
        start, line, column = self.origins[max(index, 0)]
        return line, column + offset - start


def put_mark(mark: Mark, draft: BlockDraft) -> None:
    """Do to a block what a mark before it says."""
    draft.forced = f"{draft.forced}}}{{{mark.word}" if draft.forced else mark.word
    if mark.kind is MarkKind.CENTER:
        draft.align = "center"
    elif mark.kind is MarkKind.RIGHT:
        draft.align = "right"
    elif mark.kind in (MarkKind.TITLED, MarkKind.UNTITLED):
        draft.titled = mark.kind is MarkKind.TITLED

"""Passages of a body: the words of each block as read, and where each of them was typed.

Joined lines, bold, escapes and references to footnotes are in the source and not in the words; a
place in the words is brought back to line and column only when something is found there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from vnadmindocs.notation.block import Block, BlockKind, Body
from vnadmindocs.notation.inline import is_plain
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_WITHOUT_WORDS = frozenset((BlockKind.TABLE, BlockKind.IMAGE, BlockKind.PAGE_BREAK))
# What is typed and is no word: a reference to a footnote, a box to tick.
_TYPED = pattern(r"\[\^[^\]\s\[]+\]|\[[ xX]\]")
# What a provision is given in anew: «“7. …”», «… như sau: “7. …».
_QUOTING = pattern(r"(?:.*?như sau\s*:\s*)?(?P<mark>[“\"])")
_AFTER_MARK = " .;,"


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one block.

    Attributes:
        text: the words alone, without label and marks.
        block: the block they are of.
        index: which passage of the body it is, from 0.
    """

    text: str
    block: Block
    index: int

    def place(self, start: int, end: int) -> tuple[int, int, int]:
        """Find where a stretch of the words was typed.

        Returns:
            Line and column in the source of the body, and how many code points are meant; 0 when
            the stretch goes on in another line.
        """
        block = self.block
        if not is_plain(block.written):
            typed = _typed_places(block.written, self.text)
            start, end = typed[start], typed[end - 1] + 1
        line, column = _source_place(block, start)
        last_line, last_column = _source_place(block, end - 1)
        return line, column, last_column + 1 - column if last_line == line else 0


def passages(body: Body) -> tuple[Passage, ...]:
    """Give the passages of a body in order, those of quoted provisions left out."""
    blocks = [
        block for block in body.blocks if not block.quote and block.kind not in _WITHOUT_WORDS
    ]
    return tuple([Passage(block.text, block, index) for index, block in enumerate(blocks)])


def in_quotation_marks(body: Body) -> Mapping[int, bool]:
    """Find the blocks that stand in quotation marks: the provisions an amendment gives anew.

    A paragraph that opens with the mark is a quotation until the block that closes it; one that
    nothing closes is none.

    Returns:
        By the ``id`` of each such block, whether it opens the quotation.
    """
    blocks = body.blocks
    stretches: list[tuple[int, int]] = []
    waiting: list[tuple[int, int]] = []  # blocks with “ that is open, and how many were before
    straight: dict[int, list[int]] = {0: [], 1: []}  # the same of ", by whether one was open
    depth = odd = 0
    for index, block in enumerate(blocks):
        text = block.text
        if "“" not in text and "”" not in text and '"' not in text:
            continue
        opening = _QUOTING.match(text)
        if opening is not None and opening["mark"] == "“":
            waiting.append((index, depth))
        elif opening is not None:
            straight[odd].append(index)
        depth += text.count("“") - text.count("”")
        odd = (odd + text.count('"')) % 2
        while waiting and depth <= waiting[-1][1]:
            stretches.append((waiting.pop()[0], index))
        stretches += [(start, index) for start in straight[odd]]
        straight[odd] = []
    found: dict[int, bool] = {}
    reached = -1
    for start, end in sorted(stretches, key=lambda stretch: (stretch[0], -stretch[1])):
        # «“Người nộp” là …» is a word in quotation marks.
        if end > reached and (end > start or _ends_quoted(blocks[start].text)):
            first = max(start, reached + 1)
            found.update((id(block), False) for block in blocks[first : end + 1])
            found[id(blocks[first])] = first == start
            reached = end
    return found


def _ends_quoted(text: str) -> bool:
    return text.rstrip(_AFTER_MARK).endswith(("”", '"'))


def end_of_stretch(position: int, stretches: Sequence[tuple[int, int]]) -> int:
    """Give the end of the stretch a position lies in; 0 when it lies in none.

    Args:
        position: a place in a text.
        stretches: start and end of each, left to right; none lies in another.
    """
    index = bisect_right(stretches, position, key=lambda stretch: stretch[0]) - 1
    end = stretches[index][1] if index >= 0 else 0
    return end if position < end else 0


def _source_place(block: Block, offset: int) -> tuple[int, int]:
    if not block.origins:
        return block.line, block.column + offset
    index = bisect_right(block.origins, offset, key=lambda origin: origin[0]) - 1
    start, line, column = block.origins[max(index, 0)]
    return line, column + offset - start


@lru_cache(maxsize=8)
def _typed_places(typed: str, words: str) -> tuple[int, ...]:
    """Tell for each character of the words where it stands in what was typed."""
    places = []
    at = 0
    for character in words:
        while at < len(typed):
            mark = _TYPED.match(typed, at) if typed[at] == "[" else None
            if mark is not None:
                at = mark.end()
            elif typed[at] == "\\" and typed[at + 1 : at + 2] == character:
                at += 1
                break
            elif typed[at] == character or (typed[at] == "\n" and character == " "):
                break
            else:
                at += 1
        places.append(min(at, len(typed) - 1))
        at += 1
    return tuple(places)


__all__ = ["Passage", "end_of_stretch", "in_quotation_marks", "passages"]

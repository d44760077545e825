"""Parts of a body taken out by their places: ``Điều 2``, ``khoản 1 Điều 3``, ``Mục II``.

A part is its labelled line and whatever stands under it. The lines that head it, from the chương
down, come with it, so that it can be told where it stood; nothing else does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vnadmindocs.notation.block import Block, BlockKind, Body
from vnadmindocs.notation.locators import LocatorStep
from vnadmindocs.notation.own_references import label_name, label_rank, step_name
from vnadmindocs.notation.passages import in_quotation_marks
from vnadmindocs.values import dataclass

_KINDS: Mapping[str, tuple[BlockKind, ...]] = {
    "Phần": (BlockKind.PART, BlockKind.HEADING),
    "Chương": (BlockKind.CHAPTER,),
    "Mục": (BlockKind.SECTION, BlockKind.HEADING),
    "Tiểu mục": (BlockKind.SUBSECTION,),
    "Điều": (BlockKind.ARTICLE,),
    "khoản": (BlockKind.CLAUSE,),
    "điểm": (BlockKind.POINT,),
    "tiết": (BlockKind.POINT,),
}
# What «mục 1» or «điểm 1.2» may be where nothing else is called so.
_NUMBERED = frozenset({"Mục", "Tiểu mục", "điểm", "tiết"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A labelled line: its place in the body, its kind and the name it is looked up by."""

    index: int
    kind: BlockKind
    name: str


class Parts:
    """The parts of a body, each block with the labelled lines it stands under."""

    def __init__(self, body: Body) -> None:
        self._above = tuple(_lines_above(body))

    def find(self, steps: Sequence[LocatorStep]) -> tuple[frozenset[int], int]:
        """Find the part at a place.

        Args:
            steps: from the largest to the smallest.

        Returns:
            The indexes of its blocks and of the lines that head it, and how many parts there are
            at such a place; one is meant.
        """
        found = self._find(steps, loosely=False)
        return found if found[1] else self._find(steps, loosely=True)

    def _find(self, steps: Sequence[LocatorStep], *, loosely: bool) -> tuple[frozenset[int], int]:
        found: set[int] = set()
        heads: set[int] = set()
        for index, above in enumerate(self._above):
            head = _last_of(above, steps, loosely=loosely)
            if head is not None:
                heads.add(head)
                found |= {index, *(line.index for line in above)}
        return frozenset(found), len(heads)


def _lines_above(body: Body) -> Iterator[tuple[_Line, ...]]:
    """Yield the labelled lines that each block stands under, its own last."""
    quoted = in_quotation_marks(body)
    stack: list[tuple[int, _Line]] = []
    for index, block in enumerate(body.blocks):
        name = "" if _is_quoted(block, quoted) else label_name(block)
        if name:
            rank = label_rank(block, name)
            while stack and stack[-1][0] >= rank:
                stack.pop()
            stack.append((rank, _Line(index, block.kind, name)))
        yield tuple(line for _, line in stack)


def _is_quoted(block: Block, quoted: Mapping[int, bool]) -> bool:
    return bool(block.quote) or not quoted.get(id(block), True)


def _last_of(above: Sequence[_Line], steps: Sequence[LocatorStep], *, loosely: bool) -> int | None:
    """Give the line that the last step names, where all steps are among these lines in order.

    Args:
        above: the lines.
        steps: from the largest to the smallest.
        loosely: whether a numbered clause may be called mục or điểm.
    """
    waiting = iter(above)
    line: _Line | None = None
    for step in steps:
        kinds, name = _KINDS.get(step.level, ()), step_name(step)
        if loosely and step.level in _NUMBERED:
            kinds = (*kinds, BlockKind.CLAUSE)
        line = next((each for each in waiting if each.kind in kinds and each.name == name), None)
        if line is None:
            return None
    return line.index if line is not None else None

"""What a table of contents lists of a body: phần, chương, mục, điều, Roman headings, in levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vnadmindocs.notation.block import Block, BlockKind
from vnadmindocs.notation.inline import plain_text

_HEADED = (BlockKind.PART, BlockKind.CHAPTER, BlockKind.SECTION, BlockKind.SUBSECTION)
_LISTED = frozenset((*_HEADED, BlockKind.ARTICLE, BlockKind.HEADING))
_OTHER = {BlockKind.ARTICLE: BlockKind.HEADING, BlockKind.HEADING: BlockKind.ARTICLE}


def listed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give the headings that a table of contents lists; quoted provisions have none of them."""
    return tuple([block for block in blocks if block.kind in _LISTED and _is_heading(block)])


def levels_of(headings: Sequence[Block]) -> Mapping[BlockKind, int]:
    """Number the kinds in use, from 1 for the largest.

    Roman numerals stand in the điều where these come first, and over them where they do.
    """
    first = next((each.kind for each in headings if each.kind in _OTHER), BlockKind.ARTICLE)
    kinds = {each.kind for each in headings}
    used = [kind for kind in (*_HEADED, first, _OTHER[first]) if kind in kinds]
    return {kind: level for level, kind in enumerate(used, 1)}


def printed_name(heading: Block) -> str:
    """Give number and title in one line; a điều without a title has its number alone."""
    label = " ".join(heading.label.split())
    if heading.kind in _HEADED:
        title = " ".join(" ".join(map(plain_text, heading.title)).split())
        bare = label.rstrip(".:")
        return f"{bare}. {title}" if title else bare
    if heading.kind is BlockKind.ARTICLE and not heading.titled:
        return label.rstrip(".:")
    return " ".join(f"{label} {heading.text}".split())


def _is_heading(block: Block) -> bool:
    # A mark that moves words without a number makes a paragraph of them.
    moved = block.kind is BlockKind.HEADING and block.align and not block.label
    return not block.quote and not moved

"""Which words after a label are a title, and which the provision itself.

A title does not end like a sentence, and what it heads follows in paragraphs of its own. A mark
before the words, ``{tiêu đề}`` or ``{thường}``, decides otherwise.
"""

from __future__ import annotations

from vnadmindocs.notation.block import BlockKind

# A line that ends so leads on or is done: it is no title of a phần, chương, mục or điều.
NO_TITLE_ENDS = tuple(".;:,?!")
# A clause may be a title with a colon after it.
_NO_CLAUSE_TITLE_ENDS = tuple(".;,!?")
BELOW_A_CLAUSE = frozenset(
    (
        BlockKind.POINT,
        BlockKind.DASH,
        BlockKind.SUBDASH,
        BlockKind.PARAGRAPH,
        BlockKind.TABLE,
        BlockKind.IMAGE,
    )
)
_BELOW_AN_ARTICLE = BELOW_A_CLAUSE | {BlockKind.CLAUSE}


def is_titled_clause(
    text: str, *, in_article: bool, depth: int, following: tuple[BlockKind, int] | None
) -> bool:
    """Tell whether a numbered clause is a title, printed bold on its own line.

    It stands outside any Điều, does not end like a sentence, and what follows it belongs to it:
    not a sibling, and not a larger heading.

    Args:
        text: its words.
        in_article: whether it stands inside a Điều.
        depth: how many numbers its label has.
        following: kind and depth of the next block; None at the end of the body.
    """
    if in_article or following is None or not text or text.endswith(_NO_CLAUSE_TITLE_ENDS):
        return False
    kind, next_depth = following
    if kind is BlockKind.CLAUSE:
        return next_depth > depth
    return kind in BELOW_A_CLAUSE


def is_titled_article(text: str, *, quote: int, following: tuple[BlockKind, int] | None) -> bool:
    """Tell whether the words after ``Điều 1.`` are a title rather than the provision itself.

    Decisions have provisions without titles, attached regulations titles (PL1·P1·II.6.d, PL3·1.2).
    A Điều without words after it is a heading.

    Args:
        text: its words.
        quote: how deep it stands inside quoted provisions.
        following: kind and depth of quotation of the next block; None at the end of the body.
    """
    if not text:
        return True
    if following is None or text.endswith(NO_TITLE_ENDS):
        return False
    kind, next_quote = following
    return next_quote == quote and kind in _BELOW_AN_ARTICLE

r"""Writes a body back as source text; ``parse_body`` reads the same body from it.

Each block is written the plain way and read back on the spot; only where that reads otherwise is
a mark put before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vnadmindocs.notation.block import Block, BlockKind, Body
from vnadmindocs.notation.body import BodyParser
from vnadmindocs.notation.body_marks import LEVEL_WORDS, MARK_WORDS, MarkKind
from vnadmindocs.notation.inline import print_inline, tidy
from vnadmindocs.notation.numbering import Level
from vnadmindocs.notation.quotations import behind_mark
from vnadmindocs.notation.titles import is_titled_article, is_titled_clause

_PLACES = {
    BlockKind.TABLE: MarkKind.TABLE,
    BlockKind.IMAGE: MarkKind.IMAGE,
}
_ALIGNMENTS = {"center": MarkKind.CENTER, "right": MarkKind.RIGHT}


def print_body(body: Body) -> str:
    """Write a body as source text."""
    parser = BodyParser()
    lines = []
    for index, block in enumerate(body.blocks):
        following = body.blocks[index + 1] if index + 1 < len(body.blocks) else None
        written = _written(parser, block, following)
        parser.feed(written)
        lines.append(written)
    for name, spans in body.footnotes.items():
        lines.append(f"[^{name}]: " + _deeper(print_inline(spans), ""))
    return "\n".join(lines)


def _written(parser: BodyParser, block: Block, following: Block | None) -> str:
    wanted = replace(
        block,
        titled=False,
        spans=tidy(block.spans),
        title=tuple(tidy(line) for line in block.title),
    )
    written = ""
    for mark, same_line in _candidates(block):
        written = _source(block, mark, same_line=same_line)
        trial = parser.trial(written)
        if trial is None:
            continue
        read, in_article, depth = trial
        if replace(read, titled=False) != wanted:
            continue
        if block.titled != _natural(block, in_article, depth, following):
            kind = MarkKind.TITLED if block.titled else MarkKind.UNTITLED
            mark = f"{{{MARK_WORDS[kind]}}}{mark}"
            written = _source(block, mark, same_line=same_line)
        break
    return written


def _candidates(block: Block) -> Iterator[tuple[str, bool]]:
    """Yield ways to write a block, the plainest first.

    Each is the mark before the words, and whether a title begins on the line of its label.
    """
    if block.kind is BlockKind.PARAGRAPH and not block.quote and behind_mark(block.text):
        # What closes the mark may stand in a line that is not written yet.
        yield "\\", False
    yield "", False
    if block.title:
        yield "", True
    if block.kind is BlockKind.PARAGRAPH:
        yield "\\", False
        yield f"{{{MARK_WORDS[MarkKind.PARAGRAPH]}}}", False
    elif block.kind.value in LEVEL_WORDS:
        forced = f"{{{LEVEL_WORDS[Level(block.kind.value)]}}}"
        yield forced, False
        yield forced, True
        yield forced + "\\", False


def _source(block: Block, mark: str, *, same_line: bool = False) -> str:
    quote = "> " * block.quote
    align = f"{{{MARK_WORDS[_ALIGNMENTS[block.align]]}}}" if block.align else ""
    if block.kind is BlockKind.PAGE_BREAK:
        return f"{quote}{{{MARK_WORDS[MarkKind.PAGE_BREAK]}}}"
    if block.kind in _PLACES:
        return f"{quote}{{{MARK_WORDS[_PLACES[block.kind]]}: {block.name}}}"
    titles = [print_inline(line) for line in block.title]
    words = _deeper(print_inline(block.spans), quote)
    if same_line and titles:
        words = titles.pop(0)
    marks = align + mark
    if marks.endswith("}"):
        marks += " "
    head = f"{quote}{marks}{' '.join(part for part in (block.label, words) if part)}"
    return "\n".join((head, *(quote + title for title in titles)))


def _deeper(text: str, quote: str) -> str:
    return text.replace("\n", f"\\\n{quote}  ")


def _natural(block: Block, in_article: bool, depth: int, following: Block | None) -> bool:
    if block.kind is BlockKind.ARTICLE:
        after = (following.kind, following.quote) if following else None
        return is_titled_article(block.text, quote=block.quote, following=after)
    if block.kind is not BlockKind.CLAUSE:
        return False
    return is_titled_clause(
        block.text,
        in_article=in_article,
        depth=depth,
        following=(following.kind, following.label.strip(".").count(".") + 1)
        if following
        else None,
    )

"""Rules about phần, chương, mục and điều: titles that are missing, numbers that do not begin at 1.

What stands in a quoted provision is numbered and titled in another text. What follows a number is
read with the body (BDY002, BDY009).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.law.attached_texts import is_titled_text
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.block import Block, BlockKind
from vnadmindocs.notation.body_marks import MARK_WORDS, MarkKind
from vnadmindocs.notation.numbering import TITLED_LEVELS, recognise
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document

_HEADED = frozenset(BlockKind(level.value) for level in TITLED_LEVELS)
_STRUCTURE = _HEADED | {BlockKind.ARTICLE}
_BEGINNING_AT_ONE = (BlockKind.PART, BlockKind.CHAPTER, BlockKind.ARTICLE)
_PLAIN = MARK_WORDS[MarkKind.UNTITLED]  # these words are the provision itself
_NONE = Text(vi="", en="")


def structured(record: Document) -> bool:
    """Tell whether a record has phần, chương, mục or điều; most letters have none."""
    return any(block.kind in _STRUCTURE for block in _own_blocks(record))


@rule("BDY040", needs=("body",), where=structured)
def heading_without_title(record: Document) -> Iterator[Fault]:
    """Find a phần, chương, mục or tiểu mục with nothing but its number."""
    for block in _own_blocks(record):
        if block.kind in _HEADED and not block.title:
            yield _fault("BDY040", record, block, {"found": block.label})


@rule("BDY041", needs=("body",), where=structured)
def article_without_title(record: Document) -> Iterator[Fault]:
    """Find the first điều without a title in a quy chế, quy định or điều lệ."""
    if not is_titled_text(record.type.words):
        return
    untitled = [
        block
        for block in _own_blocks(record)
        if block.kind is BlockKind.ARTICLE
        and not (block.titled and block.text)
        and _PLAIN not in block.forced
    ]
    if untitled:
        first, others = untitled[0], len(untitled) - 1
        more = Text(vi=f" và {others} điều khác", en=f" and {others} more") if others else _NONE
        facts = {"found": first.label.rstrip(" .:"), "more": more}
        yield _fault("BDY041", record, first, facts)


@rule("BDY042", needs=("body",), where=structured)
def numbers_begin_later(record: Document) -> Iterator[Fault]:
    """Find a text whose điều, chương or phần begin at another number than 1."""
    blocks = _own_blocks(record)
    for kind in _BEGINNING_AT_ONE:
        first, *others = [block for block in blocks if block.kind is kind] or (None,)
        # A single «Điều 5.» is a provision somebody writes out.
        if first is not None and others and _number(first) not in (0, 1):
            facts = {"found": first.label, "expected": _as_first(first)}
            yield _fault("BDY042", record, first, facts)


def _own_blocks(record: Document) -> Sequence[Block]:
    if not isinstance(record.body, RecordBody):
        return ()
    return [block for block in record.body.body.blocks if not block.quote]


def _number(block: Block) -> int:
    """Give the number of a label; 0 where a mark forced a label of another kind."""
    found = recognise(block.label)
    return found[0].numbers[-1] if found is not None and found[0].numbers else 0


def _as_first(block: Block) -> str:
    """Write a label with the number 1 in place of its own, in the digits it is written in."""
    word, _, number = block.label.rpartition(" ")
    bare = number.rstrip(".:")
    first = "nhất" if bare.isalpha() and bare.islower() else "I" if bare[0].isupper() else "1"
    return f"{word} {first}{number[len(bare) :]}"


def _fault(code: str, record: Document, block: Block, facts: Mapping[str, object]) -> Fault:
    assert isinstance(record.body, RecordBody)
    path, line = record.body.place_of(block.line)
    return Fault(code, line, block.column, len(block.label), facts, ("body", *path))

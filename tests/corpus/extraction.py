"""Reads a text extracted from a PDF into the blocks its document is made of.

What the extraction added (bold and italic marks, table pipes) is taken off; no word is touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.corpus.comparison import Block

Start = tuple[str, str]
"""A block's name and the beginning of its first line."""

_TABLE_RULE = re.compile(r"^\s*\|[\s|:-]*$")
_MARKS = re.compile(r"\*+|</?i>|<br\s*/?>")


def blocks(text: str, starts: Sequence[Start]) -> list[Block]:
    """Cut a text into blocks; each begins at the first later line that opens as said.

    Raises:
        ValueError: a beginning is not found, or words stand before the first one: then a block
            would be compared with the wrong words, or words with nothing.
    """
    lines = plain_lines(text)
    cuts: list[int] = []
    for name, opening in starts:
        begin = cuts[-1] + 1 if cuts else 0
        at = next((n for n in range(begin, len(lines)) if lines[n].startswith(opening)), None)
        if at is None:
            raise ValueError(f"no line opens «{opening}» for the block {name}")
        cuts.append(at)
    if cuts[0]:
        raise ValueError(f"words before the first block: «{lines[0]}»")
    ends = [*cuts[1:], len(lines)]
    return [
        Block(name, tuple(lines[begin:end]))
        for (name, _), begin, end in zip(starts, cuts, ends, strict=True)
    ]


def plain_lines(text: str) -> list[str]:
    """The lines that hold words, without the marks and pipes the extraction added."""
    kept = []
    for line in text.splitlines():
        if _TABLE_RULE.match(line):
            continue
        if line.lstrip().startswith("|"):
            line = line.replace("|", " ")
        line = " ".join(_MARKS.sub("", line).split())
        if line:
            kept.append(line)
    return kept

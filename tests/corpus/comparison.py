"""Compares the words of two texts block by block, white space aside, and names what differs.

A block is a stretch read in one go: the issuer's lines, the body, one signature. Inside a block the
order of words counts; between blocks it does not, since an extraction from PDF orders them freely.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

LISTS = frozenset({"addressees", "recipients"})
"""Blocks that are lists: the end mark of each line is furniture and not compared."""

_SHOWN_BEFORE = 4


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document, in the lines it was read in.

    Attributes:
        name: what it is (``body``, ``recipients``); several blocks may share a name.
        lines: its text, a printed line or a paragraph each.
    """

    name: str
    lines: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in reading order, composed (NFC), list marks at line ends left out."""
        lines: Iterable[str] = (unicodedata.normalize("NFC", line) for line in self.lines)
        if self.name in LISTS:
            lines = (re.sub(r"[;.]\s*$", "", line) for line in lines)
        return tuple(word for line in lines for word in line.split())


def differences(expected: Iterable[Block], found: Iterable[Block]) -> list[str]:
    """What differs, one sentence each, naming block and words; empty when every word agrees.

    Blocks of one name are paired by likeness, so their order is free.
    """
    wanted, printed = _by_name(expected), _by_name(found)
    sentences: list[str] = []
    for name in [*wanted, *(name for name in printed if name not in wanted)]:
        here = list(printed.get(name, ()))
        for block in wanted.get(name, ()):
            if not here:
                sentences.append(f"{name}: no such block, its words are «{_said(block.words)}»")
                continue
            nearest = max(here, key=lambda other: _likeness(block, other))
            here.remove(nearest)
            sentences += _word_differences(name, block.words, nearest.words)
        sentences += [f"{name}: only printed «{_said(block.words)}»" for block in here]
    return sentences


def _by_name(blocks: Iterable[Block]) -> Mapping[str, list[Block]]:
    named: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.words:
            named[block.name].append(block)
    return named


def _likeness(one: Block, other: Block) -> float:
    if "".join(one.words) == "".join(other.words):
        return 2.0
    return SequenceMatcher(None, one.words, other.words, autojunk=False).ratio()


def _word_differences(name: str, wanted: tuple[str, ...], printed: tuple[str, ...]) -> list[str]:
    if "".join(wanted) == "".join(printed):
        return []
    sentences = []
    matcher = SequenceMatcher(None, wanted, printed, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        here, there = wanted[start:end], printed[other_start:other_end]
        if kind == "equal" or "".join(here) == "".join(there):
            continue
        after = _said(wanted[max(0, start - _SHOWN_BEFORE) : start]) or "the beginning"
        if not there:
            sentences.append(f"{name}: missing «{_said(here)}» after «{after}»")
        elif not here:
            sentences.append(f"{name}: only printed «{_said(there)}» after «{after}»")
        else:
            sentences.append(f"{name}: «{_said(here)}» is printed «{_said(there)}» after «{after}»")
    return sentences


def _said(words: Iterable[str]) -> str:
    return " ".join(words)

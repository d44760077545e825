"""Places inside a text: ``điểm a khoản 2 Điều 103``, smallest first as the decree has them.

Several places are one after the other: ``khoản 1, khoản 3 Điều 5``, ``Điều 4 và Điều 7``,
``các khoản 1, 2 và 3 Điều 5``. A place that lacks the larger steps has those of the one after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

# From the smallest to the largest.
LEVELS = (
    "tiết",
    "điểm",
    "khoản",
    "Điều",
    "Tiểu mục",
    "Mục",
    "Chương",
    "Phần",
    "Phụ lục",
)
_BY_WORD = {level.lower(): level for level in LEVELS}
_RANK = {level: rank for rank, level in enumerate(LEVELS)}

_LABELS = {
    "tiết": r"(?:[a-zđ]\.?\d+|[a-zđ]{1,2}|\d{1,2}|[ivx]+)",
    "điểm": r"(?:\d+(?:\.\d+)+|[a-zđ]\d{0,2}(?:\.\d+)*|\d{1,2})",
    "khoản": r"\d{1,3}(?:\.\d+)*[a-zđ]?",
    "điều": r"\d{1,4}[a-zđ]?",
    "tiểu mục": r"\d{1,3}(?:\.\d+)*",
    "mục": r"(?:[IVXLC]+(?:\.\d+)*|\d{1,3}(?:\.\d+)*|[A-Z])",
    "chương": r"(?:[IVXLC]+|\d{1,2})",
    "phần": r"(?:[IVXLC]+|[A-Z]|\d{1,2}|thứ [a-zà-ỹ]+)",
    "phụ lục": r"(?:[IVXLC]+|\d{1,2}[a-zđ]?|[A-Z])",
}
_STEP = pattern(
    r"(?:các |những )?(?:"
    + "|".join(
        rf"(?:(?P<w{n}>{word})\s+(?P<l{n}>(?-i:{label}))(?![\w]|/\w|-\d|\.\d))"
        for n, (word, label) in enumerate(_LABELS.items())
    )
    + ")",
    re.IGNORECASE,
)
_NAMES = tuple(_LABELS)
_BETWEEN = pattern(r"\s*,\s*(?:và\s+)?|\s+(?:và|hoặc)\s+|\s+(?:của\s+|thuộc\s+)?")
_NEXT = pattern(r"\s*,\s*(?:và\s+)?|\s+(?:và|hoặc)\s+")
# A bare label after another: «các khoản 1, 2 và 3», «khoản 2, 6 Điều 21».
_MORE = {
    word: pattern(
        rf"(?:\s*,\s*|\s+và\s+)(?P<label>{label})(?=\s*,|\s*;|\s+và\s+|\s+(?i:điểm|khoản|điều|mục"
        r"|chương|phần|phụ lục|bộ luật|luật|nghị|thông|quyết|pháp)\b)(?![\w/])"
    )
    for word, label in _LABELS.items()
}


@dataclass(frozen=True, slots=True)
class LocatorStep:
    """One step: its level (``khoản``, ``Điều``) and its label (``2``, ``4a``, ``IV``)."""

    level: str
    label: str

    @property
    def rank(self) -> int:
        """How large the level is; 0 is the smallest."""
        return _RANK[self.level]

    def __str__(self) -> str:
        """Print ``khoản 2``."""
        return f"{self.level} {self.label}"


Locator = tuple[LocatorStep, ...]


def read_locators(text: str, start: int = 0) -> tuple[tuple[Locator, ...], int]:
    """Read the places that stand at ``start``.

    Returns:
        The places in the order written, each with its steps from the smallest to the largest, and
        where they end; no place and ``start`` when none stands there.
    """
    chains: list[list[LocatorStep]] = []
    end = start
    position = start
    joined = False
    while (found := _STEP.match(text, position)) is not None:
        number = next(n for n in range(len(_NAMES)) if found[f"w{n}"] is not None)
        word = _NAMES[number]
        step = LocatorStep(_BY_WORD[word], found[f"l{number}"])
        if chains and not joined and chains[-1][-1].rank < step.rank:
            chains[-1].append(step)
        elif chains and not joined:
            break
        else:
            chains.append([step])
        end = found.end()
        while (more := _MORE[word].match(text, end)) is not None:
            chains.append([LocatorStep(step.level, more["label"])])
            end = more.end()
        between = _BETWEEN.match(text, end)
        if between is None:
            break
        joined = _NEXT.match(text, end) is not None
        position = between.end()
    return _completed(chains), end


def print_locators(locators: tuple[Locator, ...]) -> str:
    """Print places so that ``read_locators`` reads the same: what they share is said once."""
    if not locators:
        return ""
    words = []
    for this, following in zip(locators, (*locators[1:], ()), strict=True):
        # As few steps as the one after it completes to the same place.
        length = next(
            count
            for count in range(1, len(this) + 1)
            if _completed_by(this[:count], following) == this
        )
        words.append(" ".join(map(str, this[:length])))
    return f"{', '.join(words[:-1])} và {words[-1]}" if len(words) > 1 else words[0]


@cache
def starting_words() -> tuple[str, ...]:
    """Give the words a place may begin with, in small letters."""
    return _NAMES


def _completed_by(chain: Sequence[LocatorStep], following: Locator) -> Locator:
    """Give a chain the steps of the one after it that are larger than its own."""
    return (*chain, *(step for step in following if step.rank > chain[-1].rank))


def _completed(chains: list[list[LocatorStep]]) -> tuple[Locator, ...]:
    """Give each chain the larger steps of the one after it."""
    after: Locator = ()
    found: list[Locator] = []
    for chain in reversed(chains):
        after = _completed_by(chain, after)
        found.append(after)
    return tuple(reversed(found))

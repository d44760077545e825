"""Marks in braces at the head of a line: ``{giữa}``, ``{tiêu đề}``, ``{khoản}``, ``{bảng: tên}``.

The list is closed. A word that is not in it is reported, and the line printed as it stands;
``{{ x }}`` is text without a word of comment.
"""

from __future__ import annotations

import re
from enum import StrEnum

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import closest, fold
from vnadmindocs.notation.numbering import TITLED_LEVELS, Label, Level, recognise
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

UNKNOWN_MARK = "BDY001"
NO_NAME = "BDY010"
MISSPELT_MARK = "BDY011"


class MarkKind(StrEnum):
    """What a mark does."""

    CENTER = "center"
    RIGHT = "right"
    TITLED = "titled"
    UNTITLED = "untitled"
    PARAGRAPH = "paragraph"
    LEVEL = "level"
    PAGE_BREAK = "page_break"
    TABLE = "table"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark.

    Attributes:
        word: as written between the braces.
        level: the level it forces, of a level mark.
        name: the table or image it places.
    """

    kind: MarkKind
    word: str
    level: Level | None = None
    name: str = ""


LEVEL_WORDS = {
    Level.PART: "phần",
    Level.CHAPTER: "chương",
    Level.SECTION: "mục",
    Level.SUBSECTION: "tiểu mục",
    Level.ARTICLE: "điều",
    Level.HEADING: "mục la mã",
    Level.CLAUSE: "khoản",
    Level.POINT: "điểm",
    Level.DASH: "gạch",
    Level.SUBDASH: "cộng",
}
MARK_WORDS = {
    MarkKind.CENTER: "giữa",
    MarkKind.RIGHT: "phải",
    MarkKind.TITLED: "tiêu đề",
    MarkKind.UNTITLED: "thường",
    MarkKind.PARAGRAPH: "đoạn",
    MarkKind.PAGE_BREAK: "trang mới",
    MarkKind.TABLE: "bảng",
    MarkKind.IMAGE: "hình",
}
_NAMED = (MarkKind.TABLE, MarkKind.IMAGE)
_KINDS: dict[str, tuple[MarkKind, Level | None]] = {
    **{fold(word): (kind, None) for kind, word in MARK_WORDS.items()},
    **{fold(word): (MarkKind.LEVEL, level) for level, word in LEVEL_WORDS.items()},
    "gach_dau_dong": (MarkKind.LEVEL, Level.DASH),
    "dau_cong": (MarkKind.LEVEL, Level.SUBDASH),
    "de_muc": (MarkKind.LEVEL, Level.HEADING),
}
_ALL_WORDS = (*MARK_WORDS.values(), *LEVEL_WORDS.values())

_MARK = pattern(r"\{(?P<word>[^{}:]*)(?P<colon>:?)(?P<name>[^{}]*)\} *")
# What counts as a label behind a level mark: a number or letters with a sign, or decimals.
_FREE_LABEL = pattern(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*[a-zđ]?|[A-Za-zĐđ]\w?|[IVXLC]+)[.)/:\-]+|\d{1,3}(?:\.\d{1,3})+)"
    r"(?: +|\Z)"
)
_FREE_ARTICLE = pattern(r"điều +(?:thứ +)?\S+(?: +|\Z)", re.IGNORECASE)


def read_marks(line: str) -> tuple[tuple[Mark, ...], int, tuple[Fault, ...]]:
    """Read the marks at the head of a line.

    Returns:
        The marks, the column where the words begin, and the faults. At an unknown mark reading
        stops, so that it is printed with the words.
    """
    marks: list[Mark] = []
    at = 0
    while at < len(line) and line[at] == "{":
        found = _MARK.match(line, at)
        if found is None:
            break
        word, name = found["word"].strip(), found["name"].strip()
        kind, level = _KINDS.get(fold(word), (None, None))
        if kind is None or (bool(found["colon"]) and kind not in _NAMED):
            return tuple(marks), at, (_unknown(word, line[at : found.end()].strip(), at),)
        if kind in _NAMED and not name:
            written = line[at : found.end()].strip()
            return tuple(marks), at, (Fault(NO_NAME, 0, at, len(written), {"found": written}),)
        marks.append(Mark(kind, f"{word}: {name}" if name else word, level, name))
        at = found.end()
    return tuple(marks), at, ()


def _unknown(word: str, written: str, column: int) -> Fault:
    nearest = closest(word, _ALL_WORDS)
    if nearest is None:
        return Fault(UNKNOWN_MARK, 0, column, len(written), {"found": written})
    return Fault(MISSPELT_MARK, 0, column, len(written), {"found": written, "nearest": nearest})


def split_forced_label(level: Level, words: str) -> tuple[Label, int]:
    """Find the label of a line whose level a mark forces.

    Returns:
        The label, "" where the words have none, and the column where the words after it begin.
    """
    natural = recognise(words)
    if natural is not None and natural[0].kind is level:
        return natural
    if level in TITLED_LEVELS:
        return Label(level, words), len(words)
    if level in (Level.DASH, Level.SUBDASH):
        return Label(level, "-" if level is Level.DASH else "+"), 0
    found = (_FREE_ARTICLE if level is Level.ARTICLE else _FREE_LABEL).match(words)
    if found is None:
        return Label(level, ""), 0
    return Label(level, found[0].rstrip()), found.end()

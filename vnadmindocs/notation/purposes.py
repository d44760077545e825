"""What a copy is for: the bracket behind a recipient, ``(để b/c)``, and what it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from vnadmindocs.assets import data_file
from vnadmindocs.pattern import pattern
from vnadmindocs.toml_lines import read_toml

_LAST_BRACKET = pattern(r"\([^()]*\)(?=[^()]*\Z)")
_OPENINGS = ("để", "xin")
_STROKE = "/"
# «b/c», «ph/h», «t/hiện»: one to three letters, a stroke, letters; a fraction or a date is none.
_SHORT = pattern(r"(?<![\w/])[^\W\d_]{1,3}/[^\W\d_]{1,5}(?![\w/])")
_WORDS = pattern(r"[^\s,;.()]+")


@cache
def purposes() -> Mapping[str, str]:
    """Give what each abbreviation stands for, and each full form itself: ``b/c`` báo cáo."""
    found = {}
    for words, abbreviations in _table()["purposes"].items():
        found[words] = words
        found |= dict.fromkeys(abbreviations, words)
    return found


def purpose_of(words: str) -> str:
    """Find the bracket that says what a copy is for.

    Returns:
        The last bracket of the words when it opens with ``để`` or ``xin`` or holds words of the
        table alone, brackets included; else "" (``(đ/c Bông)`` is part of a name).
    """
    if "(" not in words:
        return ""
    found = _LAST_BRACKET.search(words)
    if found is None:
        return ""
    inside = _inside(found[0])
    if inside.split(" ", 1)[0] in _OPENINGS or inside.rstrip(".") in purposes():
        return found[0]
    return ""


def without_purpose(words: str) -> str:
    """Take the bracket that says what a copy is for off the words, and nothing else."""
    purpose = purpose_of(words)
    if not purpose:
        return words
    before, _, after = words.rpartition(purpose)
    return f"{before.rstrip(' ;,')}{after}".strip()


def full_purpose(bracket: str) -> str:
    """Write out a purpose: ``(để p/h, t/h)`` gives ``để phối hợp, thực hiện``.

    Returns:
        The words without brackets; what is not in the table stays as it is.
    """
    inside = _inside(bracket)
    if not inside.startswith(_OPENINGS) and inside.rstrip(".") in purposes():
        inside = f"{_OPENINGS[0]} {inside.rstrip('.')}"
    return _WORDS.sub(lambda word: purposes().get(word[0], word[0]), inside)


def unknown_purpose(words: str) -> str:
    """Find an abbreviation with a stroke in the last bracket of a recipient that nobody knows.

    Returns:
        The abbreviation as written; "" when there is none. A bracket with words that are no
        purpose is judged only where it opens with ``để`` or is the abbreviation alone.
    """
    if _STROKE not in words:
        return ""
    found = _LAST_BRACKET.search(words)
    if found is None:
        return ""
    inside = found[0][1:-1].strip()
    low = inside.lower()
    if low.removeprefix(_OPENINGS[0]).strip() in _known():
        return ""
    if not low.startswith(_OPENINGS) and _SHORT.fullmatch(low.rstrip(".")) is None:
        return ""
    known = _known()
    return next((each[0] for each in _SHORT.finditer(inside) if each[0].lower() not in known), "")


def _inside(bracket: str) -> str:
    return " ".join(bracket.strip("() ").lower().split())


@cache
def _known() -> frozenset[str]:
    return frozenset((*purposes(), *_table()["not_purposes"]["words"]))


@cache
def _table() -> Mapping[str, Any]:
    return read_toml(data_file("notation", "purposes.toml").read_text(encoding="utf-8"))

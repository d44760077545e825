"""Signs that a text may mention another text, a short name, a part of its own, an amount in words.

Most paragraphs mention nothing: these looks for single words cost next to nothing, and what reads
mentions is loaded only when one of them finds something.
"""

from __future__ import annotations

import re

from vnadmindocs.pattern import pattern

# «/NĐ-CP», «/2012/NĐ-CP»; «số 123».
_SYMBOL = pattern(r"/\s?(?:\d{2,4}\s?/\s?)?[A-ZĐ]")
_NUMBER = pattern(r"số\s+\d")
ABBREVIATION = pattern(r"\((?P<name>(?:[^\W\d]{1,12}\s){0,3}[A-ZĐ][\w&-]{0,14}[A-ZĐ])\)")
_NUMBER_WORD = pattern(r"\(\s*(?:không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s", re.IGNORECASE)
_PARTS = ("Điều ", "hoản ", "iểm ", "Mục ", "Chương ", "Phần ")


def may_cite(text: str) -> bool:
    """Tell whether a text may cite another."""
    return (
        ("/" in text and _SYMBOL.search(text) is not None)
        or ("số " in text and _NUMBER.search(text) is not None)
        or "Luật " in text
        or "Pháp lệnh " in text
        or "Hiến pháp " in text
    )


def may_define(text: str) -> bool:
    """Tell whether a text may define a short name or an abbreviation."""
    return "(" in text and (
        "gọi " in text or "viết tắt" in text or ABBREVIATION.search(text) is not None
    )


def may_refer(text: str) -> bool:
    """Tell whether a text may name a part of its own document."""
    return (
        "tại Điều " in text
        or "theo Điều " in text
        or "hụ lục " in text
        or (" này" in text and any(part in text for part in _PARTS))
    )


def may_spell(text: str) -> bool:
    """Tell whether a text may have an amount of money in words."""
    if "ằng chữ" in text or "ẰNG CHỮ" in text:
        return True
    return "(" in text and _NUMBER_WORD.search(text) is not None


__all__ = ["ABBREVIATION", "may_cite", "may_define", "may_refer", "may_spell"]

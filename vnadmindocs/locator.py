"""Places in the decree: one shorthand, printed in words in both languages.

``PL1·P1·II.5.b`` is Phụ lục I, Phần I, Mục II, khoản 5, điểm b; ``Đ.15.1`` is Điều 15, khoản 1;
``PL1·P1·V#3`` is row 3 of the table of Mục V; ``PL3·1.5`` is sample form Mẫu 1.5. Several
shorthands may be joined by ``; ``.
"""

from __future__ import annotations

import re

from vnadmindocs.pattern import pattern

_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V", "6": "VI"}
_ANNEX = pattern(r"PL(?P<annex>\d)(?:·P(?P<part>\d))?(?:·(?P<rest>.+))?")
_ARTICLE = pattern(r"Đ\.(?P<article>\d+)(?:\.(?P<clause>\d+))?(?:\.(?P<point>[a-zđ]))?")
_WORDS = {
    "vi": (
        "NĐ 30/2020/NĐ-CP", "Phụ lục", "Phần", "Mục", "khoản", "điểm", "Điều", "Mẫu",
        "bảng, dòng",
    ),
    "en": (
        "Decree 30/2020/NĐ-CP", "Annex", "Part", "Section", "clause", "point", "Article", "form",
        "table, row",
    ),
}  # fmt: skip


def locator_in_words(shorthand: str, language: str) -> str:
    """Print a locator for people.

    Args:
        shorthand: one or several shorthands joined by ``; ``.
        language: ``vi`` or ``en``.

    Raises:
        ValueError: the shorthand is of no known form.
    """
    decree = _WORDS[language][0]
    places = [_place(piece.strip(), language) for piece in shorthand.split(";")]
    return f"{decree}, " + "; ".join(places)


def _place(piece: str, language: str) -> str:
    _, annex_, part_, section_, clause_, point_, article_, form_, row_ = _WORDS[language]
    if m := _ARTICLE.fullmatch(piece):
        words = [f"{article_} {m['article']}"]
        if m["clause"]:
            words.append(f"{clause_} {m['clause']}")
        if m["point"]:
            words.append(f"{point_} {m['point']}")
        return ", ".join(words)
    m = _ANNEX.fullmatch(piece)
    if not m:
        raise ValueError(f"not a locator: {piece!r}")
    words = [f"{annex_} {_ROMAN[m['annex']]}"]
    if m["part"]:
        words.append(f"{part_} {_ROMAN[m['part']]}")
    rest = m["rest"] or ""
    if m["annex"] == "3" and re.fullmatch(r"\d\.\d+", rest):
        words.append(f"{form_} {rest}")
        return ", ".join(words)
    rest, _, row = rest.partition("#")
    for word, value in zip((section_, clause_, point_), rest.split("."), strict=False):
        if value:
            words.append(f"{word} {value}")
    if row:
        words.append(f"{row_} {row}")
    return ", ".join(words)

"""Names of laws, codes and ordinances in force or lately so: where one ends in running text.

``data/law_names.txt``, one a line, without «Luật», «Bộ luật», «Pháp lệnh». A law that is not in
the list is cited like any other; the list only tells where its name ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from vnadmindocs.assets import data_file

# Both places of the tone mark are written: «hòa» and «hoà».
_TONES = (("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("uỷ", "ủy"), ("uý", "úy"))


@cache
def law_names() -> tuple[str, ...]:
    """Load the names, as written in the list."""
    return tuple(data_file("law", "law_names.txt").read_text(encoding="utf-8").split("\n")[:-1])


def law_name_at(text: str, start: int) -> int:
    """Tell where the known name ends that begins at ``start``, in any case; 0 when none does."""
    words = _plain(text[start : start + 160])
    for name in _by_first_word().get(words.partition(" ")[0].rstrip(","), ()):
        if words.startswith(name) and not words[len(name) : len(name) + 1].isalnum():
            return start + len(name)
    return 0


@cache
def _by_first_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(map(_plain, law_names()), key=len, reverse=True):
        first = name.partition(" ")[0].rstrip(",")
        found[first] = (*found.get(first, ()), name)
    return found


def _plain(words: str) -> str:
    """Give words in small letters and one spelling of tones; no letter more or less."""
    words = words.lower().replace("\n", " ")
    for old, new in _TONES:
        words = words.replace(old, new)
    return words

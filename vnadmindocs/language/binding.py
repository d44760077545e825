"""Which neighbouring words belong together, so that a title is not broken between them."""

from __future__ import annotations

import re
from functools import cache

from vnadmindocs.assets import data_file

_LAST_WORD = re.compile(r"(\S+)\s*$")
_FIRST_WORDS = re.compile(r"\s*(\S+)(?:\s+(\S+))?")
_DASHES = frozenset("-–—/&")


def looseness(left: str, right: str) -> float:
    """Tell how well a line may end between two texts: 1 freely, 0 never if it can be helped.

    Bad breaks: before a number or a dash; after a word that leads to the next one (``của``,
    ``về``, ``năm``); inside a compound (``ủy ban``); between capitalised words, which are mostly
    one name (``Hải Phòng``).

    Args:
        left: the text before the break; its last words are looked at.
        right: the text after the break.
    """
    ending = _LAST_WORD.search(left)
    beginning = _FIRST_WORDS.match(right)
    if ending is None or beginning is None:
        return 1.0
    before, after = ending[1], beginning[1]
    if before[-1] in ".,;:)”»":
        return 1.0
    if before in _DASHES or after in _DASHES:
        return 0.0
    if after[0].isdigit():
        return 0.0
    leading, compounds = _bound_words()
    small = before.lower()
    if small in leading:
        return 0.0
    if f"{small} {after.lower().rstrip('.,;:)')}" in compounds:
        return 0.0
    if before[0].isupper() and after[0].isupper() and not (before.isupper() and after.isupper()):
        return 0.5
    return 1.0


@cache
def _bound_words() -> tuple[frozenset[str], frozenset[str]]:
    """Read the words that lead to the next one, and the compounds of two words."""
    leading = set()
    compounds = set()
    for line in data_file("language", "binding.txt").read_text("utf-8").splitlines():
        words = line.partition("#")[0].split()
        if len(words) == 1:
            leading.add(words[0])
        elif words:
            compounds.add(" ".join(words))
    return frozenset(leading), frozenset(compounds)

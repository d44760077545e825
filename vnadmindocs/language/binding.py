"""Which neighbouring words belong together, so that a title is not broken between them."""

from __future__ import annotations

from functools import cache, lru_cache

from vnadmindocs.assets import data_file

_DASHES = frozenset("-–—/&")


@lru_cache(maxsize=1024)
def looseness(before: str, after: str) -> float:
    """Tell how well a line may end between two words: 1 freely, 0 not if it can be helped.

    Bad breaks: before a number or a dash; after a word that leads to the next one (``của``,
    ``về``, ``năm``) or a hyphen; inside a compound (``ủy ban``); between capitalised words, which
    are mostly one name (``Hải Phòng``).

    Args:
        before: the last word of the line, with its punctuation.
        after: the first word of the next line.
    """
    if not before or not after or before[-1] in ".,;:)”»":
        return 1.0
    if before in _DASHES or after in _DASHES or before[-1] in "-‐–—" or after[0].isdigit():
        return 0.0
    leading, compounds = _bound_words()
    small = before.lower()
    if small in leading or f"{small} {after.lower().rstrip('.,;:)”»')}" in compounds:
        return 0.0
    # In a line of capitals nothing tells a name from the words around it.
    capitals = before.isupper() and after.isupper()
    return 0.5 if before[0].isupper() and after[0].isupper() and not capitals else 1.0


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

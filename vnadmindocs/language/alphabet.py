"""The letters that number points, from a) to y)."""

from __future__ import annotations

POINT_LETTERS: tuple[str, ...] = tuple("abcdđeghiklmnopqrstuvxy")
"""The Vietnamese alphabet without the letters that carry a hat, a breve or a horn (ă â ê ô ơ ư).

The decree says that points go in the order of the Vietnamese alphabet (Phụ lục I, Phần I, Mục II,
khoản 6); texts of law skip those six, and f, j, w, z are no letters of that alphabet.
"""

_INDEX = {letter: index for index, letter in enumerate(POINT_LETTERS)}


def point_letter(index: int) -> str:
    """Return the letter of a point, the first being 0.

    Raises:
        ValueError: there are only 23 letters.
    """
    if not 0 <= index < len(POINT_LETTERS):
        raise ValueError(f"a point has a letter from 0 to {len(POINT_LETTERS) - 1}, not {index}")
    return POINT_LETTERS[index]


def point_index(letter: str) -> int | None:
    """Return the place of a letter among points, from 0; None when it numbers no point."""
    return _INDEX.get(letter)

"""The letters that number points, from a) to y), then aa), bb)."""

from __future__ import annotations

POINT_LETTERS: tuple[str, ...] = tuple("abcdđeghiklmnopqrstuvxy")
"""The Vietnamese alphabet without the letters that carry a hat, a breve or a horn (ă â ê ô ơ ư).

The decree says that points go in the order of the Vietnamese alphabet (Phụ lục I, Phần I, Mục II,
khoản 6); texts of law skip those six, and f, j, w, z are no letters of that alphabet.
"""

_INDEX = {letter: index for index, letter in enumerate(POINT_LETTERS)}
_COUNT = len(POINT_LETTERS)

#: Letters of other alphabets, which number no point.
NO_POINT_LETTERS: tuple[str, ...] = tuple("fjwz")


def point_letter(index: int) -> str:
    """Return the letter of a point, the first being 0; after y come aa, bb, cc.

    Raises:
        ValueError: the letters go round twice at most.
    """
    if not 0 <= index < 2 * _COUNT:
        raise ValueError(f"a point has a letter from 0 to {2 * _COUNT - 1}, not {index}")
    return POINT_LETTERS[index % _COUNT] * (1 + index // _COUNT)


def point_index(letter: str) -> int | None:
    """Return the place of a letter among points, from 0; None when it numbers no point."""
    if len(letter) == 2 and letter[0] == letter[1]:
        index = _INDEX.get(letter[0])
        return None if index is None else index + _COUNT
    return _INDEX.get(letter)

"""Roman numerals, which number parts, chapters, sections and appendices."""

from __future__ import annotations

_SIGNS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_VALUES = {sign: value for value, sign in _SIGNS if len(sign) == 1}
GREATEST = 3999


def to_roman(number: int) -> str:
    """Write a number in Roman numerals.

    Raises:
        ValueError: the number is not between 1 and 3999.
    """
    if not 1 <= number <= GREATEST:
        raise ValueError(f"Roman numerals go from 1 to {GREATEST}, not {number}")
    written = []
    for value, sign in _SIGNS:
        times, number = divmod(number, value)
        written.append(sign * times)
    return "".join(written)


def from_roman(text: str) -> int | None:
    """Read a Roman numeral in capitals; None when the text is none, or is a misspelt one (IIII)."""
    if not text or any(character not in _VALUES for character in text):
        return None
    values = [_VALUES[character] for character in text]
    number = 0
    for value, following in zip(values, [*values[1:], 0], strict=True):
        number += -value if value < following else value
    return number if 1 <= number <= GREATEST and to_roman(number) == text else None

"""Labels of rows: I, II / 1, 2 / a, b / 1.1; what their shape says, and which one comes next."""

from __future__ import annotations

from collections.abc import Sequence

from vnadmindocs.language.alphabet import POINT_LETTERS, point_letter
from vnadmindocs.language.numerals import GREATEST, from_roman, to_roman
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

ROMAN, ARABIC, CAPITAL, SMALL = "roman", "arabic", "capital", "small"
_DOTTED = "dotted "
# What stands around a label: ``(1)``, ``1.``, ``a)``, ``**I**``.
_DRESSED = pattern(r"(\(?\**)(.*?)(\**[.)]*\**)")


def bare(label: str) -> str:
    """Give a label without brackets, stops and stars."""
    return label.strip().strip("*").strip("()").rstrip(".)").strip("*")


def shape(label: str, capital: str = "") -> str:
    """Name the shape of a label: labels of one level have one shape.

    Args:
        label: the label as written.
        capital: the last label of capital letters, whose next one may look like a numeral (C, I).
    """
    words = bare(label)
    if words.isdecimal():
        return ARABIC
    if len(words) == 1 and words.isupper() and capital and _follows(capital, words):
        return CAPITAL
    if from_roman(words) is not None:
        return ROMAN
    if len(words) == 1 and words.isalpha():
        return CAPITAL if words.isupper() else SMALL
    if "." in words and all(part.isdecimal() for part in words.split(".")):
        return f"{_DOTTED}{words.count('.')}"
    return "words"


def _follows(capital: str, letter: str) -> bool:
    before, after = capital.lower(), letter.lower()
    if before not in POINT_LETTERS or after not in POINT_LETTERS:
        return False
    return POINT_LETTERS.index(after) == POINT_LETTERS.index(before) + 1


@dataclass(slots=True)
class _Level:
    shape: str
    is_group: bool
    count: int = 0
    label: str = ""


class RowNumbers:
    """Labels of rows counted one after the other, each level under that above it.

    Args:
        through: rows that are no groups are counted on through all groups.
    """

    def __init__(self, *, through: bool) -> None:
        self._through = through
        self._levels: list[_Level] = []
        self._counted = 0

    def next(self, written: str, *, is_group: bool) -> str:
        """Give the label of the next row.

        Args:
            written: the label as written, of which only the shape counts; "" for a row without.
            is_group: it is a group row.
        """
        form = self._shape(written, is_group=is_group)
        if form == "words":
            return written
        levels = self._levels
        shapes = [level.shape for level in levels]
        if form in shapes:
            del levels[shapes.index(form) + 1 :]
        else:
            if is_group:  # rows before it stood in no group, and it stands in none of them
                levels[:] = [each for each in levels if each.is_group]
            levels.append(_Level(form, is_group))
        level = levels[-1]
        level.count += 1
        if self._through and not is_group and form == ARABIC:
            self._counted += 1
            level.count = self._counted
        level.label = _label(level, levels)
        dress = _DRESSED.fullmatch(written.strip())
        before, after = (dress[1], dress[3]) if dress is not None and written.strip() else ("", "")
        return f"{before}{level.label}{after}"

    def _shape(self, written: str, *, is_group: bool) -> str:
        if written.strip():
            capital = next((each.label for each in self._levels if each.shape == CAPITAL), "")
            return shape(written, capital)
        return ROMAN if is_group else ARABIC


def _label(level: _Level, levels: Sequence[_Level]) -> str:
    if level.shape == ROMAN:
        return to_roman(min(level.count, GREATEST))
    if level.shape == ARABIC:
        return str(level.count)
    if level.shape.startswith(_DOTTED):
        above = next((each.label for each in reversed(levels[:-1]) if _is_counted(each)), "")
        return f"{above}.{level.count}".lstrip(".")
    letter = point_letter(min(level.count, 2 * len(POINT_LETTERS)) - 1)
    return letter.upper() if level.shape == CAPITAL else letter


def _is_counted(level: _Level) -> bool:
    return level.shape == ARABIC or level.shape.startswith(_DOTTED)

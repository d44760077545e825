"""Numbers in words, as state documents write them, and words back into numbers.

1.005 <-> ``một nghìn không trăm linh năm``. num2words reads the groups 0 to 999, where it is right
in every case; what stands above a group is composed here, for integers of any size. A group of
zeros is not read; in any group but the first, hundreds are (``không trăm``) and so is an empty ten
(``linh``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import MAX_PREC, Context, Decimal
from functools import cache
from itertools import product

from vnadmindocs.values import dataclass

MINUS = "âm"
_POINT, _BILLION, _MILLION = "phẩy", "tỷ", "triệu"
_TENS, _FOUR = "mươi", "tư"
_NO_HUNDREDS = ("không", "trăm")
_THOUSANDS = ("nghìn", "ngàn")
_EMPTY_TENS = ("linh", "lẻ")
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_TWENTY_FOUR = (_TENS, _DIGITS[4])
_GROUP, _CYCLE = 10**3, 10**9


@dataclass(frozen=True, slots=True)
class Wording:
    """What may be chosen when a number is read.

    Attributes:
        empty_ten: ``linh`` or ``lẻ``, for the ten that is missing in 105.
        thousand: ``nghìn`` or ``ngàn``.
        four: ``bốn`` or ``tư``, for the four that stands after ``mươi``, as in 24.
    """

    empty_ten: str = _EMPTY_TENS[0]
    thousand: str = _THOUSANDS[0]
    four: str = _DIGITS[4]


OF_THE_STATE = Wording()


def number_words(value: int | Decimal, wording: Wording = OF_THE_STATE) -> str:
    """Read a number: integers of any size exactly, decimals digit by digit.

    Args:
        value: the number; the decimals of a Decimal are read as they stand, zeros too.
        wording: the words that may be chosen.

    Raises:
        ValueError: the value is no finite number.
    """
    decimals = ""
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"no number: {value}")
        decimals = f"{value:f}".partition(".")[2]
    negative = value < 0
    words = [MINUS] if negative else []
    words += _integer(abs(int(value)), wording)
    if decimals:
        words += [_POINT, *(_DIGITS[int(digit)] for digit in decimals)]
    return " ".join(words)


def read_number_words(text: str) -> Decimal | None:
    """Read a number written in words; None when the words are none, or not in their order.

    Every wording is understood, capitals too, ``tư`` for ``bốn`` after ``mươi``, and a group whose
    ``không trăm`` was left out where that leaves no doubt.
    """
    words = text.lower().split()
    negative = words[:1] == [MINUS]
    whole, point, decimals = _parted(words[negative:], _POINT)
    number = _whole_of(tuple(whole))
    if number is None or (point and not decimals):
        return None
    if any(digit not in _DIGITS for digit in decimals):
        return None
    digits = tuple(_DIGITS.index(digit) for digit in decimals)
    scaled = number * 10 ** len(digits)
    for place, digit in enumerate(reversed(digits)):
        scaled += digit * 10**place
    value = Decimal(scaled).scaleb(-len(digits), Context(prec=MAX_PREC))
    return value.copy_negate() if negative else value


def _integer(number: int, wording: Wording) -> Iterator[str]:
    """Give the words of an integer that is not negative."""
    cycles = []
    while number >= _CYCLE:
        number, low = divmod(number, _CYCLE)
        cycles.append(low)
    yield from _cycle(number, wording) if number or not cycles else ()
    for low in reversed(cycles):
        yield _BILLION
        yield from _cycle(low, wording, follows=True)


def _cycle(number: int, wording: Wording, *, follows: bool = False) -> Iterator[str]:
    """Give the words of a number below a billion; none for a zero that follows something."""
    if not number and not follows:
        yield _DIGITS[0]
    units = (_MILLION, wording.thousand, "")
    groups = (number // _GROUP**2, number // _GROUP % _GROUP, number % _GROUP)
    for group, unit in zip(groups, units, strict=True):
        if not group:
            continue
        words = _group(group, wording.empty_ten, full=follows)
        is_four = wording.four == _FOUR and words[-2:] == _TWENTY_FOUR
        yield from (*words[:-1], _FOUR) if is_four else words
        if unit:
            yield unit
        follows = True


@cache
def _group(number: int, empty_ten: str, *, full: bool) -> tuple[str, ...]:
    """Give the words of 1 to 999.

    Args:
        number: the group.
        empty_ten: the word for a ten that is missing.
        full: whether hundreds are read that are none, since something stands before.
    """
    from num2words import num2words

    if full and number < 100:
        tens = (empty_ten,) if number < 10 else ()
        return (*_NO_HUNDREDS, *tens, *_group(number, empty_ten, full=False))
    words = str(num2words(number, lang="vi")).split()
    return tuple(empty_ten if word in _EMPTY_TENS else word for word in words)


def _parted(words: Sequence[str], mark: str) -> tuple[list[str], bool, list[str]]:
    """Part words at the first mark; whether there was one."""
    found = list(words)
    if mark not in found:
        return found, False, []
    at = found.index(mark)
    return found[:at], True, found[at + 1 :]


def _whole_of(words: tuple[str, ...]) -> int | None:
    """Read an integer; it must be what ``number_words`` writes, in some wording."""
    if words == (_DIGITS[0],):
        return 0
    number, follows = 0, False
    rest = list(words)
    while True:
        cycle, mark, rest = _parted(rest, _BILLION)
        read = _cycle_of(cycle, follows)
        if read is None or (not follows and not read):
            return None
        number = number * _CYCLE + read
        follows = True
        if not mark:
            return number


def _cycle_of(words: list[str], follows: bool) -> int | None:
    """Read a number below a billion; no words are zero."""
    number = 0
    rest = words
    for units, size in (((_MILLION,), _GROUP**2), (_THOUSANDS, _GROUP), ((), 1)):
        group = rest
        if units:
            found = next((unit for unit in units if unit in rest), None)
            if found is None:
                continue
            group, _, rest = _parted(rest, found)
        elif not rest:
            break
        read = _read_groups(follows).get(tuple(group))
        if read is None:
            return None
        number += read * size
        follows = True
    return number


@cache
def _read_groups(full: bool) -> Mapping[tuple[str, ...], int]:
    """Give the number of every group in every wording; ``tư`` stands for ``bốn`` after ``mươi``.

    Many leave ``không trăm`` out before tens and before ``linh``: a thousand and fifteen is a
    thousand and fifteen.
    """
    read: dict[tuple[str, ...], int] = {}
    for number, empty_ten in product(range(1, _GROUP), _EMPTY_TENS):
        words = _group(number, empty_ten, full=full)
        read[words] = number
        if words[:2] == _NO_HUNDREDS:
            read[words[2:]] = number
        if words[-2:] == _TWENTY_FOUR:
            read[(*words[:-1], _FOUR)] = number
            if words[:2] == _NO_HUNDREDS:
                read[(*words[2:-1], _FOUR)] = number
    return read

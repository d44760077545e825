"""Figures in tables: numbers read in a declared writing and printed in the Vietnamese one, exactly.

``1.234.567,5`` is Vietnamese, ``1,234,567.5`` English; ``1.234`` alone is a thousand to one and a
little over one to the other, so it is read only where the writing is declared.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum

from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

VIETNAMESE, ENGLISH = "vietnamese", "english"

# More digits than any budget has; sums of them stay exact within the precision.
_LONGEST = 40
_EXACT = Context(prec=120, rounding=ROUND_HALF_UP)
_SHAPE = r"([-−–+]?) ?({whole}) ?(%?)"
_WHOLE = r"(?:[1-9]\d{{0,2}}(?:{group}\d{{3}})+|\d+)(?:{point}\d+)?"
_VIETNAMESE = pattern(_SHAPE.format(whole=_WHOLE.format(group=r"[. ]", point=",")))
_ENGLISH = pattern(_SHAPE.format(whole=_WHOLE.format(group=r"[, ]", point=r"\.")))
_TWO_WAYS = pattern(r"[-−–+]? ?[1-9]\d{0,2}[.,]\d{3} ?%?")
#: What stands in a cell of numbers and is none: nothing to add.
NO_FIGURE = frozenset({"", "-", "–", "—", "x", "X"})


class Unread(Enum):
    """Why a text gives no figure."""

    AMBIGUOUS = "ambiguous"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is shown.

    Attributes:
        value: exact; it has as many decimals as are shown. Of ``12,5%`` it is 12.5.
        percent: a percent sign stands after it.
    """

    value: Decimal
    percent: bool = False

    @property
    def decimals(self) -> int:
        """How many decimals are shown."""
        return decimals_of(self.value)


def parse_figure(text: str, writing: str | None, *, whole: bool = False) -> Figure | Unread:
    """Read a number.

    Args:
        text: the number as written.
        writing: ``vietnamese`` or ``english``; None where it is not declared: then only what the
            Vietnamese writing reads, and the English one cannot read otherwise.
        whole: only a whole number can stand here, which settles ``1.234``.
    """
    words = text.strip()
    if len(words) > _LONGEST:
        return Unread.UNREADABLE
    english = writing == ENGLISH
    found = (_ENGLISH if english else _VIETNAMESE).fullmatch(words)
    if found is None:
        return Unread.UNREADABLE
    if writing is None and _TWO_WAYS.fullmatch(words) and not (whole and "." in words):
        return Unread.AMBIGUOUS
    group, point = (",", ".") if english else (".", ",")
    digits = found[2].replace(" ", "").replace(group, "").replace(point, ".")
    value = Decimal(digits)
    if found[1] in ("-", "−", "–"):
        value = -value
    if whole and value != value.to_integral_value():
        return Unread.UNREADABLE
    return Figure(value, bool(found[3]))


def print_figure(value: Decimal, *, grouped: bool = True) -> str:
    """Print a number in the Vietnamese writing, with the decimals it has: ``-1.234,50``."""
    value = value or abs(value)  # zero has no sign
    digits = f"{value:,f}" if grouped else f"{value:f}"
    return digits.replace(",", "\0").replace(".", ",").replace("\0", ".")


def decimals_of(value: Decimal) -> int:
    """Count the decimals a number is shown with."""
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round to a number of decimals, halves away from zero."""
    return value.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)


def total(values: Iterable[Decimal]) -> Decimal:
    """Add numbers exactly.

    Where some are written without decimals, so is a sum that has none: 1,5 + 2,5 + 3 is 7.
    """
    found = Decimal(0)
    some_whole = False
    for value in values:
        found = _EXACT.add(found, value)
        some_whole = some_whole or not decimals_of(value)
    is_whole = some_whole and found == found.to_integral_value()
    return rounded(found, 0) if is_whole else found


def share(part: Decimal, whole: Decimal, decimals: int) -> Decimal:
    """Give a part in percent of a whole that is not zero, rounded."""
    return rounded(_EXACT.divide(_EXACT.multiply(part, Decimal(100)), whole), decimals)


def exact(value: float | int | Decimal) -> Decimal:
    """Give the number a program means: 15 digits of a float, as spreadsheets keep, no noise."""
    if isinstance(value, float):
        value = Context(prec=15).create_decimal(repr(value)).normalize()
    elif isinstance(value, int):
        value = Decimal(value)
    exponent = value.as_tuple().exponent
    short = isinstance(exponent, int) and exponent > 0 and is_short(value)
    return rounded(value, 0) if short else value


def is_short(value: Decimal) -> bool:
    """Tell whether a number has no more digits before and after the point than are added here."""
    return value.is_finite() and value.adjusted() < _LONGEST and decimals_of(value) <= _LONGEST

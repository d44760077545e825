"""A cell of a workbook as Excel shows it: its words, and the number or date behind them.

Value and number format -> words in Vietnamese writing. A number has the decimals its format shows
and no others; a float's noise beyond 15 digits is none of Excel's either.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import lru_cache

from vnadmindocs.language.text import clean
from vnadmindocs.notation.date import PartialDate, source_date
from vnadmindocs.notation.figure import Figure, decimals_of, exact, is_short, print_figure, rounded
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

Typed = Figure | PartialDate | None

_NOT_DIGITS = pattern(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DIGITS = pattern(r"[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+")
_UNLIKE = pattern(r"[Ee][+-]|/|General|@")


@dataclass(frozen=True, slots=True)
class _Format:
    """What a number format does to a number.

    Attributes:
        least, most: decimals that are always shown, and shown where they are not zero; None shows
            what the number has.
        width: digits before the point that are filled up with zeros.
        thousands: how often it is divided by a thousand.
    """

    percent: bool = False
    grouped: bool = False
    least: int = 0
    most: int | None = None
    width: int = 1
    thousands: int = 0


def shown(value: object, number_format: str) -> tuple[str, Typed]:
    """Give the words of a cell, and its number or date where it has one."""
    if value is None:
        return "", None
    if isinstance(value, str):
        return clean(value).strip(), None
    if isinstance(value, bool):
        return str(value).upper(), None
    if isinstance(value, int | float | Decimal):
        return _number(value, _format(number_format))
    if isinstance(value, datetime.datetime) and value.time() != datetime.time():
        return f"{_date(value)[0]} {value:%H:%M}", None
    if isinstance(value, datetime.date):
        return _date(value)
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}", None
    return str(value), None


def _date(value: datetime.date) -> tuple[str, PartialDate]:
    date = PartialDate(value.day, value.month, value.year)
    return source_date(date), date


def _number(value: float | int | Decimal, form: _Format) -> tuple[str, Typed]:
    number = exact(value)
    if not is_short(number):
        return str(value), None
    if form.percent:
        number *= 100
    if form.thousands:
        number = number.scaleb(-3 * form.thousands)
    if form.most is not None:
        number = rounded(number, form.most)
        while decimals_of(number) > form.least and number == rounded(
            number, decimals_of(number) - 1
        ):
            number = rounded(number, decimals_of(number) - 1)
    else:
        number = exact(number.normalize())
    words = print_figure(abs(number), grouped=form.grouped)
    words = "0" * (form.width - len(words.partition(",")[0])) + words
    sign = "-" if number < 0 else ""
    return f"{sign}{words}{'%' * form.percent}", Figure(number, form.percent)


@lru_cache(maxsize=256)
def _format(written: str) -> _Format:
    section = written.split(";")[0]
    bare = _NOT_DIGITS.sub("", section)
    percent = "%" in bare
    digits = _DIGITS.search(bare)
    if digits is None or _UNLIKE.search(bare):
        return _Format(percent)
    whole, _, fraction = digits[0].partition(".")
    inside = whole.rstrip(",")
    thousands = len(whole) - len(inside) + bare[digits.end() :].count(",")
    grouped = "," in inside
    width = 1 if grouped else max(inside.count("0"), 1)
    return _Format(percent, grouped, fraction.count("0"), len(fraction), width, thousands)

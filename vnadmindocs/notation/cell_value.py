"""The value of a cell and the unit it counts: printed elsewhere, held against what is written.

The formats (``[=tổng: bằng chữ]``) are those of the glossary, known here by their English names.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from vnadmindocs.language.money_words import (
    DONG,
    SCALES,
    currencies,
    currency_of,
    money_words,
    read_money_words,
)
from vnadmindocs.language.number_words import (
    OF_THE_STATE,
    Wording,
    number_words,
    read_number_words,
)
from vnadmindocs.language.text import capitalized, uncapitalized
from vnadmindocs.notation.date import PartialDate, print_date, source_date
from vnadmindocs.notation.figure import (
    ENGLISH,
    VIETNAMESE,
    Figure,
    decimals_of,
    parse_figure,
    print_figure,
)
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_PERCENT = "%"
# A number at the head of some words: «1.234,5 triệu đồng», «143 cơ sở», «12,5%».
_HEAD = pattern(r"(?P<number>[-−–+]?\s?\d[\d.,]*(?:\s\d{3})*(?<=\d)\s?%?)\s*(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class CellValue:
    """What a name stands for.

    Attributes:
        text: as it is printed where it stands.
        number: None where it is none.
        date: None where it is none.
        unit: what it counts, such as ``triệu đồng``; "" where that is not known.
        is_money: whether it is an amount of money though no unit says so.
    """

    text: str
    number: Decimal | None = None
    date: PartialDate | None = None
    unit: str = ""
    is_money: bool = False

    @property
    def money(self) -> tuple[Decimal, str] | None:
        """The amount in whole units of its currency, and its code; None where it is no money."""
        if self.number is None:
            return None
        scale, code = unit_of_money(self.unit)
        if code is None and self.is_money and not self.unit:
            code = DONG
        return (self.number.scaleb(scale), code) if code is not None else None


def unit_of_money(unit: str) -> tuple[int, str | None]:
    """Split ``triệu đồng`` into how many tens it multiplies by, and the currency it counts."""
    words = unit.lower().split()
    scale = 0
    while words and words[0] in SCALES:
        scale += SCALES[words.pop(0)]
    return scale, currency_of(" ".join(words)) if words else None


def print_cell_value(value: CellValue, form: str, wording: Wording = OF_THE_STATE) -> str | None:
    """Print a value; None where a value of its kind cannot be printed so.

    Args:
        value: what is printed.
        form: English name of a format; "" prints it as it stands.
        wording: the words of numbers that may be chosen.
    """
    return _FORMATS[form](value, wording) if form else value.text


def in_case_of(words: str, model: str) -> str:
    """Give words a capital or a small letter at their head, as a model has it."""
    return capitalized(words) if model[:1].isupper() else uncapitalized(words)


def agrees(written: str, value: CellValue) -> bool | None:
    """Tell whether written words say a value; None when they can say neither yes nor no.

    A number is compared as a number, in digits or in words, with the units of both where both have
    one; a date as a date, however it is written; all else as words.
    """
    if value.number is None:
        return _same_words(written, value.text)
    money = read_money_words(written)
    if money is not None:
        own = value.money
        return own == (money.amount, money.currency) if own is not None else None
    words = read_number_words(written.strip())
    if words is not None:
        return words == value.number
    found = _HEAD.fullmatch(written.strip())
    if found is None:
        return None
    readings = {
        figure.value
        for writing in (VIETNAMESE, ENGLISH)
        if isinstance(figure := parse_figure(found["number"].strip(), writing), Figure)
    }
    if not readings:
        return None
    scale, code = unit_of_money(found["rest"])
    own = value.money
    if code is not None and own is not None:
        return any((each.scaleb(scale), code) == own for each in readings)
    if scale and found["rest"].lower() != value.unit.lower():
        return any(each.scaleb(scale) == value.number for each in readings)
    return value.number in readings


def _same_words(written: str, text: str) -> bool:
    return " ".join(written.split()).casefold() == " ".join(text.split()).casefold()


def _number(value: CellValue, _: Wording) -> str | None:
    return None if value.number is None else print_figure(value.number)


def _two_digits(value: CellValue, _: Wording) -> str | None:
    number = value.number
    if number is None or number < 0 or decimals_of(number):
        return None
    return f"{int(number):02}" if number < 100 else print_figure(number)


def _money(value: CellValue, _: Wording) -> str | None:
    if value.number is None or (value.unit and value.money is None):
        return None
    return f"{print_figure(value.number)} {value.unit or currencies()[DONG].name}"


def _words(value: CellValue, wording: Wording) -> str | None:
    number = value.number
    if number is None:
        return None
    money = value.money
    if money is not None:
        amount, code = money
        try:
            return money_words(amount, code, wording)
        except ValueError:
            return None  # more decimals than the currency has
    sign = f" {_PERCENT_WORDS}" if value.unit == _PERCENT else ""
    return number_words(number if decimals_of(number) else int(number), wording) + sign


def _percent(value: CellValue, _: Wording) -> str | None:
    return None if value.number is None else f"{print_figure(value.number)}{_PERCENT}"


def _date(value: CellValue, _: Wording) -> str | None:
    return None if value.date is None else source_date(value.date)


def _long_date(value: CellValue, _: Wording) -> str | None:
    return None if value.date is None else print_date(value.date)


_PERCENT_WORDS = "phần trăm"
_FORMATS: dict[str, Callable[[CellValue, Wording], str | None]] = {
    "text": lambda value, _: value.text,
    "number": _number,
    "two_digits": _two_digits,
    "money": _money,
    "words": _words,
    "percent": _percent,
    "date": _date,
    "long_date": _long_date,
}

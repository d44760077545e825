"""The value of a cell and the unit it counts: printed elsewhere, held against what is written.

Its formats (``[=tổng: bằng chữ]``) are those of every value (``value_format``).
"""

from __future__ import annotations

from decimal import Decimal

from vnadmindocs.language.money_words import DONG, read_money_words, unit_of_money
from vnadmindocs.language.number_words import OF_THE_STATE, Wording, read_number_words
from vnadmindocs.language.text import capitalized, uncapitalized
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.figure import ENGLISH, VIETNAMESE, Figure, parse_figure
from vnadmindocs.notation.value_format import (
    DATE,
    MONEY,
    NUMBER,
    PERCENT,
    TEXT,
    Value,
    ValueFormat,
    print_value,
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
        scale, code = self._counted
        if self.number is None or code is None:
            return None
        return self.number.scaleb(scale), code

    @property
    def counts_money(self) -> bool:
        """Whether it is an amount of money, by its unit or by what its column is."""
        return self._counted[1] is not None

    @property
    def _counted(self) -> tuple[int, str | None]:
        scale, code = unit_of_money(self.unit)
        return (scale, DONG) if code is None and self.is_money and not self.unit else (scale, code)


def print_cell_value(
    value: CellValue, form: ValueFormat, wording: Wording = OF_THE_STATE
) -> str | None:
    """Print a value; None where a value of its kind cannot be printed so.

    Args:
        value: what is printed.
        form: how; without a step it is printed as it stands.
        wording: the words of numbers that may be chosen.
    """
    kind = _kind(value)
    if form.misfit(kind) is not None:
        return None
    read: Value = value.text
    if value.number is not None:
        read = Figure(value.number, percent=kind == PERCENT)
    elif value.date is not None:
        read = value.date
    unit = "" if kind == PERCENT else value.unit
    printed = print_value(read, kind, form, plain=value.text, unit=unit, wording=wording)
    return printed if isinstance(printed, str) else None


def _kind(value: CellValue) -> str:
    if value.number is None:
        return TEXT if value.date is None else DATE
    if value.money is not None:
        return MONEY
    return PERCENT if value.unit == _PERCENT else NUMBER


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

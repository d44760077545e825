"""Amounts of money in words, and words back into amounts.

1.500.000 đồng <-> ``Một triệu năm trăm nghìn đồng``. What a currency is called, in words and in
signs, is data: ``data/currencies.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import MAX_PREC, Context, Decimal
from functools import cache

from vnadmindocs.assets import data_file
from vnadmindocs.language.number_words import (
    MINUS,
    OF_THE_STATE,
    Wording,
    number_words,
    read_number_words,
)
from vnadmindocs.language.text import capitalized
from vnadmindocs.values import dataclass

#: The currency of the state.
DONG = "VND"
#: Words that multiply the number before them, by how many tens.
SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}

_AND, _EVEN = "và", "chẵn"
_EXACT = Context(prec=MAX_PREC)
# What may stand after an amount in words and is none of it: «./.», a full stop, a bracket.
_ENDS = ' .,;:/()“”"«»'


@dataclass(frozen=True, slots=True)
class Currency:
    """What an amount counts.

    Attributes:
        name: as it is read aloud.
        decimals: how many an amount may have.
        smaller: what these decimals count; "" for none.
        signs: everything else it is called, in words and in signs.
    """

    name: str
    decimals: int
    smaller: str
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Money:
    """An amount and the ISO 4217 code of what it counts."""

    amount: Decimal
    currency: str = field(default=DONG)


def money_words(
    amount: int | Decimal, currency: str = DONG, wording: Wording = OF_THE_STATE
) -> str:
    """Read an amount of money, with a capital: ``Một triệu năm trăm nghìn đồng``.

    Args:
        amount: the amount; what its smaller unit cannot hold is no amount.
        currency: its ISO 4217 code.
        wording: the words that may be chosen.

    Raises:
        KeyError: the currency is not known.
        ValueError: the amount has more decimals than the currency.
    """
    counted = currencies()[currency]
    places = counted.decimals
    exact = Decimal(amount)
    units = exact.copy_abs().scaleb(places, _EXACT)
    if units != units.to_integral_value():
        raise ValueError(f"{amount} is no amount of {currency}")
    whole, rest = divmod(int(units), 10**places)
    words = [MINUS] if exact < 0 else []
    words += [number_words(whole, wording), counted.name]
    if rest:
        words += [_AND, number_words(rest, wording), counted.smaller]
    return capitalized(" ".join(words))


def read_money_words(text: str) -> Money | None:
    """Read an amount written in words; None when it cannot be read with certainty.

    Every wording of numbers is understood, and ``chẵn``, marks at the end, commas between groups,
    ``tỉ``, and a scaled number: ``hai phẩy năm triệu đồng``.
    """
    words = " ".join(text.lower().replace(",", " ").split()).strip(_ENDS)
    words = words.removesuffix(f" {_EVEN}").replace("tỉ", "tỷ")
    for name, code in _names():
        head, found, tail = words.partition(f" {name}")
        if not found:
            continue
        number = _scaled(head)
        if number is None:
            return None
        rest = tail.strip().removeprefix(f"{_AND} ")
        if not rest:
            return Money(number, code)
        currency = currencies()[code]
        smaller = f" {currency.smaller}"
        under = read_number_words(rest.removesuffix(smaller))
        if not currency.smaller or not rest.endswith(smaller) or under is None:
            return None
        part = under.scaleb(-currency.decimals, _EXACT)
        return Money(_EXACT.add(number, part), code) if number >= 0 and 0 < part < 1 else None
    return None


def currency_of(sign: str) -> str | None:
    """Give the code of a currency that is named by word, code or sign; None when it is none."""
    return _by_sign().get(" ".join(sign.split()).lower())


def unit_of_money(unit: str) -> tuple[int, str | None]:
    """Split ``triệu đồng`` into how many tens it multiplies by, and the currency it counts."""
    words = unit.lower().split()
    scale = 0
    while words and words[0] in SCALES:
        scale += SCALES[words.pop(0)]
    return scale, currency_of(" ".join(words)) if words else None


def _scaled(words: str) -> Decimal | None:
    number = read_number_words(words)
    if number is not None:
        return number
    head, _, last = words.rpartition(" ")
    scale = SCALES.get(last)
    number = read_number_words(head) if scale is not None else None
    return number.scaleb(scale, _EXACT) if number is not None and scale is not None else None


@cache
def currencies() -> Mapping[str, Currency]:
    """Give every currency by its code."""
    import tomllib

    text = data_file("language", "currencies.toml").read_text(encoding="utf-8")
    return {
        code: Currency(row["name"], row["decimals"], row["smaller"], tuple(row["signs"]))
        for code, row in tomllib.loads(text).items()
    }


@cache
def _by_sign() -> Mapping[str, str]:
    return {
        sign.lower(): code
        for code, currency in currencies().items()
        for sign in (code, currency.name, *currency.signs)
    }


@cache
def _names() -> tuple[tuple[str, str], ...]:
    """Give what stands after a number in words, the longest first."""
    return tuple(sorted(_by_sign().items(), key=lambda each: -len(each[0])))

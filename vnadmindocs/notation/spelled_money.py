"""Amounts of money that a text writes twice: in figures and, beside them, in words.

``1.500.000 đồng (Bằng chữ: một triệu năm trăm nghìn đồng)``, ``25 triệu đồng (hai mươi lăm triệu
đồng)``, ``Bằng chữ: …`` in the next paragraph. Whatever cannot be read with certainty on either
side is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from vnadmindocs.language.money_words import (
    SCALES,
    Money,
    currencies,
    currency_of,
    read_money_words,
)
from vnadmindocs.notation.figure import ENGLISH, VIETNAMESE, Figure, parse_figure
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_LABEL = (
    r"(?:(?:viết|đọc|ghi)\s+)?(?:số\s+tiền\s+)?(?:(?:viết|đọc|ghi)\s+)?bằng\s+chữ"
    r"\s*(?:là\s*)?[:;,]?\s*"
)
# Right after the figure, in brackets; the label may be left out.
_IN_BRACKETS = pattern(
    rf"(?:\s*/\s*[^\W\d_]+(?:\s[^\W\d_]+)?)?[\s,;.:]*\(\s*(?:{_LABEL})?(?P<words>[^()\d]+)\)",
    re.IGNORECASE,
)
# After a label, some words later: nothing with digits stands between.
_LABELLED = pattern(
    rf"[^\d\n]{{0,80}}?(?<!\w){_LABEL}(?P<words>[^()\d;\n]+?)(?=\s*(?:[);\n]|\.(?:\s|/|\Z)|\Z))",
    re.IGNORECASE,
)
_AT_HEAD = pattern(
    rf"\W*{_LABEL}(?P<words>[^()\d;\n]+?)(?=\s*(?:[);\n]|\.(?:\s|/|\Z)|\Z))", re.IGNORECASE
)
# «5 triệu 500 nghìn đồng», «từ 1 - 2 triệu đồng»: the last number alone is not the amount.
_GOES_ON = pattern(r"\d\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)(?:\s+và)?\s*|[-–]\s*)\Z", re.IGNORECASE)
# «Bằng chữ: một triệu đồng (1.000.000 đồng)»: the figure comes after its words.
_FIGURE_AFTER = pattern(r"\s*\(\s*(?:bằng\s+số\s*:?\s*)?\d", re.IGNORECASE)
# How far back «5 triệu» is looked for.
_WINDOW = 24
_CLOSING = pattern(r"[\s.,;:/)]*\Z")


@dataclass(frozen=True, slots=True)
class SpelledMoney:
    """An amount in figures and in words, both read.

    Attributes:
        figure: the figure as written, with its unit.
        readings: what the figure may be; ``1.234`` may be two numbers.
        money: what the words say.
        start, end: where the words stand in the text.
    """

    figure: str
    readings: tuple[Decimal, ...]
    money: Money
    start: int
    end: int

    @property
    def agrees(self) -> bool:
        """Whether both are one amount."""
        return self.money.amount in self.readings


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount in figures; ``currency`` None where no unit stands after it."""

    written: str
    readings: tuple[Decimal, ...]
    currency: str | None
    start: int
    end: int


def spelled_money(text: str, before: str = "") -> Iterator[SpelledMoney]:
    """Find amounts written twice.

    Args:
        text: one paragraph.
        before: the paragraph above it, whose last amount a «Bằng chữ: …» may be of.
    """
    amounts = list(_amounts(text))
    for at, amount in enumerate(amounts):
        end = amounts[at + 1].start if at + 1 < len(amounts) else len(text)
        found = _IN_BRACKETS.match(text, amount.end) or _LABELLED.match(text, amount.end)
        if found is not None and found.end() <= end:
            pair = _pair(amount, text, found)
            if pair is not None:
                yield pair
    head = _AT_HEAD.match(text)
    if head is not None and before:
        last = next((each for each in reversed(list(_amounts(before)))), None)
        if last is not None and _CLOSING.match(before, last.end):
            pair = _pair(last, text, head)
            if pair is not None:
                yield pair


def labelled_words(text: str) -> tuple[Money, int, int] | None:
    """Read a paragraph that opens with «Bằng chữ: …»; None where it does not, or is not certain.

    Returns:
        The amount, and where its words begin and end.
    """
    head = _AT_HEAD.match(text)
    if head is None or _FIGURE_AFTER.match(text, head.end()):
        return None
    money = read_money_words(head["words"])
    return (money, *head.span("words")) if money is not None else None


def _pair(amount: _Amount, text: str, found: re.Match[str]) -> SpelledMoney | None:
    if _FIGURE_AFTER.match(text, found.end()):
        return None
    money = read_money_words(found["words"])
    if money is None or amount.currency not in (None, money.currency):
        return None
    start, end = found.span("words")
    end = start + len(found["words"].rstrip())
    return SpelledMoney(amount.written, amount.readings, money, start, end)


def _amounts(text: str) -> Iterator[_Amount]:
    """Give the amounts in figures: those with a currency, and grouped numbers without a unit."""
    for found in _pattern().finditer(text):
        if _GOES_ON.search(text, max(0, found.start() - _WINDOW), found.start()):
            continue
        number, unit = found["number"], found["unit"]
        tens = sum(SCALES[word.lower()] for word in found["scale"].split())
        if unit is None and (tens or not any(mark in number for mark in ". ")):
            continue
        readings = tuple(
            dict.fromkeys(
                figure.value.scaleb(tens)
                for writing in (VIETNAMESE, ENGLISH)
                if isinstance(figure := parse_figure(number, writing), Figure)
            )
        )
        if readings:
            currency = currency_of(unit) if unit is not None else None
            written = " ".join(found[0].split())
            yield _Amount(written, readings, currency, found.start(), found.end())


@cache
def _pattern() -> re.Pattern[str]:
    signs = {
        sign
        for code, currency in currencies().items()
        for sign in (code, currency.name, *currency.signs)
    }
    units = "|".join(
        re.escape(sign).replace(r"\ ", r"\s+")
        for sign in sorted(signs, key=lambda each: -len(each))
    )
    return pattern(
        r"(?<![\w.,/:-])(?P<number>\d{1,3}(?: \d{3})+(?!\d)|\d[\d.,]*(?<=\d))"
        r"(?P<scale>(?:\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w))*)"
        rf"(?:\s*(?P<unit>{units})(?!\w))?",
        re.IGNORECASE,
    )

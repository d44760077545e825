"""Values taken from a list or from a cell: read by their kind, printed in a declared format.

A format is a pattern (``dd/mm/yyyy``, ``ngày dd tháng mm``, ``#.##0,00``, ``000``) or a word of
``data/value_formats.toml`` (``bằng chữ``); several are parted by ``;`` and done one after the
other. A format is looked up, never evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import cache

from vnadmindocs.assets import data_file
from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.language.money_words import DONG, currencies, money_words, unit_of_money
from vnadmindocs.language.number_words import OF_THE_STATE, Wording, number_words
from vnadmindocs.language.text import capitalized, fold, uncapitalized
from vnadmindocs.notation.date import PartialDate, parse_date, print_date, source_date
from vnadmindocs.notation.figure import (
    Figure,
    Unread,
    decimals_of,
    parse_figure,
    print_figure,
    rounded,
)
from vnadmindocs.pattern import pattern
from vnadmindocs.toml_lines import read_toml
from vnadmindocs.values import dataclass

Value = str | Figure | PartialDate
"""What a cell of a list holds, read by the kind of its field."""

TEXT, INTEGER, NUMBER, MONEY, PERCENT, DATE = (
    "text", "integer", "number", "money", "percent", "date",
)  # fmt: skip
NUMBERS = frozenset({INTEGER, NUMBER, MONEY, PERCENT})

IN_WORDS = "in_words"
_PERCENT_WORDS = "phần trăm"
_OPEN_PART = "…"  # stands for the part of a date that is not known
_DAY_MONTH_YEAR = pattern(r"(?<!\w)(?:dd?|mm?|yyyy)(?!\w)")
# What may stand around the parts of a date: nothing else is taken for a pattern.
_AROUND = pattern(r"(?:ngày|tháng|năm|[\s/.,-])*", re.IGNORECASE)
_DIGITS = pattern(r"(?P<grouped>#\.##)?(?P<whole>0+)(?:,(?P<decimals>0+))?")


class NoForm(Enum):
    """Why a value cannot be printed in a format that fits its kind."""

    HALVES = "halves"  # an amount in words has no parts of a đồng
    NO_COUNT = "no count"  # two digits are of whole numbers from 0
    NO_MONEY = "no money"  # its unit is none of a currency


@dataclass(frozen=True, slots=True)
class ValueFormat:
    """How a value is printed.

    Attributes:
        steps: names of formats, or patterns, in their order; none prints the value plainly.
    """

    steps: tuple[str, ...] = ()

    def misfit(self, kind: str) -> str | None:
        """Find the step that cannot stand after a value of this kind; None when all can."""
        return next((step for step in self.steps if not _fits(step, kind)), None)


@dataclass(frozen=True, slots=True)
class _Named:
    """A format that has a name."""

    names: tuple[str, ...]
    kinds: tuple[str, ...]


def parse_format(written: str) -> ValueFormat | str:
    """Read a format; a step that is none comes back as it is written."""
    steps: list[str] = []
    for step in filter(None, (each.strip() for each in written.split(";"))):
        named = _by_name().get(fold(step))
        if named is None and not _is_date_pattern(step) and not _DIGITS.fullmatch(step):
            return step
        steps.append(named or step)
        if named == IN_WORDS and step[0].isupper():
            steps.append("first_capital")
    return ValueFormat(tuple(steps))


def format_names() -> tuple[str, ...]:
    """Give the words that are formats, those offered."""
    return tuple(each.names[0] for each in _named().values())


def parse_value(text: str, kind: str, writing: str | None = None) -> Value | Unread:
    """Read a cell that has words.

    Args:
        text: its words.
        kind: the kind of its field.
        writing: how numbers are written: ``vietnamese``, ``english``; None where not declared.
    """
    if kind == DATE:
        try:
            return parse_date(text)
        except UnreadableError:
            return Unread.UNREADABLE
    if kind not in NUMBERS:
        return text
    found = parse_figure(text, writing, whole=kind == INTEGER)
    return found if isinstance(found, Unread) else of_kind(found, kind)


def of_kind(value: Figure, kind: str) -> Figure | Unread:
    """Take a number for a field of a kind of numbers."""
    if value.percent and kind != PERCENT:
        return Unread.UNREADABLE
    if kind == INTEGER:
        if value.value != value.value.to_integral_value():
            return Unread.UNREADABLE
        return Figure(rounded(value.value, 0))
    return Figure(value.value, percent=kind == PERCENT)


def print_value(
    value: Value,
    kind: str,
    form: ValueFormat,
    *,
    plain: str | None = None,
    unit: str = "",
    grouped: bool = True,
    wording: Wording = OF_THE_STATE,
) -> str | NoForm:
    """Print a value.

    Args:
        value: of the kind.
        kind: the kind of its field.
        form: a format that fits the kind.
        plain: how it stands where it comes from; None: in the form of the house.
        unit: what it counts, such as ``triệu đồng``; "" where that is not said: money is đồng.
        grouped: numbers without a pattern have points between thousands (``1.234``).
        wording: the words that may be chosen where numbers are put in words.
    """
    first = words = _plain(value, grouped) if plain is None else plain
    for step in form.steps:
        changed = first if step == "as_it_stands" else _of_words(step, words)
        made = _step(step, value, kind, unit, wording) if changed is None else changed
        if isinstance(made, NoForm):
            return made
        words = made
    return words


def _plain(value: Value, grouped: bool) -> str:
    if isinstance(value, Figure):
        return print_figure(value.value, grouped=grouped) + "%" * value.percent
    return source_date(value) if isinstance(value, PartialDate) else value


def _of_words(step: str, words: str) -> str | None:
    """Change the case of words; None where a step says nothing of their case."""
    if step == "capitals":
        return words.upper()
    if step == "first_capital":
        return capitalized(words)
    return words.lower() if step == "small_letters" else None


def _step(step: str, value: Value, kind: str, unit: str, wording: Wording) -> str | NoForm:
    if isinstance(value, PartialDate):
        if step == "short":
            return source_date(value)
        return print_date(value) if step == "long" else _date(step, value)
    assert isinstance(value, Figure)
    number = value.value
    if step == IN_WORDS:
        return _in_words(number, kind, unit, wording)
    if step == "number":
        return print_figure(number)
    if step == "percent":
        return f"{print_figure(number)}%"
    if step == "two_digits":
        whole = number >= 0 and not decimals_of(number)
        return print_figure(number).rjust(2, "0") if whole else NoForm.NO_COUNT
    if step == "money":
        if unit and unit_of_money(unit)[1] is None:
            return NoForm.NO_MONEY
        return f"{print_figure(number)} {unit or currencies()[DONG].name}"
    return _pattern(step, value)


def _in_words(number: Decimal, kind: str, unit: str, wording: Wording) -> str | NoForm:
    scale, code = unit_of_money(unit)
    if kind == MONEY and not unit:
        code = DONG
    if code is None:
        sign = f" {_PERCENT_WORDS}" if kind == PERCENT else ""
        whole = number if decimals_of(number) else int(number)
        return number_words(whole, wording) + sign
    try:
        return uncapitalized(money_words(number.scaleb(scale), code, wording))
    except ValueError:
        return NoForm.HALVES


def _date(form: str, date: PartialDate) -> str:
    parts = {"d": date.day, "m": date.month, "y": date.year}

    def printed(found: re.Match[str]) -> str:
        part = parts[found[0][0]]
        return _OPEN_PART if part is None else f"{part:0{len(found[0])}}"

    return _DAY_MONTH_YEAR.sub(printed, form)


def _pattern(form: str, value: Figure) -> str:
    found = _DIGITS.fullmatch(form)
    assert found is not None
    number = rounded(value.value, len(found["decimals"] or ""))
    whole, point, rest = print_figure(abs(number), grouped=bool(found["grouped"])).partition(",")
    sign = "-" if number < 0 else ""
    return f"{sign}{whole.rjust(len(found['whole']), '0')}{point}{rest}{'%' * value.percent}"


def _fits(step: str, kind: str) -> bool:
    named = _named().get(step)
    if named is not None:
        return kind in named.kinds or "" in named.kinds
    return kind in NUMBERS if _DIGITS.fullmatch(step) else kind == DATE


def _is_date_pattern(step: str) -> bool:
    around = _DAY_MONTH_YEAR.sub("", step)
    return around != step and _AROUND.fullmatch(around) is not None


@cache
def _named() -> Mapping[str, _Named]:
    raw = read_toml(data_file("notation", "value_formats.toml").read_text(encoding="utf-8"))
    return {key: _Named(tuple(each["names"]), tuple(each["kinds"])) for key, each in raw.items()}


@cache
def _by_name() -> Mapping[str, str]:
    return {fold(name): key for key, each in _named().items() for name in each.names}

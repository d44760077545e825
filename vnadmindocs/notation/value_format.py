"""Values taken from a list: read by their kind, printed in a declared format.

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
from vnadmindocs.language.money_words import DONG, money_words
from vnadmindocs.language.number_words import OF_THE_STATE, Wording, number_words
from vnadmindocs.language.text import capitalized, fold
from vnadmindocs.notation.date import PartialDate, parse_date, print_date, source_date
from vnadmindocs.notation.figure import Figure, Unread, parse_figure, print_figure, rounded
from vnadmindocs.pattern import pattern
from vnadmindocs.toml_lines import read_toml
from vnadmindocs.values import dataclass

Value = str | Figure | PartialDate
"""What a cell of a list holds, read by the kind of its field."""

TEXT, INTEGER, NUMBER, MONEY, PERCENT, DATE = (
    "text", "integer", "number", "money", "percent", "date",
)  # fmt: skip
NUMBERS = frozenset({INTEGER, NUMBER, MONEY, PERCENT})

_OPEN_PART = "…"  # stands for the part of a date that is not known
_DAY_MONTH_YEAR = pattern(r"(?<!\w)(?:dd?|mm?|yyyy)(?!\w)")
# What may stand around the parts of a date: nothing else is taken for a pattern.
_AROUND = pattern(r"(?:ngày|tháng|năm|[\s/.,-])*", re.IGNORECASE)
_DIGITS = pattern(r"(?P<grouped>#\.##)?(?P<whole>0+)(?:,(?P<decimals>0+))?")


class NoForm(Enum):
    """Why a value cannot be printed in a format that fits its kind."""

    HALVES = "halves"  # an amount in words has no parts of a đồng


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
    grouped: bool = True,
    wording: Wording = OF_THE_STATE,
) -> str | NoForm:
    """Print a value.

    Args:
        value: of the kind.
        kind: the kind of its field.
        form: a format that fits the kind.
        grouped: numbers without a pattern have points between thousands (``1.234``).
        wording: the words that may be chosen where numbers are put in words.
    """
    words = _plain(value, grouped)
    for step in form.steps:
        made = _step(step, words, value, kind, wording)
        if isinstance(made, NoForm):
            return made
        words = made
    return words


def _plain(value: Value, grouped: bool) -> str:
    if isinstance(value, Figure):
        return print_figure(value.value, grouped=grouped) + "%" * value.percent
    return source_date(value) if isinstance(value, PartialDate) else value


def _step(step: str, words: str, value: Value, kind: str, wording: Wording) -> str | NoForm:
    if step == "capitals":
        return words.upper()
    if step == "first_capital":
        return capitalized(words)
    if step == "small_letters":
        return words.lower()
    if isinstance(value, PartialDate):
        return print_date(value) if step == "long" else _date(step, value)
    if isinstance(value, Figure):
        return _in_words(value.value, kind, wording) if step == "in_words" else _number(step, value)
    return words


def _in_words(number: Decimal, kind: str, wording: Wording) -> str | NoForm:
    if kind != MONEY:
        return number_words(number, wording)
    try:
        return money_words(number, DONG, wording)
    except ValueError:
        return NoForm.HALVES


def _date(form: str, date: PartialDate) -> str:
    parts = {"d": date.day, "m": date.month, "y": date.year}

    def printed(found: re.Match[str]) -> str:
        part = parts[found[0][0]]
        return _OPEN_PART if part is None else f"{part:0{len(found[0])}}"

    return _DAY_MONTH_YEAR.sub(printed, form)


def _number(form: str, value: Figure) -> str:
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

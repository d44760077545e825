"""The line «(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026 của …)», taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping

from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.notation.date import PartialDate, parse_date
from vnadmindocs.notation.symbol import parse_symbol
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_LINE = pattern(
    r"\s*\(?\s*(?:(?:được\s+)?(?:ban\s+hành|đính|gửi)\s+)?kèm(?:\s+theo)?\s+"
    r"(?P<type>[^\d:/.…]+?)\s+số\s*:?(?P<number>[^/]*?)(?:/(?P<symbol>.*?))?"
    r"\s*,?\s*(?<!\w)ngày(?P<date>.*?)(?:\s+của\s+(?P<issuer>.+?))?\s*\)?\s*[.;]?\s*",
    re.IGNORECASE | re.DOTALL,
)
_BLANK = pattern(r"[\s.…_]*")
_NOTHING = pattern(r"(?:[\s.…_]|tháng|năm)*", re.IGNORECASE)
_STROKES = pattern(r"\s*(\d{1,2}|[\s.…_]*)\s*/\s*(\d{1,2}|[\s.…_]*)\s*/\s*(\d{4}|[\s.…_]*)\s*")


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """What a reference line says; a blank left for the pen says nothing.

    Attributes:
        type: the type of the document it names.
        number: digits of its number; "" for a blank.
        symbol: what stands after the stroke, spaces around its strokes off; "" for none.
        date: None where it is no date that can be read.
        issuer: the body; "" for none.
        spans: where each of these stands in the line as written.
    """

    type: str
    number: str
    symbol: str
    date: PartialDate | None
    issuer: str
    spans: Mapping[str, tuple[int, int]]


def parse_reference(text: str) -> ReferenceLine | None:
    """Take a reference line apart; None where it is of another form."""
    found = _LINE.fullmatch(text)
    if found is None:
        return None
    words = {name: " ".join((found[name] or "").split()) for name in found.groupdict()}
    spans = {
        name: (found.start(name) + _indent(found[name]), found.end(name))
        for name in words
        if found[name] is not None
    }
    number, issuer = words["number"], words["issuer"]
    return ReferenceLine(
        words["type"],
        "" if _BLANK.fullmatch(number) else number,
        "" if _BLANK.fullmatch(words["symbol"]) else parse_symbol(words["symbol"]),
        _date(found["date"]),
        "" if _BLANK.fullmatch(issuer) else issuer,
        spans,
    )


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _date(text: str) -> PartialDate | None:
    """Read the date of a line, in digits or in words; a part that is blank stays open."""
    digits = _STROKES.fullmatch(text)
    if digits is not None:
        parts = [int(each) if each.strip().isdigit() else None for each in digits.groups()]
        text = " ".join(
            f"{name} {'…' if part is None else part}"
            for name, part in zip(("ngày", "tháng", "năm"), parts, strict=True)
        )
        if not any(parts):
            return PartialDate()
    else:
        if _NOTHING.fullmatch(text):
            return PartialDate()
        text = f"ngày {' '.join(text.split())}"
    try:
        return parse_date(text)
    except UnreadableError:
        return None

"""Number and symbol: ``Số: 05/QĐ-UBND``.

A number given alone is a field, and padded below 10; written with its symbol (``5/QĐ-UBND``) it
stays as typed. A number left out before the stroke is a gap for the pen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.law.norms import norms
from vnadmindocs.law.wording import wording
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

UNREADABLE = "NUM001"

_LABEL = pattern(r"số(?![^\W\d_])\s*:?\s*", re.IGNORECASE)
_NUMBER = pattern(r"\d+[A-Za-zĐđ]?")
_GAP = pattern(r"[\s.…_]*")
_SPACES = pattern(r"\s*([-–/])\s*")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of issue and the symbol after it.

    Attributes:
        number: digits as printed; "" for a gap.
        symbol: what stands after the stroke, such as ``QĐ-UBND`` or ``2025/NQ-HĐND``; "" when
            it was not written.
    """

    number: str = ""
    symbol: str = ""

    @property
    def value(self) -> int | None:
        """The number to count with; None for a gap."""
        digits = self.number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZĐabcdefghijklmnopqrstuvwxyzđ")
        return int(digits) if digits else None


def parse_number(text: str) -> Number:
    """Read ``2280/QĐ-UBND``, ``05``, ``/SKHCN-CCTĐC`` or ``683 /KH-CTĐP-SCT``.

    A printed ``Số:`` in front is taken off, spaces around the stroke go, and dots or blanks in
    place of the number are a gap.

    Raises:
        UnreadableError: what stands before the stroke is no number.
    """
    words = text.strip()
    label = _LABEL.match(words)
    if label:
        words = words[label.end() :]
    number, stroke, symbol = words.partition("/")
    number, symbol = number.strip(), symbol.strip()
    if _GAP.fullmatch(number):
        return Number("", parse_symbol(symbol))
    if not _NUMBER.fullmatch(number) or not number.strip("0"):
        column = text.index(number)
        raise UnreadableError(Fault(UNREADABLE, 0, column, len(number), {"found": number}))
    return Number(number if stroke else padded(number), parse_symbol(symbol))


def print_number(number: Number, *, label: bool = True) -> str:
    """Print ``Số: 05/QĐ-UBND``, a gap where the number is not given."""
    digits = number.number or wording("number.gap")
    front = f"{wording('number.label')} " if label and number.number else wording("number.label")
    front = front if label else ""
    stroke = wording("number.separator") if number.symbol else ""
    return f"{front}{digits}{stroke}{number.symbol}"


def source_number(number: Number) -> str:
    """Write a number as a record does; ``parse_number`` reads the same number back."""
    return f"{number.number}/{number.symbol}" if number.symbol else number.number


def padded(number: str) -> str:
    """Put a zero before a small number, as the decree asks; one of two characters stays."""
    small = len(number) == 1 and int(number) < norms()["number.padded_below"].use
    return f"0{number}" if small else number


def compose_symbol(type_abbreviation: str, issuers: Sequence[str], unit: str = "") -> str:
    """Join the groups of a symbol: ``KH-CTĐP-SCT``, or ``SCT-QLCN`` for a công văn.

    Args:
        type_abbreviation: abbreviation of the type; "" for a công văn, which has none.
        issuers: abbreviations of the issuing bodies, lead first.
        unit: abbreviation of the drafting unit, in the symbol of a công văn.
    """
    groups = (type_abbreviation, *issuers, unit)
    return wording("symbol.separator").join(group for group in groups if group)


def parse_symbol(text: str) -> str:
    """Read a symbol given alone: the stroke before it and spaces in it are furniture."""
    return _tight(text.strip().lstrip("/ "))


def _tight(symbol: str) -> str:
    return _SPACES.sub(r"\1", symbol) if " " in symbol or not symbol.isprintable() else symbol

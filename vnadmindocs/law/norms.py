"""The numbers of the decree: each with its range, the value printed, its locator and how sure.

``data/norms.toml`` -> ``Norms``. No other module holds a size or a length; a colleague corrects a
value in the data file. An office's own rules may only narrow a range (``Norms.narrowed``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.diagnostics.model import Text
from vnadmindocs.language.text import closest, fold
from vnadmindocs.law.tables import read_table
from vnadmindocs.units import mm_to_twips, pt_to_twips
from vnadmindocs.values import dataclass

SIZE_SETS = ("large", "small")
OfficeRule = float | tuple[float, float] | str

_IN_MM = {"mm": 1.0, "cm": 10.0}
_WORDS_OF_UNIT = {"lines": ("lines", "line", "dòng"), "pt": ("pt",), "dpi": ("dpi",)}
# Compiled at first use: few offices have rules.
_RULE = (
    r"(?P<low>\d+(?:[.,]\d+)?)\s*(?P<unit_low>[^\W\d_]+)?"
    r"(?:\s*(?:-|–|—|đến|to)\s*(?P<high>\d+(?:[.,]\d+)?)\s*(?P<unit_high>[^\W\d_]+)?)?"
)


@dataclass(frozen=True, slots=True)
class Norm:
    """One number of the decree, or of this house where the decree is silent.

    Attributes:
        key: dotted name, such as ``page.margin.left``.
        unit: ``mm``, ``pt``, ``lines`` (multiple of single spacing), ``ratio`` (share of another
            length), ``count``, ``number`` or ``dpi``.
        low, high: the range allowed; ``high`` is infinite where the decree sets no highest value.
        use: the value printed, inside the range.
        locator: where the decree says so; "" where it does not speak.
        confidence: ``2`` two copies of the decree, ``1`` one copy, ``obs`` measured in its Word
            files, ``infer`` read out of it, ``mem`` remembered, ``house`` our own choice.
        reason: one sentence where the value is not simply the decree's.
        choices: the only values allowed, where not all of the range is; else empty.
    """

    key: str
    name: Text
    unit: str
    low: float
    high: float
    use: float
    locator: str
    confidence: str
    reason: str = ""
    choices: tuple[float, ...] = ()

    def allows(self, value: float) -> bool:
        """Tell whether a value is allowed; lengths are compared in Word's twips."""
        found = self._grid(value)
        if self.choices:
            return any(self._grid(choice) == found for choice in self.choices)
        return self._grid(self.low) <= found <= self._grid(self.high)

    def allowed(self) -> Text:
        """Print what is allowed, such as ``30–35 mm``, with a decimal comma in Vietnamese."""
        unit = {"lines": Text("dòng", "lines"), "mm": Text("mm", "mm"), "pt": Text("pt", "pt")}
        name = unit.get(self.unit, Text("", ""))
        return Text(
            vi=f"{self._allowed('hoặc', 'từ').replace('.', ',')} {name.vi}".strip(),
            en=f"{self._allowed('or', 'at least')} {name.en}".strip(),
        )

    def _allowed(self, or_: str, at_least: str) -> str:
        if self.choices:
            return f" {or_} ".join(f"{choice:g}" for choice in self.choices)
        if self.low == self.high:
            return f"{self.low:g}"
        if math.isinf(self.high):
            return f"{at_least} {self.low:g}"
        return f"{self.low:g}–{self.high:g}"

    def _grid(self, value: float) -> float:
        if math.isinf(value):
            return value
        if self.unit == "mm":
            return mm_to_twips(value)
        if self.unit == "pt":
            return pt_to_twips(value)
        return round(value, 4)

    def _narrowed(self, low: float, high: float) -> Norm | None:
        """Give this norm in a range inside its own; None when it does not lie inside."""
        if self._grid(low) > self._grid(high):
            return None
        if self.choices:
            kept = tuple(
                choice
                for choice in self.choices
                if self._grid(low) <= self._grid(choice) <= self._grid(high)
            )
            if not kept or not (self.allows(low) and self.allows(high)):
                return None
            use = self.use if self.use in kept else kept[0]
            return replace(self, low=kept[0], high=kept[-1], use=use, choices=kept)
        if self._grid(low) < self._grid(self.low) or self._grid(high) > self._grid(self.high):
            return None
        # A bound equal in twips may stick out by a hair; the decree's own bound then stands.
        low, high = max(low, self.low), min(high, self.high)
        if low > high:
            low = high = min(max(low, self.low), self.high)
        return replace(self, low=low, high=high, use=min(max(self.use, low), high))


class Norms(Mapping[str, Norm]):
    """Every norm by key, with the values of one size set."""

    def __init__(self, size_set: str, by_key: Mapping[str, Norm]) -> None:
        self.size_set = size_set
        self._by_key = dict(by_key)

    def __getitem__(self, key: str) -> Norm:
        return self._by_key[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)

    def find(self, name: str) -> Norm | None:
        """Find a norm by key or by its name in either language, accents or not; None if none."""
        if name in self._by_key:
            return self._by_key[name]
        key = _folded_names().get(fold(name))
        return self._by_key[key] if key else None

    def narrowed(self, rules: Mapping[str, OfficeRule]) -> tuple[Norms, tuple[Fault, ...]]:
        """Apply an office's own rules, each of which may only narrow a range.

        Args:
            rules: by key or name (see ``find``) a value, a range, or either as text with its
                unit: ``3,5 cm``, ``30 mm``, ``13–14``, ``13 pt đến 14 pt``.

        Returns:
            The norms with the rules that could be applied, ``use`` moved into each range, and a
            fault for each rule that could not: ISS010 no such norm, ISS011 the rule is not inside
            the decree's range, ISS012 not a number or not in the norm's unit. ``facts["key"]`` is
            the rule's key as written. The value of a faulty rule is the decree's.
        """
        changed = dict(self._by_key)
        faults: list[Fault] = []
        for written, rule in rules.items():
            norm = self.find(written)
            if norm is None:
                faults.append(_unknown(written, self._by_key))
                continue
            read = _read_rule(rule, norm.unit)
            if read is None:
                faults.append(
                    Fault(
                        "ISS012",
                        facts={"key": written, "name": norm.name, "found": _printed(rule),
                               "allowed": norm.allowed()},
                    )
                )  # fmt: skip
                continue
            # Two rules for one norm must agree with each other too.
            narrower = changed[norm.key]._narrowed(*read)
            if narrower is None:
                faults.append(
                    Fault(
                        "ISS011",
                        facts={"key": written, "name": norm.name, "found": _printed(rule),
                               "allowed": changed[norm.key].allowed()},
                    )
                )  # fmt: skip
                continue
            changed[norm.key] = narrower
        return Norms(self.size_set, changed), tuple(faults)


@cache
def norms(size_set: str = "large") -> Norms:
    """Load the norms with the values of a size set, ``large`` or ``small``.

    Raises:
        ValueError: there is no such size set.
    """
    if size_set not in SIZE_SETS:
        raise ValueError(f"no size set {size_set!r}; there are {', '.join(SIZE_SETS)}")
    return Norms(size_set, {key: _norm(key, row, size_set) for key, row in _rows()})


@cache
def _rows() -> tuple[tuple[str, Mapping[str, Any]], ...]:
    raw = read_table("norms.toml")
    return tuple(_flattened("", raw))


def _flattened(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, value in table.items():
        if "unit" in value:
            yield prefix + key, value
        else:
            yield from _flattened(f"{prefix}{key}.", value)


def _norm(key: str, row: Mapping[str, Any], size_set: str) -> Norm:
    use = row["use"]
    low, high = row["range"]
    return Norm(
        key=key,
        name=Text(vi=row["vi"], en=row["en"]),
        unit=row["unit"],
        low=float(low),
        high=float(high),
        use=float(use[size_set] if isinstance(use, dict) else use),
        locator=row["at"],
        confidence=row["sure"],
        reason=row.get("why", ""),
        choices=tuple(float(choice) for choice in row.get("choices", ())),
    )


@cache
def _folded_names() -> Mapping[str, str]:
    folded: dict[str, str] = {}
    for key, row in _rows():
        for name in (key, row["vi"], row["en"]):
            folded.setdefault(fold(name), key)
    return folded


def _unknown(written: str, known: Mapping[str, Norm]) -> Fault:
    meant = closest(written, [*(norm.name.vi for norm in known.values()), *known])
    example = meant or "lề trái"
    return Fault("ISS010", facts={"key": written, "meant": example})


def _read_rule(rule: OfficeRule, unit: str) -> tuple[float, float] | None:
    """Read a rule as a range in the norm's unit; None when it cannot be one."""
    if isinstance(rule, str):
        return _read_text(rule, unit)
    low, high = rule if isinstance(rule, tuple) else (rule, rule)
    if math.isnan(low) or math.isnan(high):
        return None
    return float(low), float(high)


def _read_text(rule: str, unit: str) -> tuple[float, float] | None:
    found = re.fullmatch(_RULE, rule.strip())
    if found is None:
        return None
    factors = [_factor(word, unit) for word in (found["unit_low"], found["unit_high"]) if word]
    # In «3–3,5 cm» the one unit stands for both.
    if None in factors or len(set(factors)) > 1:
        return None
    factor = factors[0] if factors and factors[0] is not None else 1.0
    low = float(found["low"].replace(",", ".")) * factor
    high = float(found["high"].replace(",", ".")) * factor if found["high"] else low
    return low, high


def _factor(word: str, unit: str) -> float | None:
    if unit == "mm":
        return _IN_MM.get(word)
    return 1.0 if word in _WORDS_OF_UNIT.get(unit, ()) else None


def _printed(rule: OfficeRule) -> str:
    if isinstance(rule, tuple):
        return f"{rule[0]:g}–{rule[1]:g}"
    return rule if isinstance(rule, str) else f"{rule:g}"

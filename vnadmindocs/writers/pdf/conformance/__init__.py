"""Self-check of a PDF file against PDF/A-2a: a list of checks of our own, and no more than that.

``check_pdf`` reads a file back and looks for what ISO 19005-2 (level A) forbids or demands, and for
what a reader with a screen reader needs beyond it. The list is ``data/conformance.toml``; a file
that passes has passed this list, which is not the verdict of an independent validator. What is
looked at and what is not: ``docs/pdf-a.md``.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from vnadmindocs.diagnostics.model import Text
from vnadmindocs.values import dataclass

__all__ = ["Check", "Rule", "check_pdf", "rules"]

Demand = Literal["pdfa", "ua", "house"]
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of the list.

    Attributes:
        key: its name, such as ``fonts.embedded``.
        demand: who asks for it: ``pdfa`` (ISO 19005-2 itself), ``ua`` (PDF/UA, ISO 14289-1, good
            for people who listen to the file), ``house`` (we alone).
        clause: standard and clause; "" where no standard speaks.
        text: what is looked at.
    """

    key: str
    demand: Demand
    clause: str
    text: Text


@dataclass(frozen=True, slots=True)
class Check:
    """What one entry of the list found in a file.

    Attributes:
        detail: the places where it fails, in the words of PDF (``object 12 /Filter``); "" when it
            passes.
    """

    rule: Rule
    detail: str

    @property
    def key(self) -> str:
        """The name of the rule."""
        return self.rule.key

    @property
    def clause(self) -> str:
        """Standard and clause of the rule."""
        return self.rule.clause

    @property
    def passed(self) -> bool:
        """Whether the file shows no fault of this kind."""
        return not self.detail


@cache
def rules() -> tuple[Rule, ...]:
    """Load the list, in its order."""
    from vnadmindocs.assets import data_file
    from vnadmindocs.toml_lines import read_toml

    raw = read_toml(data_file("writers/pdf", "conformance.toml").read_text(encoding="utf-8"))
    return tuple(
        Rule(
            f"{group}.{name}",
            entry["demand"],
            entry["clause"],
            Text(entry["text"]["vi"], entry["text"]["en"]),
        )
        for group, entries in raw.items()
        for name, entry in entries.items()
    )


def check_pdf(data: bytes) -> tuple[Check, ...]:
    """Hold a PDF file against the list.

    Returns:
        One check a rule, in the order of the list; a file that cannot be opened at all has the one
        failed check ``file.readable``.
    """
    from vnadmindocs.writers.pdf.conformance.finders import find
    from vnadmindocs.writers.pdf.conformance.opened import Opened, UnreadablePdfError

    try:
        pdf = Opened(data)
    except UnreadablePdfError as error:
        unreadable = next(rule for rule in rules() if rule.key == "file.readable")
        return (Check(unreadable, str(error)),)
    return tuple(Check(rule, _detail(find(rule.key, pdf))) for rule in rules())


def _detail(places: list[str]) -> str:
    shown = "; ".join(places[:_SHOWN])
    return f"{shown}; … ({len(places)})" if len(places) > _SHOWN else shown

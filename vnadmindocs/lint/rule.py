"""A rule of sense: one decorated function over a record, and the fields it needs.

The function yields facts and places (Faults); the runner stamps code, severity, sentence and
locator from the catalogue, which also holds its manual page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.record.document import Document
from vnadmindocs.values import dataclass

Check = Callable[[Document], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class SenseRule:
    """A rule over a record.

    Attributes:
        code: its code in the catalogue.
        needs: English names of the fields it reads; when one of them could not be read, the rule
            is not run.
    """

    code: str
    needs: tuple[str, ...]
    check: Check


_rules: dict[str, SenseRule] = {}


def rule(code: str, *, needs: tuple[str, ...]) -> Callable[[Check], Check]:
    """Register the decorated function as the rule of this code."""

    def register(check: Check) -> Check:
        if code in _rules:
            raise ValueError(f"two rules have the code {code}")
        _rules[code] = SenseRule(code, needs, check)
        return check

    return register


def rules() -> tuple[SenseRule, ...]:
    """Give every rule that was imported, in the order of codes."""
    return tuple(_rules[code] for code in sorted(_rules))

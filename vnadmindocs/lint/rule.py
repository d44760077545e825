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
Condition = Callable[[Document], bool]


@dataclass(frozen=True, slots=True)
class SenseRule:
    """A rule over a record.

    Attributes:
        code: its code in the catalogue.
        needs: English names of the fields it reads; when one of them could not be read, the rule
            is not run.
        where: whether a record has what the rule speaks of; None: every record has. Asked once
            a record for all rules that name the same condition.
        fatal: whether its findings refuse a document. It says again what the catalogue says, so
            that a render finds out without reading the catalogue; a test compares them.
    """

    code: str
    needs: tuple[str, ...]
    check: Check
    where: Condition | None = None
    fatal: bool = False


_rules: dict[str, SenseRule] = {}


def rule(
    code: str, *, needs: tuple[str, ...], where: Condition | None = None, fatal: bool = False
) -> Callable[[Check], Check]:
    """Register the decorated function as the rule of this code."""

    def register(check: Check) -> Check:
        if code in _rules:
            raise ValueError(f"two rules have the code {code}")
        _rules[code] = SenseRule(code, needs, check, where, fatal)
        return check

    return register


def rules() -> tuple[SenseRule, ...]:
    """Give every rule that was imported, in the order of codes."""
    return tuple(_rules[code] for code in sorted(_rules))

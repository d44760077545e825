"""How tests read what the doctor found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vnadmindocs.doctor import Check

Break = Callable[[str], Path]


def said(check: Check) -> list[tuple[str, str]]:
    """Give codes and Vietnamese sentences."""
    return [(each.code, each.message.vi) for each in check.findings]


def states(checks: tuple[Check, ...]) -> dict[str, str]:
    """Give the state of each check, in order."""
    return {check.name: check.state for check in checks}


def named(checks: tuple[Check, ...], name: str) -> Check:
    """Find a check by its name."""
    (found,) = (check for check in checks if check.name == name)
    return found

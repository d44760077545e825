"""Findings as a report: text for people, json and sarif for programs, github for annotations.

``report`` sorts the findings by file, line, column and code, and prints them in one format. JSON
and SARIF carry both languages whatever the language asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Protocol, cast

from vnadmindocs.diagnostics.model import Diagnostic
from vnadmindocs.diagnostics.reports.outcome import Outcome
from vnadmindocs.diagnostics.reports.summary import in_order, summary

FORMATS = ("text", "json", "sarif", "github")

__all__ = ["FORMATS", "Outcome", "in_order", "report", "summary"]


class _Format(Protocol):
    def print_report(
        self, diagnostics: Sequence[Diagnostic], language: str, outcomes: Sequence[Outcome]
    ) -> str: ...


def report(
    diagnostics: Iterable[Diagnostic],
    format: str = "text",
    language: str = "vi",
    outcomes: Sequence[Outcome] = (),
) -> str:
    """Print findings in one of ``FORMATS``; the text ends with a line break.

    Args:
        diagnostics: findings of one or several files, in any order.
        format: ``text``, ``json``, ``sarif`` or ``github``.
        language: ``vi`` or ``en``.
        outcomes: the files looked at, findings or not, and what was made of each. Without it the
            files are those that the findings name.

    Raises:
        ValueError: the format is not one of ``FORMATS``.
    """
    if format not in FORMATS:
        raise ValueError(f"not a report format: {format!r}")
    # Each format is loaded when asked for: the text report needs neither json nor the catalogue.
    module = cast(_Format, import_module(f"{__name__}.{format}"))
    return module.print_report(in_order(diagnostics), language, outcomes)

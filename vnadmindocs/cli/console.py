"""Prints reports: plain into files and pipes, in colour on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from vnadmindocs.diagnostics.model import Diagnostic, Severity
from vnadmindocs.diagnostics.reports import Outcome, in_order, report

_STYLES = {
    "place": "bold",
    "fatal": "bold red",
    "error": "bold red",
    "warning": "bold yellow",
    "hint": "bold cyan",
    "message": "",
    "gutter": "blue",
    "source": "",
    "caret": "bold red",
    "label": "blue",
    "note": "",
    "outcome": "",
    "summary": "bold",
}


def show_report(
    diagnostics: Sequence[Diagnostic],
    format: str,
    language: str,
    outcomes: Sequence[Outcome] = (),
    *,
    err: bool = False,
) -> None:
    """Print findings on standard output, or on standard error where that holds a document."""
    stream = sys.stderr if err else sys.stdout
    if format == "text" and stream.isatty():
        _show_colours(diagnostics, language, outcomes, err=err)
    else:
        click.echo(report(diagnostics, format, language, outcomes), nl=False, err=err)


def exit_code(diagnostics: Sequence[Diagnostic], *, strict: bool) -> int:
    """Give 1 when a finding is error or fatal, with ``strict`` also when it is a warning."""
    limit = Severity.WARNING if strict else Severity.ERROR
    return int(any(finding.severity >= limit for finding in diagnostics))


def _show_colours(
    diagnostics: Sequence[Diagnostic], language: str, outcomes: Sequence[Outcome], *, err: bool
) -> None:
    from rich.console import Console
    from rich.text import Text

    from vnadmindocs.diagnostics.reports.text import segments

    pieces = segments(in_order(diagnostics), language, outcomes)
    text = Text.assemble(*((piece.text, _STYLES[piece.role]) for piece in pieces))
    # A wrapped line would part the carets from what they mark.
    Console(stderr=err).print(text, soft_wrap=True, end="")

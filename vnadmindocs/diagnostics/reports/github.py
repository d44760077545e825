"""The report as workflow commands of GitHub Actions: annotations beside the lines of a change."""

from __future__ import annotations

from collections.abc import Sequence

from vnadmindocs.diagnostics.model import Diagnostic, Severity
from vnadmindocs.diagnostics.reports import words
from vnadmindocs.diagnostics.reports.outcome import Outcome
from vnadmindocs.diagnostics.reports.summary import summary
from vnadmindocs.locator import locator_in_words

_COMMANDS = {
    Severity.FATAL: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "notice",
}


def print_report(
    diagnostics: Sequence[Diagnostic], language: str, outcomes: Sequence[Outcome]
) -> str:
    """Print one command a finding, then the closing line for the log."""
    lines = [_command(finding, language) for finding in diagnostics]
    return "\n".join([*lines, summary(diagnostics, language, outcomes)]) + "\n"


def _command(finding: Diagnostic, language: str) -> str:
    place = finding.place
    properties = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "endColumn": place.end_column,
        "title": finding.code,
    }
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    sentences = [finding.message.in_language(language)]
    if not place.line and place.anchor:
        sentences[0] = f"{place.anchor}: {sentences[0]}"
    if finding.hint:
        sentences.append(
            f"{words.HINT.in_language(language)}: {finding.hint.in_language(language)}"
        )
    if finding.locator:
        clause = locator_in_words(finding.locator, language)
        sentences.append(f"{words.LOCATOR.in_language(language)}: {clause}")
    return f"::{_COMMANDS[finding.severity]} {given}::{_data(chr(10).join(sentences))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")

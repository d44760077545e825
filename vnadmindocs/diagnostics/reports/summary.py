"""The order of a report and its closing line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from vnadmindocs.diagnostics.model import Diagnostic, Severity
from vnadmindocs.diagnostics.reports import words
from vnadmindocs.diagnostics.reports.outcome import Outcome


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort findings by file, line, column and code; equal ones keep their order."""
    return tuple(
        sorted(diagnostics, key=lambda d: (d.place.file, d.place.line, d.place.column, d.code))
    )


def count_files(diagnostics: Iterable[Diagnostic], outcomes: Sequence[Outcome]) -> int:
    """Count the files looked at: those named by an outcome or by a finding."""
    named = {finding.place.file for finding in diagnostics if finding.place.file}
    return len(named | {outcome.file for outcome in outcomes}) or 1


def count_severities(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """Count findings by severity, worst first, zeros included."""
    found = Counter(finding.severity for finding in diagnostics)
    return {severity: found[severity] for severity in sorted(Severity, reverse=True)}


def summary(
    diagnostics: Sequence[Diagnostic], language: str = "vi", outcomes: Sequence[Outcome] = ()
) -> str:
    """Say in one line how many findings there are, such as «2 lỗi, 1 cảnh báo trong 1 tệp»."""
    files = count_files(diagnostics, outcomes)
    facts = {"files": files, "file_word": _plural("file", files)}
    counts = ", ".join(
        _counted(number, severity, language)
        for severity, number in count_severities(diagnostics).items()
        if number
    )
    if not counts:
        return words.NOTHING.in_language(language).format(**facts)
    return words.SUMMARY.in_language(language).format(counts=counts, **facts)


def _counted(number: int, severity: Severity, language: str) -> str:
    word = words.SEVERITIES[severity].in_language(language)
    return f"{number} {_plural(word, number) if language == 'en' else word}"


def _plural(word: str, number: int) -> str:
    return word if number == 1 else f"{word}s"

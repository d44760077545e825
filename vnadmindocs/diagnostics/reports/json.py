"""The report for programs, in both languages; keys are only ever added."""

from __future__ import annotations

import json
from collections.abc import Sequence

from vnadmindocs.diagnostics.model import Diagnostic, Place, Text
from vnadmindocs.diagnostics.reports.outcome import Outcome
from vnadmindocs.diagnostics.reports.summary import count_files, count_severities
from vnadmindocs.locator import locator_in_words

FORMAT_VERSION = 1  # goes up when a key changes its meaning or goes away


def print_report(
    diagnostics: Sequence[Diagnostic], language: str, outcomes: Sequence[Outcome]
) -> str:
    """Print findings and outcomes as one JSON object; ``language`` changes nothing."""
    counts = {
        severity.name.lower(): number for severity, number in count_severities(diagnostics).items()
    }
    document = {
        "version": FORMAT_VERSION,
        "summary": {**counts, "files": count_files(diagnostics, outcomes)},
        "findings": [finding_as_data(finding) for finding in diagnostics],
        "files": [
            {
                "file": outcome.file,
                "output": outcome.output or None,
                "others": list(outcome.others),
                "written": [
                    {"output": name, "conformance": claim or None}
                    for name, claim in outcome.written
                ],
                "face": outcome.face or None,
                "conformance": outcome.conformance or None,
                "refused": outcome.refused,
                "defaults": list(outcome.defaults),
                "left_out": list(outcome.left_out),
                "places": list(outcome.places),
            }
            for outcome in outcomes
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def finding_as_data(finding: Diagnostic) -> dict[str, object]:
    """Turn a finding into plain data; unknown lines and columns are null."""
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        **_place(finding.place),
        "message": _text(finding.message),
        "hint": _text(finding.hint) if finding.hint else None,
        "locator": _locator(finding.locator) if finding.locator else None,
        "related": [
            {**_place(related.place), "message": _text(related.message)}
            for related in finding.related
        ],
    }


def _place(place: Place) -> dict[str, object]:
    return {
        "file": place.file or None,
        "line": place.line or None,
        "column": place.column or None,
        "end_column": place.end_column or None,
        "anchor": place.anchor or None,
    }


def _text(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}


def _locator(shorthand: str) -> dict[str, str]:
    return {
        "short": shorthand,
        "vi": locator_in_words(shorthand, "vi"),
        "en": locator_in_words(shorthand, "en"),
    }

"""The report as SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import version
from urllib.parse import quote

from vnadmindocs.diagnostics.catalogue import Entry, entry
from vnadmindocs.diagnostics.model import Diagnostic, Place, Severity, Text
from vnadmindocs.diagnostics.reports.outcome import Outcome
from vnadmindocs.locator import locator_in_words

_LEVELS = {
    Severity.FATAL: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "note",
}


def print_report(
    diagnostics: Sequence[Diagnostic], language: str, outcomes: Sequence[Outcome]
) -> str:
    """Print one SARIF run; the sentence shown is in ``language``, properties hold both."""
    codes = sorted({finding.code for finding in diagnostics})
    run = {
        "tool": {
            "driver": {
                "name": "vnadmindocs",
                "version": version("vnadmindocs"),
                "rules": [_rule(code, language) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(outcome.file)}} for outcome in outcomes],
        "results": [
            _result(finding, codes.index(finding.code), language) for finding in diagnostics
        ],
    }
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, language: str) -> dict[str, object]:
    found = entry(code)
    if found is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": _shown(found.message, language),
        "help": {"text": _help(found, language)},
        "defaultConfiguration": {"level": _LEVELS[found.severity]},
        "properties": {
            "severity": found.severity.name.lower(),
            "help": {"vi": _help(found, "vi"), "en": _help(found, "en")},
        },
    }


def _help(found: Entry, language: str) -> str:
    paragraphs = [found.page.in_language(language)]
    if found.locator:
        paragraphs.append(locator_in_words(found.locator, language))
    return "\n\n".join(paragraphs)


def _result(finding: Diagnostic, rule: int, language: str) -> dict[str, object]:
    sentence = finding.message.in_language(language)
    if finding.hint:
        sentence += f"\n{finding.hint.in_language(language)}"
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": sentence},
        "locations": [_location(finding.place)],
        "properties": {
            "severity": finding.severity.name.lower(),
            "message": _both(finding.message),
            "hint": _both(finding.hint) if finding.hint else None,
        },
    }
    if finding.related:
        result["relatedLocations"] = [
            {**_location(related.place), "message": _shown(related.message, language)}
            for related in finding.related
        ]
    return result


def _location(place: Place) -> dict[str, object]:
    location: dict[str, object] = {}
    if place.file:
        physical: dict[str, object] = {"artifactLocation": {"uri": _uri(place.file)}}
        if place.line:
            region = {
                "startLine": place.line,
                "startColumn": place.column,
                "endColumn": place.end_column,
            }
            physical["region"] = {name: number for name, number in region.items() if number}
        location["physicalLocation"] = physical
    if place.anchor:
        location["logicalLocations"] = [{"fullyQualifiedName": place.anchor}]
    return location


def _uri(file: str) -> str:
    return quote(file.replace("\\", "/"))


def _shown(text: Text, language: str) -> dict[str, str]:
    return {"text": text.in_language(language)}


def _both(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}

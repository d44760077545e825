"""The fault records under tests/records/faults, and what each is expected to say."""

from __future__ import annotations

import json
from pathlib import Path

from vnadmindocs.diagnostics.model import Diagnostic
from vnadmindocs.record.reader import read

FAULTS = Path(__file__).parent.parent / "records" / "faults"


def records() -> list[Path]:
    """Name the fault records, in the order of their codes."""
    return sorted(FAULTS.glob("*.yaml"))


def expected_file(record: Path) -> Path:
    """Name the file that holds what a record is expected to say."""
    return record.with_suffix(".expected.json")


def findings(record: Path) -> list[dict[str, object]]:
    """Give what a record says, as data."""
    source = read(record.read_bytes(), record.name)
    return [as_data(finding) for finding in source.diagnostics]


def as_data(finding: Diagnostic) -> dict[str, object]:
    """Write a finding as plain data: code, place and the sentences in both languages."""
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "line": finding.place.line,
        "column": finding.place.column,
        "end_column": finding.place.end_column,
        "anchor": finding.place.anchor,
        "vi": finding.message.vi,
        "en": finding.message.en,
        "hint_vi": finding.hint.vi if finding.hint else "",
        "hint_en": finding.hint.en if finding.hint else "",
    }


def as_text(found: list[dict[str, object]]) -> str:
    """Write findings as the text of an expected file."""
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"

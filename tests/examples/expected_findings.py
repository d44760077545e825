"""The findings an example is expected to give, kept beside it as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from vnadmindocs.diagnostics import Diagnostic

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
RECORDS = tuple(sorted(EXAMPLES.glob("*.yaml")))
GOLDEN = Path(__file__).parent / "golden"

Finding = dict[str, Any]


def expected_path(record: Path) -> Path:
    """The file that lists what check finds in a record."""
    return record.with_suffix(".expected.json")


def facts_path(record: Path) -> Path:
    """The file that says what each paragraph of a rendered record looks like."""
    return GOLDEN / f"{record.stem}.facts.txt"


def findings(diagnostics: Iterable[Diagnostic]) -> list[Finding]:
    """What of a finding is held still: code, severity, place and the Vietnamese sentence."""
    return [
        {
            "code": diagnostic.code,
            "severity": diagnostic.severity.name.lower(),
            "file": Path(diagnostic.place.file).name,
            "line": diagnostic.place.line,
            "column": diagnostic.place.column,
            "message": diagnostic.message.vi,
        }
        for diagnostic in diagnostics
    ]


def read_expected(record: Path) -> list[Finding]:
    """The findings listed beside a record."""
    found: list[Finding] = json.loads(expected_path(record).read_text("utf-8"))
    return found


def write_expected(record: Path, found: list[Finding]) -> None:
    """List findings beside a record, one a block, in the order of the file."""
    text = json.dumps(found, ensure_ascii=False, indent=2)
    expected_path(record).write_text(f"{text}\n", "utf-8")

"""Complete records with faults, under tests/records/faults/whole, and what a check finds in them.

The records of ``fault_records`` are only read; these go through the whole check, rules and the
files they name included.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tests.record.fault_records import FAULTS, as_data
from vnadmindocs.api import check
from vnadmindocs.diagnostics import Diagnostic

WHOLE = FAULTS / "whole"
# A record of many faults is named so, one of a single finding by its code.
MANY = "all-"


def records() -> list[Path]:
    """Name the records, in the order of their codes."""
    return sorted(path for path in WHOLE.glob("*.yaml") if path.is_file())


def expected_file(record: Path) -> Path:
    """Name the file that holds what a check is expected to find."""
    return record.with_suffix(".expected.json")


def expected(record: Path) -> list[dict[str, object]]:
    """Give what a check is expected to find."""
    found: list[dict[str, object]] = json.loads(expected_file(record).read_text(encoding="utf-8"))
    return found


def findings(record: Path) -> list[dict[str, object]]:
    """Give what a check finds, as data."""
    return as_findings(check(record))


def as_findings(diagnostics: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """Write findings as data, each with the file it is in as seen from the records' folder."""
    return [{"file": _file(found), **as_data(found)} for found in diagnostics]


def _file(found: Diagnostic) -> str:
    path = Path(found.place.file)
    return path.relative_to(WHOLE).as_posix() if path.is_relative_to(WHOLE) else path.name

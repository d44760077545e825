"""Each fault record says exactly what stands beside it: code, place and both sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.record.fault_records import as_text, expected_file, findings, records

MANY = "YML000-many-at-once"


@pytest.mark.parametrize("record", records(), ids=lambda record: record.stem)
def test_a_fault_record_says_exactly_what_is_expected(record: Path) -> None:
    """This test shows that a fault is found at its place, with its repair, and nothing else."""
    assert as_text(findings(record)) == expected_file(record).read_text(encoding="utf-8")


@pytest.mark.parametrize("record", records(), ids=lambda record: record.stem)
def test_a_fault_record_gives_the_code_of_its_name(record: Path) -> None:
    """This test shows that every record of one fault gives that finding alone."""
    codes = {finding["code"] for finding in json.loads(expected_file(record).read_text("utf-8"))}
    assert record.stem == MANY or codes == {record.stem[:6]}

"""Each whole fault record gives exactly the findings that stand beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.record import fault_records
from tests.record.fault_records import as_text
from tests.record.whole_records import (
    MANY,
    WHOLE,
    as_findings,
    expected,
    expected_file,
    findings,
    records,
)
from vnadmindocs.api import load, render
from vnadmindocs.diagnostics.catalogue import families, family

ALL = pytest.mark.parametrize("record", records(), ids=lambda record: record.stem)
# A profile that cannot be read is reported twice: what is wrong in it, and where it is named.
PROFILE = "SCH035"
# Codes that no record can give alone, and where they are tried.
ELSEWHERE = {
    "OUT001": "tests/cli: a place that cannot be written",
    "OUT002": "tests/cli: new does not overwrite",
    "OUT003": "tests/cli: two records, one output",
    "OUT004": "tests/cli: a record is not overwritten",
    "OUT010": "tests/api: no such file",
    "OUT011": "tests/api: a folder",
    "OUT012": "tests/api: a file that may not be read",
    "SCH010": "the other place of SCH003, never a finding of its own",
    "SCH027": "tests/api: two spellings in a mapping given from Python",
    "SCH033": "tests/record/test_folder: a file over 50 MB is not kept in the tree",
    "SCH038": "tests/record/test_folder: a file that the system keeps",
    "YML001": "tests/record/test_hostile_input: a file over 10 MB",
    "YML004": "tests/record: a lone surrogate is no UTF-8 file",
}


@ALL
def test_a_record_has_exactly_the_findings_beside_it(record: Path) -> None:
    """This test shows that each fault is found at its place, with its repair, and nothing else."""
    assert as_text(findings(record)) == expected_file(record).read_text(encoding="utf-8")


@ALL
def test_a_record_gives_the_code_of_its_name(record: Path) -> None:
    """This test shows that a fault record has one kind of fault, unless it is one of many."""
    codes = {str(found["code"]) for found in expected(record)}
    if record.stem.startswith(MANY):
        assert len(codes) >= 6
    elif record.stem[:6] == PROFILE:
        assert PROFILE in codes
    else:
        assert codes - {PROFILE} == {record.stem[:6]}


@ALL
def test_a_place_names_what_is_meant(record: Path) -> None:
    """This test shows that every finding has a place inside its file."""
    for found in expected(record):
        line, column, end = found["line"], found["column"], found["end_column"]
        assert isinstance(line, int)
        assert isinstance(column, int)
        assert isinstance(end, int)
        text = (WHOLE / str(found["file"])).read_text(encoding="utf-8").splitlines()
        assert 1 <= line <= len(text)
        assert 1 <= column <= end <= len(text[line - 1]) + 1


@ALL
def test_a_record_with_faults_is_rendered_with_gaps_or_not_at_all(record: Path) -> None:
    """This test shows that force leaves out what cannot be read, says so, and never fails."""
    draft = load(record)
    fatal = any(found["severity"] == "fatal" for found in expected(record))
    assert (render(draft).data is None) == fatal
    forced = render(draft, force=True)
    assert forced.data is not None
    assert as_findings(forced.diagnostics) == expected(record)


def test_every_expected_file_has_its_record() -> None:
    """This test shows that no list of findings is left behind unused."""
    assert sorted(WHOLE.glob("*.expected.json")) == sorted(map(expected_file, records()))


def test_every_code_of_the_catalogue_has_a_fault_record() -> None:
    """This test shows that no finding is untried; the exceptions are named with the reason."""
    tried = {record.stem[:6] for record in (*records(), *fault_records.records())}
    codes = {code for name in families() for code in family(name) if name != "TPL"}
    assert sorted(codes - tried - set(ELSEWHERE)) == []
    assert sorted(set(ELSEWHERE) & tried) == []
    assert sorted(set(ELSEWHERE) - codes) == []

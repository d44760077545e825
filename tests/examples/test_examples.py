"""Every example is checked, rendered and looked at as a reader of the project will."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples.expected_findings import (
    EXAMPLES,
    RECORDS,
    expected_path,
    facts_path,
    findings,
    read_expected,
)
from tests.writers.inspection import facts, validation_errors
from vnadmindocs.api import check, render

EXAMPLE = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)


@EXAMPLE
def test_an_example_has_exactly_the_findings_listed_beside_it(record: Path) -> None:
    """This test shows that rules speak where a mistake is, and are silent elsewhere."""
    assert findings(check(record)) == read_expected(record)


@EXAMPLE
def test_an_example_renders_to_the_same_bytes_twice(record: Path) -> None:
    """This test shows that rendering depends on the record alone."""
    first, second = render(record), render(record)
    assert first.data is not None
    assert first.data == second.data


@EXAMPLE
def test_an_example_shows_the_facts_last_accepted(record: Path) -> None:
    """This test shows that no paragraph changes its words or its look unseen.

    Accept a wanted change with ``python -m tests.examples.accept`` and review it as a diff.
    """
    rendering = render(record)
    assert rendering.data is not None
    assert facts(rendering.data) == facts_path(record).read_text("utf-8").splitlines()


@EXAMPLE
def test_an_example_is_valid_open_xml(record: Path) -> None:
    """This test shows that Word opens the file without a word of repair."""
    rendering = render(record)
    assert rendering.data is not None
    assert validation_errors(rendering.data) == []


@pytest.mark.parametrize("file", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda file: file.stem)
def test_an_example_names_its_schema(file: Path) -> None:
    """This test shows that an editor completes and explains the keys of records and profiles."""
    first_line = file.read_text("utf-8").splitlines()[0]
    opening = "# yaml-language-server: $schema="
    assert first_line.startswith(opening)
    assert (file.parent / first_line.removeprefix(opening)).is_file()


def test_every_list_of_findings_has_its_example() -> None:
    """This test shows that no list of findings is left behind unused."""
    listed = sorted(RECORDS[0].parent.glob("*.expected.json"))
    assert listed == [expected_path(record) for record in RECORDS]

"""Small records, a feature each: nothing is found wrong, and just the right words are printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.comparison import Block, differences
from tests.corpus.printed import printed_blocks
from vnadmindocs.api import check, render
from vnadmindocs.diagnostics import Severity

GOOD = Path(__file__).parents[1] / "records" / "good"
RECORDS = sorted(GOOD.glob("*.yaml"))


def words_file(record: Path) -> Path:
    """The file beside a record that says what it prints."""
    return record.with_suffix(".words.txt")


def expected_blocks(text: str) -> list[Block]:
    """Read the words a record prints: ``== name`` begins a block, its lines follow."""
    blocks: list[Block] = []
    for line in text.splitlines():
        if line.startswith("== "):
            blocks.append(Block(line.removeprefix("== "), ()))
        elif line:
            last = blocks[-1]
            blocks[-1] = Block(last.name, (*last.lines, line))
    return blocks


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_nothing_above_a_hint_is_found_in_a_good_record(record: Path) -> None:
    """This test shows that a feature used as the format says raises no finding."""
    found = [each for each in check(record) if each.severity > Severity.HINT]
    assert [(each.code, each.place.line, each.message.vi) for each in found] == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_a_good_record_prints_its_words_and_no_other(record: Path) -> None:
    """This test shows that every word stands in its block in reading order."""
    rendering = render(record)
    assert rendering.data is not None, [each.message.vi for each in rendering.diagnostics]
    expected = expected_blocks(words_file(record).read_text("utf-8"))
    assert differences(expected, printed_blocks(rendering.data)) == []


def test_every_words_file_has_its_record() -> None:
    """This test shows that no list of words is left behind unused."""
    assert sorted(GOOD.glob("*.words.txt")) == [words_file(record) for record in RECORDS]

"""What refuses a document is found before it is made; all else when somebody reads it."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.lint.mutants import MUTANTS, good
from tests.record.test_whole_records import OF_PRINTING
from tests.record.whole_records import WHOLE, records
from vnadmindocs.api import check, load, render
from vnadmindocs.diagnostics import Severity
from vnadmindocs.diagnostics.catalogue import entry
from vnadmindocs.lint.rule import rules
from vnadmindocs.lint.runner import fatal_findings, findings
from vnadmindocs.rendering import findings as late

PICTURES = WHOLE / "hinh"
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
LETTER = EXAMPLES[0].parent / "cong-van-so-khcn-hai-phong.yaml"
RECORDS = pytest.mark.parametrize("record", [*records(), *EXAMPLES], ids=lambda each: each.stem)


def test_a_rule_says_of_itself_whether_it_refuses_what_the_catalogue_says() -> None:
    """This test shows that a render may look at the rules alone, and miss nothing fatal."""
    said = {each.code: each.fatal for each in rules()}
    known = {code: entry(code) for code in said}
    assert said == {
        code: found is not None and found.severity is Severity.FATAL
        for code, found in known.items()
    }


@pytest.mark.parametrize("code", sorted(MUTANTS))
def test_a_rule_gives_no_fatal_finding_but_its_own(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This test shows that what is fatal comes from the rules that say so."""
    monkeypatch.chdir(PICTURES)
    record = good()
    MUTANTS[code].change(record)
    draft = load(record)
    fatal = [each for each in findings(draft) if each.severity is Severity.FATAL]
    of_rules = [each for each in fatal if each not in draft.diagnostics]
    assert sorted(fatal_findings(draft), key=lambda each: each.place) == of_rules


@RECORDS
def test_a_document_is_refused_exactly_for_the_fatal_findings_read_later(record: Path) -> None:
    """This test shows that nothing that is found late would have kept the document back."""
    made = render(record)
    fatal = [each for each in made.diagnostics if each.severity is Severity.FATAL]
    assert (made.data is None) == bool(fatal)


@RECORDS
def test_findings_read_late_are_those_of_check(record: Path) -> None:
    """This test shows that it does not matter when they are read, nor what was made between."""
    made = [render(each, force=True) for each in (record, record)]
    render(LETTER)
    found = check(record)
    for each in made:
        assert tuple(one for one in each.diagnostics if one.code not in OF_PRINTING) == found


def test_rules_that_advise_do_not_run_until_findings_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """This test shows that a batch that wants files does not pay for advice."""
    asked: list[object] = []

    def counted(draft: object) -> tuple[()]:
        asked.append(draft)
        return ()

    monkeypatch.setattr(late, "findings", counted)
    made = render(LETTER)
    assert made.data is not None
    assert asked == []
    assert made.diagnostics == made.diagnostics == ()
    assert len(asked) == 1


def test_a_rendering_is_equal_whether_its_findings_were_read_or_not() -> None:
    """This test shows that reading them changes nothing that can be seen."""
    one, other = render(LETTER), render(LETTER)
    assert one.diagnostics
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one) == repr(other)


def test_a_rendering_that_nobody_read_goes_to_another_process() -> None:
    """This test shows that findings travel as what they are, not as the file they come from."""
    made = render(LETTER)
    assert pickle.loads(pickle.dumps(made)).diagnostics == made.diagnostics


def test_findings_are_the_same_when_many_threads_read_them() -> None:
    """This test shows that what rules keep of the last record is never another's."""
    made = [render(each) for each in EXAMPLES for _ in range(4)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda each: each.diagnostics, made))
    assert found == [check(each) for each in EXAMPLES for _ in range(4)]

"""Every rule of sense: registered once, explained, and provoked by its mutant alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lint.mutants import MUTANTS, Record, good
from vnadmindocs.api import check, load
from vnadmindocs.diagnostics import Diagnostic
from vnadmindocs.diagnostics.catalogue import entry
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import rule, rules
from vnadmindocs.lint.runner import findings
from vnadmindocs.record.document import Document
from vnadmindocs.terms import forms

PICTURES = Path(__file__).parents[1] / "records" / "faults" / "whole" / "hinh"
EACH = pytest.mark.parametrize("code", sorted(MUTANTS))


@pytest.fixture(autouse=True)
def _beside_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PICTURES)


def found_in(record: Record) -> list[tuple[str, str]]:
    """Give code and anchor of all that is found."""
    return [(each.code, each.place.anchor) for each in check(record)]


def test_a_good_record_has_no_findings() -> None:
    """This test shows that what a mutant brings is the mutant's."""
    assert found_in(good()) == []


def test_every_rule_has_a_mutant_and_a_page() -> None:
    """This test shows that no rule is untried or unexplained."""
    codes = [each.code for each in rules()]
    assert codes == sorted(MUTANTS)
    for each in rules():
        page = entry(each.code)
        assert page is not None
        assert page.page != page.message
        assert each.check.__doc__


def test_a_rule_needs_fields_that_exist() -> None:
    """This test shows that no rule waits for a field nobody can write."""
    own = {term.english for fields in forms().values() for term in fields}
    for each in rules():
        assert set(each.needs) <= set(Document.model_fields) | own


def test_a_code_has_one_rule() -> None:
    """This test shows that a second rule of a code is refused when it is imported."""

    def again(record: Document) -> Iterator[Fault]:
        yield Fault("APP001")

    with pytest.raises(ValueError, match="APP001"):
        rule("APP001", needs=())(again)


@EACH
def test_a_mutant_gives_its_finding_alone_at_its_place(code: str) -> None:
    """This test shows that a rule finds its fault, and no other rule speaks of it."""
    record = good()
    mutant = MUTANTS[code]
    mutant.change(record)
    assert found_in(record) == [(code, mutant.anchor)]


@pytest.mark.parametrize("code", sorted(code for code in MUTANTS if not MUTANTS[code].apart))
def test_a_rule_runs_in_attached_documents(code: str) -> None:
    """This test shows that an appendix is a record like the one it belongs to."""
    attached = good()
    mutant = MUTANTS[code]
    mutant.change(attached)
    record = good()
    record["appendices"] = [attached]
    within = f"/phụ lục/1{mutant.anchor}"
    assert found_in(record) == ([(mutant.instead or code, within)] if mutant.within else [])


@EACH
def test_a_rule_does_not_run_where_what_it_needs_could_not_be_read(code: str) -> None:
    """This test shows that an unreadable field gives one finding, not the guesses of rules."""
    needs = next(each.needs for each in rules() if each.code == code)
    for field in set(needs) & {"number", "tables", "recipients", "type", "signature"}:
        record = good()
        MUTANTS[code].change(record)
        record[field] = object()
        assert code not in {each[0] for each in found_in(record)}


@EACH
def test_a_rule_says_nothing_where_its_condition_does_not_hold(code: str) -> None:
    """This test shows that the condition only saves the asking, and takes no finding away."""
    record = good()
    MUTANTS[code].change(record)
    read = load(record).gapped
    assert read is not None
    for each in rules():
        if each.where is not None and not each.where(read):
            assert list(each.check(read)) == []


def test_a_condition_is_asked_once_for_all_rules_that_name_it() -> None:
    """This test shows that a letter without grounds pays for their rules once."""
    conditions = [each.where for each in rules() if each.where is not None]
    assert len(set(conditions)) < len(conditions) / 2


def test_findings_come_in_the_order_of_the_file() -> None:
    """This test shows that a clerk mends a file from its top to its end."""
    text = (
        "loại: thông báo\ncơ quan: như trên\nsố: năm\ntrích yếu: Về việc nghỉ lễ\n"
        "nội dung: |\n  1. a.\n  3. b.\nnơi nhận: |\n  A\n  Lưu: VT\nlưu: VT\n"
    )
    found = check(text)
    assert [(each.place.line, each.code) for each in found] == [
        (2, "ISS002"),
        (3, "NUM001"),
        (7, "BDY002"),
        (10, "REC002"),
    ]


def test_nothing_is_run_where_nothing_could_be_read() -> None:
    """This test shows that a file that is no record has the findings of reading alone."""
    draft = load("[\n")
    found: tuple[Diagnostic, ...] = findings(draft)
    assert found == tuple(sorted(draft.diagnostics, key=lambda each: (each.place, each.code)))

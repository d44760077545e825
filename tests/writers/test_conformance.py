"""The self-check of PDF files: silent on good files, and each rule finds its own fault."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.writers import conformance_font_mutants, conformance_tag_mutants
from tests.writers.conformance_mutants import MUTANTS
from tests.writers.conformance_samples import good_pdf, rewritten
from vnadmindocs.writers.pdf.conformance import check_pdf, rules
from vnadmindocs.writers.pdf.conformance.finders import finders

# They add theirs to MUTANTS.
assert conformance_font_mutants
assert conformance_tag_mutants


def _failed(data: bytes) -> dict[str, str]:
    return {check.key: check.detail for check in check_pdf(data) if not check.passed}


def test_a_good_file_passes_every_check() -> None:
    """This test shows that what typst writes as PDF/A-2a raises no alarm."""
    assert _failed(good_pdf()) == {}


def test_a_good_file_written_anew_by_pypdf_passes_every_check() -> None:
    """This test shows that a fault of the mutants below is theirs, not pypdf's."""
    assert _failed(rewritten()) == {}


def test_checks_come_in_the_order_of_the_list() -> None:
    """This test shows that each rule is looked at, once."""
    assert [check.rule for check in check_pdf(good_pdf())] == list(rules())


def test_every_rule_has_a_finder_and_every_finder_a_rule() -> None:
    """This test shows that the list says all that is looked at, and nothing else."""
    assert sorted(finders()) == sorted(rule.key for rule in rules())


def test_the_page_shows_the_list_as_it_is() -> None:
    """This test shows drift; after a change run ``python tools/make_pdf_checks.py``."""
    tool = Path(__file__).parents[2] / "tools" / "make_pdf_checks.py"
    run = subprocess.run(
        [sys.executable, str(tool), "--check"], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (0, "")


def test_every_rule_has_a_mutant() -> None:
    """This test shows that no rule is on the list that finds nothing."""
    assert sorted({rule for rule, _ in MUTANTS}) == sorted(rule.key for rule in rules())


@pytest.mark.parametrize(
    ("rule", "make"), MUTANTS, ids=[f"{place}-{rule}" for place, (rule, _) in enumerate(MUTANTS)]
)
def test_a_file_with_one_fault_fails_that_check_alone(rule: str, make: Callable[[], bytes]) -> None:
    """This test shows that a rule finds its fault, and that no other rule cries with it."""
    assert list(_failed(make())) == [rule]


@pytest.mark.parametrize("start", [0, 9, 900])
def test_a_file_cut_off_is_one_failed_check(start: int) -> None:
    """This test shows that nothing is claimed of a file that cannot be opened."""
    data = good_pdf()[:start]
    assert [(check.key, check.passed) for check in check_pdf(data)] == [("file.readable", False)]


@pytest.mark.parametrize("seed", range(30))
def test_a_damaged_file_is_judged_like_any_other(
    seed: int, capfd: pytest.CaptureFixture[str]
) -> None:
    """This test shows that damage anywhere is a failed check or none, and never stops the check."""
    chance = Random(seed)
    data = bytearray(good_pdf())
    for _ in range(20):
        data[chance.randrange(len(data))] = chance.randrange(256)
    checks = check_pdf(bytes(data))
    assert [check.rule for check in checks] in (
        list(rules()),
        [rule for rule in rules() if rule.key == "file.readable"],
    )
    assert capfd.readouterr() == ("", "")


def test_a_level_that_is_not_claimed_is_a_failed_check() -> None:
    """This test shows that PDF/A-2b, which promises no tags, is told from PDF/A-2a."""
    (check,) = [each for each in check_pdf(_level_b()) if not each.passed]
    assert (check.key, check.clause, check.detail) == (
        "metadata.identification",
        "ISO 19005-2, 6.6.4",
        "pdfaid:conformance B",
    )


def _level_b() -> bytes:
    return good_pdf().replace(b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<")

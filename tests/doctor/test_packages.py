"""Versions of the packages we stand on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.doctor.examined import said
from vnadmindocs.doctor import packages


def test_a_required_one_that_is_missing_is_wrong(without: Callable[..., None]) -> None:
    """Nothing works without it."""
    without(docxtpl=None, pypdf="5.9.0")
    check = packages.check_required()
    assert check.state == "wrong"
    assert [code for code, _ in said(check)] == ["OUT061", "OUT061"]
    assert said(check)[0][1].startswith("Gói «docxtpl»: chưa cài, cần ")
    assert said(check)[1][1] == "Gói «pypdf»: 5.9.0, cần >=6"


def test_typst_of_another_version_is_a_warning(without: Callable[..., None]) -> None:
    """Its lines may break elsewhere."""
    without(typst="0.16.1")
    check = next(packages.check_extras())
    assert (check.name, check.state) == ("extra-pdf", "warning")
    assert [each.facts["found"].vi for each in check.findings] == ["0.16.1"]  # type: ignore[attr-defined]


def test_openpyxl_is_missed_where_tables_come_from_workbooks(without: Callable[..., None]) -> None:
    """With what to install."""
    without(openpyxl=None)
    check = next(each for each in packages.check_extras() if each.name == "extra-xlsx")
    assert (check.state, check.found.vi) == ("note", "openpyxl chưa cài")
    assert [code for code, _ in said(check)] == ["OUT060"]


def test_extras_that_no_command_uses_are_not_missed(without: Callable[..., None]) -> None:
    """They are shown, and that is all."""
    without(distributed="2025.1")
    found = {check.name: (check.state, check.found.vi) for check in packages.check_extras()}
    assert found["extra-cluster"] == ("ok", "distributed 2025.1 (chưa lệnh nào dùng)")
    assert {"extra-all", "extra-dev"} & set(found) == set()


def test_a_program_that_is_not_installed_is_wrong(without: Callable[..., None]) -> None:
    """Its requirements are unknown then."""
    without(vnadmindocs=None)
    check = packages.check_program()
    assert (check.state, [code for code, _ in said(check)]) == ("wrong", ["OUT062"])


@pytest.mark.parametrize(
    ("version", "limits", "expected"),
    [
        ("0.15.2", "<0.16,>=0.15.2", True),
        ("0.15.1", "<0.16,>=0.15.2", False),
        ("0.16", "<0.16,>=0.15.2", False),
        ("0.16.0", "<0.16,>=0.15.2", False),
        ("0.9", ">=0.15", False),
        ("6", ">=6.0.0", True),
        ("2024.5.0rc1", ">=2024.5", True),
        ("1.0", "==1.0.0", True),
        ("1.1", "==1.0", False),
        ("1.1", "!=1.1", False),
        ("3", "", True),
    ],
)
def test_versions_are_compared_number_by_number(version: str, limits: str, expected: bool) -> None:
    """A number that is not there is zero."""
    assert packages.allowed(version, limits) is expected

"""Pages shared by the tests: every example and every good record, printed once a session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.pages.printing import Printed, print_records
from tests.pages.records import RECORDS
from vnadmindocs.api import Written
from vnadmindocs.law.norms import Norms, norms

Printer = Callable[[Mapping[str, Written]], Printed]


@pytest.fixture(scope="session")
def printer(tmp_path_factory: pytest.TempPathFactory) -> Printer:
    """Print many records by one call of LibreOffice."""
    profile: Path = tmp_path_factory.mktemp("profile")

    def printed(records: Mapping[str, Written]) -> Printed:
        return print_records(records, tmp_path_factory.mktemp("pages"), profile)

    return printed


@pytest.fixture(scope="session")
def printed_records(printer: Printer) -> Printed:
    """The pages of every example and every good record."""
    return printer({record.stem: record for record in RECORDS})


@pytest.fixture(scope="session")
def law() -> Norms:
    """The norms of the large size set."""
    return norms()

"""The examples of the manual pages, put to the test."""

import pytest

from vnadmindocs import check
from vnadmindocs.diagnostics.catalogue import entry, families, family

SHOWN = [code for name in families() for code, found in family(name).items() if found.wrong.strip()]


def _codes(record: str) -> set[str]:
    # As bytes: a text of one line would be a path.
    return {finding.code for finding in check(record.encode())}


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_record_of_a_page_is_found_and_the_right_one_is_not(code: str) -> None:
    """The manual cannot lie; other findings do not matter, the records are cut short."""
    found = entry(code)
    assert found is not None
    assert code in _codes(found.wrong)
    assert code not in _codes(found.right)

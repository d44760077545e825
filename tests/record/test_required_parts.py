"""What each of the 29 types asks for: without it, the part is named, and nothing else is found."""

from __future__ import annotations

from typing import Any

import pytest

from vnadmindocs.api import check, starting_record
from vnadmindocs.law.document_types import DocumentType
from vnadmindocs.record.reader import read
from vnadmindocs.record.type_summary import type_summaries
from vnadmindocs.terms import field_term


def _without(kind: DocumentType, part: str) -> dict[str, Any]:
    data = read(starting_record(kind.key), "").data
    assert data is not None
    return {name: value for name, value in data.items() if name != part}


CASES = [(each.kind, part) for each in type_summaries() for part in each.requires]


@pytest.mark.parametrize(("kind", "part"), CASES, ids=lambda each: getattr(each, "key", each))
def test_a_part_that_a_type_asks_for_is_named_when_it_is_missing(
    kind: DocumentType, part: str
) -> None:
    """This test shows SCH020 for what the decree asks of a type, BDY050 for what its form does."""
    (found,) = check(_without(kind, part))
    if part == "parties":
        # Without parties none of them signs either, and that is said first.
        assert found.code == "SIG041"
        return
    name = field_term(part).vietnamese
    expected = {
        "SCH020": f"Thiếu «{name}»",
        "BDY050": f"Chưa ghi «{name}» của {kind.name.vi}",
    }
    assert found.message.vi == expected[found.code]

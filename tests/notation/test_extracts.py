"""Parts of a body by their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from vnadmindocs.notation.body import parse_body
from vnadmindocs.notation.extracts import Parts
from vnadmindocs.notation.locators import read_locators

BODY = parse_body(
    "Mở đầu.\n"
    "Chương I\nQUY ĐỊNH CHUNG\n"
    "Điều 1. Phạm vi\n1. Một.\na) điểm;\nđoạn sau.\n2. Hai.\n"
    "Chương II\nTHI HÀNH\n"
    "Mục 1\nTRÁCH NHIỆM\n"
    "Điều 2. Phân công\n1. Ba.\n"
    "> “Điều 9. Trích dẫn.\n"
    "Điều 2a. Bổ sung\n"
)


def taken(place: str) -> list[str]:
    """Give label and words of each block of a part."""
    blocks, count = found(place)
    assert count == 1
    return [
        f"{each.label} {each.text}".strip() for n, each in enumerate(BODY.blocks) if n in blocks
    ]


def found(place: str) -> tuple[frozenset[int], int]:
    """Find a part by its place."""
    (chain,), end = read_locators(place)
    assert end == len(place)
    return Parts(BODY).find(tuple(reversed(chain)))


FIRST = ["Chương I", "Điều 1. Phạm vi", "1. Một.", "a) điểm;", "đoạn sau.", "2. Hai."]
SECOND = ["Chương II", "Mục 1", "Điều 2. Phân công", "1. Ba.", "“Điều 9. Trích dẫn."]


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        ("Chương I", FIRST),
        ("Điều 1", FIRST),
        ("khoản 2 Điều 1", [*FIRST[:2], FIRST[5]]),
        ("điểm a khoản 1 Điều 1", FIRST[:5]),
        ("Mục 1", [*SECOND, "Điều 2a. Bổ sung"]),
        ("Điều 2", SECOND),
        ("Điều 2a", [*SECOND[:2], "Điều 2a. Bổ sung"]),
    ],
)
def test_a_part_is_what_stands_under_its_label_and_what_heads_it(
    place: str, lines: list[str]
) -> None:
    """A paragraph belongs to what it follows, a quoted provision to what quotes it."""
    assert taken(place) == lines


@pytest.mark.parametrize(
    ("place", "count"), [("Điều 5", 0), ("khoản 3 Điều 1", 0), ("khoản 1", 2), ("Điều 9", 0)]
)
def test_how_many_parts_have_a_place_is_told(place: str, count: int) -> None:
    """None, or several where it does not say in which Điều; a quotation has none."""
    assert found(place)[1] == count


@given(some.lists(some.integers(1, 3), min_size=1, max_size=6))
def test_all_articles_together_are_the_whole_body(clauses: list[int]) -> None:
    """Nothing under an article is lost, and no article takes from another."""
    lines = []
    for number, count in enumerate(clauses, start=1):
        lines += [f"Điều {number}. Tên", *(f"{each}. Khoản." for each in range(1, count + 1))]
    body = parse_body("\n".join(lines))
    parts = Parts(body)
    seen: list[int] = []
    for number in range(1, len(clauses) + 1):
        (chain,), _ = read_locators(f"Điều {number}")
        blocks, count = parts.find(chain)
        assert count == 1
        seen += sorted(blocks)
    assert seen == list(range(len(body.blocks)))

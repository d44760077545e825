"""Looks and positions: facts of PL1·P1·II–V as data."""

from __future__ import annotations

import pytest

from vnadmindocs.law.looks import looks, positions
from vnadmindocs.law.norms import SIZE_SETS, norms
from vnadmindocs.layout.styles import styles
from vnadmindocs.locator import locator_in_words

# role: (case, bold, italic, align), from the table of Mục V and the prose of Mục II.
DECREE = {
    "national_name": ("upper", True, False, "center"),
    "national_motto": ("lower", True, False, "center"),
    "superior": ("upper", False, False, "center"),
    "issuer": ("upper", True, False, "center"),
    "number": ("lower", False, False, "center"),
    "place_date": ("lower", False, True, "center"),
    "type_name": ("upper", True, False, "center"),
    "subject": ("lower", True, False, "center"),
    "dispatch_subject": ("lower", False, False, "center"),
    "legal_basis": ("lower", False, True, "justify"),
    "part_title": ("upper", True, False, "center"),
    "section_number": ("lower", True, False, "center"),
    "article": ("lower", True, False, "justify"),
    "heading": ("upper", True, False, "justify"),
    "clause": ("lower", False, False, "justify"),
    "titled_clause": ("lower", True, False, "justify"),
    "point": ("lower", False, False, "justify"),
    "paragraph": ("lower", False, False, "justify"),
    "signature_authority": ("upper", True, False, "center"),
    "signature_name": ("name", True, False, "center"),
    "recipients_label": ("lower", True, True, "left"),
    "recipient": ("lower", False, False, "left"),
    "appendix_label": ("lower", True, False, "center"),
    "appendix_title": ("upper", True, False, "center"),
    "appendix_reference": ("lower", False, True, "center"),
    "urgency": ("upper", True, False, "center"),
    "page_number": ("lower", False, False, "center"),
}


@pytest.mark.parametrize("role", DECREE)
def test_an_element_looks_as_the_decree_says(role: str) -> None:
    """Case, weight, slope and alignment."""
    look = looks()[role]
    assert (look.case, look.bold, look.italic, look.align) == DECREE[role]


def test_every_element_with_a_size_in_the_decree_has_a_look() -> None:
    """Body text looks as its paragraphs do."""
    sized = {
        key.removesuffix(".size")
        for key, norm in norms().items()
        if key.endswith(".size") and norm.confidence in {"2", "1"}
    }
    assert sized - {"body"} <= set(looks())


def test_every_look_says_where_it_comes_from() -> None:
    """And why, where we had to read it out of the decree."""
    for look in looks().values():
        for language in ("vi", "en"):
            assert not look.locator or locator_in_words(look.locator, language)
        assert look.locator or look.confidence == "house"
        if look.confidence in {"house", "infer"}:
            assert look.reason


def test_the_diagram_has_all_its_boxes() -> None:
    """Nineteen boxes, and nine in the diagram of a copy, each inside the text width."""
    assert list(positions()) == [
        "1", "2", "3", "4", "5a", "5b", "6", "7a", "7b", "7c", "8", "9a", "9b", "10a", "10b",
        "11", "12", "13", "14", "S1", "S2", "S3", "S4", "S5a", "S5b", "S5c", "S6", "S7",
    ]  # fmt: skip
    for position in positions().values():
        left, right = position.across
        assert 0 <= left < right <= 1


def test_the_circulation_note_stands_inside_the_top_margin() -> None:
    """Box 11 of the diagram."""
    assert positions()["11"].row == "margin"


@pytest.mark.parametrize("size_set", SIZE_SETS)
def test_the_styles_that_are_printed_look_as_the_decree_says(size_set: str) -> None:
    """Styles take weight, slope, alignment and indent from the data."""
    printed = styles(norms(size_set))
    for role, look in looks().items():
        if role in printed:
            style = printed[role]
            assert (style.bold, style.italic) == (look.bold, look.italic), role
            assert look.align in {"", style.align}, role
            assert (style.first_indent_mm > 0) == look.body_indent, role

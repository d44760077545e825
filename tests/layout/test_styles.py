"""The look of every role comes from the norms and the words of the decree."""

from __future__ import annotations

import pytest

from vnadmindocs.law.norms import SIZE_SETS, norms
from vnadmindocs.layout.styles import ROLES, STYLE_NAMES, styles

BOLD = {
    "national_name", "national_motto", "issuer", "type_name", "subject", "issuing_authority",
    "decision_word", "part_number", "part_title", "section_number", "section_title", "article",
    "heading", "titled_clause", "table_head", "table_head_smaller", "table_head_least",
    "signature_authority", "signature_other_office",
    "signature_name", "recipients_label", "appendix_label", "appendix_title", "secrecy", "urgency",
    "circulation", "contents_title", "copy_form", "copy_issuer",
}  # fmt: skip
ITALIC = {
    "place_date", "legal_basis", "recipients_label", "appendix_reference", "signature_caption",
    "image_caption", "table_unit",
}  # fmt: skip


@pytest.mark.parametrize("size_set", SIZE_SETS)
def test_every_role_has_a_look_and_a_name_of_its_own(size_set: str) -> None:
    """Templates bind by the Vietnamese name, so no two roles share one."""
    made = styles(norms(size_set))
    assert tuple(made) == ROLES
    assert {style.name for style in made.values()} == set(STYLE_NAMES.values())
    assert len(set(STYLE_NAMES.values())) == len(ROLES)


def test_bold_and_italic_are_those_of_the_table_of_the_decree() -> None:
    """PL1·P1·V says which elements are bold and which italic."""
    made = styles(norms())
    assert {role for role in ROLES if made[role].bold} == BOLD
    assert {role for role in ROLES if made[role].italic} == ITALIC


@pytest.mark.parametrize("size_set", SIZE_SETS)
def test_a_size_set_is_allowed_by_its_own_norms(size_set: str) -> None:
    """The size of a role lies in the range of its norm."""
    values = norms(size_set)
    for role, style in styles(values).items():
        if f"{role}.size" in values:
            assert values[f"{role}.size"].allows(style.size_pt), role


def test_an_offices_own_rule_reaches_the_styles() -> None:
    """A narrowed norm gives another look; the norms of the decree keep theirs."""
    narrowed, faults = norms().narrowed({"body.line": 1.5, "body.size": 13})
    assert not faults
    assert (styles(narrowed)["paragraph"].line, styles(narrowed)["dash"].size_pt) == (1.5, 13)
    assert (styles(norms())["paragraph"].line, styles(norms())["dash"].size_pt) == (1.0, 14)


def test_styles_of_one_norms_object_are_made_once_and_the_store_stays_small() -> None:
    """Ten thousand records with rules of their own leave no more than a few sets behind."""
    assert styles(norms()) is styles(norms())
    for step in range(50):
        styles(norms().narrowed({"body.before": 6 + step})[0])
    assert styles(norms())["paragraph"].before_pt == 6


def test_body_text_is_justified_with_an_indent_and_space_above() -> None:
    """PL1·P1·II.6.e."""
    look = styles(norms())["paragraph"]
    assert (look.align, look.first_indent_mm, look.before_pt, look.line) == ("justify", 10, 6, 1)


def test_technical_paragraphs_take_one_point_and_rules_three() -> None:
    """The exact pitch of what carries no words."""
    made = styles(norms())
    assert (made["rule"].exact_pt, made["section_end"].exact_pt, made["cell_end"].exact_pt) == (
        3, 1, 1,
    )  # fmt: skip
    assert made["rule"].line is None

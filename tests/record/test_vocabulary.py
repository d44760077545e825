"""The vocabulary finds a name in every spelling and never mixes two names up."""

from __future__ import annotations

from collections import Counter

import pytest

from vnadmindocs.language.text import fold, without_accents
from vnadmindocs.record.vocabulary import homes, spellings, vocabulary
from vnadmindocs.terms import mappings


@pytest.mark.parametrize("mapping", mappings())
def test_no_two_names_of_one_mapping_fold_to_the_same_string(mapping: str) -> None:
    """This test shows that a spelling means one name only."""
    folded: Counter[str] = Counter()
    for term in vocabulary(mapping).terms:
        folded.update({fold(name) for name in spellings(term)})
    assert [name for name, count in folded.items() if count > 1] == []


def test_every_mapping_that_a_name_holds_exists() -> None:
    """This test shows that the glossary names no mapping that it does not declare."""
    held = {term.holds for terms in mappings().values() for term in terms if term.holds}
    assert held - set(mappings()) == set()


@pytest.mark.parametrize("mapping", mappings())
def test_every_spelling_finds_its_name(mapping: str) -> None:
    """This test shows that accents, case, spaces, underscores and hyphens do not matter."""
    names = vocabulary(mapping)
    for term in names.terms:
        for name in spellings(term):
            bare = without_accents(name)
            for written in (name, bare, name.upper(), bare.replace(" ", "_"), f" {name} "):
                assert names.find(written) == term
            assert names.find(bare.replace(" ", "-").replace("_", "-")) == term
            assert names.find(name.replace(" ", "\u00a0")) == term


def test_the_printed_label_and_the_variant_of_y_are_aliases() -> None:
    """This test shows that `V/v` and `kí hiệu` are read."""
    names = vocabulary("document")
    assert [names.find(key) for key in ("V/v", "kí hiệu")] == [
        names.by_english("subject"),
        names.by_english("symbol"),
    ]


def test_a_near_miss_is_suggested_and_a_stranger_is_not() -> None:
    """This test shows that a slip of the hand gets the name that was meant."""
    names = vocabulary("document")
    assert names.suggest("nơi nhậ") == names.by_english("recipients")
    assert names.suggest("kính gữii") == names.by_english("addressees")
    assert names.suggest("chú giải dài dòng") is None


def test_the_homes_of_a_name_are_the_mappings_that_know_it() -> None:
    """This test shows that a key is known where it has a meaning."""
    assert homes("kiểu") == ("data_field", "column")
    assert homes("không có") == ()

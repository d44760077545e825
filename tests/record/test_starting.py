"""A starting record of each type: silent under check, renders as it is, in one language."""

from __future__ import annotations

import re

import pytest

from vnadmindocs.api import check, load, render, starting_record
from vnadmindocs.language.text import fold
from vnadmindocs.law.document_types import DocumentType, document_types
from vnadmindocs.record.models import model_of
from vnadmindocs.terms import mappings, terms

each_type = pytest.mark.parametrize("kind", document_types(), ids=lambda kind: kind.key)
each_language = pytest.mark.parametrize("language", ["vi", "en"])


@each_type
@each_language
def test_a_starting_record_is_whole_and_nothing_is_found_in_it(
    kind: DocumentType, language: str
) -> None:
    """Nothing at all, not even a hint: a clerk starts from a good example."""
    text = starting_record(kind.key, language)
    assert [(each.code, each.place.line, each.message.vi) for each in check(text)] == []
    record = load(text).record
    assert type(record) is model_of(kind.key)
    assert record.type.key == kind.key


@each_type
def test_a_starting_record_renders_as_it_is(kind: DocumentType) -> None:
    """The same document in either language of the keys."""
    first = render(starting_record(kind.key, "vi")).data
    assert first is not None
    assert render(starting_record(kind.key, "en")).data == first


@each_type
@each_language
def test_the_keys_of_a_starting_record_are_in_one_language(
    kind: DocumentType, language: str
) -> None:
    """In the spelling that is offered, which is the one to learn."""
    source = load(starting_record(kind.key, language)).source
    assert source is not None
    assert source.spelling == language
    offered = {
        each.english if language == "en" else each.vietnamese
        for names in mappings().values()
        for each in names
    }
    lines = [
        line
        for line in starting_record(kind.key, language).splitlines()
        if not line.lstrip().startswith("#")
    ]
    written = {line.split(":")[0].strip(" -") for line in lines if re.match(r"[a-zđ_À-ỹ ]+:", line)}
    assert written <= offered


@each_language
def test_every_part_of_a_starting_record_is_explained(language: str) -> None:
    """A comment says what stands there, in the language asked for."""
    text = starting_record("dispatch", language)
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert len(comments) > 8
    written = fold(" ".join(comments))
    assert ("kiem_tra" in written) is (language == "vi")
    assert ("check:" in written) is (language == "en")


@each_language
def test_a_starting_record_says_how_an_editor_can_help(language: str) -> None:
    """It names no schema file: there is none beside it until one is asked for."""
    text = starting_record("decision", language)
    assert not re.search(r"^#\s*yaml-language-server", text, re.MULTILINE)
    assert "#   vnadmindocs schema " in text


@each_language
@pytest.mark.parametrize("key", ["notice", "minutes", "contract"])
def test_every_field_of_a_document_is_named(key: str, language: str) -> None:
    """Those the record does not use are listed under it, with what they hold."""
    text = starting_record(key, language)
    for each in terms({"notice": "document"}.get(key, key)):
        name = each.english if language == "en" else each.vietnamese
        assert re.search(rf"^(?:#   )?{name}:", text, re.MULTILINE), name


def test_a_type_that_needs_addressees_has_them() -> None:
    """Those without them have no such line."""
    assert "\nkính gửi: |\n" in starting_record("submission")
    assert "\nkính gửi: |\n" not in starting_record("notice")
    assert "\nsố: /TTr-SNV\n" in starting_record("submission")

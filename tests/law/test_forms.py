"""The lines of forms of their own: sound data, each with words and a field."""

from __future__ import annotations

import re

import pytest

from vnadmindocs.law.document_types import document_types
from vnadmindocs.law.forms import FormLine, forms
from vnadmindocs.law.wording import wordings
from vnadmindocs.locator import locator_in_words
from vnadmindocs.record.models import form_model
from vnadmindocs.terms import forms as form_terms

LINES = [line for lines in forms().values() for line in lines]
EACH = pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.form}.{line.name}")


def test_every_form_has_types_lines_and_fields() -> None:
    """Of law, glossary and types none knows a form the others do not."""
    named = {kind.fields for kind in document_types() if kind.fields}
    assert set(forms()) == named
    assert named <= set(form_terms())


@EACH
def test_a_line_has_words_and_a_place_in_the_decree(line: FormLine) -> None:
    """Its parties are worded one by one."""
    assert line.kind == "parties" or f"{line.form}.{line.name}" in wordings()
    assert locator_in_words(line.locator, "vi")


@EACH
def test_a_line_that_is_no_words_alone_has_a_field(line: FormLine) -> None:
    """The one that says whether it is printed, and every one its words name."""
    fields = form_model(line.form).model_fields
    if line.kind != "words":
        assert line.of in fields
    made = {"issuer", "date", "type", "Parties", "meeting", "Meeting"}
    if line.kind != "parties":
        assert set(line.names) - made <= set(fields)


@EACH
def test_what_a_body_may_say_instead_is_a_pattern(line: FormLine) -> None:
    """In small letters, as the body is compared."""
    for words in line.asked:
        assert re.compile(words)
        assert words == words.lower()


def test_a_label_ends_where_its_field_begins() -> None:
    """Nothing is printed behind the words of a person."""
    assert [
        line.name
        for line in LINES
        if line.kind in ("label", "list") and not (line.words.endswith("}"))
    ] == []

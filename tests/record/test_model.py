"""Models: frozen, strict about names, equal when their fields are."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from vnadmindocs import Agency, Decision, Dispatch, InvalidRecordError
from vnadmindocs.record.document import Document

BASE: dict[str, Any] = {
    "type": "quyết định",
    "agency": "SỞ A",
    "subject": "Về a",
    "body": "Điều 1. Cho.",
}


def test_fields_are_those_of_the_base_first_and_in_the_order_they_are_read() -> None:
    """A subclass keeps the place of a field it names again."""
    assert list(Decision.model_fields)[:4] == ["type", "agency", "title", "label"]
    assert list(Document.model_fields) == [
        name for name in Decision.model_fields if name in Document.model_fields
    ]


def test_a_field_must_be_written_when_it_has_no_default() -> None:
    """Else its default is its value, a mapping of its own."""
    assert Document.model_fields["agency"].is_required()
    assert not Document.model_fields["number"].is_required()
    assert Agency().units == {}
    assert Agency().units is not Agency().units


def test_nothing_can_be_assigned_or_deleted() -> None:
    """A record is a value."""
    record: Any = Decision(**BASE)
    with pytest.raises(FrozenInstanceError, match="subject"):
        record.subject = "khác"
    with pytest.raises(FrozenInstanceError, match="subject"):
        del record.subject


def test_models_are_equal_when_class_and_fields_are() -> None:
    """Also after a copy or a pickle."""
    record = Decision(**BASE)
    assert record == Decision(**BASE)
    assert record != Decision(**{**BASE, "subject": "khác"})
    assert record != Dispatch(**{**BASE, "type": "công văn", "addressees": "A"})
    for again in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
        assert again == record


def test_a_copy_has_other_values_and_leaves_the_first_as_it_was() -> None:
    """They are not read again."""
    record = Decision(**BASE)
    assert record.model_copy(update={"subject": "khác"}).subject == "khác"
    assert record.subject == "Về a"


def test_a_model_is_shown_with_its_fields() -> None:
    """As it would be written in Python."""
    assert repr(Agency(header="SỞ A")).startswith("Agency(header='SỞ A', full_name=None, ")


def test_every_wrong_field_is_told_at_once() -> None:
    """Wrong, missing and unknown, each with its place."""
    with pytest.raises(InvalidRecordError) as caught:
        Document(type="quyết định", body="a", date="31/4/2026", nonsense="b")
    assert str(caught.value).split("\n  ") == [
        "no Document can be made of this:",
        "agency: missing",
        "date: DAT001: «31/4/2026» is not in the calendar",
        "nonsense: no such field",
    ]

"""Fields that only some types of document have, as the schemas need them.

A schema of a type has those of its form; the general schema has those of every form, and an
attached document may have any, whatever its type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vnadmindocs.record.contract import Contract
from vnadmindocs.record.copy import Copy
from vnadmindocs.record.fields import RecordModel
from vnadmindocs.record.introduction import Introduction
from vnadmindocs.record.invitation import Invitation
from vnadmindocs.record.leave_permit import LeavePermit
from vnadmindocs.record.minutes import Minutes
from vnadmindocs.record.model import ModelField
from vnadmindocs.record.public_letter import PublicLetter
from vnadmindocs.record.schema_names import any_spelling
from vnadmindocs.terms import Term, forms, terms

# The model of each form that has fields of its own.
_FORMS: Mapping[str, type[RecordModel]] = {
    model.vocabulary: model
    for model in (Contract, Copy, Introduction, Invitation, LeavePermit, Minutes, PublicLetter)
}


def named_terms(name: str, *, of_any_form: bool) -> list[tuple[str, Term]]:
    """Give the terms of a mapping, each with the mapping that defines it.

    Args:
        name: the mapping.
        of_any_form: add the fields of every form.
    """
    shared = {each.english for each in terms("document")} if name in forms() else set()
    found = [("document" if each.english in shared else name, each) for each in terms(name)]
    if of_any_form:
        seen = {each.english for _, each in found}
        for form, own in forms().items():
            found += [(form, each) for each in own if each.english not in seen]
            seen |= {each.english for each in own}
    return found


def field_of(model: type[RecordModel], home: str, term: Term) -> ModelField | None:
    """Give the field of a term: of the model, or of the form that defines it."""
    found = model.model_fields.get(term.english)
    return found or (_FORMS[home].model_fields.get(term.english) if home in _FORMS else None)


def form_fields(form: str) -> Iterator[tuple[Term, ModelField]]:
    """Yield the fields that only documents of a form have."""
    for each in forms()[form]:
        yield each, _FORMS[form].model_fields[each.english]


def any_form_field() -> dict[str, Any]:
    """Let fields of any form stand in an attached document, whose type an editor does not ask."""
    names = [
        name
        for own in forms().values()
        for each in own
        for name in (each.vietnamese, each.english, *each.aliases)
    ]
    return {any_spelling(names): {}}

"""Which model reads which type of document."""

from __future__ import annotations

from vnadmindocs.record.decision import Decision
from vnadmindocs.record.dispatch import Dispatch
from vnadmindocs.record.document import Document
from vnadmindocs.record.plan import Plan
from vnadmindocs.record.typed_document import TypedDocument

_OWN: dict[str, type[Document]] = {"decision": Decision, "plan": Plan, "dispatch": Dispatch}


def model_of(type_key: str) -> type[Document]:
    """Give the model of a type by its English key."""
    return _OWN.get(type_key, TypedDocument)

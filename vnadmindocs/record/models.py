"""Which model reads which type of document."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from vnadmindocs.record.decision import Decision
from vnadmindocs.record.dispatch import Dispatch
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.plan import Plan
from vnadmindocs.record.typed_document import TypedDocument

_OWN: dict[str, type[Document]] = {"decision": Decision, "plan": Plan, "dispatch": Dispatch}
# Models of forms with fields of their own, imported when one is written: a letter needs none.
_FORMS = {
    "invitation": ("invitation", "Invitation"),
    "introduction": ("introduction", "Introduction"),
    "leave_permit": ("leave_permit", "LeavePermit"),
    "minutes": ("minutes", "Minutes"),
    "contract": ("contract", "Contract"),
    "memorandum": ("contract", "Memorandum"),
    "agreement": ("contract", "Agreement"),
    "public_letter": ("public_letter", "PublicLetter"),
    "copy": ("copy", "Copy"),
    "full_copy": ("copy", "Copy"),
    "recopy": ("copy", "Copy"),
    "extract": ("copy", "Copy"),
}


def model_of(type_key: str) -> type[Document]:
    """Give the model of a type, or of a form of copy, by its English key."""
    if type_key in _FORMS:
        return _form(type_key)
    return _OWN.get(type_key, TypedDocument)


@cache
def attached_model_of(type_key: str) -> type[Appendix]:
    """Give the model of an attached document of a type: a draft contract has its parties too."""
    if type_key not in _FORMS:
        return Appendix
    form = _form(type_key)
    return type(f"Attached{form.__name__}", (form, Appendix), {"__doc__": Appendix.__doc__})


def form_model(fields: str) -> type[Document]:
    """Give the model that reads the fields of a form, by the name of its mapping."""
    return _form(fields)


def _form(type_key: str) -> type[Document]:
    module, name = _FORMS[type_key]
    found: type[Document] = getattr(import_module(f"vnadmindocs.record.{module}"), name)
    return found

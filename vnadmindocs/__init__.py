"""From a short YAML record to an official Vietnamese administrative document.

    >>> from vnadmindocs import load, check, render
    >>> render("thu.yaml").write("thu.docx")  # doctest: +SKIP

Names are imported when first used, so that a command that needs little loads little.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vnadmindocs.api import check, load, render, render_all
    from vnadmindocs.batch import RenderedRows, RowRendering, check_rows, render_rows
    from vnadmindocs.diagnostics import Diagnostic, Place, Severity
    from vnadmindocs.language.money_words import money_words, read_money_words
    from vnadmindocs.language.number_words import number_words, read_number_words
    from vnadmindocs.notation.date import PartialDate
    from vnadmindocs.record.citation import Citation
    from vnadmindocs.record.contract import Agreement, Contract, Memorandum, Party
    from vnadmindocs.record.decision import Decision
    from vnadmindocs.record.dispatch import Dispatch
    from vnadmindocs.record.document import Appendix, Document
    from vnadmindocs.record.draft import Draft
    from vnadmindocs.record.fields import State
    from vnadmindocs.record.images import Image
    from vnadmindocs.record.introduction import Introduction
    from vnadmindocs.record.invitation import Invitation
    from vnadmindocs.record.issuer import Agency, Signer
    from vnadmindocs.record.leave_permit import LeavePermit
    from vnadmindocs.record.minutes import Minutes
    from vnadmindocs.record.model import InvalidRecordError
    from vnadmindocs.record.plan import Plan
    from vnadmindocs.record.public_letter import PublicLetter
    from vnadmindocs.record.signature import Signature
    from vnadmindocs.record.tables import Column, Table
    from vnadmindocs.record.typed_document import TypedDocument
    from vnadmindocs.record.writing import to_yaml
    from vnadmindocs.rendering import File, Rendering

__version__ = "0.1.0"

_HOMES = {
    "Agency": "record.issuer",
    "Agreement": "record.contract",
    "Appendix": "record.document",
    "Citation": "record.citation",
    "Column": "record.tables",
    "Contract": "record.contract",
    "Decision": "record.decision",
    "Diagnostic": "diagnostics",
    "Dispatch": "record.dispatch",
    "Document": "record.document",
    "Draft": "record.draft",
    "File": "rendering",
    "Image": "record.images",
    "Introduction": "record.introduction",
    "InvalidRecordError": "record.model",
    "Invitation": "record.invitation",
    "LeavePermit": "record.leave_permit",
    "Memorandum": "record.contract",
    "Minutes": "record.minutes",
    "PartialDate": "notation.date",
    "Party": "record.contract",
    "Place": "diagnostics",
    "Plan": "record.plan",
    "PublicLetter": "record.public_letter",
    "RenderedRows": "batch",
    "Rendering": "rendering",
    "RowRendering": "batch",
    "Severity": "diagnostics",
    "Signature": "record.signature",
    "Signer": "record.issuer",
    "State": "record.fields",
    "Table": "record.tables",
    "TypedDocument": "record.typed_document",
    "check": "api",
    "check_rows": "batch",
    "load": "api",
    "money_words": "language.money_words",
    "number_words": "language.number_words",
    "read_money_words": "language.money_words",
    "read_number_words": "language.number_words",
    "render": "api",
    "render_all": "api",
    "render_rows": "batch",
    "to_yaml": "record.writing",
}

__all__ = [
    "Agency",
    "Agreement",
    "Appendix",
    "Citation",
    "Column",
    "Contract",
    "Decision",
    "Diagnostic",
    "Dispatch",
    "Document",
    "Draft",
    "File",
    "Image",
    "Introduction",
    "InvalidRecordError",
    "Invitation",
    "LeavePermit",
    "Memorandum",
    "Minutes",
    "PartialDate",
    "Party",
    "Place",
    "Plan",
    "PublicLetter",
    "RenderedRows",
    "Rendering",
    "RowRendering",
    "Severity",
    "Signature",
    "Signer",
    "State",
    "Table",
    "TypedDocument",
    "check",
    "check_rows",
    "load",
    "money_words",
    "number_words",
    "read_money_words",
    "read_number_words",
    "render",
    "render_all",
    "render_rows",
    "to_yaml",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

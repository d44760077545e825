"""Rules about the head of a document: what is written for it and would not be printed."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.field_name import field_name
from vnadmindocs.lint.rule import rule
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.document_type import APPENDIX
from vnadmindocs.record.fields import State

_HEAD = ("number", "symbol", "place", "date", "urgency", "due", "secrecy")
_DISPATCH_BOX = "5b"


@rule("ISS003", needs=("type", "agency"), fatal=True)
def head_is_not_printed(record: Document) -> Iterator[Fault]:
    """Find parts of the head in a document without one: they would be lost."""
    headless = record.agency is State.OMITTED
    if not headless and not (isinstance(record, Appendix) and record.agency is None):
        return
    law = record.type.law
    under_number = law is not None and law.subject_box == _DISPATCH_BOX
    for name in (*_HEAD, "subject") if under_number and headless else _HEAD:
        written = getattr(record, name)
        if written is not None and not isinstance(written, State):
            yield Fault("ISS003", facts={"field": field_name(name)}, path=(name,), of_key=True)


@rule("APP004", needs=("type",))
def only_an_appendix_prints_it(record: Document) -> Iterator[Fault]:
    """Find the label or the reference line of an appendix in a document that is none."""
    attached = isinstance(record, Appendix)
    if record.type == APPENDIX:
        return
    for name in ("label",) if attached else ("label", "reference"):
        if isinstance(getattr(record, name), str):
            yield Fault("APP004", facts={"field": field_name(name)}, path=(name,), of_key=True)

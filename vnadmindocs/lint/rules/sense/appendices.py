"""Rules about appendices and attached documents."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.field_name import field_name
from vnadmindocs.lint.rule import rule
from vnadmindocs.record.attached_file import AttachedFile
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.document_type import APPENDIX
from vnadmindocs.record.fields import State

# What one file has once: the main document decides it for all its appendices.
_OF_THE_WHOLE = ("issue", "size_set", "template", "number_reading")
# What is printed on pages of ours alone.
_ON_OUR_PAGES = (
    "agency",
    "number",
    "symbol",
    "place",
    "date",
    "urgency",
    "due",
    "secrecy",
    "circulation",
    "addressees",
    "issuing_authority",
    "legal_bases",
    "proposal",
    "footnotes",
    "tables",
    "images",
    "recipients",
    "archive",
    "signature",
    "orientation",
    "contents",
    "drafter",
    "copies",
    "contact",
)


@rule("APP001", needs=("body", "file"), fatal=True)
def appendix_is_empty(record: Document) -> Iterator[Fault]:
    """Find an appendix that has neither a body nor a file, nor fields that say what it has."""
    if isinstance(record, Appendix) and record.body is None and record.file is None:
        law = record.type.law
        if law is None or law.body_required or not getattr(record, "is_worded", False):
            yield Fault("APP001")


@rule("APP002", needs=("body", "file"), fatal=True)
def appendix_has_body_and_file(record: Document) -> Iterator[Fault]:
    """Find an appendix that has both a body and a file: one of them would be lost."""
    file = record.file
    if isinstance(record, Appendix) and record.body is not None and isinstance(file, AttachedFile):
        yield Fault("APP002", facts={"found": file.written}, path=("file",))


@rule("APP005", needs=("title", "label"))
def title_beside_a_label(record: Document) -> Iterator[Fault]:
    """Find a printed name beside the label of an appendix: one of them would be lost."""
    if record.type == APPENDIX and record.label is not None and isinstance(record.title, str):
        yield Fault("APP005", facts={"found": record.title}, path=("title",), of_key=True)


@rule("APP006", needs=_OF_THE_WHOLE)
def only_the_main_document_decides_it(record: Document) -> Iterator[Fault]:
    """Find fields of an appendix that do nothing there."""
    if not isinstance(record, Appendix):
        return
    for name in _OF_THE_WHOLE:
        written = getattr(record, name)
        if written is not None and not isinstance(written, State):
            yield Fault("APP006", facts={"field": field_name(name)}, path=(name,), of_key=True)


@rule("APP024", needs=("body", "file", "stamp"))
def pages_of_a_file_stay_as_they_are(record: Document) -> Iterator[Fault]:
    """Find what is written beside a file and is printed nowhere."""
    if not isinstance(record, Appendix) or not isinstance(record.file, AttachedFile):
        return
    if record.body is not None:
        return  # which of the two it is has to be said first
    stamped = isinstance(record.stamp, str)
    for name in (*_ON_OUR_PAGES, *(() if stamped else ("reference",))):
        written = getattr(record, name)
        if written and not isinstance(written, State):
            yield Fault("APP024", facts={"field": field_name(name)}, path=(name,), of_key=True)


@rule("APP025", needs=("file", "stamp"))
def nothing_to_stamp(record: Document) -> Iterator[Fault]:
    """Find a stamp that is asked for where there is no file to put it on."""
    if record.file is None and isinstance(record.stamp, str):
        yield Fault("APP025", path=("stamp",), of_key=True)


@rule("APP026", needs=("file",), fatal=True)
def only_an_appendix_is_a_file(record: Document) -> Iterator[Fault]:
    """Find a file in the main document, which is never one itself."""
    if not isinstance(record, Appendix) and isinstance(record.file, AttachedFile):
        yield Fault("APP026", facts={"found": record.file.written}, path=("file",))

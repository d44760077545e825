"""Rules about appendices and attached documents."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.field_name import field_name
from vnadmindocs.lint.rule import rule
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.document_type import APPENDIX
from vnadmindocs.record.fields import State

# What one file has once: the main document decides it for all its appendices.
_OF_THE_WHOLE = ("issue", "size_set", "template")


@rule("APP001", needs=("body", "file"))
def appendix_is_empty(record: Document) -> Iterator[Fault]:
    """Find an appendix that has neither a body nor a file."""
    if isinstance(record, Appendix) and record.body is None and record.file is None:
        yield Fault("APP001")


@rule("APP002", needs=("body", "file"))
def appendix_has_body_and_file(record: Document) -> Iterator[Fault]:
    """Find an appendix that has both a body and a file: one of them would be lost."""
    if isinstance(record, Appendix) and record.body is not None and isinstance(record.file, str):
        yield Fault("APP002", facts={"found": record.file}, path=("file",))


@rule("APP003", needs=("body", "file"))
def file_cannot_be_joined(record: Document) -> Iterator[Fault]:
    """Refuse a PDF appendix: a Word file cannot carry it as it is."""
    chosen = not isinstance(record, Appendix) or record.body is None
    if chosen and isinstance(record.file, str):
        yield Fault("APP003", facts={"found": record.file}, path=("file",))


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

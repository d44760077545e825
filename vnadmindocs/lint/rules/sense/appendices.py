"""Rules about appendices and attached documents."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import rule
from vnadmindocs.record.document import Appendix, Document


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

"""Rules about Nơi nhận and Lưu."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.recipients import Recipients
from vnadmindocs.record.document import Document


@rule("REC002", needs=("recipients", "archive"))
def archive_written_twice(record: Document) -> Iterator[Fault]:
    """Find an archive line in the list of a record that also has the field «lưu»."""
    if not isinstance(record.recipients, Recipients) or record.archive is None:
        return
    line = record.recipients.archive_line
    if line is not None:
        yield Fault("REC002", line=line.line, facts={"found": line.words}, path=("recipients",))

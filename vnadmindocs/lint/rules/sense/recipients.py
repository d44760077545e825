"""Rules about Nơi nhận and Lưu."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import closest, fold
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.recipients import Recipients
from vnadmindocs.record.document import Document
from vnadmindocs.record.fields import nearest


@rule("REC002", needs=("recipients", "archive"))
def archive_written_twice(record: Document) -> Iterator[Fault]:
    """Find a filing line in the list of a record that also has the field «lưu»."""
    if not isinstance(record.recipients, Recipients) or record.archive is None:
        return
    line = record.recipients.archive_line
    if line is not None:
        yield Fault("REC002", line=line.line, facts={"found": line.words}, path=("recipients",))


@rule("REC005", needs=("agency", "recipients"))
def named_list_is_unknown(record: Document) -> Iterator[Fault]:
    """Find a «@tên» that no profile of the record's bodies gives as a list."""
    if not isinstance(record.recipients, Recipients):
        return
    issuers = record.agency if isinstance(record.agency, tuple) else ()
    if any(issuer.same for issuer in issuers):
        return
    names = [name for issuer in issuers for name in issuer.agency.recipient_lists]
    known = {fold(name) for name in names}
    for one in record.recipients.every:
        name = one.list_name
        if name is not None and fold(name) not in known:
            facts = {"found": one.words, "near": nearest(closest(name, names))}
            yield Fault("REC005", line=one.line, facts=facts, path=("recipients",))

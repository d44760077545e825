"""Rules about the issuing body."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import rule
from vnadmindocs.record.document import Appendix, Document


@rule("ISS002", needs=("agency",), fatal=True)
def same_as_nothing(record: Document) -> Iterator[Fault]:
    """Find «như trên» in a document that has no document above it."""
    if isinstance(record, Appendix) or not isinstance(record.agency, tuple):
        return
    for index, issuer in enumerate(record.agency):
        if issuer.same:
            yield Fault("ISS002", path=("agency", index))

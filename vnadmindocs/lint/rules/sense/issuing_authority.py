"""Rules about the authority line above the grounds."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import rule
from vnadmindocs.record.document import Document
from vnadmindocs.record.issuing_authority import derived_authority


@rule("ISS001", needs=("type", "agency", "signature", "issuing_authority"))
def authority_cannot_be_had(record: Document) -> Iterator[Fault]:
    """Ask for the authority line where neither profile nor signature gives it."""
    kind = record.type.law
    if kind is None or not kind.issuing_authority or record.issuing_authority is not None:
        return
    if derived_authority(record) is None:
        yield Fault("ISS001", facts={"type": kind.name})

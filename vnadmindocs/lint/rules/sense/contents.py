"""The rule about tables of contents."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.contents import listed
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document


@rule("BDY043", needs=("body", "contents"))
def nothing_to_list(record: Document) -> Iterator[Fault]:
    """Find a table of contents that is asked for where the body has nothing it lists."""
    body = record.body
    if (
        isinstance(record.contents, str)
        and isinstance(body, RecordBody)
        and not listed(body.body.blocks)
    ):
        yield Fault("BDY043", path=("contents",), of_key=True)

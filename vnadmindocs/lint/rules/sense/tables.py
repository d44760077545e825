"""Rules about tables."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import rule
from vnadmindocs.lint.stretches import tables_of
from vnadmindocs.record.document import Document


@rule("TAB028", needs=("body", "tables"), fatal=True)
def table_is_empty(record: Document) -> Iterator[Fault]:
    """Find a table that has neither columns nor rows nor data: nothing would be printed of it."""
    for path, table in tables_of(record):
        if not table.headings and not table.grid.rows:
            yield Fault("TAB028", path=path, of_key=True)

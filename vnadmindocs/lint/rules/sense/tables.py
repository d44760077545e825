"""Rules about tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import rule
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document
from vnadmindocs.record.tables import Table


@rule("TAB028", needs=("body", "tables"), fatal=True)
def table_is_empty(record: Document) -> Iterator[Fault]:
    """Find a table that has neither columns nor rows nor data: nothing would be printed of it."""
    for path, table in _tables(record):
        if not table.headings and not table.grid.rows:
            yield Fault("TAB028", path=path, of_key=True)


def _tables(record: Document) -> Iterator[tuple[tuple[str | int, ...], Table]]:
    body = record.body
    if isinstance(body, RecordBody):
        for name, table in body.tables.items():
            yield ("body", *body.homes.get(name, ()), "table"), table
    if isinstance(record.tables, Mapping):
        for name, table in record.tables.items():
            if isinstance(table, Table):
                yield ("tables", name), table

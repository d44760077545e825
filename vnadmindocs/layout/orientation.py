"""How the page of an appendix lies when it does not say: across where its tables need that.

An appendix or a list of tables is laid across when one of them does not fit upright in the usual
size (docs/readings/wide-tables.md). One that has articles, headings or clauses is text, and stays
as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnadmindocs.law.attached_texts import is_list_name
from vnadmindocs.layout.footnote_numbers import FootnoteNumbers
from vnadmindocs.layout.inline import InlineWriter
from vnadmindocs.layout.sheet import Sheet
from vnadmindocs.layout.table_sizes import content_of, fits_in_usual_size
from vnadmindocs.layout.tables import Measured, table_cells
from vnadmindocs.notation.block import BlockKind
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import APPENDIX
from vnadmindocs.record.tables import Table

_BESIDE_TABLES = (
    BlockKind.TABLE,
    BlockKind.IMAGE,
    BlockKind.PAGE_BREAK,
    BlockKind.PARAGRAPH,
    BlockKind.DASH,
    BlockKind.SUBDASH,
)


def lies_across(record: Document, upright: Sheet, measured: Measured) -> bool:
    """Tell whether an appendix that does not say so is laid across.

    Args:
        record: the appendix, or a list that is attached.
        upright: the sheet it has when it stands.
        measured: takes what was found out about each table.
    """
    is_list = record.type == APPENDIX or is_list_name(record.type.words)
    if record.orientation is not None or not is_list:
        return False
    body = record.body
    if not isinstance(body, RecordBody):
        return False
    if any(block.kind not in _BESIDE_TABLES for block in body.body.blocks):
        return False
    footnotes = record.footnotes if isinstance(record.footnotes, Mapping) else {}
    # The numbers that notes get here are forgotten: they count from the first one in the text.
    notes = {**footnotes, **body.body.footnotes}
    inline = InlineWriter(FootnoteNumbers(), "", notes)
    across = False
    for table in _tables(record, body):
        cells = table_cells(table, inline)
        content = content_of(upright, table, cells.every, cells.count)
        # Notes are numbered where the text calls them, so cells that call some are made anew.
        measured[id(table)] = (None if table.footnote_references else cells, content)
        across |= not fits_in_usual_size(upright, table, upright.width_mm, content)
    return across


def _tables(record: Document, body: RecordBody) -> Iterator[Table]:
    named = record.tables if isinstance(record.tables, Mapping) else {}
    for block in body.body.blocks:
        if block.kind is BlockKind.TABLE:
            table = body.tables.get(block.name, named.get(block.name))
            if isinstance(table, Table):
                yield table

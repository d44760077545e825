"""A table where the body places it: the gap above, the line of its unit, the table itself."""

from __future__ import annotations

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.inline import InlineWriter
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Block, NarrowColumn, Paragraph, Run, Table
from vnadmindocs.layout.tables import table_cells, table_layout
from vnadmindocs.record.tables import Table as RecordTable

_GAP = Paragraph("table_gap", ((),))


def table_blocks(
    context: PartContext,
    table: RecordTable,
    name: str,
    path: tuple[str | int, ...],
    inline: InlineWriter,
) -> list[Block]:
    """Lay out a table and what stands with it; columns without room for their words are noted.

    Args:
        context: the part.
        table: the table as the record declares it.
        name: the name the body places it by.
        path: its field path in the part.
        inline: turns typed cells into runs.
    """
    width = context.sheet.width_mm
    cells, content = context.measured.get(id(table), (None, None))
    if cells is None:
        cells = table_cells(table, inline)
    words = _total_in_words(context, table) if table.in_words is not None else ""
    laid_out, fitting = table_layout(context.sheet, table, name, width, cells, content, words)
    names = table.head.names
    for index in fitting.narrow:
        context.narrow.append(
            NarrowColumn(
                (*_steps(context.path), *path),
                index + 1,
                " ".join(names[index].split()) if index < len(names) else "",
                fitting.widths_mm[index],
                fitting.least_mm[index],
            )
        )
    unit = [_unit(table.unit, laid_out, width)] if isinstance(table.unit, str) else []
    return [_GAP, *unit, laid_out]


def _steps(path: str) -> tuple[str | int, ...]:
    """Give the steps to a part: ``appendices``, 0."""
    steps = path.split("/") if path else []
    return tuple(int(step) if step.isdigit() else step for step in steps)


def _unit(unit: str, table: Table, width: float) -> Paragraph:
    """Print the unit at the right end of the table, which stands in the middle of the text."""
    beside = (width - sum(table.columns_mm)) / 2
    words = wording("table.unit").format(unit=unit)
    return Paragraph("table_unit", ((Run(words),),), right_mm=beside if beside > 0.1 else None)


def _total_in_words(context: PartContext, table: RecordTable) -> str:
    """Give the line that says the total of a table in words, chosen as the document reads them."""
    # Few tables have one.
    from vnadmindocs.language.number_words import OF_THE_STATE, Wording
    from vnadmindocs.record.table_total import words_line

    chosen = context.main.number_reading
    return words_line(table, chosen if isinstance(chosen, Wording) else OF_THE_STATE)

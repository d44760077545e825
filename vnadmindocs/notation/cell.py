r"""A cell typed in the record: the grammar of the body, without what needs the width of a page.

``{giữa} Cộng``, ``\- là chữ``. A line that opens with ``>`` says «more than», not a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from functools import lru_cache

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.notation.block import BlockKind, Body
from vnadmindocs.notation.body import parse_body
from vnadmindocs.notation.body_marks import (
    MARK_WORDS,
    MISSPELT_MARK,
    NO_NAME,
    UNKNOWN_MARK,
    MarkKind,
)
from vnadmindocs.notation.table import TableRows
from vnadmindocs.pattern import pattern

PLACED_IN_CELL = "TAB029"

_MARKED = pattern(r"^[{\\]", re.MULTILINE)
_PLAIN_HEAD = pattern(r"^(?=>|\[\^)", re.MULTILINE)
_PARAGRAPH = f"{{{MARK_WORDS[MarkKind.PARAGRAPH]}}} "
# What is wrong with the marks of a cell; numbers in cells follow no sequence of the body.
_OF_MARKS = frozenset((UNKNOWN_MARK, NO_NAME, MISSPELT_MARK))
_PLACED = {
    BlockKind.TABLE: MarkKind.TABLE,
    BlockKind.IMAGE: MarkKind.IMAGE,
    BlockKind.PAGE_BREAK: MarkKind.PAGE_BREAK,
}


def is_marked(text: str) -> bool:
    """Tell whether a line of the cell opens with a mark or a backslash."""
    return _MARKED.search(text) is not None


@lru_cache(maxsize=1024)
def cell_body(text: str) -> Body:
    """Read the blocks of a marked cell; its faults are those of the marks alone."""
    body = parse_body(_PLAIN_HEAD.sub(_PARAGRAPH, text))
    faults = [fault for fault in body.faults if fault.code in _OF_MARKS]
    for block in body.blocks:
        kind = _PLACED.get(block.kind)
        if kind is not None:
            word = MARK_WORDS[kind]
            written = f"{{{word}: {block.name}}}" if block.name else f"{{{word}}}"
            facts = {"found": written}
            faults.append(Fault(PLACED_IN_CELL, block.line, block.column, len(written), facts))
    faults.sort(key=lambda fault: (fault.line, fault.column))
    return Body(body.blocks, faults=tuple(faults))


def cell_faults(rows: TableRows, literal: Container[int] = ()) -> Iterator[Fault]:
    """Give what is wrong with the marks of cells, placed as the faults of the rows are.

    Args:
        rows: the grid.
        literal: columns whose cells have no marks.
    """
    for row in rows.rows:
        for cell in row:
            if "{" not in cell.text or cell.column in literal or not is_marked(cell.text):
                continue
            lines = cell.text.split("\n")
            for fault in cell_body(cell.text).faults:
                above = "".join(f"{line}\\n" for line in lines[: fault.line])
                before = above + lines[fault.line][: fault.column]
                # A bar was written with a backslash before it.
                column = cell.place + len(before) + before.count("|")
                if not rows.listed:
                    yield replace(fault, line=cell.line, column=column)
                    continue
                path = (cell.line, cell.column)
                if fault.line:  # its line break is written in one of two ways: the cell is meant
                    yield Fault(fault.code, facts=fault.facts, path=path)
                else:
                    yield replace(fault, line=0, column=column, path=path)

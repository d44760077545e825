"""The cell a declared figure stands in: its table, row and column, found by their words.

A record and the words of a declaration -> the value of one cell, or a fault that says which of
them names none, or several. Words are compared as a reader would: label and words exactly, then
their beginning, then a part of them; the first of these that fits decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.numerals import to_roman
from vnadmindocs.language.text import fold
from vnadmindocs.law.wording import wording
from vnadmindocs.notation.block import BlockKind
from vnadmindocs.notation.cell_value import CellValue
from vnadmindocs.notation.date import PartialDate, parse_date
from vnadmindocs.notation.figure import VIETNAMESE, Figure, parse_figure
from vnadmindocs.notation.inline import parse_inline, plain_text
from vnadmindocs.notation.table import GridCell
from vnadmindocs.notation.value_reference import references
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.column import Column
from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import APPENDIX
from vnadmindocs.record.fields import State
from vnadmindocs.record.figure_link import FigureLink
from vnadmindocs.record.figure_rows import RowTree
from vnadmindocs.record.tables import Table
from vnadmindocs.values import dataclass

NOT_THERE = "FIG004"
SEVERAL = "FIG005"
EMPTY = "FIG006"
WAITING = "FIG011"

_SHOWN = 6  # names in a sentence
_LONGEST = 60

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that was found: its value, and where it stands in words."""

    value: CellValue
    where: Text


@dataclass(frozen=True, slots=True)
class _Placed:
    """A table and the part of the record it stands in.

    Attributes:
        name: under which it is declared; "" for one that stands in a body.
        number: which of its part it is, from 1.
        labels: what its appendix is called; empty for the main document.
        part: its appendix in a sentence; "" for the main document.
    """

    table: Table
    name: str
    number: int
    labels: tuple[str, ...]
    part: str


def find_cell(record: Document, link: FigureLink) -> Cell:
    """Find the value a declared figure stands for.

    Raises:
        UnreadableError: FIG004 no such table, row or column; FIG005 several; FIG006 an empty cell;
            FIG011 a cell that itself refers to a figure.
    """
    given = link.asked("value")
    if given is not None:
        return Cell(_value(given, None, False), Text("giá trị đã khai", "the declared value"))
    placed = _table(record, link)
    table = placed.table
    rows = table.grid.rows
    column = _column(table, link.asked("column") or "")
    row = _row(table, rows, link)
    cell = _covering(rows, row, column)
    columns = _columns_of(table)
    declared = columns[column] if column < len(columns) else None
    words = _words(table, cell, column)
    where = _where(placed, _row_name(table, rows[row]), _names_of(table)[column], (row, column))
    if not words:
        raise UnreadableError(Fault(EMPTY, facts={"where": where}))
    if cell is not None and not table.literal and references(cell.text):
        raise UnreadableError(Fault(WAITING, facts={"where": where, "found": words}))
    return Cell(_value(words, declared, _dashes(table, declared), _unit(table, declared)), where)


def _unit(table: Table, column: Column | None) -> str:
    """Give the unit of the figures of a column: its own, else that of the table."""
    if column is None:
        return ""
    if isinstance(column.unit, str):
        return column.unit
    return table.unit if column.is_number and isinstance(table.unit, str) else ""


def _dashes(table: Table, column: Column | None) -> bool:
    own = column.zero if column is not None else None
    return (own if isinstance(own, str) else table.zero) == "dash"


def _value(words: str, column: Column | None, dashes: bool, unit: str = "") -> CellValue:
    number = date = None
    kind = column.kind if column is not None else None
    # What the tool printed is in the Vietnamese writing; what stands as typed may be read two ways.
    figure = parse_figure(words, VIETNAMESE if kind is not None and kind != "text" else None)
    if isinstance(figure, Figure) and kind not in ("date", "ordinal"):
        number = figure.value
        unit = unit or ("%" if figure.percent else "")
    elif words == "-" and dashes:
        number = Decimal(0)
    else:
        date = _date(words)
    return CellValue(words, number, date, unit, kind == "money")


def _date(words: str) -> PartialDate | None:
    try:
        return parse_date(words) if not words.isdigit() else None
    except UnreadableError:
        return None


# Tables


def _table(record: Document, link: FigureLink) -> _Placed:
    tables = list(_tables(record, (), ""))
    # Left empty, it is the one appendix there is.
    appendix = "" if link.appendix is State.GAP else link.asked("appendix")
    if appendix is not None:
        tables = _chosen(
            "appendix",
            appendix,
            [each for each in tables if each.labels],
            lambda each: each.labels,
            several=True,
        )
    name = link.asked("table")
    if name is not None:
        return _chosen("table", name, tables, lambda each: (each.name, str(each.number)))[0]
    # Without a name the one there is, of the main document before those of appendices.
    if appendix is None:
        tables = [each for each in tables if not each.labels] or tables
    if len(tables) > 1:
        raise _fault(SEVERAL, "table", "", [_table_name(each) for each in tables])
    if not tables:
        raise _fault(NOT_THERE, "table", "", [])
    return tables[0]


def _tables(record: Document, labels: tuple[str, ...], part: str) -> Iterator[_Placed]:
    """Give the tables of a record and of its appendices, in the order they are printed."""
    body = record.body
    declared = record.tables if isinstance(record.tables, Mapping) else {}
    standing = body.tables if isinstance(body, RecordBody) else {}
    blocks = body.body.blocks if isinstance(body, RecordBody) else ()
    order = [block.name for block in blocks if block.kind is BlockKind.TABLE]
    order += [name for name in declared if name not in order]
    found = [
        (name, table)
        for name in dict.fromkeys(order)
        if isinstance(table := standing.get(name) or declared.get(name), Table)
    ]
    for number, (name, table) in enumerate(found, start=1):
        yield _Placed(table, "" if name in standing else name, number, labels, part)
    appendices = record.appendices if isinstance(record.appendices, tuple) else ()
    alone = sum(each.type == APPENDIX for each in appendices) == 1
    counted = 0
    for index, appendix in enumerate(appendices, start=1):
        written = [
            " ".join(each.split())
            for each in (appendix.label, appendix.title, appendix.subject)
            if isinstance(each, str)
        ]
        numbers = [str(index)]
        title = next(iter(written), str(index))
        if appendix.type == APPENDIX and appendix.label is None:
            counted += 1
            numbers = [to_roman(counted), str(counted)]
            title = wording("appendix") if alone else f"{wording('appendix')} {numbers[0]}"
        yield from _tables(appendix, (*written, *numbers), title)


def _table_name(placed: _Placed) -> str:
    return placed.name or str(placed.number)


# Columns and rows


def _columns_of(table: Table) -> list[Column]:
    return [leaf.column for leaf in table.leaves]


def _names_of(table: Table) -> list[str]:
    names = list(table.head.names)
    return names + [""] * (table.grid.columns - len(names))


def _full_names(table: Table, names: Sequence[str]) -> list[str]:
    """Give each name with those over it: ``Năm 2026 > Chi``."""
    full = list(names)
    for index, leaf in enumerate(table.leaves[: len(full)]):
        over = [each.name for each in leaf.above if isinstance(each.name, str)]
        full[index] = " > ".join((*over, full[index]))
    return full


def _column(table: Table, asked: str) -> int:
    names = _names_of(table)
    full = _full_names(table, names)
    headed = [(index, name, full[index]) for index, name in enumerate(names) if name]
    if not headed and asked.isdigit() and 0 < int(asked) <= len(names):
        return int(asked) - 1
    return _chosen("column", asked, headed, lambda each: each[1:])[0][0]


def _row(table: Table, rows: Sequence[Sequence[GridCell]], link: FigureLink) -> int:
    at: Sequence[int] = range(len(rows))
    columns = _columns_of(table)
    asked = link.asked("group")
    if asked is not None:
        tree = RowTree.of(table, rows)
        groups = [(row, _row_words(table, rows[row], columns)) for row in at if row in tree.groups]
        group = _chosen("group", asked, groups, lambda each: each[1])[0][0]
        at = [row for row in at if _stands_in(tree.parents, row, group)]
    named = [(row, _row_words(table, rows[row], columns)) for row in at]
    return _chosen("row", link.asked("row") or "", named, lambda each: each[1])[0][0]


def _stands_in(parents: Sequence[int | None], row: int, group: int) -> bool:
    parent = parents[row] if row < len(parents) else None
    while parent is not None and parent != group:
        parent = parents[parent]
    return parent == group


def _row_words(table: Table, row: Sequence[GridCell], columns: Sequence[Column]) -> tuple[str, ...]:
    """Give what a row is called by: its label, and its words that are no figures."""
    found = []
    for cell in row:
        column = columns[cell.column] if cell.column < len(columns) else None
        if column is not None and column.is_number and cell.columns == 1:
            continue
        words = _words(table, cell, cell.column)
        figure = isinstance(parse_figure(words, VIETNAMESE), Figure)
        if words and (not figure or not cell.column):
            found.append(words)
    return tuple(found)


def _row_name(table: Table, row: Sequence[GridCell]) -> str:
    words = _row_words(table, row, _columns_of(table))
    return max(words, key=len, default="")


def _words(table: Table, cell: GridCell | None, column: int) -> str:
    if cell is None:
        return ""
    text = cell.text if _is_literal(table, column) else plain_text(parse_inline(cell.text))
    return " ".join(text.split())


def _is_literal(table: Table, column: int) -> bool:
    return table.literal or (column in table.literal_columns)


def _covering(rows: Sequence[Sequence[GridCell]], row: int, column: int) -> GridCell | None:
    for at in range(row, -1, -1):
        for cell in rows[at]:
            if cell.column <= column < cell.column + cell.columns and at + cell.rows > row:
                return cell
    return None


# Words


def _chosen(
    field: str,
    asked: str,
    items: Sequence[Item],
    names: Callable[[Item], Sequence[str]],
    *,
    several: bool = False,
) -> list[Item]:
    """Find the item with these words; the only one there is where no words are given."""
    wanted = _folded(asked)
    found = list(items) if not wanted else []
    for fits in (_is, _begins, _has):
        found = found or [
            item for item in items if any(fits(_folded(name), wanted) for name in names(item))
        ]
    shown = [max(names(item), key=len, default="") for item in (found or items)]
    if not found:
        raise _fault(NOT_THERE, field, asked, shown)
    if len(found) > 1 and not (several and len({tuple(names(each)) for each in found}) == 1):
        raise _fault(SEVERAL, field, asked, shown)
    return found


def _is(name: str, wanted: str) -> bool:
    return name == wanted


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(f"{wanted}_")


def _has(name: str, wanted: str) -> bool:
    return f"_{wanted}_" in f"_{name}_"


def _folded(words: str) -> str:
    """Fold words, marks between and after them left out: ``1.`` is ``1``."""
    return "_".join(fold(words).replace(".", " ").replace(",", " ").replace(":", " ").split())


def _fault(code: str, field: str, asked: str, names: Sequence[str]) -> UnreadableError:
    listed = ", ".join(f"«{_short(each)}»" for each in names[:_SHOWN] if each)
    more = ", …" if len(names) > _SHOWN else ""
    kind = _KINDS[field]
    asked = f" «{asked}»" if asked else ""
    what = Text(f"{kind.vi}{asked}", f"{kind.en}{asked}")
    facts = {"what": what, "names": f"{listed}{more}" or Text("(không có)", "(none)")}
    return UnreadableError(Fault(code, facts=facts, path=(field,)))


def _short(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


_KINDS = {
    "table": Text("bảng", "table"),
    "appendix": Text("phụ lục có bảng", "appendix with a table"),
    "group": Text("hàng nhóm", "group row"),
    "row": Text("hàng", "row"),
    "column": Text("cột", "column"),
}


def _where(placed: _Placed, row: str, column: str, at: tuple[int, int]) -> Text:
    """Say where a cell stands."""
    row = _short(row) or str(at[0] + 1)
    column = _short(column) or str(at[1] + 1)
    part = f"{placed.part}, " if placed.part else ""
    return Text(f"{part}hàng «{row}», cột «{column}»", f"{part}row «{row}», column «{column}»")

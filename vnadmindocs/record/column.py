"""Cột: what stands in a column of a table, how it is written and what it adds up.

A column may hold columns: it is then a name over theirs, and what is declared for it holds for
each of them that says nothing of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, ClassVar

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.text import fold
from vnadmindocs.notation.table import split_cells
from vnadmindocs.pattern import pattern
from vnadmindocs.record.fields import (
    Line,
    Lines,
    Reads,
    RecordModel,
    State,
    TextInput,
    TextsInput,
    choice_reader,
    in_context,
    line_of,
    nested,
    read_items,
    text_of,
    texts_of,
)
from vnadmindocs.record.images import read_millimetres
from vnadmindocs.values import dataclass

#: Kinds whose cells are numbers.
NUMBERS = frozenset({"integer", "number", "money", "percent"})
_MOST_DECIMALS = 10
_SHARE = pattern(r"(\d{1,3}(?:[.,]\d+)?) ?(%|phần|phan|parts?)", re.IGNORECASE)
_AUTOMATIC = frozenset({"tu_dong", "automatic", "auto"})
# What columns have from the one that holds them, where they do not say it themselves.
_INHERITED = ("kind", "decimals", "number_writing", "zero", "summed", "align", "wrap")


def yes_or_no(mapping: str, field: str) -> Reads:
    """Make the reader of a choice in which «không» is an answer."""
    read = choice_reader(mapping, field)

    def answer(value: Any) -> Any:
        if value is None or value is State.GAP or value == "":
            return None
        return "no" if value is State.OMITTED else read(value)

    return Reads(answer, TextInput, keeps_states=False)


def choice(mapping: str, field: str) -> Reads:
    """Make the reader of a closed choice."""
    return Reads(choice_reader(mapping, field), TextInput)


def _read_names(value: object) -> tuple[str, ...]:
    """Read names split by bars, or a list of them."""
    if isinstance(value, str):
        lines = text_of(value).split("\n")
        return tuple(name for line in lines for name in split_cells(line) if name)
    return tuple(text for text, _ in texts_of(value))


Names = Annotated[tuple[str, ...] | State | None, Reads(_read_names, TextsInput)]


def _read_decimals(value: object) -> int:
    written = str(value) if isinstance(value, int) else line_of(value)
    if not written.isdecimal() or int(written) > _MOST_DECIMALS:
        raise UnreadableError(Fault("TAB053", facts={"found": written, "most": _MOST_DECIMALS}))
    return int(written)


@dataclass(frozen=True, slots=True)
class Share:
    """A width that depends on others: ``2 phần`` of what is left over, ``20%`` of the table.

    Attributes:
        value: how many parts, or how many percent.
        percent: it is of the whole width; else of the room that other columns leave.
        written: as it stands in the record.
    """

    value: float
    percent: bool
    written: str


def _read_width(value: object) -> float | Share | None:
    if isinstance(value, Share):
        return value
    written = line_of(value) if isinstance(value, str) else str(value)
    if fold(written) in _AUTOMATIC:
        return None
    share = _SHARE.fullmatch(written)
    if share is not None and (amount := float(share[1].replace(",", "."))) > 0:
        return Share(amount, share[2] == "%", written)
    try:
        return read_millimetres(value)
    except UnreadableError as error:
        raise UnreadableError(Fault("TAB070", facts={"found": written})) from error


def read_columns(value: object, context: object) -> tuple[Column, ...]:
    """Read columns: names in one line split by bars, a name a line, or a list of declarations.

    Raises:
        UnreadableError: every fault of every column.
    """
    if isinstance(value, str):
        lines = [line for line in text_of(value).split("\n") if line.strip()]
        if len(lines) == 1:
            return tuple(Column(name=name.replace("\\n", "\n")) for name in split_cells(lines[0]))
        return tuple(Column(name=line.strip().removeprefix("- ")) for line in lines)
    if not isinstance(value, list | tuple):
        return (nested(Column, value, context),)
    return read_items(value, lambda each: _read_column(each, context))


def _read_column(value: object, context: object) -> Column:
    if isinstance(value, Mapping | Column):
        return nested(Column, value, context)
    return Column(name=text_of(value))


class Column(RecordModel):
    """A column of a table.

    Attributes:
        columns: the columns under its name; None for a column that holds cells.
        width: in mm, or a share; None leaves it to layout.
        numbering: how the rows of a column of counters are counted; None prints what is written.
        wrap: ``no`` keeps every line of a cell whole.
        kind: None is ``text``.
        decimals: how many are printed; None prints those that are written.
        number_writing, zero: None takes that of the table.
        total_of: names of the columns that it adds up, row by row.
        share_of: name of the column that it gives the shares of.
        summed: ``no`` keeps it from being added up from row to row.
    """

    vocabulary: ClassVar[str] = "column"

    name: Lines = None
    kind: Annotated[str | State | None, choice("column", "kind")] = None
    unit: Line = None
    decimals: Annotated[int | State | None, Reads(_read_decimals, TextInput)] = None
    number_writing: Annotated[str | State | None, choice("column", "number_writing")] = None
    zero: Annotated[str | State | None, choice("column", "zero")] = None
    total_of: Names = None
    share_of: Line = None
    summed: Annotated[str | None, yes_or_no("column", "summed")] = None
    columns: Annotated[
        tuple[Column, ...] | State | None,
        in_context(read_columns, TextInput | list[TextInput | Column]),
    ] = None
    width: Annotated[float | Share | State | None, Reads(_read_width, TextInput)] = None
    align: Annotated[str | State | None, choice("column", "align")] = None
    wrap: Annotated[str | None, yes_or_no("column", "wrap")] = None
    numbering: Annotated[str | State | None, choice("column", "numbering")] = None

    @property
    def heading(self) -> str:
        """The printed name, with the unit under it in brackets where there is one."""
        name = self.name if isinstance(self.name, str) else ""
        unit = f"({self.unit})" if isinstance(self.unit, str) else ""
        return "\n".join(part for part in (name, unit) if part)

    @property
    def is_number(self) -> bool:
        """Whether its cells are numbers."""
        return self.kind in NUMBERS

    @property
    def is_literal(self) -> bool:
        """Whether its cells are no body grammar: all that is no text."""
        return isinstance(self.kind, str) and self.kind != "text"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A column that holds cells.

    Attributes:
        column: what is declared for it, by itself or by the columns over it.
        path: where it is declared, from the table.
        above: the columns over it, the outermost first.
        first: index of the first column with cells under each of those.
    """

    column: Column
    path: tuple[str | int, ...]
    above: tuple[Column, ...] = ()
    first: tuple[int, ...] = ()


def leaves_of(columns: Sequence[Column]) -> tuple[Leaf, ...]:
    """Give the columns that hold cells, from left to right."""
    found: list[Leaf] = []
    for leaf in _leaves(columns, ("columns",), (), (), found):
        found.append(leaf)
    return tuple(found)


def counted_column(leaves: Sequence[Leaf]) -> int | None:
    """Find the only column whose rows are counted, which a source of rows need not have."""
    found = [at for at, leaf in enumerate(leaves) if isinstance(leaf.column.numbering, str)]
    return found[0] if len(found) == 1 else None


def _leaves(
    columns: Sequence[Column],
    path: tuple[str | int, ...],
    above: tuple[Column, ...],
    first: tuple[int, ...],
    found: Sequence[Leaf],
) -> Iterator[Leaf]:
    for index, column in enumerate(columns):
        inner = column.columns
        if above:
            column = _inheriting(column, above[-1])
        if isinstance(inner, tuple) and inner:
            place = (*path, index, "columns")
            yield from _leaves(inner, place, (*above, column), (*first, len(found)), found)
        else:
            yield Leaf(column, (*path, index), above, first)


def _inheriting(column: Column, over: Column) -> Column:
    taken = {
        name: getattr(over, name)
        for name in _INHERITED
        if getattr(column, name) is None and getattr(over, name) is not None
    }
    return column.model_copy(update=taken) if taken else column

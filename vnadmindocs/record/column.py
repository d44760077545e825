"""Cột: what stands in a column of a table, how it is written and what it adds up."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.notation.table import split_cells
from vnadmindocs.record.fields import (
    Line,
    Lines,
    Reads,
    RecordModel,
    State,
    TextInput,
    TextsInput,
    choice_reader,
    line_of,
    text_of,
    texts_of,
)
from vnadmindocs.record.images import Millimetres

#: Kinds whose cells are numbers.
NUMBERS = frozenset({"integer", "number", "money", "percent"})
_MOST_DECIMALS = 10


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


class Column(RecordModel):
    """A column of a table.

    Attributes:
        width: in mm; None leaves it to layout.
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
    width: Millimetres = None
    align: Annotated[str | State | None, choice("column", "align")] = None

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

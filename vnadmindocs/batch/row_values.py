"""The values of a row: each declared field finds its column, and its cell is read by its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from vnadmindocs.batch.data_list import DataList, ListRow
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import closest, fold
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.figure import Figure, Unread
from vnadmindocs.notation.value_format import DATE, NUMBERS, Value, of_kind, parse_value
from vnadmindocs.record.data_field import DataField, kind_in_words
from vnadmindocs.record.data_fields import NAME
from vnadmindocs.record.fields import nearest
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.record.form import Form
    from vnadmindocs.record.shown_cell import Typed

NO_COLUMN = "LST003"
TWO_COLUMNS = "LST004"
UNREADABLE = "LST007"
AMBIGUOUS = "LST008"
WRONG_COUNT = "LST012"

RowValues = Mapping[str, Value | Unread | None]
_SHOWN = 60  # characters of a cell in a sentence


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the fields of a form stand in a list.

    Attributes:
        indexes: of each field by its folded name, the index of its column.
        faults: columns that are missing, or there twice; placed at the declaration.
    """

    indexes: Mapping[str, int]
    faults: tuple[Fault, ...]


def columns_of(form: Form, data: DataList) -> Columns:
    """Find the column of each field, by its own name or by the one that is declared."""
    folded = [fold(name) for name in data.columns]
    indexes: dict[str, int] = {}
    faults: list[Fault] = []
    for key, (name, field) in form.fields.items():
        wanted = field.column if isinstance(field.column, str) else name
        count = folded.count(fold(wanted))
        if count == 1:
            indexes[key] = folded.index(fold(wanted))
            continue
        facts = {
            "file": data.name or "…",
            "name": wanted,
            "count": count,
            "names": ", ".join(f"«{each}»" for each in data.columns if each),
            "near": nearest(closest(wanted, filter(None, data.columns))),
        }
        code = TWO_COLUMNS if count else NO_COLUMN
        faults.append(Fault(code, facts=facts, path=(NAME, name), of_key=True))
    return Columns(indexes, tuple(faults))


def row_values(
    form: Form, columns: Columns, data: DataList, row: ListRow
) -> tuple[RowValues, tuple[Fault, ...]]:
    """Read the cells of a row that the form asks for.

    Returns:
        The values by folded name of the field, and what is wrong with cells; placed at the
        declaration of the field.
    """
    if len(row.cells) != len(data.columns):
        where = data.row_place(row)
        facts = {"where": where, "found": len(row.cells), "expected": len(data.columns)}
        nothing = dict.fromkeys(form.fields, Unread.UNREADABLE)
        return nothing, (Fault(WRONG_COUNT, facts=facts, path=(NAME,), of_key=True),)
    values: dict[str, Value | Unread | None] = {}
    faults: list[Fault] = []
    for key, index in columns.indexes.items():
        name, field = form.fields[key]
        text, typed = row.cell(index)
        broken = data.cell_fault(row, index)
        if broken is not None:
            values[key] = Unread.UNREADABLE
            faults.append(replace(broken, path=(NAME, name), of_key=True))
            continue
        values[key] = value = _value(text, typed, field) if text else None
        if isinstance(value, Unread):
            code = AMBIGUOUS if value is Unread.AMBIGUOUS else UNREADABLE
            facts = {
                "where": data.cell_place(row, index),
                "found": text[:_SHOWN],
                "kind": kind_in_words(field.kind_name),
            }
            faults.append(Fault(code, facts=facts, path=(NAME, name), of_key=True))
    return values, tuple(faults)


def _value(text: str, typed: Typed, field: DataField) -> Value | Unread:
    kind = field.kind_name
    if kind == DATE and isinstance(typed, PartialDate):
        return typed
    if kind in NUMBERS and isinstance(typed, Figure):
        return of_kind(typed, kind)
    writing = field.number_writing if isinstance(field.number_writing, str) else None
    return parse_value(text, kind, writing)

"""Trường dữ liệu: the columns of a list that a record takes values from, declared by name.

A record that declares them is a form: ``[=họ tên]`` stands in it for the value of a row. In every
other record nothing is ever a template.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.record.fields import TEXT_SCHEMA, Reads, State
from vnadmindocs.terms import term

if TYPE_CHECKING:
    from vnadmindocs.record.data_field import DataField

NAME = "data_fields"
OF_APPENDIX = "LST020"


def _read(value: object) -> Mapping[str, DataField]:
    # Loaded by the records that are forms.
    from vnadmindocs.record.data_field import read_data_fields

    return read_data_fields(value)


def _refuse(_value: object) -> None:
    found = term("document", NAME)
    name = Text(found.vietnamese, found.english)
    raise UnreadableError(Fault(OF_APPENDIX, facts={"name": name}, of_key=True))


_WRITTEN = {"type": ["object", "null"], "additionalProperties": TEXT_SCHEMA}

DataFieldsField = Annotated["Mapping[str, DataField] | State | None", Reads(_read, _WRITTEN)]
NoDataFieldsField = Annotated[State | None, Reads(_refuse, _WRITTEN)]

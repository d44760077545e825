"""One of the data fields: what a column of a list holds and how its values are printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.text import fold
from vnadmindocs.notation.value_format import TEXT, ValueFormat, parse_format
from vnadmindocs.record.fields import (
    Line,
    Reads,
    RecordModel,
    State,
    TextInput,
    choice_reader,
    free_names_expected,
    nested,
    state_of,
)
from vnadmindocs.record.value_formats import no_such_format
from vnadmindocs.terms import term

MISFIT = "LST006"
TWICE = "LST018"

PLAIN = ValueFormat()


def _choice(field: str) -> Reads:
    return Reads(choice_reader("data_field", field), TextInput)


class DataField(RecordModel):
    """One column of a list, as the record declares it.

    Attributes:
        column: its name in the list; None: the field's own.
        kind: None is text.
        format: how it is printed where a reference does not say; None: plainly.
        number_writing: None: numbers are read where Vietnamese is the only way to read them.
        when_empty: what an empty cell among words is; None is an error.
    """

    vocabulary: ClassVar[str] = "data_field"

    column: Line = None
    kind: Annotated[str | State | None, _choice("kind")] = None
    format: Line = None
    number_writing: Annotated[str | State | None, _choice("number_writing")] = None
    when_empty: Annotated[str | State | None, _choice("when_empty")] = None

    @property
    def kind_name(self) -> str:
        """The English name of its kind."""
        return self.kind if isinstance(self.kind, str) else TEXT

    @property
    def form(self) -> ValueFormat:
        """How it is printed; plainly where what is written is no format."""
        found = parse_format(self.format) if isinstance(self.format, str) else PLAIN
        return found if isinstance(found, ValueFormat) else PLAIN


def read_data_fields(value: object) -> dict[str, DataField]:
    """Read a declaration: names, each with its kind or a mapping of what is known of it.

    Raises:
        UnreadableError: SCH024 no mapping, LST018 two names that are one, and what the fields of
            a field say.
    """
    if not isinstance(value, Mapping):
        raise UnreadableError(free_names_expected())
    found: dict[str, DataField] = {}
    faults: list[Fault] = []
    folded: dict[str, str] = {}
    for name, each in value.items():
        written = str(name)
        first = folded.setdefault(fold(written), written)
        if first is not written:
            facts = {"found": written, "first": first}
            faults.append(Fault(TWICE, facts=facts, path=(written,), of_key=True))
            continue
        try:
            found[written] = _field(each)
        except UnreadableError as error:
            faults += [fault.under(written) for fault in error.faults]
    if faults:
        raise UnreadableError(*faults)
    return found


def format_fault(written: str, kind: str) -> Fault | None:
    """Find what is wrong with a format: LST005 it is none, LST006 it does not fit the kind."""
    form = parse_format(written)
    if isinstance(form, str):
        return no_such_format(form)
    step = form.misfit(kind)
    if step is None:
        return None
    named = kind_in_words(kind)
    return Fault(MISFIT, facts={"found": written, "kind": named})


def kind_in_words(kind: str) -> Text:
    """Name a kind in both languages."""
    choices = term("data_field", "kind").choices
    found = next(each for each in choices if each.english == kind)
    return Text(found.vietnamese, found.english.replace("_", " "))


def _field(value: object) -> DataField:
    if isinstance(value, DataField):
        return value
    if value is None or state_of(value) is State.GAP:
        return DataField()
    if isinstance(value, str):
        return nested(DataField, {"kind": value}, None)
    return nested(DataField, value, None)

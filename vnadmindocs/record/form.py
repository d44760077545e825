"""A record as a form: it declares the fields of a list, and its texts refer to them.

Data of a record -> where it takes values, and what is wrong with that. Form + a row of values ->
the data of one record like any other. Without a row, references stay in the words as they are
written, and what must be read (a number, a date) is a gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.number_words import OF_THE_STATE, Wording
from vnadmindocs.language.text import closest, fold
from vnadmindocs.law.wording import wording
from vnadmindocs.notation.cell_value import CellValue, agrees
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.figure import Figure, Unread
from vnadmindocs.notation.value_format import (
    MONEY,
    NoForm,
    Value,
    ValueFormat,
    parse_format,
    print_value,
)
from vnadmindocs.notation.value_reference import SIGN, ValueReference, references
from vnadmindocs.record.data_field import PLAIN, DataField, format_fault, read_data_fields
from vnadmindocs.record.data_fields import NAME
from vnadmindocs.record.fields import Literal, nearest, state_of
from vnadmindocs.record.figure_link import read_wording
from vnadmindocs.record.form_grammars import texts_of_form
from vnadmindocs.record.form_pieces import Grammar
from vnadmindocs.record.form_text import FormText
from vnadmindocs.record.moves import Moves
from vnadmindocs.record.positions import FieldPath
from vnadmindocs.record.substitution import broken, copied, put_text
from vnadmindocs.values import dataclass

UNDECLARED = "LST001"
UNUSED = "LST002"
EMPTY = "LST009"
NO_WORDS = "LST010"
OTHER_WORDS = "LST011"

_FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Use:
    """One reference of a form.

    Attributes:
        path: the text it stands in.
        reference: as written.
        key: the folded name of the field it takes.
        form: how the value is printed.
        alone: no words stand beside it, so that an empty value leaves nothing open.
    """

    path: FieldPath
    reference: ValueReference
    key: str
    form: ValueFormat
    alone: bool

    def fault(self, code: str, facts: Mapping[str, object]) -> Fault:
        """Make a fault at the reference."""
        at = self.reference
        return Fault(code, at.line, at.column, at.length, facts, self.path)


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A text of the form: its path, who reads it, and the uses in it."""

    path: FieldPath
    grammar: Grammar
    text: FormText
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """The data of one record made of a form.

    Attributes:
        data: as the reader of a record gives it.
        moves: for each text that has values, where its words come from.
        added: every value that was put in, for whoever looks for letters that cannot be printed.
        faults: values that could not be put in, placed in the form.
    """

    data: dict[str, Any]
    moves: Mapping[FieldPath, Moves]
    added: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A record that takes values from a list.

    Attributes:
        fields: the declared fields by folded name, in their order, each with its name as written.
        uses: every reference that can be filled.
        faults: what is wrong with the declaration and the references.
    """

    fields: Mapping[str, tuple[str, DataField]]
    uses: tuple[Use, ...]
    faults: tuple[Fault, ...]
    _wording: Wording
    _data: Mapping[str, Any]
    _leaves: tuple[_Leaf, ...]

    @classmethod
    def empty(cls) -> Form:
        """Give the form that a record is which cannot be read as one."""
        return cls({}, (), (), OF_THE_STATE, {}, ())

    def fill(self, values: Mapping[str, Value | Unread | None]) -> Filled:
        """Put a row of values in the places of the references.

        Args:
            values: by folded name of the field; None for an empty cell, Unread for one of which
                it was said that it cannot be read.
        """
        data: dict[str, Any] = copied(self._data)
        moves: dict[FieldPath, Moves] = {}
        faults: list[Fault] = []
        added: list[str] = []
        for leaf in self._leaves:
            words = [
                self._words(use, values.get(use.key), leaf.grammar, faults) for use in leaf.uses
            ]
            made = leaf.text.fill(words.__getitem__)
            moves[leaf.path] = made.moves
            added += words
            put_text(
                data, leaf.path, Literal(made.text) if leaf.grammar is Grammar.WORDS else made.text
            )
        return Filled(data, moves, "\n".join(added), tuple(faults))

    def blank(self) -> dict[str, Any]:
        """Give the data without a row: references stay in words, and are gaps where one reads."""
        data: dict[str, Any] = copied(self._data)
        for leaf in self._leaves:
            if leaf.grammar is Grammar.VALUE:
                put_text(data, leaf.path, leaf.text.fill(lambda _: "").text)
        return data

    def _words(
        self, use: Use, value: Value | Unread | None, grammar: Grammar, faults: list[Fault]
    ) -> str:
        name, field = self.fields[use.key]
        if value is None:
            return self._empty(use, grammar, faults)
        if isinstance(value, Unread):
            return ""
        made = print_value(
            value,
            field.kind_name,
            use.form,
            grouped=grammar is not Grammar.VALUE,
            wording=self._wording,
        )
        plain = str(print_value(value, field.kind_name, PLAIN))
        if isinstance(made, NoForm):
            facts = {"name": name, "found": plain, "form": use.reference.format or field.format}
            faults.append(use.fault(NO_WORDS, facts))
            return ""
        written = use.reference.written
        if written and not _says(written, value, made, field):
            facts = {"found": written, "name": name, "expected": made}
            faults.append(use.fault(OTHER_WORDS, facts))
        return written or made

    def _empty(self, use: Use, grammar: Grammar, faults: list[Fault]) -> str:
        name, field = self.fields[use.key]
        if field.when_empty == "gap" and grammar is not Grammar.VALUE:
            return wording("data_field.gap")
        if field.when_empty != "nothing" and not use.alone:
            faults.append(use.fault(EMPTY, {"name": name, "found": str(use.reference)}))
        return ""


def _says(written: str, value: Value, printed: str, field: DataField) -> bool:
    """Tell whether the words that are written for a value say it."""
    number = value.value if isinstance(value, Figure) else None
    date = value if isinstance(value, PartialDate) else None
    meant = CellValue(printed, number, date, is_money=field.kind_name == MONEY)
    return written == printed or agrees(written, meant) is True


def form_of(data: Mapping[str, Any]) -> Form | None:
    """Read the data of a record as a form; None when it declares no fields.

    A declaration that cannot be read makes a form without fields, of which only ``blank`` is of
    use; what is wrong with it is said where its field is read.
    """
    declared = data.get(NAME)
    if declared is None or state_of(declared) is not None:
        return None
    rest = {key: value for key, value in data.items() if key != NAME}
    try:
        named = read_data_fields(declared)
    except UnreadableError:
        return Form({}, (), (), OF_THE_STATE, rest, tuple(_values_alone(rest)))
    fields = {fold(name): (name, field) for name, field in named.items()}
    faults = list(_faults_of_formats(named))
    leaves = tuple(_leaves(rest, fields, faults))
    used = {use.key for leaf in leaves for use in leaf.uses}
    uses = tuple(use for leaf in leaves for use in leaf.uses)
    # A name that is declared nowhere is most often a slip of one that then seems unused.
    if all(fault.code != UNDECLARED for fault in faults):
        faults += [
            Fault(UNUSED, facts={"name": name}, path=(NAME, name), of_key=True)
            for key, (name, _) in fields.items()
            if key not in used
        ]
    return Form(fields, uses, tuple(faults), _wording_of(data), rest, leaves)


def _leaves(
    data: Mapping[str, Any], fields: Mapping[str, tuple[str, DataField]], faults: list[Fault]
) -> Iterator[_Leaf]:
    figures = frozenset(_figures(data))
    for path, text, grammar in texts_of_form(data):
        if _FIGURES in path:
            continue
        faults += broken(path, text)
        if SIGN not in text or "[" not in text:
            continue
        faults += [
            _undeclared(path, each, fields)
            for each in references(text)
            if each.key not in fields and each.key not in figures
        ]
        found = FormText.of(text, grammar, lambda reference: reference.key in fields)
        if found is None:
            continue
        uses: list[Use] = []
        for index, reference in enumerate(found.references):
            _, field = fields[reference.key]
            form, fault = _format_of(reference, field)
            alone = grammar is Grammar.VALUE or found.is_alone(index)
            uses.append(Use(path, reference, reference.key, form, alone))
            if fault is not None:
                faults.append(uses[-1].fault(fault.code, fault.facts))
        yield _Leaf(path, grammar, found, tuple(uses))


def _figures(data: Mapping[str, Any]) -> Iterator[str]:
    """Give the folded names that stand for figures of tables, which are put in later."""
    named = data.get(_FIGURES)
    yield from map(fold, map(str, named)) if isinstance(named, Mapping) else ()
    inside = data.get("appendices")
    for each in inside if isinstance(inside, list | tuple) else ():
        yield from _figures(each) if isinstance(each, Mapping) else ()


def _wording_of(data: Mapping[str, Any]) -> Wording:
    """Give the words that the record chooses for numbers; what is wrong with them is said there."""
    chosen = data.get("number_reading")
    if chosen is None or state_of(chosen) is not None:
        return OF_THE_STATE
    try:
        return read_wording(chosen)
    except UnreadableError:
        return OF_THE_STATE


def _values_alone(data: Mapping[str, Any]) -> Iterator[_Leaf]:
    """Give the fields that are read and hold references, whatever these name."""
    for path, text, grammar in texts_of_form(data):
        found = FormText.of(text, grammar) if grammar is Grammar.VALUE else None
        if found is not None:
            yield _Leaf(path, grammar, found, ())


def _undeclared(
    path: FieldPath, reference: ValueReference, fields: Mapping[str, tuple[str, DataField]]
) -> Fault:
    names = [name for name, _ in fields.values()]
    facts = {
        "found": str(reference),
        "name": reference.name,
        "names": ", ".join(f"«{name}»" for name in names),
        "near": nearest(closest(reference.name, names)),
    }
    return Fault(UNDECLARED, reference.line, reference.column, reference.length, facts, path)


def _format_of(reference: ValueReference, field: DataField) -> tuple[ValueFormat, Fault | None]:
    if not reference.format:
        return field.form, None
    fault = format_fault(reference.format, field.kind_name)
    form = parse_format(reference.format)
    return (form if isinstance(form, ValueFormat) and fault is None else PLAIN), fault


def _faults_of_formats(named: Mapping[str, DataField]) -> Iterator[Fault]:
    for name, field in named.items():
        if isinstance(field.format, str):
            fault = format_fault(field.format, field.kind_name)
            if fault is not None:
                yield fault.under(NAME, name, "format")

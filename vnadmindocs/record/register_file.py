"""The file of an office's register: its fields, and what it has wrong in itself.

``register`` loads it when a profile or a record names one.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any, ClassVar

from vnadmindocs.diagnostics import Severity
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.law.register import LegalText, Register, Shelf, starter
from vnadmindocs.notation.date import PartialDate, source_date
from vnadmindocs.record.date import read_date
from vnadmindocs.record.fields import (
    Line,
    Reads,
    RecordModel,
    State,
    TextInput,
    TextsInput,
    choice_reader,
    faults_of,
    line_of,
    nearest,
    nested_by_name,
    state_of,
    texts_of,
)
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.model import InvalidRecordError
from vnadmindocs.record.placing import placed
from vnadmindocs.record.reader import read
from vnadmindocs.record.register import OfficeRegister

UNREADABLE = "CIT030"
NO_NAME = "CIT031"
NOT_A_DAY = "CIT032"
UNKNOWN_REFERENCE = "CIT033"
BACKWARDS = "CIT034"


def _read_day(value: object) -> datetime.date:
    date = read_date(value)
    day = date.as_date if isinstance(date, PartialDate) else None
    if day is None:
        raise UnreadableError(Fault(NOT_A_DAY, facts={"found": line_of(value)}))
    return day


def _read_references(value: object) -> tuple[str, ...]:
    return tuple(text.strip() for text, _ in texts_of(value) if text.strip())


Day = Annotated[datetime.date | State | None, Reads(_read_day, TextInput)]
References = Annotated[tuple[str, ...] | State | None, Reads(_read_references, TextsInput)]


class Entry(RecordModel):
    """One legal text of an office's register; what is not written the starter may know."""

    vocabulary: ClassVar[str] = "legal_text"

    type: Line = None
    number: Line = None
    date: Day = None
    issuer: Line = None
    subject: Line = None
    in_force: Day = None
    ceased: Day = None
    replaced_by: References = None
    amended_by: References = None
    source: Line = None
    checked: Day = None

    @property
    def given(self) -> dict[str, Any]:
        """The fields that are written, by name."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return {
            name: value
            for name, value in fields.items()
            if value is not None and not isinstance(value, State)
        }


def _entries(value: object) -> dict[str, Entry]:
    return {} if state_of(value) is not None else nested_by_name(Entry, value, None)


def _yes(value: object) -> bool:
    if value is None or state_of(value) is State.GAP:
        return False
    return choice_reader("register", "complete")(value) == "yes"


class RegisterFile(RecordModel):
    """What the file of a register holds.

    Attributes:
        complete: whether the office cites nothing that is not in it.
    """

    vocabulary: ClassVar[str] = "register"

    complete: Annotated[bool, Reads(_yes, TextInput, keeps_states=False)] = False
    texts: Annotated[
        Mapping[str, Entry], Reads(_entries, dict[str, Entry], keeps_states=False)
    ] = {}


def read_file(written: str, folder: Folder) -> OfficeRegister:
    """Read the register that a path names.

    Raises:
        UnreadableError: the file is missing or outside the folder tree (SCH030 to SCH033,
            SCH038), or cannot be read (CIT030).
    """
    target = folder.locate(written)
    content = folder.content(target, written)
    key = (str(target), content)
    if key in _clean_registers:
        return _clean_registers[key]
    source = read(content, str(target), "register")
    faults: tuple[Fault, ...] = ()
    office: OfficeRegister | None = None
    if source.data is not None:
        try:
            file = RegisterFile.from_values(source.data, context=folder.inner(target))
        except InvalidRecordError as error:
            faults = faults_of(error, "register")
        else:
            office = OfficeRegister(written, file.complete, Shelf(_texts(file)))
            faults = tuple(register_faults(file, office.shelf))
    found = [*source.diagnostics, *placed(faults, source)]
    folder.diagnostics.extend(found)
    if office is None or any(each.severity >= Severity.FATAL for each in found):
        facts = {"found": written, "count": max(len(found), 1)}
        raise UnreadableError(Fault(UNREADABLE, facts=facts))
    if not found:
        if len(_clean_registers) >= _MOST_REGISTERS:
            _clean_registers.clear()
        _clean_registers[key] = office
    return office


# All letters of an office name one register.
_clean_registers: dict[tuple[str, bytes], OfficeRegister] = {}
_MOST_REGISTERS = 8


def _texts(file: RegisterFile) -> Iterator[LegalText]:
    """Give the texts of a register, each mended from the starter's of the same key."""
    for key, entry in file.texts.items():
        given = entry.given
        known = starter().of_key(key)
        if known is not None:
            yield replace(known, key=key, **given)
        elif "type" in given:
            yield LegalText(key, **given)


def register_faults(file: RegisterFile, own: Shelf) -> Iterator[Fault]:
    """Give what a register that could be read has wrong in itself."""
    register = Register((own, starter()))
    for key, entry in file.texts.items():
        text = own.of_key(key)
        if text is None or not (text.number or text.subject):
            yield Fault(NO_NAME, facts={"key": key}, path=("texts", key), of_key=True)
            continue
        yield from (fault.under("texts", key) for fault in _unknown(entry, register))
        if (order := _backwards(text)) is not None:
            yield replace(order, path=("texts", key), of_key=True)


def _unknown(entry: Entry, register: Register) -> Iterator[Fault]:
    """Find what an entry says replaced or amended it and the register does not have."""
    for name in ("replaced_by", "amended_by"):
        references = entry.given.get(name, ())
        for index, reference in enumerate(references):
            if register.resolved(reference) is None:
                near = nearest(register.suggest(reference))
                facts = {"found": reference, "near": near}
                yield Fault(UNKNOWN_REFERENCE, facts=facts, path=(name, index))


def _backwards(text: LegalText) -> Fault | None:
    """Find days that cannot follow one another: issued, in force, ceased."""
    if text.date and text.in_force and text.in_force < text.date:
        facts = {"found": _printed(text.in_force), "before": _printed(text.date)}
        return Fault(BACKWARDS, facts=facts)
    since = text.in_force or text.date
    if since and text.ceased and text.ceased < since:
        return Fault(BACKWARDS, facts={"found": _printed(text.ceased), "before": _printed(since)})
    return None


def _printed(day: datetime.date) -> str:
    return source_date(PartialDate(day.day, day.month, day.year))

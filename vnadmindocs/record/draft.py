"""A Draft: what a person wrote, each field valid, missing or unreadable, all faults at once.

Source (canonical data, positions) -> Draft. A **Record** is a Draft in which nothing is
unreadable and nothing required is missing. ``--force`` prints the Draft with gaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnadmindocs.diagnostics import Diagnostic, Severity, Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.record.data_fields import NAME as DATA_FIELDS
from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import GENERAL, TypeName, asked_by, type_name
from vnadmindocs.record.fields import State, faults_of
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.glyphs import glyph_faults, has_lacking, holding, unholdable
from vnadmindocs.record.mapping_source import canonical
from vnadmindocs.record.model import InvalidRecordError, Reading
from vnadmindocs.record.models import model_of
from vnadmindocs.record.placing import placed
from vnadmindocs.record.positions import FieldPath, Positions
from vnadmindocs.record.reader import Source, read
from vnadmindocs.terms import field_term
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.record.form import Filled

# Findings of the reader about half a character, which it leaves out.
_HALVES = ("YML004", "YML029")


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written, understood as far as it could be.

    Attributes:
        file: name of the file for people; "" for a record built in Python.
        source: text and positions; None for a record built in Python.
        record: the complete record; None when something is unreadable or missing, or when reading
            has a fatal finding (a character that cannot be printed). Rules of sense judge later:
            a record may be here and still be refused by one.
        gapped: the record with a gap in place of each part that is missing or unreadable; None
            when not even the type could be read.
        missing: English names of required parts that are missing.
        unreadable: paths of the parts that could not be read.
        unprintable: paths of the parts that lose a character no file can hold.
        diagnostics: findings of reading, in no order.
        files: the files that were read, resolved, with their path as it is written; the record's
            own with "". Nothing that is made of the draft may be written over them.
    """

    file: str
    source: Source | None
    record: Document | None
    gapped: Document | None
    missing: tuple[str, ...] = ()
    unreadable: tuple[FieldPath, ...] = ()
    unprintable: tuple[FieldPath, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    files: Mapping[Path, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def left_out(self) -> tuple[str, ...]:
        """English paths of what ``--force`` does not print whole, such as ``body/2``."""
        if not (self.missing or self.unreadable or self.unprintable):
            return ()
        paths = (*self.unreadable, *self.unprintable)
        parts = [*self.missing, *("/".join(map(str, path)) for path in paths)]
        return tuple(dict.fromkeys(parts))


def parts_holding(draft: Draft, letters: str) -> tuple[str, ...]:
    """Name the parts of a draft in which one of these characters is written: ``body/2``."""
    from vnadmindocs.record.writing import texts_of_record

    texts: object = {}
    if draft.source is not None:
        texts = draft.source.data
    elif draft.gapped is not None:
        texts = texts_of_record(draft.gapped)
    parts = (_part(path) for path in holding(texts, letters))
    return tuple(dict.fromkeys("/".join(map(str, part)) for part in parts))


def draft_of_source(source: Source, folder: Folder) -> Draft:
    """Read the fields of a source that was parsed."""
    if source.data is None:
        return Draft(
            source.file, source, None, None, diagnostics=source.diagnostics, files=folder.files
        )
    return _draft(source.data, source.file, source, folder, source.diagnostics)


def draft_of_bytes(data: bytes | str, file: str, folder: Folder) -> Draft:
    """Read a record from the bytes or the text of a YAML file."""
    return draft_of_source(read(data, file), folder)


def draft_of_mapping(mapping: Mapping[str, Any], folder: Folder) -> Draft:
    """Read a record from a Python mapping, its keys in any of the three spellings."""
    data, faults = canonical(mapping)
    return _draft(data, "", None, folder, tuple(placed(faults, None)))


def draft_of_filled(filled: Filled, source: Source | None, folder: Folder) -> Draft:
    """Read the record that a form and a row of values make.

    Args:
        filled: its data.
        source: the form as it was read; None for one given in Python. What is wrong with its file
            is said of the form, not of each row.
        folder: the folder the form lies in.
    """
    if source is None:
        return _draft(filled.data, "", None, folder, (), filled=True)
    positions = source.positions.filled(filled.moves, filled.added)
    row = replace(source, data=filled.data, positions=positions)
    return _draft(filled.data, source.file, row, folder, (), filled=True)


def draft_of_record(record: Document) -> Draft:
    """Make the draft of a record built in Python."""
    from vnadmindocs.record.writing import texts_of_record

    if _links(record):
        return _draft_of_linked(record)
    present = [name for name in type(record).model_fields if getattr(record, name) is not None]
    missing = [name for name in asked_by(record.type) if name not in present]
    gaps = dict.fromkeys(missing, State.GAP)
    read = Draft(
        file="",
        source=None,
        record=record,
        gapped=record.model_copy(update=gaps) if gaps else record,
        missing=tuple(missing),
    )
    return _judged(read, texts_of_record(record), [])


def _may_link(data: Mapping[str, Any]) -> bool:
    """Tell whether a record or an appendix of it declares figures that texts repeat."""
    appendices = data.get("appendices")
    return "figures" in data or (
        isinstance(appendices, list | tuple)
        and any(isinstance(each, Mapping) and _may_link(each) for each in appendices)
    )


def _links(record: Document) -> bool:
    inside = record.appendices if isinstance(record.appendices, tuple) else ()
    return record.figures is not None or any(_links(each) for each in inside)


def _draft_of_linked(record: Document) -> Draft:
    """Make the draft of a record built in Python whose texts refer to figures."""
    from vnadmindocs.record.linking import with_tables_of
    from vnadmindocs.record.writing import texts_of_record

    texts = with_tables_of(record, texts_of_record(record))
    return _draft({**texts, "type": record.type}, "", None, Folder.of(Path()), ())


def _draft(
    data: Mapping[str, Any],
    file: str,
    source: Source | None,
    folder: Folder,
    found: Sequence[Diagnostic],
    *,
    filled: bool = False,
) -> Draft:
    faults: list[Fault] = []
    if DATA_FIELDS in data:
        data = _without_list(data, faults)
    kind, typed = _type(data, faults)
    model = model_of(kind.key)
    values: Mapping[str, Any] = {**data, "type": kind}
    as_written = values
    if _may_link(data):
        from vnadmindocs.record.linking import linked

        values, of_links = linked(
            values, source, lambda each: _gapped(model, each, folder), filled=filled
        )
        found = (*found, *of_links)
    record, missing, unreadable = _fields(model, values, folder, faults)
    if record is not None and values is not as_written:
        record.resolves(partial(_as_written, record, as_written, folder))
    if typed:
        missing.extend(name for name in asked_by(kind) if name not in data and name not in missing)
    gapped = record or _with_gaps(model, values, missing, unreadable, folder)
    read = Draft(
        file=file,
        source=source,
        record=record,
        gapped=gapped,
        missing=tuple(missing),
        unreadable=tuple(dict.fromkeys(unreadable)),
        diagnostics=(*found, *folder.diagnostics),
        files=folder.files,
    )
    judged = _judged(read, data, faults)
    if typed:
        return judged
    # What the type decides is not guessed from the type that stands in for it.
    return replace(
        judged,
        record=None,
        missing=("type", *judged.missing),
        unreadable=tuple(dict.fromkeys([("type",), *judged.unreadable])),
    )


def _fields(
    model: type[Document], values: Mapping[str, Any], folder: Folder, faults: list[Fault]
) -> tuple[Document | None, list[str], list[FieldPath]]:
    """Read every field; the record or, without one, what is missing and what is unreadable."""
    missing: list[str] = []
    unreadable: list[FieldPath] = []
    try:
        return model.from_values(values, context=folder), missing, unreadable
    except InvalidRecordError as error:
        for fault in faults_of(error, model.vocabulary):
            if fault.code == "SCH020" and not fault.path:
                missing.append(str(fault.facts["field"]))
            else:
                faults.append(fault)
                if fault.code != "SCH002":
                    unreadable.append(_part(fault.path))
    return None, missing, unreadable


def _gapped(model: type[Document], values: Mapping[str, Any], folder: Folder) -> Document:
    """Read a record as far as it can be read; nothing is reported of it."""
    again = folder.anew()
    record, missing, unreadable = _fields(model, values, again, [])
    return record or _with_gaps(model, values, missing, unreadable, again)


def _as_written(record: Document, values: Mapping[str, Any], folder: Folder) -> Document | None:
    """Give a record with references in the place of their values, to be written back.

    Only fields with references are read again; None where one of them cannot be.
    """
    from vnadmindocs.record.linking import refers, with_tables_of

    texts = with_tables_of(record, values)
    reading = Reading(record.__dict__, folder.anew())
    fields = type(record).model_fields
    try:
        read = {
            name: fields[name].reader.read_field(each, reading)
            for name, each in texts.items()
            if name in fields and refers(each)
        }
    except (ValueError, AssertionError):
        return None
    return record.model_copy(update=read)


def _without_list(data: Mapping[str, Any], faults: list[Fault]) -> Mapping[str, Any]:
    """Give the data of a form that no row is put into, and what is wrong with the form."""
    from vnadmindocs.record.form import form_of

    form = form_of(data)
    if form is None:
        return data
    faults += form.faults
    return {**form.blank(), DATA_FIELDS: data[DATA_FIELDS]}


def _judged(read: Draft, texts: Mapping[str, Any], faults: list[Fault]) -> Draft:
    """Add what is found alike in a record of every origin.

    Args:
        read: what was read, without the findings of its fields.
        texts: what is written, under English names.
        faults: found while reading.
    """
    faults.extend(Fault("SCH020", facts={"field": _vietnamese(name)}) for name in read.missing)
    if read.gapped is not None:
        faults.extend(_faults_in(read.gapped, ()))
    unprintable: list[FieldPath] = []
    if read.source is None or _may_lack(read.source.positions):
        lacking = list(glyph_faults(texts))
        faults.extend(lacking)
        if lacking:
            unprintable.extend(_part(path) for path in unholdable(texts))
    if read.source is not None:
        at = read.source.positions.path_at
        broken = (each.place.line for each in read.diagnostics if each.code in _HALVES)
        unprintable.extend(_part(path) for line in broken if (path := at(line)))
    diagnostics = (*read.diagnostics, *placed(faults, read.source))
    fatal = any(each.severity is Severity.FATAL for each in diagnostics)
    return replace(
        read,
        record=None if fatal or read.missing or read.unreadable else read.record,
        unprintable=tuple(dict.fromkeys(unprintable)),
        diagnostics=diagnostics,
    )


def _may_lack(positions: Positions) -> bool:
    r"""Tell, fast, whether a file may hold a character without a glyph, ``\u`` escapes too."""
    return "\\" in positions.text if positions.plain else has_lacking(positions.text)


def _type(data: Mapping[str, Any], faults: list[Fault]) -> tuple[TypeName, bool]:
    """Read the type; without one, the other fields are still read as a general document's."""
    try:
        if "type" not in data:
            raise UnreadableError(Fault("SCH020", facts={"field": _vietnamese("type")}))
        return type_name(data["type"] or State.GAP), True
    except UnreadableError as error:
        path = ("type",) if "type" in data else ()
        faults.extend(fault.under(*path) for fault in error.faults)
        return GENERAL, False


def _part(path: FieldPath) -> FieldPath:
    """Give the smallest part that can be left out whole: a field, or an item of a long one."""
    if path and path[0] == "appendices" and len(path) > 2:
        return (*path[:2], *_part(path[2:]))
    if len(path) > 1 and path[0] in ("body", "tables", "images"):
        return path[:2]
    return path[:1]


def _with_gaps(
    model: type[Document],
    values: Mapping[str, Any],
    missing: Iterable[str],
    unreadable: Iterable[FieldPath],
    folder: Folder,
) -> Document:
    """Read the record again with a gap in place of each part that could not be had."""
    gapped: dict[str, Any] = dict(values)
    for path in unreadable:
        _put_gap(gapped, path)
    for name in missing:
        gapped[name] = State.GAP
    return model.from_values(gapped, context=folder.anew())


def _put_gap(values: dict[str, Any], path: FieldPath) -> None:
    at: Any = values
    for step in path[:-1]:
        inner = at[step]
        if isinstance(inner, State):
            return  # a gap around it was put before
        copy: Any = list(inner) if isinstance(inner, list | tuple) else dict(inner)
        at[step] = copy
        at = copy
    at[path[-1]] = State.GAP


def _faults_in(record: Document, path: FieldPath) -> Iterator[Fault]:
    """Give what the values of a record have to report about themselves."""
    for name, value in record.__dict__.items():
        if value is None or isinstance(value, str | State):
            continue
        if name == "appendices" and isinstance(value, tuple):
            for index, appendix in enumerate(value):
                yield from _faults_in(appendix, (*path, name, index))
            continue
        if name == "original" and value.draft is None and value.record is not None:
            yield from _faults_in(value.record, (*path, name))
        found = getattr(value, "faults", None)
        if found is not None:
            for fault in found:
                yield fault.under(*path, name)
            continue
        for step, each in _parts(value):
            for fault in getattr(each, "faults", ()):
                yield fault.under(*path, name, step)


def _parts(value: object) -> Iterator[tuple[str | int, object]]:
    """Give the values that a field of many holds, each with its step from the field."""
    if isinstance(value, tuple):
        yield from enumerate(value)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield str(key), each


def _vietnamese(field: str) -> Text:
    found = field_term(field)
    return Text(vi=found.vietnamese, en=found.english)

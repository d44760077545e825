"""The kinds of field a record has, each as one annotated type.

What was written (text, list, mapping) -> State, or a value of the notation floor.

Every field has three states: absent (None), empty (``State.GAP``: a gap on paper) and ``không``
(``State.OMITTED``: not printed). A text that cannot be read raises UnreadableError with its
faults; ``vnadmindocs.record.draft`` gives them their places.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Annotated, Any, ClassVar, TypeVar

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.text import clean, closest, fold
from vnadmindocs.record.model import InvalidRecordError, Model, Reading
from vnadmindocs.record.vocabulary import NOT_PRINTED, vocabulary
from vnadmindocs.terms import Choice, term, terms
from vnadmindocs.values import dataclass

ModelType = TypeVar("ModelType", bound="RecordModel")
Item = TypeVar("Item")


class State(Enum):
    """What a key says when it is there and holds no value."""

    GAP = "gap"  # key written, nothing after it: a gap on paper
    OMITTED = "omitted"  # «không»: not printed


# Editors run YAML 1.2 types: an unquoted 05 or 2025 is a number to them and a text to us.
TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
TextInput = Annotated[str, "of any plain type"]
TextsInput = TextInput | list[TextInput]

# What is usually written first in a mapping, where that is not what the glossary names first.
_EXAMPLES = {"document": ["subject", "body"]}


class Literal(str):
    """A text that is words, whatever they say: «không» in it is no state."""

    __slots__ = ()


class RecordModel(Model):
    """The base of every model of the record.

    Attributes:
        vocabulary: the mapping of the glossary that names its fields.
    """

    vocabulary: ClassVar[str] = "document"


def state_of(value: object) -> State | None:
    """Tell the state a written value stands for; None when it is a value."""
    if isinstance(value, State):
        return value
    if isinstance(value, str):
        if not value or value.isspace():
            return State.GAP
        if len(value) < 8 and fold(value) in NOT_PRINTED and not isinstance(value, Literal):
            return State.OMITTED
    elif isinstance(value, list | tuple | dict) and not value:
        return State.GAP
    return None


@dataclass(frozen=True, slots=True)
class Reads:
    """How one field is read, and what may be written in it.

    Attributes:
        read: from a written value, and the ``Reading`` when ``with_info``.
        written: the types a record may hold here, for the JSON schema.
        keeps_states: absent, empty and «không» pass by the function.
        with_info: the function also asks for the fields read before it, or for the folder.
    """

    read: Callable[..., Any]
    written: Any
    keeps_states: bool = True
    with_info: bool = False

    def read_field(self, value: Any, reading: Reading) -> Any:
        """Read a written value; absent, empty and «không» are read by none unless it wants them."""
        if not self.keeps_states:
            return self.read(value)
        if value is None:
            return None
        state = state_of(value)
        if state is not None:
            return state
        return self.read(value, reading) if self.with_info else self.read(value)


def in_context(read: Callable[[Any, Any], Any], written: Any) -> Reads:
    """Make the annotation of a field whose reader needs the folder the record lies in."""
    return Reads(lambda value, info: read(value, info.context), written, with_info=True)


def text_of(value: object) -> str:
    """Read a text; numbers and dates given in Python are taken as their digits.

    Raises:
        UnreadableError: SCH021, a mapping or a list stands where a text is expected.
    """
    if isinstance(value, str):
        return clean(value).strip("\n").rstrip()
    if isinstance(value, bool) or not isinstance(value, int | float | datetime.date):
        raise UnreadableError(Fault("SCH021", facts={"found": _shape(value)}))
    return str(value)


def line_of(value: object) -> str:
    """Read a text of one line.

    Raises:
        UnreadableError: SCH021 as ``text_of``; SCH022, the text has several lines.
    """
    text = text_of(value).strip()
    if "\n" in text:
        raise UnreadableError(Fault("SCH022", line=1))
    return text


def texts_of(value: object) -> tuple[tuple[str, tuple[str | int, ...]], ...]:
    """Read a text, or a list of texts, each with its path from the field.

    Raises:
        UnreadableError: SCH021 for every item that is no text.
    """
    if isinstance(value, str):
        return ((text_of(value), ()),)
    if not isinstance(value, Iterable) or isinstance(value, Mapping):
        return ((text_of(value), ()),)
    found: list[tuple[str, tuple[str | int, ...]]] = []
    faults: list[Fault] = []
    for index, item in enumerate(value):
        try:
            found.append((text_of(item), (index,)))
        except UnreadableError as error:
            faults.extend(fault.under(index) for fault in error.faults)
    if faults:
        raise UnreadableError(*faults)
    return tuple(found)


def choice_reader(mapping: str, field: str) -> Callable[[object], str]:
    """Make the reader of a closed choice; it gives the English name.

    The reader raises UnreadableError SCH023 with the choices, and the nearest one.
    """
    spellings: dict[str, str] = {}

    def choices() -> tuple[Choice, ...]:
        return term(mapping, field).choices

    def read(value: object) -> str:
        if not spellings:
            for choice in choices():
                for spelling in (choice.english, choice.vietnamese, *choice.aliases):
                    spellings[fold(spelling)] = choice.english
        written = line_of(value)
        found = spellings.get(fold(written))
        if found is None:
            near = closest(
                written,
                [name for each in choices() for name in (each.vietnamese, each.english)],
            )
            raise UnreadableError(
                Fault(
                    "SCH023",
                    facts={
                        "found": written,
                        "choices": Text(
                            vi=", ".join(f"«{choice.vietnamese}»" for choice in choices()),
                            en=", ".join(f"«{choice.english}»" for choice in choices()),
                        ),
                        "near": nearest(near),
                    },
                )
            )
        return found

    return read


def nearest(name: str | None) -> Text:
    """Say which name is nearest, as the end of a hint; nothing when none is near."""
    if not name:
        return Text(vi="", en="")
    return Text(vi=f"; gần nhất là «{name}»", en=f"; the nearest is «{name}»")


def read_items(value: object, read: Callable[[Any], Item]) -> tuple[Item, ...]:
    """Read one value, or each of a list; faults of an item come out under its index.

    Raises:
        UnreadableError: every fault of every item.
    """
    if not isinstance(value, list | tuple):
        return (read(value),)
    found: list[Item] = []
    faults: list[Fault] = []
    for index, each in enumerate(value):
        try:
            found.append(read(each))
        except UnreadableError as error:
            faults.extend(fault.under(index) for fault in error.faults)
    if faults:
        raise UnreadableError(*faults)
    return tuple(found)


def nested(model: type[ModelType], value: object, context: object) -> ModelType:
    """Read a mapping as a model; its faults come out with their paths.

    Raises:
        UnreadableError: every fault of the mapping.
    """
    if isinstance(value, model):
        return value
    if not isinstance(value, Mapping):
        raise UnreadableError(Fault("SCH024", facts={"names": _first_names(model.vocabulary)}))
    try:
        return model.from_values(value, context=context)
    except InvalidRecordError as error:
        raise UnreadableError(
            *_named(faults_of(error, model.vocabulary), model.vocabulary)
        ) from error


def _named(faults: Iterable[Fault], mapping: str) -> Iterator[Fault]:
    """Name the missing parts of a mapping in both languages."""
    for fault in faults:
        field = fault.facts.get("field")
        if fault.code == "SCH020" and not fault.path and isinstance(field, str):
            found = term(mapping, field)
            name = Text(vi=found.vietnamese, en=found.english)
            yield Fault("SCH020", facts={"field": name})
        else:
            yield fault


def _first_names(mapping: str) -> Text:
    """Give the names a mapping usually has, as an example of what to write."""
    names = _EXAMPLES.get(mapping) or [each.english for each in terms(mapping)[:2]]
    found = [term(mapping, name) for name in names]
    return Text(
        vi=", ".join(f"«{each.vietnamese}: …»" for each in found),
        en=", ".join(f"«{each.english}: …»" for each in found),
    )


def free_names_expected() -> Fault:
    """Give the fault of a text or list where names of the writer's own are expected."""
    return Fault("SCH024", facts={"names": Text(vi="«tên: nội dung»", en="«name: value»")})


def nested_by_name(model: type[ModelType], value: object, context: object) -> dict[str, ModelType]:
    """Read a mapping of free names to models; an entry left empty is left out.

    Raises:
        UnreadableError: every fault of the mapping.
    """
    if not isinstance(value, Mapping):
        raise UnreadableError(free_names_expected())
    found: dict[str, ModelType] = {}
    faults: list[Fault] = []
    for name, each in value.items():
        try:
            if state_of(each) is None:
                found[str(name)] = nested(model, each, context)
        except UnreadableError as error:
            faults.extend(fault.under(str(name)) for fault in error.faults)
    if faults:
        raise UnreadableError(*faults)
    return found


def faults_of(error: InvalidRecordError, mapping: str = "document") -> tuple[Fault, ...]:
    """Give the faults of fields that could not be read.

    Args:
        error: what could not be read.
        mapping: the mapping of the glossary that was read.
    """
    found: list[Fault] = []
    for name, cause in error.causes:
        if cause is None:
            found.append(Fault("SCH020", facts={"field": name}))
        elif isinstance(cause, UnreadableError):
            found.extend(fault.under(name) for fault in cause.faults)
        else:
            raise cause
    for name in error.unknown:
        facts = {"found": name, "names": vocabulary(mapping).names}
        found.append(Fault("SCH002", path=(name,), facts=facts))
    return tuple(found)


def _shape(value: object) -> Text:
    """Name the shape of a value that is of the wrong one."""
    if isinstance(value, Mapping):
        return Text(vi="nhóm dòng «tên: nội dung»", en="group of lines «name: value»")
    if isinstance(value, list | tuple):
        return Text(vi="danh sách", en="list")
    name = type(value).__name__
    return Text(vi=name, en=name)


Line = Annotated[str | State | None, Reads(line_of, TextInput)]
Lines = Annotated[str | State | None, Reads(text_of, TextInput)]

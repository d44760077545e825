"""What a model of the record is: frozen fields, each read by the function its annotation names.

A mapping of written values -> a model, or every fault of it at once. Python sees pydantic's
``ValidationError``; pydantic itself is loaded only to raise it, as importing it takes longer
than rendering a letter.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, NoReturn, Protocol, Self

from vnadmindocs.values import dataclass

_MISSING = object()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a field may ask for while it is read.

    Attributes:
        data: the fields read before it, without those that could not be read.
        context: what the caller gave to read with: the folder the record lies in.
    """

    data: Mapping[str, Any]
    context: Any


class Reader(Protocol):
    """The part of an annotation that reads a field."""

    def read_field(self, value: Any, reading: Reading) -> Any:
        """Read a written value; a ValueError says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class ModelField:
    """One field of a model.

    Attributes:
        reader: how it is read.
        default: its value where nothing is written; a mapping is copied.
    """

    reader: Reader
    default: Any

    def is_required(self) -> bool:
        """Tell whether it must be written."""
        return self.default is _MISSING


class UnreadFieldsError(Exception):
    """Some fields could not be read.

    Attributes:
        causes: for each field its name and why; None where it is missing.
        unknown: names that are no field.
    """

    def __init__(
        self,
        model: str,
        values: Mapping[str, Any],
        causes: list[tuple[str, Exception | None]],
        unknown: list[str],
    ) -> None:
        super().__init__(model)
        self.model = model
        self.values = values
        self.causes = causes
        self.unknown = unknown


class _Fields:
    """The fields of a model by name, found when first asked for: annotations are texts."""

    def __get__(self, _instance: object, owner: type[Model]) -> Mapping[str, ModelField]:
        own = owner.__dict__.get("_own_fields")
        if own is None:
            own = dict(_fields_of(owner))
            owner._own_fields = own
        found: dict[str, ModelField] = own
        return found


def _fields_of(model: type[Model]) -> Iterator[tuple[str, ModelField]]:
    names: dict[str, ModelField] = {}
    for base in model.__bases__:
        if issubclass(base, Model):
            names |= base.model_fields
    for name, annotation in inspect.get_annotations(model, eval_str=True).items():
        if name.startswith("_") or not hasattr(annotation, "__metadata__"):
            continue
        reader = next(each for each in annotation.__metadata__ if hasattr(each, "read_field"))
        names[name] = ModelField(reader, model.__dict__.get(name, _MISSING))
    yield from names.items()


class Model:
    """The base of every model: frozen, strict about names, equal when all fields are.

    Attributes:
        model_fields: its fields by name, in the order they are read.
    """

    model_fields: ClassVar[Mapping[str, ModelField]] = _Fields()  # type: ignore[assignment]
    _own_fields: ClassVar[dict[str, ModelField]]

    def __init__(self, /, **values: Any) -> None:
        """Read the fields, each written as a record writes it.

        Raises:
            ValidationError: pydantic's, with every fault in words.
        """
        try:
            self._fill(values, None)
        except UnreadFieldsError as error:
            _raise(error)

    @classmethod
    def model_validate(cls, values: Mapping[str, Any], *, context: Any = None) -> Self:
        """Read a mapping of field names.

        Args:
            values: what is written, by name.
            context: handed to the readers of fields.

        Raises:
            ValidationError: as the constructor.
        """
        try:
            return cls.read_fields(values, context)
        except UnreadFieldsError as error:
            _raise(error)

    @classmethod
    def read_fields(cls, values: Mapping[str, Any], context: Any) -> Self:
        """Do as ``model_validate``, for callers that have words of their own.

        Raises:
            UnreadFieldsError: some field is missing, unknown or wrong.
        """
        made = cls.__new__(cls)
        made._fill(values, context)
        return made

    def _fill(self, values: Mapping[str, Any], context: Any) -> None:
        fields = type(self).model_fields
        data = self.__dict__
        reading = Reading(data, context)
        causes: list[tuple[str, Exception | None]] = []
        for name, field in fields.items():
            if name in values:
                try:
                    data[name] = field.reader.read_field(values[name], reading)
                except (ValueError, AssertionError) as error:
                    causes.append((name, error))
            elif field.default is _MISSING:
                causes.append((name, None))
            else:
                default = field.default
                data[name] = dict(default) if isinstance(default, dict) else default
        unknown = [name for name in values if name not in fields]
        if causes or unknown:
            raise UnreadFieldsError(type(self).__name__, values, causes, unknown)

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Give a copy with other values in some fields, which are not read again."""
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__, **update)
        return made

    def __setattr__(self, name: str, _value: object) -> None:
        _refuse(self, name)

    def __delattr__(self, name: str) -> None:
        _refuse(self, name)

    def __eq__(self, other: object) -> bool:
        return self.__dict__ == other.__dict__ if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({fields})"


def _raise(found: UnreadFieldsError) -> NoReturn:
    """Raise what every user of pydantic knows to catch."""
    from pydantic_core import InitErrorDetails, ValidationError

    details: list[InitErrorDetails] = []
    for name, cause in found.causes:
        if cause is None:
            details.append({"type": "missing", "loc": (name,), "input": found.values})
        else:
            kind = "value_error" if isinstance(cause, ValueError) else "assertion_error"
            written = found.values[name]
            details.append(
                {"type": kind, "loc": (name,), "input": written, "ctx": {"error": cause}}
            )
    for name in found.unknown:
        details.append({"type": "extra_forbidden", "loc": (name,), "input": found.values[name]})
    raise ValidationError.from_exception_data(found.model, details)


def _refuse(model: Model, name: str) -> NoReturn:
    from pydantic_core import ValidationError

    raise ValidationError.from_exception_data(
        type(model).__name__,
        [{"type": "frozen_instance", "loc": (name,), "input": None}],
    )

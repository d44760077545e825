"""What a model of the record is: frozen fields, each read by the function its annotation names.

A mapping of written values -> a model, or every fault of it at once.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import FrozenInstanceError
from typing import Any, ClassVar, Protocol, Self

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


class InvalidRecordError(ValueError):
    """Values that no model can be made of; it says what is wrong with each of them.

    Attributes:
        model: name of the model.
        causes: for each field its name and why; None where it is missing.
        unknown: names that are no field.
    """

    def __init__(
        self, model: str, causes: list[tuple[str, Exception | None]], unknown: list[str]
    ) -> None:
        super().__init__(model)
        self.model = model
        self.causes = causes
        self.unknown = unknown

    def __str__(self) -> str:
        lines = [f"{name}: {cause or 'missing'}" for name, cause in self.causes]
        lines += [f"{name}: no such field" for name in self.unknown]
        return "\n  ".join((f"no {self.model} can be made of this:", *lines))


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
            InvalidRecordError: some field is missing, unknown or wrong.
        """
        self._fill(values, None)

    @classmethod
    def from_values(cls, values: Mapping[str, Any], *, context: Any = None) -> Self:
        """Read a mapping of field names.

        Args:
            values: what is written, by name.
            context: handed to the readers of fields.

        Raises:
            InvalidRecordError: as the constructor.
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
            raise InvalidRecordError(type(self).__name__, causes, unknown)

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Give a copy with other values in some fields, which are not read again."""
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__, **update)
        return made

    def __setattr__(self, name: str, _value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return self.__dict__ == other.__dict__ if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({fields})"

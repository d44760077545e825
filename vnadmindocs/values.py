"""Dataclasses with slots made in a tenth of the time; everything else about them is the same.

``dataclasses`` compiles six functions for each frozen class: a third of the time of one
``vnadmindocs render`` went into classes. Here ``__new__`` alone is compiled, when a class is first
used, and the others are shared code that reads the fields. Classes without slots go to
``dataclasses``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # Type checkers know the fields of this decorator, and of no other as well.
    from dataclasses import dataclass
else:

    def dataclass(cls=None, /, **options):
        """Do as ``dataclasses.dataclass``."""
        if cls is not None:
            return dataclasses.dataclass(cls, **options)
        if not set(options) <= {"frozen", "slots", "eq", "order"} or not options.get("slots"):
            return dataclasses.dataclass(**options)
        return lambda made: _made(
            made,
            frozen=options.get("frozen", False),
            equal=options.get("eq", True),
            ordered=options.get("order", False),
        )


__all__ = ["dataclass"]

_ABSENT = object()
_BEFORE_COMPILING = 8  # objects of a class
_put = object.__setattr__


@dataclasses.dataclass(frozen=True)
class _Frozen:
    """What ``dataclasses`` writes into a frozen class, and into a field of its objects."""

    field: int


@dataclasses.dataclass(init=False, repr=False, eq=False)
class _Open:
    """What it writes into any other class."""


_FROZEN, _OPEN = (getattr(each, "__dataclass_params__") for each in (_Frozen, _Open))  # noqa: B009
_OF_AN_OBJECT = getattr(dataclasses.fields(_Frozen)[0], "_field_type")  # noqa: B009


def _made(cls: type, *, frozen: bool, equal: bool, ordered: bool) -> type:
    own = cls.__dict__
    made, fields = _with_slots(cls, _FROZEN if frozen else _OPEN)
    methods: dict[str, Callable[..., Any] | None] = {
        "__new__": _new(made, fields),
        "__repr__": _repr(fields),
        "__reduce__": _reduce(fields),
    }
    if frozen:
        methods |= {"__setattr__": _refuse_assignment, "__delattr__": _refuse_deletion}
    if equal:
        key = _key([field.name for field in fields if field.compare])
        methods |= _comparisons(key, ordered=ordered)
        if not frozen:
            methods["__hash__"] = None
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _with_slots(cls: type, parameters: object) -> tuple[type, tuple[dataclasses.Field[Any], ...]]:
    """Give the class with a slot for each field, known to ``dataclasses`` as one of its own.

    What ``dataclasses`` would do, without looking for what these classes never have: bases with
    fields, fields of the class, keywords alone.
    """
    members = dict(cls.__dict__)
    fields: dict[str, dataclasses.Field[Any]] = {}
    for name, annotation in members.get("__annotations__", {}).items():
        default = members.pop(name, dataclasses.MISSING)
        found: Any = default if isinstance(default, dataclasses.Field) else None
        if found is None:
            found = dataclasses.field(default=default)
        found.name, found.type, found.kw_only = name, annotation, False
        found._field_type = _OF_AN_OBJECT
        fields[name] = found
    for name in ("__dict__", "__weakref__"):
        members.pop(name, None)
    members["__slots__"] = tuple(fields)
    members["__match_args__"] = tuple(name for name, each in fields.items() if each.init)
    members["__dataclass_fields__"] = fields
    members["__dataclass_params__"] = parameters
    made = type(cls)(cls.__name__, cls.__bases__, members)
    made.__qualname__ = cls.__qualname__
    return made, tuple(fields.values())


def _new(cls: type, fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., Any]:
    """Give ``__new__``: the first few objects are filled field by field, then it is compiled.

    A run of the command line makes a few objects of most classes, and compiling takes as long as
    some dozens of them; a batch makes thousands.
    """
    names = [field.name for field in fields if field.init]
    left = _BEFORE_COMPILING

    def first(made: type, /, *args: Any, **values: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0 or len(args) > len(names) or not values.keys() <= set(names[len(args) :]):
            return compiled(made, *args, **values)
        values.update(zip(names, args, strict=False))
        self: Any = object.__new__(made)
        for field in fields:
            if field.name in values:
                _put(self, field.name, values[field.name])
            elif field.default is not dataclasses.MISSING:
                _put(self, field.name, field.default)
            elif field.default_factory is not dataclasses.MISSING:
                _put(self, field.name, field.default_factory())
            elif field.init:
                return compiled(made, *args)  # which says what is missing
        if hasattr(made, "__post_init__"):
            self.__post_init__()
        return self

    def compiled(made: type, /, *args: Any, **values: Any) -> Any:
        new = _compiled_new(cls, fields)
        cls.__new__ = new  # type: ignore[method-assign]
        return new(made, *args, **values)

    return first


def _compiled_new(cls: type, fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., Any]:
    """Compile ``__new__``.

    An object is filled while it is of a twin class, which has the same slots and forbids nothing,
    and then becomes what it is: half the time of passing by the refusal to assign, field by field.
    """
    twin = type(cls.__name__, (), {"__slots__": tuple(field.name for field in fields)})
    names: dict[str, object] = {"_absent": _ABSENT, "_make": object.__new__, "_twin": twin}
    parameters, lines = ["_class", "/"], []
    for field in fields:
        name, value = field.name, field.name
        if field.default_factory is not dataclasses.MISSING:
            names[f"_make_{name}"] = field.default_factory
            if field.init:
                parameters.append(f"{name}=_absent")
                value = f"_make_{name}() if {name} is _absent else {name}"
            else:
                value = f"_make_{name}()"
        elif field.default is not dataclasses.MISSING:
            names[f"_default_{name}"] = field.default
            if field.init:
                parameters.append(f"{name}=_default_{name}")
            else:
                value = f"_default_{name}"
        elif field.init:
            parameters.append(name)
        else:
            continue
        lines.append(f"_self.{name} = {value}")
    lines.append("_self.__class__ = _class")
    if hasattr(cls, "__post_init__"):
        lines.append("_self.__post_init__()")
    # The names are parameters of a function around it: reached faster than globals.
    source = (
        f"def make({', '.join(names)}):\n def __new__({', '.join(parameters)}):\n"
        "  _self = _make(_twin)\n  " + "\n  ".join(lines) + "\n  return _self\n return __new__"
    )
    made: dict[str, Callable[..., Callable[..., Any]]] = {}
    exec(source, {}, made)
    return made["make"](**names)


def _repr(fields: tuple[dataclasses.Field[Any], ...]) -> Callable[[object], str]:
    names = [field.name for field in fields if field.repr]

    def __repr__(self: object) -> str:  # noqa: N807
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({values})"

    return __repr__


def _key(names: list[str]) -> Callable[[object], object]:
    return attrgetter(*names) if names else lambda _self: ()


def _comparisons(key: Callable[[object], Any], *, ordered: bool) -> dict[str, Callable[..., Any]]:
    def __eq__(self: object, other: object) -> Any:  # noqa: N807
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(key(self))

    def __lt__(self: object, other: object) -> Any:  # noqa: N807
        return key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self: object, other: object) -> Any:  # noqa: N807
        return key(self) <= key(other) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self: object, other: object) -> Any:  # noqa: N807
        return key(self) > key(other) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self: object, other: object) -> Any:  # noqa: N807
        return key(self) >= key(other) if other.__class__ is self.__class__ else NotImplemented

    order = {"__lt__": __lt__, "__le__": __le__, "__gt__": __gt__, "__ge__": __ge__}
    return {"__eq__": __eq__, "__hash__": __hash__, **(order if ordered else {})}


def _refuse_assignment(self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deletion(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _reduce(fields: tuple[dataclasses.Field[Any], ...]) -> Callable[[object], tuple[Any, ...]]:
    names = [field.name for field in fields]

    def __reduce__(self: object) -> tuple[Any, ...]:  # noqa: N807
        return _restored, (type(self), names, [getattr(self, name) for name in names])

    return __reduce__


def _restored(cls: type, names: list[str], values: list[Any]) -> object:
    """Make an object again of all its fields, for copies and pickles."""
    made: object = object.__new__(cls)
    for name, value in zip(names, values, strict=True):
        _put(made, name, value)
    return made

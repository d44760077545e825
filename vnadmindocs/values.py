"""Frozen dataclasses made in a fifth of the time; everything else about them is the same.

``dataclasses`` compiles six functions for each frozen class: a third of the time of one
``vnadmindocs render`` went into classes. Here ``__init__`` alone is compiled, the others are
shared code that reads the fields. Classes that are not frozen with slots go to ``dataclasses``.
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
        if set(options) <= {"frozen", "slots", "eq", "order"} and (
            options.get("frozen") and options.get("slots")
        ):
            equal, ordered = options.get("eq", True), options.get("order", False)
            return lambda made: _frozen(made, equal=equal, ordered=ordered)
        return dataclasses.dataclass(**options)


__all__ = ["dataclass"]

_ABSENT = object()


def _frozen(cls: type, *, equal: bool, ordered: bool) -> type:
    own = cls.__dict__
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    fields = dataclasses.fields(made)
    methods: dict[str, Callable[..., Any]] = {
        "__init__": _init(made, fields),
        "__repr__": _repr(fields),
        "__setattr__": _refuse_assignment,
        "__delattr__": _refuse_deletion,
        "__getstate__": _state(fields),
        "__setstate__": _restore(fields),
    }
    if equal:
        key = _key([field.name for field in fields if field.compare])
        methods |= _comparisons(key, ordered=ordered)
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _init(cls: type, fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    """Compile ``__init__``: each field put into its slot, past the refusal to assign."""
    names: dict[str, object] = {"_absent": _ABSENT}
    parameters, lines = ["self"], []
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
        names[f"_put_{name}"] = getattr(cls, name).__set__
        lines.append(f"_put_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    # The names are parameters of a function around it: reached faster than globals.
    source = (
        f"def make({', '.join(names)}):\n def __init__({', '.join(parameters)}):\n  "
        + "\n  ".join(lines or ["pass"])
        + "\n return __init__"
    )
    made: dict[str, Callable[..., Callable[..., None]]] = {}
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


def _state(fields: tuple[dataclasses.Field[Any], ...]) -> Callable[[object], list[Any]]:
    def __getstate__(self: object) -> list[Any]:  # noqa: N807
        return [getattr(self, field.name) for field in fields]

    return __getstate__


def _restore(
    fields: tuple[dataclasses.Field[Any], ...],
) -> Callable[[object, list[Any]], None]:
    def __setstate__(self: object, state: list[Any]) -> None:  # noqa: N807
        for field, value in zip(fields, state, strict=True):
            object.__setattr__(self, field.name, value)

    return __setstate__

"""Frozen dataclasses of ours behave as those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, replace
from typing import Any

import pytest

from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A point that knows who looked at it."""

    x: int
    y: int = 2
    names: list[str] = field(default_factory=list, compare=False)
    total: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", self.x + self.y)


@dataclass(frozen=True, slots=True, order=True)
class Rank:
    """Two numbers that have an order."""

    first: int
    second: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """Equal to itself alone."""

    x: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """Has a comparison of its own."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and other.name.lower() == self.name.lower()

    def __hash__(self) -> int:
        return hash(self.name.lower())


@dataclass(frozen=True, slots=True)
class Empty:
    """Holds nothing."""


@dataclass(slots=True)
class Open:
    """Not frozen."""

    x: int = 0


def test_fields_have_their_defaults_and_a_list_of_their_own() -> None:
    """Fields have their defaults and a list of their own."""
    one, other = Point(1), Point(1, 2)
    assert (one.x, one.y, one.names, one.total) == (1, 2, [], 3)
    assert one.names is not other.names


def test_positions_and_names_are_both_taken_and_nothing_else() -> None:
    """Positions and names are both taken and nothing else."""
    assert Point(1, 5, ["a"]) == Point(names=["b"], y=5, x=1)
    wrong: Any = Point
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'x'"):
        wrong()
    with pytest.raises(TypeError, match="unexpected keyword argument 'total'"):
        wrong(1, total=3)


def test_only_equal_values_of_one_class_are_equal_and_equal_ones_hash_alike() -> None:
    """Only equal values of one class are equal and equal ones hash alike."""
    assert Point(1) == Point(1, names=["seen"])
    assert hash(Point(1)) == hash(Point(1, names=["seen"]))
    assert Point(1) != Point(2)
    assert Point(1).__eq__((1, 2)) is NotImplemented
    assert Empty() == Empty()
    assert Same() != Same()
    assert Named("A") == Named("a")
    assert len({Named("A"), Named("a")}) == 1


def test_values_with_an_order_are_sorted_field_by_field() -> None:
    """Values with an order are sorted field by field."""
    assert sorted([Rank(2), Rank(1, 5), Rank(1)]) == [Rank(1), Rank(1, 5), Rank(2)]
    assert Rank(1) <= Rank(1) < Rank(1, 1)
    assert Rank(1, 1) >= Rank(1, 1) > Rank(1)
    unordered: Any = Point(1)
    with pytest.raises(TypeError):
        _ = unordered < Point(2)


def test_nothing_can_be_assigned_or_deleted() -> None:
    """Nothing can be assigned or deleted."""
    point: Any = Point(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        point.x = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        del point.x
    with pytest.raises(FrozenInstanceError):
        point.other = 2


def test_it_is_shown_as_a_dataclass_is() -> None:
    """It is shown as a dataclass is."""
    standard = dataclasses.make_dataclass("Point", [("x", int), ("y", int), ("names", list[str])])
    assert repr(Point(1)) == repr(standard(1, 2, []))


def test_it_is_replaced_copied_and_pickled_whole() -> None:
    """It is replaced copied and pickled whole."""
    point = Point(1, 5, ["a"])
    assert replace(point, x=4).total == 9
    for again in (copy.copy(point), copy.deepcopy(point), pickle.loads(pickle.dumps(point))):
        assert (again, again.names, again.total) == (point, ["a"], 6)
    assert [each.name for each in dataclasses.fields(Point)] == ["x", "y", "names", "total"]
    assert dataclasses.is_dataclass(Point)


def test_it_has_slots_alone_and_can_be_matched() -> None:
    """It has slots alone and can be matched."""
    assert not hasattr(Point(1), "__dict__")
    match Point(1, 7):
        case Point(x, y):
            assert (x, y) == (1, 7)


def test_what_is_not_frozen_can_be_assigned() -> None:
    """What is not frozen can be assigned."""
    opened = Open()
    opened.x = 3
    assert opened == Open(3)


def test_first_objects_are_like_later_ones() -> None:
    """What is compiled after some objects is seen by nobody."""

    @dataclass(frozen=True, slots=True)
    class Late:
        """Has a default, a list of its own and a total."""

        x: int
        y: int = 2
        names: list[str] = field(default_factory=list)
        total: int = field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "total", self.x + self.y)

    wrong: Any = Late
    every = []
    for _ in range(20):
        every += [Late(1), Late(x=1), Late(1, 2, []), Late(1, names=[])]
        for given, named, said in (
            ((), {}, "missing 1 required positional argument: 'x'"),
            ((), {"y": 1}, "missing 1 required positional argument: 'x'"),
            ((1,), {"total": 3}, "unexpected keyword argument 'total'"),
            ((1,), {"x": 3}, "multiple values for argument 'x'"),
            ((1, 2, [], 4), {}, "takes .* positional arguments"),
        ):
            with pytest.raises(TypeError, match=said):
                wrong(*given, **named)
    assert {type(each) for each in every} == {Late}
    assert all(each == every[0] and each.total == 3 for each in every)
    assert len({id(each.names) for each in every}) == len(every)


def test_what_is_not_frozen_is_like_that_of_the_standard_library() -> None:
    """It is equal by its fields, has no hash, and is copied whole."""
    assert Open(1) == Open(1) != Open(2)
    assert repr(Open(1)).endswith("Open(x=1)")
    with pytest.raises(TypeError, match="unhashable"):
        hash(Open(1))
    assert copy.copy(Open(4)) == pickle.loads(pickle.dumps(Open(4))) == replace(Open(1), x=4)
    with pytest.raises(AttributeError):
        Open(1).other = 2  # type: ignore[attr-defined]

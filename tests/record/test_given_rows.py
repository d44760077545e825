"""Rows from Python: lists with numbers and dates, mappings, frames of pandas and polars."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import pytest

from tests.record.test_tables import cells
from vnadmindocs import Document, Table, load, to_yaml
from vnadmindocs.record.model import InvalidRecordError

NAMES = ("Họ tên", "Ngày sinh", "Số tiền")
PEOPLE = [
    ("Trần *Văn* An", datetime.date(1990, 1, 5), 1500000),
    ("Lê Thị [Bình]", datetime.datetime(1991, 11, 15), float("nan")),
]
PRINTED = [["Trần \\*Văn\\* An", "05/01/1990", "1500000"], ["Lê Thị [Bình]", "15/11/1991", ""]]


class Pandas:
    """What is asked of a frame of pandas."""

    columns = NAMES

    def itertuples(self, *, index: bool, name: None) -> Iterator[Sequence[object]]:
        """Give the rows."""
        assert not index
        return iter(PEOPLE)


class Polars:
    """What is asked of a frame of polars."""

    columns = NAMES

    def iter_rows(self) -> Iterator[Sequence[object]]:
        """Give the rows."""
        return iter(PEOPLE)


class Numpy:
    """A number of numpy."""

    def item(self) -> float:
        """Give Python's own number."""
        return 2.5


MAPPINGS = [dict(zip(NAMES, row, strict=True)) for row in PEOPLE]


@pytest.mark.parametrize("rows", [Pandas(), Polars(), MAPPINGS, iter(MAPPINGS)])
def test_rows_with_names_bring_their_columns_and_are_data(rows: Any) -> None:
    """This test shows frames and mappings: no mark in a text, no number or date made a text."""
    read = Table(rows=rows)
    assert (read.headings, cells(read)) == (NAMES, PRINTED)


def test_declared_columns_choose_and_order_those_of_a_frame() -> None:
    """This test shows that columns are found by name, and figures printed by kind."""
    columns = [{"name": "số tiền", "kind": "money"}, {"name": "họ tên"}]
    read = Table(columns=columns, rows=Pandas())
    assert cells(read) == [["1.500.000", "Trần \\*Văn\\* An"], ["", "Lê Thị [Bình]"]]
    renamed = Table(columns="A | B | C", rows=Pandas())
    assert cells(renamed) == PRINTED


@pytest.mark.parametrize(
    "rows",
    [
        ([name, amount] for name, amount in (("a", 1.5), ("b", Decimal("2.50")))),
        (("a", 1.5), ("b", Decimal("2.50"))),
        [["a", 1.5], ["b", Decimal("2.50")]],
    ],
)
def test_any_iterable_of_rows_is_taken(rows: Iterable[object]) -> None:
    """This test shows numbers in lists, tuples and generators, with the decimals they have."""
    read = Table(columns=["A", {"name": "B", "kind": "number"}], rows=rows, total_rows="Cộng")
    assert [row[-1] for row in cells(read)] == ["1,5", "2,50", "4,00"]
    assert read.faults == ()


def test_nothing_and_numbers_of_numpy_are_cells() -> None:
    """This test shows an empty cell, and a number that is no Python number."""
    rows = [[None, Numpy()], ["x", True], [Decimal("NaN"), Decimal("1E+999999")]]
    assert cells(Table(columns="A | B", rows=rows)) == [
        ["", "2,5"],
        ["x", "TRUE"],
        ["", "1E+999999"],
    ]


def test_a_number_from_python_needs_no_writing() -> None:
    """This test shows that 1.234 given as a number is no puzzle."""
    read = Table(columns=[{"name": "A", "kind": "number"}], rows=[[1.234], [1234]])
    assert (cells(read), read.faults) == ([["1,234"], ["1.234"]], ())


def test_rows_of_texts_are_read_as_in_a_record() -> None:
    """This test shows that marks and merging stay where no numbers are given."""
    assert Table(columns="A | B", rows=[["**a**", "<"]]) == Table(columns="A | B", rows="**a** | <")


def test_mappings_in_a_record_file_stay_a_slip() -> None:
    """This test shows that «việc: họp» among rows is not taken for a column."""
    with pytest.raises(InvalidRecordError, match="SCH021"):
        Table.from_values({"columns": "A", "rows": [{"việc": "họp"}]}, context="a folder")


def test_a_record_with_a_frame_is_written_as_it_is_printed() -> None:
    """This test shows the way to YAML and back."""
    record = Document(
        type="thông báo", agency="SỞ A", subject="b", body=["c", Table(rows=Polars())]
    )
    again = load(to_yaml(record)).record
    assert again is not None
    assert to_yaml(again) == to_yaml(record)
    assert "1500000" in to_yaml(record)

"""Rows from Python: lists with numbers and dates, mappings, frames of pandas and polars."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import pytest

from tests.record.test_tables import cells
from vnadmindocs import Document, Table, load, to_yaml
from vnadmindocs.batch.data_list import read_list
from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.notation.table import TableRows
from vnadmindocs.record.column import counted_column
from vnadmindocs.record.given_rows import given_rows
from vnadmindocs.record.model import InvalidRecordError
from vnadmindocs.record.table_rows import rows_from_python

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


def test_columns_that_all_have_other_names_are_taken_in_their_order_and_that_is_said() -> None:
    """This test shows the finding that tells which names met which."""
    read = Table(columns="A | B | C", rows=Pandas())
    (fault,) = read.faults
    assert cells(read) == PRINTED
    assert (fault.code, fault.path) == ("TAB059", ("rows",))
    assert fault.facts == {
        "names": "«A», «B», «C»",
        "found": "«Họ tên», «Ngày sinh», «Số tiền»",
    }


@pytest.mark.parametrize(
    ("columns", "rows", "facts"),
    [
        (
            "Tên | Số tiền",
            [{"Tiền": 5, "Tên": "An"}],
            {"names": "«Số tiền»", "found": "«Tiền», «Tên»"},
        ),
        (
            [
                {"name": "TT", "kind": "ordinal", "numbering": "liên tục"},
                {"name": "Tên"},
                {"name": "Số tiền"},
            ],
            [{"Tiền": 5, "Tên": "An"}],
            {"names": "«Số tiền»", "found": "«Tiền», «Tên»"},
        ),
        (
            "Tên | Số | Số tiền",
            [{"Tên": "An"}],
            {"names": "«Số», «Số tiền»", "found": "«Tên»"},
        ),
    ],
)
def test_a_column_that_rows_lack_is_found_and_nothing_goes_by_position(
    columns: Any, rows: Any, facts: dict[str, object]
) -> None:
    """This test shows that one name that is found forbids to guess the others."""
    with pytest.raises(UnreadableError) as raised:
        rows_from_python_of(columns, rows)
    (fault,) = raised.value.faults
    assert (fault.code, fault.facts) == ("TAB058", facts)
    with pytest.raises(InvalidRecordError, match="TAB058"):
        Table(columns=columns, rows=rows)


def rows_from_python_of(columns: Any, rows: Any) -> TableRows:
    """Read rows for columns that are declared."""
    leaves = Table(columns=columns).leaves
    given = given_rows(rows, mappings=True)
    assert given is not None
    names = [str(leaf.column.name) for leaf in leaves]
    return rows_from_python(given, names, counted_column(leaves))


@pytest.mark.parametrize("value", [b"x", object(), {"a"}, 1j])
def test_a_value_without_a_writing_of_its_own_is_refused(value: object) -> None:
    """This test shows that no name of a type and no address is ever printed."""
    with pytest.raises(UnreadableError) as raised:
        rows_from_python_of("A | B", [{"A": 1, "B": "x"}, {"A": 1, "B": value}])
    (fault,) = raised.value.faults
    assert (fault.code, fault.facts["found"]) == ("TAB060", type(value).__name__)
    assert str(fault.facts["where"]) == str(Text("hàng 2, cột 2", "row 2, column 2"))
    with pytest.raises(InvalidRecordError, match="TAB060"):
        Table(columns="A | B", rows=[[1, value]])
    with pytest.raises(UnreadableError) as raised:
        read_list([{"A": value}])
    assert [each.code for each in raised.value.faults] == ["TAB060"]


def test_the_nothing_of_pandas_is_an_empty_cell() -> None:
    """This test shows a value that cannot even be compared with itself."""
    na = type("NAType", (), {"__ne__": lambda self, other: self, "__bool__": None})()
    assert cells(Table(columns="A", rows=[{"A": na}, {"A": 1}])) == [[""], ["1"]]


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

"""Names of files from values of a list: safe on every system, never outside their folder."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.batch import FileNames, UnknownFieldError
from vnadmindocs.batch.file_names import name_part, same_name
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.figure import Figure, Unread
from vnadmindocs.notation.value_format import Value
from vnadmindocs.record.data_field import DataField

FIELDS = {
    "so": ("số", DataField(kind="integer")),
    "ho_ten": ("họ tên", DataField()),
    "ngay": ("ngày", DataField(kind="date")),
}
VALUES: dict[str, Value | Unread | None] = {
    "so": Figure(Decimal(1234)),
    "ho_ten": "Nguyễn Văn An",
    "ngay": PartialDate(5, 3, 2026),
}


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("build/{so}-{ho_ten}.docx", "build/1234-Nguyen-Van-An.docx"),
        ("{Họ tên}.pdf", "Nguyen-Van-An.pdf"),
        ("{ngày: yyyy-mm-dd}.docx", "2026-03-05.docx"),
        ("{ngày}.docx", "05-3-2026.docx"),
        ("{dòng}-{số: 000000}.docx", "007-001234.docx"),
        ("{họ tên: chữ hoa}/{row}.docx", "NGUYEN-VAN-AN/007.docx"),
        ("Quyết định {số}.docx", "Quyết định 1234.docx"),
    ],
)
def test_a_row_is_named_by_a_pattern(pattern: str, name: str) -> None:
    """Fields in any spelling, with the formats of references; the pattern's own words stay."""
    assert FileNames.of(pattern, FIELDS, digits=3).name(7, VALUES) == Path(name)


def test_marks_of_letters_stay_where_that_is_asked() -> None:
    """Without it they go, as some systems and many mail programs spoil them."""
    names = FileNames.of("{ho_ten}.docx", FIELDS, accents=True)
    assert names.name(1, VALUES) == Path("Nguyễn-Văn-An.docx")


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\x", "C-Windows-x"),
        ("12/QĐ-SNV", "12-QD-SNV"),
        ("..", ""),
        ("./.", ""),
        ("a..b", "a.b"),
        (".profile", "profile"),
        ("-rf", "rf"),
        ("a\x00b\nc", "a-b-c"),
        ("***", ""),
        ("=1+1", "1-1"),
        ("x" * 100, "x" * 60),
        ("một hai " * 9, "mot-hai-" * 7 + "mot"),
    ],
)
def test_a_value_is_one_part_of_a_name(value: str, part: str) -> None:
    """All else becomes a hyphen; long ones are cut between words."""
    assert name_part(value) == part


@pytest.mark.parametrize("value", [None, Unread.UNREADABLE, "…", "/"])
def test_a_value_without_words_names_no_file(value: Value | Unread | None) -> None:
    """The field is told instead of a path."""
    assert FileNames.of("{ho_ten}.docx", FIELDS).name(1, {**VALUES, "ho_ten": value}) == "họ tên"


@pytest.mark.parametrize("name", ["con", "NUL", "Com1", "lpt9", "aux.x"])
def test_names_of_devices_are_no_names_of_files(name: str) -> None:
    """Windows would write to the device."""
    found = FileNames.of("{ho_ten}.docx", FIELDS).name(1, {**VALUES, "ho_ten": name})
    assert isinstance(found, Path)
    assert found.name == f"_{name}.docx"


def test_a_folder_is_named_as_safely_as_a_file() -> None:
    """What the pattern itself names is the user's own, and stays."""
    names = FileNames.of("/aux/{ho_ten}/{so}.docx", FIELDS)
    assert names.name(1, {**VALUES, "ho_ten": "con"}) == Path("/aux/_con/1234.docx")


def test_long_patterns_make_names_that_can_be_written() -> None:
    """No system takes more than 255 bytes; what stands beside the name needs room too."""
    written = "{ho_ten}" * 9 + ".docx"
    names = FileNames.of(written, FIELDS, accents=True)
    found = names.name(1, {**VALUES, "ho_ten": "ộ" * 60})
    assert isinstance(found, Path)
    assert len(found.name.encode()) <= 200
    assert found.suffix == ".docx"


@pytest.mark.parametrize("pattern", ["{x}.docx", "{}.docx", "{ngày: dd/mn}.docx", "{số: dd}.docx"])
def test_what_is_no_field_is_refused(pattern: str) -> None:
    """With what could stand there."""
    with pytest.raises(UnknownFieldError) as refused:
        FileNames.of(pattern, FIELDS)
    assert f"{{{refused.value.found}}}" in pattern
    assert refused.value.names


def test_names_that_are_one_file_somewhere_are_one() -> None:
    """Case and composed letters tell no files apart."""
    assert same_name(Path("a/ẢNH.docx")) == same_name(Path("A/ảnh.DOCX"))
    assert same_name(Path("a.docx")) != same_name(Path("b.docx"))


@given(st.text(max_size=80), st.booleans())
def test_no_value_leads_out_of_the_folder(value: str, accents: bool) -> None:
    """Whatever stands in a cell, the file is in the folder of the pattern, with its ending."""
    names = FileNames.of("build/{ho_ten}.docx", FIELDS, accents=accents)
    found = names.name(1, {**VALUES, "ho_ten": value})
    if isinstance(found, str):
        return
    assert found.parent == Path("build")
    assert found.suffix == ".docx"
    assert found.name == found.name.strip(" .-")
    assert not set(found.name) & set('<>:"/\\|?*\0\n')

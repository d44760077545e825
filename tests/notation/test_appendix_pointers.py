"""Pointers to appendices: every mention, its labels, and of which text it is."""

from __future__ import annotations

import time

import pytest

from vnadmindocs.notation.appendix_pointers import (
    Whose,
    encloses,
    label_parts,
    may_point,
    plain_label,
    pointers,
)
from vnadmindocs.notation.citation import find_citations

OWN, OTHER, UNKNOWN = Whose.OWN, Whose.OTHER, Whose.UNKNOWN


def found(text: str) -> list[tuple[str, tuple[str, ...], Whose]]:
    """Give kind, labels and whose of each pointer."""
    return [(each.kind, each.labels, each.whose) for each in pointers(text, find_citations(text))]


@pytest.mark.parametrize(
    ("text", "kind", "labels"),
    [
        ("Chi tiết tại Phụ lục II kèm theo.", "phu_luc", ("II",)),
        ("(Chi tiết tại Phụ lục kèm theo)", "phu_luc", ()),
        ("theo phụ lục đính kèm Quyết định này", "phu_luc", ()),
        ("các phụ lục ban hành kèm theo Thông báo này.", "phu_luc", ()),
        ("Danh sách tại Phụ lục số 03.", "phu_luc", ("03",)),
        ("tại PHỤ LỤC 1 kèm theo", "phu_luc", ("1",)),
        ("theo Phụ lục I, II và III kèm theo Kế hoạch này", "phu_luc", ("I", "II", "III")),
        ("các Phụ lục I, Phụ lục II.", "phu_luc", ("I", "II")),
        ("Phụ lục I đến Phụ lục IV kèm theo", "phu_luc", ("I", "2", "3", "IV")),
        ("Phụ lục 1 - 3 kèm theo.", "phu_luc", ("1", "2", "3")),
        ("theo Biểu 02 kèm theo", "bieu", ("02",)),
        ("theo Biểu số 02.", "bieu", ("02",)),
        ("Phụ biểu 01 kèm theo", "phu_bieu", ("01",)),
        ("theo Mẫu số 01.", "mau", ("01",)),
        ("Phụ lục I.1 kèm theo.", "phu_luc", ("I.1",)),
        ("Phụ lục 2A.", "phu_luc", ("2A",)),
        ("có 02 Phụ lục kèm theo.", "phu_luc", ()),
    ],
)
def test_a_pointer_of_the_document_is_found(text: str, kind: str, labels: tuple[str, ...]) -> None:
    """By number or without one, one or several, ranges written out."""
    assert may_point(text)
    assert found(text) == [(kind, labels, OWN)]


@pytest.mark.parametrize(
    "text",
    [
        "theo Phụ lục I Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.",
        "Phụ lục ban hành kèm theo Thông tư số 01/2011/TT-BNV.",
        "Phụ lục II kèm theo Quyết định số 12/QĐ-UBND.",
        "Mẫu số 01 Phụ lục III Nghị định số 30/2020/NĐ-CP.",
        "Phụ lục của Hợp đồng.",
        "Phụ lục III Kế hoạch.",
        "Biểu 02 kèm theo Công văn số 5/BNV-VP.",
    ],
)
def test_a_pointer_to_another_text_is_known(text: str) -> None:
    """Whatever stands between it and the text."""
    assert {each[2] for each in found(text)} <= {OTHER, UNKNOWN}
    assert OTHER in {each[2] for each in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 30/2020/NĐ-CP và Phụ lục II kèm theo.",
        "Thông tư ban hành mẫu tại Phụ lục I.",
        "Phụ lục II quy định rõ hơn",
    ],
)
def test_what_could_be_of_either_is_neither(text: str) -> None:
    """A text named before it may be meant."""
    assert [each[2] for each in found(text)] == [UNKNOWN]


@pytest.mark.parametrize(
    "text", ["biểu diễn văn nghệ", "mẫu mã đẹp", "biểu quyết 5 phiếu", "đại biểu 12/2025", "mẫu số"]
)
def test_other_words_are_no_pointers(text: str) -> None:
    """Shows, samples, votes."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("Phụ lục II", ("phu_luc", "2")),
        ("PHỤ LỤC 02", ("phu_luc", "2")),
        ("Biểu số 02", ("bieu", "2")),
        ("Phụ lục\nI", ("phu_luc", "1")),
        ("Phụ lục", ("phu_luc", "")),
        ("DANH SÁCH A", ("danh_sach_a", "")),
    ],
)
def test_a_label_is_its_kind_and_its_number(label: str, parts: tuple[str, str]) -> None:
    """Whatever the digits."""
    assert label_parts(label) == parts


def test_each_label_has_its_place() -> None:
    """With the word before it; numbers inside a range stand at its end."""
    text = "các Phụ lục I, II và Phụ lục số 4 đến 6 kèm theo."
    (pointer,) = pointers(text)
    assert [text[start:end] for start, end in pointer.places] == [
        "Phụ lục I",
        "II",
        "Phụ lục số 4",
        "6",
        "6",
    ]
    assert pointer.labels == ("I", "II", "4", "5", "6")


def test_numbers_are_compared_by_value() -> None:
    """Roman and Arabic; letters stay."""
    assert [plain_label(each) for each in ("IV", "04", "4", "2A", "I.1")] == [
        "4", "4", "4", "2a", "I.1".lower()
    ]  # fmt: skip


def test_what_says_enclosed_is_known() -> None:
    """In every way."""
    assert all(encloses(text) for text in ("Gửi kèm theo", "tài liệu đính kèm", "gửi kèm"))
    assert not encloses("kèm cặp")


def test_a_long_text_takes_linear_time() -> None:
    """Labels and kinds without end."""
    start = time.perf_counter()
    for piece in ("Phụ lục I, ", "các Phụ lục ", "Phụ lục I đến ", "Biểu 02 và "):
        assert list(pointers(piece * 5_000)) is not None
    assert time.perf_counter() - start < 5

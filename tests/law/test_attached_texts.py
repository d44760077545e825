"""What may be attached to a decision: lists and forms by their names."""

from __future__ import annotations

import pytest

from vnadmindocs.law.attached_texts import is_form_name, is_list_name, is_titled_text


@pytest.mark.parametrize(
    "name", ["danh sách", "Danh sach", "BẢNG TỔNG HỢP", "phụ biểu 01", "sơ đồ"]
)
def test_a_list_is_known_by_how_its_name_begins(name: str) -> None:
    """This test shows that case and accents do not matter, nor what follows."""
    assert is_list_name(name)


@pytest.mark.parametrize("name", ["điều lệ", "nội quy", "lịch sử ngành", "bảng", "biểu mẫu"])
def test_a_name_is_a_list_only_by_whole_words(name: str) -> None:
    """This test shows that «bảng» alone is a list and «điều lệ» is none."""
    assert is_list_name(name) == (name not in ("điều lệ", "nội quy"))


@pytest.mark.parametrize("name", ["mẫu", "Biểu mẫu", "mau bieu", "form"])
def test_a_form_is_known_by_its_whole_name(name: str) -> None:
    """This test shows the names of a form to fill in."""
    assert is_form_name(name)
    assert not is_form_name(f"{name} số 1")


@pytest.mark.parametrize("name", ["quy chế", "Quy chế phối hợp", "ĐIỀU LỆ", "noi quy"])
def test_a_text_with_titled_articles_is_known_by_how_its_name_begins(name: str) -> None:
    """This test shows that a longer name of the type is of the type."""
    assert is_titled_text(name)
    assert not is_titled_text("kế hoạch")

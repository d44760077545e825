"""What else there is on the machine."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.doctor.examined import said
from vnadmindocs.diagnostics import Severity
from vnadmindocs.doctor import machine
from vnadmindocs.writers import libreoffice


def test_libreoffice_is_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is said, as a note."""
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    check = machine.check_libreoffice()
    assert (check.state, check.found.vi) == ("note", "không có")
    assert [(each.code, each.severity) for each in check.findings] == [("OUT020", Severity.HINT)]


def test_a_cache_that_cannot_be_written_is_a_warning(tmp_path: Path) -> None:
    """Everything still works."""
    (tmp_path / "cache").write_bytes(b"")
    check = machine.check_cache()
    place = tmp_path / "cache" / "vnadmindocs"
    assert check.state == "warning"
    assert said(check)[0] == (
        "OUT063",
        f"Không ghi được vào thư mục lưu tạm «{place}»: một phần của đường dẫn không phải là"
        " thư mục",
    )


def test_a_system_without_a_cache_folder_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a user without a home."""
    monkeypatch.setattr(machine, "user_cache", lambda _name: None)
    assert machine.check_cache().state == "warning"


def test_nothing_is_left_in_the_cache(tmp_path: Path) -> None:
    """Writing was tried and what was written is gone."""
    assert machine.check_cache().state == "ok"
    assert list((tmp_path / "cache" / "vnadmindocs").iterdir()) == []


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1258", "no such"])
def test_an_output_that_holds_no_vietnamese_is_a_warning(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """Not even the old code page of Vietnamese holds the letters as Unicode composes them."""

    class Output(io.StringIO):
        @property
        def encoding(self) -> str:  # type: ignore[override]
            return encoding

    monkeypatch.setattr(sys, "stdout", Output())
    assert said(machine.check_output()) == [
        ("OUT064", f"Cửa sổ lệnh dùng bảng mã {encoding}, không hiện được chữ Việt")
    ]

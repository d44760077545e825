"""A program that sets documents in one face after another."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.fonts.small_fonts import write_face
from vnadmindocs.api import render
from vnadmindocs.fonts.faces import FAMILIES

RECORD = {
    "type": "notice",
    "agency": {"header": "SỞ NỘI VỤ", "parent": "ỦY BAN NHÂN DÂN TỈNH AN BÌNH"},
    "number": "01/TB-SNV",
    "date": "02/02/2026",
    "place": "An Bình",
    "subject": "Về việc đổi phông chữ",
    "body": "Sở Nội vụ thông báo để các cơ quan, đơn vị biết./.",
    "recipients": "- Các phòng, đơn vị;\n- Lưu: VT.",
    "signature": "GIÁM ĐỐC\n\nNguyễn Thị Hằng",
}


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Have a face of each family, in a folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return [write_face(tmp_path / family, family=family) for family in FAMILIES]


def _printed(folder: Path) -> bytes:
    made = render(RECORD, "pdf", font_paths=[folder])
    assert made.diagnostics == ()
    assert made.data is not None
    return made.data


def test_each_document_carries_the_face_it_was_asked_in(folders: list[Path]) -> None:
    """And the first one comes out as before when its turn comes again."""
    first = [_printed(folder) for folder in folders]
    gc.collect()
    assert [_printed(folder) for folder in folders] == first
    for family, data in zip(FAMILIES, first, strict=True):
        named = [other for other in FAMILIES if other.replace(" ", "").encode() in data]
        assert named == [family]


def test_another_thread_keeps_its_face_while_this_one_changes(folders: list[Path]) -> None:
    """What it typesets with is not taken away under it."""
    with ThreadPoolExecutor(max_workers=1) as other:
        first = other.submit(_printed, folders[0]).result()
        for folder in folders[1:]:
            _printed(folder)
        gc.collect()
        assert other.submit(_printed, folders[0]).result() == first

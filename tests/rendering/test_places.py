"""Where ô stand in the files of a rendering, and the frames that show it."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from vnadmindocs.api import load, render
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.layout.places import INFORMATION, PlacedBox
from vnadmindocs.rendering import Rendering
from vnadmindocs.rendering.job import prepared
from vnadmindocs.rendering.wanted import Wanted
from vnadmindocs.writers.pdf.conformance import check_pdf

pytestmark = pytest.mark.skipif(
    find_face().face is None, reason="no Times face with Vietnamese letters (fonts-liberation2)"
)
LETTER = """loại: thông báo
cơ quan: SỞ NỘI VỤ
số: 05
ngày: 03/9/2025
trích yếu: Về việc nghỉ lễ
nội dung: Các phòng bố trí người trực theo Phụ lục./.
ký: |
  GIÁM ĐỐC

  Lê Thị Mai
"""
LIST = """  - trích yếu: LỊCH TRỰC
    nội dung: Phòng Tổ chức trực ngày 02/9/2025.
    ký: |
      NGƯỜI LẬP

      Phạm An
"""
DRAWING = """  - trích yếu: BẢN VẼ
    tệp: ban-ve.pdf
"""
SIGNED = datetime(2025, 9, 3, 15, 28, 56)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a drawing of two pages of A4."""
    writer = PdfWriter()
    for _ in range(2):
        writer.add_blank_page(595.28, 841.89)
    with (tmp_path / "ban-ve.pdf").open("wb") as stream:
        writer.write(stream)
    return tmp_path


def _record(folder: Path, *appendices: str) -> Path:
    path = folder / "thu.yaml"
    listed = f"phụ lục:\n{''.join(appendices)}" if appendices else ""
    path.write_text(LETTER + listed, encoding="utf-8")
    return path


def _pages(rendering: Rendering) -> list[tuple[str, int, int, int]]:
    """Give file, part, page and page of the part of every place of a signature."""
    return [
        (each.file, each.part, each.page, each.part_page)
        for each in rendering.places
        if each.box == "7c"
    ]


def test_places_are_known_only_where_asked_for(folder: Path) -> None:
    """An ordinary document is laid out once, and its file is the same either way."""
    record = _record(folder)
    plain = render(record, "pdf")
    asked = render(record, "pdf", places=True)
    assert (plain.places, plain.data) == ((), asked.data)
    assert [each.box for each in asked.places] == [
        "2", "1", "3", "4", "5a", "6", "9b", "7a", "7c", "8", "7b"
    ]  # fmt: skip


def test_frames_leave_the_standard_as_it_was(folder: Path) -> None:
    """They are artifacts: nobody who hears the document is told of them."""
    framed = render(_record(folder), "pdf", show_boxes=True)
    assert framed.data is not None
    assert framed.conformance == "PDF/A-2a"
    assert [each.key for each in check_pdf(framed.data) if each.detail] == []
    assert len(framed.places) == 11
    text = PdfReader(BytesIO(framed.data)).pages[0].extract_text()
    assert {"7a", "7b", "7c"} <= set(text.split())


def test_pictures_show_frames_on_their_pages_alone(folder: Path) -> None:
    """A page without a place is the same picture."""
    record = _record(folder, DRAWING)
    plain, framed = (render(record, "png", ppi=40, show_boxes=drawn) for drawn in (False, True))
    same = [one.data == other.data for one, other in zip(plain.files, framed.files, strict=True)]
    assert same == [False, True, True]


def test_pages_of_joined_files_are_counted(folder: Path) -> None:
    """The second part that is typeset stands behind a drawing of two pages."""
    made = render(_record(folder, DRAWING, LIST), "pdf", places=True)
    assert _pages(made) == [("", 0, 1, 1), ("", 2, 4, 1)]


def test_each_file_has_places_of_its_own(folder: Path) -> None:
    """An appendix split off begins with page 1; its information box is one of its places."""
    record = _record(folder, LIST, DRAWING)
    made = render(record, "pdf", split=True, signed_at=SIGNED, places=True)
    assert _pages(made) == [("", 0, 1, 1), ("-phu-luc-1", 0, 1, 1)]
    boxes = [each for each in made.places if each.box == INFORMATION]
    assert [(each.file, each.page) for each in boxes] == [("-phu-luc-1", 1), ("-phu-luc-2", 1)]
    for each in boxes:
        _is_top_right(each)


def _is_top_right(box: PlacedBox) -> None:
    assert box.right_mm == pytest.approx(190, abs=0.1)
    assert box.left_mm > 105
    assert box.bottom_mm < 20


def test_frames_stand_on_attached_files_too(folder: Path) -> None:
    """Around what is put over their first page."""
    record = _record(folder, DRAWING)
    plain, framed = (
        render(record, "png", ppi=40, split=True, signed_at=SIGNED, show_boxes=drawn)
        for drawn in (False, True)
    )
    same = [one.data == other.data for one, other in zip(plain.files, framed.files, strict=True)]
    assert same == [False, False, True]


def test_libreoffice_does_not_say_where_things_stand(folder: Path) -> None:
    """So nothing is made."""
    wanted = Wanted("pdf", "libreoffice", show_boxes=True)
    job = prepared(load(_record(folder)), wanted)
    assert [each.code for each in job.added if each.severity.name == "FATAL"] == ["OUT033"]
    assert job.pieces == ()


@pytest.mark.parametrize("asked", [{"places": True}, {"show_boxes": True}])
def test_a_word_file_has_no_places(folder: Path, asked: dict[str, bool]) -> None:
    """Its pages are made by whatever opens it."""
    with pytest.raises(ValueError, match="Word"):
        render(_record(folder), "docx", **asked)  # type: ignore[arg-type]

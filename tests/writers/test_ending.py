"""The block of a copy on the last page of a PDF: under its end, or on a page of its own."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader, PdfWriter

from tests.layout.records import record
from tests.record import pdf_files
from tests.record.pdf_files import A3_LANDSCAPE, A4, name, pdf
from tests.writers.bundles import FACE, NO_FACE
from vnadmindocs.layout.document import lay_out
from vnadmindocs.record.pdf_file import seen_size
from vnadmindocs.units import mm_to_pt
from vnadmindocs.writers.bundle import Bundled, bundle, copy_attachment
from vnadmindocs.writers.pdf import write_pdf
from vnadmindocs.writers.pdf.ending import end_of_page_mm
from vnadmindocs.writers.pdf.pixels import pixels_of
from vnadmindocs.writers.pdf.preview import pictures_of

pytestmark = pytest.mark.skipif(FACE is None, reason=NO_FACE)
NEAR = 0.5  # mm: a dot of the small picture
PPI = 72.0
GAP = (12 + 2) * 25.4 / 72  # «closing.before», and the room over a rule
WIDE = 19.3  # pt: «chu» in Helvetica of 12 pt
COPY = """loại: sao y
cơ quan: SỞ NỘI VỤ
số: 5
ngày: 12/3/2026
bản chính: quet.pdf
nơi nhận: Các phòng
ký: |
  TL. GIÁM ĐỐC
  CHÁNH VĂN PHÒNG

  Lê Thị Mai
"""


def _words_at(
    *heights_mm: float, size: tuple[float, float] = A4, rotate: int = 0, instead: str = ""
) -> bytes:
    """Make a PDF of one page with words whose base lines are so far below the top edge."""
    writer = PdfWriter()
    page = pdf_files.add_page(writer, size=size, rotate=rotate)
    lines = " ".join(
        f"BT /F1 12 Tf 100 {size[1] - mm_to_pt(height):.2f} Td (chu) Tj ET" for height in heights_mm
    )
    page[name("/Contents")] = pdf_files.stream(writer, instead or lines)
    made = BytesIO()
    writer.write_stream(made)
    return made.getvalue()


def _copied(folder: Path, data: bytes, more: str = "") -> tuple[Bundled, list[PageObject]]:
    """Copy a PDF; give what came of it, and its pages."""
    (folder / "quet.pdf").write_bytes(data)
    made = copy_attachment(lay_out(record(COPY + more, folder)), FACE)
    assert made.data is not None
    return made, list(PdfReader(BytesIO(made.data)).pages)


def _rule_mm(page: PageObject) -> tuple[float, float, float]:
    """Give how far down the line across a page stands, and where it begins and ends, in mm."""
    alone = PdfWriter()
    alone.add_page(page)
    data = BytesIO()
    alone.write(data)
    (picture,) = pictures_of(data.getvalue(), ppi=PPI)
    pixels = pixels_of(picture)
    for number, row in enumerate(pixels.rows):
        dark = [at for at in range(pixels.width) if row[at * pixels.channels] < 200]
        if dark and len(dark) > 0.9 * (dark[-1] - dark[0]) > 0.5 * pixels.width:
            return tuple(each * 25.4 / PPI for each in (number, dark[0], dark[-1] + 1))  # type: ignore[return-value]
    raise AssertionError("there is no line")


def _words(page: PageObject) -> str:
    return " ".join(page.extract_text().split())


def _reasons(made: Bundled) -> list[str]:
    assert all(each.code == "CPY020" and each.path == ("original",) for each in made.faults)
    return [each.facts["reason"].vi for each in made.faults]  # type: ignore[attr-defined]


@pytest.mark.parametrize("end", [40.0, 100.0, 175.0])
def test_the_block_stands_under_the_end_of_the_text(end: float, tmp_path: Path) -> None:
    """A line across the text a blank line below the last words; all of it on that page."""
    made, (page,) = _copied(tmp_path, _words_at(30, end))
    assert _reasons(made) == []
    level, left, right = _rule_mm(page)
    assert [left, right] == pytest.approx([30, 190], abs=NEAR)
    assert level == pytest.approx(end + GAP, abs=NEAR)
    assert _words(page).endswith("Lê Thị Mai")


def test_the_lowest_thing_that_is_seen_is_the_end(tmp_path: Path) -> None:
    """Words typed first may stand last, and a line may stand under them."""
    _, (page,) = _copied(tmp_path, _words_at(120, 40, 60))
    assert _rule_mm(page)[0] == pytest.approx(120 + GAP, abs=NEAR)
    drawn = "BT /F1 9 Tf 99 700 Td (a) Tj ET 50 400 m 300 400 l S"
    _, (page,) = _copied(tmp_path, _words_at(50, instead=drawn))
    assert _rule_mm(page)[0] == pytest.approx((A4[1] - 400) * 25.4 / 72 + GAP, abs=NEAR)


def test_a_turned_page_ends_where_it_is_seen_to(tmp_path: Path) -> None:
    """A page stored on its side and turned upright: what is on the right of it is lowest."""
    side = _words_at(100, size=(A4[1], A4[0]), rotate=90)
    _, (page,) = _copied(tmp_path, side)
    right = (100 + WIDE) * 25.4 / 72
    assert end_of_page_mm(PdfReader(BytesIO(side)).pages[0]) == pytest.approx(right, abs=NEAR)
    assert _rule_mm(page)[0] == pytest.approx(right + GAP, abs=NEAR)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_words_at(30, 220), "trang cuối không còn đủ chỗ"),
        (_words_at(30, 290), "trang cuối không còn đủ chỗ"),
        (_words_at(30, size=A3_LANDSCAPE), "trang cuối không phải khổ A4 đứng"),
        (pdf(lambda writer: writer.add_blank_page(*A4)), "trang cuối là ảnh quét, không có chữ"),
    ],
    ids=["short", "full", "wide", "scan"],
)
def test_without_room_it_stands_on_a_page_of_its_own(
    data: bytes, reason: str, tmp_path: Path
) -> None:
    """A page of ours after the last, the line across its top; the finding says why."""
    made, pages = _copied(tmp_path, data)
    assert _reasons(made) == [reason]
    last = pages[-1]
    assert len(pages) == len(PdfReader(BytesIO(data)).pages) + 1
    assert list(seen_size(last)) == pytest.approx([210, 297], abs=NEAR)
    assert _rule_mm(last)[0] == pytest.approx(20 + GAP, abs=NEAR)
    assert _words(last).startswith("SỞ NỘI VỤ SAO Y")


def test_it_stands_where_it_is_told(tmp_path: Path) -> None:
    """On a scan too, and on a page of its own when that is asked for: neither is a finding."""
    scan = pdf(lambda writer: writer.add_blank_page(*A4))
    made, pages = _copied(tmp_path, scan, "đặt phần sao: 150 mm\n")
    assert (_reasons(made), len(pages)) == ([], 2)
    assert _rule_mm(pages[-1])[0] == pytest.approx(150 + GAP, abs=NEAR)
    made, pages = _copied(tmp_path, _words_at(30), "đặt phần sao: trang mới\n")
    assert (_reasons(made), len(pages)) == ([], 2)
    made, pages = _copied(tmp_path, scan, "đặt phần sao: 270 mm\n")
    assert (_reasons(made), len(pages)) == (["trang cuối không còn đủ chỗ"], 3)


def test_an_empty_page_ends_at_its_top() -> None:
    """And one with words just below them."""
    empty = PdfWriter()
    page = empty.add_blank_page(*A4)
    assert end_of_page_mm(page) == 0
    (written,) = PdfReader(BytesIO(_words_at(100))).pages
    assert end_of_page_mm(written) == pytest.approx(100, abs=NEAR)


def test_the_block_ends_a_pdf_that_is_the_last_appendix_of_a_record(tmp_path: Path) -> None:
    """What is copied is a record whose last part is a drawing."""
    (tmp_path / "ban-ve.pdf").write_bytes(_words_at(60))
    document = """  loại: thông báo
  cơ quan: UBND TỈNH AN BÌNH
  số: 12/TB-UBND
  ngày: 10/3/2026
  trích yếu: Về việc nghỉ lễ
  nội dung: Mặt bằng theo Phụ lục kèm theo./.
  phụ lục:
    - trích yếu: MẶT BẰNG
      tệp: ban-ve.pdf
"""
    text = COPY.replace(" quet.pdf\n", "\n" + document)
    layout = lay_out(record(text, tmp_path))
    assert FACE is not None
    made = bundle(write_pdf(layout, FACE), layout, FACE, conformance="PDF/A-2a")
    assert made.data is not None
    first, last = PdfReader(BytesIO(made.data)).pages
    assert "SAO Y" not in _words(first)
    assert _rule_mm(last)[0] == pytest.approx(60 + GAP, abs=NEAR)
    assert [each.code for each in made.faults] == ["APP027"]


def test_what_ends_a_file_needs_a_face(tmp_path: Path) -> None:
    """A bug of ours, and no silent loss."""
    (tmp_path / "quet.pdf").write_bytes(_words_at(60))
    with pytest.raises(ValueError, match="needs a face"):
        copy_attachment(lay_out(record(COPY, tmp_path)))

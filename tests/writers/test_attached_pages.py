"""Pages of other files in a document: as they look, with nothing that acts; stamps over them."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject

from tests.record import pdf_files
from tests.record.pdf_files import A4, locked, name, pdf, save
from tests.writers.bundles import (
    ACTING,
    CLAIM,
    FACE,
    NO_FACE,
    ONE,
    STAMP,
    attached,
    joined,
    layout_of,
    shown_on,
    squeezed,
    typeset,
)
from vnadmindocs.writers.bundle import bundle
from vnadmindocs.writers.page_drawing import as_seen
from vnadmindocs.writers.pdf.seen_marks import SeenMarks, marks_of_page
from vnadmindocs.writers.pdf.stamp import stamped

pytestmark = pytest.mark.skipif(FACE is None, reason=NO_FACE)


# --- what acts


@pytest.mark.parametrize(
    "change",
    [
        pdf_files.with_scripts,
        pdf_files.with_launch,
        pdf_files.with_files,
        pdf_files.with_links,
        pdf_files.with_movie,
        pdf_files.with_field,
        pdf_files.with_signature,
        pdf_files.with_comment,
    ],
)
def test_nothing_that_acts_is_joined(tmp_path: Path, change: Callable[[PdfWriter], object]) -> None:
    """This test shows that no script, launch, form or embedded file is anywhere in the bytes."""
    before = pdf(change)
    data, _ = attached(tmp_path, change)
    assert any(word in before for word in ACTING)
    assert [word for word in ACTING if word in data] == []


def test_private_data_of_a_drawing_is_not_joined(tmp_path: Path) -> None:
    """This test shows that files hidden in pictures and drawings stay behind."""

    def with_private(writer: PdfWriter) -> None:
        resources = writer.pages[0]["/Resources"]
        assert isinstance(resources, DictionaryObject)
        hidden = pdf_files.stream(writer, "abc", Type="/EmbeddedFile")
        drawing = pdf_files.stream(
            writer, "", Subtype="/Form", BBox=pdf_files.numbers(0, 0, 9, 9), PieceInfo=hidden
        )
        resources[name("/XObject")] = pdf_files.dictionary(Fm=drawing)
        resources[name("/Font")] = pdf_files.dictionary(AA=pdf_files.dictionary(Type="/Font"))

    data, (page,) = attached(tmp_path, with_private)
    assert b"/EmbeddedFile" not in data
    assert "/AA" in page["/Resources"]["/Font"]  # type: ignore[index]


def test_an_action_that_comes_by_a_crooked_way_is_emptied(tmp_path: Path) -> None:
    """This test shows that no bytes of a script are joined, whatever a page refers to."""

    def crooked(writer: PdfWriter) -> None:
        pdf_files.with_launch(writer)
        held = pdf_files.stream(writer, "MZ", Type="/EmbeddedFile")
        writer.pages[0][name("/Group")] = ArrayObject([writer.pages[0]["/Annots"], held])

    data, (page,) = attached(tmp_path, crooked)
    assert [word for word in (*ACTING, b"cmd.exe", b"MZ") if word in data] == []
    assert squeezed(page) == "trang1"


def test_links_inside_the_file_and_to_the_web_stay(tmp_path: Path) -> None:
    """This test shows that a link leads to the same page, wherever that page is now."""
    data, (first, second) = attached(tmp_path, pdf_files.with_links, pages=2)
    web, inside = shown_on(first)
    assert dict(web["/A"]) == {"/S": "/URI", "/URI": "https://vanban.chinhphu.vn"}  # type: ignore[call-overload]
    assert inside.raw_get("/Dest")[0] == second.indirect_reference
    assert b"a.exe" not in data


def test_comments_stay_and_do_nothing(tmp_path: Path) -> None:
    """This test shows that what is written beside a drawing is not lost."""
    _, (page,) = attached(tmp_path, pdf_files.with_comment)
    assert [f"{each['/Subtype']} {each['/Contents']}" for each in shown_on(page)] == [
        "/FreeText da duyet",
        "/Stamp DUYET",
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [(pdf_files.with_field, "NguyenVanAn"), (pdf_files.with_signature, "daky")],
)
def test_fields_are_drawn_into_their_page(
    tmp_path: Path, change: Callable[[PdfWriter], object], words: str
) -> None:
    """This test shows that what was filled in and signed shows where it stood."""
    _, (page,) = attached(tmp_path, change)
    assert shown_on(page) == []
    assert squeezed(page) == f"trang1{words}"
    contents = page.get_contents()
    assert contents is not None
    # The look is 50 × 15, the field 100 × 30 at (100, 100).
    assert b"q 2.00000 0.00000 0.00000 2.00000 100.00000 100.00000 cm" in contents.get_data()


def test_a_hidden_layer_stays_hidden(tmp_path: Path) -> None:
    """This test shows that a drawing shows the layers it showed."""
    data, _ = attached(tmp_path, pdf_files.with_layers)
    layers: Any = PdfReader(BytesIO(data)).root_object["/OCProperties"]
    assert [each.get_object()["/Name"] for each in layers["/OCGs"]] == ["Mat bang", "Nhap"]
    assert [each.get_object()["/Name"] for each in layers["/D"]["/OFF"]] == ["Nhap"]


def test_a_restricted_file_is_joined_open(tmp_path: Path) -> None:
    """This test shows that pages of a file that opens without a password are readable."""
    save(tmp_path, locked("", "x"))
    _, reader = joined(ONE, tmp_path)
    assert not reader.is_encrypted
    assert squeezed(reader.pages[1]) == "trang1"


# --- stamps


def test_a_page_is_stamped_only_when_asked(tmp_path: Path) -> None:
    """This test shows that label, title and reference line are on the first page alone."""
    _, plain = attached(tmp_path, pages=2)
    _, (first, second) = attached(tmp_path, pages=2, stamp=STAMP)
    assert [squeezed(page) for page in plain] == ["trang1", "trang2"]
    assert squeezed(second) == "trang2"
    assert squeezed(first) == (
        "trang1PhụlụcBẢNVẼ(KèmtheoQuyếtđịnhsố/QĐ-UBNDngàythángnămcủaỦybannhândântỉnhAnBình)"
    )


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50.0, 60.0, 450.0, 760.0)])
def test_a_stamp_is_put_as_the_page_is_seen(
    tmp_path: Path, rotate: int, crop: tuple[float, float, float, float] | None
) -> None:
    """This test shows that a stamp lies on the whole page as it is seen, whichever way it turns."""
    _, (page,) = attached(tmp_path, rotate=rotate, crop=crop, stamp=STAMP)
    drawing: Any = page["/Resources"]["/XObject"]["/Over0"]  # type: ignore[index]
    width, height = (float(each) for each in drawing["/BBox"][2:])
    left, bottom, right, top = crop or (0, 0, 595.276, 841.89)
    across, up = right - left, top - bottom
    assert (width, height) == pytest.approx((up, across) if rotate % 180 else (across, up), abs=0.1)
    a, b, c, d, e, f = as_seen(page)
    corners = {0: (left, bottom), 90: (right, bottom), 180: (right, top), 270: (left, top)}
    opposite = corners[(rotate + 180) % 360]
    assert (e, f) == pytest.approx(corners[rotate], abs=0.01)
    assert (a * width + c * height + e, b * width + d * height + f) == pytest.approx(
        opposite, abs=0.1
    )
    contents = page.get_contents()
    assert contents is not None
    matrix = " ".join(f"{each:.5f}" for each in (a, b, c, d, e, f))
    assert f"q {matrix} cm /Over0 Do Q".encode() in contents.get_data()


def test_a_stamp_without_room_is_a_finding(tmp_path: Path) -> None:
    """This test shows APP028 where a page is too small for the words."""
    save(tmp_path, pdf(size=(150, 60)))
    layout = layout_of(ONE + STAMP, tmp_path)
    made = bundle(typeset(layout), layout, FACE, conformance=CLAIM)
    assert made.data is None
    assert [(fault.code, fault.path) for fault in made.faults] == [
        ("APP028", ("appendices", 0, "file"))
    ]


def test_a_stamp_needs_a_face(tmp_path: Path) -> None:
    """This test shows that a stamp is never left out in silence."""
    save(tmp_path, pdf())
    layout = layout_of(ONE + STAMP, tmp_path)
    with pytest.raises(ValueError, match="face"):
        bundle(typeset(layout), layout)


def test_a_file_is_stamped_by_itself(tmp_path: Path) -> None:
    """This test shows that words can be put over any PDF."""
    assert FACE is not None
    save(tmp_path, pdf())
    layout = layout_of(ONE + STAMP, tmp_path)
    data = stamped(pdf(pages=2), layout, layout.parts[1], FACE)
    first, second = PdfReader(BytesIO(data)).pages
    assert "PhụlụcBẢNVẼ" in squeezed(first)
    assert squeezed(second) == "trang2"


# --- what stands in the room of a stamp


def _with_words_at(*heights: float) -> Callable[[PdfWriter], None]:
    """Write a line at each height of the first page, in pt from below."""

    def change(writer: PdfWriter) -> None:
        lines = (f"BT /F1 12 Tf 250 {each} Td (chu{each:.0f}) Tj ET" for each in heights)
        page = writer.pages[0]
        page[name("/Contents")] = pdf_files.stream(writer, " ".join(lines))

    return change


def _moved(page: PageObject) -> tuple[float, float]:
    """Give how far right and up all that a page showed was moved, in its own size."""
    contents = page.get_contents()
    assert contents is not None
    found = re.search(
        rb"q 1.00000 0.00000 0.00000 1.00000 (\S+) (\S+) cm /Over0", contents.get_data()
    )
    assert found is not None
    return float(found[1]), float(found[2])


def _stamped_marks(page: PageObject) -> tuple[SeenMarks, SeenMarks]:
    """Look at what a page showed before, and at what is put on it, each by itself."""
    found = []
    for other in ("/Over1", "/Over0"):
        writer = PdfWriter()
        alone = writer.add_page(page)
        drawings: Any = alone["/Resources"]["/XObject"]  # type: ignore[index]
        drawings[other].get_object().set_data(b"")
        marks = marks_of_page(alone)
        assert marks is not None
        found.append(marks)
    return found[0], found[1]


def test_words_in_the_room_of_a_stamp_go_below_it_in_their_size(tmp_path: Path) -> None:
    """This test shows that a page with room further down is moved, and nothing is said."""
    save(tmp_path, pdf(_with_words_at(770, 700, 300)))
    made, reader = joined(ONE + STAMP, tmp_path)
    shown, words = _stamped_marks(reader.pages[1])
    assert not words.meet(shown, 3)
    across, up = _moved(reader.pages[1])
    assert across == 0
    assert up == pytest.approx(-70, abs=40)
    assert [each.code for each in made.faults] == ["APP027"]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50.0, 60.0, 500.0, 760.0)])
def test_a_full_page_is_made_smaller_below_a_stamp(
    tmp_path: Path, rotate: int, crop: tuple[float, float, float, float] | None
) -> None:
    """This test shows APP043, and nothing printed over words, however the page is turned."""

    def full(writer: PdfWriter) -> None:
        spots = ((x, y) for x in range(30, 580, 40) for y in range(30, 830, 40))
        lines = (f"BT /F1 12 Tf {x} {y} Td (chu) Tj ET" for x, y in spots)
        page = writer.pages[0]
        page[name("/Contents")] = pdf_files.stream(writer, " ".join(lines))

    save(tmp_path, pdf(full, rotate=rotate, crop=crop))
    made, reader = joined(ONE + STAMP, tmp_path)
    (fault,) = [each for each in made.faults if each.code == "APP043"]
    assert fault.path == ("appendices", 0, "file")
    percent = fault.facts["percent"]
    assert isinstance(percent, int)
    assert 50 <= percent < 100
    page = reader.pages[1]
    shown, words = _stamped_marks(page)
    assert shown.height is not None
    assert not words.meet(shown, 3)
    assert (page.mediabox.width, page.rotation) == (pytest.approx(A4[0]), rotate)


def test_a_frame_around_a_page_is_no_reason_to_move_it(tmp_path: Path) -> None:
    """This test shows that a page is left alone whose room for the words is free."""

    def framed(writer: PdfWriter) -> None:
        page = writer.pages[0]
        page[name("/Contents")] = pdf_files.stream(writer, "20 20 555 802 re S")

    _, (page,) = attached(tmp_path, framed, stamp=STAMP)
    contents = page.get_contents()
    assert contents is not None
    assert b"20 20 555 802 re S" in contents.get_data()


def test_comments_and_links_move_with_what_they_are_about(tmp_path: Path) -> None:
    """This test shows rectangles and points of annotations beside words that moved."""

    def marked(writer: PdfWriter) -> None:
        _with_words_at(770)(writer)
        pdf_files.add_annotation(
            writer,
            writer.pages[0],
            Subtype="/Highlight",
            Rect=pdf_files.numbers(250, 768, 280, 782),
            QuadPoints=pdf_files.numbers(250, 782, 280, 782, 250, 768, 280, 768),
            InkList=ArrayObject([pdf_files.numbers(250, 770)]),
            RD=pdf_files.numbers(1, 1, 1, 1),
        )

    _, (page,) = attached(tmp_path, marked, stamp=STAMP)
    across, up = _moved(page)
    x, y = 250 + across, 770 + up
    comment: dict[str, Any] = {str(key): each for key, each in shown_on(page)[0].items()}
    assert y < 750
    assert comment["/Rect"] == pytest.approx([x, y - 2, x + 30, y + 12], abs=0.01)
    assert comment["/QuadPoints"][:2] == pytest.approx([x, y + 12], abs=0.01)
    assert comment["/InkList"][0] == pytest.approx([x, y], abs=0.01)
    assert comment["/RD"] == [1, 1, 1, 1]


def test_a_page_that_would_lose_half_its_size_is_refused(tmp_path: Path) -> None:
    """This test shows APP028 where words fit on a page, and its own not below them."""
    save(tmp_path, pdf(_with_words_at(*range(10, 150, 15)), size=(595.0, 160.0)))
    layout = layout_of(ONE + STAMP, tmp_path)
    made = bundle(typeset(layout), layout, FACE, conformance=CLAIM)
    assert [fault.code for fault in made.faults] == ["APP028"]

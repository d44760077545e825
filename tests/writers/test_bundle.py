"""PDF files joined to a document: at their places, as they look, with nothing in them that acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject

from tests.layout.records import DECISION, laid_out, record
from tests.record import pdf_files
from tests.record.pdf_files import A3_LANDSCAPE, locked, name, pdf, save
from vnadmindocs.api import render
from vnadmindocs.diagnostics import Text
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import Layout
from vnadmindocs.layout.splitting import split
from vnadmindocs.writers.bundle import Bundled, bundle, copy_attachment
from vnadmindocs.writers.page_drawing import as_seen
from vnadmindocs.writers.pdf import write_pdf
from vnadmindocs.writers.pdf.conformance import check_pdf
from vnadmindocs.writers.pdf.stamp import stamped

FACE = find_face().face
pytestmark = pytest.mark.skipif(
    FACE is None, reason="no Times face with Vietnamese letters (fonts-liberation2)"
)
CLAIM = "PDF/A-2a"
ACTING = (
    b"/JavaScript", b"/JS", b"/Launch", b"/SubmitForm", b"/ImportData", b"/GoToR", b"/GoToE",
    b"/EmbeddedFile", b"/FileAttachment", b"/Filespec", b"/AA", b"/OpenAction", b"/AcroForm",
    b"/Widget", b"/Movie", b"/XFA", b"/AF",
)  # fmt: skip
LONG = "\n".join(f"      {number}. Một đoạn của phụ lục." for number in range(1, 50))
SEVERAL = f"""\
phụ lục:
  - trích yếu: DANH SÁCH
    nội dung: |
      I. PHẦN MỘT
{LONG}
  - trích yếu: BẢN VẼ
    tệp: ban-ve.pdf
    phụ lục:
      - trích yếu: CHI TIẾT
        tệp: chi-tiet.pdf
  - trích yếu: BIỂU TỔNG HỢP
    nội dung: Không có./.
  - trích yếu: SƠ ĐỒ
    tệp: so-do.pdf
"""
ONE = "phụ lục:\n  - trích yếu: BẢN VẼ\n    tệp: ban-ve.pdf\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three PDF files: of 3 pages upright, of 1 page A3 landscape, of 2 turned."""
    save(tmp_path, pdf(pages=3))
    save(tmp_path, pdf(size=A3_LANDSCAPE), "chi-tiet.pdf")
    save(tmp_path, pdf(pages=2, rotate=90), "so-do.pdf")
    return tmp_path


def layout_of(appendices: str, folder: Path) -> Layout:
    """Lay out a decision with these appendices."""
    return lay_out(record(DECISION + appendices, folder))


def typeset(layout: Layout) -> bytes:
    """Typeset what a layout has of its own."""
    assert FACE is not None
    return write_pdf(layout, FACE)


def joined(appendices: str, folder: Path) -> tuple[Bundled, PdfReader]:
    """Join a decision with these appendices, and open what came of it."""
    layout = layout_of(appendices, folder)
    made = bundle(typeset(layout), layout, FACE, conformance=CLAIM)
    assert made.data is not None
    return made, PdfReader(BytesIO(made.data))


def attached(
    folder: Path, *changes: Callable[[PdfWriter], object], stamp: str = "", **page: Any
) -> tuple[bytes, list[PageObject]]:
    """Join one changed PDF to a decision of one page; give the file and the pages joined."""
    save(folder, pdf(*changes, **page))
    made, reader = joined(ONE + stamp, folder)
    assert made.data is not None
    return made.data, list(reader.pages)[1:]


def outline(reader: PdfReader) -> list[tuple[int, str, int]]:
    """List the entries of an outline: level, title, page from 0."""

    def entries(items: list[Any], level: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from entries(item, level + 1)
            else:
                page = reader.get_destination_page_number(item)
                yield level, str(item.title), -1 if page is None else page

    return list(entries(reader.outline, 0))


def shown_on(page: PageObject) -> list[DictionaryObject]:
    """Give the annotations of a page."""
    return [each.get_object() for each in page.get("/Annots", ArrayObject())]


def squeezed(page: PageObject) -> str:
    """Give the words of a page without white space."""
    return "".join(page.extract_text().split())


# --- places


def test_parts_stand_in_the_order_of_the_record(folder: Path) -> None:
    """This test shows that each PDF is at its place, in its own size and turn, with its labels."""
    _, reader = joined(SEVERAL, folder)
    assert reader.page_labels == ["1", "1", "2", "1", "2", "3", "1", "1", "1", "2"]
    sizes = [
        (round(page.mediabox.width), round(page.mediabox.height), page.rotation)
        for page in reader.pages
    ]
    upright, turned = (595, 842, 0), (595, 842, 90)
    assert sizes == [upright] * 6 + [(1191, 842, 0), upright, turned, turned]
    words = [squeezed(page) for page in reader.pages]
    assert words[3:7] == ["trang1", "trang2", "trang3", "trang1"]
    assert words[1].startswith("PhụlụcIDANHSÁCH")
    assert words[7].startswith("PhụlụcIIIBIỂUTỔNGHỢP")


def test_the_outline_has_an_entry_a_part(folder: Path) -> None:
    """This test shows that headings stay, and a PDF brings its own bookmarks."""
    save(folder, pdf(pdf_files.with_bookmarks, pages=3))
    _, reader = joined(SEVERAL, folder)
    assert [each for each in outline(reader) if not each[1].startswith("Điều")] == [
        (0, "QUYẾT ĐỊNH", 0),
        (0, "Phụ lục I DANH SÁCH", 1),
        (1, "I. PHẦN MỘT", 1),
        (0, "Phụ lục II BẢN VẼ", 3),
        (1, "Phần một", 3),
        (2, "Hình 1", 5),
        (0, "Phụ lục CHI TIẾT", 6),
        (0, "Phụ lục III BIỂU TỔNG HỢP", 7),
        (0, "Phụ lục IV SƠ ĐỒ", 8),
    ]


def test_a_document_without_headings_gets_an_entry_too(folder: Path) -> None:
    """This test shows that a letter is found in the outline beside what is joined to it."""
    letter = (
        "loại: công văn\ncơ quan: SỞ NỘI VỤ\ntrích yếu: báo cáo số liệu\nkính gửi: Sở Tài chính\n"
        "nội dung: Sở Nội vụ báo cáo.\n"
    )
    layout = lay_out(record(letter + ONE, folder))
    made = bundle(typeset(layout), layout, FACE)
    assert made.data is not None
    assert [(level, page) for level, _, page in outline(PdfReader(BytesIO(made.data)))] == [
        (0, 0),
        (0, 1),
    ]


def test_parts_are_found_by_their_words_where_pages_have_no_labels(folder: Path) -> None:
    """This test shows that a PDF from a word processor is joined to as well."""
    layout = layout_of(SEVERAL, folder)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(typeset(layout))))
    for key in ("/PageLabels", "/Outlines"):
        del writer.root_object[key]
    plain = BytesIO()
    writer.write_stream(plain)
    made = bundle(plain.getvalue(), layout, FACE)
    assert made.data is not None
    reader = PdfReader(BytesIO(made.data))
    assert reader.page_labels == ["1", "1", "2", "1", "2", "3", "1", "1", "1", "2"]
    assert [(title, page) for _, title, page in outline(reader)] == [
        ("QUYẾT ĐỊNH", 0),
        ("Phụ lục I DANH SÁCH", 1),
        ("Phụ lục II BẢN VẼ", 3),
        ("Phụ lục CHI TIẾT", 6),
        ("Phụ lục III BIỂU TỔNG HỢP", 7),
        ("Phụ lục IV SƠ ĐỒ", 8),
    ]


def test_a_place_that_is_not_found_is_a_finding(folder: Path) -> None:
    """This test shows APP029: nothing is put where it may not belong."""
    made = bundle(pdf(pages=4), layout_of(SEVERAL, folder), FACE, conformance=CLAIM)
    assert (made.data, made.conformance) == (None, "")
    assert [(fault.code, fault.path) for fault in made.faults] == [
        ("APP029", ("appendices", 1, "file")),
        ("APP029", ("appendices", 1, "appendices", 0, "file")),
        ("APP029", ("appendices", 3, "file")),
    ]


# --- the file


def test_what_the_document_says_of_itself_stays(folder: Path) -> None:
    """This test shows that tags, language, colours, title and author are those of the document."""
    layout = layout_of(SEVERAL, folder)
    before = PdfReader(BytesIO(typeset(layout)))
    _, after = joined(SEVERAL, folder)
    assert after.metadata == before.metadata
    assert after.pdf_header == before.pdf_header == "%PDF-1.7"
    own, kept = before.root_object, after.root_object
    for key in ("/Lang", "/MarkInfo", "/ViewerPreferences"):
        assert kept[key] == own[key]
    for key in ("/StructTreeRoot", "/OutputIntents"):
        assert key in kept
    assert after.trailer["/ID"][0] == before.trailer["/ID"][0]  # type: ignore[index]
    assert after.trailer["/ID"][1] != before.trailer["/ID"][1]  # type: ignore[index]


def test_the_joined_file_claims_nothing_it_lost(folder: Path) -> None:
    """This test shows APP027, and that the description takes the claim back and nothing else."""
    made, reader = joined(SEVERAL, folder)
    assert made.conformance == ""
    assert [(each.code, each.facts["found"], each.facts["claim"]) for each in made.faults] == [
        ("APP027", "ban-ve.pdf", CLAIM),
        ("APP027", "chi-tiet.pdf", CLAIM),
        ("APP027", "so-do.pdf", CLAIM),
    ]
    assert made.data is not None
    assert b"<pdfaid:" not in made.data
    described = reader.root_object["/Metadata"].get_object().get_data().decode()  # type: ignore[union-attr]
    assert "<rdf:li>Ủy ban nhân dân tỉnh An Bình</rdf:li>" in described
    xmp = reader.xmp_metadata
    assert xmp is not None
    assert xmp.dc_title == {"x-default": "khen thưởng"}


def test_pages_that_claim_pdf_a_leave_the_lower_level(folder: Path) -> None:
    """This test shows that PDF/A-2b is left where our list of checks finds nothing against it."""
    assert FACE is not None
    save(folder, write_pdf(laid_out(DECISION), FACE, standard="a-2b"))
    for stamp in ("", STAMP):
        made, reader = joined(ONE + stamp, folder)
        assert made.conformance == "PDF/A-2b"
        assert [(each.code, str(each.facts["left"])) for each in made.faults] == [
            ("APP027", str(Text(vi="chỉ khai đạt PDF/A-2b", en="claims PDF/A-2b alone")))
        ]
        described = reader.root_object["/Metadata"].get_object().get_data().decode()  # type: ignore[union-attr]
        assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in described
        assert made.data is not None
        failed = {each.key for each in check_pdf(made.data) if not each.passed}
        assert failed == {"metadata.identification", "tags.content", "tags.parent_tree"}


@pytest.mark.parametrize("change", [pdf_files.with_field, pdf_files.with_links])
def test_a_claim_that_is_not_borne_out_is_not_believed(
    folder: Path, change: Callable[[PdfWriter], object]
) -> None:
    """This test shows that a scan that calls itself PDF/A and embeds no face leaves no claim."""

    def claiming(writer: PdfWriter) -> None:
        change(writer)
        claim = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
        described = pdf_files.stream(writer, claim, Type="/Metadata", Subtype="/XML")
        writer.root_object[name("/Metadata")] = described

    save(folder, pdf(claiming))
    made, _ = joined(ONE, folder)
    assert (made.conformance, [each.code for each in made.faults]) == ("", ["APP027"])
    assert made.data is not None
    assert b"<pdfaid:" not in made.data


def test_a_document_without_attachments_is_left_alone() -> None:
    """This test shows that nothing is opened where nothing is joined."""
    assert bundle(b"%PDF", laid_out(DECISION), conformance=CLAIM) == Bundled(b"%PDF", CLAIM)


def test_the_same_files_give_the_same_bytes(folder: Path) -> None:
    """This test shows that no clock and no chance is in a joined file; another scan is another."""
    assert joined(SEVERAL, folder)[0].data == joined(SEVERAL, folder)[0].data
    first = PdfReader(BytesIO(attached(folder)[0])).trailer["/ID"]
    assert PdfReader(BytesIO(attached(folder, pages=2)[0])).trailer["/ID"] != first


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
def test_nothing_that_acts_is_joined(folder: Path, change: Callable[[PdfWriter], object]) -> None:
    """This test shows that no script, launch, form or embedded file is anywhere in the bytes."""
    before = pdf(change)
    data, _ = attached(folder, change)
    assert any(word in before for word in ACTING)
    assert [word for word in ACTING if word in data] == []


def test_private_data_of_a_drawing_is_not_joined(folder: Path) -> None:
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

    data, (page,) = attached(folder, with_private)
    assert b"/EmbeddedFile" not in data
    assert "/AA" in page["/Resources"]["/Font"]  # type: ignore[index]


def test_links_inside_the_file_and_to_the_web_stay(folder: Path) -> None:
    """This test shows that a link leads to the same page, wherever that page is now."""
    data, (first, second) = attached(folder, pdf_files.with_links, pages=2)
    web, inside = shown_on(first)
    assert dict(web["/A"]) == {"/S": "/URI", "/URI": "https://vanban.chinhphu.vn"}  # type: ignore[call-overload]
    assert inside.raw_get("/Dest")[0] == second.indirect_reference
    assert b"a.exe" not in data


def test_comments_stay_and_do_nothing(folder: Path) -> None:
    """This test shows that what is written beside a drawing is not lost."""
    _, (page,) = attached(folder, pdf_files.with_comment)
    assert [f"{each['/Subtype']} {each['/Contents']}" for each in shown_on(page)] == [
        "/FreeText da duyet",
        "/Stamp DUYET",
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [(pdf_files.with_field, "NguyenVanAn"), (pdf_files.with_signature, "daky")],
)
def test_fields_are_drawn_into_their_page(
    folder: Path, change: Callable[[PdfWriter], object], words: str
) -> None:
    """This test shows that what was filled in and signed shows where it stood."""
    _, (page,) = attached(folder, change)
    assert shown_on(page) == []
    assert squeezed(page) == f"trang1{words}"
    contents = page.get_contents()
    assert contents is not None
    # The look is 50 × 15, the field 100 × 30 at (100, 100).
    assert b"q 2.00000 0.00000 0.00000 2.00000 100.00000 100.00000 cm" in contents.get_data()


def test_a_hidden_layer_stays_hidden(folder: Path) -> None:
    """This test shows that a drawing shows the layers it showed."""
    data, _ = attached(folder, pdf_files.with_layers)
    layers: Any = PdfReader(BytesIO(data)).root_object["/OCProperties"]
    assert [each.get_object()["/Name"] for each in layers["/OCGs"]] == ["Mat bang", "Nhap"]
    assert [each.get_object()["/Name"] for each in layers["/D"]["/OFF"]] == ["Nhap"]


def test_a_restricted_file_is_joined_open(folder: Path) -> None:
    """This test shows that pages of a file that opens without a password are readable."""
    save(folder, locked("", "x"))
    _, reader = joined(ONE, folder)
    assert not reader.is_encrypted
    assert squeezed(reader.pages[1]) == "trang1"


def test_a_file_that_breaks_between_check_and_joining_leaves_nothing(folder: Path) -> None:
    """This test shows APP011 at its place, and no half of a file."""
    layout = layout_of(SEVERAL, folder)
    save(folder, b"%PDF-1.7\nx\n%%EOF\n", "chi-tiet.pdf")
    made = bundle(typeset(layout), layout, FACE, conformance=CLAIM)
    assert (made.data, made.conformance) == (None, "")
    assert [(fault.code, fault.path, fault.facts["found"]) for fault in made.faults] == [
        ("APP011", ("appendices", 1, "appendices", 0, "file"), "chi-tiet.pdf")
    ]


# --- stamps

STAMP = "    ghi nhãn: có\n"


def test_a_page_is_stamped_only_when_asked(folder: Path) -> None:
    """This test shows that label, title and reference line are on the first page alone."""
    _, plain = attached(folder, pages=2)
    _, (first, second) = attached(folder, pages=2, stamp=STAMP)
    assert [squeezed(page) for page in plain] == ["trang1", "trang2"]
    assert squeezed(second) == "trang2"
    assert squeezed(first) == (
        "trang1PhụlụcBẢNVẼ(KèmtheoQuyếtđịnhsố/QĐ-UBNDngàythángnămcủaỦybannhândântỉnhAnBình)"
    )


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50.0, 60.0, 450.0, 760.0)])
def test_a_stamp_is_put_as_the_page_is_seen(
    folder: Path, rotate: int, crop: tuple[float, float, float, float] | None
) -> None:
    """This test shows that a stamp lies on the whole page as it is seen, whichever way it turns."""
    _, (page,) = attached(folder, rotate=rotate, crop=crop, stamp=STAMP)
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


def test_a_stamp_without_room_is_a_finding(folder: Path) -> None:
    """This test shows APP028 where a page is too small for the words."""
    save(folder, pdf(size=(150, 60)))
    layout = layout_of(ONE + STAMP, folder)
    made = bundle(typeset(layout), layout, FACE, conformance=CLAIM)
    assert made.data is None
    assert [(fault.code, fault.path) for fault in made.faults] == [
        ("APP028", ("appendices", 0, "file"))
    ]


def test_a_stamp_needs_a_face(folder: Path) -> None:
    """This test shows that a stamp is never left out in silence."""
    layout = layout_of(ONE + STAMP, folder)
    with pytest.raises(ValueError, match="face"):
        bundle(typeset(layout), layout)


def test_a_file_is_stamped_by_itself(folder: Path) -> None:
    """This test shows that words can be put over any PDF."""
    assert FACE is not None
    layout = layout_of(ONE + STAMP, folder)
    data = stamped(pdf(pages=2), layout, layout.parts[1], FACE)
    first, second = PdfReader(BytesIO(data)).pages
    assert "PhụlụcBẢNVẼ" in squeezed(first)
    assert squeezed(second) == "trang2"


# --- files of their own


def test_an_attachment_becomes_a_file_with_the_information_box(folder: Path) -> None:
    """This test shows that a PDF split off is stamped, named, and holds nothing that acts."""
    assert FACE is not None
    save(folder, pdf(pdf_files.with_scripts, pdf_files.with_bookmarks, pages=2))
    document = record(DECISION.replace("trích yếu", "số: 12/QĐ-UBND\ntrích yếu", 1) + ONE, folder)
    signed = datetime.fromisoformat("2025-07-28T15:28:56+07:00")
    _, piece = split(lay_out(document), document, signed)
    made = copy_attachment(piece.layout, FACE)
    assert made == copy_attachment(piece.layout, FACE)
    assert (made.conformance, made.faults) == ("", ())
    assert made.data is not None
    assert [word for word in ACTING if word in made.data] == []
    reader = PdfReader(BytesIO(made.data))
    first, second = reader.pages
    assert squeezed(first) == "trang1Số:12/QĐ-UBND;28/07/2025;15:28:56+07:00"
    assert squeezed(second) == "trang2"
    assert reader.page_labels == ["1", "2"]
    assert outline(reader) == [(0, "Phần một", 0), (1, "Hình 1", 1)]
    assert reader.metadata is not None
    assert reader.metadata.title == "Phụ lục BẢN VẼ"


# --- records


def written(folder: Path) -> Path:
    """Write a decision with one PDF."""
    path = folder / "quyet-dinh.yaml"
    path.write_text(DECISION + ONE, encoding="utf-8")
    return path


def test_a_word_file_refuses_an_attachment(folder: Path) -> None:
    """This test shows APP003 at the file, unless each appendix is a file of its own."""
    path = written(folder)
    refused = render(path)
    assert refused.data is None
    assert [(each.code, each.place.anchor) for each in refused.diagnostics] == [
        ("APP003", "/phụ lục/1/tệp")
    ]
    parts = render(path, split=True)
    assert [(each.suffix, each.kind) for each in parts.files] == [
        ("", "docx"),
        ("-phu-luc", "pdf"),
    ]


def test_a_pdf_of_a_record_is_joined(folder: Path) -> None:
    """This test shows the whole road, and what it says of the file."""
    made = render(written(folder), to="pdf")
    assert made.data is not None
    assert made.conformance == ""
    assert [each.code for each in made.diagnostics] == ["APP027"]
    assert len(PdfReader(BytesIO(made.data)).pages) == 4

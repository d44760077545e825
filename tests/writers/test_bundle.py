"""PDF files joined to a document: each at its place, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from tests.layout.records import DECISION, laid_out, record
from tests.record import pdf_files
from tests.record.pdf_files import A3_LANDSCAPE, name, pdf, save
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
    outline,
    squeezed,
    typeset,
)
from vnadmindocs.api import render
from vnadmindocs.diagnostics import Text
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.splitting import split
from vnadmindocs.writers.bundle import Bundled, bundle, copy_attachment
from vnadmindocs.writers.pdf import write_pdf
from vnadmindocs.writers.pdf.conformance import check_pdf

pytestmark = pytest.mark.skipif(FACE is None, reason=NO_FACE)
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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three PDF files: of 3 pages upright, of 1 page A3 landscape, of 2 turned."""
    save(tmp_path, pdf(pages=3))
    save(tmp_path, pdf(size=A3_LANDSCAPE), "chi-tiet.pdf")
    save(tmp_path, pdf(pages=2, rotate=90), "so-do.pdf")
    return tmp_path


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


def test_the_outline_is_in_order_where_typeset_parts_follow_a_pdf(folder: Path) -> None:
    """This test shows that a PDF comes after the letter and before the appendices after it."""
    text = (
        "loại: công văn\ncơ quan: SỞ NỘI VỤ\ntrích yếu: báo cáo\nkính gửi: Sở Tài chính\n"
        "nội dung: Sở Nội vụ báo cáo theo các Phụ lục.\nphụ lục:\n"
        "  - trích yếu: HÌNH\n    tệp: ban-ve.pdf\n"
        "  - trích yếu: HAI\n    nội dung: Hai.\n"
        "  - trích yếu: BA\n    nội dung: Ba.\n"
    )
    layout = lay_out(record(text, folder))
    made = bundle(typeset(layout), layout, FACE)
    assert made.data is not None
    assert outline(PdfReader(BytesIO(made.data))) == [
        (0, "báo cáo", 0),
        (0, "Phụ lục I HÌNH", 1),
        (0, "Phụ lục II HAI", 4),
        (0, "Phụ lục III BA", 5),
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


def test_a_file_that_breaks_between_check_and_joining_leaves_nothing(folder: Path) -> None:
    """This test shows APP011 at its place, and no half of a file."""
    layout = layout_of(SEVERAL, folder)
    save(folder, b"%PDF-1.7\nx\n%%EOF\n", "chi-tiet.pdf")
    made = bundle(typeset(layout), layout, FACE, conformance=CLAIM)
    assert (made.data, made.conformance) == (None, "")
    assert [(fault.code, fault.path, fault.facts["found"]) for fault in made.faults] == [
        ("APP011", ("appendices", 1, "appendices", 0, "file"), "chi-tiet.pdf")
    ]


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
    announced = DECISION.replace("khen cho 02 tập thể.", "khen cho 02 tập thể (Phụ lục kèm theo).")
    path.write_text(announced + ONE, encoding="utf-8")
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

"""A PDF that a record names is looked into: what cannot be joined, and what joining drops."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import NumberObject

from tests.record import pdf_files
from tests.record.pdf_files import A3_LANDSCAPE, dictionary, locked, name, pdf, save
from vnadmindocs.api import check, load
from vnadmindocs.diagnostics import Severity
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.record.attached_file import AttachedFile
from vnadmindocs.record.fields import State
from vnadmindocs.record.pdf_file import LARGEST_PDF, PdfFile, look_into
from vnadmindocs.record.writing import to_yaml

RECORD = """\
loại: thông báo
cơ quan: SỞ NỘI VỤ
trích yếu: Về việc nghỉ lễ
nội dung: Mặt bằng theo Phụ lục kèm theo./.
phụ lục:
  - trích yếu: MẶT BẰNG
    tệp: ban-ve.pdf
"""


def looked(folder: Path, data: bytes) -> PdfFile:
    """Look into a file of these bytes."""
    return look_into(save(folder, data), "ban-ve.pdf")


def refused(folder: Path, data: bytes) -> Fault:
    """Give the one fault that refuses a file of these bytes."""
    with pytest.raises(UnreadableError) as refusal:
        looked(folder, data)
    (fault,) = refusal.value.faults
    return fault


def dropped(folder: Path, *changes: Callable[[PdfWriter], object]) -> list[tuple[str, object]]:
    """Give what joining will drop: the codes with what or how many."""
    faults = looked(folder, pdf(*changes)).faults
    return [
        (fault.code, getattr(fault.facts.get("what"), "vi", fault.facts.get("count")))
        for fault in faults
    ]


@pytest.mark.parametrize(
    ("page", "size"),
    [
        ({}, (210, 297)),
        ({"size": A3_LANDSCAPE}, (420, 297)),
        ({"rotate": 90}, (297, 210)),
        ({"rotate": 180}, (210, 297)),
        ({"rotate": -90}, (297, 210)),
        ({"crop": (72, 72, 72 + 144, 72 + 288)}, (50.8, 101.6)),
        ({"crop": (216, 360, 72, 72)}, (50.8, 101.6)),
        ({"crop": (-100, -100, 144, 288)}, (50.8, 101.6)),
        ({"crop": (2000, 2000, 2100, 2100)}, (210, 297)),
    ],
)
def test_the_first_page_is_measured_as_it_is_seen(
    tmp_path: Path, page: dict[str, object], size: tuple[float, float]
) -> None:
    """This test shows that a page is as large as a reader shows it, turned and cropped."""
    found = looked(tmp_path, pdf(pages=2, **page))
    assert (found.width_mm, found.height_mm) == pytest.approx(size, abs=0.01)
    assert (found.pages, found.faults) == (2, ())


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "tệp trống"),
        ("Bản vẽ\n".encode(), "tệp loại khác"),
        (b"PK\x03\x04\x14\0", "tệp Word, Excel hoặc tệp nén"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "tệp Word, Excel đời cũ"),
        (b"\x89PNG\r\n\x1a\n", "ảnh PNG"),
        (b"\xff\xd8\xff\xe0", "ảnh JPEG"),
        (b"II*\0\0", "ảnh TIFF"),
    ],
)
def test_what_is_no_pdf_is_said_to_be_what_it_is(tmp_path: Path, data: bytes, kind: str) -> None:
    """This test shows that a file is known by what it holds, not by its name."""
    fault = refused(tmp_path, data)
    assert (fault.code, fault.facts["kind"].vi) == ("APP010", kind)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf(pages=3)[:-200], "tệp bị cụt, thiếu phần cuối"),
        (b"%PDF-1.7\n", "tệp bị cụt, thiếu phần cuối"),
        (b"%PDF-1.7\nx\n%%EOF\n", "không đọc được cấu trúc của tệp"),
        (b"%PDF-1.7\n1 0 obj\n<<\ntrailer\nstartxref\n5\n%%EOF\n",
         "không đọc được cấu trúc của tệp"),
        (pdf().replace(b"/Catalog", b"/Catalxg").replace(b"/Pages ", b"/Pagxs "),
         "không đọc được cấu trúc của tệp"),
        (pdf(pdf_files.with_lost_content), "thiếu trang"),
        (pdf_files.claiming_pages(7), "thiếu trang"),
    ],
    ids=["cut", "head", "no table", "broken table", "no tree", "no content", "fewer pages"],
)  # fmt: skip
def test_a_damaged_file_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    """This test shows that no page is lost in silence."""
    fault = refused(tmp_path, data)
    assert (fault.code, fault.facts["reason"].vi) == ("APP011", reason)  # type: ignore[attr-defined]


@pytest.mark.parametrize("at", range(40, 660, 60))
def test_a_file_cut_anywhere_is_refused(tmp_path: Path, at: int) -> None:
    """This test shows that a download that stopped is never joined."""
    assert refused(tmp_path, pdf()[:at]).code == "APP011"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (locked("abc"), "APP012"),
        (locked("abc", algorithm="RC4-40"), "APP012"),
        (pdf(pdf_files.without_pages), "APP014"),
        (pdf_files.claiming_pages(5001), "APP015"),
        (pdf(size=(14_401, 100)), "APP016"),
        (pdf(size=(2, 100)), "APP016"),
        (pdf(crop=(100, 100, 101, 200)), "APP016"),
        (pdf().replace(b"/Type /Page\n", b"/Type /Page\n/UserUnit 0\n"), "APP016"),
        (pdf(pdf_files.as_portfolio), "APP017"),
        (pdf(pdf_files.as_dynamic_form), "APP017"),
        (pdf(pdf_files.with_unseen_field), "APP018"),
    ],
)
def test_a_file_that_cannot_be_joined_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    """This test shows that each reason has its finding."""
    assert refused(tmp_path, data).code == code


def test_a_lock_that_needs_another_package_is_refused(tmp_path: Path) -> None:
    """This test shows that APP013 is said of AES, whatever the password."""

    def aes(writer: PdfWriter) -> None:
        writer.encrypt("", "x", algorithm="RC4-128")
        lock = writer._encrypt_entry
        assert lock is not None
        for key, version in (("/V", 4), ("/R", 4)):
            lock[name(key)] = NumberObject(version)
        lock[name("/CF")] = dictionary(StdCF=dictionary(CFM="/AESV2", AuthEvent="/DocOpen"))
        for key in ("/StmF", "/StrF"):
            lock[name(key)] = name("/StdCF")

    assert refused(tmp_path, pdf(aes)).code == "APP013"


def test_a_lock_of_another_maker_is_refused(tmp_path: Path) -> None:
    """This test shows that what only its own program opens is said to be locked."""
    data = locked("", "x").replace(b"/Filter /Standard", b"/Filter /Foo.WebPM")
    assert refused(tmp_path, data).code == "APP012"


def test_a_file_of_too_many_bytes_is_refused_unread(tmp_path: Path) -> None:
    """This test shows that size is asked first."""
    path = tmp_path / "ban-ve.pdf"
    with path.open("wb") as stream:
        stream.truncate(LARGEST_PDF + 1)
    with pytest.raises(UnreadableError) as refusal:
        look_into(path, "ban-ve.pdf")
    (fault,) = refusal.value.faults
    assert (fault.code, fault.facts["count"], fault.facts["most"]) == ("APP015", 500, 500)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ([pdf_files.with_scripts], [("APP019", "2 đoạn mã JavaScript")]),
        ([pdf_files.with_launch],
         [("APP019", "2 đoạn mã JavaScript, 1 lệnh mở chương trình")]),
        ([pdf_files.with_links], [("APP019", "2 liên kết sang tệp khác")]),
        ([pdf_files.with_movie],
         [("APP019", "1 lệnh gửi hoặc nạp dữ liệu, 1 đoạn âm thanh, phim hoặc hình 3D")]),
        ([pdf_files.with_comment], [("APP019", "1 đoạn mã JavaScript")]),
        ([pdf_files.with_files], [("APP020", 2)]),
        ([pdf_files.with_field], [("APP019", "1 đoạn mã JavaScript"), ("APP021", 1)]),
        ([pdf_files.with_signature], [("APP022", 1)]),
        ([pdf_files.with_layers, pdf_files.with_bookmarks], []),
    ],
    ids=["scripts", "launch", "links", "media", "comment", "files", "field", "signature", "none"],
)  # fmt: skip
def test_what_joining_drops_is_counted(
    tmp_path: Path, changes: list[Callable[[PdfWriter], object]], found: list[tuple[str, object]]
) -> None:
    """This test shows that nothing is dropped that was not said."""
    assert dropped(tmp_path, *changes) == found


def test_a_file_that_opens_without_a_password_can_be_joined(tmp_path: Path) -> None:
    """This test shows that its maker's restriction is told, and no more."""
    found = looked(tmp_path, locked("", "x"))
    assert [fault.code for fault in found.faults] == ["APP023"]


def test_a_loop_of_actions_is_counted_once(tmp_path: Path) -> None:
    """This test shows that a hostile file does not hold the reader."""

    def loop(writer: PdfWriter) -> None:
        action = dictionary(S="/JavaScript", JS="x")
        reference = writer._add_object(action)
        action[name("/Next")] = reference
        writer.root_object[name("/OpenAction")] = reference

    assert dropped(tmp_path, loop) == [("APP019", "1 đoạn mã JavaScript")]


@pytest.mark.parametrize("start", range(0, 600, 30))
def test_bytes_that_are_lost_refuse_a_file_or_do_no_harm(tmp_path: Path, start: int) -> None:
    """This test shows that no damage breaks the reader."""
    data = bytearray(pdf(pdf_files.with_links, pages=2))
    data[start : start + 12] = b"\0" * 12
    told: int | str
    try:
        told = looked(tmp_path, bytes(data)).pages
    except UnreadableError as refusal:
        told = refusal.faults[0].code
    assert told in {2, "APP010", "APP011", "APP014", "APP016"}


def test_a_record_says_where_the_file_is_named(tmp_path: Path) -> None:
    """This test shows the place of a refusal and of what is dropped, with the record's own path."""
    record = tmp_path / "thu.yaml"
    record.write_text(RECORD, encoding="utf-8")
    save(tmp_path, b"x")
    (refusal,) = check(record)
    save(tmp_path, pdf(pdf_files.with_files))
    (loss,) = check(record)
    for found, code in ((refusal, "APP010"), (loss, "APP020")):
        place = found.place
        assert (found.code, place.line, place.column, place.anchor) == (
            code, 7, 10, "/phụ lục/1/tệp",
        )  # fmt: skip
    assert (refusal.severity, loss.severity) == (Severity.FATAL, Severity.WARNING)


def test_a_file_that_is_not_there_or_out_of_the_tree_is_refused(tmp_path: Path) -> None:
    """This test shows that an attached file is found as every other file of a record."""
    home = tmp_path / "thư"
    home.mkdir()
    record = home / "thu.yaml"
    record.write_text(RECORD, encoding="utf-8")
    assert [each.code for each in check(record)] == ["SCH030"]
    record.write_text(RECORD.replace("ban-ve.pdf", "../ban-ve.pdf"), encoding="utf-8")
    save(tmp_path, pdf())
    assert [each.code for each in check(record)] == ["SCH031"]


def test_a_file_that_cannot_be_joined_leaves_a_gap(tmp_path: Path) -> None:
    """This test shows that a draft keeps the appendix, whose file is then a gap."""
    record = tmp_path / "thu.yaml"
    record.write_text(RECORD, encoding="utf-8")
    save(tmp_path, b"x")
    draft = load(record)
    assert (draft.record, draft.left_out) == (None, ("appendices/0/file",))
    assert draft.gapped is not None
    assert isinstance(draft.gapped.appendices, tuple)
    assert draft.gapped.appendices[0].file is State.GAP


def test_a_file_is_written_back_as_its_path(tmp_path: Path) -> None:
    """This test shows that a record with a PDF is the same record when it is read again."""
    path = tmp_path / "thu.yaml"
    path.write_text(RECORD + "    ghi nhãn: có\n", encoding="utf-8")
    save(tmp_path, pdf(pages=3))
    record = load(path).record
    assert record is not None
    assert isinstance(record.appendices, tuple)
    file = record.appendices[0].file
    assert isinstance(file, AttachedFile)
    assert (file.written, file.path, file.pages) == ("ban-ve.pdf", tmp_path / "ban-ve.pdf", 3)
    again = tmp_path / "lai.yaml"
    again.write_text(to_yaml(record), encoding="utf-8")
    assert load(again).record == record
    assert "tệp: ban-ve.pdf" in to_yaml(record)
    assert "ghi nhãn: có" in to_yaml(record)

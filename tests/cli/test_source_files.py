"""What a document is made of is never written over."""

import struct
import zlib
from pathlib import Path

import pytest
from pypdf import PdfWriter

from tests.cli.conftest import Command
from vnadmindocs import render
from vnadmindocs.assets import asset
from vnadmindocs.fonts.faces import find_face

LETTER = """loại: thông báo
cơ quan: SỞ NỘI VỤ
số: 05
ngày: 03/9/2025
trích yếu: Về việc nghỉ lễ
nội dung: Các phòng bố trí người trực./.
"""
DRAWING = "phụ lục:\n  - trích yếu: BẢN VẼ\n    tệp: thu.pdf\n"
PICTURE = """phụ lục:
  - trích yếu: HÌNH
    nội dung:
      - '{hình: h}'
    hình:
      h: {tệp: thu-1.png}
"""
has_face = pytest.mark.skipif(find_face().face is None, reason="no Times face (fonts-liberation2)")


def _record(text: str, name: str = "thu.yaml") -> None:
    Path(name).write_text(text, encoding="utf-8")


def _pdf(name: str) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 300)
    writer.write(name)
    return Path(name).read_bytes()


def _png(name: str) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0\0"))
    Path(name).write_bytes(b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b""))
    return Path(name).read_bytes()


@has_face
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_pdf_that_is_attached_stays(command: Command, force: tuple[str, ...]) -> None:
    """The finding stands where the record names it; force changes nothing."""
    _record(LETTER + DRAWING)
    old = _pdf("thu.pdf")
    shown = command("render", "thu.yaml", "--to", "pdf", *force)
    assert shown.code == 1
    assert "thu.yaml:9:10: lỗi nghiêm trọng OUT005: Kết quả sẽ ghi đè lên «thu.pdf»" in shown.out
    assert "ví dụ -o thu-in.pdf" in shown.out
    assert Path("thu.pdf").read_bytes() == old
    assert command("render", "thu.yaml", "-o", "thu-in.pdf").code == 0


@has_face
def test_a_picture_stays(command: Command) -> None:
    """Of several pages too, which have names of their own."""
    old = _png("thu-1.png")
    _record(LETTER + PICTURE)
    shown = command("render", "thu.yaml", "--to", "png", "--ppi", "20")
    assert "thu.yaml:12:16: lỗi nghiêm trọng OUT005" in shown.out
    assert sorted(path.name for path in Path().iterdir()) == ["thu-1.png", "thu.yaml"]
    assert Path("thu-1.png").read_bytes() == old


@pytest.mark.parametrize("way", ["option", "record", "profile"])
def test_a_template_stays(command: Command, way: str) -> None:
    """Whoever names it: the command, the record or the profile of the body."""
    template = Path("thu.docx")
    template.write_bytes(asset("templates", "nd30-large.docx").read_bytes())
    old = template.read_bytes()
    text, place = LETTER, "thu.yaml"
    options: tuple[str, ...] = ()
    if way == "option":
        options = ("--template", "thu.docx")
    elif way == "record":
        text, place = LETTER + "mẫu: thu.docx\n", "thu.yaml:7:6"
    else:
        _record("tiêu đề: SỞ NỘI VỤ\nmẫu: thu.docx\n", "so.yaml")
        text = LETTER.replace("SỞ NỘI VỤ", "so.yaml")
    _record(text)
    shown = command("render", "thu.yaml", *options)
    assert f"{place}: lỗi nghiêm trọng OUT005" in shown.out, shown.out
    assert template.read_bytes() == old


@has_face
@pytest.mark.parametrize("order", [("a.yaml", "thu.yaml"), ("thu.yaml", "a.yaml")])
def test_what_another_record_of_the_call_reads_stays(
    command: Command, order: tuple[str, ...]
) -> None:
    """In any order; the other one is written."""
    _record(LETTER)
    _record(LETTER + DRAWING, "a.yaml")
    old = _pdf("thu.pdf")
    shown = command("render", *order, "--to", "pdf")
    assert "thu.yaml: lỗi nghiêm trọng OUT005" in shown.out
    assert "= xem: a.yaml:9:10: dùng tệp này" in shown.out
    assert Path("thu.pdf").read_bytes() == old
    assert Path("a.pdf").exists()


def test_another_record_of_the_call_stays(command: Command) -> None:
    """A record may have any name."""
    _record(LETTER)
    _record(LETTER, "thu.docx")
    assert "OUT004" in command("render", "thu.yaml", "thu.docx", "-o", "./").out
    assert Path("thu.docx").read_text(encoding="utf-8") == LETTER


@has_face
def test_the_library_refuses_too() -> None:
    """``write`` looks at every file before it writes one."""
    _record(LETTER + DRAWING)
    old = _pdf("thu.pdf")
    made = render("thu.yaml", "pdf")
    for place in ("thu.pdf", "thu.yaml"):
        with pytest.raises(FileExistsError, match="the document was made of this file"):
            render("thu.yaml", "pdf").write("thu.pdf")
        assert Path(place).resolve() in made.sources
    assert Path("thu.pdf").read_bytes() == old
    assert made.write("khac.pdf") == Path("khac.pdf")

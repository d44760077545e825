"""Bytes of files become text, or a name for what they are."""

from __future__ import annotations

import io
import unicodedata
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.language.encodings import (
    Decoded,
    decode,
    legacy_text,
    unicode_to_tcvn3,
    unicode_to_vni,
)

LETTER = """loại: công văn
trích yếu: phối hợp triển khai kế hoạch năm 2025
kính gửi: |
  Các sở, ban, ngành thành phố
nội dung: |
  Thực hiện chỉ đạo của thành phố, đề nghị các đơn vị báo cáo trước ngày 30/9/2025./.
"""


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    """Whatever the text, valid UTF-8 is never taken for anything else."""
    data = text.encode()
    if not data.startswith((b"%PDF", b"{\\rtf", b"GIF8", b"Rar!", b"PK\x03\x04")):
        assert decode(data) == Decoded(text, "UTF-8", "utf-8")


@pytest.mark.parametrize(
    ("codec", "encoding", "suspicion"),
    [
        ("utf-8-sig", "UTF-8 BOM", "utf-8-bom"),
        ("utf-16", "UTF-16 LE", "utf-16"),
        ("utf-16-le", "UTF-16 LE", "utf-16"),
        ("utf-16-be", "UTF-16 BE", "utf-16"),
        ("utf-32", "UTF-32 LE", "utf-32"),
        ("utf-32-le", "UTF-32 LE", "utf-32"),
        ("utf-32-be", "UTF-32 BE", "utf-32"),
    ],
)
@pytest.mark.parametrize("text", [LETTER, "so: 5\n"])
def test_every_unicode_encoding_is_read(
    text: str, codec: str, encoding: str, suspicion: str
) -> None:
    """With a byte order mark or without; «Unicode» in Notepad is UTF-16."""
    decoded = decode(text.encode(codec))
    assert decoded == Decoded(text, encoding, suspicion)


def windows_1258(text: str) -> bytes:
    """Write tones as marks of their own, as Windows does."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    written = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = "".join(part for part in parts if part not in tones)
        written.append(unicodedata.normalize("NFC", base))
        written.extend(part for part in parts if part in tones)
    return "".join(written).encode("cp1258")


@pytest.mark.parametrize(
    ("data", "encoding", "suspicion"),
    [
        (unicode_to_tcvn3(LETTER).encode("latin-1"), "TCVN3 (ABC)", "tcvn3"),
        (unicode_to_vni(LETTER).encode("latin-1"), "VNI-Windows", "vni"),
        (windows_1258(LETTER), "Windows-1258", "cp1258"),
    ],
)
def test_a_code_page_of_old_is_named_and_converted(
    data: bytes, encoding: str, suspicion: str
) -> None:
    """The text is offered, not trusted; its first accented line shows what came out."""
    decoded = decode(data)
    assert decoded == Decoded(LETTER, encoding, suspicion)
    assert decoded.sample == "loại: công văn"


def test_a_bad_byte_in_utf_8_is_placed_on_its_line() -> None:
    """A file cut or glued wrongly is still UTF-8, but for one place."""
    data = LETTER.encode().replace("năm".encode(), b"n\xc4m")
    assert decode(data) == Decoded(None, "UTF-8", "broken-utf-8", line=1)


def word_file(member: str) -> bytes:
    """Make a ZIP with one member."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(member, "<x/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (word_file("word/document.xml"), "Word (.docx)"),
        (word_file("xl/workbook.xml"), "Excel (.xlsx)"),
        (word_file("a.txt"), "ZIP"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20), "Word 97–2003 (.doc)"),
        (b"{\\rtf1\\ansi", "RTF"),
        (bytes(range(256)), ""),
        (b"so: \x00\x015\n", ""),
        (b"\x01\x02\x03\xff\xfe", ""),
    ],
)
def test_a_binary_file_is_named_not_read(data: bytes, kind: str) -> None:
    """The clerk gave the Word file instead of the record."""
    assert decode(data) == Decoded(None, kind, "binary")


def test_western_text_is_not_taken_for_vietnamese() -> None:
    """French in Windows-1252 is in none of the encodings the tool knows."""
    french = "Le protocole a été signé à Genève par les délégués réunis à l'hôtel"
    assert decode(french.encode("cp1252")) == Decoded(None, "", "unknown", line=0)


def test_an_empty_file_is_empty_text() -> None:
    """Nothing to read is no fault of the encoding."""
    assert decode(b"") == Decoded("", "UTF-8", "utf-8")
    assert decode(b"").sample == ""


def test_the_letter_itself_raises_no_alarm() -> None:
    """A good UTF-8 record has no text of old."""
    assert legacy_text(LETTER) is None


@given(st.binary())
def test_no_bytes_are_too_strange(data: bytes) -> None:
    """Whatever the bytes, there is an answer, and text that is trusted has no lone surrogates."""
    decoded = decode(data)
    if decoded.text is not None and decoded.suspicion.startswith("utf-"):
        decoded.text.encode()

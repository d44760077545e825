"""Bytes to text: which encoding a file is in.

`decode` reads the Unicode encodings and names the others, with the text converted where the bytes
read as Vietnamese in a code page of old. `legacy_text` does the same for single lines of text that
is already Unicode.
"""

from __future__ import annotations

import codecs

from vnadmindocs.language.legacy import (
    read_western,
    tcvn3_to_unicode,
    unicode_to_tcvn3,
    unicode_to_vni,
    vni_to_unicode,
)
from vnadmindocs.language.legacy_text import LegacyText, legacy_text
from vnadmindocs.language.syllables import is_syllable
from vnadmindocs.language.text import clean
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

__all__ = [
    "Decoded",
    "LegacyText",
    "decode",
    "legacy_text",
    "tcvn3_to_unicode",
    "unicode_to_tcvn3",
    "unicode_to_vni",
    "vni_to_unicode",
]

_BINARY_HEADS = (
    (b"PK\x03\x04", "ZIP"),
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97–2003 (.doc)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
)
_ZIP_MEMBERS = (
    (b"word/", "Word (.docx)"),
    (b"xl/", "Excel (.xlsx)"),
    (b"ppt/", "PowerPoint (.pptx)"),
    (b"opendocument", "OpenDocument"),
)
_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 LE", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 BE", "utf-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8 BOM", "utf-8-bom"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE", "utf-16"),
)
_UNMARKED = (
    ("utf-32-le", "UTF-32 LE", "utf-32"),
    ("utf-32-be", "UTF-32 BE", "utf-32"),
    ("utf-16-le", "UTF-16 LE", "utf-16"),
    ("utf-16-be", "UTF-16 BE", "utf-16"),
)
# Where Vietnamese text lives: Latin with its marks, punctuation, the dong sign.
_EXPECTED = pattern(r"[\t\n\r\x20-\x7e\u00a0-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u20bf]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's bytes as text.

    Attributes:
        text: the text, without byte order mark; converted where the file is in a code page of
            old; None when it cannot be read as text.
        encoding: what to call the encoding, or the kind of file, in a sentence.
        suspicion: ``utf-8`` ``utf-8-bom`` ``utf-16`` ``utf-32``: surely that; ``tcvn3`` ``vni``
            ``cp1258``: a good guess; ``broken-utf-8``: UTF-8 but for some bytes; ``binary``: no
            text file; ``unknown``: text in none of these.
        line: for ``broken-utf-8``, the line of the first bad byte, from 0.
    """

    text: str | None
    encoding: str
    suspicion: str
    line: int = 0

    @property
    def sample(self) -> str:
        """The first line that has a letter outside ASCII: it shows whether the guess is right."""
        lines = (self.text or "").splitlines()
        return next((line.strip() for line in lines if not line.isascii()), "")


def decode(data: bytes) -> Decoded:
    """Find the encoding of a file and read it.

    Surely known: the Unicode encodings, with a byte order mark or without, and binary files.
    Guessed, only when the bytes are no Unicode: TCVN3, VNI and Windows-1258, whichever reads as
    Vietnamese.
    """
    for mark, codec, encoding, suspicion in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], codec, encoding, suspicion)
    for head, encoding in _BINARY_HEADS:
        if data.startswith(head):
            return Decoded(None, _zip_kind(data) if encoding == "ZIP" else encoding, "binary")
    if b"\0" in data:
        return _with_nulls(data)
    try:
        return Decoded(data.decode("utf-8"), "UTF-8", "utf-8")
    except UnicodeDecodeError as error:
        return _without_unicode(data, error)


def _marked(data: bytes, codec: str, encoding: str, suspicion: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), encoding, suspicion)
    except UnicodeDecodeError as error:
        if codec == "utf-8":
            return _without_unicode(data, error)
        return Decoded(None, encoding, "binary")


def _zip_kind(data: bytes) -> str:
    return next((kind for member, kind in _ZIP_MEMBERS if member in data), "ZIP")


def _with_nulls(data: bytes) -> Decoded:
    """Read Unicode of two or four bytes that lacks its mark; anything else with NULs is binary."""
    for codec, encoding, suspicion in _UNMARKED:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if len(_EXPECTED.findall(text)) >= 0.97 * len(text):
            return Decoded(text, encoding, suspicion)
    return Decoded(None, "", "binary")


def _without_unicode(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """Guess the code page of bytes that are no UTF-8."""
    line = data.count(b"\n", 0, error.start)
    western = read_western(data)
    controls = sum(character < " " and character not in "\t\n\r\f\v" for character in western)
    if controls > 0.01 * len(western):
        return Decoded(None, "", "binary")
    guesses = [
        (*_vietnamese_words(text), encoding, suspicion, text)
        for encoding, suspicion, text in (
            ("TCVN3 (ABC)", "tcvn3", tcvn3_to_unicode(western)),
            ("VNI-Windows", "vni", vni_to_unicode(western)),
            ("Windows-1258", "cp1258", clean(data.decode("cp1258", errors="replace"))),
        )
    ]
    good, bad, encoding, suspicion, text = max(guesses, key=lambda guess: guess[0] - guess[1])
    good_utf8, bad_utf8 = _vietnamese_words(data.decode("utf-8", errors="replace"))
    if good_utf8 and good_utf8 - bad_utf8 >= good - bad:
        return Decoded(None, "UTF-8", "broken-utf-8", line)
    if good and good >= 2 * bad:
        return Decoded(text, encoding, suspicion, line)
    return Decoded(None, "", "unknown", line)


# Signs count as letters here: a stray © or « between letters tells of the wrong code page.
_WORD = pattern(r"[A-Za-z\u0080-\U0010ffff]+")


def _vietnamese_words(text: str) -> tuple[int, int]:
    """Count the words with letters outside ASCII that are Vietnamese syllables, and the others."""
    good = bad = 0
    for word in _WORD.findall(text):
        bare = word.strip("«»“”‘’–—…•·°")
        if bare.isascii():
            continue
        if is_syllable(bare):
            good += 1
        elif not (bare.isupper() and bare.isalpha()):
            bad += 1
    return good, bad

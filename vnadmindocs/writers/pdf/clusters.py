"""Letters with a mark that Unicode has no single character for, such as ``ê̆`` of Ê Đê names.

Of such a pair typst lets both glyphs stand for the whole pair, everywhere in the document, and says
the right words beside it (``ActualText``). Readers that do not look there, pypdf among them, get
``Lư̆u`` for ``Lưu`` (typst/typst#8767). Here each glyph gets its own character back.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from vnadmindocs.pattern import pattern

_LINE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{8,})>")
_MARKS = pattern("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")


def has_marks(text: str) -> bool:
    """Tell whether a text has marks that stand by themselves."""
    return _MARKS.search(text) is not None


def with_own_characters(data: bytes) -> bytes:
    """Give a PDF of typst in which each glyph of a marked letter stands for its own character."""
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(io.BytesIO(data))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    fonts: dict[int, _Font] = {}
    for page in writer.pages:
        _read_page(page, fonts)
    for font in fonts.values():
        font.write()
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


class _Font:
    """A font of the file, and what was found of its glyphs.

    Attributes:
        said: what each code stands for as typst wrote it.
        own: the character that a code of a marked letter is by itself.
    """

    def __init__(self, node: Any) -> None:
        from vnadmindocs.writers.pdf.conformance.unicode_maps import unicode_map

        self.map: Any = node["/ToUnicode"]
        self.said = unicode_map(node) or {}
        self.own: dict[int, str] = {}
        self._run: list[int] = []

    def shown(self, code: int) -> None:
        """Note a code that is shown: glyphs of one letter follow each other, and say the same."""
        words = self.said.get(code, "")
        if self._run and self.said.get(self._run[0]) != words:
            self._run.clear()
        if len(words) > 1:
            self._run.append(code)
            if len(self._run) == len(words):
                self.learn(words, self._run)
                self._run.clear()

    def learn(self, words: str, codes: Sequence[int]) -> None:
        """Take the characters of a letter as those of its glyphs, where there is one for each."""
        if len(codes) == len(words) and has_marks(words):
            for code, character in zip(codes, words, strict=True):
                self.own.setdefault(code, character)

    def write(self) -> None:
        """Correct the character map of the font."""

        def corrected(found: re.Match[bytes]) -> bytes:
            own = self.own.get(int(found[1], 16))
            if own is None:
                return found[0]
            return b"<%s> <%s>" % (found[1], own.encode("utf-16-be").hex().upper().encode())

        self.map.set_data(_LINE.sub(corrected, self.map.get_data()))


def _read_page(page: Any, fonts: dict[int, _Font]) -> None:
    from vnadmindocs.writers.pdf.conformance.syntax import operations

    if "/Font" not in page["/Resources"]:
        return
    listed = page["/Resources"]["/Font"]
    font: _Font | None = None
    words, codes = "", list[int]()
    for operator, operands in operations(page.get_contents().get_data()):
        if operator == "Tf":
            node = listed[f"/{operands[0]}"]
            font = fonts.setdefault(node.indirect_reference.idnum, _Font(node))
        elif operator == "BDC" and isinstance(operands[-1], dict):
            words, codes = _words(operands[-1].get("ActualText", b"")), []
        elif operator in ("Tj", "TJ") and font is not None:
            shown = operands[-1] if operator == "TJ" else operands
            text = b"".join(piece for piece in shown if isinstance(piece, bytes))
            for place in range(0, len(text), 2):
                code = int.from_bytes(text[place : place + 2], "big")
                codes.append(code)
                font.shown(code)
        elif operator == "EMC":
            if font is not None:
                font.learn(words, codes)
            words = ""


def _words(text: bytes) -> str:
    return text[2:].decode("utf-16-be") if text.startswith(b"\xfe\xff") else text.decode("latin-1")

"""The text of a record file: bytes to lines that YAML can read, or a finding that says why not.

What comes out has as many lines and columns as the file: exotic blanks became plain spaces one
for one, and nothing else changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnadmindocs.diagnostics.catalogue import diagnose
from vnadmindocs.diagnostics.model import Diagnostic, Place

LARGEST_FILE = 10 * 1024 * 1024

# Blanks that come with pasted text, and what YAML 1.1 takes for ends of lines though no editor
# does (next line, line and paragraph separator).
_BLANKS = (
    "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_UNREADABLE = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff"
_ODD = re.compile(f"[{_BLANKS}{_UNREADABLE}\r\ufeff]")
_CONTROL = re.compile(f"[{_UNREADABLE}]")
_PLAIN_BLANKS = str.maketrans(dict.fromkeys(_BLANKS, " ") | {"\ufeff": "\u200b"})


@dataclass(frozen=True, slots=True)
class SourceText:
    r"""The text of a file, twice.

    Attributes:
        written: as it stands, line ends brought to ``\n``.
        readable: the same with every blank a space, for YAML.
        faults: what is wrong with it; fatal ones leave ``readable`` empty.
    """

    written: str
    readable: str
    faults: tuple[Diagnostic, ...] = ()


def source_text(data: bytes | str, file: str) -> SourceText:
    """Read the bytes of a file as text that YAML can read."""
    if len(data) > LARGEST_FILE:
        return _refused("YML001", file, limit=LARGEST_FILE // 1024 // 1024)
    text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
    if text.startswith("\ufeff"):
        text = text[1:]
    if _ODD.search(text) is None:
        return SourceText(text, text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    readable = text.translate(_PLAIN_BLANKS)
    return SourceText(text, readable)


def _refused(code: str, file: str, **facts: object) -> SourceText:
    return SourceText("", "", (diagnose(code, Place(file, 1, 1, 1), **facts),))

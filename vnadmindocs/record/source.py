"""The text of a record file: bytes to lines that YAML can read, or a finding that says why not.

What comes out has as many lines and columns as the file: exotic blanks became plain spaces one
for one, and nothing else changed.
"""

from __future__ import annotations

from typing import Any

from vnadmindocs.diagnostics.catalogue import diagnose
from vnadmindocs.diagnostics.model import Diagnostic, Place
from vnadmindocs.language.encodings import decode
from vnadmindocs.language.legacy_signs import may_have_legacy
from vnadmindocs.language.legacy_text import legacy_text
from vnadmindocs.pattern import pattern
from vnadmindocs.record.glyphs import is_plain
from vnadmindocs.values import dataclass

LARGEST_FILE = 10 * 1024 * 1024
_MOST_OF_A_KIND = 25
_GUESSED = {
    "binary": "YML002",
    "tcvn3": "YML005",
    "vni": "YML005",
    "cp1258": "YML005",
}
_TWICE = "utf-8-twice"
_CODE_PAGES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}

# Blanks that come with pasted text, and what YAML 1.1 takes for ends of lines though no editor
# does (next line, line and paragraph separator).
_BLANKS = (
    "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_UNREADABLE = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff"
_ODD = pattern(f"[{_BLANKS}{_UNREADABLE}\r\ufeff]")
_CONTROL = pattern(f"[{_UNREADABLE}]")
# At the margin only: what is indented may belong to a text.
_FENCE = pattern(r"(?m)^```[a-z]*[ ]*$")
_PLAIN_BLANKS = str.maketrans(dict.fromkeys(_BLANKS, " ") | {"\ufeff": "\u200b"})


@dataclass(frozen=True, slots=True)
class SourceText:
    r"""The text of a file, twice.

    Attributes:
        written: as it stands, line ends brought to ``\n``.
        readable: the same with every blank a space, for YAML; None when it cannot be read at all.
        faults: what is wrong with it.
        plain: it has only letters and signs that nearly every record has, each as it should be.
    """

    written: str
    readable: str | None
    faults: tuple[Diagnostic, ...] = ()
    plain: bool = False


def source_text(data: bytes | str, file: str) -> SourceText:
    """Read the bytes of a file as text that YAML can read."""
    if len(data) > LARGEST_FILE:
        return _refused("YML001", file, limit=LARGEST_FILE // 1024 // 1024)
    faults: list[Diagnostic] = []
    if isinstance(data, bytes):
        decoded = decode(data)
        if decoded.text is None or decoded.suspicion in _GUESSED:
            code = _GUESSED.get(decoded.suspicion, "YML006")
            return _refused(
                "YML043" if code == "YML002" and not decoded.encoding else code,
                file,
                line=decoded.line + 1,
                found=decoded.encoding,
                sample=decoded.sample,
            )
        if decoded.suspicion in ("utf-16", "utf-32"):
            place = Place(file, 1, 1, 1)
            faults.append(diagnose("YML003", place, found=decoded.encoding))
        text = decoded.text
    else:
        text = data.removeprefix("\ufeff")
    old = legacy_text(text) if may_have_legacy(text) else None
    # One look tells of most texts that nobody need look at them again.
    plain = is_plain(text) and not any(map(text.__contains__, "\0\t\u00a0"))
    # Every character that must be looked at is unprintable; so is the tab, which need not.
    if plain or text.replace("\n", "").isprintable() or _ODD.search(text) is None:
        readable = text
    else:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        readable = text.translate(_PLAIN_BLANKS)
        if _CONTROL.search(readable) is not None:
            if old is None or old.encoding != _TWICE:
                faults.extend(_controls(text, file))
            readable = _CONTROL.sub(" ", readable)
    if old is not None:
        line = old.written
        start = max(line.rfind(" ", 0, old.column), line.rfind("\t", 0, old.column)) + 1
        word = line[start:].split(maxsplit=1)[0]
        faults.append(
            diagnose(
                "YML008" if old.encoding == _TWICE else "YML009",
                Place(file, old.line + 1, start + 1, start + 1 + len(word)),
                source_line=line,
                found=_CODE_PAGES.get(old.encoding, ""),
                written=word,
                sample=old.converted.strip(),
            )
        )
    if "```" in readable:
        plain = False
        faults.extend(_fences(readable, file))
        readable = _FENCE.sub(lambda found: " " * len(found[0]), readable)
    return SourceText(text, readable, tuple(faults), plain)


def _fences(text: str, file: str) -> list[Diagnostic]:
    """Report the lines that a chat window puts around YAML."""
    return [
        diagnose(
            "YML046",
            Place(file, row, 1, 1 + len(line)),
            source_line=line,
            found=line,
        )
        for row, line in enumerate(text.split("\n"), start=1)
        if _FENCE.fullmatch(line)
    ][:_MOST_OF_A_KIND]


def _controls(text: str, file: str) -> list[Diagnostic]:
    """Report each character that no text has, a line once, the first lines only."""
    faults = []
    for row, line in enumerate(text.split("\n")):
        found = _CONTROL.search(line)
        if found is None:
            continue
        at = found.start() + 1
        code = "YML007" if found[0] < "\ud800" else "YML004"
        before = line[: found.start()].split()
        faults.append(
            diagnose(
                code,
                Place(file, row + 1, at, at + 1),
                source_line=_CONTROL.sub("\ufffd", line),
                found=f"U+{ord(found[0]):04X}",
                words=before[-1] if before else "",
                count=at,
            )
        )
        if len(faults) == _MOST_OF_A_KIND:
            break
    return faults


def _refused(code: str, file: str, line: int = 1, **facts: Any) -> SourceText:
    return SourceText("", None, (diagnose(code, Place(file, line, 1, 1), line=line, **facts),))

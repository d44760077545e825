"""What a Word file asks of its PDF: words, faces and a date."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator

from vnadmindocs.law.wording import wording
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CREATED = "{http://purl.org/dc/terms/}created"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Heads and feet repeat or differ from page to page; their words are not asked for.
_TEXTS = pattern(r"word/(document|footnotes|endnotes)\.xml")
_WITH_FACES = pattern(r"word/(document|styles|numbering|footnotes|header\d*|footer\d*)\.xml")
_FACE = pattern(r'\bw:(?:ascii|hAnsi)="([^"]+)"')
_THEME_FACE = pattern(r'<a:latin [^>]*?typeface="([^"]+)"')
_MOMENT = pattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
# What of a paragraph is not printed as it stands there.
_NOT_PRINTED = {f"{_W}{name}" for name in ("moveFrom", "del", "fldSimple", "pPr")} | {_FALLBACK}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a Word file asks for.

    Attributes:
        words: the text of its body and notes, a line a paragraph; results of fields and hidden
            text left out.
        faces: every face that it names.
        moment: when it was created, ``2025-01-31T00:00:00Z``; by the record when it is ours.
        size: bytes of its XML, unpacked.
    """

    words: str
    faces: frozenset[str]
    moment: str
    size: int


def read_asked(document: bytes) -> Asked:
    """Read a Word file.

    Raises:
        ValueError: it is no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            parts = {
                name: package.read(name)
                for name in package.namelist()
                if name.endswith(".xml") and name.startswith(("word/", "docProps/core"))
            }
        texts = [_words(data) for name, data in parts.items() if _TEXTS.fullmatch(name)]
        size = sum(map(len, parts.values()))
        return Asked("\n".join(texts), frozenset(_faces(parts)), _moment(parts), size)
    except (zipfile.BadZipFile, ElementTree.ParseError, NotImplementedError) as error:
        raise ValueError("no Word file") from error


def _words(part: bytes) -> str:
    words: list[str] = []
    field = 0  # how many fields are open; their results are LibreOffice's to compute
    for node in _printed(ElementTree.fromstring(part)):
        match node.tag.removeprefix(_W):
            case "fldChar":
                kind = node.get(f"{_W}fldCharType")
                field += (kind == "begin") - (kind == "end")
            case "t" if not field:
                words.append(node.text or "")
            case "p" | "br" | "tab" | "cr":
                words.append("\n")
            case "noBreakHyphen":
                words.append("-")
    return "".join(words)


def _printed(node: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Walk down, past what is not printed."""
    if node.tag in _NOT_PRINTED:
        return
    if node.tag == f"{_W}r":
        hidden = node.find(f"{_W}rPr/{_W}vanish")
        if hidden is not None and hidden.get(f"{_W}val", "1") not in {"0", "false", "off"}:
            return
    yield node
    for child in node:
        yield from _printed(child)


def _faces(parts: dict[str, bytes]) -> Iterator[str]:
    for name, data in parts.items():
        if _WITH_FACES.fullmatch(name):
            text = data.decode("utf-8", errors="replace")
            yield from _FACE.findall(text)
            if "Theme=" in text:
                for theme in (each for each in parts if each.startswith("word/theme/")):
                    yield from _THEME_FACE.findall(parts[theme].decode("utf-8", errors="replace"))


def _moment(parts: dict[str, bytes]) -> str:
    core = parts.get("docProps/core.xml")
    if core is not None:
        moment = ElementTree.fromstring(core).findtext(_CREATED, "").strip()
        if _MOMENT.fullmatch(moment):
            return moment
    return f"{wording('draft.date')}T00:00:00Z"

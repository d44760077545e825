"""The text of a page as LibreOffice writes it, read without setting it again.

pypdf puts lines together from positions and needs three times as long for it as LibreOffice for the
whole conversion. Whether words are there can be seen from the strings alone. A page that is
written in any other way is left to pypdf.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

# What may hold strings that are not shown comes first; operators of text in another shape last.
_TOKEN = re.compile(
    rb"(?P<other><<.*?>>)"
    rb"|/(?P<font>[^\s/<\[(]+)\s+[-\d.]+\s+Tf\b"
    rb"|\[(?P<strings>(?:<[0-9A-Fa-f]*>|[-\d.\s])*)\]\s*TJ\b"
    rb"|<(?P<string>[0-9A-Fa-f]*)>\s*Tj\b"
    rb"|(?P<strange>\bT[jJ]\b|\bBI\b|['\"])",
    re.DOTALL,
)
_STRINGS = re.compile(rb"<([0-9A-Fa-f]*)>")
_CHARACTERS = pattern(r"beginbfchar(.*?)endbfchar", re.DOTALL)
_CHARACTER = pattern(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_CODE_DIGITS = {"/Type0": 4}


@dataclass(frozen=True, slots=True)
class Font:
    """A font of a PDF: its face as the file names it, digits of a code, characters by code."""

    face: str
    digits: int
    characters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """A string of a page and the face it is shown in."""

    face: str
    text: str


def shown_on(page: Any, fonts: dict[object, Font | None]) -> list[Shown] | None:
    """Read the strings of a page in the order of the file; None when it needs pypdf.

    Args:
        page: a page of pypdf.
        fonts: fonts read before; filled here.
    """
    resources = page.get("/Resources", {})
    if any(each.get_object()["/Subtype"] == "/Form" for each in _values(resources, "/XObject")):
        return None
    contents = page.get_contents()
    font, found = None, []
    for token in _TOKEN.finditer(contents.get_data() if contents is not None else b""):
        kind = token.lastgroup
        if kind == "font":
            font = _font(resources["/Font"].raw_get("/" + token["font"].decode("latin-1")), fonts)
        elif kind in {"string", "strings"}:
            if font is None:
                return None
            codes = token["string"] or b"".join(_STRINGS.findall(token["strings"] or b""))
            found.append(Shown(font.face, _decoded(codes.decode("ascii").upper(), font)))
        elif kind == "strange":
            return None
    return found


def _values(resources: Any, name: str) -> list[Any]:
    return list(resources[name].values()) if name in resources else []


def _font(reference: Any, fonts: dict[object, Font | None]) -> Font | None:
    key = getattr(reference, "idnum", id(reference))
    if key not in fonts:
        fonts[key] = _read_font(reference.get_object())
    return fonts[key]


def _read_font(font: Any) -> Font | None:
    if "/ToUnicode" not in font:
        return None
    table = font["/ToUnicode"].get_data().decode("latin-1")
    if "beginbfrange" in table:
        return None
    characters = {
        code.upper(): bytes.fromhex(units).decode("utf-16-be", errors="replace")
        for part in _CHARACTERS.findall(table)
        for code, units in _CHARACTER.findall(part)
    }
    return Font(str(font["/BaseFont"]), _CODE_DIGITS.get(font["/Subtype"], 2), characters)


def _decoded(codes: str, font: Font) -> str:
    step = font.digits
    return "".join(
        font.characters.get(codes[at : at + step], "\N{REPLACEMENT CHARACTER}")
        for at in range(0, len(codes), step)
    )

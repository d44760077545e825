"""One face: four styles of one version, in one folder, each with every Vietnamese letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache, lru_cache
from pathlib import Path

from vnadmindocs.fonts.font_file import STYLES, Font, Style
from vnadmindocs.values import dataclass

# Signs of administrative documents beyond letters: no face of these families lacks one of them.
_SIGNS = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0«»“”‘’–—…°§"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = "aăâeêioôơuưy"
_SHOWN_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Face:
    """A face that can print any Vietnamese document.

    Attributes:
        family: its name, as typesetting asks for it.
        version: such as "2.1.5".
        regular: the file of that style; in a collection, one file may hold several styles.
        bold: likewise.
        italic: likewise.
        bold_italic: likewise.
        coverage: the characters of each style, in the order of ``STYLES``, as first, last, ….
    """

    family: str
    version: str
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path
    coverage: tuple[tuple[int, ...], ...] = field(default=(), repr=False, compare=False)

    @property
    def folder(self) -> Path:
        """The folder that holds the files."""
        return self.regular.parent

    def missing(self, text: str, bold: bool, italic: bool) -> str:
        """List the characters of a text that a style has no glyph for, each once, in order."""
        there = _characters(self.coverage[bold + 2 * italic])
        if there.issuperset(text):
            return ""
        return "".join(dict.fromkeys(each for each in text if each not in there))


@dataclass(frozen=True, slots=True)
class Rejected:
    """A face, or a file, that looked right and is not.

    Attributes:
        family: its name; "" for a file that cannot be read.
        reason: "style" (one is missing), "versions" (the styles are of several), "letters" (a
            style lacks some), "embedding" (not permitted), "variable" (outlines typesetting
            cannot use), "mixed" (a file with two fonts of one style), "unreadable", or "folder"
            (a given folder is not there).
        path: the file, or the folder where a style is missing.
        facts: what fills the sentence about it.
    """

    family: str
    reason: str
    path: Path
    facts: Mapping[str, object] = field(default_factory=dict)


def judged(fonts: list[Font]) -> Iterator[Face | Rejected]:
    """Judge the fonts of one family in one folder, the newest version first."""
    versions = sorted({each.version for each in fonts}, key=_version_key, reverse=True)
    for version in versions:
        same = [each for each in fonts if each.version == version]
        chosen: dict[Style, Font] = {}
        for font in same:
            chosen.setdefault(font.style, font)
        yield _fault_of(chosen, version, fonts) or _face_of(chosen, version)


def _face_of(chosen: Mapping[Style, Font], version: str) -> Face:
    regular, bold, italic, bold_italic = (chosen[style] for style in STYLES)
    return Face(
        family=regular.family,
        version=version,
        regular=regular.path,
        bold=bold.path,
        italic=italic.path,
        bold_italic=bold_italic.path,
        coverage=tuple(chosen[style].coverage for style in STYLES),
    )


def _fault_of(chosen: Mapping[Style, Font], version: str, fonts: Sequence[Font]) -> Rejected | None:
    """Find the first thing that keeps these fonts from being a face.

    Args:
        chosen: a font for each style there is, all of one version.
        version: that version.
        fonts: all fonts of the family in the folder.
    """
    first = next(iter(chosen.values()))
    lacking = [style for style in STYLES if style not in chosen]
    if lacking:
        reason = "style"
        facts: dict[str, object] = {"version": version, "styles": " ".join(lacking)}
        if {each.style for each in fonts} == set(STYLES):
            reason = "versions"
            facts["versions"] = ", ".join(dict.fromkeys(each.version for each in fonts))
        return Rejected(first.family, reason, first.path.parent, facts)
    for style in STYLES:
        font = chosen[style]
        missing = "".join(each for each in _required() if each not in _characters(font.coverage))
        if missing:
            shown = missing[:_SHOWN_LETTERS] + ("…" if len(missing) > _SHOWN_LETTERS else "")
            facts = {
                "version": version,
                "styles": style,
                "number": len(missing),
                "letters": shown,
            }
            return Rejected(font.family, "letters", font.path, facts)
        if font.embedding:
            facts = {"version": version, "styles": style, "permission": font.embedding}
            return Rejected(font.family, "embedding", font.path, facts)
        if font.variable:
            return Rejected(font.family, "variable", font.path, {"version": version})
        # Typesetting sees a whole file, and takes whichever of two equal fonts it likes.
        beside = [each for each in fonts if each.path == font.path and each is not font]
        if any(each.version != version or each.style == style for each in beside):
            return Rejected(font.family, "mixed", font.path, {"version": version})
    return None


@cache
def _required() -> str:
    """List what every style of a face must have: signs, and all letters of Vietnamese."""
    letters = [
        unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in ("", *_TONES)
    ]
    lower = "".join(letters) + "đ"
    # All of the block made for Vietnamese, as well as what older blocks hold.
    block = "".join(map(chr, range(0x1EA0, 0x1EFA)))
    return "".join(dict.fromkeys(_SIGNS + lower + lower.upper() + block))


@lru_cache(maxsize=16)
def _characters(coverage: tuple[int, ...]) -> frozenset[str]:
    """Spread the ranges of a style out."""
    pairs = zip(coverage[::2], coverage[1::2], strict=True)
    found = {chr(code) for first, last in pairs for code in range(first, last + 1)}
    # Renderers print the no-break hyphen with the glyph of the hyphen when a face has no other;
    # a line end prints nothing.
    if "\u2010" in found:
        found.add("\u2011")
    found.add("\n")
    return frozenset(found)


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part)

"""What a font file says of itself: family, style, version, permission, letters.

Thousands of files lie in the folders of a system, so a look at the names comes first and costs
two small reads; fontTools, which costs more to import than all of these, reads what is left.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Literal

from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

Style = Literal["regular", "bold", "italic", "bold_italic"]
STYLES: tuple[Style, ...] = ("regular", "bold", "italic", "bold_italic")

_COLLECTION = b"ttcf"
_KINDS = (b"\0\1\0\0", b"OTTO", b"true")
_MOST_IN_A_COLLECTION = 256
# Larger than any face of these families by far; names of a font fill some kilobytes.
_LARGEST_FILE = 64 << 20
_LARGEST_NAMES = 1 << 20
_VERSION = pattern(r"\d+(?:\.\d+)*")
# OS/2 fsType: permission to embed (the least strict bit counts), not in part, as pictures only.
_RESTRICTED, _LESS_STRICT = 0x0002, 0x000C
_WHOLE_ONLY, _PICTURES_ONLY = 0x0100, 0x0200
_ITALIC = 0x0001  # OS/2 fsSelection
_BOLD_WEIGHT = 600
_FAMILY_NAME, _VERSION_NAME = 1, 5
# Encodings of names by platform: all of Unicode's own, Roman of the Macintosh, Windows' Unicode.
_READABLE = {0: range(7), 1: (0,), 3: (0, 1, 10)}


class DamagedFontError(Exception):
    """A file named like a font that cannot be read as one.

    Attributes:
        reason: "unreachable" (the system does not let us read it), "kind" (it is no font), "cut"
            (its end is missing), or "tables" (a table is missing or makes no sense).
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Font:
    """One font of a file; a collection holds several.

    Attributes:
        path: the file.
        family: name of the family, as typesetting asks for it.
        style: which of the four.
        version: such as "2.1.5"; "" when it says none.
        embedding: "restricted", "whole" (may not be cut down), "pictures", or "" when free.
        variable: the outlines are those of a variable font.
        coverage: the characters it has, as first, last, first, last, …
    """

    path: Path
    family: str
    style: Style
    version: str
    embedding: str
    variable: bool
    coverage: tuple[int, ...]


def plausible(path: Path, families: Iterable[str]) -> bool:
    """Tell whether a font of one of these families may be in a file.

    Raises:
        DamagedFontError: it is no whole font file.
    """
    wanted = [name for family in families for name in (family.encode("utf-16-be"), family.encode())]
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            if size > _LARGEST_FILE:
                return False
            found = [_names(file, start, size) for start in _starts(file)]
    except OSError as error:
        raise DamagedFontError("unreachable") from error
    except struct.error as error:
        raise DamagedFontError("cut") from error
    return any(name in names for names in found for name in wanted)


def fonts_in(path: Path, families: Iterable[str]) -> tuple[Font, ...]:
    """Read the fonts of these families in a file.

    Raises:
        DamagedFontError: a table that is needed is missing or makes no sense.
    """
    from fontTools.ttLib import TTFont

    wanted = frozenset(families)
    found: list[Font] = []
    try:
        data = BytesIO(path.read_bytes())
        alone = data.read(len(_COLLECTION)) != _COLLECTION
        with _silent():
            for number in (-1,) if alone else range(len(_starts(data))):
                # A font left open closes nothing but bytes in memory.
                font = TTFont(data, fontNumber=number, lazy=True)
                family = _family(font["name"].names)
                if family in wanted:
                    found.append(_font(path, family, font))
    except Exception as error:  # fontTools raises whatever the damage makes it stumble over
        raise DamagedFontError("tables") from error
    return tuple(found)


def _font(path: Path, family: str, font: Any) -> Font:
    system = font["OS/2"]
    bold, italic = system.usWeightClass >= _BOLD_WEIGHT, bool(system.fsSelection & _ITALIC)
    version = _VERSION.search(font["name"].getDebugName(_VERSION_NAME) or "")
    cmap = font.getBestCmap()
    if not cmap:
        raise DamagedFontError("tables")
    return Font(
        path=path,
        family=family,
        style=STYLES[bold + 2 * italic],
        version=version[0] if version else "",
        embedding=_embedding(system.fsType),
        variable="fvar" in font,
        coverage=_ranges(code for code, name in cmap.items() if name != ".notdef"),
    )


def _family(names: Iterable[Any]) -> str:
    """Give the name that typesetting knows a font by: the first it can read, as typst does.

    A font gives its names for several systems, and they may differ: TeX Gyre Termes calls itself
    TeXGyreTermes on one of them.
    """
    for each in names:
        readable = _READABLE.get(each.platformID, ())
        if each.nameID == _FAMILY_NAME and each.platEncID in readable:
            return str(each.toUnicode())
    return ""


def _embedding(permissions: int) -> str:
    if permissions & _RESTRICTED and not permissions & _LESS_STRICT:
        return "restricted"
    if permissions & _PICTURES_ONLY:
        return "pictures"
    return "whole" if permissions & _WHOLE_ONLY else ""


def _ranges(codes: Iterable[int]) -> tuple[int, ...]:
    ranges: list[int] = []
    for code in sorted(codes):
        if ranges and code == ranges[-1] + 1:
            ranges[-1] = code
        else:
            ranges += (code, code)
    return tuple(ranges)


def _starts(file: IO[bytes]) -> tuple[int, ...]:
    """Find where the fonts of a file start."""
    file.seek(0)
    kind = file.read(4)
    if kind != _COLLECTION:
        return (0,)
    _, number = struct.unpack(">II", file.read(8))
    if not 0 < number <= _MOST_IN_A_COLLECTION:
        raise DamagedFontError("tables")
    starts: tuple[int, ...] = struct.unpack(f">{number}I", file.read(4 * number))
    return starts


def _names(file: IO[bytes], start: int, size: int) -> bytes:
    """Give the table of names of the font that starts here, after a look at its directory."""
    file.seek(start)
    kind, tables = struct.unpack(">4sH6x", file.read(12))
    if kind not in _KINDS:
        raise DamagedFontError("kind")
    names = None
    for _ in range(tables):
        tag, _sum, offset, length = struct.unpack(">4sIII", file.read(16))
        if offset + length > size:
            raise DamagedFontError("cut")
        if tag == b"name":
            names = offset, length
    if names is None or names[1] > _LARGEST_NAMES:
        raise DamagedFontError("tables")
    file.seek(names[0])
    return file.read(names[1])


@contextmanager
def _silent() -> Iterator[None]:
    """Keep fontTools from writing about small faults of a font to standard error."""
    import logging

    logger = logging.getLogger("fontTools")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)

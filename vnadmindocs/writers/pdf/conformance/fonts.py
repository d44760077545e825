"""Clause 6.2.11: fonts, their embedded programs, widths and the characters they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject, NameObject, StreamObject

from vnadmindocs.writers.pdf.conformance.font_programs import Program, program_of
from vnadmindocs.writers.pdf.conformance.opened import Opened, array, at, resolve
from vnadmindocs.writers.pdf.conformance.painting import FontUse
from vnadmindocs.writers.pdf.conformance.syntax import listed
from vnadmindocs.writers.pdf.conformance.unicode_maps import predefined_cmap, unicode_map, wmode_of

_TYPES = listed("/Type1 /MMType1 /TrueType /Type3 /Type0 /CIDFontType0 /CIDFontType2")
_SUBSET = re.compile(r"/?[A-Z]{6}\+.")
_SYMBOLIC = 4
_WIDTH_TOLERANCE = 1.0  # thousandths of the size
_STANDARD_ENCODINGS = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding")


def _used(pdf: Opened) -> Iterator[tuple[str, FontUse]]:
    for use in pdf.painted.fonts.values():
        yield f"{str(at(use.node, '/BaseFont') or '').removeprefix('/')} (object {use.ident})", use


def _descendant(use: FontUse) -> Any:
    found = array(at(use.node, "/DescendantFonts"))
    return found[0] if found else None


def _descriptor(use: FontUse) -> Any:
    return at(_descendant(use) if use.composite else use.node, "/FontDescriptor")


def _programs(pdf: Opened) -> Iterator[tuple[str, FontUse, Program]]:
    for name, use in _used(pdf):
        program = program_of(_descriptor(use)) if use.composite else None
        if program is not None:
            yield name, use, program


def dictionaries(pdf: Opened) -> Iterator[str]:
    """Fonts have a type, a kind, a name and, where codes are one byte, their widths."""
    for name, use in _used(pdf):
        fonts = [use.node, _descendant(use)] if use.composite else [use.node]
        for font in fonts:
            kind = at(font, "/Subtype")
            named = kind == "/Type3" or isinstance(at(font, "/BaseFont"), NameObject)
            if at(font, "/Type") != "/Font" or kind not in _TYPES or not named:
                yield name
        if not use.composite:
            first, last = at(use.node, "/FirstChar"), at(use.node, "/LastChar")
            widths = array(at(use.node, "/Widths"))
            if first is None or last is None or len(widths) != last - first + 1:
                yield f"{name} /Widths"


def composites(pdf: Opened) -> Iterator[str]:
    """The characters of a composite font are those its encoding counts."""
    for name, use in _used(pdf):
        encoding = at(use.node, "/Encoding")
        if not use.composite or encoding in ("/Identity-H", "/Identity-V"):
            continue
        own = at(_descendant(use), "/CIDSystemInfo")
        theirs = at(encoding, "/CIDSystemInfo")
        if theirs is None:
            continue
        same = all(at(own, key) == at(theirs, key) for key in ("/Registry", "/Ordering"))
        if not same or at(own, "/Supplement") < at(theirs, "/Supplement"):
            yield f"{name} /CIDSystemInfo"


def cid_to_gid(pdf: Opened) -> Iterator[str]:
    """A TrueType CID font says which glyph each character is."""
    for name, use in _used(pdf):
        font = _descendant(use)
        mapping = at(font, "/CIDToGIDMap")
        needed = use.composite and at(font, "/Subtype") == "/CIDFontType2"
        if needed and mapping != "/Identity" and not isinstance(mapping, StreamObject):
            yield f"{name} /CIDToGIDMap"


def cmaps(pdf: Opened) -> Iterator[str]:
    """A CMap is one everybody knows or is embedded; both places say the same WMode."""
    for name, use in _used(pdf):
        if not use.composite:
            continue
        encoding = at(use.node, "/Encoding")
        if not isinstance(encoding, StreamObject):
            if not predefined_cmap(encoding):
                yield f"{name} /Encoding {encoding}"
        elif wmode_of(encoding) != int(at(encoding, "/WMode") or 0):
            yield f"{name} /WMode"


def embedded(pdf: Opened) -> Iterator[str]:
    """The program of every font that is painted is in the file."""
    for name, use in _used(pdf):
        if use.rendered and at(use.node, "/Subtype") != "/Type3" and not _file(use):
            yield name


def _file(use: FontUse) -> Any:
    descriptor = _descriptor(use)
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if isinstance(at(descriptor, key), StreamObject):
            return at(descriptor, key)
    return None


def subsets(pdf: Opened) -> Iterator[str]:
    """An embedded font holds only the glyphs used, and says so in its name."""
    for name, use in _used(pdf):
        if at(use.node, "/Subtype") == "/Type3" or not _file(use):
            continue
        font = _descendant(use) if use.composite else use.node
        named = {str(at(use.node, "/BaseFont")), str(at(font, "/BaseFont"))}
        named.add(str(at(_descriptor(use), "/FontName")))
        # Of a composite font the outer name may have the CMap's name behind it.
        if not all(_SUBSET.match(each) for each in named):
            yield name


def glyphs(pdf: Opened) -> Iterator[str]:
    """The embedded program has every glyph that is shown."""
    for name, use, program in _programs(pdf):
        for code in sorted(use.rendered):
            if not program.has(_glyph(use, code)):
                yield f"{name} <{code:04X}>, {use.codes[code]}"


def _glyph(use: FontUse, code: int) -> int:
    """Give the glyph of a code (of a CMap other than Identity the code itself)."""
    mapping = at(_descendant(use), "/CIDToGIDMap")
    if isinstance(mapping, StreamObject):
        data = mapping.get_data()
        return int.from_bytes(data[2 * code : 2 * code + 2], "big")
    return code


def not_defined(pdf: Opened) -> Iterator[str]:
    """The glyph for «no such character» is never shown."""
    for name, use in _used(pdf):
        if use.composite:
            for code in sorted(use.codes):
                if _glyph(use, code) == 0:
                    yield f"{name} <{code:04X}>, {use.codes[code]}"


def cid_set(pdf: Opened) -> Iterator[str]:
    """A list of the characters in the program, where there is one, is right."""
    for name, use, program in _programs(pdf):
        listed = at(_descriptor(use), "/CIDSet")
        if not isinstance(listed, StreamObject):
            continue
        data = listed.get_data()
        bits = {
            8 * place + bit
            for place, byte in enumerate(data)
            for bit in range(8)
            if byte & (0x80 >> bit)
        }
        wrong = bits ^ program.characters
        if wrong:
            yield f"{name} /CIDSet {min(wrong)}"


def widths(pdf: Opened) -> Iterator[str]:
    """Widths in the font's dictionary are those of its program."""
    for name, use, program in _programs(pdf):
        font = _descendant(use)
        stated = _stated_widths(font)
        usual = float(1000 if at(font, "/DW") is None else at(font, "/DW"))
        for code in sorted(use.rendered):
            true = program.width(_glyph(use, code))
            if true is not None and abs(stated.get(code, usual) - true) > _WIDTH_TOLERANCE:
                yield f"{name} <{code:04X}> {stated.get(code, usual):g}, {true:g}"


def _stated_widths(font: Any) -> dict[int, float]:
    found: dict[int, float] = {}
    items = array(at(font, "/W"))
    place = 0
    while place + 1 < len(items):
        first, second = int(items[place]), items[place + 1]
        if isinstance(second, list):
            found |= {first + i: float(resolve(width)) for i, width in enumerate(second)}
            place += 2
        else:
            found |= dict.fromkeys(range(first, int(second) + 1), float(items[place + 2]))
            place += 3
    return found


def true_type_encodings(pdf: Opened) -> Iterator[str]:
    """A TrueType font with one-byte codes is either symbolic or has a standard encoding."""
    for name, use in _used(pdf):
        if at(use.node, "/Subtype") != "/TrueType":
            continue
        symbolic = int(at(_descriptor(use), "/Flags") or 0) & _SYMBOLIC
        encoding = at(use.node, "/Encoding")
        base = at(encoding, "/BaseEncoding") if isinstance(encoding, DictionaryObject) else encoding
        if (symbolic and encoding is not None) or (
            not symbolic and base not in _STANDARD_ENCODINGS[:2]
        ):
            yield f"{name} /Encoding"


def unicode_values(pdf: Opened) -> Iterator[str]:
    """Every code that is shown stands for characters, none of them 0, U+FEFF, U+FFFE or U+FFFD."""
    for name, use in _used(pdf):
        mapping = unicode_map(use.node)
        if mapping is None:
            if not _plain_encoding(use):
                yield f"{name} /ToUnicode"
            continue
        for code, place in use.codes.items():
            text = mapping.get(code, "")
            if not text or set(text) & {"\0", "\ufeff", "\ufffe", "\ufffd"}:
                yield f"{name} <{code:04X}>, {place}"


def _plain_encoding(use: FontUse) -> bool:
    """Tell whether codes of one byte stand for characters by a standard encoding."""
    encoding = at(use.node, "/Encoding")
    if isinstance(encoding, DictionaryObject):
        encoding = at(encoding, "/BaseEncoding")
    return not use.composite and encoding in _STANDARD_ENCODINGS


def private_use(pdf: Opened) -> Iterator[str]:
    """A character of the private use areas has its words said another way."""
    worded = {
        (mark.owner, mark.mcid)
        for element in pdf.tree.elements
        if any("/ActualText" in above.node for above in element.line())
        for mark in element.marks
    }
    for name, use in _used(pdf):
        for code, text in (unicode_map(use.node) or {}).items():
            private = any(
                "\ue000" <= letter <= "\uf8ff" or letter >= "\U000f0000" for letter in text
            )
            if private and use.bare.get(code, set()) - worded:
                yield f"{name} <{code:04X}> U+{ord(text[0]):04X}, {use.codes[code]}"


FINDERS = {
    "fonts.dictionaries": dictionaries,
    "fonts.composites": composites,
    "fonts.glyph_map": cid_to_gid,
    "fonts.cmaps": cmaps,
    "fonts.embedded": embedded,
    "fonts.subset": subsets,
    "fonts.glyphs": glyphs,
    "fonts.cid_set": cid_set,
    "fonts.widths": widths,
    "fonts.truetype": true_type_encodings,
    "fonts.unicode": unicode_values,
    "fonts.private_use": private_use,
    "fonts.not_defined": not_defined,
}

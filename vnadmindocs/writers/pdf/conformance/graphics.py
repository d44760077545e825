"""Clauses 6.2.2, 6.2.5 to 6.2.10: contents, graphics state, images, forms, transparency."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from vnadmindocs.writers.pdf.conformance.opened import Opened, array, at, nested, resolve
from vnadmindocs.writers.pdf.conformance.syntax import listed

_INTENTS = frozenset(
    ["/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"]
)
_BLENDS = listed(
    "/Normal /Compatible /Multiply /Screen /Overlay /Darken /Lighten /ColorDodge /ColorBurn "
    "/HardLight /SoftLight /Difference /Exclusion /Hue /Saturation /Color /Luminosity"
)


def operators(pdf: Opened) -> Iterator[str]:
    """Only operators of ISO 32000-1."""
    yield from pdf.painted.unknown


def balance(pdf: Opened) -> Iterator[str]:
    """What a content stream opens it closes."""
    yield from pdf.painted.unbalanced


def resources(pdf: Opened) -> Iterator[str]:
    """Each page and form lists what it uses itself."""
    yield from pdf.painted.inherited
    yield from pdf.painted.unnamed


def states(pdf: Opened) -> Iterator[tuple[int, DictionaryObject]]:
    """Give every extended graphics state with the number of the object it stands in."""
    for number, node in pdf.dictionaries:
        if at(node, "/Type") == "/ExtGState":
            yield number, node
        for state in dict.values(at(node, "/ExtGState") or DictionaryObject()):
            if isinstance(resolve(state), DictionaryObject):
                yield number, resolve(state)


def transfer_functions(pdf: Opened) -> Iterator[str]:
    """No transfer functions, only plain halftones."""
    for number, state in states(pdf):
        for key in ("/TR", "/HTP"):
            if key in state:
                yield f"object {number} {key}"
        if at(state, "/TR2") not in (None, "/Default"):
            yield f"object {number} /TR2"
        halftone = at(state, "/HT")
        if isinstance(halftone, DictionaryObject) and (
            at(halftone, "/HalftoneType") not in (1, 5) or "/HalftoneName" in halftone
        ):
            yield f"object {number} /HT"


def intents(pdf: Opened) -> Iterator[str]:
    """Only the four rendering intents."""
    for found in pdf.painted.intents:
        if f"/{found.rpartition(' ')[2]}" not in _INTENTS:
            yield found
    for number, state in states(pdf):
        if at(state, "/RI") not in (None, *_INTENTS):
            yield f"object {number} /RI"
    for number, stream in pdf.streams:
        if at(stream, "/Subtype") == "/Image" and at(stream, "/Intent") not in (None, *_INTENTS):
            yield f"object {number} /Intent"


def images(pdf: Opened) -> Iterator[str]:
    """Pictures without alternates, print-shop substitutes or smoothing."""
    for number, stream in pdf.streams:
        if at(stream, "/Subtype") != "/Image":
            continue
        for key in ("/Alternates", "/OPI"):
            if key in stream:
                yield f"object {number} {key}"
        if at(stream, "/Interpolate"):
            yield f"object {number} /Interpolate"
    for place, image in pdf.painted.inline_images:
        if image.get("I", image.get("Interpolate")) is True:
            yield f"{place}: BI /I"


def forms(pdf: Opened) -> Iterator[str]:
    """No PostScript, no forms that stand for others or for pages of other files."""
    for number, stream in pdf.streams:
        kind = at(stream, "/Subtype")
        if kind == "/PS" or at(stream, "/Subtype2") == "/PS":
            yield f"object {number} PostScript"
        if kind == "/Form":
            for key in ("/OPI", "/PS", "/Ref"):
                if key in stream:
                    yield f"object {number} {key}"


def blend_modes(pdf: Opened) -> Iterator[str]:
    """Only blend modes of ISO 32000-1."""
    for number, state in states(pdf):
        modes = array(at(state, "/BM"))
        if not _BLENDS.issuperset(modes):
            yield f"object {number} /BM {modes[0]}"


def transparency(pdf: Opened) -> Iterator[str]:
    """A page with transparency knows in which colours to blend."""
    if any(at(intent, "/S") == "/GTS_PDFA1" for intent in array(at(pdf.catalog, "/OutputIntents"))):
        return
    for page in pdf.pages:
        if at(page.node, "/Group", "/CS") is None and _transparent(page.attribute("/Resources")):
            yield f"page {page.number}"


def _transparent(listed: Any, depth: int = 0) -> bool:
    for state in _values(at(listed, "/ExtGState")):
        opaque = at(state, "/SMask") in (None, "/None")
        if not opaque or at(state, "/BM") not in (None, "/Normal", "/Compatible"):
            return True
        if any(at(state, key) not in (None, 1) for key in ("/ca", "/CA")):
            return True
    for thing in _values(at(listed, "/XObject")):
        if isinstance(at(thing, "/SMask"), StreamObject):
            return True
        if at(thing, "/Group", "/S") == "/Transparency":
            return True
        if depth < 8 and _transparent(at(thing, "/Resources"), depth + 1):
            return True
    return False


def _values(node: Any) -> list[Any]:
    if isinstance(node, DictionaryObject):
        return [resolve(value) for value in dict.values(node)]
    return []


def spot_colors(pdf: Opened) -> Iterator[str]:
    """A spot colour means the same wherever it is named, and is described."""
    known: dict[str, Any] = {}
    for number, whole in pdf.objects.items():
        for space in _spot_spaces(whole):
            if space[0] == "/Separation":
                meaning = (space[2], space[3])
                if known.setdefault(str(space[1]), meaning) != meaning:
                    yield f"object {number} /Separation {space[1]}"
            else:
                described = at(space[4], "/Colorants") if len(space) > 4 else None
                for name in array(space[1]):
                    process = name in ("/None", "/Cyan", "/Magenta", "/Yellow", "/Black")
                    if not process and at(described, name) is None:
                        yield f"object {number} /DeviceN {name}"


def _spot_spaces(whole: Any) -> Iterator[list[Any]]:
    for node in nested(whole):
        if isinstance(node, ArrayObject) and len(node) >= 4:
            items = array(node)
            if items[0] in ("/Separation", "/DeviceN"):
                yield items


FINDERS = {
    "content.operators": operators,
    "content.balance": balance,
    "content.resources": resources,
    "graphics.transfer": transfer_functions,
    "graphics.intents": intents,
    "graphics.images": images,
    "graphics.forms": forms,
    "graphics.blending": blend_modes,
    "graphics.transparency": transparency,
    "colour.spots": spot_colors,
}

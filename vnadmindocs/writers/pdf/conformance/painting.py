"""What the contents of a file do: fonts and codes shown, colours, marks, operators.

Pages, the form XObjects and patterns they paint, glyphs of Type 3 fonts and appearances of
annotations are read once each.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import DictionaryObject, StreamObject

from vnadmindocs.writers.pdf.conformance.colour_spaces import device_families
from vnadmindocs.writers.pdf.conformance.opened import Opened, array, at, ident_of, raw, resolve
from vnadmindocs.writers.pdf.conformance.syntax import Hex, Name, listed, operations

OPERATORS = listed(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M "
    "MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y "
    "' \""
)
_PATHS = listed("b B b* B* f F f* s S sh")
_TEXTS = frozenset(["Tj", "TJ", "'", '"'])
_DEVICE = {"g": "GRAY", "G": "GRAY", "rg": "RGB", "RG": "RGB", "k": "CMYK", "K": "CMYK"}
_RESOURCES = {
    "Tf": "/Font",
    "Do": "/XObject",
    "gs": "/ExtGState",
    "sh": "/Shading",
    "cs": "/ColorSpace",
    "CS": "/ColorSpace",
}
_SPACES = frozenset(["DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern"])
_INVISIBLE = 3


@dataclass(slots=True)
class FontUse:
    """A font and the codes shown in it.

    Attributes:
        codes: code -> the first place where it is shown.
        rendered: codes that are painted somewhere, not only laid invisibly.
        private: where codes stand that need words of their own (``ActualText``) if their
            characters are private: code -> marked content around it (owner, MCID; -1 for none).
    """

    node: DictionaryObject
    ident: int
    codes: dict[int, str] = field(default_factory=dict)
    rendered: set[int] = field(default_factory=set)
    bare: dict[int, set[tuple[int, int]]] = field(default_factory=lambda: defaultdict(set))

    @property
    def composite(self) -> bool:
        """Whether its codes are two bytes long."""
        return bool(at(self.node, "/Subtype") == "/Type0")


@dataclass(slots=True)
class Painted:
    """All that was seen, each fault as the place where it stands.

    Attributes:
        marks: MCIDs in the order of the content, by the number of the page's or form's object.
        families: device colours used (``GRAY``, ``RGB``, ``CMYK``) and where.
        deepest: how deep ``q`` is nested, and where.
    """

    fonts: dict[int, FontUse] = field(default_factory=dict)
    marks: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    families: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    unknown: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    inherited: list[str] = field(default_factory=list)
    intents: list[str] = field(default_factory=list)
    odd_hex: list[str] = field(default_factory=list)
    inline_images: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    unbalanced: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    languages: list[tuple[str, str]] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    deepest: tuple[int, str] = (0, "")


@dataclass(slots=True)
class _State:
    font: FontUse | None = None
    rendering: int = 0
    fill: bool = False
    stroke: bool = False

    def copy(self) -> _State:
        return _State(self.font, self.rendering, self.fill, self.stroke)


@dataclass(slots=True)
class _Mark:
    """Marked content that is open: an artifact, content of a structure element, or neither."""

    artifact: bool = False
    mcid: int = -1
    words: bool = False  # has an ActualText of its own


def paint(pdf: Opened) -> Painted:
    """Read the contents of every page."""
    painter = _Painter()
    for page in pdf.pages:
        place = f"page {page.number}"
        if "/Resources" not in page.node:
            painter.seen.inherited.append(place)
        content = b"\n".join(part.get_data() for part in array(at(page.node, "/Contents")))
        painter.read(content, page.attribute("/Resources"), page.ident, place, [])
        for annotation in array(at(page.node, "/Annots")):
            painter.appearance(at(annotation, "/AP"), place)
    return painter.seen


class _Painter:
    def __init__(self) -> None:
        self.seen = Painted()
        self._read: set[tuple[int, bool]] = set()

    def read(
        self, content: bytes, resources: Any, owner: int, place: str, around: list[_Mark]
    ) -> None:
        """Read one content stream, inside the marks that were open when it was called."""
        seen = self.seen
        state, saved = _State(), []
        marks = list(around)
        for operator, operands in operations(content):
            if operator not in OPERATORS:
                seen.unknown.append(f"{place}: {operator}")
                continue
            self._strings(operands, place)
            if operator in _RESOURCES and operands and isinstance(operands[0], Name):
                self._resource(operator, operands, resources, place)
            if operator in _TEXTS:
                self._show(state, operands, owner, place, marks)
            elif operator in _PATHS:
                self._painted(operator, state, place, marks)
            elif operator in _DEVICE:
                self._color(_DEVICE[operator], resources, place)
            match operator:
                case "q":
                    saved.append(state.copy())
                    if len(saved) > seen.deepest[0]:
                        seen.deepest = (len(saved), place)
                case "Q" if saved:
                    state = saved.pop()
                case "Tf" if len(operands) == 2:
                    state.font = self._font(operands[0], resources, place)
                case "Tr" if operands:
                    state.rendering = int(operands[0])
                case "g" | "rg" | "k":
                    state.fill = True
                case "G" | "RG" | "K":
                    state.stroke = True
                case "cs" if operands:
                    state.fill = True
                    self._space(operands[0], resources, place)
                case "CS" if operands:
                    state.stroke = True
                    self._space(operands[0], resources, place)
                case "scn" | "SCN" if operands and isinstance(operands[-1], Name):
                    self._pattern(operands[-1], resources, place, marks)
                case "sh" if operands:
                    self._families(
                        at(resources, "/Shading", f"/{operands[0]}", "/ColorSpace"),
                        resources,
                        place,
                    )
                case "ri" if operands:
                    seen.intents.append(f"{place}: {operands[0]}")
                case "BI":
                    seen.inline_images.append((place, operands[0]))
                    self._inline(operands[0], resources, place)
                    self._unmarked("BI", place, marks)
                case "Do" if operands:
                    self._object(operands[0], resources, place, marks)
                case "BMC" | "BDC":
                    self._open(operator, operands, resources, owner, place, marks)
                case "EMC":
                    if len(marks) > len(around):
                        marks.pop()
                    else:
                        seen.unbalanced.append(f"{place}: EMC")
        if len(marks) > len(around):
            seen.unbalanced.append(f"{place}: BDC")
        if saved:
            seen.unbalanced.append(f"{place}: q")

    def appearance(self, node: Any, place: str) -> None:
        """Read the appearance of an annotation; its words belong to the annotation's tag."""
        for state in (
            array(at(node, "/N"))
            if isinstance(at(node, "/N"), StreamObject)
            else [resolve(each) for each in dict.values(at(node, "/N") or DictionaryObject())]
        ):
            self._form(state, None, place, [_Mark(artifact=True)])

    def _resource(self, operator: str, operands: list[Any], resources: Any, place: str) -> None:
        kind = _RESOURCES[operator]
        name = operands[0]
        if operator in ("cs", "CS") and name in _SPACES:
            return
        if at(resources, kind, f"/{name}") is None:
            self.seen.unnamed.append(f"{place}: {kind} /{name}")

    def _strings(self, operands: list[Any], place: str) -> None:
        for operand in operands:
            if isinstance(operand, list):
                self._strings(operand, place)
            elif isinstance(operand, Hex):
                self.seen.odd_hex.append(f"{place}: <{operand.hex()}>")
            elif isinstance(operand, (int, float)) and abs(operand) > 3.403e38:
                self.seen.numbers.append(f"{place}: {operand}")

    def _unmarked(self, what: str, place: str, marks: list[_Mark]) -> None:
        if not any(mark.artifact or mark.mcid >= 0 for mark in marks):
            self.seen.unmarked.append(f"{place}: {what}")

    def _painted(self, operator: str, state: _State, place: str, marks: list[_Mark]) -> None:
        self._unmarked(operator, place, marks)
        filled = operator[0] in "bBfF" and not state.fill
        stroked = operator[0] in "bBsS" and not state.stroke and operator != "sh"
        if filled or stroked:
            self.seen.families["GRAY"].append(f"{place}: {operator}")

    def _show(
        self, state: _State, operands: list[Any], owner: int, place: str, marks: list[_Mark]
    ) -> None:
        self._unmarked("Tj", place, marks)
        font = state.font
        if font is None:
            return
        if not state.fill and state.rendering != _INVISIBLE:
            self.seen.families["GRAY"].append(f"{place}: Tj")
        shown = operands[-1] if operands else b""
        texts = shown if isinstance(shown, list) else [shown]
        width = 2 if font.composite else 1
        mcid = next((mark.mcid for mark in reversed(marks) if mark.mcid >= 0), -1)
        worded = any(mark.words or mark.artifact for mark in marks)
        for text in texts:
            if not isinstance(text, bytes):
                continue
            for start in range(0, len(text), width):
                code = int.from_bytes(text[start : start + width], "big")
                font.codes.setdefault(code, place)
                if state.rendering != _INVISIBLE:
                    font.rendered.add(code)
                if not worded:
                    font.bare[code].add((owner, mcid))

    def _font(self, name: str, resources: Any, place: str) -> FontUse | None:
        reference = raw(at(resources, "/Font"), f"/{name}")
        node = resolve(reference)
        if not isinstance(node, DictionaryObject):
            return None
        key = ident_of(reference) or -id(node)
        if key not in self.seen.fonts:
            self.seen.fonts[key] = FontUse(node, ident_of(reference))
            for glyph in dict.values(at(node, "/CharProcs") or DictionaryObject()):
                inner = at(node, "/Resources") or resources
                self.read(resolve(glyph).get_data(), inner, key, place, [_Mark(artifact=True)])
        return self.seen.fonts[key]

    def _color(self, family: str, resources: Any, place: str) -> None:
        space = Name({"GRAY": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}[family])
        self._space(space, resources, place)

    def _space(self, name: str, resources: Any, place: str) -> None:
        named = at(resources, "/ColorSpace", f"/{name}")
        self._families(named if named is not None else f"/{name}", resources, place)

    def _families(self, space: Any, resources: Any, place: str) -> None:
        for family in device_families(space, resources):
            self.seen.families[family].append(place)

    def _inline(self, image: dict[str, Any], resources: Any, place: str) -> None:
        space = image.get("CS", image.get("ColorSpace"))
        short = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
        if isinstance(space, str):
            self._space(short.get(space, space), resources, place)

    def _pattern(self, name: str, resources: Any, place: str, marks: list[_Mark]) -> None:
        pattern = at(resources, "/Pattern", f"/{name}")
        if pattern is None:
            self.seen.unnamed.append(f"{place}: /Pattern /{name}")
        elif isinstance(pattern, StreamObject):
            self._form(pattern, resources, place, [*marks, _Mark(artifact=True)])
        else:
            self._families(at(pattern, "/Shading", "/ColorSpace"), resources, place)

    def _object(self, name: str, resources: Any, place: str, marks: list[_Mark]) -> None:
        node = at(resources, "/XObject", f"/{name}")
        if not isinstance(node, StreamObject):
            return
        if at(node, "/Subtype") == "/Form":
            self._form(node, resources, place, marks)
            return
        self._unmarked("Do", place, marks)
        if at(node, "/Subtype") == "/Image":
            self._families(at(node, "/ColorSpace"), resources, place)
            for mask in ("/SMask", "/Mask"):
                if isinstance(at(node, mask), StreamObject):
                    self._families(at(node, mask, "/ColorSpace"), None, place)

    def _form(self, node: Any, resources: Any, place: str, marks: list[_Mark]) -> None:
        if not isinstance(node, StreamObject):
            return
        key = (ident_of(node) or -id(node), any(m.artifact or m.mcid >= 0 for m in marks))
        if key in self._read:
            return
        self._read.add(key)
        where = f"{place}, object {ident_of(node)}"
        if "/Resources" not in node and resources is not None:
            self.seen.inherited.append(where)
        self._families(at(node, "/Group", "/CS"), resources, where)
        inner = at(node, "/Resources") or resources
        self.read(node.get_data(), inner, ident_of(node), where, marks)

    def _open(
        self,
        operator: str,
        operands: list[Any],
        resources: Any,
        owner: int,
        place: str,
        marks: list[_Mark],
    ) -> None:
        mark = _Mark(artifact=bool(operands) and operands[0] == "Artifact")
        properties: Any = operands[-1] if operator == "BDC" and len(operands) == 2 else None
        if isinstance(properties, Name):
            named = at(resources, "/Properties", f"/{properties}")
            if named is None:
                self.seen.unnamed.append(f"{place}: /Properties /{properties}")
            properties = {
                key.removeprefix("/"): resolve(value)
                for key, value in dict.items(named or DictionaryObject())
            }
        if isinstance(properties, dict):
            mark.mcid = int(properties.get("MCID", -1))
            mark.words = "ActualText" in properties
            language = properties.get("Lang")
            if isinstance(language, (bytes, str)):
                shown = language.decode("latin-1") if isinstance(language, bytes) else language
                self.seen.languages.append((place, shown))
        if mark.mcid >= 0:
            if any(other.artifact for other in marks) or mark.artifact:
                self.seen.mixed.append(f"{place}: MCID {mark.mcid}")
            self.seen.marks[owner].append(mark.mcid)
        elif mark.artifact and any(other.mcid >= 0 for other in marks):
            self.seen.mixed.append(f"{place}: Artifact")
        marks.append(mark)

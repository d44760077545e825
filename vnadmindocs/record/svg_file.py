"""A drawing in SVG: read, measured, and refused where it could do more than be looked at.

Bytes -> the drawing alone, without what stands before and after it, and its size; or IMG002 with
what is wrong. No drawing we hand on runs anything, reads or fetches anything, or grows without end
when it is opened.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from xml.parsers import expat

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.pattern import pattern
from vnadmindocs.record.images import FACE_PLACE
from vnadmindocs.values import dataclass

REFUSED = "IMG002"
NAMESPACE = "http://www.w3.org/2000/svg"

_LARGEST = 10_000_000  # bytes
_MOST_ELEMENTS = 200_000
_DEEPEST = 200
# What all copies (<use>) together may come to: more than any drawing has, less than a bomb.
_MOST_COPIES = 100_000
_MOST_FILTERS = 100
_WIDEST = 100_000  # px of CSS, about 26 m
_NARROWEST = 0.01

_UNITS = {
    "": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "mm": 96 / 25.4, "cm": 960 / 25.4,
    "q": 24 / 25.4,
}  # fmt: skip
_LENGTH = pattern(r"\s*([0-9.]+(?:[eE][-+]?\d+)?)\s*([a-zA-Z]*)\s*")
_HEAD = pattern(r"\s*\ufeff?\s*<(?:\?xml|!DOCTYPE svg|!--|svg|[\w-]+:svg)")
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_OWN = pattern(r"url\(\s*['\"]?\s*#([^'\")\s]+)")
_URL = pattern(r"url\(\s*['\"]?\s*")
_DATA = pattern(r"data:(?:image/(?:png|jpeg|jpg)|(?:application|font)/[\w.+-]+)[;,]")
_PICTURE = pattern(r"data:image/(?:png|jpeg|jpg)[;,]")
_CODE = pattern(
    r"(?i)@import|expression\s*\(|-moz-binding|behavior\s*:|javascript\s*:|vbscript\s*:"
)
_ACTIVE = frozenset({"script", "foreignObject", "iframe", "object", "embed", "audio", "video"})
_WORDS = frozenset({"text", "tspan", "textPath", "tref"})

_SCRIPT = Text("có mã lệnh («{}»)", "it holds a script («{}»)")
_OUTSIDE = Text("đọc tệp hay địa chỉ khác («{}»)", "it reads another file or address («{}»)")
_ENTITIES = Text("khai báo thực thể (ENTITY)", "it declares entities (ENTITY)")
_TOO_MUCH = Text("quá lớn hoặc tự nhân lên («{}»)", "it is too large, or multiplies («{}»)")
_DAMAGED = Text("không phải SVG đúng ({})", "it is no sound SVG ({})")
_EMPTY = Text("không vẽ gì", "it draws nothing")
_NO_SIZE = Text("không ghi kích thước (width, height, viewBox)", "it has no size")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing that was read.

    Attributes:
        data: the element ``svg`` alone, in UTF-8, with an empty ``FACE_PLACE``.
        width, height: its own size in px of CSS.
        text: every letter it sets as text.
    """

    data: bytes
    width: float
    height: float
    text: str


def is_drawing(data: bytes) -> bool:
    """Tell whether bytes look like SVG."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    head = data[:20_000].decode("utf-16" if wide else "utf-8", "replace")
    return _HEAD.match(head) is not None and "svg" in head


def read_drawing(written: str, data: bytes) -> Drawing:
    """Read a drawing.

    Args:
        written: the path as the record has it, for the finding.
        data: the content of the file.

    Raises:
        UnreadableError: IMG002, with what is wrong.
    """
    reader = _Reader()
    try:
        return reader.read(data)
    except _RefusedError as refusal:
        reason = refusal.reason
    except expat.ExpatError as error:
        reason = _filled(_DAMAGED, f"{expat.errors.messages[error.code]}, {error.lineno}")
    raise UnreadableError(Fault(REFUSED, facts={"found": written, "reason": reason}))


class _RefusedError(Exception):
    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def _filled(reason: Text, words: str) -> Text:
    short = words if len(words) <= 60 else f"{words[:60]}…"
    return Text(reason.vi.format(short), reason.en.format(short))


class _Reader:
    """A drawing while it is read."""

    def __init__(self) -> None:
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.EntityDeclHandler = self._entity
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ExternalEntityRefHandler = self._external
        self._elements = self._filters = 0
        self._path: list[str] = []
        self._begin = self._opened = self._closing = -1
        self._root: Mapping[str, str] = {}
        self._letters: list[str] = []
        self._css: list[str] = []
        # Of the elements with a name: how many elements and which copies stand in each.
        self._open_names: list[str] = []
        self._sizes: dict[str, int] = {"": 0}
        self._copies: dict[str, list[str]] = {"": []}
        self._plain: set[str] = set()  # names of gradients, which grow nothing

    def read(self, data: bytes) -> Drawing:
        if len(data) > _LARGEST:
            raise _RefusedError(_filled(_TOO_MUCH, f"{len(data) // 1_000_000} MB"))
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            data = data.decode("utf-16", "replace").encode()
            data = data.replace(b'encoding="UTF-16"', b'encoding="UTF-8"', 1)
        if not data.isascii() and _declared_otherwise(data):
            raise _RefusedError(_filled(_DAMAGED, "UTF-8"))
        self._parser.Parse(data, True)
        if self._elements == 1:
            raise _RefusedError(_EMPTY)
        self._check_css("".join(self._css))
        self._check_copies()
        width, height = _size(self._root)
        end = data.index(b">", self._closing) + 1
        first = data[self._begin : self._opened]
        return Drawing(
            first + FACE_PLACE + data[self._opened : end], width, height, "".join(self._letters)
        )

    # Handlers

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        self._mark()
        self._elements += 1
        if not self._path:
            if (namespace, local) != (NAMESPACE, "svg"):
                raise _RefusedError(_filled(_DAMAGED, "xmlns"))
            self._begin, self._root = self._parser.CurrentByteIndex, attributes
        self._path.append(local)
        if self._elements > _MOST_ELEMENTS or len(self._path) > _DEEPEST:
            raise _RefusedError(_filled(_TOO_MUCH, local))
        if local in _ACTIVE:
            raise _RefusedError(_filled(_SCRIPT, local))
        self._filters += local == "filter"
        if self._filters > _MOST_FILTERS:
            raise _RefusedError(_filled(_TOO_MUCH, local))
        for key, value in attributes.items():
            self._attribute(local, key.rpartition(" ")[2], value)
        self._count(local, attributes)

    def _attribute(self, element: str, key: str, value: str) -> None:
        if key.lower().startswith("on") and len(key) > 2:
            raise _RefusedError(_filled(_SCRIPT, key))
        if key in ("href", "src"):
            address = "".join(value.split())
            inside = address.startswith("#") or not address
            if not inside and not (element in ("image", "feImage") and _PICTURE.match(address)):
                raise _RefusedError(_filled(_OUTSIDE, value.strip()))
        elif "(" in value or "@" in value or ":" in value:
            self._check_css(value)

    def _end(self, _name: str) -> None:
        self._mark()
        self._path.pop()
        name = self._open_names.pop()
        if name:
            self._leave(name)
        if not self._path:
            self._closing = self._parser.CurrentByteIndex

    def _words(self, words: str) -> None:
        self._mark()
        if self._path[-1] == "style":
            self._css.append(words)
        elif any(each in _WORDS for each in self._path):
            self._letters.append(words)

    def _mark(self) -> None:
        """Keep where the first tag ends: where whatever follows it begins."""
        if self._opened < 0 <= self._begin:
            self._opened = self._parser.CurrentByteIndex

    def _entity(self, *_: object) -> None:
        raise _RefusedError(_ENTITIES)

    def _external(self, *_: object) -> int:
        raise _RefusedError(_ENTITIES)

    def _doctype(self, _name: str, _system: object, _public: object, inside: int) -> None:
        if inside:
            raise _RefusedError(_ENTITIES)

    # What is checked

    def _check_css(self, css: str) -> None:
        plain = _without_comments(css)
        if "\\" in plain and "(" in plain:
            raise _RefusedError(_filled(_SCRIPT, "\\"))
        found = _CODE.search(plain)
        if found is not None:
            kind = _OUTSIDE if "import" in found[0].lower() else _SCRIPT
            raise _RefusedError(_filled(kind, found[0]))
        for url in _URL.finditer(plain):
            rest = plain[url.end() : url.end() + 80]
            if not rest.startswith("#") and not _DATA.match(rest):
                raise _RefusedError(_filled(_OUTSIDE, rest.split(")")[0]))

    def _count(self, local: str, attributes: Mapping[str, str]) -> None:
        name = attributes.get("id", "")
        if name in self._sizes:
            name = ""  # a name given twice means the first
        if name:
            self._sizes[name] = 0
            self._copies[name] = []
        self._open_names.append(name)
        home = self._home()
        self._sizes[home] += 1
        if local in _GRADIENTS:
            self._plain.add(name)
            return
        for key, value in attributes.items():
            if key.rpartition(" ")[2] == "href" and value.strip().startswith("#"):
                self._copies[home].append(value.strip()[1:])
            elif "url(" in value:
                self._copies[home] += _OWN.findall(value)

    def _home(self) -> str:
        return next((name for name in reversed(self._open_names) if name), "")

    def _leave(self, name: str) -> None:
        """Count what stands in a named element as a part of the one around it."""
        self._copies[self._home()].append(name)

    def _check_copies(self) -> None:
        """Count all elements with every copy made; a copy of itself has no end."""
        known: dict[str, int] = {}
        waiting = [""]
        doing: set[str] = set()
        while waiting:
            name = waiting[-1]
            copies = self._copies.get(name, ())
            parts = [each for each in copies if each in self._sizes and each not in self._plain]
            missing = [each for each in parts if each not in known]
            if not missing:
                waiting.pop()
                doing.discard(name)
                size = self._sizes[name] + sum(known[each] for each in parts)
                known[name] = min(size, _MOST_ELEMENTS + _MOST_COPIES + 1)
                continue
            doing.add(name)
            if any(each in doing for each in missing):
                raise _RefusedError(_filled(_TOO_MUCH, f"#{name}"))
            waiting += missing
        if known[""] > self._elements + _MOST_COPIES:
            raise _RefusedError(_filled(_TOO_MUCH, "use"))


def _declared_otherwise(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    head = data[:200].lower()
    return b"encoding=" in head and b"utf-8" not in head


def _without_comments(css: str) -> str:
    while "/*" in css:
        before, _, rest = css.partition("/*")
        _, end, after = rest.partition("*/")
        css = before + after if end else before
    return css


def _size(root: Mapping[str, str]) -> tuple[float, float]:
    """Give the size of a drawing in px of CSS: its own, else that of its view box."""
    box = root.get("viewBox", "").replace(",", " ").split()
    sides = [_number(each) for each in box[2:4]] if len(box) == 4 else [None, None]
    width, height = _px(root.get("width")), _px(root.get("height"))
    ratio = sides[1] / sides[0] if sides[0] and sides[1] else None
    if width is None and height is None:
        width, height = sides
    elif height is None and width is not None and ratio is not None:
        height = width * ratio
    elif width is None and height is not None and ratio is not None:
        width = height / ratio
    if width is None or height is None:
        raise _RefusedError(_NO_SIZE)
    if not (_NARROWEST <= width <= _WIDEST and _NARROWEST <= height <= _WIDEST):
        raise _RefusedError(_filled(_TOO_MUCH, f"{width:g} × {height:g}"))
    return width, height


def _px(length: str | None) -> float | None:
    found = _LENGTH.fullmatch(length or "")
    scale = _UNITS.get(found[2].lower()) if found is not None else None
    number = _number(found[1]) if found is not None else None
    return number * scale if number and scale else None


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and number > 0 else None

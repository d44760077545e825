"""Pointers to appendices in running text: ``Phụ lục II``, ``các phụ lục kèm theo``, ``Biểu số 02``.

Every mention is found, and told whether it is of another text (``Phụ lục I Nghị định số
30/2020/NĐ-CP``), of this document for certain, or neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from vnadmindocs.language.numerals import from_roman
from vnadmindocs.language.text import fold
from vnadmindocs.notation.citation import Found
from vnadmindocs.notation.passages import end_of_stretch
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_KIND = r"(?i:phụ\s+lục|phụ\s+biểu|biểu\s+mẫu|biểu|mẫu)"
# A sign that a number follows: «Biểu 02», not «biểu 2 người».
_LABEL = r"(?:[IVXLC]+|\d{1,2})(?:[.-]?(?:\d{1,2}|[A-HĐa-hđ]))?(?![\w/]|-\d|\.\d|,\d)"
_POINTER = pattern(
    rf"(?<!\w)(?P<many>(?i:các|những|\d{{1,2}})\s+)?(?P<kind>{_KIND})(?!\w)"
    rf"(?:\s+(?:số\s*)?(?P<labels>{_LABEL}"
    rf"(?:\s*(?:,|;|và|đến|[-–])\s*(?:{_KIND}\s+)?(?:số\s*)?{_LABEL})*))?"
)
_ONE = pattern(rf"(?P<to>(?:đến|[-–])\s*)?(?:(?P<kind>{_KIND})\s+)?(?:số\s*)?(?P<label>{_LABEL})")
_ENCLOSED = r"(?:(?:được\s+)?(?:ban\s+hành|đính|gửi)\s+)?kèm(?:\s+theo)?"
_TEXT = (
    r"(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|Nghị định|Nghị quyết|Thông tư|Chỉ thị|Lệnh|Quyết định"
    r"|Kế hoạch|Công văn|Văn bản|Hướng dẫn|Hợp đồng|Quy chế|Quy định|Điều lệ|Công ước|Hiệp định"
    r"|Tờ trình|Báo cáo|Thông báo|Chương trình|Đề án|Hồ sơ)"
)
_AFTER_OTHER = pattern(rf"\s+(?:{_ENCLOSED}\s+)?(?:của\s+|tại\s+|thuộc\s+)?{_TEXT}(?!\w)(?!\s+này)")
_AFTER_OWN = pattern(
    rf"\s*(?:{_ENCLOSED})?(?:\s+(?P<name>(?:[^\W\d_]+\s+){{1,4}}?)này(?!\w)|\s*(?=[.,;:)]|\Z))"
)
_BEFORE_OTHER = pattern(rf"(?<!\w){_TEXT}(?!\w)(?!\s+này)")
_ANY_ENCLOSED = pattern(
    rf"(?i:kèm\s+theo|đính\s+kèm|gửi\s+kèm)(?!(?:\s+theo)?\s+{_TEXT}(?!\w)(?!\s+này))"
)
_WINDOW = 600
_MOST = 60  # «Phụ lục I đến XX» is never longer


class Whose(StrEnum):
    """Of which text a pointer is."""

    OWN = "own"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A mention of an appendix, or of several.

    Attributes:
        kind: what it is called, folded: ``phu_luc``, ``bieu``.
        labels: as written, ranges written out as numbers; empty where none is named.
        places: where each label stands, with the word before it that says what it is.
        many: several are meant without a label: ``các phụ lục``.
        enclosed: it says ``kèm theo``.
        named: words before ``này``; "" for none.
        whose: of which text it is.
        start, end: where it stands.
    """

    kind: str
    labels: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    many: bool
    enclosed: bool
    named: str
    whose: Whose
    start: int
    end: int


def may_point(text: str) -> bool:
    """Tell whether a text may point to an appendix."""
    return "ụ lục" in text or "Ụ LỤC" in text or "iểu" in text or "ẫu" in text


def encloses(text: str) -> bool:
    """Tell whether a text says that something is enclosed."""
    return "kèm" in text and _ANY_ENCLOSED.search(text) is not None


def pointers(text: str, cited: Sequence[Found] = ()) -> Iterator[Pointer]:
    """Find the mentions of appendices in a paragraph.

    Args:
        text: the paragraph.
        cited: the texts it cites.
    """
    stretches = [(each.start, each.end) for each in cited if not each.nested]
    for found in _POINTER.finditer(text):
        if found["labels"] is None and "lục" not in found["kind"].lower() and not found["many"]:
            continue  # «biểu diễn», «mẫu mã»
        after = _AFTER_OWN.match(text, found.end())
        name = " ".join((after["name"] or "").split()) if after is not None else ""
        labels = tuple(_labels(text, found)) if found["labels"] else ()
        enclosed = text[found.end() : after.end() if after else found.end() + 30]
        yield Pointer(
            fold(found["kind"]),
            tuple(label for label, _ in labels),
            tuple(place for _, place in labels),
            found["many"] is not None,
            "kèm" in enclosed,
            name,
            _whose(text, found, after, stretches),
            found.start(),
            found.end(),
        )


def label_parts(label: str) -> tuple[str, str]:
    """Split a printed label into its kind, folded, and its number: ``Phụ lục II`` is II.

    Labels of one number are alike whatever the digits: Roman, Arabic, with a zero in front.
    """
    found = _POINTER.fullmatch(" ".join(label.split()))
    if found is None or found["labels"] is None:
        return fold(label), ""
    return fold(found["kind"]), plain_label(found["labels"])


def plain_label(label: str) -> str:
    """Bring a label to the digits it is compared by: ``II``, ``02`` and ``2`` are 2."""
    number = from_roman(label)
    return str(number) if number is not None else label.lstrip("0").lower()


def _whose(
    text: str, found: re.Match[str], after: re.Match[str] | None, cited: Sequence[tuple[int, int]]
) -> Whose:
    if _AFTER_OTHER.match(text, found.end()) or end_of_stretch(found.start(), cited):
        return Whose.OTHER
    if after is None:
        return Whose.UNKNOWN
    if after["name"]:
        return Whose.OWN
    start = max(0, found.start() - _WINDOW)
    before = any(begin < found.start() for begin, _ in cited)
    if before or _BEFORE_OTHER.search(text, start, found.start()):
        return Whose.UNKNOWN
    return Whose.OWN


def _labels(text: str, pointer: re.Match[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give the labels of a pointer; the numbers inside a range stand where the range ends."""
    last = ""
    for found in _ONE.finditer(text, *pointer.span("labels")):
        label = found["label"]
        start = found.start("kind") if found["kind"] else found.start("label")
        place = (start if last else pointer.start("kind"), found.end("label"))
        low, high = plain_label(last), plain_label(label)
        if found["to"] and low.isdigit() and high.isdigit():
            for number in range(int(low) + 1, min(int(high), int(low) + _MOST)):
                yield str(number), place
        yield label, place
        last = label

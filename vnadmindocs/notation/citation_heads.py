"""Heads of citations: type and number, type and date, or the name of a law.

What is found here is certain, up to where the name of a law that no list knows ends.
"""

from __future__ import annotations

import re
from dataclasses import field, replace
from functools import cache

from vnadmindocs.language.text import capitalized
from vnadmindocs.law.law_names import law_name_at
from vnadmindocs.law.text_types import TextType, text_types
from vnadmindocs.notation.citation_words import (
    AMENDING,
    DATE,
    LABEL_AHEAD,
    LAW_STOP,
    NOT_A_LAW,
    OF,
    ORGAN,
    PART_OF_NUMBER,
    names_a_type,
    next_start,
    number_after_type,
    number_further,
    start_at,
    type_at,
)
from vnadmindocs.notation.locators import Locator, read_locators
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

Span = tuple[int, int]

_AFTER_PLACE = pattern(
    r"\s*,?\s+(?:(?:của|tại|trong|thuộc|(?:được\s+)?(?:ban hành\s+)?kèm theo)\s+)?(?:các\s+)?"
)
_SPACES = pattern(r"\s+(?=[-–/])|(?<=[-–/])\s+")
_INNER_SPACE = pattern(r"(?<=QH)\s+(?=\d)")
_LAW_NUMBER = pattern(r"[^;.:()\n“”\"]{1,220}?\s+(?:số\s+\d+\s?/\s?\d{4}|ngày\s*\d|số\s*\d+[-/])")
_TO_LAW = pattern(r"(?:,|\s+và|\s+của(?:\s+các)?)\s+(?=(?:Luật|Bộ luật|Pháp lệnh)\s)")
_REPUBLIC = pattern(r"\s+nước\s+(?:Cộng hòa|Cộng hoà|CHXHCN)(?:\s+xã hội chủ nghĩa)?\s+Việt Nam", 2)
_LAW_REACH = 260


@dataclass(frozen=True, slots=True)
class Head:
    """What a citation begins with.

    Attributes:
        kind: the type of text.
        type: its name as written, the first letter a capital.
        number: the number, without spaces; "" when there is none.
        name: the name of a law; "" where it has none or is no law.
        end: where the head ends.
        spans: places of its parts.
    """

    kind: TextType
    type: str
    start: int
    end: int
    number: str = ""
    name: str = ""
    locators: tuple[Locator, ...] = ()
    spans: dict[str, Span] = field(default_factory=dict)


def heads(text: str, start: int = 0, stop: int | None = None) -> list[Head]:
    """Find every head from ``start`` on, left to right; none overlaps another."""
    stop = len(text) if stop is None else stop
    found: list[Head] = []
    position = start
    while (opening := next_start(text, position, stop)) is not None:
        head, position = _at_opening(text, opening.start(), opening.end(), stop)
        if head is not None:
            found.append(head)
    return found


def head_at(text: str, start: int, stop: int) -> Head | None:
    """Read the head that begins at ``start``, one without number or date too."""
    opening = start_at(text, start, stop)
    if opening is None:
        return None
    head, _ = _at_opening(text, opening.start(), opening.end(), stop)
    return head or _weak_head(text, start, stop)


def _at_opening(text: str, start: int, end: int, stop: int) -> tuple[Head | None, int]:
    """Read the head that may begin here; and where to go on looking."""
    named = type_at(text, start, stop)
    if named is not None:
        head = _type_head(text, named.start(), named.end(), stop)
        return head, head.end if head is not None else end
    locators, place_end = read_locators(text, start)
    if not locators or place_end > stop:
        return None, end
    between = _AFTER_PLACE.match(text, place_end, stop)
    named = type_at(text, between.end(), stop) if between is not None else None
    head = _type_head(text, named.start(), named.end(), stop) if named is not None else None
    if head is None:
        return None, place_end
    spans = {"locators": (start, place_end), **head.spans}
    return replace(head, start=start, locators=locators, spans=spans), head.end


def _type_head(text: str, start: int, end: int, stop: int) -> Head | None:
    kind, name = _kind(" ".join(text[start:end].split()))
    head = Head(kind, name, start, end, spans={"type": (start, end)})
    return _law_head(text, head, stop) if kind.by_name else _numbered_head(text, head, stop)


def _numbered_head(text: str, head: Head, stop: int) -> Head | None:
    found = number_after_type().match(text, head.end, stop)
    if found is not None:
        spans = {**head.spans, "number": _trimmed(text, found.span("number"))}
        if found["label"]:
            spans["number_label"] = found.span("label")
        return _with_number(head, tight_number(text[slice(*spans["number"])]), spans)
    if LABEL_AHEAD.match(text, head.end, stop) is not None:
        found = PART_OF_NUMBER.match(text, head.end, stop)
        if found is not None:
            return _partly_numbered(text, head, found, stop)
    further = None
    if text.find("số", head.end, min(stop, head.end + 130)) >= 0:
        further = number_further().match(text, head.end, stop)
    if further is not None and _may_stand_between(further["between"]):
        number_span = _trimmed(text, further.span("number"))
        spans = {**head.spans, "number": number_span, "number_label": further.span("label")}
        between = further.span("between")
        if (of := OF.match(text, *between)) is not None:
            spans |= {"of": _word(text, of.span()), "issuer": (of.end(), between[1])}
        else:
            spans["subject"] = _word(text, between)
        number = tight_number(text[slice(*number_span)])
        return _with_number(head, number, spans)
    if text[head.start].isupper() and head.kind.key != "minutes":
        date = DATE.match(text, head.end, stop)
        if date is not None and date["words"][0] in "nN" and date["day"] is not None:
            of = OF.match(text, date.end(), stop)
            if of is not None and ORGAN.match(text, of.end(), stop):
                return head
    return None


def _partly_numbered(text: str, head: Head, found: re.Match[str], stop: int) -> Head | None:
    part = "open" if found["open"] is not None else "bare"
    if part == "bare" and not _date_or_body(text, found.end(), stop):
        return None
    spans = {**head.spans, "number": _trimmed(text, found.span(part))}
    if found[f"{part}_label"]:
        spans["number_label"] = found.span(f"{part}_label")
    number = tight_number(text[slice(*spans["number"])])
    if part == "open":
        number = "/" + number.lstrip(".…_ /")
    return _with_number(head, number, spans)


def _weak_head(text: str, start: int, stop: int) -> Head | None:
    """Read a type without number: ``Quyết định của Chủ tịch …``, ``Nghị quyết Đại hội …``."""
    named = type_at(text, start, stop)
    if named is None:
        return None
    kind, name = _kind(" ".join(named[0].split()))
    head = Head(kind, name, start, named.end(), spans={"type": (start, named.end())})
    if kind.key == "constitution":
        return head
    if kind.key not in _WITHOUT_NUMBER:
        return None
    date = DATE.match(text, head.end, stop)
    of = OF.match(text, head.end, stop)
    if date is not None and date["day"] is not None:
        return head
    return head if of is not None and ORGAN.match(text, of.end(), stop) is not None else None


# What may be cited by body or date alone; a quy chế or an đề án is no citation without a number.
_WITHOUT_NUMBER = frozenset(
    {
        "order", "resolution", "decree", "decision", "directive", "circular", "conclusion",
        "notice", "plan", "submission", "dispatch", "telegram", "guidance", "rules", "text",
        "joint_circular", "joint_resolution",
    }
)  # fmt: skip


def _law_head(text: str, head: Head, stop: int) -> Head | None:
    if NOT_A_LAW.search(text[max(0, head.start - 8) : head.start]) is not None:
        return None
    direct = number_after_type().match(text, head.end, stop)
    if direct is not None:
        return _numbered_head(text, head, stop)
    if head.kind.key == "constitution":
        republic = _REPUBLIC.match(text, head.end, stop)
        date = DATE.match(text, head.end, stop)
        if republic is not None:
            return _named(text, head, republic.end())
        return head if date is not None else None
    if text[head.end : head.end + 1] != " ":
        return None
    end = _law_name_end(text, head, min(stop, head.end + _LAW_REACH))
    return _named(text, head, end) if end else None


def _named(text: str, head: Head, end: int) -> Head:
    span = _word(text, (head.end, end))
    spans = {**head.spans, "subject": span}
    return Head(head.kind, head.type, head.start, span[1], name=text[slice(*span)], spans=spans)


def _with_number(head: Head, number: str, spans: dict[str, Span]) -> Head:
    return Head(head.kind, head.type, head.start, spans["number"][1], number, spans=spans)


def _law_name_end(text: str, head: Head, stop: int) -> int:
    """Find where the name of a law ends; 0 when what follows is no name."""
    start = head.end + 1
    if text.startswith("sửa đổi", start):
        return _amending_law_end(text, start, stop)
    known = law_name_at(text, start)
    upper = text[start : start + 1].isupper()
    if known and text[head.start].isupper():
        return known
    numbered = _LAW_NUMBER.match(text, start - 1, stop)
    if numbered is not None and _may_stand_between(text[start - 1 : numbered.end()]):
        words = text[start : numbered.end()]
        cut = max(words.rfind(" số"), words.rfind(" ngày"))
        # «Luật này, ngày …»: a name is what is written with a capital or followed by a number.
        if upper or (text[start + cut :].startswith(" số") and "," not in words[:cut]):
            return start + cut - (words[cut - 1 : cut] == ",")
    if not upper or not text[head.start].isupper():
        return known if known and text[head.start].isupper() else 0
    ending = LAW_STOP.search(text, start, stop)
    return ending.start() if ending is not None else stop


def _amending_law_end(text: str, start: int, stop: int) -> int:
    """Follow ``sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C``."""
    amending = AMENDING.match(text, start, stop)
    position = amending.end() if amending is not None else start
    ending = position
    while (link := _TO_LAW.search(text, position, min(stop, position + 80))) is not None:
        named = type_at(text, link.end(), stop)
        if named is None:
            break
        after = law_name_at(text, named.end() + 1)
        if not after:
            found = LAW_STOP.search(text, named.end() + 1, stop)
            after = found.start() if found is not None else stop
        ending = position = after
    return ending if ending > start + len("sửa đổi") else 0


def tight_number(words: str) -> str:
    """Take the spaces out of a number: ``683 /KH-CTĐP-SCT``, ``43/2013/QH 13``."""
    pieces = words.split()
    if len(pieces) > 1:
        pieces = [_INNER_SPACE.sub("", _SPACES.sub("", words.strip()))]
    return "".join(pieces).replace("–", "-")


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while end > start and text[end - 1] in ". ":
        end -= 1
    return start, end


def _word(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in " ,\t\n":
        start += 1
    while end > start and text[end - 1] in " ,\t\n":
        end -= 1
    return start, end


def _may_stand_between(words: str) -> bool:
    """Tell whether a number after these words may still be that of the type before them."""
    return not names_a_type(words)


def _date_or_body(text: str, position: int, stop: int) -> bool:
    date = DATE.match(text, position, stop)
    return date is not None or (
        (of := OF.match(text, position, stop)) is not None
        and ORGAN.match(text, of.end(), stop) is not None
    )


@cache
def _kind(written: str) -> tuple[TextType, str]:
    """Give the type of a name as written, and the name with a capital."""
    name = written.casefold()
    kind = next(
        kind for kind in text_types().values() if name in {each.casefold() for each in kind.names}
    )
    return kind, capitalized(written)

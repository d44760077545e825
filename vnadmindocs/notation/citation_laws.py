"""What follows the name of a law: number, date, National Assembly, notes."""

from __future__ import annotations

import re

from vnadmindocs.notation.citation_heads import Head, Span
from vnadmindocs.notation.citation_parts import (
    Parts,
    date_value,
    read_note_ahead,
    take_date,
    trim_back,
)
from vnadmindocs.notation.citation_words import DATE, LABEL, NOTE, NUMBER
from vnadmindocs.pattern import pattern

_LAW_NUMBER_AFTER = pattern(rf"\s*,?\s*(?P<label>{LABEL})(?P<number>{NUMBER})", re.I)
_LAW_ISSUER = pattern(
    r"\s*,?\s*(?:(?P<of>của)|được)\s+(?P<issuer>Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|"
    r"Uỷ ban [Tt]hường vụ Quốc hội|UBTVQH)(?!\w)"
)
_LAW_PART = pattern(r"\s*,?\s+(?=số\s|ngày\s|năm\s+\d|tháng\s+\d|của\s+(?:Quốc|Ủy|Uỷ|UBTV))")
_TERM = pattern(r"\s*(?:nước\s.{1,60}|khóa\s.{1,10}|khoá\s.{1,10})?(?:\s*thông qua.{0,60})?")


def read_law(text: str, head: Head, parts: Parts, bound: int, *, whole: bool) -> int:
    """Read what follows the name of a law; give the certain end."""
    if whole:
        return _whole_law(text, head, parts, bound)
    position = head.end
    number = _LAW_NUMBER_AFTER.match(text, position, bound)
    if number is not None:
        parts.spans["number"] = number.span("number")
        if number["label"]:
            parts.spans["number_label"] = number.span("label")
        position = number.end()
    if (date := DATE.match(text, position, bound)) is not None:
        position = take_date(date, parts)
    certain = position
    if number is not None or date is not None:
        issuer = _LAW_ISSUER.match(text, position, bound)
        if issuer is not None:
            parts.spans |= {"of": issuer.span("of"), "issuer": issuer.span("issuer")}
            position = issuer.end()
    parts.end = max(parts.end, position)
    read_note_ahead(text, parts, bound)
    return certain


def _whole_law(text: str, head: Head, parts: Parts, bound: int) -> int:
    start = parts.spans["type"][1]
    end = bound
    note = NOTE.search(text, start, bound)
    if note is not None:
        parts.spans["note"] = note.span("note")
        end = note.start()
    parts.spans.pop("subject", None)
    position = start
    while True:
        # The name runs to the first place from which number, date and body fill the rest.
        mark = _LAW_PART.search(text, position, end)
        name_end = mark.start() if mark is not None else end
        rest = _law_rest(text, name_end, end, parts)
        if rest or mark is None:
            break
        position = mark.end()
    subject = start, trim_back(text, start, name_end)
    while subject[0] < subject[1] and text[subject[0]] == " ":
        subject = subject[0] + 1, subject[1]
    if subject[1] > subject[0]:
        parts.spans["subject"] = subject
    parts.end = bound
    return end


def _law_rest(text: str, position: int, end: int, parts: Parts) -> bool:
    spans: dict[str, Span] = {}
    number = _LAW_NUMBER_AFTER.match(text, position, end)
    if number is not None:
        spans |= {"number": number.span("number"), "number_label": number.span("label")}
        position = number.end()
    date = DATE.match(text, position, end)
    if date is not None:
        spans["date"] = date.span("words")
        position = date.end()
    issuer = _LAW_ISSUER.match(text, position, end)
    if issuer is not None:
        spans["issuer"] = issuer.span("issuer")
        if issuer["of"]:
            spans["of"] = issuer.span("of")
        position = issuer.end()
    if text[position:end].strip(" ,"):
        tail = text[position:end]
        if issuer is None or not _TERM.fullmatch(tail):
            return False
    parts.spans |= spans
    if date is not None:
        parts.date = date_value(date)
    return True

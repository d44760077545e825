"""One citation after its head, its amendments, and where the next of a series begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnadmindocs.notation.citation import Citation, Found
from vnadmindocs.notation.citation_heads import Head, tight_number
from vnadmindocs.notation.citation_laws import read_law
from vnadmindocs.notation.citation_parts import (
    Parts,
    after_mark,
    read_note_ahead,
    read_numbered,
)
from vnadmindocs.notation.citation_words import AMENDED, AMENDING, SERIES, may_be_amended
from vnadmindocs.notation.date import PartialDate

# No subject is longer; a bound for running text.
_REACH = 1500


def read_tail(
    text: str,
    every: Sequence[Head],
    index: int,
    stop: int,
    *,
    whole: bool,
    amending: bool = False,
) -> Found:
    """Read what follows a head.

    Args:
        text: the whole text.
        every: all heads of the text, left to right.
        index: which head is read.
        stop: where the text that may belong to it ends.
        whole: the text up to ``stop`` is the citation; otherwise it is running text, in which a
            subject is taken only where its opening is known.
        amending: it is one of the texts that amended another; its own amendments are not read.
    """
    head = every[index]
    limit = stop if whole else _reach(text, every, index, min(stop, head.end + _REACH))
    parts = Parts(dict(head.spans), PartialDate(), head.end)
    amended = None if amending else _amended(text, head.end, limit, every, index)
    bound = amended.start() if amended is not None else limit
    if head.kind.by_name and "number" not in head.spans:
        certain = read_law(text, head, parts, bound, whole=whole)
    else:
        certain = read_numbered(text, head, parts, bound, whole=whole)
    if amended is not None and (whole or parts.end >= amended.start()):
        _read_amendments(text, parts, amended, every, index, limit, whole=whole)
    return _found(text, head, parts, certain)


def _found(text: str, head: Head, parts: Parts, certain: int) -> Found:
    spans = parts.spans
    issuer, subject, note, issuer_note = [
        " ".join(text[slice(*spans[part])].split()) if part in spans else "" for part in _WORDS
    ]
    number = head.number
    if not number and "number" in spans:
        number = tight_number(text[slice(*spans["number"])])
    citation = Citation(
        type=head.type,
        number=number,
        date=parts.date,
        issuer=issuer,
        subject=subject,
        note=note,
        issuer_note=issuer_note,
        locators=head.locators,
        amended_by=parts.amended_by,
        partly=parts.partly,
    )
    return Found(citation, head.start, max(parts.end, certain), certain, spans)


_WORDS = ("issuer", "subject", "note", "issuer_note")


def _amended(
    text: str, position: int, limit: int, every: Sequence[Head], index: int
) -> re.Match[str] | None:
    """Find «được sửa đổi, bổ sung … bởi» with a text after it."""
    if index + 1 >= len(every) or every[index + 1].start >= limit:
        return None
    if not may_be_amended(text, position, limit):
        return None
    for found in AMENDED.finditer(text, position, limit):
        if _next_at(every, index, found.end()) is not None:
            return found
    return None


def _next_at(every: Sequence[Head], index: int, start: int) -> int | None:
    for number in range(index + 1, len(every)):
        if every[number].start == start:
            return number
        if every[number].start > start:
            return None
    return None


def _read_amendments(
    text: str,
    parts: Parts,
    amended: re.Match[str],
    every: Sequence[Head],
    index: int,
    limit: int,
    *,
    whole: bool,
) -> None:
    number = _next_at(every, index, amended.end())
    close = limit
    if amended["bracket"]:
        closing = text.find(")", amended.end(), limit)
        close = closing if closing >= 0 else limit
    texts: list[Citation] = []
    end = amended.end()
    while number is not None:
        following, cut = series_end(text, every, number, close, amending=True)
        each = read_tail(text, every, number, cut, whole=whole, amending=True)
        texts.append(each.citation)
        end = each.end
        number = following if end >= cut or whole else None
        if (
            not whole
            and following is not None
            and text[end : every[following].start].strip(" ,;") in ("", "và")
        ):
            number = following
    if amended["bracket"] and close < limit:
        end = close + 1
    parts.spans["amended_by"] = (after_mark(text, amended.start()), end)
    parts.amended_by = tuple(texts)
    parts.partly = amended["partly"] is not None
    parts.end = limit if whole else end
    if not whole:
        read_note_ahead(text, parts, limit)


def series_end(
    text: str, every: Sequence[Head], index: int, stop: int, *, amending: bool = False
) -> tuple[int | None, int]:
    """Find the next text of a series, one that is not inside the text at ``index``.

    Args:
        text: the whole text.
        every: all heads of the text.
        index: the text whose end is looked for.
        stop: where it ends at the latest.
        amending: it is one of the texts that amended another, and was not amended itself.

    Returns:
        The index of the next text, None when there is none before ``stop``; and where the one at
        ``index`` ends.
    """
    head = every[index]
    amending_law = head.kind.by_name and head.name.startswith("sửa đổi")
    nested = False
    # Where «được sửa đổi … bởi» and «sửa đổi» begin; looked for once, when it is asked.
    passive = active = -1
    for following in range(index + 1, len(every)):
        other = every[following]
        if other.start >= stop:
            break
        joint = SERIES.search(text, max(head.end, other.start - 12), other.start)
        if joint is None:
            nested = True
            continue
        if ";" in joint[0]:
            return following, joint.start()
        if amending_law:
            continue
        if passive < 0:
            passive = stop
            if not amending and may_be_amended(text, head.end, stop):
                passive = _start(AMENDED.search(text, head.end, stop), stop)
        if passive < joint.start():
            continue
        if active < 0 and nested:
            active = _start(AMENDING.search(text, head.end, stop), stop)
        if not nested or active >= joint.start():
            return following, joint.start()
    return None, stop


def _start(found: re.Match[str] | None, stop: int) -> int:
    return found.start() if found is not None else stop


def _reach(text: str, every: Sequence[Head], index: int, stop: int) -> int:
    newline = text.find("\n", every[index].end, stop)
    stop = newline if newline >= 0 else stop
    return series_end(text, every, index, stop)[1]

r"""Marks inside a paragraph: bold, italic, boxes, leaders, references to footnotes.

``**đậm**`` · ``*nghiêng*`` · ``[^1]`` · ``[ ]`` ``[x]`` · dots at the end of a line · ``\``

An asterisk alone opens italic only before a letter, and only after a space, a bracket or other
punctuation or at the head of the line; it closes only after a letter, a digit or punctuation.
Everything else (``* ``, ``(*)``, ``2*3``) is an asterisk. A backslash before punctuation makes it
plain; next to an asterisk it may stand before any character, which then opens or closes whatever
it is: ``*\(xem thêm)*``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

LEADER_DOTS = 6  # as many dots at the end of a line are a leader; «…» counts for three
UNCLOSED_BOLD = "BDY006"


class SpanKind(StrEnum):
    """What a span is."""

    TEXT = "text"
    FOOTNOTE = "footnote"
    BOX_EMPTY = "box_empty"
    BOX_CHECKED = "box_checked"
    LEADER = "leader"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one kind and look.

    Attributes:
        text: the words; the dots of a leader as written; the name of a footnote.
    """

    kind: SpanKind
    text: str = ""
    bold: bool = False
    italic: bool = False


_TEXT = SpanKind.TEXT
_TOKEN = pattern(
    r"\\(?P<escape>[!-/:-@\[-`{-~…])"
    r"|(?P<stars>\*+)"
    r"|\[\^(?P<footnote>[^\]\s\[]+)\]"
    r"|\[(?P<box>[ xX])\]"
    r"|\\(?P<any>.)(?=\*)"
)
_AFTER_STAR = pattern(r"\\(.)")
_DOTS = pattern(r"[.…]+\Z")
_OPENING_BRACKETS = "([{“‘«"
_DOTTED_ENDS = frozenset(("..", "……", ".…", "…."))


def parse_inline(text: str) -> tuple[Span, ...]:
    """Read the marks of a paragraph; a newline is a line break inside it."""
    if is_plain(text):
        return (Span(_TEXT, text),) if text else ()
    return read_inline(text)[0]


def read_inline(text: str) -> tuple[tuple[Span, ...], tuple[Fault, ...]]:
    """Read the marks of a paragraph together with what is wrong with them.

    Returns:
        The spans, and the faults; the line of a fault counts the breaks of the text.
    """
    if is_plain(text):
        return ((Span(_TEXT, text),) if text else (), ())
    spans: list[Span] = []
    faults: list[Fault] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            spans.append(Span(SpanKind.BREAK))
        pieces = _pieces(line)
        looks, unclosed = _looks(pieces)
        spans.extend(_spans(pieces, looks))
        faults += [
            Fault(UNCLOSED_BOLD, number, column, 2, {"text": line[column : column + 30]})
            for column in unclosed
        ]
    return tuple(spans), tuple(faults)


def plain_text(spans: Iterable[Span]) -> str:
    """Give the words alone: a break is a space, leaders keep their dots, boxes are left out."""
    if isinstance(spans, tuple) and len(spans) == 1 and spans[0].kind is _TEXT:
        return str(spans[0].text)
    return "".join(
        span.text if span.kind in (_TEXT, SpanKind.LEADER) else " "
        for span in spans
        if span.kind in (_TEXT, SpanKind.LEADER, SpanKind.BREAK)
    )


def is_plain(text: str) -> bool:
    """Tell quickly that a text has no marks: it is one span as it stands."""
    return not (
        "*" in text
        or "[" in text
        or "\\" in text
        or "\n" in text
        or (text[-2:] in _DOTTED_ENDS and _leader_at(text) < len(text))
    )


def _leader_at(line: str) -> int:
    """Return where the dots of a leader begin, or the length of the line."""
    found = _DOTS.search(line)
    if found is None:
        return len(line)
    start = found.start()
    before = start
    while before and line[before - 1] == "\\":
        before -= 1
    if (start - before) % 2:
        start += 1  # the first dot is escaped
    dots = line[start:]
    weight = len(dots) + 2 * dots.count("…")
    return start if weight >= LEADER_DOTS else len(line)


@dataclass(slots=True)
class _Piece:
    """A token of one line; ``stars`` is 1 to 3 for a mark that may turn bold or italic."""

    kind: SpanKind
    text: str
    column: int
    stars: int = 0
    escaped: bool = False


def _pieces(line: str) -> list[_Piece]:
    end = _leader_at(line)
    pieces: list[_Piece] = []
    at = 0
    while at < end:
        found = None
        if pieces and pieces[-1].stars and line[at] == "\\":
            found = _AFTER_STAR.match(line, at, end)
            if found:
                pieces.append(_Piece(_TEXT, found[1], at, escaped=True))
                at = found.end()
                continue
        found = _TOKEN.search(line, at, end)
        if found is None:
            pieces.append(_Piece(_TEXT, line[at:end], at))
            break
        if found.start() > at:
            pieces.append(_Piece(_TEXT, line[at : found.start()], at))
        at = found.start()
        if found["stars"]:
            stars = len(found["stars"])
            pieces.append(_Piece(_TEXT, found["stars"], at, stars if stars <= 3 else 0))
        elif found["footnote"]:
            pieces.append(_Piece(SpanKind.FOOTNOTE, found["footnote"], at))
        elif found["box"]:
            checked = found["box"] != " "
            kind = SpanKind.BOX_CHECKED if checked else SpanKind.BOX_EMPTY
            pieces.append(_Piece(kind, "", at))
        else:
            pieces.append(_Piece(_TEXT, found["escape"] or found["any"], at, escaped=True))
        at = found.end()
    if end < len(line):
        pieces.append(_Piece(SpanKind.LEADER, line[end:], end))
    return pieces


def _looks(pieces: Sequence[_Piece]) -> tuple[dict[int, tuple[bool, bool]], list[int]]:
    """Pair the stars of one line.

    Returns:
        For each piece of stars that does something, whether it turns bold and italic over; and
        the columns of pairs of stars that look like an unclosed bold.
    """
    turns: dict[int, tuple[bool, bool]] = {}
    open_bold = open_italic = -1
    for index, piece in enumerate(pieces):
        if not piece.stars:
            continue
        can_open, can_open_italic, can_close = _abilities(pieces, index)
        bold = italic = False
        if piece.stars >= 2:
            if open_bold >= 0 and can_close:
                bold = True
                _turn(turns, open_bold, bold=True)
                open_bold = -1
            elif open_bold < 0 and can_open:
                open_bold = index
        if piece.stars != 2:
            if open_italic >= 0 and can_close:
                italic = True
                _turn(turns, open_italic, italic=True)
                open_italic = -1
            elif open_italic < 0 and (can_open_italic or (piece.stars == 3 and can_open)):
                open_italic = index
        if bold or italic:
            _turn(turns, index, bold=bold, italic=italic)
    following = pieces[open_bold + 1].text[:1] if 0 <= open_bold < len(pieces) - 1 else ""
    unclosed = [pieces[open_bold].column] if following.isalnum() else []
    return turns, unclosed


def _turn(
    turns: dict[int, tuple[bool, bool]], index: int, *, bold: bool = False, italic: bool = False
) -> None:
    before = turns.get(index, (False, False))
    turns[index] = (before[0] or bold, before[1] or italic)


def _abilities(pieces: Sequence[_Piece], index: int) -> tuple[bool, bool, bool]:
    """Tell whether stars can open bold, can open italic, can close."""
    before = pieces[index - 1] if index else None
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    previous = before.text[-1:] if before and before.kind is _TEXT else "" if not before else "."
    following = after.text[:1] if after and after.kind is _TEXT else "" if not after else "."
    can_open = following not in ("", " ") or bool(after and after.escaped)
    can_open_italic = bool(after and after.escaped) or (
        following.isalpha() and not previous.isalnum()
    )
    can_close = bool(before and before.escaped) or (
        previous not in ("", " ") and previous not in _OPENING_BRACKETS
    )
    return can_open, can_open_italic, can_close


def _spans(pieces: Sequence[_Piece], turns: dict[int, tuple[bool, bool]]) -> Iterator[Span]:
    bold = italic = False
    words: list[str] = []
    for index, piece in enumerate(pieces):
        text = piece.text
        turn = turns.get(index)
        if turn is not None:
            left = piece.stars - 2 * turn[0] - turn[1]
            if words:
                yield Span(_TEXT, "".join(words), bold, italic)
                words = []
            bold, italic = bold ^ turn[0], italic ^ turn[1]
            text = "*" * left
            if not text:
                continue
        if piece.kind is _TEXT:
            words.append(text)
            continue
        if words:
            yield Span(_TEXT, "".join(words), bold, italic)
            words = []
        yield Span(piece.kind, text, bold, italic)
    if words:
        yield Span(_TEXT, "".join(words), bold, italic)


def print_inline(spans: Sequence[Span]) -> str:
    """Write spans as source text; ``parse_inline`` reads the same spans back.

    Neighbours of one look are one span; a look that holds nothing but the break of a line is
    not written.
    """
    lines: list[list[Span]] = [[]]
    for span in tidy(spans):
        if span.kind is SpanKind.BREAK:
            lines.append([])
        else:
            lines[-1].append(span)
    return "\n".join(_print_line(line) for line in lines)


def tidy(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join neighbouring texts of one look and drop empty ones, as reading does."""
    tidied: list[Span] = []
    for span in spans:
        if span.kind is _TEXT and not span.text:
            continue
        if span.kind is SpanKind.BREAK:
            span = Span(SpanKind.BREAK)
        elif span.kind is SpanKind.LEADER:
            span = Span(SpanKind.LEADER, span.text)
        last = tidied[-1] if tidied else None
        if (
            last is not None
            and span.kind is _TEXT is last.kind
            and (last.bold, last.italic) == (span.bold, span.italic)
        ):
            tidied[-1] = Span(_TEXT, last.text + span.text, span.bold, span.italic)
        else:
            tidied.append(span)
    return tuple(tidied)


def _print_line(spans: Sequence[Span]) -> str:
    if len(spans) == 1 and spans[0].kind is _TEXT:
        words = spans[0].text
        if "\\" not in words and parse_inline(words) == tuple(spans):
            return words  # «* Cấp tỉnh:» needs no escape
    out = ""
    bold = italic = False
    for span in spans:
        stars = "*" * (2 * (span.bold != bold) + (span.italic != italic))
        written = _written(span)
        if stars:
            # A character beside the stars that could keep them from turning is written escaped.
            if span.kind is _TEXT:
                written = _guarded_head(span.text, out, opens=span.italic and not italic)
            if out and ((bold and not span.bold) or (italic and not span.italic)):
                out = _guarded_tail(out)
        elif span.kind is SpanKind.LEADER and out[-1:] in (".", "…"):
            out = out[:-1] + "\\" + out[-1]  # a dot of the words, not of the leader
        out += stars + written
        bold, italic = span.bold, span.italic
    if bold or italic:
        out = _guarded_tail(out) + "*" * (2 * bold + italic)
    if (not spans or spans[-1].kind is not SpanKind.LEADER) and _leader_at(out) < len(out):
        out = out[:-1] + "\\" + out[-1]
    return out


def _written(span: Span) -> str:
    match span.kind:
        case SpanKind.TEXT:
            return "".join(_written_character(character) for character in span.text)
        case SpanKind.FOOTNOTE:
            return f"[^{span.text}]"
        case SpanKind.BOX_EMPTY:
            return "[ ]"
        case SpanKind.BOX_CHECKED:
            return "[x]"
        case _:
            return span.text


def _written_character(character: str) -> str:
    return "\\" + character if character in "\\*[" else character


def _guarded_head(text: str, before: str, *, opens: bool) -> str:
    head, rest = text[0], text[1:]
    tail = "".join(_written_character(character) for character in rest)
    needs = (
        head == " " or head in "\\*[" or (opens and (not head.isalpha() or (before[-1:].isalnum())))
    )
    return ("\\" + head if needs else head) + tail


def _guarded_tail(out: str) -> str:
    if out and (out[-1] == " " or out[-1] in _OPENING_BRACKETS):
        backslashes = len(out) - 1 - len(out[:-1].rstrip("\\"))
        if backslashes % 2 == 0:
            return out[:-1] + "\\" + out[-1]
    return out

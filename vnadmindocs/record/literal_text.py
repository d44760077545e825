r"""Values written into a line so that whoever reads it next reads their words and no marks.

What a careful person would type is what is made: a backslash before each sign that would else
mean something, ``\` at the end of a line for a break inside a paragraph of the body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from vnadmindocs.notation.body_finish import TIGHT_LABEL
from vnadmindocs.notation.body_marks import read_marks
from vnadmindocs.notation.numbering import recognise
from vnadmindocs.notation.table import ABOVE, LEFT
from vnadmindocs.pattern import pattern
from vnadmindocs.record.form_pieces import Grammar, Piece, cells_of, has_reference, with_breaks
from vnadmindocs.values import dataclass

_QUOTES = pattern(r"(?:> )+")
_SIGNS = pattern(r"[\\*\[]")
_OPEN_BRACKET = pattern(r"\[\^?[^\]\s\[]*\Z")
_STARS = pattern(r"\*+\Z")
_DOTS = (".", "…")
_OPENING = "({“‘«"  # brackets after which a star closes nothing; «[» is escaped in any case

Print = Callable[[int], str]
"""Gives the words for the reference of this index; "" for an empty value."""


@dataclass(frozen=True, slots=True)
class Made:
    """A stretch of a filled line, and the piece it comes from."""

    text: str
    piece: Piece
    skipped: int = 0  # characters of the piece before it


def as_is(line: Sequence[Piece]) -> list[Made]:
    """Give a line that has no references."""
    return [Made(piece.text, piece) for piece in line]


def _plain_line(line: Sequence[Piece], printed: Print) -> list[Made] | None:
    """Fill a line that has no marks; one that holds nothing but empty values is left out."""
    made = [
        Made(piece.text if piece.reference is None else printed(piece.reference), piece)
        for piece in line
    ]
    return made if _has_words(made) else None


def _value_line(line: Sequence[Piece], printed: Print) -> list[Made] | None:
    return _plain_line(line, printed) or []


def _inline_line(line: Sequence[Piece], printed: Print) -> list[Made] | None:
    made = list(_escaped_pieces(line, printed, "\n", _unchanged))
    return made if _has_words(made) else None


def _body_line(line: Sequence[Piece], printed: Print) -> list[Made] | None:
    """Fill a line of a body; a value at its head is no label, no mark and no quotation."""
    first = line[0].text if line[0].reference is None else ""
    indent = first[: len(first) - len(first.lstrip(" "))]
    content = first[len(indent) :]
    quotes = _QUOTES.match(content)
    quote = quotes[0] if quotes else ""
    after_quotes = content[len(quote) :]
    marks = read_marks(after_quotes)[1] if after_quotes.startswith("{") else 0
    is_head = not after_quotes[marks:].strip()
    between = f"\\\n{indent}{quote or '  '}"
    made = list(_escaped_pieces(line, printed, between, _in_quote if quote else _unchanged))
    if not _has_words(made):
        return None
    if is_head:
        head = 0 if line[0].reference is not None else 1
        words = "".join(each.text for each in made[head:])
        if _reads_as_head(words.split("\n", 1)[0].removesuffix("\\")):
            made[head] = Made(f"\\{made[head].text}", made[head].piece)
    return made


def _reads_as_head(words: str) -> bool:
    """Tell whether words at the head of a line would be a label, a mark or a quotation."""
    return (
        words.startswith(("{", "> "))
        or words == ">"
        or recognise(words) is not None
        or TIGHT_LABEL.match(words) is not None
    )


def _row_line(line: Sequence[Piece], printed: Print) -> list[Made] | None:
    made: list[Made] = []
    for bar, cell in cells_of(line):
        if bar is not None:
            made.append(Made("|", bar))
        made += _cell_line(cell, printed)
    if not _has_words(made):
        return None
    text, before = "".join(each.text for each in made), "".join(each.text for each in line)
    if _is_framed(text) and not _is_framed(before):
        return [Made("| ", line[0]), *made, Made(" |", line[-1])]
    return made


def _is_framed(row: str) -> bool:
    text = row.strip()
    return text.startswith("|") and text.endswith("|")


def _cell_line(cell: Sequence[Piece], printed: Print) -> list[Made]:
    """Fill one cell; a value at the head of one of its lines is no mark and merges nothing."""
    if not has_reference(cell):
        return as_is(cell)
    made = list(_escaped_pieces(cell, printed, "\\n", _in_cell))
    words = "".join(each.text for each in made).strip()
    if words in (LEFT, ABOVE):
        return [Made(f"\\{words}", each.piece) for each in made if each.text.strip()]
    if any(line.startswith("\\") for line in with_breaks(words).split("\n")):
        # The grammar of the body reads such a cell: labels would mean something in it.
        return list(_escaped_pieces(cell, printed, "\\n", _in_read_cell))
    return made


def _in_cell(words: str, is_head: bool) -> str:
    """Write a line of a value for a cell, which reads a mark at the head of a line."""
    head = "\\" if is_head and words.startswith("{") else ""
    return head + words.replace("|", "\\|")


def _in_read_cell(words: str, is_head: bool) -> str:
    head = "\\" if is_head and _reads_as_head(words) else ""
    return head + words.replace("|", "\\|")


def _in_quote(words: str, _is_head: bool) -> str:
    """Write a line of a value for a quoted provision, where ``> `` is counted at its head."""
    return f"\\{words}" if words.startswith(">") else words


def _unchanged(words: str, _is_head: bool) -> str:
    return words


def _escaped_pieces(
    line: Sequence[Piece], printed: Print, between: str, outer: Callable[[str, bool], str]
) -> Iterator[Made]:
    """Fill a line of inline grammar.

    Args:
        line: its pieces.
        printed: gives the words of a reference.
        between: how a line break of a value is written.
        outer: writes a line of a value for the grammar around the inline one, told whether it
            stands at the head of a line.
    """
    is_head = True
    for number, piece in enumerate(line):
        if piece.reference is None:
            if number + 1 < len(line):
                yield from _before_value(piece)
            else:
                yield Made(piece.text, piece)
            is_head = (is_head and not piece.text.strip()) or piece.text.endswith(between)
            continue
        before = line[number - 1].text if number else ""
        after = line[number + 1].text if number + 1 < len(line) else ""
        stars = "*" * (2 * piece.bold + piece.italic)
        rows = [row for row in map(str.strip, (printed(piece.reference)).split("\n")) if row]
        written: list[str] = []
        for index, row in enumerate(rows):
            is_last = index + 1 == len(rows)
            row = escaped(row, stars if index else before, after if is_last else stars)
            written.append(outer(row, is_head or index > 0))
        yield Made(f"{stars}{between}{stars}".join(written), piece)
        is_head = is_head and not rows


def _before_value(piece: Piece) -> Iterator[Made]:
    """Give words before a value; a bracket they leave open closes nothing with the value."""
    found = _OPEN_BRACKET.search(piece.text)
    at = found.start() if found is not None and not _is_escaped(piece.text, found.start()) else None
    if at is None:
        yield Made(piece.text, piece)
        return
    if at:
        yield Made(piece.text[:at], piece)
    yield Made(f"\\{piece.text[at:]}", piece, at)


def escaped(words: str, before: str = "", after: str = "") -> str:
    r"""Write words so that the inline grammar reads them as they are.

    Args:
        words: one line without blanks at its ends.
        before: what stands before them in the same line; a reference there is ``\0``.
        after: what stands after them.
    """
    text = _SIGNS.sub(r"\\\g<0>", words)
    last = words[-1]
    if _joins_dots(words, before, after) or (after.startswith("*") and last in _OPENING):
        text = f"{text[:-1]}\\{last}"
    if text[0] != "\\" and _may_open(before) and not words[0].isalpha():
        text = f"\\{text}"
    return text


def _joins_dots(words: str, before: str, after: str) -> bool:
    """Tell whether the last dot of the words may be one of many, which would be a leader."""
    if words[-1] not in _DOTS:
        return False
    inside = words[-2:-1] in _DOTS if len(words) > 1 else before.endswith((*_DOTS, "\0"))
    return inside or after.startswith((*_DOTS, "\0"))


def _may_open(before: str) -> bool:
    """Tell whether words end in a star that opens italics if a letter follows."""
    found = _STARS.search(before)
    if found is None or len(found[0]) == 2 or _is_escaped(before, found.start()):
        return False
    return not before[: found.start()][-1:].isalnum()


def _is_escaped(text: str, at: int) -> bool:
    bare = text[:at].rstrip("\\")
    return (at - len(bare)) % 2 == 1


def _has_words(made: Sequence[Made]) -> bool:
    return any(each.text.strip() for each in made)


FILLERS: Mapping[Grammar, Callable[[Sequence[Piece], Print], list[Made] | None]] = {
    Grammar.BODY: _body_line,
    Grammar.INLINE: _inline_line,
    Grammar.ROWS: _row_line,
    Grammar.CELL: _cell_line,
    Grammar.WORDS: _plain_line,
    Grammar.LINES: _plain_line,
    Grammar.VALUE: _value_line,
}

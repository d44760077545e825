"""A text of a form taken apart: its lines, the references in them, the look each stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from vnadmindocs.notation.inline import SpanKind, parse_inline
from vnadmindocs.notation.value_reference import ValueReference
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass


class Grammar(Enum):
    """Who reads a text after values are in it."""

    BODY = "body"  # one line is one paragraph, with a head and inline marks
    INLINE = "inline"  # inline marks, lines are breaks
    ROWS = "rows"  # cells between bars, one row a line
    CELL = "cell"  # one cell
    WORDS = "words"  # printed as it stands
    LINES = "lines"  # a list or a block that its field reads
    VALUE = "value"  # a number, a date, a choice, a path


_MARKED = frozenset({Grammar.BODY, Grammar.INLINE, Grammar.ROWS, Grammar.CELL})
_CELLS = frozenset({Grammar.ROWS, Grammar.CELL})

_BAR = pattern(r"(?<!\\)((?:\\\\)*)\|")
_BREAK_IN_CELL = pattern(r"\\(\\|n)")
# Stands for a reference while looks are found: a letter that no record of ours has.
_LETTERS = "\u16a0\u16a2\u16a6\u16a8\u16b1\u16b2"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: words of the writer, or a reference.

    Attributes:
        text: the words; of a reference its source.
        line, column: where it stands in the text.
        reference: index of the reference; None for words.
        bold, italic: the look a reference stands in.
    """

    text: str
    line: int
    column: int
    reference: int | None = None
    bold: bool = False
    italic: bool = False


def pieces_in_lines(
    pieces: Sequence[str | ValueReference], grammar: Grammar
) -> Iterator[tuple[Piece, ...]]:
    """Give the pieces line by line, references with their looks."""
    lines: list[list[Piece]] = [[]]
    at_line = column = count = 0
    for piece in pieces:
        if isinstance(piece, ValueReference):
            source = "\0" * piece.length
            lines[-1].append(Piece(source, at_line, column, count))
            column += piece.length
            count += 1
            continue
        for number, words in enumerate(piece.split("\n")):
            if number:
                lines.append([])
                at_line, column = at_line + 1, 0
            if words:
                lines[-1].append(Piece(words, at_line, column))
                column += len(words)
    looks = _looks(lines, grammar) if grammar in _MARKED else {}
    for line in lines:
        yield tuple(
            [
                piece
                if piece.reference is None
                else Piece(
                    piece.text,
                    piece.line,
                    piece.column,
                    piece.reference,
                    *looks.get(piece.reference, (False, False)),
                )
                for piece in line
            ]
        )


def _looks(lines: Sequence[Sequence[Piece]], grammar: Grammar) -> dict[int, tuple[bool, bool]]:
    """Find whether each reference stands in bold or italic words."""
    words = "".join(piece.text for line in lines for piece in line)
    letter = next((each for each in _LETTERS if each not in words), "")
    if "*" not in words or not letter:
        return {}
    looks: list[tuple[bool, bool]] = []
    for paragraph in _paragraphs(lines, grammar, letter):
        for span in parse_inline(paragraph):
            count = span.text.count(letter) if span.kind is SpanKind.TEXT else 0
            looks += [(span.bold, span.italic)] * count
    return dict(enumerate(looks))


def _paragraphs(lines: Sequence[Sequence[Piece]], grammar: Grammar, letter: str) -> Iterator[str]:
    """Give what is read at once: a cell, or a line with the lines that continue it."""
    texts = [
        "".join(letter if each.reference is not None else each.text for each in line)
        for line in lines
    ]
    if grammar in _CELLS:
        for text in texts:
            for cell in _BAR.split(text)[::2] if grammar is Grammar.ROWS else (text,):
                yield with_breaks(cell)
        return
    if grammar is not Grammar.BODY:
        yield "\n".join(texts)
        return
    base = min((_indent(text) for text in texts if text.strip()), default=0)
    paragraph = ""
    for text in texts:
        words = text.strip()
        if not words:
            continue
        if paragraph.endswith("\\"):
            paragraph = f"{paragraph[:-1]}\n{words}"
        elif _indent(text) > base:
            paragraph = f"{paragraph} {words}"
        else:
            yield paragraph
            paragraph = words
    yield paragraph


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def with_breaks(cell: str) -> str:
    r"""Give a cell with line breaks where ``\n`` is written."""
    return _BREAK_IN_CELL.sub(lambda found: "\n" if found[1] == "n" else found[0], cell)


def has_reference(line: Sequence[Piece]) -> bool:
    """Tell whether a reference is among the pieces."""
    return any(piece.reference is not None for piece in line)


def cells_of(line: Sequence[Piece]) -> Iterator[tuple[Piece | None, tuple[Piece, ...]]]:
    """Split a row at its bars: each cell, and the bar before it."""
    bar: Piece | None = None
    cell: list[Piece] = []
    for piece in line:
        if piece.reference is not None:
            cell.append(piece)
            continue
        start = 0
        for found in _BAR.finditer(piece.text):
            at = found.end() - 1
            cell.append(_part(piece, start, at))
            yield bar, tuple(cell)
            bar, cell, start = _part(piece, at, at + 1), [], at + 1
        cell.append(_part(piece, start, len(piece.text)))
    yield bar, tuple(cell)


def _part(piece: Piece, start: int, end: int) -> Piece:
    return Piece(piece.text[start:end], piece.line, piece.column + start)

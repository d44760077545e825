"""One text of a form: its references, and the text with values put in their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from vnadmindocs.notation.value_reference import SIGN, ValueReference, parse_references
from vnadmindocs.record.form_pieces import (
    Grammar,
    Piece,
    cells_of,
    has_reference,
    pieces_in_lines,
)
from vnadmindocs.record.literal_text import FILLERS, Made, Print, as_is
from vnadmindocs.record.moves import Moves
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class FilledText:
    """A text with its values."""

    text: str
    moves: Moves


Takes = Callable[[ValueReference], bool]


def _takes_all(_reference: ValueReference) -> bool:
    return True


def _source_of(text: str, reference: ValueReference) -> str:
    line = text.split("\n")[reference.line]
    return line[reference.column : reference.column + reference.length]


class FormText:
    """A text that has references.

    Attributes:
        references: in the order they stand.
    """

    __slots__ = ("_grammar", "_lines", "references")

    def __init__(self, text: str, grammar: Grammar, takes: Takes = _takes_all) -> None:
        self._grammar = grammar
        pieces = [
            each if isinstance(each, str) or takes(each) else _source_of(text, each)
            for each in parse_references(text)
        ]
        self.references = tuple(each for each in pieces if isinstance(each, ValueReference))
        self._lines = tuple(pieces_in_lines(pieces, grammar))

    @classmethod
    def of(cls, text: str, grammar: Grammar, takes: Takes = _takes_all) -> FormText | None:
        """Take a text apart; None when it has no references.

        Args:
            text: the text.
            grammar: who reads it.
            takes: asked for each reference in its order whether it is meant; the others stay
                words of the text.
        """
        found = cls(text, grammar, takes) if SIGN in text and "[" in text else None
        return found if found is not None and found.references else None

    def is_alone(self, index: int) -> bool:
        """Tell whether a reference has no words beside it on its line, or in its cell."""
        return any(
            all(not each.text.strip() for each in line if each.reference is None)
            for line in self._lines_or_cells()
            if any(piece.reference == index for piece in line)
        )

    def fill(self, printed: Print) -> FilledText:
        """Put values in the places of the references."""
        writer = _Writer()
        for number, line in enumerate(self._lines):
            made = FILLERS[self._grammar](line, printed) if has_reference(line) else as_is(line)
            if made is not None:
                writer.line(made, first=not writer.is_started, number=number)
        return writer.made()

    @property
    def _is_rows(self) -> bool:
        return self._grammar is Grammar.ROWS

    def _lines_or_cells(self) -> Iterator[Sequence[Piece]]:
        for line in self._lines:
            yield from [cell for _, cell in cells_of(line)] if self._is_rows else [line]


class _Writer:
    """A filled text while it is put together."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._starts: list[tuple[int, int]] = []
        self._origins: list[tuple[int, int, int]] = []
        self._line = self._column = 0

    @property
    def is_started(self) -> bool:
        """Whether a line was written."""
        return bool(self._starts)

    def line(self, made: Sequence[Made], *, first: bool, number: int) -> None:
        """Write a line; an empty one too."""
        if not first:
            self._texts.append("\n")
            self._line, self._column = self._line + 1, 0
        if not made:
            self._mark((number, 0, 0))
        for each in made:
            self._write(each)

    def made(self) -> FilledText:
        """Give the text."""
        if not self._starts:
            self._mark((0, 0, 0))
        return FilledText("".join(self._texts), Moves(tuple(self._starts), tuple(self._origins)))

    def _write(self, made: Made) -> None:
        piece = made.piece
        length = len(piece.text)
        origin = (
            (piece.line, piece.column + made.skipped, length - made.skipped)
            if piece.reference is None
            else (piece.line, piece.column, -length)
        )
        for number, row in enumerate(made.text.split("\n")):
            if number:
                self._line, self._column = self._line + 1, 0
            self._mark(origin)
            self._column += len(row)
        self._texts.append(made.text)

    def _mark(self, origin: tuple[int, int, int]) -> None:
        self._starts.append((self._line, self._column))
        self._origins.append(origin)

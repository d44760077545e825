r"""References to values: ``[=họ tên]``, ``[=ngày sinh: dd/mm/yyyy]``, ``[143=số cơ sở]``.

A reference names a value that stands elsewhere (a column of a list, a cell of a table) and, after
a colon, how to print it. Words before the sign are those written for it, which are then compared
with the value. A backslash before the bracket makes it plain. This is the notation alone: what a
name means, and where a text has references at all, is for whoever reads the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from vnadmindocs.language.text import fold
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

#: Stands in every text that has a reference.
SIGN = "="

# A backslash takes the character after it along, so that «\[=tên]» opens nothing.
_REFERENCE = pattern(
    r"\\."
    r"|\[(?P<written>[^\[\]=|\n^][^\[\]=|\n]*+)?+"
    r"=(?P<name>[^\[\]=:|\n]++)(?::(?P<format>[^\[\]|\n]*+))?+\]"
)


@dataclass(frozen=True, slots=True)
class ValueReference:
    """One reference, in the words written; two are equal when they say the same.

    Attributes:
        name: what it names, spaces at its ends off.
        format: how the value is to be printed; "" leaves it to the value.
        written: the words that stand for the value; "" for none: the value itself is printed.
        line: line of the text it stands on, from 0.
        column: where its bracket opens in that line.
        length: how many characters it is long, brackets included.
    """

    name: str
    format: str = ""
    written: str = ""
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)
    length: int = field(default=0, compare=False)

    @property
    def key(self) -> str:
        """The name folded as keys of a record are: ``Họ tên`` and ``ho_ten`` are one."""
        return fold(self.name)

    def __str__(self) -> str:
        """Write it as source text."""
        form = f": {self.format}" if self.format else ""
        return f"[{self.written}{SIGN}{self.name}{form}]"


def parse_references(text: str) -> tuple[str | ValueReference, ...]:
    """Split a text at its references; what is none stays as it stands, backslashes too.

    Takes linear time, whatever the text.
    """
    if SIGN not in text or "[" not in text:
        return (text,) if text else ()
    return tuple(_pieces(text))


def references(text: str) -> tuple[ValueReference, ...]:
    """Give the references of a text in their order."""
    return tuple(piece for piece in parse_references(text) if isinstance(piece, ValueReference))


def broken_references(text: str) -> Iterator[tuple[int, int, str]]:
    """Give what opens as a reference and is none: line, column and the words to the line's end."""
    bare = _REFERENCE.sub(lambda found: "\0" * len(found[0]), text)
    for number, (line, words) in enumerate(zip(bare.split("\n"), text.split("\n"), strict=True)):
        column = line.find(f"[{SIGN}")
        if column >= 0:
            yield number, column, words[column:]


def print_references(pieces: Sequence[str | ValueReference]) -> str:
    """Write a text with references; ``parse_references`` reads the same pieces back."""
    return "".join(map(str, pieces))


def _pieces(text: str) -> Iterator[str | ValueReference]:
    end = line = line_start = 0
    for found in _REFERENCE.finditer(text):
        name = (found["name"] or "").strip()
        if not name:  # an escape, or nothing but spaces
            continue
        start = found.start()
        before = text[end:start]
        if before:
            yield before
            line += before.count("\n")
            line_start = text.rfind("\n", 0, start) + 1
        end = found.end()
        yield ValueReference(
            name,
            (found["format"] or "").strip(),
            (found["written"] or "").strip(),
            line,
            start - line_start,
            end - start,
        )
    if end < len(text):
        yield text[end:]

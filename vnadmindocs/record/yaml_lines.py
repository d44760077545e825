"""Looks at the lines of a record as people see them, where the parser only saw an error."""

from __future__ import annotations

from yaml import Mark

from vnadmindocs.pattern import pattern
from vnadmindocs.record.vocabulary import homes, vocabulary
from vnadmindocs.values import dataclass

_HEADER = pattern(r"(?:^|[ \t])[|>][-+0-9]{0,2}[ \t]*(?:[ \t]#.*)?$")
_LEAD = pattern(r" *(?:- +)*")
DOCUMENT = pattern(r"(?:---|\.\.\.)(?=\s|$)")
_LONGEST_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the form ``key: value``, perhaps after dashes.

    Attributes:
        key: the key as written.
        key_column: where it begins.
        colon: where the colon stands.
        value: what follows, "" when nothing or only a note does.
        value_column: where that begins.
    """

    key: str
    key_column: int
    colon: int
    value: str
    value_column: int


def entry(line: str) -> Entry | None:
    """Take a line apart as YAML would; None when it has no key."""
    start = lead_of(line)
    colon = line.find(":", start)
    while colon >= 0 and colon + 1 < len(line) and line[colon + 1] not in " \t":
        colon = line.find(":", colon + 1)
    key = line[start:colon].strip() if colon >= 0 else ""
    if not key or key.startswith("#"):
        return None
    rest = line[colon + 1 :]
    at = colon + 1 + len(rest) - len(rest.lstrip())
    value = rest.strip()
    return Entry(key, start, colon, "" if value.startswith("#") else value, at)


def lead_of(line: str) -> int:
    """Count the spaces and dashes at the head of a line."""
    lead = _LEAD.match(line)
    return lead.end() if lead else 0


def quoted(text: str) -> str:
    """Quote a text so that YAML reads it as it stands."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


class Lines:
    """The lines of one record, and the questions that tell a fault from another.

    Attributes:
        lines: the lines, without their ends; rows count from 0.
    """

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")

    def header(self, row: int) -> tuple[int, int] | None:
        """Find the ``key: |`` of the text block that a line was probably meant to be in.

        Gives its row and the column that the block's lines must exceed.
        """
        width = indent_of(self.lines[row])
        above = row - 1
        while above >= 0:
            line = self.lines[above]
            if line.strip():
                if _HEADER.search(line):
                    found = entry(line)
                    column = found.key_column if found else indent_of(line)
                    return above, column
                if indent_of(line) <= width and indent_of(line) == 0:
                    return None
            above -= 1
        return None

    def strays(self, row: int, column: int, indent: int) -> list[int]:
        """Name this row and those after it that lost their indentation with it.

        Args:
            row: the first line that should have been indented.
            column: the column that the lines of the block must exceed.
            indent: the indentation that they should have.
        """
        rows = [row]
        for below in range(row + 1, len(self.lines)):
            line = self.lines[below]
            if not line.strip():
                continue
            here = entry(line)
            known = here is not None and here.key_column <= column and homes(here.key)
            if known or indent_of(line) >= indent > column + 1:
                break
            rows.append(below)
        return rows

    def above(self, row: int) -> int | None:
        """Find the nearest line above that has words."""
        above = row - 1
        while above >= 0 and not self.lines[above].strip():
            above -= 1
        return above if above >= 0 else None

    def first_below(self, row: int) -> int:
        """Find the nearest line below that has words, else the last line."""
        below = row + 1
        while below < len(self.lines) - 1 and not self.lines[below].strip():
            below += 1
        return min(below, len(self.lines) - 1)

    def deeper_below(self, row: int) -> bool:
        """Tell whether the next line with words is indented deeper."""
        below = self.first_below(row)
        return below > row and indent_of(self.lines[below]) > indent_of(self.lines[row])

    def dash_above(self, row: int) -> int | None:
        """Find the column of the dashes of the list that a line stands in."""
        width = indent_of(self.lines[row])
        for above in range(row - 1, -1, -1):
            line = self.lines[above]
            if line.lstrip().startswith("- ") and indent_of(line) == width:
                return width
            if line.strip() and indent_of(line) < width:
                return None
        return None

    def is_text_item(self, row: int, here: Entry) -> bool:
        """Tell whether ``- key: value`` is a text of a list, not a mapping with a known key."""
        if not self.lines[row][: here.key_column].strip():
            return False
        for above in range(row - 1, -1, -1):
            line = self.lines[above]
            upper = entry(line)
            if upper is not None and upper.key_column < here.key_column and not upper.value:
                holds = {
                    term.holds
                    for home in homes(upper.key)
                    if (term := vocabulary(home).find(upper.key)) is not None
                }
                return not any(name and vocabulary(name).find(here.key) for name in holds)
        return True

    def value_start(self, row: int, column: int) -> int:
        """Find where the value begins that a column lies in."""
        line = self.lines[row]
        found = entry(line)
        if found is not None and found.value and found.value_column <= column:
            return found.value_column
        start = lead_of(line)
        return start if start <= column else column

    def character(self, row: int, column: int) -> str:
        """Give the character at a place, "" past the end of the line."""
        line = self.lines[row]
        return line[column] if column < len(line) else ""

    def spot(self, mark: Mark | None) -> tuple[int, int]:
        """Give row and column of a mark, the row one that there is."""
        if mark is None:
            return 0, 0
        return min(mark.line, len(self.lines) - 1), mark.column


def blanks_before(line: str) -> str:
    """Give the spaces and tabs at the head of a line."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def indent_of(line: str) -> int:
    """Count the spaces at the head of a line."""
    return len(line) - len(line.lstrip(" "))


def shortened(text: str) -> str:
    """Shorten a text that is too long for a message."""
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1].rstrip() + "…"


def same_name(one: str, other: str) -> tuple[str, ...]:
    """Name the mappings in which two keys are spellings of one name."""
    names = {name: vocabulary(name) for name in homes(one)}
    return tuple(name for name, words in names.items() if words.find(one) == words.find(other))


def known_start(text: str) -> int | None:
    """Find how many characters at the head of a line are a known name, the longest first."""
    words = text.rstrip().split(" ")
    for count in range(min(len(words), 5), 0, -1):
        name = " ".join(words[:count])
        if name.strip() and homes(name):
            return len(name)
    return None

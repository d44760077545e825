"""Where each value of a record stands in its file: kept beside the data, keyed by path.

The reader keeps one YAML node a path; a place is computed only when a finding asks for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from copy import copy
from typing import TYPE_CHECKING
from unicodedata import is_normalized

from yaml import Mark, Node, ScalarNode

from vnadmindocs.diagnostics.model import Place
from vnadmindocs.language.text import clean
from vnadmindocs.terms import named_path

if TYPE_CHECKING:
    from vnadmindocs.record.moves import Moves

FieldPath = tuple[str | int, ...]


class Positions:
    """The places of a record's keys and values.

    Attributes:
        file: the name of the file, as findings show it.
        mapping: the mapping that the file holds, ``document`` or ``agency``.
        plain: the text has only letters and signs that nearly every record has; False says nothing.
    """

    __slots__ = (
        "_added",
        "_as_lines",
        "_filled",
        "_inserted",
        "_key_nodes",
        "_late",
        "_lines",
        "_linked",
        "_parsed",
        "_parsed_lines",
        "_split",
        "_text",
        "_value_nodes",
        "file",
        "mapping",
        "plain",
    )

    def __init__(self, file: str, mapping: str, text: str, *, plain: bool = False) -> None:
        self.file = file
        self.mapping = mapping
        self._text = text
        self._parsed = text
        self.plain = plain
        self._lines: list[str] | None = None
        self._parsed_lines: list[str] | None = None
        self._key_nodes: dict[FieldPath, Node] = {}
        self._value_nodes: dict[FieldPath, Node] = {}
        self._late: Callable[[], Positions] | None = None
        self._inserted: dict[int, list[tuple[int, int]]] = {}
        self._as_lines: set[FieldPath] = set()
        self._split: tuple[ScalarNode, list[str]] | None = None
        self._filled: Mapping[FieldPath, Moves] = {}
        self._linked: Mapping[FieldPath, Moves] = {}
        self._added = ""

    # --- filled by the reader

    def parsed_from(self, text: str, inserted: dict[int, list[tuple[int, int]]]) -> None:
        """Say from which text the nodes come when lines were mended before they could be read.

        Args:
            text: the mended text: as many lines as the file.
            inserted: for a line (from 0), the mended columns at which the mending put (or,
                negative, left out) how many characters, in the order of the columns.
        """
        self._parsed = text
        self.plain = False
        self._parsed_lines = None
        self._inserted = inserted

    def put(self, path: FieldPath, value: Node, key: Node | None = None) -> None:
        """Keep the node of a value, and of its key when it has one."""
        self._value_nodes[path] = value
        if key is not None:
            self._key_nodes[path] = key

    def put_later(self, make: Callable[[], Positions]) -> None:
        """Say how to find the nodes once somebody asks for a place: most records have no fault."""
        self._late = make

    @property
    def _keys(self) -> Mapping[FieldPath, Node]:
        self._put()
        return self._key_nodes

    @property
    def _values(self) -> Mapping[FieldPath, Node]:
        self._put()
        return self._value_nodes

    def _put(self) -> None:
        if self._late is not None:
            made = self._late()
            self._key_nodes, self._value_nodes = made._key_nodes, made._value_nodes
            self._late = None

    def as_lines(self, path: FieldPath) -> None:
        """Say that a text was read back line by line from where it stands."""
        self._as_lines.add(path)

    def linked(self, moves: Mapping[FieldPath, Moves]) -> None:
        """Say of each text that has figures put into it where its words come from."""
        self._linked = moves

    def filled(self, moves: Mapping[FieldPath, Moves], added: str) -> Positions:
        """Give the positions of a record that is this one, a form, with a row of values.

        Args:
            moves: for each text that has values, where its words come from.
            added: the values.
        """
        made = copy(self)
        made._filled = moves
        made._added = added
        made.plain = False
        return made

    @property
    def text(self) -> str:
        """The text the nodes come from, mended where it had to be, and values put into it."""
        return self._parsed + self._added

    def contains(self, text: str) -> bool:
        """Tell whether a text stands anywhere in the file."""
        return text in self._parsed

    def is_clean(self) -> bool:
        """Tell whether every character of the file is one that cleaning leaves as it is."""
        text = self._parsed
        return self.plain or (text.replace("\n", "").isprintable() and is_normalized("NFC", text))

    def key_node(self, path: FieldPath) -> Node | None:
        """Give the node of a key; None where there is none."""
        return self._keys.get(path)

    # --- asked by everyone

    def source_line(self, line: int) -> str:
        """Give a line of the file as it stands; lines count from 1, "" beyond the end."""
        lines = self.lines
        return lines[line - 1] if 0 < line <= len(lines) else ""

    @property
    def lines(self) -> list[str]:
        """The lines of the file as they stand."""
        if self._lines is None:
            self._lines = self._text.split("\n")
        return self._lines

    @property
    def parsed_lines(self) -> list[str]:
        """The lines the nodes come from: those of the file, mended where they had to be."""
        if self._parsed_lines is None:
            self._parsed_lines = self._parsed.split("\n")
        return self._parsed_lines

    def key_place(self, path: FieldPath) -> Place:
        """Place the key of a value; of an item of a list, the item; of what is absent, its home."""
        key = self._keys.get(path)
        if key is not None:
            return self.node_place(key, path)
        if path in self._values:
            return self.place(path)
        return self._absent(path)

    def place(
        self, path: FieldPath, line: int | None = None, column: int | None = None, length: int = 0
    ) -> Place:
        """Place a value, or a part of its text.

        Args:
            path: keys in English, items of lists from 0.
            line: line of the cleaned text, from 0; None means the value as a whole (of a text of
                many lines, its first line with words).
            column: code point in that line, from 0.
            length: how many code points are meant; 0 means to the end of the line.
        """
        node = self._values.get(path)
        if node is None:
            return self._absent(path)
        if line is None and column is None:
            if isinstance(node, ScalarNode) and not node.value.strip():
                key = self._keys.get(path)
                return self.node_place(node if key is None else key, path)
            if not isinstance(node, ScalarNode) and path in self._keys:
                return self.node_place(self._keys[path], path)
            return self.node_place(node, path)
        line, column = line or 0, column or 0
        for moves in (self._linked.get(path), self._filled.get(path)):
            if moves is not None:
                line, column, length = moves.origin(line, column, length)
        return self._inside(node, path, line, column, length)

    def node_place(self, node: Node, path: FieldPath) -> Place:
        """Place a node: all of it on its first line with words."""
        start, end = node.start_mark, node.end_mark
        lines = self.parsed_lines
        if isinstance(node, ScalarNode) and node.style in ("|", ">"):
            for row in range(start.line + 1, min(end.line + 1, len(lines))):
                if lines[row].strip():
                    return self.spot(row, *_words(lines[row]), path)
            return self.spot(start.line, start.column, start.column + 1, path)
        if start.line == end.line:
            return self.spot(start.line, start.column, end.column, path)
        first = lines[start.line] if start.line < len(lines) else ""
        return self.spot(start.line, start.column, max(_words(first)[1], start.column), path)

    def spot(self, line: int, column: int, end: int, path: FieldPath = ()) -> Place:
        """Make a place from a line and columns of the text that was parsed, all from 0."""
        at = self._as_written(line, column)
        until = max(self._as_written(line, end), at)
        # A line mended in several places may have been longer than the one that stands here.
        longest = len(self.lines[line]) if line < len(self.lines) else until
        at, until = min(at, longest), min(until, longest)
        return Place(self.file, line + 1, at + 1, until + 1, self.anchor(path))

    def written_spot(self, line: int, column: int, end: int, path: FieldPath = ()) -> Place:
        """Make a place from a line and columns of the file as it stands, all from 0."""
        return Place(self.file, line + 1, column + 1, end + 1, self.anchor(path))

    def mark(self, mark: Mark, length: int = 1, path: FieldPath = ()) -> Place:
        """Make a place from a mark of the parser."""
        return self.spot(mark.line, mark.column, mark.column + length, path)

    def anchor(self, path: FieldPath) -> str:
        """Name a path with Vietnamese names, items from 1: ``/nơi nhận/2``."""
        return anchor(path, self.mapping)

    def path_at(self, line: int) -> FieldPath:
        """Find the innermost value whose lines hold this one (from 1); () when none does."""
        best: tuple[int, int, FieldPath] = (-1, 0, ())
        for path, node in self._values.items():
            first = self._keys.get(path, node).start_mark.line
            last = node.end_mark.line - (node.end_mark.column == 0)
            if first < line <= max(first, last) + 1:
                best = max(best, (first, len(path), path), key=lambda found: found[:2])
        return best[2]

    # --- how

    def _absent(self, path: FieldPath) -> Place:
        home = path[:-1]
        while home and home not in self._values:
            home = home[:-1]
        if home:
            found = self.key_place(home)
            return Place(found.file, found.line, found.column, found.end_column, self.anchor(path))
        node = self._values.get(())
        if node is None or node.start_mark.line >= len(self.parsed_lines):
            return Place(self.file, 1, 1, 1, self.anchor(path))
        line = node.start_mark.line
        return self.spot(line, *_words(self.parsed_lines[line]), path)

    def _as_written(self, line: int, column: int) -> int:
        """Turn a column of the mended line into the one of the line in the file."""
        for at, count in reversed(self._inserted.get(line, ())):
            if column > at or (count < 0 and column == at):
                column = max(at, column - count)
        return column

    def _inside(self, node: Node, path: FieldPath, line: int, column: int, length: int) -> Place:
        literal = isinstance(node, ScalarNode) and node.style == "|"
        if literal or not isinstance(node, ScalarNode) or path in self._as_lines:
            return self._in_lines(node, path, line, column, length)
        return self._in_flow(node, path, line, column, length)

    def _in_lines(self, node: Node, path: FieldPath, line: int, column: int, length: int) -> Place:
        """Place a part of a text of which each line is a line of the file."""
        source = self.parsed_lines
        if isinstance(node, ScalarNode) and node.style == "|":
            raw = self._raw_lines(node)
            leading = len(node.value) - len(node.value.lstrip("\n"))
            row, raw_line = node.start_mark.line + 1 + leading + line, leading + line
            if row >= len(source) or raw_line >= len(raw):
                return self.node_place(node, path)
            indent = max(len(source[row].rstrip("\n")) - len(raw[raw_line]), 0)
            text = raw[raw_line]
        else:
            row = node.start_mark.line + line
            if row >= len(source):
                return self.node_place(node, path)
            indent = node.start_mark.column
            if line:
                indent = min(indent, len(source[row]) - len(source[row].lstrip(" ")))
            text = source[row][indent:]
        start = indent + _raw_column(text, column)
        end = indent + (_raw_column(text, column + length) if length else len(text.rstrip()))
        return self.spot(row, start, max(end, start), path)

    def _raw_lines(self, node: ScalarNode) -> list[str]:
        # One text may have thousands of findings: it is split once for all that follow each other.
        if self._split is None or self._split[0] is not node:
            self._split = (node, node.value.split("\n"))
        return self._split[1]

    def _in_flow(
        self, node: ScalarNode, path: FieldPath, line: int, column: int, length: int
    ) -> Place:
        """Place a part of a text that YAML joined from its lines, or unquoted.

        Blanks may differ between the file and the text, letters may not: the place is that of
        the letter with the same number. Escapes of double quotes make it near, not exact.
        """
        lines = clean(node.value).strip("\n").split("\n")
        if line >= len(lines):
            return self.node_place(node, path)
        before = _count(lines[:line]) + _count([lines[line][:column]])
        meant = lines[line][column : column + length] if length else lines[line][column:]
        letters = self._letters(node)
        if before >= len(letters):
            return self.node_place(node, path)
        row, start = letters[before]
        last = before + max(_count([meant]), 1) - 1
        end_row, end = letters[min(last, len(letters) - 1)]
        if end_row != row:
            end = max(at for on, at in letters if on == row)
        return self.spot(row, start, end + 1, path)

    def _letters(self, node: ScalarNode) -> list[tuple[int, int]]:
        start, end = node.start_mark, node.end_mark
        found: list[tuple[int, int]] = []
        block = node.style == ">"
        for row in range(start.line + block, min(end.line + 1, len(self.parsed_lines))):
            line = self.parsed_lines[row]
            first = start.column + bool(node.style) if row == start.line else 0
            last = end.column - bool(node.style) if row == end.line and not block else len(line)
            column = first
            while column < last:
                if not line[column].isspace():
                    found.append((row, column))
                    # Inside single quotes a quote is written twice.
                    column += node.style == "'" and line.startswith("''", column)
                column += 1
        return found


def anchor(path: FieldPath, mapping: str = "document") -> str:
    """Name a path of a mapping with Vietnamese names, items from 1; "" for all of it."""
    return f"/{named_path(path, 'vi', mapping)}" if path else ""


def _words(line: str) -> tuple[int, int]:
    return len(line) - len(line.lstrip()), len(line.rstrip())


def _count(lines: list[str]) -> int:
    return sum(not character.isspace() for line in lines for character in line)


def _raw_column(raw: str, column: int) -> int:
    """Find the column of a line as written that became this column of the cleaned line."""
    if clean(raw) == raw:
        return min(column, len(raw))
    after = bisect_right(range(len(raw) + 1), column, key=lambda end: len(clean(raw[:end])))
    return max(after - 1, 0)

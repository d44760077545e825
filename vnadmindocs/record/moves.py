"""Where the stretches of a text come from, after values were put in the places of references."""

from __future__ import annotations

from bisect import bisect_right

from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class Moves:
    """Where each stretch of a filled text comes from.

    Attributes:
        starts: line and column at which each stretch begins in the filled text.
        origins: line, column and length of what it comes from; a length below zero is that of a
            reference, which is meant as a whole.
    """

    starts: tuple[tuple[int, int], ...]
    origins: tuple[tuple[int, int, int], ...]

    def origin(self, line: int, column: int, length: int) -> tuple[int, int, int]:
        """Find the line, column and length in the text with references of a place in this one."""
        first_line, first, _ = self._at(line, column)
        if not length:
            return first_line, first, 0
        last_line, last, reach = self._at(line, column + length - 1)
        return first_line, first, max(last + reach - first, 1) if last_line == first_line else 0

    def _at(self, line: int, column: int) -> tuple[int, int, int]:
        at = max(bisect_right(self.starts, (line, column)) - 1, 0)
        start_line, start = self.starts[at]
        from_line, from_column, length = self.origins[at]
        if length < 0:
            return from_line, from_column, -length
        if line != start_line:
            return from_line, from_column, 0
        return from_line, from_column + min(max(column - start, 0), length), 1

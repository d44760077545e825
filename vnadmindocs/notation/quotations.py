"""Provisions in quotation marks: where an amendment gives «“Điều 5. …”» anew, and where it ends.

A line that opens with a mark and a label, ``“Điều 5. Giao nộp``, begins a quotation; so does one
that ends in the first line of a provision, ``… như sau: “3. Thời hạn``, for the lines below it. It
ends with the line whose end closes the mark. A mark that nothing closes so quotes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.notation.numbering import recognise

NEVER_CLOSED = "BDY016"

_PAIRS = {"“": "”", "«": "»"}
_CLOSING = {close: mark for mark, close in _PAIRS.items()}
_STRAIGHT = '"'
MARKS = (*_PAIRS, _STRAIGHT)
"""What a quotation opens with."""

_FOOTNOTE = "[^"  # the words of a note are read apart from what stands around them
_SHOWN = 40  # letters of a line that a fault names
_AFTER_CLOSING = " .;,/"  # «”.», «”;», «”./.»


def has_marks(text: str) -> bool:
    """Tell whether a text may quote anything."""
    return "“" in text or _STRAIGHT in text or "«" in text


def behind_mark(line: str) -> int:
    """Return where the words begin behind a mark at the head of a line; 0 without one."""
    if line[:1] not in MARKS:
        return 0
    return len(line) - len(line[1:].lstrip())


def quoted_lines(
    lines: Sequence[str], line0: int = 0
) -> tuple[Mapping[int, bool], Sequence[Fault]]:
    """Find the lines that stand in quoted provisions.

    Args:
        lines: the lines of a text, cleaned.
        line0: number that a fault gives to the first of them.

    Returns:
        Each such line, by number from 0, with whether it begins a quotation; and a fault for each
        mark that opens a provision and that nothing closes.
    """
    ends, open_marks = _ends(lines)
    found: dict[int, bool] = {}
    unclosed: list[Fault] = []
    reached = -1
    for number, line in enumerate(lines):
        if number <= reached:
            continue
        opening = _opening(line, number)
        if opening is None:
            continue
        column, first = opening
        end = ends.get((number, column), -1)
        if end >= first:
            found.update((each, each == first) for each in range(first, end + 1))
            reached = end
        elif (number, column) in open_marks:
            words = line[column:]
            facts = {"found": words[:_SHOWN].rstrip()}
            unclosed.append(Fault(NEVER_CLOSED, line0 + number, column, len(words), facts))
    return found, unclosed


def _opening(line: str, number: int) -> tuple[int, int] | None:
    """Give the column of the mark that may open a provision, and the first line it quotes then."""
    content = line.lstrip()
    indent = len(line) - len(content)
    at = behind_mark(content)
    if at and recognise(content[at:]) is not None:
        return indent, number
    column = max(line.rfind(mark) for mark in MARKS)
    if column > 0 and line[:column].rstrip().endswith(":"):
        words = line[column + 1 :].lstrip()
        if recognise(words) is not None:
            return column, number + 1
    return None


def _ends(
    lines: Sequence[str],
) -> tuple[Mapping[tuple[int, int], int], frozenset[tuple[int, int]]]:
    """Find for each mark the line that closes it at its end: curly marks nest, straight do not.

    Returns:
        Those lines by the places of the marks, and the curly marks that nothing closes anywhere.
    """
    ends: dict[tuple[int, int], int] = {}
    waiting: list[tuple[str, int, int]] = []
    straight: dict[int, list[tuple[int, int]]] = {0: [], 1: []}  # by whether one was open before
    odd = 0
    for number, line in enumerate(lines):
        if line.lstrip().startswith(_FOOTNOTE):
            continue
        last = len(line.rstrip(_AFTER_CLOSING)) - 1
        for column, character in enumerate(line):
            if character in _PAIRS:
                waiting.append((character, number, column))
            elif character in _CLOSING:
                mark = _CLOSING[character]
                if waiting and waiting[-1][0] == mark:
                    _, *opened = waiting.pop()
                    if column == last:
                        ends[opened[0], opened[1]] = number
            elif character == _STRAIGHT:
                straight[odd].append((number, column))
                odd = 1 - odd
                if column == last:
                    ends.update((place, number) for place in straight[odd] if place not in ends)
                    straight[odd] = []
    return ends, frozenset((number, column) for _, number, column in waiting)

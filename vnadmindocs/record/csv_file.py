"""CSV files: the encoding and the mark between cells are found, quotes are held to their rules."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.encodings import decode
from vnadmindocs.language.text import clean
from vnadmindocs.values import dataclass

_READ = frozenset({"utf-8", "utf-8-bom", "utf-16"})
_OLD = frozenset({"tcvn3", "vni", "cp1258"})
_MARKS = (",", ";", "\t", "|")
_NOT_TEXT = Text(vi="không phải tệp chữ", en="no text at all")


@dataclass(slots=True)
class Split:
    """Rows that have words, and the line each begins on, from 1."""

    rows: list[tuple[str, ...]]
    lines: list[int]

    @property
    def is_even(self) -> bool:
        """Whether every row has the same number of cells, more than one."""
        return len({len(row) for row in self.rows}) == 1 and len(self.rows[0]) > 1


def csv_text(data: bytes, written: str) -> str:
    """Decode a file.

    Raises:
        UnreadableError: TAB021 no Unicode text, TAB030 text in a code page of old.
    """
    decoded = decode(data)
    if decoded.text is not None and decoded.suspicion in _READ:
        return decoded.text
    facts = {"found": written, "encoding": decoded.encoding or _NOT_TEXT}
    if decoded.suspicion in _OLD:
        sample = next((line for line in _cells(decoded.sample) if not line.isascii()), "")
        raise UnreadableError(Fault("TAB030", facts={**facts, "sample": sample}))
    raise UnreadableError(Fault("TAB021", facts=facts))


def split_csv(text: str, written: str) -> Split:
    """Split a text into rows of cells by the mark that parts all rows alike.

    Raises:
        UnreadableError: TAB022 no rows, TAB023 broken quoting.
    """
    declared, text, before = _declared(text)
    first = text.lstrip("\r\n").split("\n", 1)[0]
    if declared:
        return _filled(_split(text, written, declared, before), written)
    # The mark that the head has most of is tried first; of equals the comma. One with a space
    # after it is more often one of the words.
    marks = sorted(_MARKS, key=lambda mark: first.count(f"{mark} ") - 2 * first.count(mark))
    fault: UnreadableError | None = None
    likeliest: Split | None = None
    for mark in marks:
        if mark != marks[0] and mark not in text:
            continue
        try:
            found = _split(text, written, mark, before)
        except UnreadableError as error:
            fault = fault or error
            continue
        if found.rows and found.is_even:
            return found
        if likeliest is None and mark == marks[0]:
            likeliest = found
    if likeliest is None:
        assert fault is not None
        raise fault
    return _filled(likeliest, written)


def _filled(found: Split, written: str) -> Split:
    if not found.rows:
        raise UnreadableError(Fault("TAB022", facts={"found": written}))
    return found


def _declared(text: str) -> tuple[str, str, int]:
    """Take off Excel's own first line, ``sep=;``; give its mark and how many lines went."""
    head, _, rest = text.partition("\n")
    words = head.strip("\r ").lower()
    if len(words) == 5 and words.startswith("sep=") and words[4] in _MARKS:
        return words[4], rest, 1
    return "", text, 0


def _cells(line: str) -> Sequence[str]:
    for mark in _MARKS:
        line = line.replace(mark, "\n")
    return [cell.strip(' "') for cell in line.split("\n")]


def _split(text: str, written: str, mark: str, before: int) -> Split:
    rows: list[tuple[str, ...]] = []
    lines: list[int] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=mark)
    started = before + 1
    is_clean = clean(text) is text
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append(tuple([(cell if is_clean else clean(cell)).strip() for cell in row]))
                lines.append(started)
            started = reader.line_num + before + 1
    except csv.Error as error:
        facts = {"found": written, "line": reader.line_num + before}
        raise UnreadableError(Fault("TAB023", facts=facts)) from error
    return Split(rows, lines)

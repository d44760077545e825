"""The data file of a table: rows of literal cells from a UTF-8 CSV."""

from __future__ import annotations

import csv
import io

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.encodings import decode
from vnadmindocs.language.text import clean
from vnadmindocs.record.fields import line_of
from vnadmindocs.record.folder import folder_of
from vnadmindocs.record.glyphs import IN_DATA_FILE, lacking, named
from vnadmindocs.values import dataclass

_OTHER_MARKS = (";", "\t")
_NOT_TEXT = Text(vi="không phải tệp chữ", en="no text at all")


@dataclass(frozen=True, slots=True)
class DataFile:
    """Rows of a data file; every cell is literal text.

    Attributes:
        written: the path as the record writes it.
        lines: line of the file each row begins on, from 1.
    """

    written: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...] = ()


def read_data_file(value: object, context: object) -> DataFile:
    """Read the file a record names.

    Raises:
        UnreadableError: SCH030 to SCH033 for the path; TAB020 not a CSV, TAB021 not UTF-8, TAB022
            no rows, TAB023 broken quoting.
    """
    if isinstance(value, DataFile):
        return value
    written = line_of(value)
    folder = folder_of(context)
    path = folder.locate(written)
    if path.suffix.lower() != ".csv":
        raise UnreadableError(Fault("TAB020", facts={"found": written}))
    decoded = decode(folder.content(path, written))
    if decoded.text is None or decoded.suspicion not in ("utf-8", "utf-8-bom"):
        facts = {"found": written, "encoding": decoded.encoding or _NOT_TEXT}
        raise UnreadableError(Fault("TAB021", facts=facts))
    return _read_csv(decoded.text, written)


def _read_csv(text: str, written: str) -> DataFile:
    rows, lines = _split(text, written, ",")
    if not rows:
        raise UnreadableError(Fault("TAB022", facts={"found": written}))
    if all(len(row) == 1 for row in rows):
        # No comma parts any row: Excel in Vietnamese puts semicolons, a copied sheet has tabs.
        for mark in _OTHER_MARKS:
            if mark in text:
                others, starts = _split(text, written, mark)
                counts = {len(row) for row in others}
                if len(counts) == 1 and counts != {1}:
                    rows, lines = others, starts
                    break
    # One look at the whole file; only where it finds something is each row asked.
    asked = zip(rows, lines, strict=True) if lacking(text) else ()
    faults = [
        Fault(IN_DATA_FILE, facts={"file": written, "line": line, **named(letters)})
        for row, line in asked
        if (letters := lacking("".join(row)))
    ]
    if faults:
        raise UnreadableError(*faults)
    return DataFile(written, tuple(rows), tuple(lines))


def _split(text: str, written: str, mark: str) -> tuple[list[tuple[str, ...]], list[int]]:
    """Split a text into rows of cells; give the rows that have words, and where each begins."""
    rows: list[tuple[str, ...]] = []
    lines: list[int] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=mark)
    started = 1
    is_clean = clean(text) is text
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append(tuple([(cell if is_clean else clean(cell)).strip() for cell in row]))
                lines.append(started)
            started = reader.line_num + 1
    except csv.Error as error:
        facts = {"found": written, "line": reader.line_num}
        raise UnreadableError(Fault("TAB023", facts=facts)) from error
    return rows, lines

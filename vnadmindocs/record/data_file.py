"""The data file of a table: rows of literal cells from a CSV or a workbook."""

from __future__ import annotations

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.record.data_rows import DataFile, Merge, Selection
from vnadmindocs.record.fields import line_of
from vnadmindocs.record.folder import folder_of
from vnadmindocs.record.glyphs import IN_DATA_FILE, lacking, named

__all__ = ["DataFile", "Merge", "Selection", "read_data_file"]


def read_data_file(value: object, context: object, selection: Selection | None = None) -> DataFile:
    """Read the file a record names.

    Args:
        value: the path as written.
        context: the folder the record lies in.
        selection: what of a workbook is wanted.

    Raises:
        UnreadableError: SCH030 to SCH033 for the path; TAB020 neither CSV nor .xlsx; what
            ``csv_file`` and ``workbook`` say; FNT002 characters that cannot be printed.
    """
    if isinstance(value, DataFile):
        return value
    written = line_of(value)
    folder = folder_of(context)
    path = folder.locate(written)
    kind = path.suffix.lower()
    # Each is loaded by the records that have such a file.
    if kind == ".csv":
        from vnadmindocs.record.csv_file import csv_text, split_csv

        found = split_csv(csv_text(folder.content(path, written), written), written)
        rows = DataFile(written, tuple(found.rows), tuple(found.lines))
    elif kind in (".xlsx", ".xlsm"):
        from vnadmindocs.record.workbook import read_workbook

        rows = read_workbook(folder.content(path, written), written, selection or Selection())
    else:
        raise UnreadableError(Fault("TAB020", facts={"found": written}))
    _refuse_lacking(rows)
    return rows


def _refuse_lacking(data: DataFile) -> None:
    # One look at the whole file; only where it finds something is each row asked.
    if not lacking("\n".join(["".join(row) for row in data.rows])):
        return
    faults = [
        Fault(IN_DATA_FILE, facts={"file": data.written, "line": line, **named(letters)})
        for row, line in zip(data.rows, data.lines, strict=True)
        if (letters := lacking("".join(row)))
    ]
    raise UnreadableError(*faults)

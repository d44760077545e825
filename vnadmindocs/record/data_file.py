"""The data file of a table: rows of literal cells from a CSV or a workbook."""

from __future__ import annotations

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.legacy_signs import may_have_legacy
from vnadmindocs.record.data_rows import DataFile, Merge, Selection
from vnadmindocs.record.fields import line_of
from vnadmindocs.record.folder import Folder, folder_of
from vnadmindocs.record.glyphs import IN_DATA_FILE, lacking, named

__all__ = ["DataFile", "Merge", "Selection", "read_data_file", "rows_of_file"]

OLD_WORDS = "TAB056"

_CODE_PAGES = {
    "tcvn3": Text("TCVN3 (ABC)", "TCVN3 (ABC)"),
    "vni": Text("VNI", "VNI"),
    "utf-8-twice": Text("UTF-8 bị mở sai bảng mã", "UTF-8 opened in another code page"),
}

_SAMPLE = 60  # characters of a row that a sentence shows


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
    rows = rows_of_file(line_of(value), folder_of(context), selection or Selection())
    _refuse_lacking(rows)
    return rows


def rows_of_file(written: str, folder: Folder, selection: Selection) -> DataFile:
    """Read a file as it is, characters that cannot be printed too.

    Raises:
        UnreadableError: as ``read_data_file``, but for FNT002; TAB056 words in a code page of old.
    """
    rows = _rows_of_file(written, folder, selection)
    _refuse_old_words(rows)
    return rows


def _rows_of_file(written: str, folder: Folder, selection: Selection) -> DataFile:
    path = folder.locate(written)
    kind = path.suffix.lower()
    # Each is loaded by the records that have such a file.
    if kind == ".csv":
        from vnadmindocs.record.csv_file import csv_text, split_csv

        found = split_csv(csv_text(folder.content(path, written), written), written)
        return DataFile(written, tuple(found.rows), tuple(found.lines))
    if kind in (".xlsx", ".xlsm"):
        from vnadmindocs.record.workbook import read_workbook

        return read_workbook(folder.content(path, written), written, selection)
    raise UnreadableError(Fault("TAB020", facts={"found": written}))


def _refuse_old_words(data: DataFile) -> None:
    """Refuse words whose letters are Vietnamese in a font of old alone, as in a record's text."""
    text = "\n".join([" ".join(" ".join(row).split()) for row in data.rows])
    if not may_have_legacy(text):
        return
    from vnadmindocs.language.legacy_text import legacy_text

    if (old := legacy_text(text)) is not None:
        facts = {
            "file": data.written,
            "line": data.lines[old.line],
            "found": old.written[old.column : old.column + old.length],
            "encoding": _CODE_PAGES[old.encoding],
            "sample": old.converted.strip()[:_SAMPLE],
        }
        raise UnreadableError(Fault(OLD_WORDS, facts=facts))


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

"""A record and a list, wherever they come from, to the documents of the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnadmindocs.batch.batch import Batch, RenderedRows, open_batch
from vnadmindocs.batch.data_list import Rows
from vnadmindocs.batch.row_findings import said_once
from vnadmindocs.diagnostics import Diagnostic
from vnadmindocs.record.data_rows import Selection
from vnadmindocs.record.document import Document
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.mapping_source import canonical
from vnadmindocs.record.placing import placed
from vnadmindocs.record.reader import read
from vnadmindocs.record.record_file import content_of_record, folder_of_record
from vnadmindocs.rendering import DEFAULT_PPI, Engine, Output, wanted_as

if TYPE_CHECKING:
    from datetime import datetime

FormSource = str | bytes | Path | Mapping[str, Any] | Document


def render_rows(
    source: FormSource,
    rows: Rows,
    to: Output = "docx",
    *,
    sheet: str = "",
    range: str = "",
    excel_table: str = "",
    engine: Engine | None = None,
    force: bool = False,
    template: str | Path | None = None,
    font_paths: Sequence[str | Path] = (),
    ppi: float = DEFAULT_PPI,
    split: bool = False,
    signed_at: datetime | None = None,
    file: str = "",
    root: str | Path | None = None,
) -> RenderedRows:
    """Render one document for each row of a list.

    Args:
        source: a record that declares the fields it takes from the list (``data_fields``): a
            path, YAML text or its bytes, a mapping, a record built in Python.
        rows: the path of a list (.xlsx, .csv); or rows from Python: mappings by column name, a
            frame of pandas or polars, or lists of which the first names the columns.
        to: as ``render`` takes it.
        sheet: which sheet of a workbook.
        range: which cells of it, such as ``A5:F40``, the names of the columns included.
        excel_table: which table or named range of it.
        engine: as ``render`` takes it, as are all that follow.
        force: print a gap for each part that is missing or unreadable, in place of refusing.
        template: an office's own Word template.
        font_paths: folders where a Times face is looked for first.
        ppi: pixels per inch of pictures.
        split: give the main document and each appendix as files of their own.
        signed_at: when the documents were signed.
        file: what findings call the record.
        root: the folder tree the record may read files from.

    Returns:
        The documents in the order of the rows, made one after the other while one goes through
        them; ``diagnostics`` says what is wrong with the form or the list.

    Raises:
        TypeError: rows from Python are neither mappings nor lists.
        ValueError: as ``render``.
    """
    wanted = wanted_as(
        to,
        engine=engine,
        force=force,
        template=template,
        font_paths=font_paths,
        ppi=ppi,
        split=split,
        signed_at=signed_at,
    )
    batch = batch_of(source, rows, sheet, range, excel_table, file=file, root=root)
    return RenderedRows(batch, wanted)


def check_rows(
    source: FormSource,
    rows: Rows,
    *,
    sheet: str = "",
    range: str = "",
    excel_table: str = "",
    file: str = "",
    root: str | Path | None = None,
) -> tuple[Diagnostic, ...]:
    """Find everything there is to say about a form and a list; arguments as ``render_rows``.

    What is the same in several rows is said once, with the rows.
    """
    batch = batch_of(source, rows, sheet, range, excel_table, file=file, root=root)
    found = said_once((each for _, _, some in batch.check() for each in some), batch.data)
    return (*batch.diagnostics, *found)


def batch_of(
    source: FormSource,
    rows: Rows,
    sheet: str = "",
    range: str = "",
    excel_table: str = "",
    *,
    file: str = "",
    root: str | Path | None = None,
) -> Batch:
    """Bring a form and a list together; arguments as ``render_rows``."""
    selection = Selection(sheet, range, excel_table)
    widest = Path(root) if root is not None else None
    if isinstance(source, Document):
        from vnadmindocs.record.writing import texts_of_record

        texts = texts_of_record(source)
        return open_batch(None, texts, Folder.of(Path(), widest), rows, selection)
    if isinstance(source, Mapping):
        texts, faults = canonical(source)
        folder = Folder.of(Path(), widest)
        return open_batch(None, texts, folder, rows, selection, placed(faults, None))
    folder = Folder.of(Path(), widest)
    if isinstance(source, Path) or (isinstance(source, str) and "\n" not in source):
        path, file = Path(source), file or str(source)
        folder = folder_of_record(path, widest)
        content = content_of_record(path, file)
        if isinstance(content, Diagnostic):
            return open_batch(None, None, folder, rows, selection, (content,))
        source = content
    read_source = read(source, file)
    found = read_source.diagnostics
    return open_batch(read_source, read_source.data, folder, rows, selection, found)

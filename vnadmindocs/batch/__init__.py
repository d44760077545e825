"""Many documents of one form: a list, each row of which becomes a document.

    Form + DataList ─ values by kind ─> row of values ─ Form.fill ─> Draft ─ rendering ─> files

Rows that cannot be made are reported with their place in the list and in the form, the others are
made. Nothing here writes files.
"""

from vnadmindocs.batch.batch import Batch, BatchRow, RenderedRows, RowRendering, open_batch
from vnadmindocs.batch.data_list import DataList, Rows, read_list
from vnadmindocs.batch.documents import batch_of, check_rows, render_rows
from vnadmindocs.batch.file_names import FileNames, UnknownFieldError
from vnadmindocs.batch.named_rows import NamedRows, named_rows
from vnadmindocs.batch.row_findings import said_once

__all__ = [
    "Batch",
    "BatchRow",
    "DataList",
    "FileNames",
    "NamedRows",
    "RenderedRows",
    "RowRendering",
    "Rows",
    "UnknownFieldError",
    "batch_of",
    "check_rows",
    "named_rows",
    "open_batch",
    "read_list",
    "render_rows",
    "said_once",
]

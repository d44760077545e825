"""A form and a list: what is wrong with either, and the document of each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnadmindocs.batch.data_list import DataList, ListRow, Rows, read_list
from vnadmindocs.batch.row_findings import Spots, in_row
from vnadmindocs.batch.row_values import RowValues, columns_of, row_values
from vnadmindocs.diagnostics import Diagnostic, Place, Severity, Text
from vnadmindocs.diagnostics.catalogue import stamp
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.notation.figure import Unread
from vnadmindocs.notation.value_format import print_value
from vnadmindocs.record.data_field import PLAIN, DataField, read_data_fields
from vnadmindocs.record.data_fields import NAME
from vnadmindocs.record.data_rows import Selection
from vnadmindocs.record.draft import Draft, draft_of_filled
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.form import Form, form_of
from vnadmindocs.record.placing import placed
from vnadmindocs.rendering import Rendering, Wanted, all_findings, render_drafts, template_of
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.record.reader import Source

NO_ROWS = "LST014"
NO_FIELDS = "LST015"

# What is said of a list as a whole. Cells are spoken of where a row has them, and a column that is
# hidden is used only where the form names it.
_OF_LISTS = frozenset({"TAB041"})


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A row of a batch.

    Attributes:
        row: the row as the list has it.
        values: what its cells hold, by folded name of the field.
        faults: cells that cannot be read, placed at the declaration.
    """

    row: ListRow
    values: RowValues
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class RowRendering:
    """The document of a row, or the reasons why there is none.

    Attributes:
        number: the line of the row in its file or its row in the sheet; from Python, its place
            from 1.
        place: the row in words.
        rendering: the document; its own findings do not name the row.
    """

    number: int
    place: Text
    rendering: Rendering
    _batch: Batch
    _of: BatchRow

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every finding, each with the row and, where it is known, the cells it comes from."""
        return self._batch.of_row(self._of, self.rendering.diagnostics)

    @property
    def values(self) -> Mapping[str, str]:
        """The values of the row as they are printed plainly, by the declared names."""
        return self._batch.printed(self._of)


class Batch:
    """A form and the rows to be put into it.

    Attributes:
        form: the record; without fields when it cannot be filled.
        data: the list.
        diagnostics: what is wrong with the record as a form, and with the list.
        rows: the rows with their values; none when a fatal finding refuses all of them.
    """

    def __init__(
        self,
        form: Form,
        source: Source | None,
        folder: Folder,
        data: DataList,
        diagnostics: Iterable[Diagnostic],
    ) -> None:
        self.form = form
        self.data = data
        self.diagnostics = tuple(diagnostics)
        self._source = source
        self._folder = folder
        self._columns: Mapping[str, int] = {}
        self.rows: tuple[BatchRow, ...] = ()
        if self.is_refused:
            return
        columns = columns_of(form, data)
        self._columns = columns.indexes
        faults = [*columns.faults, *(each for each in data.faults if each.code in _OF_LISTS)]
        if not data.rows:
            faults.append(Fault(NO_ROWS, facts={"file": data.name or "…"}))
        self.diagnostics += tuple(self._placed(faults))
        if not any(each.code == NO_ROWS for each in faults) and not columns.faults:
            self.rows = tuple(
                [BatchRow(row, *row_values(form, columns, data, row)) for row in data.rows]
            )

    @property
    def is_refused(self) -> bool:
        """Whether no document can be made, whatever the row."""
        return any(each.severity is Severity.FATAL for each in self.diagnostics)

    def draft(self, of: BatchRow) -> Draft:
        """Read the record that a row makes of the form."""
        filled = self.form.fill(of.values)
        folder = replace(self._folder.anew(), files=dict(self._folder.files))
        draft = draft_of_filled(filled, self._source, folder)
        found = placed((*of.faults, *filled.faults), self._source)
        if not found:
            return draft
        fatal = any(each.severity is Severity.FATAL for each in found) or any(
            isinstance(value, Unread) for value in of.values.values()
        )
        return replace(
            draft,
            record=None if fatal else draft.record,
            diagnostics=(*draft.diagnostics, *found),
        )

    def check(self, template: Path | None = None) -> Iterator[tuple[BatchRow, Draft, Findings]]:
        """Give all that is to be said of each row; nothing is laid out."""
        for row in self.rows:
            draft = self.draft(row)
            found = all_findings(draft, template or template_of(draft.gapped))
            yield row, draft, self.of_row(row, found)

    def render(self, wanted: Wanted, rows: Iterable[BatchRow]) -> Iterator[RowRendering]:
        """Render rows, one after the other; nothing is kept of what was given out."""
        waiting = list(rows)
        made = render_drafts((self.draft(row) for row in waiting), wanted)
        for of, rendering in zip(waiting, made, strict=True):
            place = self.data.row_place(of.row)
            yield RowRendering(of.row.number, place, rendering, self, of)

    def of_row(self, of: BatchRow, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Say of findings which row they are of."""
        return in_row(findings, self.data, of.row, self._columns, self._spots)

    def printed(self, of: BatchRow) -> dict[str, str]:
        """Print the values of a row plainly, by declared name; "" for what is not there."""
        found: dict[str, str] = {}
        for key, (name, field) in self.form.fields.items():
            value = of.values.get(key)
            absent = value is None or isinstance(value, Unread)
            found[name] = "" if absent else _plain(value, field)
        return found

    @cached_property
    def _spots(self) -> Spots:
        return Spots(self.form, self._source)

    def _placed(self, faults: Iterable[Fault]) -> Iterator[Diagnostic]:
        """Place what has a path in the form, and all else in the list."""
        for fault in faults:
            if fault.path:
                yield from placed((fault,), self._source)
            else:
                yield stamp(fault.code, Place(self.data.file), fault.facts)


Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class RenderedRows:
    """The documents of a list: they are made while one goes through them, and not kept.

    Attributes:
        diagnostics: what is wrong with the record as a form, and with the list; where one of
            these is fatal there are no documents.
    """

    _batch: Batch
    _wanted: Wanted

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the form and the list, whatever the row."""
        return self._batch.diagnostics

    def __iter__(self) -> Iterator[RowRendering]:
        return self._batch.render(self._wanted, self._batch.rows)

    def __len__(self) -> int:
        return len(self._batch.rows)


def open_batch(
    source: Source | None,
    written: Mapping[str, Any] | None,
    folder: Folder,
    rows: Rows,
    selection: Selection | None = None,
    found: Iterable[Diagnostic] = (),
) -> Batch:
    """Bring a form and a list together.

    Args:
        source: the form as it was read; None for one given in Python.
        written: what is written in it, under English names; None when it could not be read.
        folder: the folder it lies in, with the files that no document may be written over.
        rows: the list.
        selection: what of a workbook is wanted.
        found: what was said of the form as a file.
    """
    diagnostics = list(found)
    try:
        data = read_list(rows, selection)
    except UnreadableError as error:
        file = str(rows)
        diagnostics += [stamp(each.code, Place(file), each.facts) for each in error.faults]
        data = DataList(file, (), ())
    if isinstance(rows, str | Path):
        folder.files.setdefault(Path(rows).resolve(), "")
    form = form_of(written) if written is not None else None
    if written is not None and form is None:
        file = source.file if source is not None else ""
        diagnostics.append(stamp(NO_FIELDS, Place(file), {}))
    elif written is not None and form is not None:
        diagnostics += placed((*form.faults, *_unreadable(written[NAME])), source)
    return Batch(form or Form.empty(), source, folder, data, diagnostics)


def _unreadable(declared: object) -> Iterator[Fault]:
    """Give what keeps a declaration from being read."""
    try:
        read_data_fields(declared)
    except UnreadableError as error:
        yield from (fault.under(NAME) for fault in error.faults)


def _plain(value: Any, field: DataField) -> str:
    printed = print_value(value, field.kind_name, PLAIN)
    assert isinstance(printed, str)
    return printed

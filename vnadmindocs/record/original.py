"""Bản chính: the document that is copied, a record of ours or a PDF as it is.

A path, or the whole record written in place -> ``Original``. A record in a file of its own is read
as any record is; its findings have their places in that file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Annotated

from vnadmindocs.diagnostics import Severity, Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.record.attached_file import AttachedFile, read_attached_file
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.document_type import asked_by, type_name
from vnadmindocs.record.fields import Reads, State, TextInput, line_of, nested
from vnadmindocs.record.folder import Folder, folder_of
from vnadmindocs.record.model import Reading
from vnadmindocs.record.models import model_of
from vnadmindocs.terms import term
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.record.draft import Draft

_RECORDS = (".yaml", ".yml")
# A copy of a copy of a document is as far as the decree goes.
_LONGEST_CHAIN = 4
_LEADS_BACK = "CPY010"
_HAS_FAULTS = "CPY011"


@dataclass(frozen=True, slots=True)
class Original:
    """What is copied: a record, or a file.

    Attributes:
        written: the path as written; "" for a record written in place.
        record: the document; None for a PDF.
        file: the PDF; None for a record.
        draft: how a record in a file of its own was read; None for every other.
        faults: what joining the PDF will leave out.
    """

    written: str
    record: Document | None = None
    file: AttachedFile | None = None
    draft: Draft | None = field(default=None, compare=False, repr=False)
    faults: tuple[Fault, ...] = field(default=(), compare=False)


def original_of(record: Document) -> Original | None:
    """Give what a copy copies; None for every other document, and where it is not known."""
    found = getattr(record, "original", None)
    return found if isinstance(found, Original) else None


def copied_record(record: Document) -> Document | None:
    """Give the record of the document that a copy copies; None for a PDF."""
    original = original_of(record)
    return original.record if original is not None else None


def _read(value: object, reading: Reading) -> Original:
    if isinstance(value, Original):
        return value
    if isinstance(value, Document):
        return Original("", value)
    if isinstance(value, Mapping):
        return Original("", _in_place(value, reading.context))
    written = line_of(value)
    folder = folder_of(reading.context)
    if written.lower().endswith(_RECORDS):
        draft = _of_file(written, folder)
        return Original(written, draft.record, draft=draft)
    file = read_attached_file(written, folder)
    return Original(written, file=file, faults=file.faults)


def _in_place(value: Mapping[str, object], context: object) -> Document:
    """Read a record written inside the copy; what its type needs must be there."""
    if "type" not in value:
        raise UnreadableError(_missing("type"))
    try:
        kind = type_name(value["type"] or State.GAP)
    except UnreadableError as error:
        raise UnreadableError(*(fault.under("type") for fault in error.faults)) from error
    lacking = [_missing(name) for name in asked_by(kind) if name not in value]
    model = model_of(kind.key)
    try:
        found = nested(model, {**value, "type": kind}, context)
    except UnreadableError as error:
        known = {fault.facts.get("field") for fault in error.faults if fault.code == "SCH020"}
        more = [each for each in lacking if each.facts["field"] not in known]
        raise UnreadableError(*error.faults, *more) from error
    if lacking:
        raise UnreadableError(*lacking)
    return found


def _missing(name: str) -> Fault:
    known = term("document", name)
    return Fault("SCH020", facts={"field": Text(vi=known.vietnamese, en=known.english)})


def _of_file(written: str, folder: Folder) -> Draft:
    """Read the record of a file; its findings go where those of the copy go.

    Raises:
        UnreadableError: SCH030 to SCH033, SCH038 the file cannot be had; CPY010 it leads back to
            itself; CPY011 it is no whole record.
    """
    from vnadmindocs.record.draft import draft_of_bytes

    target = folder.locate(written)
    resolved = target.resolve()
    above = (*(path for path, name in folder.files.items() if not name), *folder.trail)
    if resolved in above or len(folder.trail) >= _LONGEST_CHAIN:
        raise UnreadableError(Fault(_LEADS_BACK, facts={"found": written}))
    content = folder.content(target, written)
    inner = Folder(target.parent, folder.tree, trail=(*folder.trail, resolved), files=folder.files)
    draft = draft_of_bytes(content, str(target), inner)
    folder.diagnostics.extend(draft.diagnostics)
    if draft.record is None:
        count = sum(each.severity is Severity.FATAL for each in draft.diagnostics)
        raise UnreadableError(Fault(_HAS_FAULTS, facts={"found": written, "count": max(count, 1)}))
    return draft


OriginalField = Annotated[Original | State, Reads(_read, TextInput | Appendix, with_info=True)]

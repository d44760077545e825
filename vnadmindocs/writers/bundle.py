"""A document and the PDF files that are its appendices, joined into one file.

The document's own file is what the others are put into, so its tags, metadata, outline and
language stay. A part that is a PDF stands at its place among the parts, with an entry in the
outline and page labels of its own.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.diagnostics.system_reason import system_reason
from vnadmindocs.layout.shape import Layout, Part
from vnadmindocs.pattern import pattern
from vnadmindocs.record.pdf_file import BROKEN, opened_pdf
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader, PdfWriter

    from vnadmindocs.fonts.face import Face
    from vnadmindocs.layout.places import PlacedBox
_VERSION = pattern(r"%PDF-(1\.[0-7]|2\.0)")
_NO_CLAIM = Text(vi="không khai đạt chuẩn PDF/A nào", en="claims no PDF/A")


@dataclass(frozen=True, slots=True)
class Bundled:
    """A file with its attachments, or the reasons why there is none.

    Attributes:
        data: its bytes; None when an attachment could not be joined.
        conformance: the standard it claims, such as ``PDF/A-2a``; "" for none.
        faults: what is to be said of the attachments, with paths in the record.
        starts: the first page of each part, from 0; () where nothing was joined.
    """

    data: bytes | None
    conformance: str
    faults: tuple[Fault, ...] = ()
    starts: tuple[int, ...] = ()


def bundle(
    document: bytes, layout: Layout, face: Face | None = None, *, conformance: str = ""
) -> Bundled:
    """Join the attachments of a document to its typeset parts, each at its place.

    Args:
        document: the PDF of the parts that are typeset.
        layout: the whole document.
        face: what stamps are printed in; needed where one is asked for.
        conformance: the standard that ``document`` claims, "" for none. Pages made elsewhere
            have no tags, so level A is lost. PDF/A-2b is left where every attachment claims
            PDF/A itself and the joined file passes our list of checks; else no claim is.

    Returns:
        The joined file. Faults: APP011 a damaged file; APP027 the claim is given up; APP028 no
        room for a stamp; APP043 what a page shows was made smaller for one; APP029 the place of an
        attachment is not found; CPY020 the block of a copy stands on a page of its own.

    Raises:
        ValueError: a stamp is asked for and there is no face.
        TypesettingError: typst refused a stamp.
    """
    attached = [part for part in layout.parts if part.attachment is not None]
    if not attached:
        return Bundled(document, conformance)
    from pypdf import PdfReader, PdfWriter

    from vnadmindocs.writers.part_starts import PartNotFoundError, part_starts

    reader = PdfReader(BytesIO(document))
    typeset = [part for part in layout.parts if part.attachment is None]
    try:
        starts = part_starts(reader, typeset) if typeset else []
    except PartNotFoundError:
        return Bundled(None, "", tuple(_fault("APP029", part) for part in attached))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    outline = _Outline(reader, writer)
    joining = _Joining(writer, layout, face, outline)
    ends = iter([*starts[1:], len(reader.pages)])
    begins = iter(starts)
    at = 0
    for part in layout.parts:
        if part.attachment is None:
            begin, end = next(begins), next(ends)
            joining.typeset(part, at, begin, end)
            at += end - begin
        else:
            at += joining.attach(part, at)
            if joining.faults:
                return Bundled(None, "", tuple(joining.faults))
    outline.link()
    joining.label_pages()
    data, left = _described(joining, document, attached, conformance)
    begun = tuple(at for at, _ in joining.starts)
    notes = tuple(joining.notes)
    if left == conformance:
        return Bundled(data, left, notes, begun)
    words = Text(vi=f"chỉ khai đạt {left}", en=f"claims {left} alone") if left else _NO_CLAIM
    facts = {"claim": conformance, "left": words}
    faults = tuple(_fault("APP027", part, **facts) for part in attached)
    return Bundled(data, left, (*notes, *faults), begun)


def copy_attachment(
    layout: Layout, face: Face | None = None, boxes: Sequence[PlacedBox] = ()
) -> Bundled:
    """Copy an attachment into a file of its own, with nothing in it that acts.

    Args:
        layout: a layout of one part, which is the attachment. What stands in the top margin of
            its first page (the information box), and what it stamps, is put over that page.
        face: as for ``bundle``.
        boxes: what is framed among the words put over that page.

    Returns:
        The file, or the faults of ``bundle``.

    Raises:
        ValueError, TypesettingError: as ``bundle``.
    """
    from pypdf import PdfWriter
    from pypdf.generic import (
        BooleanObject,
        DictionaryObject,
        NameObject,
        TextStringObject,
    )

    writer = PdfWriter()
    joining = _Joining(writer, layout, face, None, boxes)
    part = layout.parts[0]
    joining.attach(part, 0)
    if joining.faults:
        return Bundled(None, "", tuple(joining.faults))
    metadata = layout.metadata
    known = {"/Title": metadata.title, "/Author": metadata.author, "/Subject": metadata.subject}
    writer.add_metadata({key: value for key, value in known.items() if value})
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(layout.language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    joining.label_pages()
    _identify(writer, _digest(b"", [part]))
    return Bundled(_written(writer), "", tuple(joining.notes))


class _Outline:
    """The outline of the document, with entries put in where attachments are."""

    def __init__(self, reader: PdfReader, writer: PdfWriter) -> None:
        self.writer = writer
        pages = [
            reader.get_destination_page_number(each)
            for each in reader.outline
            if not isinstance(each, list)
        ]
        tops = list(writer.get_outline_root().children()) if pages else []
        self._own = [
            (page or 0, top.indirect_reference) for page, top in zip(pages, tops, strict=True)
        ]
        self._ordered: list[Any] = []

    def keep(self, begin: int, end: int) -> bool:
        """Go past the entries that lead to these pages of the document; tell whether any does."""
        found = [entry for page, entry in self._own if begin <= page < end]
        self._ordered += found
        return bool(found)

    def add(self, title: str, page: int) -> Any:
        """Add an entry after all that were gone past or added."""
        entry = self.writer.add_outline_item(title=title, page_number=page)
        self._ordered.append(entry)
        return entry

    def link(self) -> None:
        """Put the entries into their order: pypdf adds before the last entry or after it alone."""
        from pypdf.generic import NameObject

        if not self._ordered:
            return
        root = self.writer.get_outline_root()
        root[NameObject("/First")], root[NameObject("/Last")] = self._ordered[0], self._ordered[-1]
        for index, entry in enumerate(self._ordered):
            item = entry.get_object()
            for key, neighbour in (("/Prev", index - 1), ("/Next", index + 1)):
                item.pop(key, None)
                if 0 <= neighbour < len(self._ordered):
                    item[NameObject(key)] = self._ordered[neighbour]


class _Joining:
    """A file that grows part by part.

    Attributes:
        faults: why an attachment could not be joined.
        notes: what is to be said of those that were.
        all_claim: whether every attachment so far claims PDF/A.
        bytes_joined: the size of the attachments so far.
    """

    def __init__(
        self,
        writer: PdfWriter,
        layout: Layout,
        face: Face | None,
        outline: _Outline | None,
        boxes: Sequence[PlacedBox] = (),
    ) -> None:
        self.writer = writer
        self.boxes = boxes
        self.layout = layout
        self.face = face
        self.outline = outline
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []
        self.all_claim = True
        self.bytes_joined = 0
        self.starts: list[tuple[int, int]] = []

    def typeset(self, part: Part, at: int, begin: int, end: int) -> None:
        """Go past a part that is in the document: its pages ``begin`` to ``end``."""
        self.starts.append((at, part.section.first_number))
        if self.outline is not None and not self.outline.keep(begin, end):
            self.outline.add(part.title or self.layout.metadata.title, at)

    def attach(self, part: Part, at: int) -> int:
        """Put an attachment in before page ``at``; give how many pages it has."""
        from vnadmindocs.writers.attached_pages import add_pages, bookmarks_of
        from vnadmindocs.writers.pdf_claim import claims_pdf_a

        attachment = part.attachment
        assert attachment is not None
        try:
            with opened_pdf(attachment.path) as reader:
                pages = add_pages(self.writer, reader, at)
                bookmarks = bookmarks_of(reader)
                if _VERSION.fullmatch(reader.pdf_header):
                    self.writer.pdf_header = max(self.writer.pdf_header, reader.pdf_header)
                self.all_claim &= claims_pdf_a(reader)
                self.bytes_joined += attachment.path.stat().st_size
                self.writer.reset_translation(reader)
        except OSError as error:
            self.faults.append(_fault("APP011", part, reason=system_reason(error)))
            return 0
        except Exception:  # a damaged file breaks a parser anywhere, in any way
            self.faults.append(_fault("APP011", part))
            return 0
        self._stamp(part, pages[0])
        self._enter(part.title or attachment.written, at, bookmarks)
        self.starts.append((at, 1))
        return len(pages) + self._end(part, pages[-1], at + len(pages) - 1)

    def _end(self, part: Part, page: PageObject, at: int) -> int:
        """Put what ends an attachment after its last page; give how many pages that took."""
        if part.attachment is None or part.attachment.ending is None:
            return 0
        if self.face is None:
            raise ValueError("what ends a file needs a face")
        from vnadmindocs.writers.pdf.ending import put_ending

        added, reason = put_ending(self.writer, page, at, self.layout, part, self.face)
        if reason is not None:
            self.notes.append(_fault("CPY020", part, reason=reason))
        return added

    def _stamp(self, part: Part, page: PageObject) -> None:
        from vnadmindocs.writers.pdf.stamp import StampTooLargeError, has_stamp, put_stamp

        if not has_stamp(part):
            return
        if self.face is None:
            raise ValueError("a stamp needs a face")
        try:
            scale = put_stamp(self.writer, page, self.layout, part, self.face, self.boxes)
        except StampTooLargeError:
            self.faults.append(_fault("APP028", part))
            return
        if scale < 1:
            self.notes.append(_fault("APP043", part, percent=math.floor(100 * scale)))

    def _enter(self, title: str, at: int, bookmarks: Sequence[tuple[int, str, int]]) -> None:
        """Put an attachment and its bookmarks into the outline; a file of its own is its title."""
        above = [self.outline.add(title, at)] if self.outline is not None else []
        depth = len(above)
        for level, words, page in bookmarks:
            del above[depth + level :]
            parent = above[-1] if above else None
            above.append(
                self.writer.add_outline_item(title=words, page_number=at + page, parent=parent)
            )

    def label_pages(self) -> None:
        """Write the number of every part's first page as the label it begins with."""
        from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

        numbers = ArrayObject()
        for at, first in self.starts:
            label = {"/S": NameObject("/D"), "/St": NumberObject(first)}
            numbers += [
                NumberObject(at),
                DictionaryObject({NameObject(key): value for key, value in label.items()}),
            ]
        labels = DictionaryObject({NameObject("/Nums"): numbers})
        self.writer.root_object[NameObject("/PageLabels")] = labels


def _fault(code: str, part: Part, **facts: object) -> Fault:
    attachment = part.attachment
    assert attachment is not None
    known = {"found": attachment.written, "reason": BROKEN, **facts}
    return Fault(code, facts=known, path=attachment.field_path or ("file",))


def _digest(document: bytes, parts: Sequence[Part]) -> str:
    """Name a joined file by what it is made of."""
    import hashlib  # loads a library of its own

    whole = hashlib.sha256(document)
    for part in parts:
        assert part.attachment is not None
        with part.attachment.path.open("rb") as stream:
            whole.update(hashlib.file_digest(stream, "sha256").digest())
        whole.update(repr((part.attachment.stamp, part.attachment.ending, part.section)).encode())
    return base64.b64encode(whole.digest()[:16]).decode("ascii")


def _described(
    joining: _Joining, document: bytes, attached: Sequence[Part], claim: str
) -> tuple[bytes, str]:
    """Write a joined file with the highest claim that can be kept; give that claim too."""
    from vnadmindocs.writers.pdf_claim import LOWERED, may_be_lowered, passes_lowered, set_claim

    writer = joining.writer
    renamed = _identify(writer, _digest(document, attached))
    if joining.all_claim and may_be_lowered(claim, len(document) + joining.bytes_joined):
        set_claim(writer, lowered=True, renamed=renamed)
        data = _written(writer)
        if passes_lowered(data):
            return data, LOWERED
    set_claim(writer, lowered=False, renamed=renamed)
    return _written(writer), ""


def _identify(writer: PdfWriter, name: str) -> tuple[str, str] | None:
    """Give a file its own identity; give the one it had, and its own."""
    from pypdf.generic import ArrayObject, ByteStringObject

    known = [_bytes(each) for each in writer._ID or ()]
    own = name.encode("ascii")
    writer._ID = ArrayObject(ByteStringObject(each) for each in (known[0] if known else own, own))
    return (known[1].decode("latin-1"), name) if len(known) > 1 else None


def _bytes(text: Any) -> bytes:
    """Give the bytes of a string as they stood in its file."""
    return text if isinstance(text, bytes) else bytes(text.original_bytes)


def _written(writer: PdfWriter) -> bytes:
    made = BytesIO()
    writer.write_stream(made)
    return made.getvalue()

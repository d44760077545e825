"""A document and the PDF files that are its appendices, joined into one file.

The document's own file is what the others are put into, so its tags, metadata, outline and
language stay. A part that is a PDF stands at its place among the parts, with an entry in the
outline and page labels of its own.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.layout.shape import Attachment, Layout, Part
from vnadmindocs.record.pdf_file import BROKEN, opened_pdf
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader, PdfWriter

    from vnadmindocs.fonts.faces import Face

_PAGES_TOLD = re.compile(r"(<xmpTPg:NPages>)\d+(?=</xmpTPg:NPages>)")
_CLAIM = re.compile(
    r"<(pdf[au]+a?id):(\w+)>[^<]*</\1:\2>\s*|\s+pdf[au]+a?id:\w+\s*=\s*(?:\"[^\"]*\"|'[^']*')"
)


@dataclass(frozen=True, slots=True)
class Bundled:
    """A file with its attachments, or the reasons why there is none.

    Attributes:
        data: its bytes; None when an attachment could not be joined.
        conformance: the standard it claims, such as ``PDF/A-2a``; "" for none.
        faults: what is to be said of the attachments, with paths in the record.
    """

    data: bytes | None
    conformance: str
    faults: tuple[Fault, ...] = ()


def bundle(
    document: bytes, layout: Layout, face: Face | None = None, *, conformance: str = ""
) -> Bundled:
    """Join the attachments of a document to its typeset parts, each at its place.

    Args:
        document: the PDF of the parts that are typeset.
        layout: the whole document.
        face: what stamps are printed in; needed where one is asked for.
        conformance: the standard that ``document`` claims. Pages made elsewhere keep none of it:
            they have no tags, and what else they hold is not ours to vouch for.

    Returns:
        The joined file. Faults: APP011 a damaged file; APP027 the claim is given up; APP028 no
        room for a stamp; APP029 the place of an attachment is not found.

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
    joining = _Joining(writer, layout, face, _Outline(reader, writer))
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
    joining.label_pages()
    _identify(writer, _digest(document, attached))
    faults = [_fault("APP027", part, claim=conformance) for part in attached if conformance]
    return Bundled(_written(writer), "", tuple(faults))


def copy_attachment(layout: Layout, face: Face | None = None) -> Bundled:
    """Copy an attachment into a file of its own, with nothing in it that acts.

    Args:
        layout: a layout of one part, which is the attachment. What stands in the top margin of
            its first page (the information box), and what it stamps, is put over that page.
        face: as for ``bundle``.

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
    joining = _Joining(writer, layout, face, None)
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
    return Bundled(_written(writer), "")


class _Outline:
    """The outline of the document, with entries put in where attachments are.

    Attributes:
        entries: the entries at its top, each with the page it leads to in the document alone.
    """

    def __init__(self, reader: PdfReader, writer: PdfWriter) -> None:
        self.writer = writer
        pages = [
            reader.get_destination_page_number(each)
            for each in reader.outline
            if not isinstance(each, list)
        ]
        tops = list(writer.get_outline_root().children()) if pages else []
        self.entries: list[tuple[int, Any]] = list(
            zip((page or 0 for page in pages), tops, strict=True)
        )

    def leads_into(self, begin: int, end: int) -> bool:
        """Tell whether an entry leads to one of these pages of the document."""
        return any(begin <= page < end for page, _ in self.entries)

    def add(self, title: str, page: int, own_pages: int) -> Any:
        """Add an entry before those of the pages of the document from ``own_pages`` on."""
        after = next((entry for page, entry in self.entries if page >= own_pages), None)
        return self.writer.add_outline_item(title=title, page_number=page, before=after)


class _Joining:
    """A file that grows part by part.

    Attributes:
        faults: why an attachment could not be joined.
    """

    def __init__(
        self, writer: PdfWriter, layout: Layout, face: Face | None, outline: _Outline | None
    ) -> None:
        self.writer = writer
        self.layout = layout
        self.face = face
        self.outline = outline
        self.faults: list[Fault] = []
        self.own_pages = 0  # pages of the document that stand before here
        self.starts: list[tuple[int, int]] = []

    def typeset(self, part: Part, at: int, begin: int, end: int) -> None:
        """Go past a part that is in the document: its pages ``begin`` to ``end``."""
        self.starts.append((at, part.section.first_number))
        if self.outline is not None and not self.outline.leads_into(begin, end):
            self.outline.add(part.title or self.layout.metadata.title, at, begin)
        self.own_pages = end

    def attach(self, part: Part, at: int) -> int:
        """Put an attachment in before page ``at``; give how many pages it has."""
        attachment = part.attachment
        assert attachment is not None
        try:
            with opened_pdf(attachment.path) as reader:
                pages = self._add(part, reader, attachment, at)
                self.writer.reset_translation(reader)
        except _RefusedError as refused:
            self.faults.append(_fault(refused.code, part))
            return 0
        self.starts.append((at, 1))
        return pages

    def _add(self, part: Part, reader: PdfReader, attachment: Attachment, at: int) -> int:
        from vnadmindocs.writers.attached_pages import add_pages, bookmarks_of

        try:
            pages = add_pages(self.writer, reader, at)
            bookmarks = bookmarks_of(reader)
        except Exception as error:  # a damaged file breaks a parser anywhere, in any way
            raise _RefusedError("APP011") from error
        self._stamp(part, pages[0])
        self._enter(part.title or attachment.written, at, bookmarks)
        return len(pages)

    def _stamp(self, part: Part, page: PageObject) -> None:
        from vnadmindocs.writers.pdf.stamp import StampTooLargeError, has_stamp, put_stamp

        if not has_stamp(part):
            return
        if self.face is None:
            raise ValueError("a stamp needs a face")
        try:
            put_stamp(self.writer, page, self.layout, part, self.face)
        except StampTooLargeError as error:
            raise _RefusedError("APP028") from error

    def _enter(self, title: str, at: int, bookmarks: Sequence[tuple[int, str, int]]) -> None:
        """Put an attachment and its bookmarks into the outline; a file of its own is its title."""
        above = [self.outline.add(title, at, self.own_pages)] if self.outline is not None else []
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


class _RefusedError(Exception):
    """An attachment cannot be joined, by a code of the catalogue."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _fault(code: str, part: Part, **facts: object) -> Fault:
    attachment = part.attachment
    assert attachment is not None
    steps = attachment.field.split("/") if attachment.field else []
    path = tuple(int(step) if step.isdigit() else step for step in (*steps, "file"))
    known = {"found": attachment.written, "reason": BROKEN, **facts}
    return Fault(code, facts=known, path=path)


def _digest(document: bytes, parts: Sequence[Part]) -> str:
    """Name a joined file by what it is made of."""
    whole = hashlib.sha256(document)
    for part in parts:
        assert part.attachment is not None
        with part.attachment.path.open("rb") as stream:
            whole.update(hashlib.file_digest(stream, "sha256").digest())
        whole.update(repr((part.attachment.stamp, part.section)).encode())
    return base64.b64encode(whole.digest()[:16]).decode("ascii")


def _identify(writer: PdfWriter, name: str) -> None:
    """Give a file its own identity, and take back what its description claims."""
    from pypdf.generic import ArrayObject, ByteStringObject, DecodedStreamObject, NameObject

    known = [_bytes(each) for each in writer._ID or ()]
    own = name.encode("ascii")
    writer._ID = ArrayObject(ByteStringObject(each) for each in (known[0] if known else own, own))
    metadata: Any = writer.root_object.get("/Metadata")
    if metadata is None:
        return
    text = metadata.get_object().get_data().decode("utf-8")
    text = _PAGES_TOLD.sub(rf"\g<1>{len(writer.pages)}", _CLAIM.sub("", text))
    if len(known) > 1:
        text = text.replace(known[1].decode("latin-1"), name)
    described = DecodedStreamObject()
    described.set_data(text.encode("utf-8"))
    described[NameObject("/Type")] = NameObject("/Metadata")
    described[NameObject("/Subtype")] = NameObject("/XML")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(described)


def _bytes(text: Any) -> bytes:
    """Give the bytes of a string as they stood in its file."""
    return text if isinstance(text, bytes) else bytes(text.original_bytes)


def _written(writer: PdfWriter) -> bytes:
    made = BytesIO()
    writer.write_stream(made)
    return made.getvalue()

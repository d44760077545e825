"""The roads: a Word file; a PDF by Typst or by LibreOffice, its attachments joined; pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.record.draft import Draft
from vnadmindocs.rendering.findings import LateFindings
from vnadmindocs.rendering.job import Job, prepared
from vnadmindocs.rendering.pictures import pictures_of_record
from vnadmindocs.rendering.result import File, Rendering
from vnadmindocs.rendering.wanted import Wanted

if TYPE_CHECKING:
    from vnadmindocs.layout.places import PlacedBox
    from vnadmindocs.layout.shape import Layout
    from vnadmindocs.layout.split_file import SplitFile
    from vnadmindocs.writers.libreoffice import Converted

_TYPST_STANDARD = "PDF/A-2a"
_AT_ONCE = 16  # documents that one call of LibreOffice converts


def render_drafts(drafts: Iterable[Draft], wanted: Wanted) -> Iterator[Rendering]:
    """Render drafts in their order; those that go by LibreOffice share its calls."""
    if wanted.to == "docx":
        for draft in drafts:
            yield _finished(prepared(draft, wanted))
        return
    waiting = iter(drafts)
    while some := [prepared(draft, wanted) for draft in islice(waiting, _AT_ONCE)]:
        _convert([job for job in some if job.pieces and job.by_libreoffice])
        for job in some:
            yield _finished(job)


def _convert(jobs: Sequence[Job]) -> None:
    """Let LibreOffice make the PDF of every piece of these documents in one call."""
    if not jobs:
        return
    from vnadmindocs.writers.docx import write_docx
    from vnadmindocs.writers.libreoffice import convert

    layouts = [
        (job, _typeset_parts(piece.layout))
        for job in jobs
        for piece in job.pieces
        if piece.attachment is None
    ]
    made = convert([write_docx(layout, job.office, job.drawn) for job, layout in layouts])
    for job in jobs:
        mine = [each for each, (of, _) in zip(made, layouts, strict=True) if of is job]
        job.found(fault for each in mine for fault in each.faults)
        if any(each.data is None for each in mine):
            job.pieces = ()
        job.converted = mine


def _typeset_parts(layout: Layout) -> Layout:
    """Take out what is joined as it is; a Word file has no place for it."""
    parts = tuple(part for part in layout.parts if part.attachment is None)
    return layout if len(parts) == len(layout.parts) else replace(layout, parts=parts)


def _finished(job: Job) -> Rendering:
    """Make the files of a document that was prepared."""
    files = _files(job) if job.pieces else []
    found = LateFindings(job.draft, job.added)
    if job.layout is None or not files:
        return Rendering((), found)
    return Rendering(
        tuple(files),
        found,
        job.layout.defaults,
        (*job.layout.left_out, *job.lost),
        job.face_name if job.wanted.to != "docx" else "",
        tuple(job.places),
        job.sources,
    )


def _files(job: Job) -> list[File]:
    """Make the file of each piece; none when one of them was refused."""
    if job.wanted.to == "docx" and all(piece.attachment is None for piece in job.pieces):
        return [_word_file(job, piece) for piece in job.pieces]
    from vnadmindocs.writers.pdf import TypesettingError
    from vnadmindocs.writers.pdf.picture_size import PictureTooLargeError

    files: list[File] = []
    converted = iter(job.converted)
    for piece in job.pieces:
        try:
            if piece.attachment is not None:
                made = _copied(job, piece)
            elif job.wanted.to == "docx":
                made = [_word_file(job, piece)]
            else:
                made = _pages(job, piece, next(converted, None))
        except TypesettingError as refused:
            job.found(_refusal(job, piece, str(refused)))
            made = []
        except PictureTooLargeError as refused:
            job.found((refused.fault,))
            made = []
        if not made:
            return []
        files += made
    return files


def _refusal(job: Job, piece: SplitFile, reason: str) -> tuple[Fault, ...]:
    """Say what typst refused: the pictures that are at fault, else its own words."""
    from vnadmindocs.writers.pdf.pictures import picture_faults

    record = job.draft.gapped
    if job.face is None or record is None:
        return (Fault("OUT040", facts={"reason": reason}),)
    paths = {picture.data: path for path, _, picture in pictures_of_record(record)}
    pictures = tuple(picture_faults(piece.layout, job.face, paths))
    return pictures or (Fault("OUT040", facts={"reason": reason}),)


def _word_file(job: Job, piece: SplitFile) -> File:
    from vnadmindocs.writers.docx import write_docx

    return File(piece.name, "docx", write_docx(_typeset_parts(piece.layout), job.office, job.drawn))


def _copied(job: Job, piece: SplitFile) -> list[File]:
    """Copy an attached PDF into a file of its own; nothing when it was refused."""
    from vnadmindocs.writers.bundle import copy_attachment

    boxes: tuple[PlacedBox, ...] = ()
    if job.wanted.asks_places:
        from vnadmindocs.rendering.places import on_attachment

        boxes = on_attachment(job, piece)
    made = copy_attachment(piece.layout, job.face, boxes if job.wanted.show_boxes else ())
    job.found(made.faults)
    if made.data is None:
        return []
    if job.wanted.to == "png":
        return _pictures(job, piece, made.data)
    return [File(piece.name, "pdf", made.data)]


def _pages(job: Job, piece: SplitFile, converted: Converted | None) -> list[File]:
    """Make the PDF of a piece, or its pictures; nothing when it was refused.

    Args:
        job: the document.
        piece: what becomes a file.
        converted: what LibreOffice made of it; None where Typst is to make it.
    """
    from vnadmindocs.writers.bundle import bundle
    from vnadmindocs.writers.pdf import write_pdf, write_png

    layout, face, wanted = piece.layout, job.face, job.wanted
    found: tuple[PlacedBox, ...] = ()
    if wanted.asks_places:
        from vnadmindocs.rendering.places import on_pages

        found = on_pages(job, piece)
    boxes = found if wanted.show_boxes else ()
    joins = any(part.attachment is not None for part in layout.parts)
    if wanted.to == "png" and face is not None and not job.by_libreoffice and not joins:
        job.places += found
        made = write_png(layout, face, ppi=wanted.ppi, leave_out=job.lacking, boxes=boxes)
        return _numbered(piece, made)
    if converted is not None:
        assert converted.data is not None
        claim, document = converted.conformance, converted.data
    else:
        assert face is not None
        claim = _TYPST_STANDARD
        document = write_pdf(layout, face, leave_out=job.lacking, boxes=boxes)
    # A picture has no standard to lose.
    joined = bundle(document, layout, face, conformance=claim if wanted.to == "pdf" else "")
    job.found(joined.faults)
    if joined.data is None:
        return []
    if found:
        from vnadmindocs.rendering.places import in_joined_file

        job.places += in_joined_file(found, layout, joined.starts)
    if wanted.to == "png":
        return _pictures(job, piece, joined.data)
    return [File(piece.name, "pdf", joined.data, joined.conformance)]


def _pictures(job: Job, piece: SplitFile, pdf: bytes) -> list[File]:
    from vnadmindocs.writers.pdf.preview import pictures_of

    return _numbered(piece, pictures_of(pdf, ppi=job.wanted.ppi))


def _numbered(piece: SplitFile, pages: Sequence[bytes]) -> list[File]:
    """Name pictures by the number of their page, unless there is one alone."""
    if len(pages) == 1:
        return [File(piece.name, "png", pages[0])]
    return [File(f"{piece.name}-{number}", "png", page) for number, page in enumerate(pages, 1)]

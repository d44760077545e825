"""From drafts to files: which road a document takes, and what keeps it off.

    Draft ─ lay_out ─> Layout ┬ Word file ───────────────┬ LibreOffice ─> PDF ┐
                              └ Typst ─> PDF ────────────┴────────────────────┴ bundle ─> PDF, PNG

Typst is the road of a PDF. An office's own Word template is a Word file and nothing else, so the
PDF of a document in it goes by LibreOffice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from vnadmindocs.atomic import write_all_atomically
from vnadmindocs.diagnostics import Diagnostic, Severity
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.runner import findings
from vnadmindocs.record.document import Document
from vnadmindocs.record.draft import Draft
from vnadmindocs.record.fields import State
from vnadmindocs.record.placing import placed
from vnadmindocs.record.positions import FieldPath
from vnadmindocs.record.template_file import TemplateFile
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from datetime import datetime

    from vnadmindocs.fonts.faces import Face
    from vnadmindocs.layout.shape import Layout
    from vnadmindocs.layout.splitting import SplitFile
    from vnadmindocs.writers.docx.prepared import Prepared

Output = Literal["docx", "pdf", "png"]
Engine = Literal["typst", "libreoffice"]

OUTPUTS: tuple[Output, ...] = ("docx", "pdf", "png")
ENGINES: tuple[Engine, ...] = ("typst", "libreoffice")
DEFAULT_PPI = 110
SMALLEST_PPI, LARGEST_PPI = 10, 1200
OF_TEMPLATES = "TPL"
_AT_ONCE = 16  # documents that one call of LibreOffice converts


@dataclass(frozen=True, slots=True)
class File:
    """One of the files of a rendering.

    Attributes:
        suffix: what its name adds to the name of the document: "" for the document itself,
            ``-phu-luc-1`` for an appendix of its own, ``-2`` for the second page as a picture.
        kind: ``docx``, ``pdf`` or ``png``.
        data: its bytes.
    """

    suffix: str
    kind: str
    data: bytes

    def beside(self, path: Path) -> Path:
        """Name this file where the document is to stand at ``path``."""
        if not self.suffix and path.suffix.lower() == f".{self.kind}":
            return path
        return path.with_name(f"{path.stem}{self.suffix}.{self.kind}")


@dataclass(frozen=True, slots=True)
class Rendering:
    """A rendered document, or the reasons why there is none.

    Attributes:
        files: the document first, then whatever else there is: appendices split off, further
            pages as pictures. Empty when a fatal finding refused it.
        diagnostics: every finding, in file order.
        defaults: English paths of the fields whose default was used.
        left_out: English paths of the parts printed as gaps (``force``).
        face: family and version of the face a PDF or picture is set in; "" for a Word file, and
            where LibreOffice chose it.
        conformance: the standard the PDF claims, such as ``PDF/A-2a``; "" for none.
    """

    files: tuple[File, ...]
    diagnostics: tuple[Diagnostic, ...]
    defaults: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    face: str = ""
    conformance: str = ""

    @property
    def data(self) -> bytes | None:
        """The bytes of the document, or of its first page; None when it was refused."""
        return self.files[0].data if self.files else None

    def write(self, path: str | Path) -> Path:
        """Write the document, and its other files beside it, whole or not at all.

        Returns:
            The path of the first file: that of the document.

        Raises:
            ValueError: nothing was rendered.
            OSError: the place cannot be written.
        """
        if not self.files:
            raise ValueError("nothing was rendered: see the diagnostics")
        places = {each.beside(Path(path)): each.data for each in self.files}
        write_all_atomically(places)
        return next(iter(places))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of each document.

    Attributes:
        engine: what makes a PDF; None leaves the choice to the document.
        force: print a gap for each part that is missing or unreadable, in place of refusing.
        template: an office's own Word template; None takes the record's, the profile's or ours.
        font_paths: folders where faces are looked for first.
        ppi: pixels per inch of pictures.
        split: the main document and each appendix as files of their own.
        signed_at: when the document was signed, for the information box of what is split off.
    """

    to: Output = "docx"
    engine: Engine | None = None
    force: bool = False
    template: Path | None = None
    font_paths: tuple[Path, ...] = ()
    ppi: float = DEFAULT_PPI
    split: bool = False
    signed_at: datetime | None = None


def render_drafts(drafts: Iterable[Draft], wanted: Wanted) -> Iterator[Rendering]:
    """Render drafts in their order; those that go by LibreOffice share its calls."""
    if wanted.to == "docx":
        for draft in drafts:
            yield _finished(_prepared(draft, wanted))
        return
    waiting = iter(drafts)
    while some := [_prepared(draft, wanted) for draft in islice(waiting, _AT_ONCE)]:
        _convert([job for job in some if job.pieces and job.by_libreoffice])
        for job in some:
            yield _finished(job)


def template_of(record: Document | None) -> Path | None:
    """Find the template a record names, or else the profile of its lead body."""
    if record is None:
        return None
    issuers = record.agency if isinstance(record.agency, tuple) else ()
    named = (record.template, *(issuer.agency.template for issuer in issuers[:1]))
    return next((each.path for each in named if isinstance(each, TemplateFile)), None)


def all_findings(draft: Draft, template: Path | None) -> tuple[Diagnostic, ...]:
    """Give all findings of a draft, and those that keep it out of its template."""
    found = findings(draft)
    if template is None or draft.gapped is None:
        return found
    from vnadmindocs.layout.document import norms_of_record
    from vnadmindocs.writers.docx.template import lint_template

    # Warnings about the template belong to whoever keeps it, not to each letter.
    faults = lint_template(template, norms_of_record(draft.gapped))
    return (*found, *(each for each in faults if each.severity >= Severity.ERROR))


class _Job:
    """One document on its way.

    Attributes:
        pieces: what becomes a file each; none when the document is refused.
        office: the office's own template, prepared.
        lost: the parts a Word file has no place for.
        converted: the PDF that LibreOffice made of each piece that is typeset.
    """

    def __init__(self, draft: Draft, wanted: Wanted) -> None:
        self.draft = draft
        self.wanted = wanted
        self.template = wanted.template or template_of(draft.gapped)
        self.diagnostics = list(all_findings(draft, self.template))
        self.layout: Layout | None = None
        self.pieces: tuple[SplitFile, ...] = ()
        self.office: Prepared | None = None
        self.face: Face | None = None
        self.converted: list[bytes] = []
        self.lost: tuple[str, ...] = ()

    @property
    def by_libreoffice(self) -> bool:
        """Whether LibreOffice makes the PDF."""
        engine = self.wanted.engine or ("libreoffice" if self.template else "typst")
        return self.wanted.to != "docx" and engine == "libreoffice"

    @property
    def attached(self) -> tuple[FieldPath, ...]:
        """The paths of the PDF files that the record attaches."""
        return tuple(_attached(self.draft.gapped, ())) if self.draft.gapped is not None else ()

    def found(self, faults: Iterable[Fault]) -> bool:
        """Report faults; tell whether one of them keeps the document from being made."""
        new = placed(faults, self.draft.source)
        self.diagnostics += new
        return any(each.severity is Severity.FATAL for each in new)

    def has_fatal(self, family: str = "") -> bool:
        """Tell whether a fatal finding was made, of this family of codes."""
        return any(
            each.severity is Severity.FATAL and each.code.startswith(family)
            for each in self.diagnostics
        )


def _prepared(draft: Draft, wanted: Wanted) -> _Job:
    """Look at everything that may refuse a document, and lay it out."""
    job = _Job(draft, wanted)
    record = draft.gapped
    if record is None:
        return job
    refused = job.found(_faults_of_road(job))
    if wanted.to == "docx" and not wanted.split:
        job.lost = tuple("/".join(map(str, path)) for path in job.attached)
        job.found(Fault("APP003", path=path) for path in job.attached)
    refused |= (job.has_fatal() or draft.record is None) and not wanted.force
    if refused or (job.template is not None and job.has_fatal(OF_TEMPLATES)):
        return job
    job.layout = layout = _laid_out(job, record)
    if job.face is not None and not job.by_libreoffice:
        from vnadmindocs.writers.pdf.glyphs import glyph_faults

        if job.found(glyph_faults(layout, job.face)) and not wanted.force:
            return job
    job.pieces = _pieces(job, layout, record)
    return job


def _faults_of_road(job: _Job) -> Iterator[Fault]:
    """Find what the machine lacks for the road of this document."""
    wanted = job.wanted
    pictures_of_office = wanted.to == "png"
    if job.template is not None and wanted.engine == "typst" and wanted.to != "docx":
        yield Fault("OUT031", facts={"template": str(job.template)})
    typst = wanted.to != "docx" and (not job.by_libreoffice or pictures_of_office)
    if not (typst or (job.attached and (wanted.split or wanted.to != "docx"))):
        return
    missing = next((name for name in ("typst", "fontTools") if find_spec(name) is None), None)
    if missing is not None:
        yield Fault("OUT030", facts={"package": missing})
        return
    from vnadmindocs.fonts.faces import face_faults, find_face

    search = find_face(wanted.font_paths)
    job.face = search.face
    yield from face_faults(search)


def _laid_out(job: _Job, record: Document) -> Layout:
    from vnadmindocs.layout.document import lay_out, norms_of_record

    if job.template is None:
        return lay_out(record, left_out=job.draft.left_out)
    from vnadmindocs.writers.docx.template import open_office_template

    office = open_office_template(job.template, norms_of_record(record))
    job.office = office.prepared
    return lay_out(record, template=office.measures, left_out=job.draft.left_out)


def _pieces(job: _Job, layout: Layout, record: Document) -> tuple[SplitFile, ...]:
    """Give what becomes a file each; an attachment of its own comes after what is typeset."""
    from vnadmindocs.layout.splitting import SplitFile, split, split_faults

    wanted = job.wanted
    if not wanted.split:
        return (SplitFile("", layout),)
    job.found(split_faults(layout, record, wanted.signed_at))
    return split(layout, record, wanted.signed_at)


def _convert(jobs: Sequence[_Job]) -> None:
    """Let LibreOffice make the PDF of every piece of these documents in one call."""
    if not jobs:
        return
    from vnadmindocs.layout.words import words_of
    from vnadmindocs.writers.docx import write_docx
    from vnadmindocs.writers.libreoffice import convert

    layouts = [
        (job, _typeset_parts(piece.layout))
        for job in jobs
        for piece in job.pieces
        if piece.attachment is None
    ]
    made = convert(
        [write_docx(layout, job.office) for job, layout in layouts],
        expected=[words_of(layout) for _, layout in layouts],
    )
    for job in jobs:
        mine = [each for each, (of, _) in zip(made, layouts, strict=True) if of is job]
        job.found(fault for each in mine for fault in each.faults)
        if any(each.data is None for each in mine):
            job.pieces = ()
        job.converted = [each.data for each in mine if each.data is not None]


def _typeset_parts(layout: Layout) -> Layout:
    """Take out what is joined as it is; a Word file has no place for it."""
    parts = tuple(part for part in layout.parts if part.attachment is None)
    return layout if len(parts) == len(layout.parts) else replace(layout, parts=parts)


def _finished(job: _Job) -> Rendering:
    """Make the files of a document that was prepared."""
    files: list[File] = []
    claims: list[str] = []
    for piece in job.pieces:
        if piece.attachment is not None:
            made = [_copied(job, piece)]
        elif job.wanted.to == "docx":
            made = [_word_file(job, piece)]
        else:
            made = _pages(job, piece, claims)
        if not made:
            files.clear()
            break
        files += made
    diagnostics = tuple(sorted(job.diagnostics, key=lambda each: (each.place, each.code)))
    if job.layout is None or not files:
        return Rendering((), diagnostics)
    face = job.face if job.wanted.to != "docx" and not job.by_libreoffice else None
    return Rendering(
        tuple(files),
        diagnostics,
        job.layout.defaults,
        (*job.layout.left_out, *job.lost),
        f"{face.family} {face.version}" if face else "",
        claims[0] if claims else "",
    )


def _word_file(job: _Job, piece: SplitFile) -> File:
    from vnadmindocs.writers.docx import write_docx

    return File(piece.name, "docx", write_docx(_typeset_parts(piece.layout), job.office))


def _copied(job: _Job, piece: SplitFile) -> File:
    raise NotImplementedError


def _pages(job: _Job, piece: SplitFile, claims: list[str]) -> list[File]:
    """Make the PDF of a piece, or its pictures; nothing when typesetting was refused."""
    from vnadmindocs.writers.pdf import TypesettingError, write_pdf, write_png

    assert job.face is not None
    try:
        if job.wanted.to == "png":
            pages = write_png(piece.layout, job.face, ppi=job.wanted.ppi)
            several = len(pages) > 1
            return [
                File(f"{piece.name}-{number}" if several else piece.name, "png", page)
                for number, page in enumerate(pages, start=1)
            ]
        claims.append("PDF/A-2a")
        return [File(piece.name, "pdf", write_pdf(piece.layout, job.face))]
    except TypesettingError as refused:
        job.found([Fault("OUT040", facts={"reason": str(refused)})])
        return []


def _attached(record: Document, path: FieldPath) -> Iterator[FieldPath]:
    """Give the paths of the PDF files that a record and its appendices attach."""
    if path and record.file is not None and not isinstance(record.file, State):
        yield (*path, "file")
    if isinstance(record.appendices, tuple):
        for index, appendix in enumerate(record.appendices):
            yield from _attached(appendix, (*path, "appendices", index))

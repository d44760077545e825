"""One document on its way: what is known of it, and what refuses it before it is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Diagnostic, Place, Severity
from vnadmindocs.diagnostics.catalogue import stamp
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.notation.date import PartialDate, print_date
from vnadmindocs.record.data_fields import NAME as DATA_FIELDS
from vnadmindocs.record.document import Document
from vnadmindocs.record.draft import Draft, parts_holding
from vnadmindocs.record.fields import State
from vnadmindocs.record.placing import placed
from vnadmindocs.record.positions import FieldPath
from vnadmindocs.rendering.contents import with_page_numbers
from vnadmindocs.rendering.drawings import (
    draw,
    drawings_of_record,
    has_words,
    lacks_letters,
    lacks_package,
)
from vnadmindocs.rendering.findings import (
    narrow_faults,
    refusals,
    template_findings,
    template_of,
)
from vnadmindocs.rendering.pictures import too_large
from vnadmindocs.rendering.wanted import Wanted

if TYPE_CHECKING:
    from vnadmindocs.fonts.faces import Face
    from vnadmindocs.layout.places import PlacedBox
    from vnadmindocs.layout.shape import Layout
    from vnadmindocs.layout.split_file import SplitFile
    from vnadmindocs.writers.docx.prepared import Prepared
    from vnadmindocs.writers.libreoffice import Converted

_OF_TEMPLATES = "TPL"
_ELECTRONIC = "electronic"


class Job:
    """One document on its way.

    Attributes:
        pieces: what becomes a file each, a copy for each addressee where that is wanted; none
            when the document is refused.
        office: the office's own template, prepared.
        lacking: the characters that the face has no glyph for.
        lost: the parts a Word file has no place for, or that lose characters in a PDF.
        converted: the PDF that LibreOffice made of each piece that is typeset.
        places: where every ô stands, when that is asked for.
        drawn: a PNG of each drawing, for a Word file.
    """

    def __init__(self, draft: Draft, wanted: Wanted) -> None:
        self.draft = draft
        self.wanted = wanted
        self.template = wanted.template or template_of(draft.gapped)
        #: What was found on the way, beside the findings of the draft itself.
        self.added = list(template_findings(draft, self.template))
        fatal = (each for each in self.added if each.severity is Severity.FATAL)
        self._fatal = [*refusals(draft), *fatal]
        self.layout: Layout | None = None
        self.pieces: tuple[SplitFile, ...] = ()
        self.office: Prepared | None = None
        self.face: Face | None = None
        self.converted: list[Converted] = []
        self.places: list[PlacedBox] = []
        self.drawn: dict[bytes, bytes] = {}
        self.drawing_face: Face | None = None
        self.lost: tuple[str, ...] = ()
        self.lacking = ""

    @property
    def by_libreoffice(self) -> bool:
        """Whether LibreOffice makes the PDF."""
        engine = self.wanted.engine or ("libreoffice" if self.template else "typst")
        return self.wanted.to != "docx" and engine == "libreoffice"

    @property
    def face_name(self) -> str:
        """The face and its version; where LibreOffice chose, the families its PDF names."""
        if self.by_libreoffice:
            # «LiberationSerif-BoldItalic» is a style of «LiberationSerif».
            families = (face.partition("-")[0] for each in self.converted for face in each.faces)
            return ", ".join(dict.fromkeys(families))
        return f"{self.face.family} {self.face.version}" if self.face is not None else ""

    @property
    def attached(self) -> tuple[FieldPath, ...]:
        """The paths of the PDF files that the record attaches."""
        return tuple(_attached(self.draft.gapped, ())) if self.draft.gapped is not None else ()

    @property
    def sources(self) -> frozenset[Path]:
        """The files that the document is made of, resolved."""
        parts = self.layout.parts if self.layout is not None else ()
        attached = [part.attachment.path for part in parts if part.attachment is not None]
        template = [self.template] if self.template is not None else []
        named = (each.resolve() for each in (*attached, *template))
        return frozenset((*self.draft.files, *named))

    def found(self, faults: Iterable[Fault]) -> bool:
        """Report faults; tell whether one of them keeps the document from being made.

        A fault without a path is of the machine, the options or the document as a whole: no line
        of the record is shown as if it were wrong.
        """
        new: list[Diagnostic] = []
        for fault in faults:
            if fault.path:
                new += placed((fault,), self.draft.source)
            else:
                new.append(stamp(fault.code, Place(self.draft.file), fault.facts))
        self.added += new
        fatal = [each for each in new if each.severity is Severity.FATAL]
        self._fatal += fatal
        return bool(fatal)

    def has_fatal(self, family: str = "") -> bool:
        """Tell whether a fatal finding was made, of this family of codes."""
        return any(each.code.startswith(family) for each in self._fatal)


def prepared(draft: Draft, wanted: Wanted) -> Job:
    """Look at everything that may refuse a document, and lay it out."""
    job = Job(draft, wanted)
    record = draft.gapped
    if record is None:
        return job
    refused = job.found(_faults_of_road(job))
    refused |= (job.has_fatal() or draft.record is None) and not wanted.force
    if refused or (job.template is not None and job.has_fatal(_OF_TEMPLATES)):
        return job
    if job.face is not None and wanted.to != "docx" and job.found(too_large(record)):
        return job
    if wanted.signed_at is not None and not _shows_time_of_signing(record, wanted):
        job.found((Fault("OUT056"),))
    if record.is_copy and job.found(_faults_of_copy(record, wanted)):
        if not wanted.force:
            return job
        record, job.lost = record.model_copy(update={"original": State.GAP}), ("original",)
    typesets = wanted.to != "docx" and not job.by_libreoffice
    if typesets and job.face is not None and job.found(lacks_letters(record, job.face)):
        return job
    job.layout = layout = _laid_out(job, record)
    if layout.narrow:
        job.found(narrow_faults(layout))
    if _makes_word_file(job) and job.found(_drawn(job, record, layout)):
        return job
    if job.face is not None and not job.by_libreoffice and _lacks_letters(job, layout, job.face):
        return job
    pieces = _pieces(job, layout, record)
    if wanted.to == "docx":
        lost = tuple(_without_place(pieces))
        job.lost += tuple("/".join(map(str, path)) for path in lost)
        code = "APP030" if wanted.split else "APP003"
        if job.found(Fault(code, path=path) for path in lost) and not wanted.force:
            return job
    if wanted.to == "docx" or job.by_libreoffice:
        pieces, faults = with_page_numbers(pieces, wanted.font_paths)
        job.found(faults)
    job.pieces = pieces
    return job


def _shows_time_of_signing(record: Document, wanted: Wanted) -> bool:
    """Tell whether the time of signing is printed: on what is split off, on an electronic copy."""
    return record.issue == _ELECTRONIC if record.is_copy else wanted.split


def _faults_of_copy(record: Document, wanted: Wanted) -> Iterator[Fault]:
    """Find what a copy cannot be made as: a Word file of a PDF, several files."""
    from vnadmindocs.record.original import original_of

    original = original_of(record)
    if wanted.to == "docx" and original is not None and original.file is not None:
        yield Fault("CPY021", facts={"found": original.written}, path=("original",))
    if wanted.split:
        yield Fault("CPY022")
    date = original.record.date if original is not None and original.record is not None else None
    day = date.as_date if isinstance(date, PartialDate) else None
    if wanted.signed_at is not None and day is not None and isinstance(date, PartialDate):
        from vnadmindocs.notation.signing_time import in_vietnam, print_signing_time

        if in_vietnam(wanted.signed_at).date() < day:
            signed = "; ".join(print_signing_time(wanted.signed_at))
            facts = {"signed": signed, "date": print_date(date)}
            yield Fault("CPY023", facts=facts, path=("original",))


@cache
def _is_installed(package: str) -> bool:
    """Look for a package once a process: looking takes as long as the layout of a short letter."""
    return find_spec(package) is not None


def _lacks_letters(job: Job, layout: Layout, face: Face) -> bool:
    """Look for characters the face lacks; tell whether they keep the document from being made."""
    from vnadmindocs.writers.pdf.glyphs import glyph_faults, lacking, left_out_faults

    job.lacking = lacking(layout, face)
    if job.found(glyph_faults(job.lacking, face)) and not job.wanted.force:
        return True
    if job.lacking and job.wanted.to != "docx":
        job.found(left_out_faults(job.lacking, face))
        named = job.draft.left_out
        parts = parts_holding(job.draft, job.lacking)
        job.lost = tuple(part for part in parts if part not in named)
    return False


def _makes_word_file(job: Job) -> bool:
    return job.wanted.to == "docx" or job.by_libreoffice


def _drawn(job: Job, record: Document, layout: Layout) -> Iterator[Fault]:
    """Draw what a Word file holds as SVG, for the programs that show none."""
    if any(True for _ in drawings_of_record(record)):
        yield from draw(record, layout, job.drawing_face, job.drawn)


def _faults_of_drawings(job: Job, record: Document) -> Iterator[Fault]:
    """Find what the machine lacks to draw SVG for a Word file, and choose the face of its words."""
    if not any(True for _ in drawings_of_record(record)):
        return
    words = has_words(record)
    needed = ("typst", "fontTools") if words else ("typst",)
    missing = next((name for name in needed if not _is_installed(name)), None)
    if missing is not None:
        yield from lacks_package(record, missing)
    elif words:
        from vnadmindocs.fonts.faces import face_faults, find_face

        search = find_face(job.wanted.font_paths)
        job.drawing_face = search.face
        yield from face_faults(search)


def _faults_of_road(job: Job) -> Iterator[Fault]:
    """Find what the machine lacks for the road of this document, and choose the face."""
    wanted = job.wanted
    if job.draft.gapped is not None and job.draft.gapped.data_fields is not None:
        yield Fault("LST013", path=(DATA_FIELDS,), of_key=True)
    if job.template is not None and wanted.engine == "typst" and wanted.to != "docx":
        yield Fault("OUT031", facts={"template": str(job.template)})
    if wanted.asks_places and job.by_libreoffice:
        yield Fault("OUT033")
    if _makes_word_file(job) and job.draft.gapped is not None:
        yield from _faults_of_drawings(job, job.draft.gapped)
    typeset = (wanted.to != "docx" and not job.by_libreoffice) or _has_stamps(job)
    # Pictures of pages that LibreOffice made are drawn by Typst too, which needs no face for it.
    if not typeset and wanted.to != "png":
        return
    missing = next((name for name in ("typst", "fontTools") if not _is_installed(name)), None)
    if missing is not None:
        yield Fault("OUT030", facts={"package": missing})
    elif typeset:
        from vnadmindocs.fonts.faces import face_faults, find_face

        search = find_face(wanted.font_paths)
        job.face = search.face
        yield from face_faults(search)


def _has_stamps(job: Job) -> bool:
    """Tell whether words of ours go over a PDF file that the record attaches or copies."""
    if job.draft.gapped is not None and job.draft.gapped.is_copy:
        return job.wanted.to != "docx"
    if job.wanted.split:
        return bool(job.attached)
    if job.wanted.to == "docx" or job.draft.gapped is None:
        return False
    return any(_asks_for_stamp(job.draft.gapped, path) for path in job.attached)


def _asks_for_stamp(record: Document, path: FieldPath) -> bool:
    """Tell whether the appendix whose file is at ``path`` is to be labelled."""
    for step in path[1:-1:2]:
        assert isinstance(record.appendices, tuple)
        record = record.appendices[int(step)]
    return isinstance(record.stamp, str)


def _laid_out(job: Job, record: Document) -> Layout:
    from vnadmindocs.layout.document import lay_out, norms_of_record

    signed_at = job.wanted.signed_at
    if job.template is None:
        return lay_out(record, left_out=job.draft.left_out, signed_at=signed_at)
    from vnadmindocs.writers.docx.template import open_office_template

    office = open_office_template(job.template, norms_of_record(record))
    job.office = office.prepared
    return lay_out(
        record, template=office.measures, left_out=job.draft.left_out, signed_at=signed_at
    )


def _pieces(job: Job, layout: Layout, record: Document) -> tuple[SplitFile, ...]:
    """Give what becomes a file each; an attachment of its own comes after what is typeset."""
    pieces = _of_one(job, layout, record)
    if not job.wanted.per_recipient:
        return pieces
    from vnadmindocs.rendering.per_recipient import copies

    each = copies(record)
    if not each:
        job.found((Fault("OUT054", path=("addressees",)),))
        return pieces
    # What is split off is the same for all: it names no addressee.
    return (
        *(_addressed(job, copy.record, copy.name, pieces[0]) for copy in each),
        *pieces[1:],
    )


def _addressed(job: Job, record: Document, name: str, whole: SplitFile) -> SplitFile:
    """Lay the main file out again for one addressee."""
    layout = _laid_out(job, record)
    if job.wanted.split:
        from vnadmindocs.layout.splitting import split

        layout = split(layout, record, job.wanted.signed_at)[0].layout
    return replace(whole, name=name, layout=layout)


def _of_one(job: Job, layout: Layout, record: Document) -> tuple[SplitFile, ...]:
    """Give the files of one document."""
    wanted = job.wanted
    if not wanted.split or record.is_copy:
        from vnadmindocs.layout.split_file import SplitFile

        return (SplitFile("", layout),)
    from vnadmindocs.layout.splitting import split, split_faults

    job.found(split_faults(layout, record, wanted.signed_at))
    return split(layout, record, wanted.signed_at)


def _without_place(pieces: Iterable[SplitFile]) -> Iterator[FieldPath]:
    """Give the paths of the PDF files that would have to stand inside a Word file."""
    for piece in pieces:
        for part in piece.layout.parts[1 if piece.attachment is not None else 0 :]:
            if part.attachment is not None:
                yield part.attachment.field_path


def _attached(record: Document, path: FieldPath) -> Iterator[FieldPath]:
    """Give the paths of the PDF files that a record and its appendices attach."""
    if path and record.file is not None and not isinstance(record.file, State):
        yield (*path, "file")
    if isinstance(record.appendices, tuple):
        for index, appendix in enumerate(record.appendices):
            yield from _attached(appendix, (*path, "appendices", index))

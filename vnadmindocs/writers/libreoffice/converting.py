"""Word files in, PDF files out: calls, second tries, judgement."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.diagnostics.system_reason import system_reason
from vnadmindocs.values import dataclass
from vnadmindocs.writers.libreoffice.asked import Asked, read_asked
from vnadmindocs.writers.libreoffice.program import find_program

# Offices that convert hundreds of files in one process end by themselves.
_FILES_A_CALL = 50
# The limit is for a program that hangs, on a machine that is busy; not a measure of its speed.
_SECONDS_A_CALL = 60.0
_SECONDS_A_FILE = 5.0
_BYTES_A_SECOND = 50_000
# When so many files in a row are not done in time even alone, the program is at fault.
_PATIENCE = 2
_WORDS_SHOWN = 5
_LETTERS_SHOWN = 20
_TIME_LIMIT, _NOT_STARTED, _TORN = "OUT021", "OUT026", "OUT027"
_EXPORT = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"UseLosslessCompression":{"type":"boolean","value":"true"}}'
)


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of a Word file.

    Attributes:
        data: the PDF; None when there is none that can be trusted.
        faults: why there is none, or what is to be said of it.
        pages: how many pages it has.
        conformance: what the file declares itself, such as ``PDF/A-2b``: LibreOffice's statement.
        faces: faces of its letters and digits, as the file names them.
    """

    data: bytes | None
    faults: tuple[Fault, ...] = ()
    pages: int = 0
    conformance: str = ""
    faces: tuple[str, ...] = ()


def time_limit(documents: Sequence[bytes]) -> float:
    """Give the seconds one call may take: a minute, 5 s a file, 1 s for each 50 kB of XML."""
    return _limit([read_asked(document) for document in documents])


def _limit(asked: Sequence[Asked]) -> float:
    size = sum(each.size for each in asked)
    return _SECONDS_A_CALL + _SECONDS_A_FILE * len(asked) + size / _BYTES_A_SECOND


def convert(
    documents: Sequence[bytes],
    *,
    seconds: float | None = None,
    program: str | Path | None = None,
    expected: Sequence[str] | None = None,
) -> tuple[Converted, ...]:
    """Convert Word files, as many as fit in one call, at once.

    A file that fails is tried once more, alone. May be called by several threads.

    Args:
        documents: .docx files.
        seconds: time limit of each call; that of ``time_limit`` when None.
        program: the program to run; found by itself when None.
        expected: for each document the words its PDF must have; those of the document itself when
            None.

    Returns:
        What became of each document, in their order.

    Raises:
        ValueError: a document is no Word file.
    """
    asked = [read_asked(document) for document in documents]
    words = [each.words for each in asked] if expected is None else list(expected)
    office = find_program() if program is None else Path(program)
    if office is None:
        return tuple(Converted(None, (Fault("OUT020"),)) for _ in documents)
    done: list[Converted] = []
    for first in range(0, len(documents), _FILES_A_CALL):
        part = slice(first, first + _FILES_A_CALL)
        done += _call(office, documents[part], asked[part], words[part], seconds)
    late = 0
    for place, converted in enumerate(done):
        if converted.data is None and late < _PATIENCE and _may_be_better(converted):
            alone = slice(place, place + 1)
            (done[place],) = _call(office, documents[alone], asked[alone], words[alone], seconds)
            late = late + 1 if _is_late(done[place]) else 0
    return tuple(done)


def _is_late(converted: Converted) -> bool:
    return any(fault.code == _TIME_LIMIT for fault in converted.faults)


def _may_be_better(converted: Converted) -> bool:
    """Tell whether a second try makes sense: not where a program or a face is at fault."""
    return all(fault.code not in {_NOT_STARTED, _TORN} for fault in converted.faults)


def _call(
    program: Path,
    documents: Sequence[bytes],
    asked: Sequence[Asked],
    words: Sequence[str],
    seconds: float | None,
) -> list[Converted]:
    """Convert by one call and judge what it made."""
    from vnadmindocs.writers.libreoffice.running import run

    limit = _limit(asked) if seconds is None else seconds
    files = {f"d{place}.docx": document for place, document in enumerate(documents)}
    ran = run(program, ["--convert-to", _EXPORT, "--outdir", "out", *files], files, seconds=limit)
    if ran.refused is not None:
        facts = {"program": str(program), "reason": system_reason(ran.refused)}
        return [Converted(None, (Fault(_NOT_STARTED, facts=facts),)) for _ in documents]
    if ran.timed_out:
        nothing = Fault(_TIME_LIMIT, facts={"seconds": f"{round(limit, 1):g}"})
    elif ran.said:
        nothing = Fault("OUT023", facts={"said": ran.said})
    else:
        nothing = Fault("OUT022")
    return [
        _judged(ran.made.get(f"d{place}.pdf"), asked[place], words[place], nothing)
        for place in range(len(documents))
    ]


def _judged(made: bytes | None, asked: Asked, words: str, nothing: Fault) -> Converted:
    """Take a PDF or refuse it.

    Letters in a face that was not asked for are an error, for the decree names the face; the file
    is still whole. Where LibreOffice takes single letters from another face or composes them, the
    words cannot be read from the file any more: then there is none.
    """
    if made is None:
        return Converted(None, (nothing,))
    from vnadmindocs.writers.libreoffice import proof
    from vnadmindocs.writers.libreoffice.settling import settle

    reading = proof.read_pdf(made)
    if reading is None:
        # Killed while it wrote: the limit is the cause.
        late = nothing.code == _TIME_LIMIT
        return Converted(None, (nothing if late else Fault("OUT024"),))
    foreign = proof.foreign_faces(asked.faces, reading.letters)
    missing = proof.missing_words(words, reading.words)
    if missing:
        # The reading by pypdf has the last word.
        reading = proof.read_pdf(made, thorough=True) or reading
        missing = proof.missing_words(words, reading.words)
    if missing:
        facts: dict[str, object] = {"found": " ".join(missing[:_WORDS_SHOWN])}
        if foreign or proof.only_marks_are_wrong(missing, reading.words):
            facts["faces"] = ", ".join(reading.letters)
            return Converted(None, (Fault(_TORN, facts=facts),))
        return Converted(None, (Fault("OUT025", facts={**facts, "count": len(missing)}),))
    of_faces = {
        "found": ", ".join(foreign),
        "letters": "".join(sorted(set("".join(foreign.values()))))[:_LETTERS_SHOWN],
        "asked": ", ".join(sorted(asked.faces)),
    }
    return Converted(
        data=settle(made, asked.moment),
        faults=(Fault("OUT028", facts=of_faces),) if foreign else (),
        pages=reading.pages,
        conformance=reading.conformance,
        faces=tuple(sorted(reading.letters)),
    )

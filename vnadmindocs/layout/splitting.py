"""A document in several files: the main document, then each appendix in a file of its own.

An appendix of an attached document stays in the file of that document: it is issued with it and
not by itself. A PDF joined as it is holds nothing but itself, so what is under one has files of
its own. Words are those of the whole document; what is added is the information box.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.law.norms import Norms
from vnadmindocs.layout.appendix import appendix_labels
from vnadmindocs.layout.document import norms_of_record
from vnadmindocs.layout.file_names import file_names
from vnadmindocs.layout.information_box import information_line, with_information
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.renumbering import with_own_footnotes
from vnadmindocs.layout.shape import Layout
from vnadmindocs.layout.sheet import sheet_of
from vnadmindocs.layout.split_file import SplitFile
from vnadmindocs.layout.subject import printed_type_name
from vnadmindocs.notation.date import PartialDate, print_date
from vnadmindocs.notation.signing_time import in_vietnam, print_signing_time
from vnadmindocs.notation.symbol import Number
from vnadmindocs.record.document import Document
from vnadmindocs.values import dataclass

_ELECTRONIC = "electronic"
_NOTHING_TO_SPLIT = "OUT050"
_NOT_ELECTRONIC = "OUT051"
_SIGNED_TOO_EARLY = "OUT052"


@dataclass(frozen=True, slots=True)
class _Piece:
    """An appendix with those that stay in its file: parts ``start`` to ``end`` of the whole."""

    record: Document
    path: str
    label: str
    start: int
    end: int


def split(
    layout: Layout, record: Document, signed_at: datetime | None = None
) -> tuple[SplitFile, ...]:
    """Take a document apart into the files it is sent as, the main document first.

    Args:
        layout: the whole document.
        record: the record or draft it was laid out from.
        signed_at: when the appendices' files are signed; Vietnam's time where it names no zone.
            None leaves gaps for whoever signs.
    """
    norms = norms_of_record(record)
    sheet = sheet_of(norms)
    pieces = tuple(_under(layout, PartContext(record, sheet, record), 1))
    line = information_line(record, signed_at)
    names = file_names([piece.label for piece in pieces])
    return (
        SplitFile("", _main(layout)),
        *(
            SplitFile(name, _file(layout, piece, line, norms))
            for name, piece in zip(names, pieces, strict=True)
        ),
    )


def split_faults(
    layout: Layout, record: Document, signed_at: datetime | None = None
) -> tuple[Fault, ...]:
    """Find what is odd about taking a document apart; arguments as ``split``.

    OUT050: there is no appendix. OUT051: a reference line is filled in as on paper, which an
    electronic document leaves to the box. OUT052: signed before the day of the document.
    """
    if len(layout.parts) == 1:
        return (Fault(_NOTHING_TO_SPLIT),)
    faults = []
    number = record.number.number if isinstance(record.number, Number) else ""
    dated = record.date if isinstance(record.date, PartialDate) else PartialDate()
    composed = any(name.endswith("/reference") for name in layout.defaults)
    if record.issue != _ELECTRONIC and composed and (number or dated != PartialDate()):
        faults.append(Fault(_NOT_ELECTRONIC, path=("appendices",), of_key=True))
    day = dated.as_date
    if signed_at is not None and day is not None and in_vietnam(signed_at).date() < day:
        signed = "; ".join(print_signing_time(signed_at))
        facts = {"signed": signed, "date": print_date(dated)}
        faults.append(Fault(_SIGNED_TOO_EARLY, facts=facts, path=("date",)))
    return tuple(faults)


def _under(layout: Layout, context: PartContext, start: int) -> Iterator[_Piece]:
    """Yield the files of the appendices right under a record, whose parts begin at ``start``."""
    appendices = _appendices(context.record)
    labels = appendix_labels(context, appendices)
    for index, (record, label) in enumerate(zip(appendices, labels, strict=True)):
        end = start + _count(record)
        path = f"{context.path}/appendices/{index}".lstrip("/")
        name = label or printed_type_name(record) or record.type.words
        if layout.parts[start].attachment is None:
            yield _Piece(record, path, name, start, end)
        else:
            yield _Piece(record, path, name, start, start + 1)
            inner = PartContext(record, context.sheet, context.main, path)
            yield from _under(layout, inner, start + 1)
        start = end


def _appendices(record: Document) -> Sequence[Document]:
    return record.appendices if isinstance(record.appendices, tuple) else ()


def _count(record: Document) -> int:
    """Count the parts of a record: itself and whatever is under it."""
    return 1 + sum(_count(each) for each in _appendices(record))


def _main(layout: Layout) -> Layout:
    parts, footnotes = with_own_footnotes(layout.parts[:1], layout.footnotes)
    own = tuple(name for name in layout.defaults if not name.startswith("appendices/"))
    return replace(layout, parts=parts, footnotes=footnotes, defaults=own)


def _file(layout: Layout, piece: _Piece, line: str, norms: Norms) -> Layout:
    parts, footnotes = with_own_footnotes(layout.parts[piece.start : piece.end], layout.footnotes)
    first = parts[0]
    section = with_information(first.section, "information_box", (line,), norms, layout.styles)
    law = piece.record.type.law
    name = law.name.vi if law is not None else piece.record.type.words
    return replace(
        layout,
        metadata=replace(layout.metadata, title=first.title or name, subject=name),
        parts=(replace(first, section=section), *parts[1:]),
        footnotes=footnotes,
        defaults=tuple(each for each in layout.defaults if each.startswith(f"{piece.path}/")),
        left_out=(),
        main=layout.parts[0],
    )

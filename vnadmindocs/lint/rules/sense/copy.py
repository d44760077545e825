"""Rules about copies (Đ.25, PL1·P2): what they are made of, and what they print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import fold
from vnadmindocs.lint.field_name import field_name
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.date import PartialDate, print_date
from vnadmindocs.notation.symbol import Number
from vnadmindocs.record.document import Document
from vnadmindocs.record.fields import State

if TYPE_CHECKING:
    from vnadmindocs.record.original import Original
    from vnadmindocs.record.pdf_pages import PdfPages

_FULL_COPY, _RECOPY, _EXTRACT = "full_copy", "recopy", "extract"
_ELECTRONIC = "electronic"
_NUMBER = Text(vi="số", en="number")
_DATE = Text(vi="ngày đầy đủ", en="full date")
_AND = Text(vi=" và ", en=" and ")
# What the block of a copy prints, or what says how the copy is made.
_OF_A_COPY = frozenset(
    (
        "type", "agency", "number", "symbol", "place", "date", "recipients", "archive",
        "signature", "drafter", "copies", "issue", "original", "passages", "register",
    )
)  # fmt: skip
# What belongs to pages of our own around a PDF.
_AROUND_A_FILE = frozenset(("size_set", "block_at"))
# What the block prints, which an electronic copy has not.
_IN_THE_BLOCK = (
    "number", "symbol", "place", "date", "recipients", "archive", "signature", "drafter", "copies",
    "block_at",
)  # fmt: skip


def is_copy(record: Document) -> bool:
    """Tell whether a record is a copy."""
    return record.is_copy


def _original(record: Document) -> Original | None:
    from vnadmindocs.record.original import original_of

    return original_of(record)


def _copied(record: Document) -> Document | None:
    original = _original(record)
    return original.record if original is not None else None


def _field(record: Document, name: str) -> object:
    """Give a field that a copy alone has; None for every other document."""
    return getattr(record, name, None)


def _form(record: Document) -> Text:
    law = record.type.law
    assert law is not None
    return law.name


@rule("CPY001", needs=("type", "original"), where=is_copy, fatal=True)
def nothing_is_copied(record: Document) -> Iterator[Fault]:
    """Find a copy that leaves open what it is a copy of."""
    if record.is_copy and isinstance(_field(record, "original"), State):
        yield Fault("CPY001", path=("original",), of_key=True)


@rule("CPY002", needs=("type", "original"), where=is_copy)
def recopy_is_not_of_a_full_copy(record: Document) -> Iterator[Fault]:
    """Find a sao lục of something else than a sao y."""
    original = _original(record)
    if original is None or record.type.key != _RECOPY:
        return
    if original.record is not None:
        kind = original.record.type
        if kind.key != _FULL_COPY:
            found = kind.law.name if kind.law is not None else kind.words
            yield Fault("CPY002", facts={"found": found}, path=("original",))
        return
    pages = _pages(original)
    words = [fold(page.words) for page in pages.pages] if pages is not None else []
    if all(words) and words and not any("sao_y" in each for each in words):
        yield Fault("CPY002", facts={"found": original.written}, path=("original",))


@rule("CPY003", needs=("type", "original"), where=is_copy)
def copy_is_of_a_copy(record: Document) -> Iterator[Fault]:
    """Find a sao y or trích sao of what is a copy already."""
    copied = _copied(record)
    if copied is not None and copied.is_copy and record.type.key != _RECOPY:
        facts = {"found": _form(copied), "form": _form(record)}
        yield Fault("CPY003", facts=facts, path=("original",))


@rule("CPY004", needs=("type", "number", "symbol"), where=is_copy)
def symbol_is_of_another_form(record: Document) -> Iterator[Fault]:
    """Find a symbol that does not open with SY, SL or TrS as the form of copy asks."""
    law = record.type.law
    if law is None or not law.is_copy:
        return
    number = record.number.symbol if isinstance(record.number, Number) else ""
    symbol = record.symbol if isinstance(record.symbol, str) else ""
    for field, written in (("number", number), ("symbol", symbol)):
        if written and written.partition("-")[0] != law.abbreviation:
            facts = {"found": written, "expected": law.abbreviation, "form": law.name}
            yield Fault("CPY004", facts=facts, path=(field,))
            return


@rule("CPY005", needs=("type", "date", "original"), where=is_copy)
def copy_is_older_than_what_it_copies(record: Document) -> Iterator[Fault]:
    """Find a copy dated before the day of the document that is copied."""
    copied = _copied(record)
    if copied is None:
        return
    own, other = record.date, copied.date
    if not isinstance(own, PartialDate) or not isinstance(other, PartialDate):
        return
    day, before = own.as_date, other.as_date
    if day is not None and before is not None and day < before:
        facts = {"found": print_date(own), "original": print_date(other)}
        yield Fault("CPY005", facts=facts, path=("date",))


@rule("CPY006", needs=("type", "original", "passages"), where=is_copy, fatal=True)
def extract_says_no_parts(record: Document) -> Iterator[Fault]:
    """Find a trích sao that does not say what it takes."""
    if record.type.key == _EXTRACT and not isinstance(_field(record, "passages"), tuple):
        if _field(record, "passages") is None:
            yield Fault("CPY006")
        else:
            yield Fault("CPY006", path=("passages",), of_key=True)


@rule("CPY007", needs=("type", "original", "passages"), where=is_copy, fatal=True)
def part_is_not_there(record: Document) -> Iterator[Fault]:
    """Find a part that the document copied does not have."""
    yield from _faults_of_parts(record, "CPY007")


@rule("CPY008", needs=("type", "original", "passages"), where=is_copy, fatal=True)
def part_is_not_one(record: Document) -> Iterator[Fault]:
    """Find the name of a part that the document copied has several of."""
    yield from _faults_of_parts(record, "CPY008")


def _faults_of_parts(record: Document, code: str) -> Iterator[Fault]:
    copied, passages = _copied(record), _field(record, "passages")
    if copied is None or record.type.key != _EXTRACT or not isinstance(passages, tuple):
        return
    from vnadmindocs.record.extract import extract_of

    yield from (each for each in extract_of(copied, passages).faults if each.code == code)


@rule("CPY009", needs=("type", "passages"), where=is_copy)
def whole_copy_has_parts(record: Document) -> Iterator[Fault]:
    """Find parts named in a copy of the whole."""
    if record.type.key != _EXTRACT and isinstance(_field(record, "passages"), tuple):
        yield Fault("CPY009", facts={"form": _form(record)}, path=("passages",), of_key=True)


@rule("CPY012", needs=("type", "original"), where=is_copy, fatal=True)
def extract_is_of_a_file(record: Document) -> Iterator[Fault]:
    """Find a trích sao of a PDF, which cannot be made anew."""
    original = _original(record)
    if record.type.key == _EXTRACT and original is not None and original.file is not None:
        yield Fault("CPY012", facts={"found": original.written}, path=("original",))


@rule("CPY013", needs=("type", "original"), where=is_copy)
def copy_does_not_print_it(record: Document) -> Iterator[Fault]:
    """Find fields of a document that do nothing in a copy."""
    if not record.is_copy:
        return
    original = _original(record)
    of_file = original is not None and original.file is not None
    used = _OF_A_COPY | _AROUND_A_FILE if of_file else _OF_A_COPY
    for name in type(record).model_fields:
        written = getattr(record, name)
        if name not in used and written and not isinstance(written, State):
            yield Fault("CPY013", facts={"field": field_name(name)}, path=(name,), of_key=True)


@rule("CPY014", needs=("type", *_IN_THE_BLOCK), where=is_copy)
def electronic_copy_does_not_print_it(record: Document) -> Iterator[Fault]:
    """Find what a copy on paper would print and an electronic one does not."""
    if record.issue != _ELECTRONIC or not record.is_copy:
        return
    names = [
        name
        for name in _IN_THE_BLOCK
        if (written := getattr(record, name, None)) and not isinstance(written, State)
    ]
    if names:
        words = [field_name(name) for name in names]
        field = Text(
            vi="», «".join(each.vi for each in words), en="», «".join(each.en for each in words)
        )
        yield Fault("CPY014", facts={"field": field}, path=(names[0],), of_key=True)


@rule("CPY015", needs=("type", "issue", "original"), where=is_copy)
def copy_from_electronic_to_electronic(record: Document) -> Iterator[Fault]:
    """Find an electronic sao y or sao lục of an electronic document."""
    copied = _copied(record)
    if copied is None or record.type.key == _EXTRACT:
        return
    if record.issue == copied.issue == _ELECTRONIC:
        yield Fault("CPY015", facts={"form": _form(record)}, path=("issue",))


@rule("CPY016", needs=("type", "original"), where=is_copy)
def draft_is_copied(record: Document) -> Iterator[Fault]:
    """Find a copy of a document without number or date: it has not been issued."""
    copied = _copied(record)
    if copied is None:
        return
    law = copied.type.law
    lacking = []
    if copied.number is not State.OMITTED:
        number = copied.number.number if isinstance(copied.number, Number) else ""
        lacking += [] if number else [_NUMBER]
    if copied.date is not State.OMITTED and (law is None or law.place_date):
        day = copied.date.as_date if isinstance(copied.date, PartialDate) else None
        lacking += [] if day else [_DATE]
    if lacking:
        what = Text(
            vi=_AND.vi.join(each.vi for each in lacking),
            en=_AND.en.join(each.en for each in lacking),
        )
        yield Fault("CPY016", facts={"what": what}, path=("original",))


@rule("CPY017", needs=("type", "original"), where=is_copy)
def secret_is_copied(record: Document) -> Iterator[Fault]:
    """Find a copy of a document with a secrecy mark (Đ.27.2)."""
    copied = _copied(record)
    if copied is not None and isinstance(copied.secrecy, str):
        yield Fault("CPY017", path=("original",))


@rule("CPY018", needs=("type", "issue", "original"), where=is_copy)
def scan_is_of_an_old_version(record: Document) -> Iterator[Fault]:
    """Find a scan in a version of PDF before that of the decree."""
    original, pages = _scan(record)
    least = _least("scan.pdf_version")
    try:
        version = float(pages.version) if pages is not None else least
    except ValueError:
        return
    if original is not None and pages is not None and version < least:
        facts = {"found": original.written, "version": pages.version, "least": f"{least:g}"}
        yield Fault("CPY018", facts=facts, path=("original",))


@rule("CPY019", needs=("type", "issue", "original"), where=is_copy)
def scan_is_too_coarse(record: Document) -> Iterator[Fault]:
    """Find the first page of a scan that has fewer dots than the decree asks for."""
    original, pages = _scan(record)
    least = _least("scan.resolution")
    for number, page in enumerate(pages.pages if pages is not None else (), start=1):
        if original is not None and 0 < page.dpi < least:
            facts = {
                "found": original.written, "page": number, "dpi": page.dpi, "least": f"{least:g}"
            }  # fmt: skip
            yield Fault("CPY019", facts=facts, path=("original",))
            return


def _scan(record: Document) -> tuple[Original | None, PdfPages | None]:
    """Give the PDF that an electronic copy shows as it is, and its pages."""
    original = _original(record)
    if record.issue != _ELECTRONIC or original is None:
        return None, None
    return original, _pages(original)


def _pages(original: Original) -> PdfPages | None:
    if original.file is None:
        return None
    from vnadmindocs.record.pdf_pages import pages_of

    return pages_of(original.file.path)


def _least(norm: str) -> float:
    from vnadmindocs.law.norms import norms

    return norms("large")[norm].low

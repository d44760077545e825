"""Rules about the marks of urgency and secrecy and the circulation note (PL1·P1·III.2)."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import fold
from vnadmindocs.law.wording import wordings
from vnadmindocs.lint.field_name import field_name
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.date import PartialDate, print_date
from vnadmindocs.record.document import Document
from vnadmindocs.record.fields import State

_FLASH = "flash"


def has_due(record: Document) -> bool:
    """Tell whether a record says by which hour it must be delivered."""
    return record.due is not None and record.due is not State.OMITTED


def has_circulation(record: Document) -> bool:
    """Tell whether a record has a circulation note."""
    return isinstance(record.circulation, str)


@rule("MRK001", needs=("urgency", "due"), where=has_due)
def hour_without_flash(record: Document) -> Iterator[Fault]:
    """Find an hour of delivery beside another mark than HỎA TỐC, or beside none."""
    if has_due(record) and record.urgency != _FLASH:
        yield Fault("MRK001", path=("due",), of_key=True)


@rule("MRK002", needs=("date", "due"), where=has_due)
def due_before_the_document(record: Document) -> Iterator[Fault]:
    """Find a day of delivery that is over before the document is issued."""
    date, due = record.date, getattr(record.due, "day", None)
    day = date.as_date if isinstance(date, PartialDate) else None
    if due is not None and day is not None and due < day and isinstance(date, PartialDate):
        facts = {"found": record.due.words, "date": print_date(date)}
        yield Fault("MRK002", facts=facts, path=("due",))


@rule("MRK003", needs=("date", "urgency", "due"), where=has_due)
def hour_is_no_level_of_the_decree(record: Document) -> Iterator[Fault]:
    """Point out that the decree has three levels, and none with an hour."""
    # An hour that is wrong is mended first.
    if has_due(record) and record.urgency == _FLASH and not any(due_before_the_document(record)):
        yield Fault("MRK003", path=("due",), of_key=True)


@rule("MRK004", needs=("circulation",), where=has_circulation)
def mark_in_the_circulation_note(record: Document) -> Iterator[Fault]:
    """Find a mark of secrecy or urgency written where the circulation note stands."""
    if not isinstance(record.circulation, str):
        return
    for number, line in enumerate(record.circulation.split("\n")):
        for field in ("secrecy", "urgency"):
            if fold(line.strip(" .!")) in _marks(field):
                facts = {"found": line.strip(), "field": field_name(field)}
                yield Fault("MRK004", line=number, facts=facts, path=("circulation",))


def _marks(field: str) -> frozenset[str]:
    known = wordings()
    return frozenset(
        fold(each) for key in known if key.startswith(f"{field}.") for each in known[key].accepted
    )

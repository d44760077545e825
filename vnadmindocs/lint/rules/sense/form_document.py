"""Rules about documents whose form has fields of its own: a giấy mời, a biên bản, a hợp đồng."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import fold
from vnadmindocs.lint.field_name import field_name
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.block import BlockKind
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.moment import Moment
from vnadmindocs.notation.person import named_people, read_person
from vnadmindocs.pattern import pattern
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.positions import FieldPath

_DAYS = pattern(r"0*(\d{1,3})\s+ngày\b")
_PERIODS = (("started", "ended"), ("first_day", "last_day"))


def has_form(record: Document) -> bool:
    """Tell whether the type of a record has a form with fields of its own."""
    return record.type.law is not None and bool(record.type.law.fields)


@rule("BDY050", needs=("type", "agency", "body", "signature", "file"), where=has_form)
def part_of_a_form_is_missing(record: Document) -> Iterator[Fault]:
    """Find a part that a form asks for and neither its field nor the body has."""
    from vnadmindocs.record.form_document import FormDocument, says

    body = record.body
    law = record.type.law
    # What is a file, or left empty for the pen, says it or will.
    if not isinstance(record, FormDocument) or law is None or record.file is not None:
        return
    if body is not None and not isinstance(body, RecordBody):
        return
    if isinstance(body, RecordBody) and _has_tables(body):
        return
    written = _written(record)
    for line in record.lines:
        if not line.asked or getattr(record, line.of) is not None or says(written, line.asked):
            continue
        # The bodies that issue an agreement together are its parties.
        if line.kind == "parties" and isinstance(record.agency, tuple) and len(record.agency) > 1:
            continue
        yield Fault(
            "BDY050", facts={"type": law.name, "field": field_name(line.of)}, path=("type",)
        )


def _written(record: Document) -> str:
    """Give what is said in words: in the body, and above the names of those who sign."""
    body = record.body
    words = [block.text for block in body.body.blocks] if isinstance(body, RecordBody) else []
    if isinstance(record.signature, tuple):
        words += [line for block in record.signature for line in block.authority]
    return "\n".join(words)


def _has_tables(body: RecordBody) -> bool:
    return any(block.kind is BlockKind.TABLE for block in body.body.blocks)


@rule("BDY051", needs=("type", "duration", "first_day", "last_day"), where=has_form)
def longer_than_its_period(record: Document) -> Iterator[Fault]:
    """Find a leave of more days than lie between its first day and its last."""
    first, last = _day(record, "first_day"), _day(record, "last_day")
    duration = getattr(record, "duration", None)
    if first is None or last is None or last < first or not isinstance(duration, str):
        return
    found = _DAYS.match(duration)
    days = (last - first).days + 1
    if found is not None and int(found[1]) > days:
        yield Fault("BDY051", facts={"found": duration, "days": days}, path=("duration",))


@rule("DAT010", needs=("type", "started", "ended", "first_day", "last_day"), where=has_form)
def ends_before_it_begins(record: Document) -> Iterator[Fault]:
    """Find a meeting or a leave whose end lies before its beginning."""
    for first, last in _PERIODS:
        begins, ends = _moment(record, first), _moment(record, last)
        if begins is not None and ends is not None and ends.is_before(begins):
            facts = {"found": ends.words, "first": field_name(first), "begins": begins.words}
            yield Fault("DAT010", facts=facts, path=(last,))


@rule("DAT011", needs=("type", "date", "time", "validity"), where=has_form)
def before_the_day_of_issue(record: Document) -> Iterator[Fault]:
    """Find a meeting people are invited to, or the end of a validity, before the day of issue."""
    issued = record.date.as_date if isinstance(record.date, PartialDate) else None
    for field in ("time", "validity"):
        moment = _moment(record, field)
        if issued is not None and moment is not None and moment.day and moment.day < issued:
            facts = {"field": field_name(field), "found": moment.words}
            yield Fault("DAT011", facts=facts, path=(field,))


def _moment(record: Document, field: str) -> Moment | None:
    value = getattr(record, field, None)
    if isinstance(value, Moment):
        return value
    if isinstance(value, PartialDate) and value.is_full:
        day = value.as_date
        assert day is not None
        return Moment(f"{day.day}/{day.month}/{day.year}", day=day)
    return None


def _day(record: Document, field: str) -> datetime.date | None:
    moment = _moment(record, field)
    return moment.day if moment is not None else None


@rule("SIG040", needs=("type", "agency", "signature"), where=has_form)
def secretary_or_chair_does_not_sign(record: Document) -> Iterator[Fault]:
    """Find minutes that one person signs: secretary and chair sign them (PL3·1.9)."""
    count = _blocks(record)
    if count is not None and _signed(record) == "meeting" and count < 2:
        path: FieldPath = ("signature",) if isinstance(record.signature, tuple) else ("type",)
        yield Fault("SIG040", facts={"count": count}, path=path)


@rule("SIG041", needs=("type", "agency", "signature", "parties"), where=has_form)
def party_does_not_sign(record: Document) -> Iterator[Fault]:
    """Find a contract with fewer signature blocks than parties, or than two."""
    count = _blocks(record)
    parties = getattr(record, "parties", None)
    wanted = max(len(parties) if isinstance(parties, tuple) else 0, 2)
    law = record.type.law
    if law is not None and count is not None and _signed(record) == "parties" and count < wanted:
        path: FieldPath = ("signature",) if isinstance(record.signature, tuple) else ("type",)
        facts = {"type": law.name, "count": count, "wanted": wanted}
        yield Fault("SIG041", facts=facts, path=path)


@rule("SIG042", needs=("type", "signature", "chair", "secretary", "parties"), where=has_form)
def named_and_not_signing(record: Document) -> Iterator[Fault]:
    """Find a chair, secretary or representative whose name stands in no signature block."""
    if not isinstance(record.signature, tuple) or _signed(record) == "one":
        return
    names = [fold(block.name) for block in record.signature]
    expected = tuple(_expected_signers(record))
    # Where a block is missing, SIG040 or SIG041 says so.
    if not all(names) or len(names) < len(expected):
        return
    for path, field, person in expected:
        name = read_person(person).name
        if name and not any(each.endswith(fold(name)) for each in names):
            yield Fault("SIG042", facts={"found": name, "field": field_name(field)}, path=path)


def _expected_signers(record: Document) -> Iterator[tuple[FieldPath, str, str]]:
    """Yield those who sign by what the record says, each with its field."""
    for field in ("chair", "secretary") if _signed(record) == "meeting" else ():
        person = getattr(record, field, None)
        for name in named_people(person) if isinstance(person, str) else ():
            yield (field,), field, name
    parties = getattr(record, "parties", None)
    for index, party in enumerate(parties if isinstance(parties, tuple) else ()):
        person = getattr(party, "representative", None)
        if isinstance(person, str):
            yield ("parties", index, "representative"), "parties", person


def _signed(record: Document) -> str:
    law = record.type.law
    return law.signature if law is not None else "one"


def _blocks(record: Document) -> int | None:
    """Count the blocks that are printed; None where none is wanted or a pen will fill them in."""
    from vnadmindocs.record.form_document import FormDocument

    if isinstance(record.signature, tuple):
        return len(record.signature)
    if record.signature is not None or record.file is not None or isinstance(record, Appendix):
        return None
    if isinstance(record, FormDocument) and (own := record.own_signatures()):
        return len(own)
    issuers = record.agency if isinstance(record.agency, tuple) else ()
    return int(any(issuer.default_signer is not None for issuer in issuers))

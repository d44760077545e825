"""Rules about Nơi nhận and Lưu: order, repetition, purposes and named lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import closest, fold
from vnadmindocs.lint.receivers import issuers_of, receivers_of, same_words
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.addressee_groups import members_of
from vnadmindocs.notation.purposes import purposes, unknown_purpose, without_purpose
from vnadmindocs.notation.recipients import NAMED_LIST, Recipient, RecipientGroup, Recipients
from vnadmindocs.record.addressees import Addressees
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.fields import State, nearest

_LIST = ("recipients",)


def _has_list(record: Document) -> bool:
    return isinstance(record.recipients, Recipients)


@rule("REC002", needs=("recipients", "archive"), where=_has_list)
def archive_written_twice(record: Document) -> Iterator[Fault]:
    """Find a filing line in the list of a record that also has the field «lưu»."""
    if record.archive is None:
        return
    found = receivers_of(record)
    if found.filed is not None:
        yield _at(found.recipients[found.filed], "REC002")


@rule("REC005", needs=("agency", "addressees", "recipients"))
def named_list_is_unknown(record: Document) -> Iterator[Fault]:
    """Find a «@tên» that no profile of the record's bodies gives as a list."""
    written: list[tuple[str, int, str]] = []
    if isinstance(record.addressees, Addressees):
        for index, words in enumerate(record.addressees.items):
            if words.startswith(NAMED_LIST):
                written.append((words, record.addressees.line(index), "addressees"))
    if isinstance(record.recipients, Recipients):
        written += [
            (one.words, one.line, "recipients")
            for one in record.recipients.every
            if one.words.startswith(NAMED_LIST)
        ]
    if not written or (isinstance(record.agency, tuple) and not issuers_of(record)):
        return
    names = [name for issuer in issuers_of(record) for name in issuer.agency.recipient_lists]
    known = {fold(name) for name in names}
    for words, line, field in written:
        name = words.removeprefix(NAMED_LIST).strip()
        if fold(name) not in known:
            facts = {"found": words, "near": nearest(closest(name, names))}
            yield Fault("REC005", line=line, facts=facts, path=(field,))


@rule("REC015", needs=("type", "agency", "addressees", "recipients"), where=_has_list)
def as_above_without_addressees(record: Document) -> Iterator[Fault]:
    """Find «Như trên» in a document that names nobody above."""
    law = record.type.law
    if record.addressees not in (None, State.OMITTED) or law is None or law.receivers_in_body:
        return
    found = receivers_of(record)
    # A type that must have a Kính gửi is told so where it has none.
    if found.above is not None and law.addressees != "required":
        yield _at(found.recipients[found.above], "REC015")


@rule("REC016", needs=("agency", "addressees", "recipients"), where=_has_list)
def as_above_is_not_first(record: Document) -> Iterator[Fault]:
    """Find «Như trên» behind other recipients; behind «Như Điều …» it may stand."""
    found = receivers_of(record)
    if not found.above or record.addressees in (None, State.OMITTED):
        return
    if not all(key.startswith("như ") for key in found.keys[: found.above]):
        yield _at(found.recipients[found.above], "REC016")


@rule("REC017", needs=("agency", "recipients", "archive"))
def archive_is_left_out(record: Document) -> Iterator[Fault]:
    """Find «lưu: không» in a document with recipients; an appendix has the line if written."""
    if isinstance(record, Appendix) or record.archive is not State.OMITTED:
        return
    found = receivers_of(record)
    if found.recipients and found.filed is None:
        yield Fault("REC017", path=("archive",))


@rule("REC018", needs=("agency", "recipients"), where=_has_list)
def archive_is_not_last(record: Document) -> Iterator[Fault]:
    """Find the filing line before other recipients."""
    found = receivers_of(record)
    if found.filed is None:
        return
    for one in found.recipients[found.filed + 1 :]:
        if not one.is_archive:
            yield _at(found.recipients[found.filed], "REC018", after=one.words)
            return


@rule("REC019", needs=("agency", "recipients"), where=_has_list)
def recipient_is_written_twice(record: Document) -> Iterator[Fault]:
    """Find a recipient that the list has already, in any case, for any purpose, in a group."""
    found = receivers_of(record)
    seen: set[str] = set()
    for one, key in zip(found.recipients, found.keys, strict=True):
        if ";" in key and not one.is_archive:
            for member in members_of(without_purpose(one.words)):
                if same_words(member) in seen:
                    yield _at(one, "REC019", found=member)
                seen.add(same_words(member))
            continue
        if key in seen and not one.is_archive:
            yield _at(one, "REC019")
        seen.add(key)


@rule("REC020", needs=("agency", "addressees", "recipients"), where=_has_list)
def recipient_is_an_addressee(record: Document) -> Iterator[Fault]:
    """Find a recipient whom «Như trên» sends the document already."""
    found = receivers_of(record)
    if found.above is None or len(found.keys) < 2:
        return
    addressees = {key for _, key, _ in found.members}
    addressees |= {same_words(words) for words, _ in found.addressees if ";" in words}
    for one, key in zip(found.recipients, found.keys, strict=True):
        if key in addressees:
            yield _at(one, "REC020")


@rule("REC021", needs=("agency", "body", "recipients"), where=_has_list)
def as_article_without_articles(record: Document) -> Iterator[Fault]:
    """Find «Như Điều» that waits for the number of the last Điều where there is none."""
    found = receivers_of(record)
    for one, key in zip(found.recipients, found.keys, strict=True):
        if key == "như điều" and one.asks_article:
            if not isinstance(record.body, RecordBody) or record.body.last_article:
                return
            yield _at(one, "REC021")


@rule("REC022", needs=("recipients",), where=_has_list)
def purpose_is_unknown(record: Document) -> Iterator[Fault]:
    """Find an abbreviation in the place of a purpose that custom does not know."""
    if not isinstance(record.recipients, Recipients):
        return
    for words, line in _brackets(record.recipients.items):
        found = unknown_purpose(words)
        if found:
            short = [name for name in purposes() if "/" in name]
            near = nearest(closest(found, short, 1))
            yield Fault("REC022", line=line, facts={"found": found, "near": near}, path=_LIST)


def _brackets(items: Sequence[Recipient | RecipientGroup]) -> Iterator[tuple[str, int]]:
    """Give the words whose last bracket may be a purpose, each with its line."""
    for item in items:
        if isinstance(item, Recipient):
            if "/" in item.words and not item.is_archive:
                yield item.words, item.line
            continue
        yield item.purpose, item.line
        for member in item.members:
            yield member.words, member.line


def _at(one: Recipient, code: str, **facts: object) -> Fault:
    return Fault(code, line=one.line, facts={"found": one.words} | facts, path=_LIST)

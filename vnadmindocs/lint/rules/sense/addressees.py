"""Rules about Kính gửi: which types have it, how several are written, who is sent a copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import fold
from vnadmindocs.lint.receivers import is_named, receivers_of, same_words
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.recipients import NAMED_LIST
from vnadmindocs.pattern import pattern
from vnadmindocs.record.addressees import Addressees
from vnadmindocs.record.document import Document
from vnadmindocs.record.fields import State

_IN_BRACKETS = pattern(r"\([^()]*\)")
# «Như trên», «Như thành phần mời», «Như TP giấy mời»: whoever the document names above.
_AS_NAMED = pattern(r"(?:như\s+(?!điều\b)|n/t\b)", re.IGNORECASE)

# Letters: each addressee under another name is held against each recipient, and time must not grow
# with the square of a list; beyond this nobody is judged.
_MOST_COMPARED = 500_000


@rule("REC010", needs=("type", "addressees"))
def addressees_are_left_out(record: Document) -> Iterator[Fault]:
    """Find «kính gửi: không» in a type that always has addressees."""
    law = record.type.law
    if law is not None and law.addressees == "required" and record.addressees is State.OMITTED:
        yield Fault("REC010", facts={"type": law.name}, path=("addressees",))


@rule("REC011", needs=("type", "addressees", "title"))
def type_has_no_addressees(record: Document) -> Iterator[Fault]:
    """Find Kính gửi in a type that goes to nobody by name."""
    law = record.type.law
    if law is None or law.addressees != "none" or not isinstance(record.addressees, Addressees):
        return
    # Under a name of its own (THƯ NGỎ) a document is not what its type says.
    if isinstance(record.title, str) and not fold(record.title).startswith(fold(law.name.vi)):
        return
    yield Fault("REC011", facts={"type": law.name}, path=("addressees",), of_key=True)


@rule("REC012", needs=("addressees",))
def several_addressees_on_one_line(record: Document) -> Iterator[Fault]:
    """Find addressees set apart by «;» on one line, without «Các …:» that makes them a group."""
    if not isinstance(record.addressees, Addressees):
        return
    for index, words in enumerate(record.addressees.items):
        if ";" in words and ":" not in words and ";" in _IN_BRACKETS.sub("", words):
            line = record.addressees.line(index)
            yield Fault("REC012", line=line, facts={"found": words}, path=("addressees",))


@rule("REC013", needs=("agency", "addressees"))
def addressee_is_written_twice(record: Document) -> Iterator[Fault]:
    """Find an addressee that stands in Kính gửi already, by itself or in a group."""
    seen: set[str] = set()
    for words, key, line in receivers_of(record).members:
        if key in seen:
            yield Fault("REC013", line=line, facts={"found": words}, path=("addressees",))
        seen.add(key)


@rule("REC014", needs=("agency", "addressees", "recipients"))
def addressee_is_no_recipient(record: Document) -> Iterator[Fault]:
    """Find the first addressee whom neither «Như trên» nor its own name puts into Nơi nhận."""
    found = receivers_of(record)
    if not found.addressees or found.above is not None:
        return
    recipients = [one for one in found.recipients if not one.is_archive]
    if not recipients or any(
        _AS_NAMED.match(one.words) or one.words.startswith(NAMED_LIST) for one in recipients
    ):
        return
    written = set(found.keys)
    letters = sum(map(len, found.keys))
    left = _MOST_COMPARED
    for words, _ in found.addressees:
        if words.startswith(NAMED_LIST) or same_words(words) in written:
            continue
        left -= len(words) * len(recipients) + letters
        if left < 0:
            return
        if not any(is_named(words, one.words) for one in recipients):
            line = recipients[0].line
            yield Fault("REC014", line=line, facts={"found": words}, path=("recipients",))
            return

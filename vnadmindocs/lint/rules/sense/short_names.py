"""Rules about short names and abbreviations that a document defines for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.law.abbreviations import customary_abbreviations
from vnadmindocs.lint.mentioned import Reading, defines, reading_of
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.inline import plain_text
from vnadmindocs.notation.recipients import Recipients
from vnadmindocs.pattern import pattern
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document
from vnadmindocs.record.tables import Table

if TYPE_CHECKING:
    from vnadmindocs.notation.short_names import Definition, Use

_NUMBER = pattern(r"\d+[-/]\S*[^\s.,;:)”\"]")


@rule("CIT042", needs=("body",), where=defines)
def used_before_its_definition(record: Document) -> Iterator[Fault]:
    """Find a short name that is used above the place where it is defined."""
    reading = reading_of(record)
    first = _first(_defined(reading))
    told: set[str] = set()
    for use in reading.mentions.uses if first else ():
        defined = first.get(use.name)
        if defined is None or use.name in told or not _counts(defined):
            continue
        if _place(use) < _place(defined) and _exact(use):
            told.add(use.name)
            facts = {"found": use.name}
            yield reading.fault("CIT042", facts, use.passage, use.start, use.end)


@rule("CIT043", needs=("body", "tables", "footnotes", "appendices", "recipients"), where=defines)
def defined_and_never_used(record: Document) -> Iterator[Fault]:
    """Find a short name that is defined and used nowhere in the record."""
    reading = reading_of(record)
    first = _first(_defined(reading))
    if not first:
        return
    used = {use.name for use in reading.mentions.uses}
    unused = [each for name, each in first.items() if name not in used and _counts(each)]
    if not unused:
        return
    elsewhere = _used_elsewhere(reading, unused)
    for defined in unused:
        if defined.name not in elsewhere:
            facts = {"found": defined.name}
            yield reading.fault("CIT043", facts, defined.passage, defined.start, defined.end)


@rule("CIT044", needs=("body",), where=defines)
def defined_twice_differently(record: Document) -> Iterator[Fault]:
    """Find a name that is given to a second thing, or a second name for the same words."""
    reading = reading_of(record)
    by_name: dict[str, Definition] = {}
    by_meaning: dict[str, Definition] = {}
    for defined in _defined(reading):
        if not defined.is_abbreviation:
            continue
        meaning = " ".join(defined.meaning.lower().split())
        one = by_name.setdefault(defined.name, defined)
        other = by_meaning.setdefault(meaning, defined)
        earlier = one if one is not defined and _differ(one, meaning) else other
        if earlier is defined or (earlier.name == defined.name and not _differ(earlier, meaning)):
            continue
        facts = {
            "found": defined.name,
            "meaning": defined.meaning,
            "first": f"{earlier.meaning} ({earlier.name})",
        }
        yield reading.fault("CIT044", facts, defined.passage, defined.start, defined.end)


@rule("CIT045", needs=("body",), where=defines)
def written_out_again(record: Document) -> Iterator[Fault]:
    """Find the first place where words that have an abbreviation are written out again."""
    reading = reading_of(record)
    first = _first(_defined(reading))
    if not first:
        return
    used = {use.name for use in reading.mentions.uses}
    meanings = {
        each.meaning: each
        for each in first.values()
        if each.is_abbreviation and each.name in used and _counts(each)
    }
    if not meanings:
        return
    found: dict[str, list[tuple[Definition, Use]]] = {}
    for use in _written_out(reading, meanings):
        found.setdefault(use.name, []).append((meanings[use.name], use))
    for places in found.values():
        defined, use = places[0]
        facts = {"found": defined.name, "meaning": defined.meaning, "count": len(places)}
        yield reading.fault("CIT045", facts, use.passage, use.start, use.end)


def _written_out(reading: Reading, meanings: Mapping[str, Definition]) -> Iterator[Use]:
    """Give the places, after the definition, where the words stand that have an abbreviation.

    Names of things keep their words: in quotes, in what another text is called, in titles, in
    other names that were defined.
    """
    from vnadmindocs.notation.passages import end_of_stretch
    from vnadmindocs.notation.short_names import Names, Use

    kept = _kept(reading, meanings)
    names = Names(meanings)
    for passage in reading.mentions.passages:
        if passage.block.titled:
            continue
        text = passage.text
        for name, start, end in names.find(text):
            meant = meanings[name]
            if (
                (passage.index, start) > (meant.passage.index, meant.start)
                and not text.startswith(" (", end)
                and not end_of_stretch(start, kept.get(passage.index, ()))
                and not _in_quotes(text, start)
            ):
                yield Use(name, passage, start, end)


def _kept(
    reading: Reading, meanings: Mapping[str, Definition]
) -> Mapping[int, Sequence[tuple[int, int]]]:
    """Give, for each passage, the stretches whose words are those of a name."""
    kept: dict[int, list[tuple[int, int]]] = {}
    for cited in reading.mentions.citations:
        if not cited.found.nested:
            kept.setdefault(cited.passage.index, []).append((cited.found.start, cited.found.end))
    longer = {
        each.name
        for each in reading.mentions.definitions
        if any(meaning.lower() in each.name.lower() for meaning in meanings)
    }
    for use in reading.mentions.uses:
        if use.name in longer:
            kept.setdefault(use.passage.index, []).append((use.start, use.end))
    for each in reading.mentions.definitions:
        kept.setdefault(each.passage.index, []).append((each.meaning_start, each.end))
    return {index: sorted(stretches) for index, stretches in kept.items()}


def _in_quotes(text: str, position: int) -> bool:
    before = text[max(0, position - 200) : position]
    return any(before.count(mark) > before.count(closing) for mark, closing in _QUOTES)


_QUOTES = (("“", "”"), ("«", "»"))


def _first(defined: Sequence[Definition]) -> dict[str, Definition]:
    first: dict[str, Definition] = {}
    for each in defined:
        first.setdefault(each.name, each)
    return first


def _counts(defined: Definition) -> bool:
    """Tell whether a name can be judged.

    Customary abbreviations need no definition; a name with a number (``Kế hoạch số 225/KH-UBND``)
    is that of the text itself, before its definition as after it.
    """
    words = defined.name.split()
    return (
        defined.is_telling
        and _NUMBER.search(defined.name) is None
        and not all(word in customary_abbreviations() for word in words)
    )


def _place(each: Definition | Use) -> tuple[int, int]:
    return each.passage.index, each.start


def _exact(use: Use) -> bool:
    return use.passage.text[use.start : use.end] == use.name


def _differ(earlier: Definition, meaning: str) -> bool:
    one = " ".join(earlier.meaning.lower().split())
    return not (one.endswith(meaning) or meaning.endswith(one))


_DEFINING = ("(", "là ", "là “", "là: ")


def _used_elsewhere(reading: Reading, unused: Sequence[Definition]) -> set[str]:
    """Tell which names are used outside the paragraphs, or in other capitals.

    A name in brackets is a definition of its own, not a use.
    """
    from vnadmindocs.notation.short_names import Names

    wanted = {each.name.lower(): each.name for each in unused}
    text = "\n".join(_texts(reading.record)).lower()
    return {
        wanted[name]
        for name, start, end in Names(wanted).find(text)
        if text[end : end + 1] != ")" or not text[max(0, start - 4) : start].endswith(_DEFINING)
    }


def _texts(record: Document) -> Iterator[str]:
    """Give the texts of a record in which a name may be used."""
    if isinstance(record.body, RecordBody):
        for block in record.body.body.blocks:
            yield block.text
        for spans in record.body.body.footnotes.values():
            yield plain_text(spans)
        yield from _of_tables(record.body.tables)
    for notes in (record.footnotes, record.tables):
        if isinstance(notes, Mapping):
            yield from _of_tables(notes)
            yield from (plain_text(each) for each in notes.values() if isinstance(each, tuple))
    if isinstance(record.recipients, Recipients):
        yield from (one.words for one in record.recipients.every)
    if isinstance(record.contact, str):
        yield record.contact
    if isinstance(record.appendices, tuple):
        for appendix in record.appendices:
            if isinstance(appendix.subject, str):
                yield appendix.subject
            yield from _texts(appendix)


def _of_tables(tables: Mapping[str, object]) -> Iterator[str]:
    for table in tables.values():
        if isinstance(table, Table):
            yield from table.headings
            yield from (cell.text for row in table.grid.rows for cell in row)
            if isinstance(table.note, str):
                yield table.note


def _defined(reading: Reading) -> Sequence[Definition]:
    return reading.mentions.definitions if reading.defines else ()

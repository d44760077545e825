"""Rules about short names and abbreviations that a document defines for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.law.abbreviations import customary_abbreviations
from vnadmindocs.lint.mentioned import Reading, reading_of
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.passages import end_of_stretch
from vnadmindocs.notation.short_names import Definition, Names, Use
from vnadmindocs.pattern import pattern
from vnadmindocs.record.document import Document

_NUMBER = pattern(r"\d+[-/]\S*[^\s.,;:)”\"]")


@rule("CIT042", needs=("body",))
def used_before_its_definition(record: Document) -> Iterator[Fault]:
    """Find a short name that is used above the place where it is defined."""
    reading = reading_of(record)
    first = _first(reading.mentions.definitions)
    told: set[str] = set()
    for use in reading.mentions.uses:
        defined = first.get(use.name)
        if defined is None or use.name in told or not _counts(defined):
            continue
        if _place(use) < _place(defined) and _exact(use):
            told.add(use.name)
            facts = {"found": use.name}
            yield reading.fault("CIT042", facts, use.passage, use.start, use.end)


@rule("CIT043", needs=("body", "tables", "footnotes", "appendices", "recipients"))
def defined_and_never_used(record: Document) -> Iterator[Fault]:
    """Find a short name that is defined and used nowhere in the record."""
    reading = reading_of(record)
    first = _first(reading.mentions.definitions)
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


@rule("CIT044", needs=("body",))
def defined_twice_differently(record: Document) -> Iterator[Fault]:
    """Find a name that is given to a second thing, or a second name for the same words."""
    reading = reading_of(record)
    by_name: dict[str, Definition] = {}
    by_meaning: dict[str, Definition] = {}
    for defined in reading.mentions.definitions:
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


@rule("CIT045", needs=("body",))
def written_out_again(record: Document) -> Iterator[Fault]:
    """Find the first place where words that have an abbreviation are written out again."""
    reading = reading_of(record)
    used = {use.name for use in reading.mentions.uses}
    meanings = {
        each.meaning.lower(): each
        for each in _first(reading.mentions.definitions).values()
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
    kept = _kept(reading, meanings)
    names = Names(meanings)
    for passage in reading.mentions.passages:
        if passage.block.titled:
            continue
        text = passage.text
        for name, start, end in names.find(text):
            meant = meanings[name]
            if (
                text[start:end] == meant.meaning
                and (passage.index, start) > (meant.passage.index, meant.start)
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
        if any(meaning in each.name.lower() for meaning in meanings)
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


def _used_elsewhere(reading: Reading, unused: Sequence[Definition]) -> set[str]:
    """Tell which names are used outside the paragraphs, or in another way."""
    from vnadmindocs.record.writing import texts_of_record

    names = Names(each.name for each in unused)
    found: set[str] = set()
    for text in _texts(texts_of_record(reading.record)):
        for name, start, end in names.find(text):
            before, after = text[max(0, start - 4) : start], text[end : end + 1]
            if not (after == ")" and before.endswith(("(", "là ", "là “", "là: "))):
                found.add(name)
    return found


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)

"""What a record cites and mentions, read once for all rules that ask, with places in the record.

A record that has no sign of a mention pays for the looks alone: what reads mentions is imported
when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.stretches import Stretch, in_cells, in_footnotes, words_elsewhere
from vnadmindocs.notation.citation import Citation, Found, find_citations
from vnadmindocs.notation.citation_symbol import NumberParts, number_parts
from vnadmindocs.notation.mention_signs import may_cite, may_define, may_refer
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document
from vnadmindocs.record.legal_bases import LegalBases
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.notation.mentions import Mentions
    from vnadmindocs.notation.own_references import Outline
    from vnadmindocs.notation.passages import Passage

Path = tuple[str | int, ...]
# Parts of a citation that are fields of their own.
_FIELDS = frozenset(("number", "date", "issuer", "subject"))


@dataclass(frozen=True, slots=True)
class Citing:
    """A citation in a record: in a ground, in the proposal, or in running text.

    Attributes:
        text: the words it stands in.
        passage: the passage of the body it stands in; None in a ground.
        path, line, column: where the words begin, in a ground.
        in_fields: whether it is given in fields, of which the words are made.
        length: how long the key or number is that stands for it; 0 where the words stand.
        stretch: the footnote, cell or note it stands in; None elsewhere.
    """

    found: Found
    text: str
    reading: Reading
    passage: Passage | None
    path: Path = ()
    line: int = 0
    column: int = 0
    in_fields: bool = False
    length: int = 0
    stretch: Stretch | None = None

    @property
    def citation(self) -> Citation:
        """Its fields."""
        return self.found.citation

    def words(self, part: str) -> str:
        """Give the words of a part, such as ``number``; "" where it has none."""
        span = self.found.spans.get(part)
        return " ".join(self.text[slice(*span)].split()) if span else ""

    def fault(self, code: str, facts: Mapping[str, object], *parts: str) -> Fault:
        """Make a fault that means these parts of it, from the first to the last; all without."""
        if self.length:
            return Fault(code, self.line, self.column, self.length, facts, self.path)
        if self.in_fields:
            last = parts[-1] if parts and parts[-1] in _FIELDS else ""
            return Fault(code, facts=facts, path=(*self.path, last) if last else self.path)
        spans = [self.found.spans[part] for part in parts if part in self.found.spans]
        start = min((span[0] for span in spans), default=self.found.start)
        end = max((span[1] for span in spans), default=self.found.end)
        if self.stretch is not None:
            return self.stretch.fault(code, facts, start, end)
        if self.passage is not None:
            return self.reading.fault(code, facts, self.passage, start, end)
        return Fault(code, self.line, self.column + start, end - start, facts, self.path)


class Reading:
    """What one record cites and mentions; each part is read when first asked for.

    Attributes:
        cites, defines, refers: whether there is a sign that the record cites a text (in its
            grounds or its body), that its body defines a short name, and that it names a part of
            the document itself.
    """

    def __init__(self, record: Document) -> None:
        self.record = record
        body = record.body
        blocks = body.body.blocks if isinstance(body, RecordBody) else ()
        # As typed: a mark inside a sign of a mention is too rare to pay for.
        words = "\n".join([block.written for block in blocks])
        self.defines = may_define(words)
        self.refers = may_refer(words)
        self._in_body = may_cite(words)
        self._elsewhere: tuple[Citing, ...] | None = None
        self._cites_elsewhere = may_cite(words_elsewhere(record))
        self.cites = (
            self._in_body
            or self._cites_elsewhere
            or any(may_cite(ground) for ground in _ground_words(record))
        )
        self._mentions: Mentions | None = None
        self._grounds: tuple[Citing, ...] | None = None
        self._outline: Outline | None = None
        self._running: tuple[Citing, ...] | None = None
        self._numbered: tuple[tuple[Citing, NumberParts], ...] | None = None

    @property
    def mentions(self) -> Mentions:
        """What the body mentions."""
        if self._mentions is None:
            from vnadmindocs.notation.mentions import Mentions, find_mentions

            body = self.record.body
            self._mentions = Mentions()
            if isinstance(body, RecordBody):
                self._mentions = find_mentions(
                    body.body, cites=self._in_body, defines=self.defines, refers=self.refers
                )
        return self._mentions

    @property
    def outline(self) -> Outline | None:
        """The labelled parts of the body; None where there is no body."""
        if self._outline is None and isinstance(self.record.body, RecordBody):
            from vnadmindocs.notation.own_references import Outline

            self._outline = Outline(self.record.body.body)
        return self._outline

    @property
    def in_grounds(self) -> tuple[Citing, ...]:
        """Citations in the grounds and the proposal."""
        if self._grounds is None:
            self._grounds = tuple(self._in_grounds()) if self.cites else ()
        return self._grounds

    @property
    def every(self) -> tuple[Citing, ...]:
        """All citations, those in the grounds first."""
        return self.in_grounds + self.in_body + self.elsewhere if self.cites else ()

    @property
    def elsewhere(self) -> tuple[Citing, ...]:
        """Citations in footnotes, in cells of tables and in the notes under them."""
        if self._elsewhere is None:
            self._elsewhere = tuple(self._in_stretches()) if self._cites_elsewhere else ()
        return self._elsewhere

    @property
    def numbered(self) -> tuple[tuple[Citing, NumberParts], ...]:
        """Those with a number that can be taken apart, and its parts."""
        if self._numbered is None:
            self._numbered = tuple(
                (citing, parts)
                for citing in self.every
                if citing.citation.number and (parts := number_parts(citing.citation)) is not None
            )
        return self._numbered

    @property
    def in_body(self) -> tuple[Citing, ...]:
        """Citations in running text, nested ones included."""
        if self._running is None:
            found = self.mentions.citations if self._in_body else ()
            self._running = tuple(
                Citing(each.found, each.passage.text, self, each.passage) for each in found
            )
        return self._running

    def fault(
        self, code: str, facts: Mapping[str, object], passage: Passage, start: int, end: int
    ) -> Fault:
        """Make a fault that means a stretch of a passage of the body."""
        line, column, length = passage.place(start, end)
        body = self.record.body
        path, line = body.place_of(line) if isinstance(body, RecordBody) else ((), line)
        return Fault(code, line, column, length, facts, ("body", *path))

    def _in_stretches(self) -> Iterator[Citing]:
        for stretch in (*in_footnotes(self.record), *in_cells(self.record)):
            text = stretch.text
            if may_cite(text):
                for found in find_citations(text.rstrip(" ,")):
                    yield Citing(found, text, self, None, stretch=stretch)

    def _in_grounds(self) -> Iterator[Citing]:
        bases = self.record.legal_bases
        if isinstance(bases, LegalBases):
            grounds = bases.grounds
            for index, basis in enumerate(bases.items):
                words = basis.words
                if not may_cite(words):
                    continue
                path: Path = ("legal_bases",)
                if bases.homes:
                    path = (*path, bases.homes[index])
                length = len(bases.written.get(index, ""))
                at = basis.line, basis.column, index in bases.citations, length
                for found in grounds[index].found:
                    yield Citing(found, words, self, None, path, *at)
                    yield from self._inside(found, words, path, at)
        proposal = self.record.proposal
        if isinstance(proposal, str) and may_cite(proposal):
            for found in find_citations(proposal):
                yield Citing(found, proposal, self, None, ("proposal",))

    def _inside(
        self, found: Found, words: str, path: Path, at: tuple[int, int, bool, int]
    ) -> Iterator[Citing]:
        """Give the citations inside the subject and the amendments of one in a ground."""
        line, column, in_fields, length = at
        for part in ("subject", "amended_by"):
            start, end = found.spans.get(part, (0, 0))
            text = words[start:end]
            if may_cite(text):
                column_inside = column if length else column + start
                for inner in find_citations(text):
                    nested = replace(inner, nested=True)
                    inside = line, column_inside, in_fields, length
                    yield Citing(nested, text, self, None, path, *inside)


def _ground_words(record: Document) -> Iterator[str]:
    if isinstance(record.legal_bases, LegalBases):
        for basis in record.legal_bases.items:
            yield basis.words
    if isinstance(record.proposal, str):
        yield record.proposal


# The record asked about last: its rules run one after the other. Replaced as one, for threads.
_last: Reading | None = None


def reading_of(record: Document) -> Reading:
    """Give what a record cites and mentions."""
    global _last
    found = _last
    if found is None or found.record is not record:
        found = _last = Reading(record)
    return found


def cites(record: Document) -> bool:
    """Tell whether a record cites a text."""
    return bool(reading_of(record).every)


def defines(record: Document) -> bool:
    """Tell whether the body of a record defines a short name."""
    reading = reading_of(record)
    return reading.defines and bool(reading.mentions.definitions)


def refers(record: Document) -> bool:
    """Tell whether the body of a record names a part of the document itself."""
    reading = reading_of(record)
    return reading.refers and bool(reading.mentions.references)

"""What the paragraphs of a body mention: cited texts, short names, parts of the document itself.

One pass over the words, in time linear in their length; a paragraph that has nothing of the kind
is passed over after a few looks for single words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vnadmindocs.notation.block import Body
from vnadmindocs.notation.citation import Found, find_citations
from vnadmindocs.notation.mention_signs import may_cite, may_define, may_refer
from vnadmindocs.notation.own_references import OwnReference, own_references
from vnadmindocs.notation.passages import Passage, in_quotation_marks, passages
from vnadmindocs.notation.short_names import Definition, Names, Use, definitions
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in running text."""

    found: Found
    passage: Passage


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a body mentions, each in the order of the text.

    Attributes:
        passages: its paragraphs, those of quoted provisions left out.
        citations: cited texts, nested ones included.
        definitions: short names and abbreviations defined.
        uses: the same names used elsewhere, in any case of their letters.
        references: parts of the document itself.
    """

    passages: tuple[Passage, ...] = ()
    citations: tuple[Cited, ...] = ()
    definitions: tuple[Definition, ...] = ()
    uses: tuple[Use, ...] = ()
    references: tuple[OwnReference, ...] = ()


def find_mentions(
    body: Body, *, cites: bool = True, defines: bool = True, refers: bool = True
) -> Mentions:
    """Find everything a body mentions.

    Args:
        body: where to look.
        cites: whether it has a sign of a citation at all; without one no paragraph is looked at.
        defines: the same of short names.
        refers: the same of parts of the document itself.
    """
    paragraphs = passages(body)
    citations: list[Cited] = []
    defined: list[Definition] = []
    references: list[OwnReference] = []
    quoted = in_quotation_marks(body) if refers else {}
    for passage in paragraphs:
        text = passage.text
        # A comma at the end goes on in the next paragraph: it belongs to no citation.
        found = find_citations(text.rstrip(" ,")) if cites and may_cite(text) else ()
        citations += [Cited(each, passage) for each in found]
        if defines and may_define(text):
            defined += definitions(passage)
        if refers and may_refer(text) and id(passage.block) not in quoted:
            references += own_references(passage, stretches(found))
    uses = _uses(paragraphs, defined) if defined else ()
    return Mentions(paragraphs, tuple(citations), tuple(defined), tuple(uses), tuple(references))


def stretches(found: Iterable[Found]) -> tuple[tuple[int, int], ...]:
    """Give the stretches of a text that belong to citations."""
    return tuple((each.start, each.end) for each in found if not each.nested)


def _uses(paragraphs: Sequence[Passage], defined: Sequence[Definition]) -> list[Use]:
    names = Names(each.name for each in defined)
    places = {(each.passage.index, each.start) for each in defined}
    return [
        Use(name, passage, start, end)
        for passage in paragraphs
        for name, start, end in names.find(passage.text)
        if (passage.index, start) not in places
    ]


__all__ = ["Cited", "Mentions", "find_mentions"]

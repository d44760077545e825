"""Rules about references of a document to its own parts: Điều, khoản, điểm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import fold
from vnadmindocs.lint.mentioned import Reading, reading_of, refers
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.block import BlockKind
from vnadmindocs.notation.recipients import Recipients
from vnadmindocs.pattern import pattern
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document

if TYPE_CHECKING:
    from vnadmindocs.notation.own_references import Outline, OwnReference

_AS_ARTICLES = pattern(
    r"như\s+(?:các\s+)?điều\s+(?P<labels>\d+[a-zđ]?(?:\s*(?:,|và)\s*\d+[a-zđ]?)*)", 2
)
_LABEL = pattern(r"\d+[a-zđ]?")
_OWN_WORDS = ("van_ban",)


@rule("CIT050", needs=("type", "title", "body"), where=refers)
def own_part_does_not_exist(record: Document) -> Iterator[Fault]:
    """Find «khoản 5 Điều 3 Quyết định này» where the document has no such part."""
    for reading, reference, outline in _references(record):
        if reference.target == "text" and is_own(record, reference.named):
            yield from _missing(reading, reference, outline, ())
        elif reference.target == "part":
            from vnadmindocs.notation.own_references import KINDS_OF_PART

            kinds = KINDS_OF_PART[fold(reference.named)]
            base = outline.around(reference.passage.block, kinds)
            if base is not None:
                yield from _missing(reading, reference, outline, base)


@rule("CIT051", needs=("body",), where=refers)
def article_named_alone_does_not_exist(record: Document) -> Iterator[Fault]:
    """Find «quy định tại Điều 9», with no other text named, where there is no Điều 9."""
    for reading, reference, outline in _references(record):
        if (
            reference.target == "bare"
            and reference.steps[0].level == "Điều"
            and outline.articles > 1
        ):
            yield from _missing(reading, reference, outline, (), code="CIT051")


@rule("CIT053", needs=("recipients", "body"))
def recipients_of_an_article_that_is_not_there(record: Document) -> Iterator[Fault]:
    """Find «Như Điều 5» among the recipients of a document that has three."""
    if not isinstance(record.recipients, Recipients):
        return
    for one in record.recipients.every:
        # Almost every list has none: no outline is made for it.
        if not one.words[:4].lower().startswith("như"):
            continue
        found = _AS_ARTICLES.match(one.words)
        if found is None or not isinstance(record.body, RecordBody):
            continue
        articles = _articles(record.body)
        for label in _LABEL.finditer(found["labels"]):
            if label[0].lstrip("0") not in articles:
                facts = {"found": found[0], "article": f"Điều {label[0]}"}
                yield Fault("CIT053", line=one.line, facts=facts, path=("recipients",))


def _articles(body: RecordBody) -> frozenset[str]:
    """Give the numbers of the articles, ``1``, ``4a``."""
    return frozenset(
        label[0].lstrip("0")
        for block in body.body.blocks
        if block.kind is BlockKind.ARTICLE
        and not block.quote
        and (label := _LABEL.search(block.label)) is not None
    )


def _references(record: Document) -> Iterator[tuple[Reading, OwnReference, Outline]]:
    reading = reading_of(record)
    if not reading.refers:
        return
    for reference in reading.mentions.references:
        outline = reading.outline
        if outline is not None and outline.labelled:
            yield reading, reference, outline


def _missing(
    reading: Reading,
    reference: OwnReference,
    outline: Outline,
    base: tuple[str, ...],
    code: str = "CIT050",
) -> Iterator[Fault]:
    if reference.steps[0].level == "Điều" and not outline.articles:
        return
    missing = outline.missing(reference.steps, base)
    if missing:
        words = reference.passage.text[reference.start : reference.end]
        facts = {"found": " ".join(words.split()), "missing": missing}
        yield reading.fault(code, facts, reference.passage, reference.start, reference.end)


def is_own(record: Document, named: str) -> bool:
    """Tell whether «… này» means this document: its type, its printed name, or «văn bản này»."""
    name = fold(named)
    law = record.type.law
    own = [record.type.words, law.name.vi if law is not None else ""]
    if isinstance(record.title, str):
        own.append(record.title)
    return name in _OWN_WORDS or name in {fold(each) for each in own}

"""Phần trích: the parts of a document that an extract copies, by the names of their places.

``Điều 2``, ``khoản 1, 2 Điều 3``, ``Mục II``, ``Phụ lục I``, ``Điều 5 Quy chế`` of a decision that
issues one -> the blocks of the record that they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Annotated

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.numerals import from_roman
from vnadmindocs.language.text import fold
from vnadmindocs.notation.extracts import Parts
from vnadmindocs.notation.listing import list_items, print_item
from vnadmindocs.notation.locators import Locator, LocatorStep, read_locators
from vnadmindocs.pattern import pattern
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import APPENDIX
from vnadmindocs.record.fields import Reads, State, TextsInput, texts_of
from vnadmindocs.values import dataclass

NOT_FOUND = "CPY007"
SEVERAL = "CPY008"
MAIN = -1  # the place of the main document among its appendices
_APPENDIX = "Phụ lục"
_NUMBER = pattern(r"\d+|[IVXLC]+")
_JOINING = pattern(r"\s*(?:(?:của|tại|trong|thuộc)\s+)?")


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a document as it is named.

    Attributes:
        words: as written.
        line: line of the field it stands on, from 0.
    """

    words: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Extract:
    """What an extract takes.

    Attributes:
        blocks: of the main document (``MAIN``) and of its appendices by their place, the indexes
            of the blocks taken; None for the whole of it.
        faults: parts that are not found, or are not one part.
    """

    blocks: Mapping[int, frozenset[int] | None]
    faults: tuple[Fault, ...] = ()


def _read(value: object) -> tuple[Passage, ...] | State:
    if isinstance(value, tuple) and all(isinstance(each, Passage) for each in value):
        return value
    items = list_items("\n".join(text for text, _ in texts_of(value)))
    return tuple(Passage(item.text, item.line) for item in items) or State.GAP


PassagesField = Annotated[tuple[Passage, ...] | State | None, Reads(_read, TextsInput)]


def source_passages(passages: Sequence[Passage]) -> str:
    """Write the parts as a record has them, one a line."""
    return "\n".join(print_item(each.words) for each in passages)


def extract_of(record: Document, passages: Sequence[Passage]) -> Extract:
    """Find what the parts of a document are."""
    found: dict[int, frozenset[int] | None] = {}
    faults: list[Fault] = []
    for passage in passages:
        places = tuple(_places(record, passage.words))
        if not places:
            faults.append(_fault(NOT_FOUND, passage, passage.words))
        for at, steps in places:
            known = found.get(at, frozenset())
            if at >= len(_appendices(record)):
                faults.append(_fault(NOT_FOUND, passage, passage.words))
                continue
            if not steps:
                found[at] = None
                continue
            blocks, count = _parts(record, at).find(steps)
            if count != 1:
                words = " ".join(str(step) for step in reversed(steps))
                code = SEVERAL if count else NOT_FOUND
                faults.append(_fault(code, passage, words, count=count))
            elif known is not None:
                found[at] = known | blocks
    return Extract(found, tuple(faults))


def _fault(code: str, passage: Passage, words: str, **facts: object) -> Fault:
    return Fault(code, line=passage.line, facts={"found": words, **facts}, path=("passages",))


def _places(record: Document, words: str) -> Iterator[tuple[int, tuple[LocatorStep, ...]]]:
    """Yield where each place of a line is: in which part, by which steps from the largest."""
    # A list is known to end by a mark: «khoản 1, 2 và 3».
    chains, end = read_locators(f"{words};")
    rest = words[end:]
    joining = _JOINING.match(rest)
    name = rest[joining.end() :] if joining is not None else rest
    named = _named_appendix(record, name) if name else None
    if name and named is None:
        return
    for chain in chains:
        yield _place(record, chain, named)
    if not chains and named is not None:
        yield named, ()


def _place(
    record: Document, chain: Locator, named: int | None
) -> tuple[int, tuple[LocatorStep, ...]]:
    largest, steps = chain[-1], tuple(reversed(chain))
    if largest.level != _APPENDIX:
        return MAIN if named is None else named, steps
    return _numbered_appendix(record, largest.label), steps[1:]


def _numbered_appendix(record: Document, label: str) -> int:
    """Find an appendix by its number, as printed or as counted; a place past the end for none."""
    wanted = _value(label)
    counted = 0
    for at, appendix in enumerate(_appendices(record)):
        if appendix.type != APPENDIX:
            continue
        counted += 1
        own = _NUMBER.search(appendix.label) if isinstance(appendix.label, str) else None
        if (_value(own[0]) if own is not None else counted) == wanted:
            return at
    return len(_appendices(record))


def _value(label: str) -> int:
    return int(label) if label.isdigit() else from_roman(label) or 0


def _named_appendix(record: Document, words: str) -> int | None:
    """Find an attached document by its type or printed name: «Quy chế»."""
    wanted = fold(words)
    for at, appendix in enumerate(_appendices(record)):
        if appendix.type == APPENDIX:
            continue
        name = appendix.title if isinstance(appendix.title, str) else appendix.type.words
        if wanted.startswith(fold(name)):
            return at
    return None


def _appendices(record: Document) -> Sequence[Document]:
    return record.appendices if isinstance(record.appendices, tuple) else ()


def _parts(record: Document, at: int) -> Parts:
    from vnadmindocs.notation.block import Body

    appendices = _appendices(record)
    body = record.body if at == MAIN else appendices[at].body
    return Parts(body.body if isinstance(body, RecordBody) else Body())

"""Rules about the way from a document to its appendices and back (PL1·P1·III.1).

The body points to each appendix, in the order they stand in; the line «(Kèm theo …)» of an
appendix names the document it is of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import fold
from vnadmindocs.law.norms import norms
from vnadmindocs.lint.reference_lines import disagreements
from vnadmindocs.lint.rule import rule
from vnadmindocs.lint.rules.sense.own_references import is_own
from vnadmindocs.lint.stretches import Stretch, in_body, stretches
from vnadmindocs.notation.block import Body
from vnadmindocs.notation.citation import Found, find_citations
from vnadmindocs.notation.mention_signs import may_cite
from vnadmindocs.notation.passages import in_quotation_marks
from vnadmindocs.pattern import pattern
from vnadmindocs.record.appendix_labels import is_counted, printed_labels
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.document_type import APPENDIX, FORM
from vnadmindocs.record.positions import FieldPath
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.notation.appendix_pointers import Pointer

_TEXTS = ("type", "title", "subject", "body", "footnotes", "tables", "appendices")
_WORD = pattern(r"[^\W_]+")
_APPENDIX = "phu_luc"
_FEWEST = 3  # words of a title by which an appendix is known
_PARTS = {
    "type": Text("loại văn bản", "type"),
    "number": Text("số", "number"),
    "symbol": Text("ký hiệu", "symbol"),
    "date": Text("ngày ban hành", "date"),
    "issuer": Text("cơ quan ban hành", "body"),
}


@dataclass(frozen=True, slots=True)
class _Named:
    """An appendix, and what a text may call it.

    Attributes:
        shown: its name in a sentence.
        kind, number: of its label; the number is "" where it has none.
        words: phrases, folded, any of which means it.
    """

    index: int
    shown: str
    kind: str
    number: str
    words: tuple[str, ...]


def _points(record: Document) -> bool:
    from vnadmindocs.notation.appendix_pointers import may_point

    body = record.body
    blocks = body.body.blocks if isinstance(body, RecordBody) else ()
    return any(may_point(block.written) for block in blocks)


def _has_appendices(record: Document) -> bool:
    return isinstance(record.appendices, tuple) and isinstance(record.body, RecordBody)


@rule("APP040", needs=_TEXTS, where=_has_appendices)
def appendix_is_not_pointed_to(record: Document) -> Iterator[Fault]:
    """Find an appendix that no text of the document speaks of."""
    if not isinstance(record.appendices, tuple):
        return
    signs = list(_signs(record))
    for each in _named(record.appendices):
        if not _is_pointed_to(each, [sign for sign in signs if sign.home != each.index]):
            facts = {"found": each.shown}
            yield Fault("APP040", facts=facts, path=("appendices", each.index))


@rule("APP041", needs=_TEXTS, where=_has_appendices)
def appendices_are_out_of_order(record: Document) -> Iterator[Fault]:
    """Find the first appendix that the body speaks of after one that stands behind it."""
    from vnadmindocs.notation.appendix_pointers import Whose, may_point, plain_label, pointers

    if not isinstance(record.appendices, tuple):
        return
    known = {(each.kind, each.number) for each in _named(record.appendices) if each.number}
    if len(known) < 2:
        return
    last: dict[str, int] = {}
    seen: set[tuple[str, int]] = set()
    for stretch in in_body(record):
        if not may_point(stretch.text):
            continue
        for pointer in pointers(stretch.text, _cited(stretch.text)):
            if pointer.whose is Whose.OTHER:
                continue
            for label, place in zip(pointer.labels, pointer.places, strict=True):
                number = plain_label(label)
                if (pointer.kind, number) not in known or not number.isdigit():
                    continue
                key = pointer.kind, int(number)
                if key not in seen and key[1] < last.get(pointer.kind, 0):
                    yield _out_of_order(stretch, *place, last[pointer.kind])
                    return
                seen.add(key)
                last[pointer.kind] = max(last.get(pointer.kind, 0), key[1])


@rule("CIT052", needs=("type", "title", "body", "appendices"), where=_points)
def appendix_named_is_not_there(record: Document) -> Iterator[Fault]:
    """Find a «Phụ lục III» of a record that has two, a «Biểu 05» that none is labelled."""
    from vnadmindocs.notation.appendix_pointers import Whose, may_point, pointers

    if isinstance(record, Appendix) or not isinstance(record.appendices, tuple | None):
        return
    there = _There(record)
    body = record.body.body if isinstance(record.body, RecordBody) else Body()
    quoted = in_quotation_marks(body)
    apart = {at for at, block in enumerate(body.blocks) if id(block) in quoted}
    for stretch in in_body(record):
        if stretch.passage.index in apart or not may_point(stretch.text):
            continue
        for pointer in pointers(stretch.text, _cited(stretch.text)):
            if pointer.whose is not Whose.OWN or (
                pointer.named and not is_own(record, pointer.named)
            ):
                continue
            for found, place in there.lacks(pointer, stretch.text):
                facts = {"found": found, "there": there.counted}
                yield stretch.fault("CIT052", facts, *place)
                if not record.appendices:
                    return  # the next would say the same: there are none


@rule("APP042", needs=("type", "title", "agency", "number", "symbol", "date", "appendices"))
def reference_line_names_another_document(record: Document) -> Iterator[Fault]:
    """Find a written «(Kèm theo …)» that disagrees with the document it stands under."""
    if isinstance(record, Appendix) or not isinstance(record.appendices, tuple):
        return
    for path, appendix in _inside(record, ()):
        if not isinstance(appendix.reference, str):
            continue
        from vnadmindocs.notation.reference_line import parse_reference

        line = parse_reference(appendix.reference)
        if line is None:
            continue
        for part, found, expected in disagreements(line, record):
            start, end = line.spans[part]
            before = appendix.reference[:start]
            row, column = before.count("\n"), start - (before.rfind("\n") + 1)
            length = 0 if "\n" in appendix.reference[start:end] else end - start
            facts = {"part": _PARTS[part], "found": found, "expected": expected}
            yield Fault("APP042", row, column, length, facts, (*path, "reference"))


# Pointers


class _There:
    """What can be pointed to: the appendices of a document, and theirs.

    Attributes:
        counted: how many the document has, in a sentence.
    """

    def __init__(self, record: Document) -> None:
        appendices = _appendices(record)
        count = sum(each.type == APPENDIX for each in appendices)
        self.counted = Text(vi=f"có {count} phụ lục", en=f"{count} appendices")
        if count == 1:
            self.counted = Text(vi="có 1 phụ lục", en="1 appendix")
        if not count:
            self.counted = Text(vi="không có phụ lục nào", en="no appendices")
        self._any = bool(appendices)
        self._numbers: dict[str, set[str]] = {}
        for _, appendix in _inside(record, ()):
            self._know(_appendices(appendix))
        self._know(appendices)

    def lacks(self, pointer: Pointer, text: str) -> Iterator[tuple[str, tuple[int, int]]]:
        """Give what a pointer names and is not there, as it is written, and its place."""
        from vnadmindocs.notation.appendix_pointers import plain_label

        numbers = self._numbers.get(pointer.kind)
        # Of a kind that nothing here is called by it is a form of another text, most often.
        likely = pointer.kind == _APPENDIX and not self._any
        if numbers is None and not likely and not (pointer.enclosed and pointer.named):
            return
        words = text[pointer.start : pointer.end].split()
        if pointer.many:
            del words[0]
        kind = " ".join(words[: pointer.kind.count("_") + 1])
        if not pointer.labels and pointer.enclosed and not self._any:
            yield kind, (pointer.start, pointer.end)
        alone = numbers == {""}  # the one there is has no number
        for label, place in zip(pointer.labels, pointer.places, strict=True):
            number = plain_label(label)
            if numbers is None or not (number in numbers or (alone and number == "1")):
                yield f"{kind} {label}", place

    def _know(self, appendices: Sequence[Document]) -> None:
        for each in _named(appendices):
            self._numbers.setdefault(each.kind, set()).add(each.number)


class _Signs:
    """What one text says of appendices.

    Attributes:
        home: the appendix it stands in; None in the document itself.
        labels: kinds and numbers that it names.
        kinds: kinds that it names without a number.
        encloses: whether it says that something is enclosed.
    """

    def __init__(self, text: str, home: int | None) -> None:
        from vnadmindocs.notation.appendix_pointers import (
            Whose,
            encloses,
            may_point,
            plain_label,
            pointers,
        )

        self.home = home
        self.labels: set[tuple[str, str]] = set()
        self.kinds: set[str] = set()
        self.encloses = encloses(text)
        self._text = text
        self._folded = ""
        for pointer in pointers(text, _cited(text)) if may_point(text) else ():
            if pointer.whose is Whose.OTHER:
                continue
            self.labels.update((pointer.kind, plain_label(label)) for label in pointer.labels)
            if not pointer.labels:
                self.kinds.add(pointer.kind)

    def has(self, phrases: Iterable[str]) -> bool:
        """Tell whether one of these phrases, folded, stands in the text."""
        self._folded = self._folded or f"_{_folded(self._text)}_"
        return any(f"_{phrase}_" in self._folded for phrase in phrases)


def _is_pointed_to(appendix: _Named, signs: Sequence[_Signs]) -> bool:
    if any(_names(sign, appendix) for sign in signs):
        return True
    # «… kèm theo» may mean any of them, unless others of its kind are named by their numbers.
    numbered = appendix.number and any(
        kind == appendix.kind for sign in signs for kind, _ in sign.labels
    )
    if not numbered and any(sign.encloses for sign in signs):
        return True
    return any(sign.has(appendix.words) for sign in signs)


def _names(sign: _Signs, appendix: _Named) -> bool:
    """Tell whether a text names an appendix by its label; one without a number by any."""
    if appendix.kind in sign.kinds or (appendix.kind, appendix.number) in sign.labels:
        return True
    return not appendix.number and any(kind == appendix.kind for kind, _ in sign.labels)


def _named(appendices: Sequence[Document]) -> Iterator[_Named]:
    from vnadmindocs.notation.appendix_pointers import label_parts

    labels = printed_labels(appendices, int(norms()["appendix.numbered_from"].use))
    for index, (record, label) in enumerate(zip(appendices, labels, strict=True)):
        subject = record.subject if isinstance(record.subject, str) else ""
        phrases = [subject] if len(subject.split()) >= _FEWEST else []
        if record.type not in (APPENDIX, FORM):
            phrases.append(record.type.words)
        phrases += [each for each in (record.title, label) if isinstance(each, str) and each]
        kind, number = label_parts(label) if label else ("", "")
        if is_counted(record) and not number:
            phrases = [each for each in phrases if each != label]
        shown = label or record.type.words
        words = tuple(filter(None, (_folded(each) for each in phrases)))
        yield _Named(index, " ".join(shown.split()), kind, number, words)


def _signs(record: Document) -> Iterator[_Signs]:
    for stretch in stretches(record):
        yield _Signs(stretch.text, None)
    for index, appendix in enumerate(_appendices(record)):
        for text in _texts(appendix):
            yield _Signs(text, index)


def _texts(record: Document) -> Iterator[str]:
    """Give the texts of an appendix and of those that stand in it."""
    for stretch in stretches(record):
        yield stretch.text
    for appendix in _appendices(record):
        yield from _texts(appendix)


def _appendices(record: Document) -> tuple[Appendix, ...]:
    return record.appendices if isinstance(record.appendices, tuple) else ()


def _cited(text: str) -> Sequence[Found]:
    return find_citations(text) if may_cite(text) else ()


def _folded(words: str) -> str:
    return "_".join(_WORD.findall(fold(words)))


def _out_of_order(stretch: Stretch, start: int, end: int, last: int) -> Fault:
    facts = {"found": " ".join(stretch.text[start:end].split()), "last": last}
    return stretch.fault("APP041", facts, start, end)


# The line «(Kèm theo …)»


def _inside(record: Document, path: FieldPath) -> Iterator[tuple[FieldPath, Document]]:
    """Give the appendices of a record, and theirs, each with its path."""
    for index, appendix in enumerate(_appendices(record)):
        inner = (*path, "appendices", index)
        yield inner, appendix
        yield from _inside(appendix, inner)

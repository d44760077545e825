"""Căn cứ: the grounds, as printed or as citations in fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Annotated

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.text import fold
from vnadmindocs.notation.citation import Ground, parse_ground, print_citation
from vnadmindocs.notation.legal_basis import DISAGREEING_MARKS, LegalBasis, parse_legal_bases
from vnadmindocs.notation.listing import ListItem, disagreeing_marks
from vnadmindocs.record.citation import Citation
from vnadmindocs.record.fields import Reads, State, TextInput, nested, text_of
from vnadmindocs.record.model import Reading
from vnadmindocs.values import dataclass

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class LegalBases:
    """The grounds in the order written; each knows the words it prints.

    Attributes:
        citations: the fields a ground was given in, by index, or those of the register for one
            named by its key; equality looks at words alone.
        homes: for each ground the item of the list it stands in; empty when all are one text.
        written: what was written for a ground that was named by its key or number, by index.
    """

    items: tuple[LegalBasis, ...]
    citations: Mapping[int, Citation] = field(default_factory=dict, compare=False)
    faults: tuple[Fault, ...] = field(default=(), compare=False)
    homes: tuple[int, ...] = field(default=(), compare=False)
    written: Mapping[int, str] = field(default_factory=dict, compare=False)

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """Each ground as understood; places in it are those in the words of its item.

        Read when it is asked for, once for a wording: a record whose rules ask nothing pays
        nothing.
        """
        return tuple([parse_ground(item.words) for item in self.items])

    def fault(
        self, code: str, index: int, span: tuple[int, int] | None, facts: Mapping[str, object]
    ) -> Fault:
        """Make a fault at a ground, or at a place in its words.

        Args:
            code: code of the finding.
            index: which ground.
            span: the place in its words; None means all of them.
            facts: what fills the sentence.
        """
        path = ("legal_bases", self.homes[index]) if self.homes else ("legal_bases",)
        item = self.items[index]
        if index in self.written:
            length = len(self.written[index])
            return Fault(code, item.line, item.column, length, facts, path)
        if index in self.citations:
            return Fault(code, facts=facts, path=path)
        start, end = span if span is not None else (0, len(item.words))
        return Fault(code, item.line, item.column + start, end - start, facts, path)


def _read(value: object, reading: Reading) -> LegalBases | State:
    if isinstance(value, LegalBases):
        return value
    within = isinstance(value, list | tuple)
    items: list[LegalBasis] = []
    citations: dict[int, Citation] = {}
    homes: list[int] = []
    faults: list[Fault] = []
    unknown: list[Fault] = []
    written: dict[int, str] = {}
    for index, each in enumerate(value if isinstance(value, list | tuple) else [value]):
        try:
            if isinstance(each, LegalBasis):
                items.append(each)
            elif isinstance(each, Mapping | Citation):
                citation = nested(Citation, each, reading.context)
                citations[len(items)] = citation
                items.append(LegalBasis(print_citation(citation.value, basis=True)))
            else:
                for basis in parse_legal_bases(text_of(each)):
                    named = _named(basis, reading) if _may_be_named(basis.words) else None
                    if isinstance(named, Fault):
                        unknown.append(named.under(index) if within else named)
                    elif named is not None:
                        citations[len(items)] = named
                        written[len(items)] = basis.words
                        words = print_citation(named.value, basis=True)
                        basis = LegalBasis(words, basis.mark, basis.line, basis.column)
                    items.append(basis)
        except UnreadableError as error:
            faults.extend(fault.under(index) if within else fault for fault in error.faults)
        homes += [index] * (len(items) - len(homes))
    if faults:
        raise UnreadableError(*faults)
    if not items:
        return State.GAP
    marks = None if within else disagreeing_marks(_as_items(items), DISAGREEING_MARKS)
    found = (*unknown, marks) if marks else tuple(unknown)
    return LegalBases(tuple(items), citations, found, tuple(homes) if within else (), written)


def _may_be_named(words: str) -> bool:
    """Tell quickly whether words may be a key or a number of the register, and no ground."""
    return len(words) <= _LONGEST_NAME and ("-" in words or "/" in words) and "ngày" not in words


def _named(basis: LegalBasis, reading: Reading) -> Citation | Fault | None:
    """Find the citation that a key or a number stands for, or what is wrong with it."""
    from vnadmindocs.record.register import register_for, text_named

    opening = basis.opening if fold(basis.opening) == "can_cu" else ""
    words = basis.words[len(opening) :].strip()
    named = reading.data.get("register"), reading.data.get("agency")
    register = register_for(*named, reading.context)
    found = text_named(words, register)
    if isinstance(found, Fault):
        column = basis.column + basis.words.index(words)
        return replace(found, line=basis.line, column=column, length=len(words))
    return None if found is None else Citation.of_text(found)


def _as_items(bases: Iterable[LegalBasis]) -> list[ListItem]:
    return [ListItem(basis.words, basis.mark, basis.line) for basis in bases]


LegalBasesField = Annotated[
    LegalBases | State | None,
    Reads(_read, TextInput | list[TextInput | Citation], with_info=True),
]

"""Căn cứ: the grounds, as printed or as citations in fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Annotated

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.notation.citation import Ground, parse_ground, print_citation
from vnadmindocs.notation.legal_basis import DISAGREEING_MARKS, LegalBasis, parse_legal_bases
from vnadmindocs.notation.listing import ListItem, disagreeing_marks
from vnadmindocs.record.citation import Citation
from vnadmindocs.record.fields import State, TextInput, in_context, nested, text_of
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class LegalBases:
    """The grounds in the order written; each knows the words it prints.

    Attributes:
        citations: the fields a ground was given in, by index; equality looks at words alone.
        homes: for each ground the item of the list it stands in; empty when all are one text.
    """

    items: tuple[LegalBasis, ...]
    citations: Mapping[int, Citation] = field(default_factory=dict, compare=False)
    faults: tuple[Fault, ...] = field(default=(), compare=False)
    homes: tuple[int, ...] = field(default=(), compare=False)

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
        if index in self.citations:
            return Fault(code, facts=facts, path=path)
        item = self.items[index]
        start, end = span if span is not None else (0, len(item.words))
        return Fault(code, item.line, item.column + start, end - start, facts, path)


def _read(value: object, context: object) -> LegalBases | State:
    if isinstance(value, LegalBases):
        return value
    within = isinstance(value, list | tuple)
    items: list[LegalBasis] = []
    citations: dict[int, Citation] = {}
    homes: list[int] = []
    faults: list[Fault] = []
    for index, each in enumerate(value if isinstance(value, list | tuple) else [value]):
        try:
            if isinstance(each, LegalBasis):
                items.append(each)
            elif isinstance(each, Mapping | Citation):
                citation = nested(Citation, each, context)
                citations[len(items)] = citation
                items.append(LegalBasis(print_citation(citation.value, basis=True)))
            else:
                items.extend(parse_legal_bases(text_of(each)))
        except UnreadableError as error:
            faults.extend(fault.under(index) if within else fault for fault in error.faults)
        homes += [index] * (len(items) - len(homes))
    if faults:
        raise UnreadableError(*faults)
    if not items:
        return State.GAP
    marks = None if within else disagreeing_marks(_as_items(items), DISAGREEING_MARKS)
    return LegalBases(
        tuple(items), citations, (marks,) if marks else (), tuple(homes) if within else ()
    )


def _as_items(bases: Iterable[LegalBasis]) -> list[ListItem]:
    return [ListItem(basis.words, basis.mark, basis.line) for basis in bases]


LegalBasesField = Annotated[
    LegalBases | State | None,
    in_context(_read, TextInput | list[TextInput | Citation]),
]

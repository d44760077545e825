"""Kính gửi: the addressees, one item each; groups keep their inner form."""

from __future__ import annotations

import re
from dataclasses import field, replace
from typing import Annotated

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.notation.listing import ListItem, disagreeing_marks, list_items, print_item
from vnadmindocs.pattern import pattern
from vnadmindocs.record.fields import Reads, State, TextsInput, texts_of
from vnadmindocs.values import dataclass

# Typed along from the printed page; the tool prints it.
_LABEL = pattern(r"kính gửi\s*(?::\s*|\Z)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Addressees:
    """The addressees in the order written, end marks taken off.

    Attributes:
        lines: the line each stands on, from 0; () where they were given in Python.
    """

    items: tuple[str, ...]
    lines: tuple[int, ...] = field(default=(), compare=False)
    faults: tuple[Fault, ...] = field(default=(), compare=False)

    def line(self, index: int) -> int:
        """Give the line that an item stands on."""
        return self.lines[index] if index < len(self.lines) else 0

    @property
    def source(self) -> str:
        """The list as a record writes it, one item a line."""
        return "\n".join(map(print_item, self.items))


def items_of(value: object, mark_code: str) -> tuple[tuple[ListItem, ...], tuple[Fault, ...]]:
    """Read a list of texts, as a block or as a YAML list, into items without end marks.

    Args:
        value: text of one item a line, or a list of texts.
        mark_code: code of the hint that end marks disagree.
    """
    found: list[ListItem] = []
    for text, _ in texts_of(value):
        found.extend(list_items(text))
    fault = disagreeing_marks(found, mark_code)
    return tuple(found), (fault,) if fault else ()


def _read(value: object) -> Addressees | State:
    if isinstance(value, Addressees):
        return value
    items = list(list_items("\n".join(text for text, _ in texts_of(value))))
    while items and (label := _LABEL.match(items[0].text)):
        rest = items[0].text[label.end() :]
        items[:1] = [replace(items[0], text=rest)] if rest else []
    if not items:
        return State.GAP
    fault = disagreeing_marks(items, "REC001")
    return Addressees(
        tuple([item.text for item in items]),
        tuple([item.line for item in items]),
        (fault,) if fault else (),
    )


AddresseesField = Annotated[Addressees | State | None, Reads(_read, TextsInput)]

"""A document whose form has fields of its own: a giấy mời, a biên bản.

Its lines are worded from the fields (``law.forms``), or written as printed in «nội dung»: where no
field of its own is written, nothing is worded.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated

from vnadmindocs.law.forms import FormLine, forms
from vnadmindocs.notation.moment import Moment, parse_moment
from vnadmindocs.notation.signature import SignatureBlock
from vnadmindocs.record.addressees import Addressees, items_of
from vnadmindocs.record.body import BodyField
from vnadmindocs.record.document import Document
from vnadmindocs.record.fields import Reads, State, TextInput, TextsInput, line_of
from vnadmindocs.terms import forms as form_terms


class FormDocument(Document):
    """A document with fields that only its form has.

    Attributes:
        vocabulary: the mapping of the glossary that names its fields, and the form.
    """

    body: BodyField = None

    @property
    def own_fields(self) -> tuple[str, ...]:
        """English names of the fields of its form."""
        return _own_fields(self.vocabulary)

    @property
    def lines(self) -> tuple[FormLine, ...]:
        """The lines of its form."""
        return forms()[self.vocabulary]

    @property
    def is_worded(self) -> bool:
        """Whether a field of its own is written, so that its lines are worded."""
        return any(getattr(self, name) is not None for name in self.own_fields)

    def own_signatures(self) -> tuple[SignatureBlock, ...]:
        """Give the signature blocks that follow from its fields; () where none do."""
        return ()


@lru_cache(maxsize=16)
def _own_fields(form: str) -> tuple[str, ...]:
    return tuple(term.english for term in form_terms()[form])


def says(text: str, words: tuple[str, ...]) -> bool:
    """Tell whether a text says one of these words, each a pattern, in capitals or not."""
    return any(re.search(rf"(?<!\w){each}(?!\w)", text.lower()) for each in words)


def _read_moment(value: object) -> Moment:
    return value if isinstance(value, Moment) else parse_moment(line_of(value))


def _read_list(value: object) -> Addressees | State:
    if isinstance(value, Addressees):
        return value
    items, faults = items_of(value, "REC001")
    if not items:
        return State.GAP
    return Addressees(
        tuple(item.text for item in items), tuple(item.line for item in items), faults
    )


MomentField = Annotated[Moment | State | None, Reads(_read_moment, TextInput)]
ListField = Annotated[Addressees | State | None, Reads(_read_list, TextsInput)]

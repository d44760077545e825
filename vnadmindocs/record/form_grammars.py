"""The texts of a form, each with its path and the grammar that reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from vnadmindocs.record.citation import Citation
from vnadmindocs.record.column import Column
from vnadmindocs.record.data_fields import NAME
from vnadmindocs.record.document import Document
from vnadmindocs.record.fields import Reads, RecordModel, line_of, text_of
from vnadmindocs.record.form_pieces import Grammar
from vnadmindocs.record.images import Image
from vnadmindocs.record.issuer import Agency, Signer
from vnadmindocs.record.models import form_model
from vnadmindocs.record.positions import FieldPath
from vnadmindocs.record.signature import Signature
from vnadmindocs.record.tables import Table
from vnadmindocs.record.vocabulary import vocabulary, vocabulary_of
from vnadmindocs.terms import forms

_MODELS: Mapping[str, type[RecordModel]] = {
    "agency": Agency,
    "citation": Citation,
    "column": Column,
    "document": Document,
    "image": Image,
    "signature": Signature,
    "signer": Signer,
    "table": Table,
}
_MARKED = {
    ("document", "body"): Grammar.BODY,
    ("document", "footnotes"): Grammar.INLINE,
    ("table", "rows"): Grammar.ROWS,
    ("table", "columns"): Grammar.ROWS,
    ("column", "name"): Grammar.INLINE,
}
# Read as one value, of which an empty one is a gap; so is every closed choice.
_VALUES = frozenset(
    {
        "type", "number", "symbol", "date", "file", "template", "data", "width", "applied",
        "first_day", "last_day", "validity",
    }
)  # fmt: skip


def texts_of_form(
    value: object, mapping: str = "document", path: FieldPath = ()
) -> Iterator[tuple[FieldPath, str, Grammar]]:
    """Give every text of the data of a record.

    Args:
        value: a mapping with English keys.
        mapping: its mapping of the glossary.
        path: its path in the record.
    """
    if not isinstance(value, Mapping):
        return
    own = _own_mapping(value) if mapping == "document" else ""
    for name, each in value.items():
        term = vocabulary(own or mapping).by_english(str(name)) if mapping else None
        if term is None or name == NAME:
            continue
        is_own = bool(own) and term in forms()[own]
        grammar = _grammar(own if is_own else mapping, str(name))
        if (mapping, name) == ("table", "columns") and not _is_one_line(each):
            grammar = Grammar.INLINE  # each name is a text of its own
        yield from _texts(each, term.holds, grammar, (*path, str(name)), keyed=term.keyed)


def _texts(
    value: Any, holds: str, grammar: Grammar, path: FieldPath, *, keyed: bool = False
) -> Iterator[tuple[FieldPath, str, Grammar]]:
    if isinstance(value, str):
        yield path, value, grammar
    elif isinstance(value, list | tuple):
        for index, each in enumerate(value):
            is_row = grammar is Grammar.ROWS and isinstance(each, list | tuple)
            inner = Grammar.CELL if is_row else grammar
            yield from _texts(each, holds, inner, (*path, index))
    elif isinstance(value, Mapping):
        if keyed:
            for name, each in value.items():
                yield from _texts(each, holds, grammar, (*path, str(name)))
        else:
            yield from texts_of_form(value, holds, path)


def _is_one_line(value: Any) -> bool:
    return isinstance(value, str) and "\n" not in value.strip()


def _own_mapping(value: Mapping[Any, Any]) -> str:
    """Name the mapping of the fields that only this type of document has; "" for none."""
    found = vocabulary_of(str(value.get("type", ""))).mapping
    return found if found in forms() else ""


@cache
def _grammar(mapping: str, name: str) -> Grammar:
    """Tell who reads a field."""
    marked = _MARKED.get((mapping, name))
    if marked is not None:
        return marked
    term = vocabulary(mapping).by_english(name)
    if name in _VALUES or (term is not None and term.choices):
        return Grammar.VALUE
    model = form_model(mapping) if mapping in forms() else _MODELS.get(mapping)
    field = model.model_fields.get(name) if model is not None else None
    reader = field.reader if field is not None else None
    is_words = isinstance(reader, Reads) and reader.read in (line_of, text_of)
    return Grammar.WORDS if is_words else Grammar.LINES

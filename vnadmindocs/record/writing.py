"""A record written back as YAML: the same record when it is read again.

Record -> tree of texts -> YAML. Every text is the source form of its value, so what was written
as printed is written as printed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from vnadmindocs.notation.date import PartialDate, source_date
from vnadmindocs.notation.inline import print_inline
from vnadmindocs.notation.legal_basis import source_legal_bases
from vnadmindocs.notation.recipients import Recipients, print_recipients
from vnadmindocs.notation.signature import SignatureBlock, print_signature
from vnadmindocs.notation.symbol import Number, source_number
from vnadmindocs.record.addressees import Addressees
from vnadmindocs.record.body import RecordBody, body_tree
from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import APPENDIX, TypeName
from vnadmindocs.record.fields import RecordModel, State
from vnadmindocs.record.images import Picture
from vnadmindocs.record.issuer import Agency, Issuer
from vnadmindocs.record.legal_bases import LegalBases
from vnadmindocs.record.signature import fields_of_block
from vnadmindocs.record.yaml_text import Tree, yaml_text
from vnadmindocs.terms import Term, terms

_OMITTED = {"vi": "không", "en": "none"}


def to_yaml(record: Document, language: str = "vi") -> str:
    """Write a record as YAML, keys in ``vi`` or ``en``.

    Pictures and agency profiles are written as their paths; a profile that came from no file is
    written out in place.
    """
    return yaml_text(_mapping(record, "document", language))


def _mapping(model: RecordModel, mapping: str, language: str) -> dict[str, Tree]:
    found: dict[str, Tree] = {}
    for term in terms(mapping):
        value = getattr(model, term.english, None)
        if value is None or value == () or value == {}:
            continue
        if isinstance(value, TypeName) and value is APPENDIX:
            continue
        name = term.english if language == "en" else term.vietnamese
        found[name] = _tree(value, term, language)
    return found


def _tree(value: Any, term: Term, language: str) -> Tree:
    """Give the source form of one field's value."""
    if value is State.GAP:
        return ""
    if value is State.OMITTED:
        return _OMITTED[language]
    if isinstance(value, str):
        return _chosen(value, term, language)
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, Mapping):
        return {str(name): _keyed(each, term, language) for name, each in value.items()}
    if isinstance(value, tuple):
        items = [_item(each, term, language) for each in value]
        return items[0] if len(items) == 1 and term.english in ("agency", "signature") else items
    return _item(value, term, language)


def _chosen(value: str, term: Term, language: str) -> str:
    """Give a choice in the language of the keys; another text as it is."""
    for choice in term.choices:
        if choice.english == value:
            return choice.english if language == "en" else choice.vietnamese
    return value


def _keyed(value: Any, term: Term, language: str) -> Tree:
    if isinstance(value, tuple):
        return print_inline(value)
    return _item(value, term, language)


def _item(value: Any, term: Term, language: str) -> Tree:
    """Give the source form of a value of the notation floor, or of a model inside the record."""
    if isinstance(value, Issuer):
        return _issuer(value, language)
    if isinstance(value, LegalBases):
        return _legal_bases(value, language)
    if isinstance(value, SignatureBlock):
        return _signature(value, language)
    if isinstance(value, RecordBody):
        return body_tree(value, lambda model, mapping: _mapping(model, mapping, language), language)
    if isinstance(value, RecordModel):
        return _mapping(value, term.holds or "document", language)
    return _SOURCES[type(value)](value)


_SOURCES: dict[type, Callable[[Any], str]] = {
    str: str,
    TypeName: lambda value: value.words,
    PartialDate: source_date,
    Number: source_number,
    Addressees: lambda value: value.source,
    Recipients: print_recipients,
    Picture: lambda value: value.written,
}


def _issuer(issuer: Issuer, language: str) -> Tree:
    if issuer.source:
        return issuer.source
    if issuer.same:
        return "như trên"
    agency = issuer.agency
    if isinstance(agency.header, str) and agency == Agency(header=agency.header):
        return agency.header
    return _mapping(agency, "agency", language)


def _legal_bases(bases: LegalBases, language: str) -> Tree:
    if not bases.citations:
        return source_legal_bases(bases.items)
    return [
        _mapping(bases.citations[index], "citation", language)
        if index in bases.citations
        else basis.words
        for index, basis in enumerate(bases.items)
    ]


def _signature(block: SignatureBlock, language: str) -> Tree:
    fields = fields_of_block(block)
    return print_signature(block) if fields is None else _mapping(fields, "signature", language)

"""A record written back as YAML: the same record when it is read again.

Record -> tree of texts -> YAML. Every text is the source form of its value, so what was written
as printed is written as printed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from vnadmindocs.language.number_words import Wording
from vnadmindocs.notation.date import PartialDate, source_date
from vnadmindocs.notation.inline import print_inline
from vnadmindocs.notation.legal_basis import source_legal_bases
from vnadmindocs.notation.listing import print_item
from vnadmindocs.notation.moment import Moment
from vnadmindocs.notation.recipients import Recipients, print_recipients
from vnadmindocs.notation.signature import SignatureBlock, print_signature
from vnadmindocs.notation.symbol import Number, source_number
from vnadmindocs.notation.table import TableRows, print_rows
from vnadmindocs.record.addressees import Addressees
from vnadmindocs.record.attached_file import AttachedFile
from vnadmindocs.record.body import RecordBody, body_tree
from vnadmindocs.record.column import Column, Share
from vnadmindocs.record.data_file import DataFile
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.document_type import APPENDIX, TypeName
from vnadmindocs.record.fields import RecordModel, State, state_of
from vnadmindocs.record.figure_link import source_wording
from vnadmindocs.record.group_rows import GroupRows
from vnadmindocs.record.images import Picture
from vnadmindocs.record.issuer import Agency, Issuer, is_printed_header
from vnadmindocs.record.legal_bases import LegalBases
from vnadmindocs.record.register import OfficeRegister
from vnadmindocs.record.signature import agency_names, fields_of_block
from vnadmindocs.record.table_head import ColumnNumbers
from vnadmindocs.record.tables import columns_in_one_line
from vnadmindocs.record.template_file import TemplateFile
from vnadmindocs.record.yaml_text import Tree, yaml_text
from vnadmindocs.terms import Term, terms

_OMITTED = {"vi": "không", "en": "none"}
_SAME_AS_ABOVE = "như trên"


def to_yaml(record: Document, language: str = "vi") -> str:
    """Write a record as YAML, keys in ``vi`` or ``en``.

    Pictures, data files and agency profiles are written as their paths, so the text belongs in
    the folder the record came from; a profile that came from no file is written out in place.
    """
    written = record.as_written
    return yaml_text(_mapping(written, written.vocabulary, language))


def texts_of_record(record: Document) -> Mapping[str, Tree]:
    """Give every text of a record as a mapping with English keys, as it would be written."""
    return _mapping(record, record.vocabulary, "en")


def _mapping(model: RecordModel, mapping: str, language: str) -> dict[str, Tree]:
    found: dict[str, Tree] = {}
    for term in terms(mapping):
        value = getattr(model, term.english, None)
        if value is None or value == () or value == {}:
            continue
        name = term.english if language == "en" else term.vietnamese
        if isinstance(value, TypeName):
            if value != APPENDIX:
                found[name] = _type(value, language)
        elif term.english == "passages" and isinstance(value, tuple):
            from vnadmindocs.record.extract import source_passages

            found[name] = source_passages(value)
        elif term.english == "signature" and isinstance(value, tuple):
            agencies = agency_names(getattr(model, "agency", None))
            blocks = [_signature(block, agencies, language) for block in value]
            found[name] = _listed(blocks, alone=True)
        else:
            found[name] = _tree(value, term, language)
    if not found and isinstance(model, Appendix):
        found["type" if language == "en" else "loại"] = _type(APPENDIX, language)
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
        return repr(value).removesuffix(".0")
    if isinstance(value, Mapping):
        return {str(name): _keyed(each, term, language) for name, each in value.items()}
    if isinstance(value, tuple):
        if term.holds == "column":
            return _columns(value, term, language)
        items = [_item(each, term, language) for each in value]
        return _listed(items, alone=term.english == "agency")
    return _item(value, term, language)


def _listed(items: list[Tree], *, alone: bool) -> Tree:
    """Give a list; one item that is not empty may stand without it."""
    return items[0] if alone and len(items) == 1 and items[0] else items


def _chosen(value: str, term: Term, language: str) -> str:
    """Give a choice in the language of the keys; another text as it is."""
    for choice in term.choices:
        if choice.english == value:
            return choice.english if language == "en" else choice.vietnamese
    return value


def _type(value: TypeName, language: str) -> str:
    """Name a type in the language of the keys; one outside the list of Điều 7 as written."""
    if value == APPENDIX:
        return "appendix" if language == "en" else "phụ lục"
    if value.law is None:
        return value.words
    return value.law.key if language == "en" else value.law.name.vi


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
    if isinstance(value, RecordBody):
        return body_tree(value, lambda model, mapping: _mapping(model, mapping, language), language)
    if isinstance(value, RecordModel):
        return _mapping(value, value.vocabulary, language)
    if term.english == "original":
        return value.written or _mapping(value.record, value.record.vocabulary, language)
    return _SOURCES[type(value)](value)


_SOURCES: dict[type, Callable[[Any], Tree]] = {
    str: str,
    int: str,
    Addressees: lambda value: _list_of_one(value.source),
    AttachedFile: lambda value: value.written,
    ColumnNumbers: lambda value: value.words,
    DataFile: lambda value: value.written,
    GroupRows: lambda value: value.words,
    Moment: lambda value: value.words,
    Number: source_number,
    PartialDate: source_date,
    OfficeRegister: lambda value: value.source,
    Picture: lambda value: value.written,
    Wording: source_wording,
    Share: lambda value: value.written,
    Recipients: lambda value: _list_of_one(print_recipients(value)),
    TableRows: lambda value: _rows(print_rows(value)),
    TemplateFile: lambda value: value.written,
}


def _list_of_one(text: str) -> str:
    """Mark a list whose one item is a word like «không», which would else be a state."""
    return text if state_of(text) is None else f"{text};"


def _rows(text: str) -> Tree:
    """Write a single cell that is a word like «không» as a row of a list."""
    return [[text]] if state_of(text) is State.OMITTED else text


def _columns(columns: Sequence[Column], term: Term, language: str) -> Tree:
    line = columns_in_one_line(columns)
    return [_mapping(each, term.holds, language) for each in columns] if line is None else line


def _issuer(issuer: Issuer, language: str) -> Tree:
    if issuer.source:
        return issuer.source
    if issuer.same:
        return _SAME_AS_ABOVE
    agency = issuer.agency
    header = agency.header
    if isinstance(header, str) and is_printed_header(header) and agency == Agency(header=header):
        return header
    return _mapping(agency, "agency", language)


def _legal_bases(bases: LegalBases, language: str) -> Tree:
    if not bases.citations:
        return _list_of_one(source_legal_bases(bases.items))
    return [
        _mapping(bases.citations[index], "citation", language)
        if index in bases.citations
        else print_item(basis.words)
        for index, basis in enumerate(bases.items)
    ]


def _signature(block: SignatureBlock, agencies: Sequence[str], language: str) -> Tree:
    fields = fields_of_block(block, agencies)
    return print_signature(block) if fields is None else _mapping(fields, "signature", language)

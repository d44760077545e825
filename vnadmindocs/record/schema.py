"""JSON Schemas of the record, for editors: generated from the models and the glossary.

Models (which fields there are, which are required) and terms (names, shapes, choices, words) -> a
draft-07 schema in which each name may be spelled in any of its ways. What a schema cannot say
readably (a name spelled twice, what spans fields) is the tool's own to find.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, get_args, get_origin

from vnadmindocs.diagnostics import Text
from vnadmindocs.law.copy_forms import copy_forms
from vnadmindocs.law.document_types import DocumentType, document_types
from vnadmindocs.record.body import BodyItem
from vnadmindocs.record.citation import Citation
from vnadmindocs.record.contract import Party
from vnadmindocs.record.data_field import DataField
from vnadmindocs.record.document import Appendix
from vnadmindocs.record.fields import TEXT_SCHEMA, Reads, RecordModel
from vnadmindocs.record.figure_link import FigureLink
from vnadmindocs.record.images import Image
from vnadmindocs.record.issuer import Agency, Signer
from vnadmindocs.record.model import ModelField
from vnadmindocs.record.models import model_of
from vnadmindocs.record.register_file import Entry, RegisterFile
from vnadmindocs.record.schema_forms import any_form_field, field_of, form_fields, named_terms
from vnadmindocs.record.schema_names import any_spelling, offered_name, other_names
from vnadmindocs.record.signature import Signature
from vnadmindocs.record.starting import schema_name
from vnadmindocs.record.tables import Column, Table
from vnadmindocs.record.typed_document import TypedDocument
from vnadmindocs.terms import Choice, Term, forms, term, terms

LANGUAGES = ("vi", "en")
Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
# The model of each mapping that a value inside a record may be.
_MODELS: Mapping[str, type[RecordModel]] = {
    "agency": Agency,
    "body_item": BodyItem,
    "citation": Citation,
    "column": Column,
    "data_field": DataField,
    "document": Appendix,
    "figure": FigureLink,
    "image": Image,
    "legal_text": Entry,
    "party": Party,
    "signature": Signature,
    "signer": Signer,
    "table": Table,
}
_TITLES = {
    "document": Text("Văn bản hành chính", "Administrative document"),
    "agency": Text("Hồ sơ cơ quan", "Agency profile"),
    "register": Text("Danh mục văn bản", "Register of legal texts"),
}
_NONE: Mapping[str, str] = {}
_NOT_PRINTED = Text("Không in phần này", "This part is not printed")
_STATE_WORDS = {"vi": "không", "en": "none"}
# «Lưu: VT» as an item of a list is a mapping to YAML and a text to the tool.
_PAIR: Schema = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": TEXT_SCHEMA,
}


def schema_files() -> Mapping[str, str]:
    """Give the text of every schema that ships, by its path under ``schemas/``."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for kind in (None, *(each for each in _every_type() if _has_own_model(each))):
            path = f"{language}/{schema_name(kind, language)}.schema.json"
            found[path] = _text(document_schema(kind, language))
        agency = "agency" if language == "en" else "co-quan"
        found[f"{language}/{agency}.schema.json"] = _text(agency_schema(language))
        register = "register" if language == "en" else "danh-muc-van-ban"
        found[f"{language}/{register}.schema.json"] = _text(register_schema(language))
    return found


def document_schema(kind: DocumentType | None, language: str) -> Schema:
    """Generate the schema of a type of document or form of copy; None: of any of them.

    Args:
        kind: the type.
        language: ``vi`` or ``en``: which spelling of a name is offered, which description first.
    """
    model = TypedDocument if kind is None else model_of(kind.key)
    title = kind.name.in_language(language) if kind else _TITLES["document"].in_language(language)
    kinds = _every_type() if kind is None else (kind,)
    root = _mapping(
        model, model.vocabulary, language, own={"type": "document_type"}, of_any_form=kind is None
    )
    root["allOf"] += _asked_by_type(kinds) if kind is None or kind.fields else []
    if kind is None:
        root["allOf"] += _asking_a_body(kinds)
    spelled = term("document", "type")
    definitions = _definitions((name for name in _MODELS if name != "legal_text"), language)
    if kind is None or kind.fields:
        wanted = forms() if kind is None else (kind.fields,)
        definitions |= _form_definitions(wanted, language)
    # An attached document may bear any name; the document itself is of one of these types.
    types = _types(kinds, language)
    definitions["document.type"]["anyOf"] = [types["anyOf"][0], TEXT_SCHEMA]
    definitions["document_type"] = {"description": _description(spelled, language), **types}
    return {
        "$schema": _DRAFT,
        "title": title[0].upper() + title[1:],
        **root,
        "definitions": definitions,
    }


def _every_type() -> tuple[DocumentType, ...]:
    """Give the 29 types and the forms of copy."""
    return (*document_types(), *copy_forms())


def agency_schema(language: str) -> Schema:
    """Generate the schema of an agency profile; ``language`` as for ``document_schema``."""
    root = _mapping(Agency, "agency", language)
    # A profile names the body, by its header lines or by its full name.
    root["allOf"] = [{"anyOf": [*_present("agency", "header"), *_present("agency", "full_name")]}]
    return {
        "$schema": _DRAFT,
        "title": _TITLES["agency"].in_language(language),
        **root,
        "definitions": _definitions(("agency", "signer"), language),
    }


def register_schema(language: str) -> Schema:
    """Generate the schema of a register of legal texts, as ``agency_schema`` does."""
    values = {
        f"register.{each.english}": _value(each, RegisterFile.model_fields[each.english], language)
        for each in terms("register")
    }
    return {
        "$schema": _DRAFT,
        "title": _TITLES["register"].in_language(language),
        **_mapping(RegisterFile, "register", language),
        "definitions": {**_definitions(("legal_text",), language), **values},
    }


def _mapping(
    model: type[RecordModel],
    name: str,
    language: str,
    own: Mapping[str, str] = _NONE,
    *,
    of_any_form: bool = False,
) -> Schema:
    """Give the schema of a mapping: its names in every spelling, and those it must have.

    Args:
        model: which fields there are.
        name: the mapping of the glossary.
        language: language of the names offered.
        own: names that must be there, with a definition other than that of their mapping.
        of_any_form: whether fields that only some types of document have may stand there too,
            and the body is asked for elsewhere.
    """
    properties: Schema = {}
    patterns: Schema = {}
    asked: list[Schema] = []
    for home, each in named_terms(name, of_any_form=of_any_form):
        field = field_of(model, home, each)
        if field is None:
            continue
        value = {"$ref": f"#/definitions/{own.get(each.english, f'{home}.{each.english}')}"}
        offered, others = offered_name(each, language), other_names(each, language)
        properties[offered] = value
        # Beside a $ref nothing else counts, so what is not suggested refers through allOf.
        unseen = {"allOf": [value], "doNotSuggest": True}
        for other in others:
            properties.setdefault(other, unseen)
        patterns[any_spelling((offered, *others), rest=True)] = value
        elsewhere = of_any_form and (each.english == "body" or home in forms())
        if (field.is_required() or each.english in own) and not elsewhere:
            asked.append({"anyOf": _present(name, each.english)})
    schema: Schema = {
        "type": "object",
        "properties": properties,
        "patternProperties": patterns,
        "additionalProperties": False,
    }
    return {**schema, "allOf": asked} if asked else schema


def _form_definitions(wanted: Iterable[str], language: str) -> Schema:
    """Give every value that only documents of these forms have."""
    return {
        f"{form}.{each.english}": _value(each, field, language)
        for form in wanted
        for each, field in form_fields(form)
    }


def _definitions(names: Iterable[str], language: str) -> Schema:
    """Give the mappings a value may be, and every value by mapping and English name."""
    found: Schema = {}
    for name in names:
        model = _MODELS[name]
        found[name] = _mapping(model, name, language)
        if name == "document":
            found[name]["patternProperties"] |= any_form_field()
        for each in terms(name):
            field = model.model_fields.get(each.english)
            if field is not None:
                found[f"{name}.{each.english}"] = _value(each, field, language)
    return dict(sorted(found.items()))


def _present(name: str, english: str) -> list[Schema]:
    """Give the ways in which a name is there, as branches of ``anyOf``."""
    found = term(name, english)
    spellings = (offered_name(found, "vi"), *other_names(found, "vi"))
    pattern = any_spelling(spellings, rest=True)
    elsewhere = {"not": {"propertyNames": {"not": {"pattern": pattern}}}}
    return [*({"required": [spelling]} for spelling in spellings), elsewhere]


def _asked_by_type(kinds: Iterable[DocumentType]) -> list[Schema]:
    """Give what the decree asks of some types beyond what every document has."""
    found: list[Schema] = []
    for part in ("subject", "addressees"):
        asking = [kind for kind in kinds if getattr(kind, part) == "required"]
        if not asking:
            continue
        found.append({"if": _of_types(asking), "then": {"anyOf": _present("document", part)}})
    return found


def _asking_a_body(kinds: Iterable[DocumentType]) -> list[Schema]:
    """Ask for a body in every type whose form cannot say all in its fields."""
    without = [kind for kind in kinds if not kind.body_required]
    return [{"if": _of_types(without), "else": {"anyOf": _present("document", "body")}}]


def _of_types(kinds: Iterable[DocumentType]) -> Schema:
    """Give the condition that a document says it is of one of these types."""
    spelled = term("document", "type")
    names = (offered_name(spelled, "vi"), *other_names(spelled, "vi"))
    pattern = any_spelling([name for kind in kinds for name in _type_names(kind)])
    return {
        "anyOf": [
            {"required": [name], "properties": {name: {"type": "string", "pattern": pattern}}}
            for name in names
        ]
    }


# --- values


def _value(term: Term, field: ModelField, language: str) -> Schema:
    """Give the schema of one value: its shapes, its choices and its two descriptions."""
    described: Schema = {"description": _description(term, language)}
    reads = field.reader
    assert isinstance(reads, Reads)
    if term.choices:
        return {**described, **_choices(term, language, states=reads.keeps_states)}
    shapes = _shapes(term, reads)
    return {**described, **(shapes[0] if len(shapes) == 1 else {"anyOf": shapes})}


def _shapes(term: Term, reads: Reads) -> list[Schema]:
    """Give the shapes of a value, as the reader knows them from the glossary."""
    text = _takes_text(reads.written)
    inner = {"$ref": f"#/definitions/{term.holds}"} if term.holds else None
    # Where no text can stand, the two states still can: nothing, and «không».
    unprinted = {"type": "string", "pattern": f"^$|{any_spelling(_STATE_WORDS.values())}"}
    states: list[Schema] = [{"type": "null"}, *([unprinted] if reads.keeps_states else [])]
    empty = [TEXT_SCHEMA] if text else states
    listed = {"type": "array", "items": {"anyOf": [TEXT_SCHEMA, _PAIR]}}
    if term.keyed:
        each = [inner, *empty] if inner else empty
        each += [listed] if _list_depth(reads.written) else []
        keyed: Schema = {"type": "object", "additionalProperties": {"anyOf": each}}
        names = [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}] if term.listed else states
        return [keyed, *names]
    shapes = [inner, *empty] if inner and text else [*empty, inner] if inner else empty
    if term.listed:
        items: list[Schema] = [inner] if inner else []
        if text:
            items += [TEXT_SCHEMA, _pair(term)]
        if _list_depth(reads.written) > 1:
            items.append(listed)
        shapes = [*shapes, {"type": "array", "items": {"anyOf": items}}]
    return shapes


def _pair(term: Term) -> Schema:
    """Give the shape of a text that YAML takes for a mapping; a mapping meant as one is none."""
    if not term.holds:
        return _PAIR
    names = [name for each in terms(term.holds) for name in (each.vietnamese, *each.aliases)]
    names += [each.english for each in terms(term.holds)]
    return {**_PAIR, "propertyNames": {"not": {"pattern": any_spelling(names)}}}


def _takes_text(written: object) -> bool:
    """Tell whether a text may stand somewhere in what a field is written as."""
    if isinstance(written, dict):
        return written == TEXT_SCHEMA or any(map(_takes_text, written.values()))
    if get_origin(written) is Annotated:
        return True
    return any(map(_takes_text, get_args(written)))


def _list_depth(written: object) -> int:
    """Tell how deep lists stand in lists in what a field is written as."""
    inner = max(map(_list_depth, get_args(written)), default=0)
    return inner + (get_origin(written) is list)


def _choices(term: Term, language: str, *, states: bool) -> Schema:
    """Give a closed choice: one spelling of each offered and explained, any of them taken."""
    offered = [_offered_choice(choice, language) for choice in term.choices]
    explained = [_both(Text(choice.vi, choice.en), language) for choice in term.choices]
    every = [
        name
        for choice in term.choices
        for name in (choice.vietnamese, choice.english, *choice.aliases)
    ]
    word = _STATE_WORDS[language]
    if states and word not in offered:
        offered.append(word)
        explained.append(_both(_NOT_PRINTED, language))
        every += _STATE_WORDS.values()
    return _one_of(offered, explained, every, empty=True)


def _types(kinds: Iterable[DocumentType], language: str) -> Schema:
    """Give the choice of the types of a document."""
    kinds = tuple(kinds)
    offered = [kind.key if language == "en" else kind.name.vi for kind in kinds]
    explained = [_both(_type_words(kind), language) for kind in kinds]
    every = [name for kind in kinds for name in _type_names(kind)]
    return _one_of(offered, explained, every, empty=False)


def _one_of(offered: list[str], explained: list[str], every: list[str], *, empty: bool) -> Schema:
    named: Schema = {
        "enum": offered,
        "enumDescriptions": explained,
        "markdownEnumDescriptions": explained,
    }
    spelled: Schema = {
        "type": "string",
        "pattern": any_spelling(every) + ("|^\\s*$" if empty else ""),
        "patternErrorMessage": f"Chọn một trong / Choose one of: {', '.join(offered)}",
    }
    return {"anyOf": [named, spelled, *([{"type": "null"}] if empty else [])]}


def _type_names(kind: DocumentType) -> list[str]:
    return [name for name in (kind.name.vi, kind.key, kind.abbreviation, *kind.also) if name]


def _type_words(kind: DocumentType) -> Text:
    printed = kind.printed or "V/v"
    return Text(vi=f"In «{printed}»", en=f"{kind.name.en}; prints «{printed}»")


def _offered_choice(choice: Choice, language: str) -> str:
    return choice.english if language == "en" else choice.vietnamese


def _description(term: Term, language: str) -> str:
    return _both(Text(term.vi, term.en), language, "\n\n")


def _both(text: Text, language: str, between: str = " · ") -> str:
    """Give a text in both languages, that of the schema first."""
    return between.join((text.en, text.vi) if language == "en" else (text.vi, text.en))


def _has_own_model(kind: DocumentType) -> bool:
    return model_of(kind.key) is not TypedDocument


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"

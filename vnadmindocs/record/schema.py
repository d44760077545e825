"""JSON Schemas of the record, for editors: generated from the models and the glossary.

Models and terms -> a draft-07 schema in which each name may be spelled in any of its ways. What a
schema cannot say readably (which spelling twice, what spans fields) is the tool's own to find.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from vnadmindocs.language.text import without_accents
from vnadmindocs.law.document_types import DocumentType, document_types
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.fields import TEXT_SCHEMA, RecordModel
from vnadmindocs.record.issuer import Agency
from vnadmindocs.record.models import model_of
from vnadmindocs.record.starting import schema_name
from vnadmindocs.record.typed_document import TypedDocument
from vnadmindocs.terms import Term, term, terms

LANGUAGES = ("vi", "en")

# The mapping of the glossary that each model of the record takes its names from.
_MAPPINGS = {
    "Appendix": "document",
    "Agency": "agency",
    "BodyItem": "body_item",
    "Citation": "citation",
    "Column": "column",
    "Decision": "document",
    "Dispatch": "document",
    "Image": "image",
    "Plan": "document",
    "Signature": "signature",
    "Signer": "signer",
    "Table": "table",
    "TypedDocument": "document",
}
_STATE_WORDS = ("không", "khong", "none")

Schema = dict[str, Any]


def schema_files() -> Mapping[str, str]:
    """Give the text of every schema that ships, by its path under ``schemas/``."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for kind in (None, *(each for each in document_types() if _has_own_model(each))):
            path = f"{language}/{schema_name(kind, language)}.schema.json"
            found[path] = _text(document_schema(kind, language))
        agency = "agency" if language == "en" else "co-quan"
        found[f"{language}/{agency}.schema.json"] = _text(agency_schema(language))
    return found


def document_schema(kind: DocumentType | None, language: str) -> Schema:
    """Generate the schema of a type of document; None: of any of the 29."""
    model = TypedDocument if kind is None else model_of(kind.key)
    schema = _converted(model, language)
    title = kind.name.in_language(language) if kind else _GENERAL[language]
    spelled = [kind] if kind else list(document_types())
    types = _spelled_types(spelled)
    for name in _spellings(term("document", "type")):
        schema["properties"][name]["enum"] = types
        schema["properties"][name].pop("type", None)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **schema,
    }


def agency_schema(language: str) -> Schema:
    """Generate the schema of an agency profile."""
    title = "Agency profile" if language == "en" else "Hồ sơ cơ quan"
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **_converted(Agency, language),
    }


_GENERAL = {"vi": "văn bản hành chính", "en": "administrative document"}


def _converted(model: type[RecordModel], language: str) -> Schema:
    """Turn pydantic's schema of a model into ours."""
    raw = model.model_json_schema(mode="validation")
    definitions = raw.pop("$defs", {})
    if issubclass(model, Document):
        appendix = Appendix.model_json_schema(mode="validation")
        definitions |= appendix.pop("$defs", {}) | {"Appendix": appendix}
    root = definitions.get(model.__name__, raw) if "$ref" in raw else raw
    inner = {
        name: _model(definition, _MAPPINGS[name], language)
        for name, definition in sorted(definitions.items())
        if name != model.__name__
    }
    schema = _model(root, _MAPPINGS[model.__name__], language)
    return {**schema, "definitions": inner} if inner else schema


def _model(definition: Mapping[str, Any], mapping: str, language: str) -> Schema:
    fields: Mapping[str, Schema] = definition.get("properties", {})
    properties: Schema = {}
    required: list[Schema] = []
    for each in terms(mapping):
        if each.english not in fields:
            continue
        value = _field(fields[each.english], each, language)
        offered = each.english if language == "en" else each.vietnamese
        spellings = _spellings(each)
        for name in spellings:
            properties[name] = value if name == offered else {**value, "doNotSuggest": True}
        if each.english in definition.get("required", ()):
            required.append({"anyOf": [{"required": [name]} for name in spellings]})
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "allOf": required} if required else schema


def _field(raw: Mapping[str, Any], term: Term, language: str) -> Schema:
    """Give the schema of one field: its shapes, its choices and its two descriptions."""
    first, second = (term.en, term.vi) if language == "en" else (term.vi, term.en)
    described: Schema = {"description": f"{first}\n\n{second}"}
    if term.choices:
        return {**described, **_choices(term, language)}
    return {**described, **_shape(raw)}


def _shape(raw: Mapping[str, Any]) -> Schema:
    """Keep what says the shape of a value; every field may also be left empty."""
    kept = {key: _inner(value) for key, value in raw.items() if key not in ("default", "title")}
    if "anyOf" in kept or kept.get("type") in ("array", "object") or "$ref" in kept:
        shapes = kept.pop("anyOf", None) or [kept]
        if TEXT_SCHEMA not in shapes:
            shapes = [*shapes, {"type": "null"}, {"enum": list(_STATE_WORDS)}]
        return {"anyOf": shapes}
    return kept


def _inner(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("#/$defs/", "#/definitions/")
    if isinstance(value, list):
        return [_inner(each) for each in value]
    if isinstance(value, dict):
        return {key: _inner(each) for key, each in value.items() if key not in ("default", "title")}
    return value


def _choices(term: Term, language: str) -> Schema:
    """Give a closed choice; each value of the language's own spelling is explained."""
    spelled: list[str | None] = []
    explained: list[str] = []
    for choice in term.choices:
        own = choice.english if language == "en" else choice.vietnamese
        names = dict.fromkeys((own, choice.vietnamese, choice.english, *choice.aliases))
        names |= dict.fromkeys(_unaccented(name) for name in tuple(names))
        for name in names:
            if name not in spelled:
                spelled.append(name)
                explained.append(f"{choice.vi} — {choice.en}")
    for word in _STATE_WORDS:
        if word not in spelled:
            spelled.append(word)
            explained.append("không in — not printed")
    return {
        "enum": [*spelled, None],
        "enumDescriptions": [*explained, "để trống — left empty"],
        "markdownEnumDescriptions": [*explained, "để trống — left empty"],
    }


def _spelled_types(kinds: Iterable[DocumentType]) -> list[str]:
    spelled: dict[str, None] = {}
    for kind in kinds:
        own = (kind.name.vi, kind.key, kind.abbreviation, *kind.also)
        for name in own:
            if name:
                spelled[name] = None
                spelled[_unaccented(name)] = None
    return list(spelled)


def _spellings(term: Term) -> list[str]:
    """Give the spellings of a name that a schema knows, the Vietnamese one first."""
    names = dict.fromkeys((term.vietnamese, term.english, *term.aliases))
    for name in tuple(names):
        names[_unaccented(name)] = None
        names[_unaccented(name).replace(" ", "_")] = None
    return list(names)


def _unaccented(name: str) -> str:
    return without_accents(name)


def _has_own_model(kind: DocumentType) -> bool:
    return model_of(kind.key) is not TypedDocument


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"

"""The glossary: every name a record may use, in both languages, from one declaration.

``terms.toml`` holds the vocabulary of each mapping of a record. The models name their fields in
English as here; the reader, the schemas and the documentation take spellings and descriptions
from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from vnadmindocs.errors import BrokenInstallError
from vnadmindocs.toml_lines import read_toml
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One name of one mapping.

    Attributes:
        english: the model's field name, such as ``legal_bases``.
        vietnamese: the name offered to people, such as ``căn cứ``.
        aliases: other spellings that are read and never offered.
        vi, en: what the field holds, in words for the one who writes it.
        holds: the mapping that the value, or each item of its list, may be; "" for texts only.
        keyed: the value is a mapping with free keys, each value of it being ``holds`` or a text;
            where it is ``listed`` too, the keys may stand alone, one a line or in a list.
        listed: the value may be a list.
        choices: the values allowed, by English name; empty when free.
    """

    english: str
    vietnamese: str
    vi: str
    en: str
    aliases: tuple[str, ...] = ()
    holds: str = ""
    keyed: bool = False
    listed: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One allowed value of a field, in both languages, and what it means."""

    english: str
    vietnamese: str
    vi: str
    en: str
    aliases: tuple[str, ...] = ()


@cache
def _raw() -> Mapping[str, Mapping[str, object]]:
    path = Path(__file__).with_name("terms.toml")
    try:
        return read_toml(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BrokenInstallError("terms.toml is missing") from error


@cache
def _own() -> Mapping[str, tuple[Term, ...]]:
    """Give the terms that each mapping names itself."""
    return {
        mapping: tuple(
            _term(english, table) for english, table in own.items() if isinstance(table, dict)
        )
        for mapping, own in _raw().items()
    }


@cache
def mappings() -> Mapping[str, tuple[Term, ...]]:
    """Give the terms of every mapping: ``document``, ``agency``, ``table`` and so on.

    The mapping of a form (``minutes``) has those of every document first, then its own.
    """
    own = _own()
    return {
        mapping: _extended(own[str(raw["extends"])], own[mapping]) if "extends" in raw else found
        for (mapping, raw), found in zip(_raw().items(), own.values(), strict=True)
    }


@cache
def forms() -> Mapping[str, tuple[Term, ...]]:
    """Give the own terms of each form of document, by the name of its mapping."""
    return {mapping: _own()[mapping] for mapping, raw in _raw().items() if "extends" in raw}


def _extended(base: tuple[Term, ...], own: tuple[Term, ...]) -> tuple[Term, ...]:
    """Join terms; an alias that a form gives another meaning («về việc») is that form's."""
    names = {name for term in own for name in (term.vietnamese, *term.aliases)}
    kept = (
        replace(term, aliases=tuple(each for each in term.aliases if each not in names))
        if not names.isdisjoint(term.aliases)
        else term
        for term in base
    )
    return (*kept, *own)


def field_term(english: str) -> Term:
    """Find a field of a document by its English name, that of a form included.

    Raises:
        KeyError: no document has such a field.
    """
    found = _form_term(english)
    return found if found is not None else term("document", english)


def terms(mapping: str) -> tuple[Term, ...]:
    """Give the terms of one mapping, in the order people write them."""
    return mappings()[mapping]


def term(mapping: str, english: str) -> Term:
    """Find a term by its English name.

    Raises:
        KeyError: the mapping has no such term.
    """
    for found in terms(mapping):
        if found.english == english:
            return found
    raise KeyError(f"{mapping}.{english}")


def named_path(path: Iterable[str | int], language: str, mapping: str = "document") -> str:
    """Name a path as people write it: ``phụ lục/1/loại``; places in lists count from 1.

    Args:
        path: English names, names of the writer's own, and places in lists from 0.
        language: ``vi``; in ``en`` the names stay.
        mapping: the mapping the path starts in.
    """
    names = []
    own = False  # the next name is the writer's own
    for part in path:
        if isinstance(part, int) or (part.isdigit() and not own):
            names.append(str(int(part) + 1))
            continue
        known = terms(mapping) if mapping and not own else ()
        found = next((each for each in known if each.english == part), None)
        if found is None and mapping == "document" and not own:
            found = _form_term(part)
        own = found is not None and found.keyed
        if found is None:
            names.append(part)
        else:
            names.append(found.vietnamese if language == "vi" else part)
            mapping = found.holds
    return "/".join(names)


def _form_term(english: str) -> Term | None:
    own = (term for terms in forms().values() for term in terms)
    return next((term for term in own if term.english == english), None)


def _term(english: str, table: Mapping[str, object]) -> Term:
    choices = table.get("choices", {})
    if not isinstance(choices, dict):
        raise BrokenInstallError(f"choices of {english} is no table")
    return Term(
        english=english,
        vietnamese=str(table["name"]),
        vi=str(table["vi"]),
        en=str(table["en"]),
        aliases=_strings(table.get("aliases")),
        holds=str(table.get("holds", "")),
        keyed=bool(table.get("keyed", False)),
        listed=bool(table.get("listed", False)),
        choices=tuple(
            Choice(
                english=name,
                vietnamese=str(choice["name"]),
                vi=str(choice["vi"]),
                en=str(choice["en"]),
                aliases=_strings(choice.get("aliases")),
            )
            for name, choice in choices.items()
        ),
    )


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()

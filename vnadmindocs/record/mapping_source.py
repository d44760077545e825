"""A record given as a Python mapping, its keys in any of the three spellings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.record.vocabulary import (
    Vocabulary,
    names_alone,
    types_with,
    vocabulary,
    vocabulary_of,
)


def canonical(
    value: Mapping[str, Any], mapping: str = "document"
) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """Give the mapping with English keys at every level; values stay what they are.

    Faults: SCH001 and SCH002 unknown key, SCH028 a key of other types of document, SCH027 the
    same key twice in two spellings.
    """
    faults: list[Fault] = []
    return _canonical(value, mapping, faults, ()), tuple(faults)


def _canonical(
    value: Mapping[str, Any], mapping: str, faults: list[Fault], path: tuple[str | int, ...]
) -> dict[str, Any]:
    known = vocabulary(mapping)
    if mapping == "document":
        written_type = next((each for key, each in value.items() if _is_type(str(key), known)), "")
        known = vocabulary_of(str(written_type))
    found: dict[str, Any] = {}
    written: dict[str, str] = {}
    for key, each in value.items():
        term = known.find(str(key))
        if term is None:
            faults.append(_unknown(str(key), known, path))
            continue
        if term.english in found:
            facts = {"first": written[term.english], "found": str(key)}
            faults.append(Fault("SCH027", path=path, facts=facts))
            continue
        written[term.english] = str(key)
        here = (*path, term.english)
        if not term.holds:
            found[term.english] = each
        elif term.keyed and isinstance(each, Mapping):
            found[term.english] = {
                str(name): _item(inner, term.holds, faults, (*here, str(name)))
                for name, inner in each.items()
            }
        elif term.keyed and term.listed and isinstance(each, str | list | tuple):
            lines = each.split("\n") if isinstance(each, str) else each
            found[term.english] = names_alone(lines)
        elif isinstance(each, list | tuple):
            found[term.english] = [
                _item(inner, term.holds, faults, (*here, index)) for index, inner in enumerate(each)
            ]
        else:
            found[term.english] = _item(each, term.holds, faults, here)
    return found


def _is_type(key: str, known: Vocabulary) -> bool:
    term = known.find(key)
    return term is not None and term.english == "type"


def _unknown(key: str, known: Vocabulary, path: tuple[str | int, ...]) -> Fault:
    kinds = types_with(key)
    if kinds is not None:
        return Fault("SCH028", path=path, facts={"found": key, "types": kinds})
    near = known.suggest(key)
    if near is not None:
        name = Text(vi=near.vietnamese, en=near.english)
        return Fault("SCH001", path=path, facts={"found": key, "name": name})
    return Fault("SCH002", path=path, facts={"found": key, "names": known.names})


def _item(value: Any, mapping: str, faults: list[Fault], path: tuple[str | int, ...]) -> Any:
    if isinstance(value, Mapping):
        return _canonical(value, mapping, faults, path)
    return value

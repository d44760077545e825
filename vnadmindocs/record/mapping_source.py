"""A record given as a Python mapping, its keys in any of the three spellings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.record.vocabulary import vocabulary


def canonical(
    value: Mapping[str, Any], mapping: str = "document"
) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """Give the mapping with English keys at every level; values stay what they are.

    Faults: SCH001 unknown key, SCH003 the same key twice in two spellings.
    """
    faults: list[Fault] = []
    return _canonical(value, mapping, faults, ()), tuple(faults)


def _canonical(
    value: Mapping[str, Any], mapping: str, faults: list[Fault], path: tuple[str | int, ...]
) -> dict[str, Any]:
    known = vocabulary(mapping)
    found: dict[str, Any] = {}
    for key, each in value.items():
        term = known.find(str(key))
        if term is None:
            near = known.suggest(str(key))
            facts = {"found": str(key), "near": near.vietnamese if near else ""}
            faults.append(Fault("SCH001", path=path, facts=facts))
            continue
        if term.english in found:
            faults.append(Fault("SCH003", path=path, facts={"found": str(key)}))
            continue
        here = (*path, term.english)
        if not term.holds:
            found[term.english] = each
        elif term.keyed and isinstance(each, Mapping):
            found[term.english] = {
                str(name): _item(inner, term.holds, faults, (*here, str(name)))
                for name, inner in each.items()
            }
        elif isinstance(each, list | tuple):
            found[term.english] = [
                _item(inner, term.holds, faults, (*here, index)) for index, inner in enumerate(each)
            ]
        else:
            found[term.english] = _item(each, term.holds, faults, here)
    return found


def _item(value: Any, mapping: str, faults: list[Fault], path: tuple[str | int, ...]) -> Any:
    if isinstance(value, Mapping):
        return _canonical(value, mapping, faults, path)
    return value

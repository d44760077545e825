"""Ways through the file: outline, page labels, destinations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from vnadmindocs.writers.pdf.conformance.opened import (
    Opened,
    at,
    ident_of,
    name_tree,
    raw,
    resolve,
)

_NUMERALS = frozenset(["/D", "/R", "/r", "/A", "/a"])


def _named(pdf: Opened) -> dict[str, Any]:
    found = {str(name): value for name, value in name_tree(at(pdf.catalog, "/Names", "/Dests"))}
    old = at(pdf.catalog, "/Dests")
    if isinstance(old, DictionaryObject):
        found |= {key.removeprefix("/"): value for key, value in dict.items(old)}
    return found


def _leads(pdf: Opened, destination: Any, named: dict[str, Any]) -> bool:
    """Tell whether a destination is a page of this file."""
    target = resolve(destination)
    if isinstance(target, (str, bytes)) and not isinstance(target, ArrayObject):
        key = target.removeprefix("/") if isinstance(target, NameObject) else str(target)
        if key not in named:
            return False
        target = resolve(named[key])
    if isinstance(target, DictionaryObject):
        target = at(target, "/D")
    return (
        isinstance(target, ArrayObject) and bool(target) and ident_of(target[0]) in pdf.page_numbers
    )


def destinations(pdf: Opened) -> Iterator[str]:
    """Whatever goes to a place in the file finds it."""
    named = _named(pdf)
    for name, value in named.items():
        if not _leads(pdf, value, {}):
            yield f"/Dests {name}"
    for number, node in pdf.dictionaries:
        if at(node, "/S") == "/GoTo" and not _leads(pdf, raw(node, "/D"), named):
            yield f"object {number} /GoTo"
        link = at(node, "/Subtype") == "/Link" and "/Dest" in node
        if link and not _leads(pdf, raw(node, "/Dest"), named):
            yield f"object {number} /Dest"


def outline(pdf: Opened) -> Iterator[str]:
    """Each entry of the outline has words and leads to a page; the list is whole."""
    named = _named(pdf)
    root = at(pdf.catalog, "/Outlines")
    waiting, seen = [root] if isinstance(root, DictionaryObject) else [], set()
    while waiting:
        above = waiting.pop()
        item, last = at(above, "/First"), None
        while isinstance(item, DictionaryObject):
            where = f"/Outlines (object {ident_of(item)})"
            if id(item) in seen:
                yield where
                break
            seen.add(id(item))
            if not str(at(item, "/Title") or "").strip():
                yield f"{where} /Title"
            if at(item, "/Parent") is not above or at(item, "/Prev") is not last:
                yield f"{where} /Parent /Prev"
            inside = "/Dest" in item or at(item, "/A") is None
            if inside and not _leads(pdf, raw(item, "/Dest"), named):
                yield f"{where} /Dest"
            waiting.append(item)
            last, item = item, at(item, "/Next")
        if at(above, "/Last") is not last:
            yield f"/Outlines (object {ident_of(above)}) /Last"


def labels(pdf: Opened) -> Iterator[str]:
    """Page labels, where there are any, begin at the first page and number pages there are."""
    root = at(pdf.catalog, "/PageLabels")
    if root is None:
        return
    pairs = [(int(key), resolve(value)) for key, value in name_tree(root)]
    keys = [key for key, _ in pairs]
    if not keys or keys[0] != 0 or keys != sorted(set(keys)) or keys[-1] >= len(pdf.pages):
        yield f"/PageLabels {keys}"
    for key, label in pairs:
        if at(label, "/S") not in (None, *_NUMERALS) or int(at(label, "/St") or 1) < 1:
            yield f"/PageLabels {key}"


FINDERS = {
    "navigation.outline": outline,
    "navigation.labels": labels,
    "navigation.destinations": destinations,
}

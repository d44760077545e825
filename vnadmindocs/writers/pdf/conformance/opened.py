"""A PDF file opened for looking at: its objects, pages and what their contents do."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.writers.pdf.conformance.painting import Painted
    from vnadmindocs.writers.pdf.conformance.structure import Tree


class UnreadablePdfError(Exception):
    """The file cannot be opened as PDF."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it stands in the tree.

    Attributes:
        number: from 1.
        ident: number of its object.
        inherited: attributes of the nodes above it that it does not set itself.
    """

    number: int
    ident: int
    node: DictionaryObject
    inherited: dict[str, Any]

    def attribute(self, name: str) -> Any:
        """Give an attribute, inherited ones too; None when there is none."""
        return at(self.node, name) if name in self.node else self.inherited.get(name)


class Opened:
    """A PDF file with all its objects resolved.

    Raises:
        UnreadablePdfError: it has no readable trailer, catalogue or page.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        # What the readers mend by themselves is a failed check here, not a line on the console.
        for reader in ("pypdf", "fontTools"):
            log = logging.getLogger(reader)
            if not log.handlers:
                log.addHandler(logging.NullHandler())
        try:
            self.reader = PdfReader(io.BytesIO(data))
            self.trailer = self.reader.trailer
            self.encrypted = "/Encrypt" in self.trailer
            self.catalog: DictionaryObject = _dictionary(at(self.trailer, "/Root"))
            self.objects = self._read_objects()
            self.pages = tuple(self._read_pages())
        except Exception as error:  # whatever pypdf or we stumble over in what is no PDF
            raise UnreadablePdfError(f"{type(error).__name__}: {error}") from error
        if not self.pages:
            raise UnreadablePdfError("/Pages")

    def _read_objects(self) -> dict[int, Any]:
        found: dict[int, Any] = {}
        generations = {
            number: generation
            for generation, table in sorted(self.reader.xref.items())
            for number in table
        }
        generations |= dict.fromkeys(self.reader.xref_objStm, 0)
        for number, generation in sorted(generations.items()):
            if self.reader.xref_free_entry.get(generation, {}).get(number):
                continue
            found[number] = self.reader.get_object(IndirectObject(number, generation, self.reader))
        return found

    def _read_pages(self) -> Iterator[Page]:
        number = 0
        seen: set[int] = set()
        waiting: list[tuple[Any, dict[str, Any]]] = [(raw(self.catalog, "/Pages"), {})]
        while waiting:
            reference, inherited = waiting.pop()
            ident = ident_of(reference)
            node = resolve(reference)
            if ident in seen or not isinstance(node, DictionaryObject):
                raise ValueError(f"/Pages {ident}")
            seen.add(ident)
            if "/Kids" not in node:
                number += 1
                yield Page(number, ident, node, inherited)
                continue
            handed = inherited | {
                name: at(node, name)
                for name in ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
                if name in node
            }
            waiting.extend((kid, handed) for kid in reversed(list(at(node, "/Kids"))))

    @cached_property
    def dictionaries(self) -> tuple[tuple[int, DictionaryObject], ...]:
        """Every dictionary, nested ones too, with the number of the object it stands in."""
        return tuple(
            (number, node)
            for number, whole in self.objects.items()
            for node in nested(whole)
            if isinstance(node, DictionaryObject)
        )

    @cached_property
    def streams(self) -> tuple[tuple[int, StreamObject], ...]:
        """Every stream with its number."""
        return tuple(
            (number, whole)
            for number, whole in self.objects.items()
            if isinstance(whole, StreamObject)
        )

    @cached_property
    def page_numbers(self) -> dict[int, int]:
        """Number of each page, from 1, by the number of its object."""
        return {page.ident: page.number for page in self.pages}

    @cached_property
    def painted(self) -> Painted:
        """What the contents of the pages do."""
        from vnadmindocs.writers.pdf.conformance.painting import paint

        return paint(self)

    @cached_property
    def tree(self) -> Tree:
        """The structure tree."""
        from vnadmindocs.writers.pdf.conformance.structure import read_tree

        return read_tree(self)


def _dictionary(node: Any) -> DictionaryObject:
    if not isinstance(node, DictionaryObject):
        raise TypeError("not a dictionary")
    return node


def resolve(node: Any) -> Any:
    """Follow references to the object itself."""
    return node.get_object() if isinstance(node, IndirectObject) else node


def raw(node: Any, key: str) -> Any:
    """Give an entry of a dictionary as written, None when it is not there."""
    return dict.get(node, key) if isinstance(node, DictionaryObject) else None


def at(node: Any, *keys: str) -> Any:
    """Go down dictionaries by their keys; None where the way ends."""
    for key in keys:
        node = resolve(raw(resolve(node), key))
    return resolve(node)


def array(node: Any) -> list[Any]:
    """Give the items of an array, resolved; one thing alone is its own only item, None none."""
    node = resolve(node)
    if node is None:
        return []
    return [resolve(item) for item in node] if isinstance(node, ArrayObject) else [node]


def ident_of(reference: Any) -> int:
    """Give the number of the object referred to; 0 for a direct object."""
    if isinstance(reference, IndirectObject):
        return reference.idnum
    own = getattr(reference, "indirect_reference", None)
    return own.idnum if own is not None else 0


def nested(node: Any) -> Iterator[Any]:
    """Give an object and everything written inside it; references are not followed."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, DictionaryObject):
            waiting.extend(dict.values(node))
        elif isinstance(node, ArrayObject):
            waiting.extend(node)


def name_tree(root: Any) -> Iterator[tuple[Any, Any]]:
    """Give keys and values of a name tree or number tree, values as written."""
    waiting, seen = [resolve(root)], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen or not isinstance(node, DictionaryObject):
            continue
        seen.add(id(node))
        pairs = list(at(node, "/Names") or at(node, "/Nums") or ())
        yield from zip(map(resolve, pairs[::2]), pairs[1::2], strict=False)
        waiting.extend(reversed(array(at(node, "/Kids"))))

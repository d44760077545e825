"""The structure tree of a tagged file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import DictionaryObject, NumberObject

from vnadmindocs.writers.pdf.conformance.opened import (
    Opened,
    array,
    at,
    ident_of,
    name_tree,
    raw,
    resolve,
)
from vnadmindocs.writers.pdf.conformance.syntax import listed

# ISO 32000-1, 14.8.4.
STANDARD_TYPES = listed(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 "
    "H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry "
    "Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content of a page or form.

    Attributes:
        owner: number of the object whose content it is.
        page: the page it is on, from 1; 0 when the page is not one of the file's.
    """

    owner: int
    mcid: int
    page: int


@dataclass(slots=True, eq=False)
class Element:
    """A structure element.

    Attributes:
        written: its type as written.
        type: the standard type it stands for; as written when it stands for none.
        objects: annotations and other objects it is the tag of, by number.
    """

    node: DictionaryObject
    ident: int
    written: str
    type: str
    parent: Element | None
    children: list[Element] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Name it for a person who looks into the file."""
        return f"{self.type} (object {self.ident})"

    def line(self) -> Iterator[Element]:
        """Give the element and those above it."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def below(self) -> Iterator[Element]:
        """Give the element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))

    def attribute(self, owner: str, name: str) -> Any:
        """Give an attribute of the element; None when it has none."""
        for attributes in array(at(self.node, "/A")):
            if at(attributes, "/O") == owner and name in attributes:
                return at(attributes, name)
        return None


@dataclass(slots=True, eq=False)
class Tree:
    """All structure elements in reading order, and what the tree itself gets wrong."""

    root: DictionaryObject | None
    elements: list[Element] = field(default_factory=list)
    parents: dict[int, Any] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def tops(self) -> list[Element]:
        """The elements right below the root."""
        return [element for element in self.elements if element.parent is None]


def standard_type(roles: Any, written: str) -> tuple[str, str]:
    """Follow the role map to a standard type; the second word is a fault, "" for none."""
    name, passed = written, {written}
    while name not in STANDARD_TYPES:
        following = at(roles, f"/{name}")
        if following is None:
            return written, "no standard type"
        name = str(following).removeprefix("/")
        if name in passed:
            return written, "circle"
        passed.add(name)
    return name, ""


def read_tree(pdf: Opened) -> Tree:
    """Read the structure tree of a file; an empty one when it has none."""
    root = at(pdf.catalog, "/StructTreeRoot")
    if not isinstance(root, DictionaryObject):
        return Tree(None)
    tree = Tree(root)
    tree.parents = {int(key): value for key, value in name_tree(at(root, "/ParentTree"))}
    roles = at(root, "/RoleMap")
    seen: set[int] = set()
    waiting: list[tuple[Any, Element | None]] = [
        (kid, None) for kid in reversed(_kids(raw(root, "/K")))
    ]
    while waiting:
        reference, parent = waiting.pop()
        node = resolve(reference)
        if not isinstance(node, DictionaryObject) or id(node) in seen:
            tree.faults.append(f"/K (object {ident_of(reference)})")
            continue
        seen.add(id(node))
        written = str(at(node, "/S") or "").removeprefix("/")
        element = Element(
            node, ident_of(reference), written, standard_type(roles, written)[0], parent
        )
        tree.elements.append(element)
        if parent is not None:
            parent.children.append(element)
        above = root if parent is None else parent.node
        if at(node, "/P") is not above:
            tree.faults.append(f"{element.place} /P")
        if at(node, "/Type") not in (None, "/StructElem") or not written:
            tree.faults.append(f"{element.place} /Type /S")
        below = []
        for kid in _kids(raw(node, "/K")):
            if not _content(pdf, element, kid):
                below.append((kid, element))
        waiting.extend(reversed(below))
    return tree


def _kids(node: Any) -> list[Any]:
    whole = resolve(node)
    if whole is None:
        return []
    return list(whole) if isinstance(whole, list) else [node]


def _content(pdf: Opened, element: Element, kid: Any) -> bool:
    """Note the content or object that a kid is; False when it is an element."""
    node = resolve(kid)
    page = ident_of(raw(element.node, "/Pg"))
    if isinstance(node, NumberObject):
        element.marks.append(Mark(page, int(node), pdf.page_numbers.get(page, 0)))
        return True
    kind = at(node, "/Type")
    page = ident_of(raw(node, "/Pg")) or page
    if kind == "/MCR":
        owner = ident_of(raw(node, "/Stm")) or page
        element.marks.append(Mark(owner, int(at(node, "/MCID")), pdf.page_numbers.get(page, 0)))
        return True
    if kind == "/OBJR":
        element.objects.append(ident_of(raw(node, "/Obj")))
        return True
    return False

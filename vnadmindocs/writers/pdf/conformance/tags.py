"""Clause 6.7: tags of everything that is read, and nothing read that has no tag."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from vnadmindocs.writers.pdf.conformance.interaction import each_annotation
from vnadmindocs.writers.pdf.conformance.opened import (
    Opened,
    array,
    at,
    ident_of,
    name_tree,
    resolve,
)
from vnadmindocs.writers.pdf.conformance.structure import STANDARD_TYPES, standard_type

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_HEADING = re.compile(r"H([1-6])")


def marked(pdf: Opened) -> Iterator[str]:
    """The catalogue says the file is tagged, without doubt."""
    information = at(pdf.catalog, "/MarkInfo")
    if at(information, "/Marked") is None or not bool(at(information, "/Marked").value):
        yield "/MarkInfo /Marked"
    suspects = at(information, "/Suspects")
    if suspects is not None and bool(suspects.value):
        yield "/MarkInfo /Suspects"


def root(pdf: Opened) -> Iterator[str]:
    """There is a structure tree with something in it."""
    if pdf.tree.root is None or at(pdf.tree.root, "/Type") != "/StructTreeRoot":
        yield "/StructTreeRoot"
    elif not pdf.tree.elements:
        yield "/StructTreeRoot /K"


def tree(pdf: Opened) -> Iterator[str]:
    """Elements are elements, each below the one it names as its parent."""
    yield from pdf.tree.faults


def types(pdf: Opened) -> Iterator[str]:
    """Every type is a standard one or stands for one; standard types mean what they mean."""
    roles = at(pdf.tree.root, "/RoleMap")
    for element in pdf.tree.elements:
        fault = standard_type(roles, element.written)[1]
        if fault:
            yield f"/{element.written} {fault}"
    for name in roles or ():
        if name.removeprefix("/") in STANDARD_TYPES and at(roles, name) != name:
            yield f"/RoleMap {name}"


def content(pdf: Opened) -> Iterator[str]:
    """Whatever is painted belongs to a structure element or is marked as an artifact."""
    yield from pdf.painted.unmarked
    owned = {(mark.owner, mark.mcid) for each in pdf.tree.elements for mark in each.marks}
    for owner, mcids in pdf.painted.marks.items():
        for mcid in mcids:
            if (owner, mcid) not in owned:
                yield f"{_owner(pdf, owner)} MCID {mcid}"


def _owner(pdf: Opened, ident: int) -> str:
    page = pdf.page_numbers.get(ident)
    return f"page {page}" if page else f"object {ident}"


def mixing(pdf: Opened) -> Iterator[str]:
    """Artifacts do not stand inside what is read, nor the other way round."""
    yield from pdf.painted.mixed


def marks(pdf: Opened) -> Iterator[str]:
    """What the tree points at is in the contents, once."""
    counts = Counter((mark.owner, mark.mcid) for e in pdf.tree.elements for mark in e.marks)
    for element in pdf.tree.elements:
        for mark in element.marks:
            painted = pdf.painted.marks.get(mark.owner, []).count(mark.mcid)
            if (painted, counts[mark.owner, mark.mcid]) != (1, 1):
                yield f"{element.place} MCID {mark.mcid}, {_owner(pdf, mark.owner)}"


def parent_tree(pdf: Opened) -> Iterator[str]:
    """From each mark and each annotation the way back leads to its element."""
    if pdf.tree.root is None:
        return
    marked_by: dict[tuple[int, int], set[int]] = {}
    for element in pdf.tree.elements:
        for mark in element.marks:
            marked_by.setdefault((mark.owner, mark.mcid), set()).add(element.ident)
    for owner, mcids in pdf.painted.marks.items():
        key = at(pdf.objects.get(owner), "/StructParents")
        listed = _items(pdf.tree.parents.get(int(key))) if key is not None else None
        if listed is None:
            yield f"{_owner(pdf, owner)} /StructParents"
            continue
        for mcid in mcids:
            back = ident_of(listed[mcid]) if mcid < len(listed) else 0
            if back not in marked_by.get((owner, mcid), {back}):
                yield f"{_owner(pdf, owner)} /ParentTree MCID {mcid}"
    for element in pdf.tree.elements:
        for ident in element.objects:
            key = at(pdf.objects.get(ident), "/StructParent")
            if key is None or ident_of(pdf.tree.parents.get(int(key))) != element.ident:
                yield f"{element.place} object {ident} /StructParent"
    following = at(pdf.tree.root, "/ParentTreeNextKey")
    if following is not None and pdf.tree.parents and int(following) <= max(pdf.tree.parents):
        yield "/ParentTreeNextKey"


def _items(node: Any) -> list[Any] | None:
    """Give the items of an array as written; None when it is no array."""
    whole = resolve(node)
    return list(whole) if isinstance(whole, list) else None


def language(pdf: Opened) -> Iterator[str]:
    """The document says in which language it is, as every part that says so, by its tag."""
    said = at(pdf.catalog, "/Lang")
    if not said or not _LANGUAGE.fullmatch(str(said)):
        yield f"/Catalog /Lang {said or ''}".rstrip()
    for element in pdf.tree.elements:
        own = at(element.node, "/Lang")
        if own is not None and not _LANGUAGE.fullmatch(str(own)):
            yield f"{element.place} /Lang {own}"
    for place, own in pdf.painted.languages:
        if not _LANGUAGE.fullmatch(own):
            yield f"{place} /Lang {own}"


def headings(pdf: Opened) -> Iterator[str]:
    """Levels of headings begin at 1 and none is skipped."""
    level = 0
    for element in pdf.tree.elements:
        found = _HEADING.fullmatch(element.type)
        if found and int(found[1]) > level + 1:
            yield f"{element.place} after H{level}" if level else element.place
        level = int(found[1]) if found else level


def figures(pdf: Opened) -> Iterator[str]:
    """A picture has words for those who do not see it."""
    for element in pdf.tree.elements:
        if element.type in ("Figure", "Formula"):
            said = at(element.node, "/Alt") or at(element.node, "/ActualText")
            if not str(said or "").strip():
                yield element.place


def linked_annotations(pdf: Opened) -> Iterator[str]:
    """A link stands in a Link tag, any other annotation in a tag, and says what it is."""
    tags = {ident: e.type for e in pdf.tree.elements for ident in e.objects}
    for place, annotation in each_annotation(pdf):
        kind = at(annotation, "/Subtype")
        if kind in ("/Popup", "/PrinterMark") or int(at(annotation, "/F") or 0) & 2:
            continue
        tag = tags.get(ident_of(annotation))
        wanted = {"/Link": "Link", "/Widget": "Form"}.get(str(kind), "Annot")
        if tag != wanted:
            yield f"{place} {wanted}"
        if kind == "/Link" and not str(at(annotation, "/Contents") or "").strip():
            yield f"{place} /Contents"


def tab_order(pdf: Opened) -> Iterator[str]:
    """On pages with annotations the tab key follows the tags."""
    for page in pdf.pages:
        if array(at(page.node, "/Annots")) and at(page.node, "/Tabs") != "/S":
            yield f"page {page.number} /Tabs"


def notes(pdf: Opened) -> Iterator[str]:
    """Each footnote has a name of its own."""
    names = Counter(
        str(at(element.node, "/ID")) for element in pdf.tree.elements if element.type == "Note"
    )
    for element in pdf.tree.elements:
        if element.type == "Note":
            name = at(element.node, "/ID")
            if not name or names[str(name)] > 1:
                yield f"{element.place} /ID"


def order(pdf: Opened) -> Iterator[str]:
    """Tags are in the order of the pages."""
    last = 0
    for top in pdf.tree.tops:
        for block in top.children:
            first = next(
                (mark.page for element in block.below() for mark in element.marks if mark.page), 0
            )
            if first and first < last:
                yield f"{block.place} page {first} after {last}"
            last = max(last, first)


def identifiers(pdf: Opened) -> Iterator[str]:
    """Elements with a name of their own stand in the list of names."""
    listed = {}
    for name, node in name_tree(at(pdf.tree.root, "/IDTree")):
        listed[_bytes(name)] = ident_of(node)
    for element in pdf.tree.elements:
        own = at(element.node, "/ID")
        if own is not None and listed.get(_bytes(own)) != element.ident:
            yield f"{element.place} /ID"


def _bytes(name: Any) -> bytes:
    """Give a string of PDF as its bytes."""
    return bytes(name.original_bytes)


FINDERS = {
    "tags.marked": marked,
    "tags.root": root,
    "tags.tree": tree,
    "tags.types": types,
    "tags.content": content,
    "tags.mixing": mixing,
    "tags.marks": marks,
    "tags.parent_tree": parent_tree,
    "tags.identifiers": identifiers,
    "tags.language": language,
    "tags.headings": headings,
    "tags.figures": figures,
    "tags.annotations": linked_annotations,
    "tags.tab_order": tab_order,
    "tags.notes": notes,
    "tags.order": order,
}

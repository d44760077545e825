"""Clauses 6.3 to 6.5 and 6.8 to 6.11: annotations, fields, actions, files in the file, layers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject, StreamObject

from vnadmindocs.writers.pdf.conformance.opened import Opened, array, at, ident_of, name_tree
from vnadmindocs.writers.pdf.conformance.syntax import listed

_ANNOTATIONS = listed(
    "/Text /Link /FreeText /Line /Square /Circle /Polygon /PolyLine /Highlight /Underline "
    "/Squiggly /StrikeOut /Stamp /Caret /Ink /Popup /FileAttachment /Widget /PrinterMark "
    "/TrapNet /Watermark /Redact"
)
_ACTIONS = listed("/GoTo /GoToR /GoToE /Thread /URI /Named /SubmitForm")
_NAMED = frozenset(["/NextPage", "/PrevPage", "/FirstPage", "/LastPage"])
_PRINT, _HIDING = 4, 1 | 2 | 32 | 256


def each_annotation(pdf: Opened) -> Iterator[tuple[str, DictionaryObject]]:
    """Give every annotation with its place."""
    for page in pdf.pages:
        for annotation in array(at(page.node, "/Annots")):
            if isinstance(annotation, DictionaryObject):
                kind = at(annotation, "/Subtype")
                yield f"page {page.number} {kind} (object {ident_of(annotation)})", annotation


def annotation_types(pdf: Opened) -> Iterator[str]:
    """Only annotations of ISO 32000-1, none that plays, sounds or turns."""
    for place, annotation in each_annotation(pdf):
        if at(annotation, "/Subtype") not in _ANNOTATIONS:
            yield place


def annotation_flags(pdf: Opened) -> Iterator[str]:
    """An annotation is printed and never hidden."""
    for place, annotation in each_annotation(pdf):
        flags = at(annotation, "/F")
        if flags is None and at(annotation, "/Subtype") == "/Popup":
            continue
        if flags is None or not int(flags) & _PRINT or int(flags) & _HIDING:
            yield f"{place} /F {flags}"


def appearances(pdf: Opened) -> Iterator[str]:
    """What an annotation looks like is in the file."""
    for place, annotation in each_annotation(pdf):
        look = at(annotation, "/AP")
        kind = at(annotation, "/Subtype")
        if look is None:
            box = [float(value) for value in array(at(annotation, "/Rect"))]
            if kind not in ("/Popup", "/Link") and box[:2] != box[2:]:
                yield f"{place} /AP"
            continue
        button = kind == "/Widget" and at(annotation, "/FT") == "/Btn"
        normal = at(look, "/N")
        fit = isinstance(normal, DictionaryObject) and button != isinstance(normal, StreamObject)
        if set(look) != {"/N"} or not fit:
            yield f"{place} /AP"


def fields(pdf: Opened) -> Iterator[str]:
    """Fields of a form do nothing by themselves and show what they hold."""
    form = at(pdf.catalog, "/AcroForm")
    if at(form, "/NeedAppearances"):
        yield "/AcroForm /NeedAppearances"
    if at(form, "/XFA") is not None:
        yield "/AcroForm /XFA"
    if at(pdf.catalog, "/NeedsRendering"):
        yield "/NeedsRendering"
    for place, annotation in each_annotation(pdf):
        if at(annotation, "/Subtype") == "/Widget":
            for key in ("/A", "/AA"):
                if key in annotation:
                    yield f"{place} {key}"
    waiting, seen = array(at(form, "/Fields")), set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen or not isinstance(node, DictionaryObject):
            continue
        seen.add(id(node))
        if "/AA" in node and at(node, "/Subtype") != "/Widget":
            yield f"/AcroForm (object {ident_of(node)}) /AA"
        waiting.extend(array(at(node, "/Kids")))


def actions(pdf: Opened) -> Iterator[str]:
    """Only actions that go to a place."""
    for number, node in pdf.dictionaries:
        reached: list[Any] = [
            *array(at(node, "/Next")),
            at(node, "/A"),
            at(node, "/OpenAction"),
            node if at(node, "/Type") == "/Action" else None,
        ]
        if isinstance(at(node, "/AA"), DictionaryObject):
            reached.extend(array(value)[0] for value in dict.values(at(node, "/AA")))
        for action in reached:
            kind = at(action, "/S") if isinstance(action, DictionaryObject) else None
            if kind is None:
                continue
            if kind not in _ACTIONS:
                yield f"object {number} {kind}"
            if kind == "/Named" and at(action, "/N") not in _NAMED:
                yield f"object {number} /Named {at(action, '/N')}"
    for name, _action in name_tree(at(pdf.catalog, "/Names", "/JavaScript")):
        yield f"/JavaScript {name}"


def additional_actions(pdf: Opened) -> Iterator[str]:
    """Nothing happens by itself when the file or a page is opened, printed or closed."""
    if "/AA" in pdf.catalog:
        yield "/Catalog /AA"
    for page in pdf.pages:
        if "/AA" in page.node:
            yield f"page {page.number} /AA"


def embedded_files(pdf: Opened) -> Iterator[str]:
    """No file inside the file."""
    for number, node in pdf.dictionaries:
        if "/EF" in node:
            yield f"object {number} /EF"
    for name, _file in name_tree(at(pdf.catalog, "/Names", "/EmbeddedFiles")):
        yield f"/EmbeddedFiles {name}"


def optional_content(pdf: Opened) -> Iterator[str]:
    """Layers have names of their own, stand all in the list, and do not switch themselves."""
    properties = at(pdf.catalog, "/OCProperties")
    if properties is None:
        return
    groups = {ident_of(group) for group in list(at(properties, "/OCGs") or ())}
    seen: set[str] = set()
    for layers in [at(properties, "/D"), *array(at(properties, "/Configs"))]:
        name = str(at(layers, "/Name") or "")
        if not name or name in seen:
            yield f"/OCProperties /Name {name}"
        seen.add(name)
        if "/AS" in (layers or ()):
            yield "/OCProperties /AS"
        order = at(layers, "/Order")
        if order is not None and groups.difference(_ordered(order)):
            yield "/OCProperties /Order"


def _ordered(order: Any) -> Iterator[int]:
    for item in order or ():
        if isinstance(item, list):
            yield from _ordered(item)
        else:
            yield ident_of(item)


def presentations(pdf: Opened) -> Iterator[str]:
    """No slide shows."""
    if at(pdf.catalog, "/Names", "/AlternatePresentations") is not None:
        yield "/AlternatePresentations"
    for page in pdf.pages:
        if "/PresSteps" in page.node:
            yield f"page {page.number} /PresSteps"


def requirements(pdf: Opened) -> Iterator[str]:
    """The file asks nothing of the program that shows it."""
    if "/Requirements" in pdf.catalog:
        yield "/Requirements"


FINDERS = {
    "annotations.types": annotation_types,
    "annotations.flags": annotation_flags,
    "annotations.appearance": appearances,
    "forms.fields": fields,
    "actions.types": actions,
    "actions.additional": additional_actions,
    "files.embedded": embedded_files,
    "layers.optional_content": optional_content,
    "catalog.presentations": presentations,
    "catalog.requirements": requirements,
}

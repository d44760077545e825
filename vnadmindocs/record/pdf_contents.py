"""What a PDF file holds beside its pages: what runs, what leads away, files, forms, signatures.

A document that is joined to another keeps its pages and nothing that acts. Here stands what acts;
the writer that joins pages asks the same questions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import DictionaryObject

#: Marks on a page that only show something; the widgets of a form are drawn into the page.
SHOWN_ANNOTATIONS = frozenset(
    {
        "/Text",
        "/FreeText",
        "/Line",
        "/Square",
        "/Circle",
        "/Polygon",
        "/PolyLine",
        "/Highlight",
        "/Underline",
        "/Squiggly",
        "/StrikeOut",
        "/Stamp",
        "/Caret",
        "/Ink",
        "/Watermark",
    }
)
LINK, WIDGET = "/Link", "/Widget"

_FILE_ANNOTATION = "/FileAttachment"
_MEDIA_ANNOTATIONS = frozenset({"/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"})
_WEB = ("http://", "https://", "mailto:")
_KINDS = {
    "/JavaScript": "scripts",
    "/Launch": "launches",
    "/SubmitForm": "sendings",
    "/ImportData": "sendings",
    "/GoToR": "links",
    "/GoToE": "links",
    "/Thread": "links",
    "/URI": "links",
    "/Sound": "media",
    "/Movie": "media",
    "/Rendition": "media",
    "/GoTo3DView": "media",
    "/RichMediaExecute": "media",
}
_HIDDEN = 2 | 32  # annotation flags: hidden, not shown on the screen
_PUSHBUTTON = 1 << 16
_MOST_ACTIONS = 100_000
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds that is not joined, by count.

    Attributes:
        running: scripts, launches, sendings, links to other files, media: name to count.
        files: files embedded in it.
        fields: fields of a form, signatures left out.
        unseen_fields: fields with a value that has no look in the file.
        signatures: digital signatures.
    """

    running: Counter[str]
    files: int
    fields: int
    unseen_fields: int
    signatures: int


def contents_of(reader: PdfReader) -> Contents:
    """Count what a file holds beside its pages."""
    root = reader.root_object
    running: Counter[str] = Counter()
    names = mapping(root.get("/Names"))
    running["scripts"] += _leaves(mapping(names.get("/JavaScript")))
    files = _leaves(mapping(names.get("/EmbeddedFiles")))
    for holder in _holders(reader):
        running.update(_kinds(holder))
    fields = unseen = signatures = 0
    for page in reader.pages:
        for each in annotations_of(page):
            kind = each.get("/Subtype")
            running["media"] += kind in _MEDIA_ANNOTATIONS
            files += kind == _FILE_ANNOTATION
            if kind != WIDGET:
                continue
            if inherited(each, "/FT") == "/Sig":
                signatures += inherited(each, "/V") is not None
                continue
            fields += 1
            unseen += not is_hidden(each) and _has_value(each) and appearance_of(each) is None
    return Contents(+running, files, fields, unseen, signatures)


def is_only_a_cover(reader: PdfReader) -> bool:
    """Tell a file whose pages stand for others: a portfolio, or a form drawn by its reader."""
    root = reader.root_object
    form = mapping(root.get("/AcroForm"))
    drawn = "/XFA" in form and bool(root.get("/NeedsRendering"))
    return drawn or bool(mapping(root.get("/Collection")))


def annotations_of(page: DictionaryObject) -> Iterator[DictionaryObject]:
    """Give the annotations of a page that can be read."""
    from pypdf.generic import ArrayObject, DictionaryObject

    found = resolved(page.get("/Annots"))
    for each in found if isinstance(found, ArrayObject) else ():
        annotation = resolved(each)
        if isinstance(annotation, DictionaryObject):
            yield annotation


def appearance_of(annotation: DictionaryObject) -> Any:
    """Give the stream that an annotation is drawn by, in the state it is in; None without one."""
    from pypdf.generic import StreamObject

    normal = resolved(mapping(annotation.get("/AP")).get("/N"))
    if not isinstance(normal, StreamObject):
        normal = resolved(mapping(normal).get(annotation.get("/AS", "/Off")))
    return normal if isinstance(normal, StreamObject) else None


def is_hidden(annotation: DictionaryObject) -> bool:
    """Tell an annotation that no screen shows."""
    flags = resolved(annotation.get("/F", 0))
    return isinstance(flags, int) and bool(flags & _HIDDEN)


def is_web_link(action: DictionaryObject) -> bool:
    """Tell an action that opens a page of the web or a letter, which is all that may stay."""
    address = resolved(action.get("/URI"))
    if isinstance(address, bytes):
        address = address.decode("latin-1")
    return action.get("/S") == "/URI" and str(address).strip().lower().startswith(_WEB)


def acts(found: DictionaryObject) -> bool:
    """Tell an action, or a file inside the file, wherever it stands."""
    if str(found.get("/Type")) in ("/EmbeddedFile", "/Filespec"):
        return True
    return str(found.get("/S")) in _KINDS and not is_web_link(found)


def inherited(field: DictionaryObject, key: str) -> Any:
    """Give what a field of a form has, or else the fields around it; None without."""
    for _ in range(_DEEPEST):
        value = resolved(field.get(key))
        if value is not None:
            return value
        field = mapping(field.get("/Parent"))
        if not field:
            break
    return None


def resolved(value: Any) -> Any:
    """Follow references to an object; None for one that is empty or not there."""
    from pypdf.generic import IndirectObject, NullObject

    for _ in range(_DEEPEST):
        if not isinstance(value, IndirectObject):
            break
        value = value.get_object()
    return None if isinstance(value, NullObject) else value


def mapping(value: Any) -> DictionaryObject:
    """Give a mapping, an empty one in place of anything else."""
    from pypdf.generic import DictionaryObject

    found = resolved(value)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _holders(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Give everything that may hold actions: the file, pages, annotations, fields, outline."""
    root = reader.root_object
    yield root
    for page in reader.pages:
        yield page
        for each in annotations_of(page):
            if each.get("/Subtype") != WIDGET:
                yield each
            else:
                yield from _field_and_parents(each)
    yield from _outline(mapping(mapping(root.get("/Outlines")).get("/First")))


def _field_and_parents(widget: DictionaryObject) -> Iterator[DictionaryObject]:
    yield widget
    parent = mapping(widget.get("/Parent"))
    # A parent is told once: with the first of its children.
    for _ in range(_DEEPEST):
        kids = resolved(parent.get("/Kids"))
        if not isinstance(kids, list) or not kids or resolved(kids[0]) is not widget:
            return
        yield parent
        widget, parent = parent, mapping(parent.get("/Parent"))


def _outline(first: DictionaryObject) -> Iterator[DictionaryObject]:
    waiting = [first]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_ACTIONS:
        item = waiting.pop()
        if item and id(item) not in seen:
            seen.add(id(item))
            yield item
            waiting += [mapping(item.get("/Next")), mapping(item.get("/First"))]


def _kinds(holder: DictionaryObject) -> Iterator[str]:
    """Name the kind of each action that something starts."""
    waiting = [mapping(holder.get("/A")), mapping(holder.get("/OpenAction"))]
    waiting += [mapping(each) for each in mapping(holder.get("/AA")).values()]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_ACTIONS:
        action = waiting.pop()
        if not action or id(action) in seen:
            continue
        seen.add(id(action))
        kind = _KINDS.get(str(action.get("/S")))
        if kind and not is_web_link(action):
            yield kind
        following = resolved(action.get("/Next"))
        waiting += map(mapping, following if isinstance(following, list) else [following])


def _leaves(tree: DictionaryObject) -> int:
    """Count the leaves of a tree of names."""
    count, waiting, seen = 0, [tree], set()
    while waiting:
        node = waiting.pop()
        if not node or id(node) in seen:
            continue
        seen.add(id(node))
        names, kids = resolved(node.get("/Names")), resolved(node.get("/Kids"))
        count += len(names) // 2 if isinstance(names, list) else 0
        waiting += map(mapping, kids if isinstance(kids, list) else ())
    return count


def _has_value(field: DictionaryObject) -> bool:
    """Tell a field that would show something: words, or a box that is checked."""
    kind, value = inherited(field, "/FT"), inherited(field, "/V")
    if kind == "/Btn":
        flags = inherited(field, "/Ff") or 0
        pushed = isinstance(flags, int) and flags & _PUSHBUTTON
        return not pushed and str(field.get("/AS", value or "/Off")) != "/Off"
    return bool(str(value).strip()) if value is not None else False

"""Pages of a PDF from elsewhere, put into another file with nothing that acts.

What a page shows stays: size, turn, drawing, layers, comments, fields of a form as they look. What
runs, leads to other files or belongs to the whole of the other file (tags, forms, names) does not
come along. Imported only where a PDF is joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    Destination,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from vnadmindocs.record.pdf_contents import (
    LINK,
    SHOWN_ANNOTATIONS,
    WIDGET,
    acts,
    annotations_of,
    appearance_of,
    is_hidden,
    is_web_link,
    mapping,
    resolved,
)
from vnadmindocs.writers.page_drawing import Matrix, draw_over

# What of a page is the page itself; tags, threads, previews and actions belong to its file.
_OF_A_PAGE = (
    "/MediaBox",
    "/CropBox",
    "/BleedBox",
    "/TrimBox",
    "/ArtBox",
    "/Rotate",
    "/UserUnit",
    "/Resources",
    "/Contents",
    "/Group",
    "/Tabs",
)
# What an annotation has that acts or points away from it.
_ACTING = frozenset(
    [
        "/A",
        "/AA",
        "/PA",
        "/Dest",
        "/P",
        "/Parent",
        "/Popup",
        "/IRT",
        "/StructParent",
        "/AF",
        "/ExData",
        "/FS",
    ]
)
# What a drawing has that a page does not show: private data, sources elsewhere, tags.
_UNSEEN = (
    "/PieceInfo", "/Ref", "/OPI", "/AF", "/Metadata", "/StructParent", "/StructParents",
)  # fmt: skip
_MOST_BOOKMARKS = 2_000
_Place = tuple[int, list[Any]]


def add_pages(writer: PdfWriter, reader: PdfReader, at: int) -> list[PageObject]:
    """Put the pages of a file into another, before its page ``at``; give them as they are there.

    Raises:
        PyPdfError, or nearly any other error: the file is damaged.
    """
    known = len(writer._objects)
    links: list[tuple[DictionaryObject, _Place]] = []
    places = _Places(reader)
    added = []
    purged: set[int] = set()
    for number, page in enumerate(reader.pages):
        _purge(mapping(page.get("/Resources")), purged)
        new = PageObject()
        new[NameObject("/Type")] = NameObject("/Page")
        for key in _OF_A_PAGE:
            if key in page:
                new[NameObject(key)] = page.raw_get(key).clone(writer)
        placed = writer.insert_page(new, at + number)
        _add_annotations(writer, page, placed, places, links, purged)
        added.append(placed)
    for link, (number, view) in links:
        target = added[number].indirect_reference
        link[NameObject("/Dest")] = ArrayObject([target, *(each.clone(writer) for each in view)])
    _add_layers(writer, reader)
    for number in range(known, len(writer._objects)):
        _defuse(writer.get_object(number + 1))
    return added


def bookmarks_of(reader: PdfReader) -> list[tuple[int, str, int]]:
    """List the bookmarks of a file that lead to its own pages: level from 0, title, page from 0.

    A file whose bookmarks cannot be read has none.
    """
    try:
        return list(_bookmarks(reader, reader.outline, 0))[:_MOST_BOOKMARKS]
    except Exception:  # a convenience: pages are complete without it
        return []


def _bookmarks(reader: PdfReader, items: Any, level: int) -> Iterator[tuple[int, str, int]]:
    for item in items:
        if isinstance(item, list):
            yield from _bookmarks(reader, item, level + 1)
            continue
        number = reader.get_destination_page_number(item)
        title = " ".join(str(item.title or "").split())
        if number is not None and number >= 0 and title:
            yield level, title, number


class _Places:
    """The places in a file that its own links lead to."""

    def __init__(self, reader: PdfReader) -> None:
        self.reader = reader
        self.numbers = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(reader.pages)
            if page.indirect_reference is not None
        }

    def find(self, link: DictionaryObject) -> _Place | None:
        """Give page number and view that a link leads to; None when it leads elsewhere."""
        action = mapping(link.get("/A"))
        target = link.get("/Dest")
        if target is None and action.get("/S") == "/GoTo":
            target = action.get("/D")
        target = resolved(target)
        if isinstance(target, str | bytes):
            name = target.decode("latin-1") if isinstance(target, bytes) else str(target)
            named = self.reader.named_destinations.get(name)
            target = named.dest_array if isinstance(named, Destination) else None
        if not isinstance(target, list) or not target or len(target) > 6:
            return None
        page, view = target[0], list(target[1:])
        if not isinstance(page, IndirectObject) or page.idnum not in self.numbers:
            return None
        return self.numbers[page.idnum], view


def _add_annotations(
    writer: PdfWriter,
    page: PageObject,
    placed: PageObject,
    places: _Places,
    links: list[tuple[DictionaryObject, _Place]],
    purged: set[int],
) -> None:
    """Bring over what is shown on a page beside its content."""
    kept = ArrayObject()
    drawn: list[tuple[IndirectObject, Matrix]] = []
    for each in annotations_of(page):
        kind = str(each.get("/Subtype"))
        if kind == WIDGET:
            drawn += _drawn(writer, each, purged)
            continue
        place = places.find(each) if kind == LINK else None
        action = mapping(each.get("/A"))
        web = kind == LINK and is_web_link(action)
        if kind not in SHOWN_ANNOTATIONS and place is None and not web:
            continue
        for stream in _streams(mapping(each.get("/AP"))):
            _purge_drawing(stream, purged)
        new = DictionaryObject()
        for key in each:
            if key not in _ACTING:
                new[NameObject(key)] = each.raw_get(key).clone(writer)
        if web:
            opens = DictionaryObject({NameObject("/S"): NameObject("/URI")})
            opens[NameObject("/URI")] = resolved(action.get("/URI")).clone(writer)
            new[NameObject("/A")] = opens
        if placed.indirect_reference is not None:
            new[NameObject("/P")] = placed.indirect_reference
        kept.append(writer._add_object(new))
        if place is not None:
            links.append((new, place))
    if kept:
        placed[NameObject("/Annots")] = kept
    if drawn:
        draw_over(writer, placed, drawn)


def _drawn(
    writer: PdfWriter, widget: DictionaryObject, purged: set[int]
) -> Iterator[tuple[IndirectObject, Matrix]]:
    """Give the drawing of a field, and where it goes (ISO 32000-1, 12.5.5)."""
    look = appearance_of(widget)
    corners = resolved(widget.get("/Rect"))
    if look is None or is_hidden(widget) or not isinstance(corners, list) or len(corners) != 4:
        return
    _purge_drawing(look, purged)
    left, bottom, right, top = (float(resolved(each)) for each in corners)
    left, right = sorted((left, right))
    bottom, top = sorted((bottom, top))
    box = [float(resolved(each)) for each in resolved(look.get("/BBox")) or ()]
    turn = [float(resolved(each)) for each in resolved(look.get("/Matrix")) or (1, 0, 0, 1, 0, 0)]
    if len(box) != 4 or len(turn) != 6:
        return
    xs, ys = zip(
        *((turn[0] * x + turn[2] * y + turn[4], turn[1] * x + turn[3] * y + turn[5])
          for x in (box[0], box[2]) for y in (box[1], box[3])),
        strict=True,
    )  # fmt: skip
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if not (width and height and right > left and top > bottom):
        return
    across, down = (right - left) / width, (top - bottom) / height
    matrix = (across, 0.0, 0.0, down, left - across * min(xs), bottom - down * min(ys))
    for key, value in (("/Type", "/XObject"), ("/Subtype", "/Form")):
        look[NameObject(key)] = NameObject(value)
    drawing = look.clone(writer)
    reference = drawing.indirect_reference
    yield (reference if reference is not None else writer._add_object(drawing)), matrix


def _streams(looks: DictionaryObject) -> Iterator[StreamObject]:
    for value in looks.values():
        found = resolved(value)
        if isinstance(found, StreamObject):
            yield found
        else:
            inner = (resolved(each) for each in mapping(found).values())
            yield from (each for each in inner if isinstance(each, StreamObject))


def _purge(resources: DictionaryObject, seen: set[int]) -> None:
    """Take out of drawings what pages do not show, before it would be copied along."""
    if not resources or id(resources) in seen:
        return
    seen.add(id(resources))
    for kind in ("/XObject", "/Pattern"):
        for each in mapping(resources.get(kind)).values():
            drawing = resolved(each)
            if isinstance(drawing, DictionaryObject):
                _purge_drawing(drawing, seen)
    for each in mapping(resources.get("/Font")).values():
        _purge(mapping(mapping(each).get("/Resources")), seen)
    for each in mapping(resources.get("/ExtGState")).values():
        group = resolved(mapping(mapping(each).get("/SMask")).get("/G"))
        if isinstance(group, DictionaryObject):
            _purge_drawing(group, seen)


def _purge_drawing(drawing: DictionaryObject, seen: set[int]) -> None:
    for key in _UNSEEN:
        if key in drawing:
            del drawing[key]
    _purge(mapping(drawing.get("/Resources")), seen)


def _defuse(found: Any) -> None:
    """Empty whatever acts in an object that came along with a page, by a crooked way maybe."""
    waiting = [found]
    while waiting:
        each = waiting.pop()
        if isinstance(each, DictionaryObject):
            if acts(each):
                if isinstance(each, StreamObject):
                    each._data = b""
                each.clear()
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each


def _add_layers(writer: PdfWriter, reader: PdfReader) -> None:
    """Bring over which layers a file has and which are off: a hidden one stays hidden."""
    own = mapping(reader.root_object.get("/OCProperties"))
    groups = resolved(own.get("/OCGs"))
    if not isinstance(groups, list) or not groups:
        return
    shown = mapping(own.get("/D"))
    on, off = (
        {each.idnum for each in resolved(shown.get(key)) or () if isinstance(each, IndirectObject)}
        for key in ("/ON", "/OFF")
    )
    root = writer.root_object
    layers = mapping(root.get("/OCProperties"))
    if not layers:
        config = DictionaryObject({NameObject(key): ArrayObject() for key in ("/OFF", "/Order")})
        layers[NameObject("/OCGs")] = ArrayObject()
        layers[NameObject("/D")] = config
        root[NameObject("/OCProperties")] = layers
    config = mapping(layers["/D"])
    known, order, hidden = resolved(layers["/OCGs"]), config["/Order"], config["/OFF"]
    all_off = shown.get("/BaseState") == "/OFF"
    for group in groups:
        if not isinstance(group, IndirectObject):
            continue
        copied = group.clone(writer)
        of_it = [known, order]
        if group.idnum in off or (all_off and group.idnum not in on):
            of_it.append(hidden)
        for each in of_it:
            resolved(each).append(copied)

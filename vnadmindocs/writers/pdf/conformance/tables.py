"""Tags of tables and lists: what may stand in what, and which cell heads which."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.writers.pdf.conformance.opened import Opened, array
from vnadmindocs.writers.pdf.conformance.structure import Element

_GROUPS = frozenset(["THead", "TBody", "TFoot"])
# The tags that may stand right below a tag, and the tags it may stand right below.
_BELOW = {
    "Table": frozenset(["TR", "Caption"]) | _GROUPS,
    "THead": frozenset(["TR"]),
    "TBody": frozenset(["TR"]),
    "TFoot": frozenset(["TR"]),
    "TR": frozenset(["TH", "TD"]),
    "L": frozenset(["LI", "Caption", "L"]),
    "LI": frozenset(["Lbl", "LBody"]),
}
_ABOVE = {
    "THead": frozenset(["Table"]),
    "TBody": frozenset(["Table"]),
    "TFoot": frozenset(["Table"]),
    "TR": frozenset(["Table"]) | _GROUPS,
    "TH": frozenset(["TR"]),
    "TD": frozenset(["TR"]),
    "LI": frozenset(["L"]),
    "LBody": frozenset(["LI"]),
}
_TABLE_TAGS = frozenset(["Table", "TR", "TH", "TD"]) | _GROUPS
_LIST_TAGS = frozenset(["L", "LI", "LBody"])


def _nesting(pdf: Opened, tags: frozenset[str]) -> Iterator[str]:
    for element in pdf.tree.elements:
        if element.type not in tags:
            continue
        allowed = _BELOW.get(element.type)
        for child in element.children:
            if allowed is not None and child.type not in allowed:
                yield f"{element.place}: {child.place}"
        if allowed is not None and element.marks:
            yield f"{element.place}: MCID {element.marks[0].mcid}"
        above = element.parent.type if element.parent else ""
        if element.type in _ABOVE and above not in _ABOVE[element.type]:
            yield f"{element.place} in {above or '/StructTreeRoot'}"


def table_nesting(pdf: Opened) -> Iterator[str]:
    """Tables hold rows, rows hold cells."""
    yield from _nesting(pdf, _TABLE_TAGS)


def list_nesting(pdf: Opened) -> Iterator[str]:
    """Lists hold items, items hold a label and a body."""
    yield from _nesting(pdf, _LIST_TAGS)


def _rows(table: Element) -> Iterator[Element]:
    for child in table.children:
        if child.type == "TR":
            yield child
        elif child.type in _GROUPS:
            yield from (row for row in child.children if row.type == "TR")


def _span(cell: Element, name: str) -> int:
    return int(cell.attribute("/Table", name) or 1)


def grid(pdf: Opened) -> Iterator[str]:
    """Every row of a table is as wide as the others, merged cells counted."""
    for table in (element for element in pdf.tree.elements if element.type == "Table"):
        taken: set[tuple[int, int]] = set()
        width = 0
        rows = list(_rows(table))
        for place, row in enumerate(rows):
            column = 0
            for cell in row.children:
                while (place, column) in taken:
                    column += 1
                covered = {
                    (place + down, column + right)
                    for down in range(_span(cell, "/RowSpan"))
                    for right in range(_span(cell, "/ColSpan"))
                }
                if covered & taken:
                    yield cell.place
                taken |= covered
            width = max([width, *(right + 1 for down, right in taken if down == place)])
        ragged = len(taken) != width * len(rows) or any(down >= len(rows) for down, _ in taken)
        if ragged:
            yield f"{table.place} {len(rows)} × {width}"


def headers(pdf: Opened) -> Iterator[str]:
    """Each head of a table says what it heads, or each cell names its heads."""
    for table in (element for element in pdf.tree.elements if element.type == "Table"):
        cells = [cell for row in _rows(table) for cell in row.children]
        named = {
            str(name) for cell in cells for name in array(cell.attribute("/Table", "/Headers"))
        }
        for cell in cells:
            if cell.type != "TH":
                continue
            scope = cell.attribute("/Table", "/Scope")
            own = str(cell.node["/ID"]) if "/ID" in cell.node else ""
            if scope not in ("/Row", "/Column", "/Both") and own not in named:
                yield f"{cell.place} /Scope"
        known = {str(cell.node["/ID"]) for cell in cells if "/ID" in cell.node}
        for name in sorted(named - known):
            yield f"{table.place} /Headers {name}"


FINDERS = {
    "tables.nesting": table_nesting,
    "tables.grid": grid,
    "tables.headers": headers,
    "lists.nesting": list_nesting,
}

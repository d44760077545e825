"""Which tag of a template prints which element of the main part.

No element is lost: one whose tag the template lacks is printed after the element before it, save
what the office's own template says itself (its name, Quốc hiệu, or words given by a text tag).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnadmindocs.layout.shape import Element, Grid, Layout, Paragraph, Part
from vnadmindocs.pattern import pattern
from vnadmindocs.writers.docx.flow import Flow
from vnadmindocs.writers.docx.markup import escape
from vnadmindocs.writers.docx.names import (
    BLOCK_TAGS,
    MARGIN_TAGS,
    OWN_FURNITURE,
    PRINTED_BY_TEXT,
    TEXT_TAGS,
)
from vnadmindocs.writers.docx.prepared import SECTION_NAME, Prepared, Source

_CLOSING_ROLES = ("recipients", "signature")
_COPY = "copy"  # what stands after the end of a document, whatever its template
_BODY = pattern(r"<w:body\b[^>]*>")
_END = "</w:body></w:document>"


def place_elements(part: Part, prepared: Prepared, flow: Flow) -> dict[str, list[str]]:
    """Give the pieces of markup of every block tag the template has, for the main part.

    A tag without content maps to none, or to an empty paragraph where its cell would hold none.
    """
    tags = prepared.tags
    placed: dict[str, list[str]] = {tag: [] for tag in tags}
    width = part.section.text_width_mm
    last = next((tag for tag in tags if tag not in MARGIN_TAGS), "parts")
    placed.setdefault(last, [])

    for item in part.elements:
        if isinstance(item, Grid) and (
            item.name == "header" or ("closing" not in placed and _has_closing_tags(placed))
        ):
            for element, column_mm in _cells(item):
                last = _place(element, column_mm, prepared, flow, placed, last)
        elif isinstance(item, Grid):
            last = "closing" if "closing" in placed else last
            flow.grid(placed[last], item, width)
            placed[last].append(flow.cell_end)
        else:
            last = _place(item, width, prepared, flow, placed, last)
    for kind, blocks in (
        ("circulation", part.section.first_header),
        ("contact", part.section.first_footer),
    ):
        if kind in placed and blocks:
            flow.blocks(placed[kind], blocks, width)
    for group in prepared.cells:
        if not any(placed.get(tag) for tag in group):
            placed[group[-1]] = [flow.cell_end]
    return placed


def without_places(document: Source) -> Source:
    """Give the main part with no words of the template: parts in order, then their section.

    The places of a template, and the words an office typed around them, are those of a main
    document; an appendix in a file of its own has none of them.
    """
    text = document.jinja or document.literals[0]
    found = _BODY.search(text)
    if found is None:
        raise ValueError("the main part of the template has no body")
    return Source((text[: found.end()], "", _END), ("parts", SECTION_NAME))


def unplaced(layout: Layout, prepared: Prepared, flow: Flow) -> dict[str, list[str]]:
    """Give the tags of a template for a document that opens with an appendix.

    The places hold nothing; a header or footer of nothing but tags gets its empty paragraph. Text
    tags in the margins repeat the words of the main document, as they do beside it.
    """
    values: dict[str, list[str]] = {tag: [] for tag in BLOCK_TAGS}
    for group in prepared.cells:
        if group[-1] in MARGIN_TAGS:
            values[group[-1]] = [flow.cell_end]
    part = layout.parts[0]
    values.update(text_values(layout.main or part, TEXT_TAGS))
    flow.elements(values["parts"], part.elements, part.section.text_width_mm)
    return values


def _has_closing_tags(placed: dict[str, list[str]]) -> bool:
    return any(role in placed for role in _CLOSING_ROLES)


def _place(
    element: Element,
    width_mm: float,
    prepared: Prepared,
    flow: Flow,
    placed: dict[str, list[str]],
    last: str,
) -> str:
    """Put an element's markup at its tag and give the tag used."""
    role = element.role
    if role == _COPY:
        last = "parts"
        placed.setdefault(last, [])
    elif role in placed:
        last = role
    elif role in _CLOSING_ROLES and "closing" in placed:
        last = "closing"
    elif _said_by_template(role, prepared):
        return last
    flow.blocks(placed[last], element.blocks, width_mm)
    return last


def _said_by_template(role: str, prepared: Prepared) -> bool:
    if role in OWN_FURNITURE:
        return True
    texts = PRINTED_BY_TEXT.get(role, ())
    return bool(texts) and all(text in prepared.texts for text in texts)


def _cells(grid: Grid) -> Iterator[tuple[Element, float]]:
    for row in grid.rows:
        for cell, width_mm in zip(row.cells, grid.columns_mm, strict=False):
            for element in cell:
                yield element, width_mm


def text_values(part: Part, texts: Sequence[str]) -> dict[str, list[str]]:
    """Give the words of each text tag: those of every paragraph of that role, on one line."""
    words: dict[str, list[str]] = {text: [] for text in texts}
    for paragraph in _paragraphs(part.elements):
        if paragraph.role in words:
            words[paragraph.role].append(" ".join(paragraph.text.split("\n")))
    return {f"text.{text}": [escape(" ".join(found))] for text, found in words.items()}


def _paragraphs(items: Sequence[object]) -> Iterator[Paragraph]:
    for item in items:
        if isinstance(item, Paragraph):
            yield item
        elif isinstance(item, Element):
            yield from _paragraphs(item.blocks)
        elif isinstance(item, Grid):
            for row in item.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)

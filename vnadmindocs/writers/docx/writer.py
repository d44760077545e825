"""From a Layout to the bytes of a Word file: one string render, one zip write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from vnadmindocs.layout.shape import Block, Grid, Layout, Part
from vnadmindocs.writers.docx.core import core_markup
from vnadmindocs.writers.docx.flow import Flow
from vnadmindocs.writers.docx.names import (
    BLOCK_TAGS,
    CONTENT_TYPES,
    CORE,
    DOCUMENT,
    DOCUMENT_RELATIONS,
    FOOTNOTES,
    TEXT_TAGS,
)
from vnadmindocs.writers.docx.package import (
    Head,
    Member,
    encoded,
    join_head,
    packed,
    stored,
    stored_markup,
    write_package,
)
from vnadmindocs.writers.docx.places import (
    place_elements,
    text_values,
    unplaced,
    without_places,
)
from vnadmindocs.writers.docx.prepared import SECTION_NAME, Prepared
from vnadmindocs.writers.docx.references import with_cross_references
from vnadmindocs.writers.docx.restyle import shipped_for
from vnadmindocs.writers.docx.sections import Margins, plain_section, references_of, section_markup
from vnadmindocs.writers.docx.tables import edges

_PICTURE_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
_OPENS_WITH_TABLE = "<w:body><w:tbl>"


def write_docx(
    layout: Layout,
    template: Prepared | None = None,
    drawn: Mapping[bytes, bytes] = MappingProxyType({}),
) -> bytes:
    """Typeset a Layout as a Word file; the same Layout gives the same bytes.

    Args:
        layout: what to print.
        template: an office's own template, prepared; None takes the shipped one of the layout's
            size set, its named styles those of the layout.
        drawn: a PNG of each SVG, by its bytes, for the programs that show no SVG.

    Returns:
        The bytes of the file; characters that XML cannot hold are left out.
    """
    prepared = template or shipped_for(layout)
    return _Document(layout, prepared, drawn).package()


def context_of(layout: Layout, template: Prepared | None = None) -> dict[str, str]:
    """Give the markup of each tag, as docxtpl itself would need it to print the same document."""
    values = _Document(layout, template or shipped_for(layout)).values()
    return {name: "".join(pieces) for name, pieces in values.items()}


class _Document:
    """One document on its way from Layout to members.

    Attributes:
        has_main: whether it opens with a main document, which stands at the template's places; an
            appendix in a file of its own does not.
    """

    def __init__(
        self,
        layout: Layout,
        prepared: Prepared,
        drawn: Mapping[bytes, bytes] = MappingProxyType({}),
    ) -> None:
        self.layout = layout
        self.prepared = prepared
        self.has_main = layout.parts[0].kind == "main"
        self.flow = Flow(
            prepared.openings,
            layout,
            rule_border=prepared.rule_border,
            first_footnote=prepared.first_footnote,
            drawn=drawn,
        )
        self.margins = Margins(prepared.openings, self.flow.cell_end)

    def values(self) -> dict[str, list[str]]:
        """Give what goes into the places of the template, in pieces."""
        layout, prepared, flow = self.layout, self.prepared, self.flow
        values = self._main_values() if self.has_main else unplaced(layout, prepared, flow)
        parts = values.setdefault("parts", [])
        for number, part in enumerate(layout.parts[1:]):
            end = prepared.openings["section_end"]
            parts.append(f"{end}{self._section(number)}</w:pPr></w:p>")
            flow.elements(parts, part.elements, part.section.text_width_mm)
        values[SECTION_NAME] = [self._section(len(layout.parts) - 1)]
        return values

    def _main_values(self) -> dict[str, list[str]]:
        """Put the main document at the places of the template."""
        layout, prepared, flow = self.layout, self.prepared, self.flow
        main = layout.parts[0]
        values = place_elements(main, prepared, flow)
        if prepared.texts or prepared.conditional:
            values.update(text_values(main, TEXT_TAGS))
            for tag in BLOCK_TAGS:
                values.setdefault(tag, [])
        if prepared.grid:
            left, right = _header_widths(main) or prepared.grid
            values["grid.left"], values["grid.right"] = [str(left)], [str(right)]
            values["grid.both"] = [str(left + right)]
        return values

    def _section(self, number: int) -> str:
        """Give the section of a part; margins the template does not print become parts."""
        section = self.layout.parts[number].section
        width = section.text_width_mm
        header = footer = ""
        first = number == 0 and self.has_main
        if first and not section.first_header and not section.first_footer:
            plain = plain_section(section, self.prepared.references)
            if plain:
                return plain
        if section.first_header and not (first and "circulation" in self.prepared.tags):
            header = self._joined(section.first_header, width)
        if section.first_footer and not (first and "contact" in self.prepared.tags):
            footer = self._joined(section.first_footer, width)
        references = references_of(
            section,
            self.prepared.references,
            self.margins,
            first=first,
            first_header=header,
            first_footer=footer,
        )
        return section_markup(section, references)

    def _joined(self, blocks: Sequence[Block], width_mm: float) -> str:
        pieces: list[str] = []
        self.flow.blocks(pieces, blocks, width_mm)
        return "".join(pieces)

    def package(self) -> bytes:
        """Give the bytes of the file."""
        layout, prepared = self.layout, self.prepared
        values = self.values()
        source = prepared.document if self.has_main else without_places(prepared.document)
        text = source.fill(values)
        if layout.footnotes:
            text = with_cross_references(text, prepared.first_footnote)
            # LibreOffice sets an empty line above a table that opens a document with footnotes.
            text = text.replace(_OPENS_WITH_TABLE, f"<w:body>{self.flow.cell_end}<w:tbl>", 1)
        document = packed(DOCUMENT, encoded(text))
        margins = [
            prepared.blank_margins[name]
            if name in prepared.blank_margins and not any(values.get(tag) for tag in source.names)
            else stored_markup(name, source.fill(values))
            for name, source in prepared.margins.items()
        ]
        core = core_markup(layout.metadata, layout.language)
        footnotes = self._footnotes()
        members = (
            document,
            *margins,
            footnotes,
            stored(CORE, encoded(core)),
            *self.margins.members(),
            *self.flow.pictures.members(),
        )
        return write_package(self._head(), members)

    def _head(self) -> Head:
        """Give what stands before the main part, the template's own when no part was added."""
        pictures, margins, prepared = self.flow.pictures, self.margins, self.prepared
        added = margins.relations() + pictures.relations()
        if not added:
            return prepared.head
        kinds = "".join(
            f'<Default Extension="{extension}" ContentType="{_PICTURE_TYPES[extension]}"/>'
            for extension in pictures.formats()
            if f'Extension="{extension}"' not in prepared.content_types
        )
        types = prepared.content_types + kinds + margins.content_types() + "</Types>"
        relations = prepared.relations + added + "</Relationships>"
        return join_head(
            (
                stored(CONTENT_TYPES, encoded(types)),
                *prepared.members,
                stored(DOCUMENT_RELATIONS, encoded(relations)),
            )
        )

    def _footnotes(self) -> Member:
        layout, prepared = self.layout, self.prepared
        if not layout.footnotes:
            return prepared.plain_footnotes
        width = layout.parts[0].section.text_width_mm
        notes = "".join(
            f'<w:footnote w:id="{number}">{self.flow.footnote(paragraphs, width)}</w:footnote>'
            for number, paragraphs in enumerate(layout.footnotes, start=prepared.first_footnote)
        )
        return packed(FOOTNOTES, encoded(f"{prepared.footnotes}{notes}</w:footnotes>"))


def _header_widths(main: Part) -> tuple[int, int] | None:
    for item in main.elements:
        if isinstance(item, Grid) and item.name == "header":
            left, right = edges(item.columns_mm)
            return left, right
    return None

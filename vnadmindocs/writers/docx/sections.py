"""One section a part: page box, margins, page numbers, what stands in the margins.

Every section after the first names its headers and footers itself, blank ones too: what a Word
section does not name it inherits, the contact line of the first page included.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from vnadmindocs.layout.shape import Section
from vnadmindocs.units import mm_to_twips
from vnadmindocs.writers.docx.names import DECLARATION, WORD_TYPE, R, W
from vnadmindocs.writers.docx.package import Member, stored_markup

Kind = tuple[str, str]  # ("header" | "footer", "default" | "first" | "even")
_PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


class Margins:
    """The headers and footers that a document adds to those of its template."""

    def __init__(self, openings: Mapping[str, str], cell_end: str) -> None:
        self._openings = openings
        self._cell_end = cell_end
        self._made: dict[tuple[str, str], str] = {}

    def part(self, kind: str, content: str) -> str:
        """Give the relationship id of a header or footer of this content, made once."""
        key = (kind, content)
        if key not in self._made:
            self._made[key] = f"rIdMargin{len(self._made) + 1}"
        return self._made[key]

    def blank(self, kind: str) -> str:
        """Give a header or footer without words."""
        return self.part(kind, self._cell_end)

    def page_number(self) -> str:
        """Give a header with the page number."""
        opening = self._openings["page_number"]
        return self.part("header", f"{opening}</w:pPr>{_PAGE_FIELD}</w:p>")

    def __bool__(self) -> bool:
        """Tell whether anything was added."""
        return bool(self._made)

    def _files(self) -> Iterator[tuple[str, str, str, str]]:
        for number, ((kind, content), relation) in enumerate(self._made.items(), start=1):
            yield kind, content, relation, f"{kind}_part{number}.xml"

    def relations(self) -> str:
        """Give the relationships of what was added."""
        return "".join(
            f'<Relationship Id="{relation}" Type="{R}/{kind}" Target="{file}"/>'
            for kind, _, relation, file in self._files()
        )

    def content_types(self) -> str:
        """Give the content types of what was added."""
        return "".join(
            f'<Override PartName="/word/{file}" ContentType="{WORD_TYPE}.{kind}+xml"/>'
            for kind, _, _, file in self._files()
        )

    def members(self) -> Iterator[Member]:
        """Give the parts."""
        for kind, content, _, file in self._files():
            root = {"header": "hdr", "footer": "ftr"}[kind]
            markup = f'{DECLARATION}<w:{root} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{root}>'
            yield stored_markup(f"word/{file}", markup)


def section_markup(section: Section, references: Mapping[Kind, str]) -> str:
    """Give ``<w:sectPr>``.

    Args:
        section: the page box.
        references: relationship id of each header and footer.
    """
    named = "".join(
        f'<w:{kind}Reference w:type="{when}" r:id="{relation}"/>'
        for (kind, when), relation in references.items()
    )
    box = _page_box(
        section.width_mm,
        section.height_mm,
        section.top_mm,
        section.right_mm,
        section.bottom_mm,
        section.left_mm,
        section.header_mm,
        section.footer_mm,
        section.first_number,
        bool(section.hidden_pages or section.first_header or section.first_footer),
    )
    return f"<w:sectPr>{named}{box}</w:sectPr>"


@lru_cache(maxsize=64)
def _page_box(
    width: float,
    height: float,
    top: float,
    right: float,
    bottom: float,
    left: float,
    header: float,
    footer: float,
    first_number: int,
    first_apart: bool,
) -> str:
    apart = "<w:titlePg/>" if first_apart else ""
    turned = ' w:orient="landscape"' if width > height else ""
    return (
        f'<w:pgSz w:w="{mm_to_twips(width)}" w:h="{mm_to_twips(height)}"{turned}/>'
        f'<w:pgMar w:top="{mm_to_twips(top)}" w:right="{mm_to_twips(right)}"'
        f' w:bottom="{mm_to_twips(bottom)}" w:left="{mm_to_twips(left)}"'
        f' w:header="{mm_to_twips(header)}" w:footer="{mm_to_twips(footer)}" w:gutter="0"/>'
        f'<w:pgNumType w:start="{first_number}"/><w:cols w:space="708"/>{apart}'
    )


def references_of(
    section: Section,
    template: Sequence[tuple[str, str, str]],
    margins: Margins,
    *,
    first: bool,
    first_header: str = "",
    first_footer: str = "",
) -> dict[Kind, str]:
    """Choose the headers and footers of a section.

    Args:
        section: the section.
        template: (kind, type, relationship id) of those the template's last section names.
        margins: where added ones are made.
        first: whether it is the document's first section, which keeps the template's own.
        first_header: markup for the first page that no header of the template prints.
        first_footer: the same of its foot.
    """
    own: dict[Kind, str] = {(kind, when): relation for kind, when, relation in template}
    chosen: dict[Kind, str] = {}
    for key, relation in own.items():
        if first or key[1] != "first":
            chosen[key] = relation
    page = ("header", "default")
    if not section.page_number:
        chosen.pop(page, None)
        if not first:
            chosen[page] = margins.blank("header")
    elif page not in chosen:
        chosen[page] = margins.page_number()
    for kind, content in (("header", first_header), ("footer", first_footer)):
        if content:
            chosen[kind, "first"] = margins.part(kind, content)
        elif not first:
            chosen[kind, "first"] = margins.blank(kind)
    # Schema: headers and footers may stand in any order; a fixed one keeps bytes equal.
    return dict(sorted(chosen.items(), reverse=True))


# Nearly every document has the page of its size set, and nothing of its own in the margins.
@lru_cache(maxsize=64)
def plain_section(section: Section, template: tuple[tuple[str, str, str], ...]) -> str:
    """Give the first section of a document where the template has all it needs, else "".

    Args:
        section: the section; nothing stands in the margins of its first page.
        template: as for ``references_of``.
    """
    margins = Margins({"page_number": ""}, "")
    references = references_of(section, template, margins, first=True)
    return "" if margins else section_markup(section, references)

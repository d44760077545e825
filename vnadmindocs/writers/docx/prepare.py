"""Making a template ready, once: docxtpl patches the source, the rest is packed bytes.

What is missing (styles, footnotes) is added, the tags are patched, the last sectPr and the widths
of the header table are taken out as data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from vnadmindocs.law.norms import Norms
from vnadmindocs.pattern import pattern
from vnadmindocs.writers.docx import names
from vnadmindocs.writers.docx.completing import complete_core, complete_footnotes, complete_styles
from vnadmindocs.writers.docx.markup import openings
from vnadmindocs.writers.docx.opening import (
    OpenedTemplate,
    TemplateFaultError,
    open_template,
    patched,
    without_end,
)
from vnadmindocs.writers.docx.package import Member, encoded, packed
from vnadmindocs.writers.docx.prepared import (
    GRID_NAMES,
    SECTION_NAME,
    Prepared,
    Source,
    source_of,
)
from vnadmindocs.writers.docx.unpacking import content_of

_LAST_SECTION = pattern(r"<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:sectPr>\s*(?=</w:body>)", re.S)
_REFERENCE = pattern(r"<w:(header|footer)Reference\b([^>]*)/>")
_CELL = pattern(
    r"<w:(?:tc|hdr|ftr)\b[^>]*>(?:<w:tcPr\b[^>]*/>|<w:tcPr\b[^>]*>(?:(?!<w:tc\b).)*?</w:tcPr>)?"
    r"((?:\s*\{\{\s*[a-z_]+\s*\}\})+)\s*</w:(?:tc|hdr|ftr)>",
    re.S,
)
_PAGE = pattern(r"(?:<w:instrText[^>]*>|w:instr=\")\s*PAGE\b")
_TAG_NAME = pattern(r"\{\{\s*([a-z_]+)\s*\}\}")
_FIXED = (
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)


def prepare(data: bytes, norms: Norms, key: str = "") -> Prepared:
    """Make a template ready.

    Args:
        data: the bytes of the Word file.
        norms: for the styles the template lacks.
        key: what to keep it under; see ``cache.key_of``.

    Raises:
        TemplateFaultError: it cannot be used; ``lint_template`` finds the same and more.
    """
    opened = open_template(data)
    style_ids, rule_border = complete_styles(opened, norms)
    footnotes, first_footnote = complete_footnotes(opened)
    complete_core(opened)
    document, references, grid = _document_source(opened)
    cells = _cells(document)
    margins: dict[str, Source] = {}
    blank: dict[str, Member] = {}
    empty: dict[str, list[str]] = {name: [] for name in known_names()}
    cell_end = openings(style_ids)["cell_end"] + "</w:pPr></w:p>"
    for name in opened.margin_parts():
        text = patched(opened, name)
        if "{{" in text or "{%" in text:
            margins[name] = source_of(text)
            groups = _cells(text)
            cells += groups
            if not any(tag.startswith("text.") for tag in margins[name].names):
                ends = {group[-1]: [cell_end] for group in groups}
                blank[name] = packed(name, encoded(margins[name].fill({**empty, **ends})))
    source = source_of(document)
    all_names = (*source.names, *(tag for each in margins.values() for tag in each.names))
    _refuse_unknown(source, margins)
    relations, content_types = (
        without_end(opened.text(names.DOCUMENT_RELATIONS), "Relationships"),
        without_end(opened.text(names.CONTENT_TYPES), "Types"),
    )
    dynamic = {
        names.DOCUMENT, names.DOCUMENT_RELATIONS, names.CONTENT_TYPES, names.CORE,
        names.FOOTNOTES, *margins,
    }  # fmt: skip
    kept = {
        name: packed(name, encoded(opened.changed[name]))
        if name in opened.changed and encoded(opened.changed[name]) != _stored(opened, name)
        else opened.members[name]
        for name in (*opened.members, *sorted(set(opened.changed) - set(opened.members)))
        if name not in dynamic
    }
    return Prepared(
        key=key,
        members=tuple(kept.values()),
        document=source,
        margins=margins,
        blank_margins=blank,
        relations=relations,
        content_types=content_types,
        plain_lists=(
            packed(names.CONTENT_TYPES, encoded(content_types + "</Types>")),
            packed(names.DOCUMENT_RELATIONS, encoded(relations + "</Relationships>")),
        ),
        footnotes=footnotes,
        plain_footnotes=packed(names.FOOTNOTES, encoded(footnotes + "</w:footnotes>")),
        first_footnote=first_footnote,
        style_ids=style_ids,
        rule_border=rule_border,
        references=references,
        grid=grid,
        cells=cells,
        tags=tuple(dict.fromkeys(tag for tag in all_names if tag in names.BLOCK_TAGS)),
        texts=tuple(dict.fromkeys(tag[5:] for tag in all_names if tag.startswith("text."))),
    )


def _stored(opened: OpenedTemplate, name: str) -> bytes:
    return content_of(opened.members[name]) if name in opened.members else b""


def known_names() -> frozenset[str]:
    """Give every name a template may print."""
    texts = (f"text.{text}" for text in names.TEXT_TAGS)
    return frozenset((*names.BLOCK_TAGS, *texts, *GRID_NAMES, SECTION_NAME))


def _refuse_unknown(document: Source, margins: Mapping[str, Source]) -> None:
    known = known_names()
    for source in (document, *margins.values()):
        for name in source.names:
            if name not in known:
                raise TemplateFaultError("TPL002", tag=name)


def _document_source(
    opened: OpenedTemplate,
) -> tuple[str, tuple[tuple[str, str, str], ...], tuple[int, int] | None]:
    """Give the main part's source with section and header widths as names, and their data."""
    text = patched(opened, names.DOCUMENT)
    found = _LAST_SECTION.search(text)
    section = found[0] if found else ""
    references = _references(opened, section)
    body_end = found.start() if found else text.rindex("</w:body>")
    parts = "" if re.search(r"\{\{\s*parts\s*\}\}", text) else "{{ parts }}"
    after = text[found.end() if found else body_end :]
    text = f"{text[:body_end]}{parts}{{{{ {SECTION_NAME} }}}}{after}"
    text, grid = _header_widths(text)
    return text, references, grid


def _references(opened: OpenedTemplate, section: str) -> tuple[tuple[str, str, str], ...]:
    """Give the headers and footers of a section.

    Every section of ours has a first page of its own, so that its number can be hidden. Where the
    template has none and its header no number to hide, page 1 shows what the others show.
    """
    found = [
        (kind, _value(attributes, "w:type"), _value(attributes, "r:id"))
        for kind, attributes in _REFERENCE.findall(section)
    ]
    own_first_page = re.search(r'<w:titlePg(?![^>]*w:val="(?:0|false|off)")', section)
    if own_first_page is None:
        found = [each for each in found if each[1] != "first"]
        found += [
            (kind, "first", relation)
            for kind, when, relation in found
            if when == "default" and not shows_page_number(opened, relation)
        ]
    return tuple(found)


def shows_page_number(opened: OpenedTemplate, relation: str) -> bool:
    """Tell whether a header or footer holds the field of the page number."""
    for each in opened.tree(names.DOCUMENT_RELATIONS):
        if each.get("Id") == relation:
            part = f"word/{each.get('Target', '')}"
            return part in opened.members and _PAGE.search(opened.text(part)) is not None
    return False


def _value(attributes: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', attributes)
    return found[1] if found else ""


def _header_widths(text: str) -> tuple[str, tuple[int, int] | None]:
    """Replace the widths of a plain two-column header table by names."""
    tag = re.search(r"\{\{\s*(?:national_header|place_date|number|issuer)\s*\}\}", text)
    if tag is None:
        return text, None
    start = text.rfind("<w:tbl>", 0, tag.start())
    end = text.find("</w:tbl>", tag.start())
    if start < 0 or end < 0:
        return text, None
    table = text[start:end]
    columns = re.findall(r"<w:gridCol\b([^>]*)/>", table)
    cells = re.findall(r"<w:tcW\b[^>]*/>", table)
    rows = len(re.findall(r"<w:tr\b", table))
    if (
        "<w:tbl>" in table[1:]
        or "<w:gridSpan" in table
        or len(columns) != len(("left", "right"))
        or len(cells) != len(columns) * rows
    ):
        return text, None
    left, right = (int(_value(column, "w:w") or 0) for column in columns)
    sides = {"left": left, "right": right}

    def width(element: str) -> str:
        turn = iter(list(sides) * rows)
        return re.sub(
            rf"<w:{element}\b[^>]*/>",
            lambda _: (
                f'<w:{element} w:w="{{{{ grid.{next(turn)} }}}}"'
                + ("/>" if element == "gridCol" else ' w:type="dxa"/>')
            ),
            table,
        )

    table = width("gridCol")
    table = width("tcW")
    table = re.sub(
        r"<w:tblW\b[^>]*/>", '<w:tblW w:w="{{ grid.both }}" w:type="dxa"/>', table, count=1
    )
    return text[:start] + _without_padding(table) + text[end:], (left, right)


def _without_padding(table: str) -> str:
    """Fix the columns and take the padding out, as the rules in the cells are measured."""
    for element in ("tcMar", "tblCellMar"):
        table = re.sub(rf"<w:{element}>.*?</w:{element}>", "", table, flags=re.S)
    table = re.sub(r"<w:tblLayout\b[^>]*/>", "", table)
    before, end, after = table.partition("</w:tblPr>")
    look = re.search(r"<w:(?:tblLook|tblCaption|tblDescription|tblPrChange)\b", before)
    place = look.start() if look else len(before)
    return f"{before[:place]}{_FIXED}{before[place:]}{end}{after}"


def _cells(text: str) -> tuple[tuple[str, ...], ...]:
    """Name the tags of each cell, header or footer that holds nothing but tags."""
    return tuple(tuple(_TAG_NAME.findall(found[1])) for found in _CELL.finditer(text))

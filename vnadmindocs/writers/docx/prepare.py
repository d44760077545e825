"""Making a template ready, once: docxtpl patches the source, the rest is packed bytes.

What is missing (styles, footnotes) is added, the tags are patched, the last sectPr and the widths
of the header table are taken out as data.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from vnadmindocs.law.norms import Norms
from vnadmindocs.layout.styles import STYLE_NAMES, styles
from vnadmindocs.writers.docx import names
from vnadmindocs.writers.docx.markup import openings
from vnadmindocs.writers.docx.package import Member, content_of, encoded, packed, read_package
from vnadmindocs.writers.docx.prepared import (
    GRID_NAMES,
    SECTION_NAME,
    Prepared,
    Source,
    source_of,
)
from vnadmindocs.writers.docx.style_markup import border, style_id, style_markup

_W = f"{{{names.W}}}"
_LAST_SECTION = re.compile(r"<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:sectPr>\s*(?=</w:body>)", re.S)
_REFERENCE = re.compile(r"<w:(header|footer)Reference\b([^>]*)/>")
_CELL = re.compile(
    r"<w:(?:tc|hdr|ftr)\b[^>]*>(?:<w:tcPr\b[^>]*/>|<w:tcPr\b[^>]*>(?:(?!<w:tc\b).)*?</w:tcPr>)?"
    r"((?:\s*\{\{\s*[a-z_]+\s*\}\})+)\s*</w:(?:tc|hdr|ftr)>",
    re.S,
)
_TAG_NAME = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>"
)
_SEPARATOR_SETTINGS = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


class TemplateFaultError(Exception):
    """A template that cannot be used; ``lint_template`` says so to the user.

    Attributes:
        code: code in the catalogue of findings.
        facts: what fills the sentence.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


@dataclass(slots=True)
class OpenedTemplate:
    """A Word file opened for preparing: its parts, unpacked where they are read.

    Attributes:
        members: every part as it is stored.
        changed: parts whose text differs from what is stored.
    """

    data: bytes
    members: dict[str, Member]
    changed: dict[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Give the text of a part.

        Raises:
            TemplateFaultError: TPL001 it is missing or not XML in UTF-8, or declares entities.
        """
        if name not in self.changed:
            try:
                content = content_of(self.members[name])
                # Entities have no place in a Word file and are how XML bombs are made.
                if b"<!DOCTYPE" in content:
                    raise TemplateFaultError("TPL001", part=name)
                ElementTree.fromstring(content)
                self.changed[name] = content.decode("utf-8-sig")
            except (KeyError, UnicodeDecodeError, zipfile.BadZipFile, ElementTree.ParseError):
                raise TemplateFaultError("TPL001", part=name) from None
        return self.changed[name]

    def tree(self, name: str) -> ElementTree.Element:
        """Parse a part."""
        return ElementTree.fromstring(self.text(name).encode())

    def margin_parts(self) -> tuple[str, ...]:
        """Name the parts of headers and footers, in the order of the file."""
        return tuple(
            name for name in self.members if re.fullmatch(r"word/(header|footer)[^/]*\.xml", name)
        )


def open_template(data: bytes) -> OpenedTemplate:
    """Open a Word file.

    Raises:
        TemplateFaultError: TPL001 it is no Word file that can be read.
    """
    try:
        members = dict(read_package(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise TemplateFaultError("TPL001", part="") from None
    opened = OpenedTemplate(data, members)
    for name in (names.DOCUMENT, names.STYLES, names.CONTENT_TYPES, names.DOCUMENT_RELATIONS):
        opened.text(name)
    if "<w:body" not in opened.text(names.DOCUMENT):
        raise TemplateFaultError("TPL001", part=names.DOCUMENT)
    return opened


def patched(opened: OpenedTemplate, name: str) -> str:
    """Give the source of a part as docxtpl would hand it to Jinja2."""
    # Both cost a tenth of a second to import and only preparing needs them.
    from docxtpl import DocxTemplate
    from lxml import etree

    text = opened.text(name).encode()
    source = etree.tostring(etree.fromstring(text), encoding="unicode")
    result: str = DocxTemplate(io.BytesIO(opened.data)).patch_xml(source)
    return names.DECLARATION + result


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
    style_ids, rule_border = _complete_styles(opened, norms)
    footnotes, first_footnote = _complete_footnotes(opened)
    _complete_core(opened)
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
        _open_list(opened.text(names.DOCUMENT_RELATIONS), "Relationships"),
        _open_list(opened.text(names.CONTENT_TYPES), "Types"),
    )
    dynamic = {
        names.DOCUMENT, names.DOCUMENT_RELATIONS, names.CONTENT_TYPES, names.CORE,
        names.FOOTNOTES, *margins,
    }  # fmt: skip
    kept = {
        name: packed(name, encoded(opened.changed[name]))
        if name in opened.changed and encoded(opened.changed[name]) != _stored(opened, name)
        else opened.members[name]
        for name in (*opened.members, *(set(opened.changed) - set(opened.members)))
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


def _open_list(text: str, root: str) -> str:
    """Give a list of relationships or types without its end tag."""
    before, end, _ = text.rpartition(f"</{root}>")
    if not end:
        raise TemplateFaultError("TPL001", part=root)
    return before


def _complete_styles(opened: OpenedTemplate, norms: Norms) -> tuple[Mapping[str, str], str]:
    """Bind the named styles, add those that are missing, and say how rules are drawn."""
    root = opened.tree(names.STYLES)
    by_name: dict[str, ElementTree.Element] = {}
    taken: set[str] = set()
    ground = "Normal"
    for style in root.iter(f"{_W}style"):
        ident = style.get(f"{_W}styleId", "")
        taken.add(ident)
        name = style.find(f"{_W}name")
        if style.get(f"{_W}type") == "paragraph":
            if name is not None:
                by_name[name.get(f"{_W}val", "")] = style
            if style.get(f"{_W}default") in ("1", "true"):
                ground = ident
    weight = norms["rule.weight"].use
    ids: dict[str, str] = {}
    added: list[str] = []
    for role, look in styles(norms).items():
        found = by_name.get(STYLE_NAMES[role])
        if found is not None:
            ids[role] = found.get(f"{_W}styleId", "")
            continue
        ident = style_id(role)
        while ident in taken:
            ident += "VB"
        ids[role] = ident
        added.append(
            style_markup(look, weight)
            .replace(f'w:styleId="{style_id(role)}"', f'w:styleId="{ident}"')
            .replace('<w:basedOn w:val="Normal"/>', f'<w:basedOn w:val="{ground}"/>')
        )
    if added:
        text = opened.text(names.STYLES)
        before, end, after = text.rpartition("</w:styles>")
        if not end:
            raise TemplateFaultError("TPL001", part=names.STYLES)
        opened.changed[names.STYLES] = before + "".join(added) + end + after
    rule = by_name.get(STYLE_NAMES["rule"])
    draws = rule is None or rule.find(f"{_W}pPr/{_W}pBdr/{_W}top") is not None
    return ids, "" if draws else f"<w:pBdr>{border('top', weight)}</w:pBdr>"


def _complete_footnotes(opened: OpenedTemplate) -> tuple[str, int]:
    """Give the footnotes part up to its end tag and the first free id; add the part if needed."""
    if names.FOOTNOTES in opened.members:
        text = opened.text(names.FOOTNOTES)
        root = opened.tree(names.FOOTNOTES)
        ids = [int(note.get(f"{_W}id", "0")) for note in root.iter(f"{_W}footnote")]
        before, end, _ = text.rpartition("</w:footnotes>")
        if not end:
            raise TemplateFaultError("TPL001", part=names.FOOTNOTES)
        return before, max([0, *ids]) + 1
    relation = (
        f'<Relationship Id="rIdFootnotes" Type="{names.R}/footnotes" Target="footnotes.xml"/>'
    )
    kind = (
        f'<Override PartName="/word/footnotes.xml" ContentType="{names.WORD_TYPE}.footnotes+xml"/>'
    )
    opened.changed[names.DOCUMENT_RELATIONS] = (
        _open_list(opened.text(names.DOCUMENT_RELATIONS), "Relationships")
        + relation
        + "</Relationships>"
    )
    opened.changed[names.CONTENT_TYPES] = (
        _open_list(opened.text(names.CONTENT_TYPES), "Types") + kind + "</Types>"
    )
    if "word/settings.xml" in opened.members:
        settings = opened.text("word/settings.xml")
        for follower in ("<w:endnotePr", "<w:compat>"):
            if follower in settings:
                opened.changed["word/settings.xml"] = settings.replace(
                    follower, _SEPARATOR_SETTINGS + follower, 1
                )
                break
    return (
        f'{names.DECLARATION}<w:footnotes xmlns:w="{names.W}" xmlns:r="{names.R}">{_SEPARATORS}',
        1,
    )


def _complete_core(opened: OpenedTemplate) -> None:
    """Make the package point to the core properties that every document writes."""
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    relations = opened.text("_rels/.rels")
    if kind not in relations:
        added = f'<Relationship Id="rIdCore" Type="{kind}" Target="{names.CORE}"/>'
        opened.changed["_rels/.rels"] = (
            _open_list(relations, "Relationships") + added + "</Relationships>"
        )
    types = opened.text(names.CONTENT_TYPES)
    if f"/{names.CORE}" not in types:
        opened.changed[names.CONTENT_TYPES] = (
            _open_list(types, "Types")
            + f'<Override PartName="/{names.CORE}" ContentType="application/vnd.openxmlformats-'
            'package.core-properties+xml"/></Types>'
        )


def _document_source(
    opened: OpenedTemplate,
) -> tuple[str, tuple[tuple[str, str, str], ...], tuple[int, int] | None]:
    """Give the main part's source with section and header widths as names, and their data."""
    text = patched(opened, names.DOCUMENT)
    found = _LAST_SECTION.search(text)
    section = found[0] if found else ""
    references = tuple(
        (kind, _value(attributes, "w:type"), _value(attributes, "r:id"))
        for kind, attributes in _REFERENCE.findall(section)
    )
    body_end = found.start() if found else text.rindex("</w:body>")
    parts = "" if re.search(r"\{\{\s*parts\s*\}\}", text) else "{{ parts }}"
    after = text[found.end() if found else body_end :]
    text = f"{text[:body_end]}{parts}{{{{ {SECTION_NAME} }}}}{after}"
    text, grid = _header_widths(text)
    return text, references, grid


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
    return text[:start] + table + text[end:], (left, right)


def _cells(text: str) -> tuple[tuple[str, ...], ...]:
    """Name the tags of each cell, header or footer that holds nothing but tags."""
    return tuple(tuple(_TAG_NAME.findall(found[1])) for found in _CELL.finditer(text))

"""What a template must have and an office's own may lack: named styles, footnotes, properties."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from vnadmindocs.law.norms import Norms
from vnadmindocs.layout.styles import STYLE_NAMES, styles
from vnadmindocs.writers.docx import names
from vnadmindocs.writers.docx.opening import OpenedTemplate, TemplateFaultError, without_end
from vnadmindocs.writers.docx.style_markup import border, style_id, style_markup

_W = f"{{{names.W}}}"
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>"
)
_SEPARATOR_SETTINGS = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


def complete_styles(opened: OpenedTemplate, norms: Norms) -> tuple[Mapping[str, str], str]:
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


def complete_footnotes(opened: OpenedTemplate) -> tuple[str, int]:
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
        without_end(opened.text(names.DOCUMENT_RELATIONS), "Relationships")
        + relation
        + "</Relationships>"
    )
    opened.changed[names.CONTENT_TYPES] = (
        without_end(opened.text(names.CONTENT_TYPES), "Types") + kind + "</Types>"
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


def complete_core(opened: OpenedTemplate) -> None:
    """Make the package point to the core properties that every document writes."""
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    relations = opened.text("_rels/.rels")
    if kind not in relations:
        added = f'<Relationship Id="rIdCore" Type="{kind}" Target="{names.CORE}"/>'
        opened.changed["_rels/.rels"] = (
            without_end(relations, "Relationships") + added + "</Relationships>"
        )
    types = opened.text(names.CONTENT_TYPES)
    if f"/{names.CORE}" not in types:
        opened.changed[names.CONTENT_TYPES] = (
            without_end(types, "Types")
            + f'<Override PartName="/{names.CORE}" ContentType="application/vnd.openxmlformats-'
            'package.core-properties+xml"/></Types>'
        )

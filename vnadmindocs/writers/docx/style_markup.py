"""The look of a role as WordprocessingML: ``Style`` -> ``<w:style>``.

Used to make the shipped templates and to add what an office's own template lacks. Styles are
bound by name; the ids we ship are ASCII because Word rewrites others.
"""

from __future__ import annotations

from collections.abc import Mapping

from vnadmindocs.layout.shape import Align, Style
from vnadmindocs.units import mm_to_twips, pt_to_half_points, pt_to_twips
from vnadmindocs.writers.docx.names import DECLARATION, R, W

FACE = "Times New Roman"
EIGHTHS_PER_PT = 8  # the unit of border widths
JUSTIFICATION: Mapping[Align, str] = {
    "left": "left", "right": "right", "center": "center", "justify": "both",
}  # fmt: skip
_LINES_UNIT = 240  # w:line of single spacing when lineRule is auto

FONTS = f'<w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:eastAsia="{FACE}" w:cs="{FACE}"/>'
LANGUAGE = '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>'


def style_id(role: str) -> str:
    """Give the ASCII id of a role's style: ``place_date`` -> ``PlaceDate``."""
    return "".join(word.capitalize() for word in role.split("_"))


def border(side: str, weight_pt: float, color: str = "") -> str:
    """Give one solid border, such as ``<w:top …/>``."""
    eighths = max(2, round(weight_pt * EIGHTHS_PER_PT))
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{color or "auto"}"/>'


def indents(left_mm: float, right_mm: float, first_mm: float) -> str:
    """Give ``<w:ind/>``; a negative first line hangs."""
    first = mm_to_twips(first_mm)
    kind, size = ("hanging", -first) if first < 0 else ("firstLine", first)
    return (
        f'<w:ind w:left="{mm_to_twips(left_mm)}" w:right="{mm_to_twips(right_mm)}"'
        f' w:{kind}="{size}"/>'
    )


def style_markup(style: Style, rule_weight_pt: float) -> str:
    """Give the named paragraph style of a role.

    Args:
        style: its look.
        rule_weight_pt: weight of the border that the style of the role ``rule`` carries.
    """
    properties: list[str] = []
    if style.keep_next:
        properties.append("<w:keepNext/>")
    if style.keep_lines:
        properties.append("<w:keepLines/>")
    properties.append("<w:widowControl/>" if style.widow_control else '<w:widowControl w:val="0"/>')
    if style.role == "rule":
        properties.append(f"<w:pBdr>{border('top', rule_weight_pt)}</w:pBdr>")
    properties += [
        _spacing(style),
        indents(style.left_mm, style.right_mm, style.first_indent_mm),
        f'<w:jc w:val="{JUSTIFICATION[style.align]}"/>',
    ]
    if style.outline_level is not None:
        properties.append(f'<w:outlineLvl w:val="{style.outline_level}"/>')
    # Word has a style of its own by this name, which it gives to the lines it makes anew.
    custom = "" if style.name.startswith("toc ") else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(style.role)}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="1"/>'
        f"<w:qFormat/><w:pPr>{''.join(properties)}</w:pPr><w:rPr>{_characters(style)}</w:rPr>"
        "</w:style>"
    )


def _spacing(style: Style) -> str:
    if style.exact_pt is not None:
        line, rule = pt_to_twips(style.exact_pt), "exact"
    else:
        line, rule = round((style.line or 1.0) * _LINES_UNIT), "auto"
    return (
        f'<w:spacing w:before="{pt_to_twips(style.before_pt)}"'
        f' w:after="{pt_to_twips(style.after_pt)}" w:line="{line}" w:lineRule="{rule}"/>'
    )


def _characters(style: Style) -> str:
    half_points = pt_to_half_points(style.size_pt)
    toggles = ("<w:b/><w:bCs/>" if style.bold else "") + ("<w:i/><w:iCs/>" if style.italic else "")
    color = f'<w:color w:val="{style.color}"/>' if style.color else ""
    return f'{FONTS}{toggles}{color}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def styles_part(styles: Mapping[str, Style], rule_weight_pt: float) -> str:
    """Give the whole styles part of a shipped template.

    Args:
        styles: the look of every role.
        rule_weight_pt: weight of rules.
    """
    size = pt_to_half_points(styles["paragraph"].size_pt)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{FONTS}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{LANGUAGE}</w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240"'
        ' w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    ground = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "</w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
    named = "".join(style_markup(style, rule_weight_pt) for style in styles.values())
    root = f'<w:styles xmlns:w="{W}" xmlns:r="{R}">'
    return f"{DECLARATION}{root}{defaults}{ground}{named}</w:styles>"

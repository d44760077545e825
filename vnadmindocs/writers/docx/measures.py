"""What an office's own template measures: page, header columns, the look of its named styles.

styles.xml, document.xml -> ``TemplateMeasures``, which layout takes in place of the norms. Style
inheritance is resolved: document defaults, then the styles a style is based on, then itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from vnadmindocs.layout.shape import Align, Style
from vnadmindocs.layout.styles import STYLE_NAMES, PageBox, TemplateMeasures
from vnadmindocs.units import TWIPS_PER_PT, twips_to_mm
from vnadmindocs.values import dataclass
from vnadmindocs.writers.docx import names
from vnadmindocs.writers.docx.opening import OpenedTemplate

_W = f"{{{names.W}}}"
_LINE = 240  # w:line of single spacing
_DEFAULT_HALF_POINTS = 20  # Word's size where no style says one
_ALIGN: Mapping[str, Align] = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "center",
    "both": "justify", "distribute": "justify",
}  # fmt: skip
_FACE_CHANNELS = ("ascii", "hAnsi", "eastAsia", "cs")
_DEPTH = 32  # styles based on one another; Word itself stops at eleven


@dataclass(frozen=True, slots=True)
class FoundStyle:
    """A named style of a template, inheritance resolved.

    Attributes:
        faces: the type faces it sets text in; a theme's face is named by its theme slot.
    """

    style: Style
    faces: tuple[str, ...]


def found_styles(opened: OpenedTemplate) -> Mapping[str, FoundStyle]:
    """Read the named styles a template has, by role."""
    root = opened.tree(names.STYLES)
    by_id: dict[str, ElementTree.Element] = {}
    by_name: dict[str, ElementTree.Element] = {}
    default = None
    for style in root.iter(f"{_W}style"):
        if style.get(f"{_W}type") != "paragraph":
            continue
        by_id[style.get(f"{_W}styleId", "")] = style
        name = style.find(f"{_W}name")
        if name is not None:
            by_name[name.get(f"{_W}val", "")] = style
        if style.get(f"{_W}default") in ("1", "true"):
            default = style
    defaults = root.find(f"{_W}docDefaults")
    found = {}
    for role, name_ in STYLE_NAMES.items():
        own = by_name.get(name_)
        if own is not None:
            chain = list(_chain(own, by_id, default))
            found[role] = _style(role, name_, chain, defaults)
    return found


def measures_of(opened: OpenedTemplate, grid: tuple[int, int] | None) -> TemplateMeasures:
    """Measure a template.

    Args:
        opened: the template.
        grid: widths of its header table in twips, as preparing found them.
    """
    styles = {role: found.style for role, found in found_styles(opened).items()}
    columns = tuple(twips_to_mm(width) for width in grid) if grid else ()
    return TemplateMeasures(page_box(opened), columns, styles)


def page_box(opened: OpenedTemplate) -> PageBox:
    """Read the page of the last section; what it does not say is as Word has it."""
    sections = list(opened.tree(names.DOCUMENT).iter(f"{_W}sectPr"))
    size = sections[-1].find(f"{_W}pgSz") if sections else None
    margins = sections[-1].find(f"{_W}pgMar") if sections else None

    def mm(node: ElementTree.Element | None, name: str, fallback: int) -> float:
        value = node.get(f"{_W}{name}") if node is not None else None
        return twips_to_mm(abs(_twips(value, fallback)))

    # Word's own values for a section that says nothing: Letter paper, margins of one inch.
    return PageBox(
        width_mm=mm(size, "w", 12240),
        height_mm=mm(size, "h", 15840),
        top_mm=mm(margins, "top", 1440),
        bottom_mm=mm(margins, "bottom", 1440),
        left_mm=mm(margins, "left", 1440) + mm(margins, "gutter", 0),
        right_mm=mm(margins, "right", 1440),
        header_mm=mm(margins, "header", 720),
        footer_mm=mm(margins, "footer", 720),
    )


def _chain(
    style: ElementTree.Element,
    by_id: Mapping[str, ElementTree.Element],
    default: ElementTree.Element | None,
) -> Iterator[ElementTree.Element]:
    """Give a style and those it is based on, itself first."""
    current: ElementTree.Element | None = style
    for _ in range(_DEPTH):
        if current is None:
            return
        yield current
        based = current.find(f"{_W}basedOn")
        following = by_id.get(based.get(f"{_W}val", "")) if based is not None else None
        current = following if following is not current else None
    if default is not None and current is not None:
        yield default


def _style(
    role: str,
    name: str,
    chain: list[ElementTree.Element],
    defaults: ElementTree.Element | None,
) -> FoundStyle:
    def first(path: str, attributes: tuple[str, ...]) -> str | None:
        kind = path.partition("/")[0]
        holders = [style.find(_path(path)) for style in chain]
        if defaults is not None:
            holders.append(defaults.find(_path(f"{kind}Default/{path}")))
        for holder in holders:
            for attribute in attributes:
                value = holder.get(f"{_W}{attribute}") if holder is not None else None
                if value is not None:
                    return value
        return None

    def there(path: str) -> bool:
        for style in chain:
            holder = style.find(_path(path))
            if holder is not None:
                return holder.get(f"{_W}val", "1") not in ("0", "false", "off")
        return False

    def mm(path: str, *attributes: str) -> float:
        return twips_to_mm(_twips(first(path, attributes), 0))

    def pt(attribute: str) -> float:
        return _twips(first("pPr/spacing", (attribute,)), 0) / TWIPS_PER_PT

    line = _twips(first("pPr/spacing", ("line",)), _LINE)
    exact = first("pPr/spacing", ("lineRule",)) == "exact"
    hanging = first("pPr/ind", ("hanging",))
    indent = -twips_to_mm(_twips(hanging, 0)) if hanging else mm("pPr/ind", "firstLine")
    outline = first("pPr/outlineLvl", ("val",))
    color = first("rPr/color", ("val",)) or ""
    look = Style(
        role=role,
        name=name,
        size_pt=_twips(first("rPr/sz", ("val",)), _DEFAULT_HALF_POINTS) / 2,
        bold=there("rPr/b"),
        italic=there("rPr/i"),
        align=_ALIGN.get(first("pPr/jc", ("val",)) or "left", "left"),
        first_indent_mm=indent,
        left_mm=mm("pPr/ind", "left", "start"),
        right_mm=mm("pPr/ind", "right", "end"),
        before_pt=pt("before"),
        after_pt=pt("after"),
        line=None if exact else line / _LINE,
        exact_pt=line / TWIPS_PER_PT if exact else None,
        keep_next=there("pPr/keepNext"),
        keep_lines=there("pPr/keepLines"),
        outline_level=int(outline) if outline and outline.isdigit() else None,
        color="" if color in ("", "auto", "000000") else color,
    )
    faces = (first("rPr/rFonts", (f"{channel}Theme", channel)) for channel in _FACE_CHANNELS)
    return FoundStyle(look, tuple(dict.fromkeys(face for face in faces if face)))


def _path(path: str) -> str:
    return "/".join(f"{_W}{step}" for step in path.split("/"))


def _twips(value: str | None, fallback: int) -> int:
    """Read a length in twips; Word also writes decimals and units it no longer needs."""
    try:
        return round(float(value)) if value is not None else fallback
    except ValueError:
        return fallback

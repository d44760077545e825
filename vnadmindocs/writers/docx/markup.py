"""Paragraphs, runs and rules as WordprocessingML: strings joined, nothing parsed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from vnadmindocs.layout.shape import Paragraph, Rule, Run
from vnadmindocs.units import mm_to_twips
from vnadmindocs.writers.docx.style_markup import JUSTIFICATION, border

_TEXT = '<w:r><w:t xml:space="preserve">'
_TEXT_END = "</w:t></w:r>"
_BREAK = "<w:r><w:br/></w:r>"
_LEADER = "<w:r><w:tab/></w:r>"
REFERENCE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_BOX_WEIGHT_PT = 0.5  # the frame of a form's box, a drawing of ours
_BOX_LOOK = border("bdr", _BOX_WEIGHT_PT)
# As wide as a line is high, nearly: no-break spaces are a quarter of an em, an x is half of one.
_BOX_TEXT = {"empty": "\u00a0" * 4, "checked": "\u00a0x\u00a0"}
_WEIGHT = {
    (look, lean): ("" if look is None else "<w:b/>" if look else '<w:b w:val="0"/>')
    + ("" if lean is None else "<w:i/>" if lean else '<w:i w:val="0"/>')
    for look in (None, True, False)
    for lean in (None, True, False)
}


_ALIGNED = {align: f'<w:jc w:val="{value}"/>' for align, value in JUSTIFICATION.items()}


def escape(text: str) -> str:
    """Escape what XML would read as markup; most texts hold none of it."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """Escape a text that stands in double quotes."""
    return escape(text).replace('"', "&quot;").replace("\n", " ")


def run_markup(run: Run, first_footnote: int = 1) -> str:
    """Give a run.

    Args:
        run: the run.
        first_footnote: the id that footnote 1 has in the package.
    """
    if run.bold is None and run.italic is None:
        if not run.box and not run.leader and not run.footnote:
            text = run.text
            if "&" in text or "<" in text or ">" in text:
                text = escape(text)
            return _TEXT + text + _TEXT_END
        look = ""
    else:
        look = _WEIGHT[run.bold, run.italic]
    if run.box:
        return f"<w:r><w:rPr>{look}{_BOX_LOOK}</w:rPr><w:t>{_BOX_TEXT[run.box]}</w:t></w:r>"
    if run.leader:
        return _LEADER
    if run.footnote:
        number = run.footnote - 1 + first_footnote
        return f'{REFERENCE}<w:footnoteReference w:id="{number}"/></w:r>'
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(run.text)}{_TEXT_END}'


def line_markup(line: tuple[Run, ...], first_footnote: int = 1) -> str:
    """Give the runs of a line."""
    if len(line) == 1:
        return run_markup(line[0], first_footnote)
    return "".join([run_markup(run, first_footnote) for run in line])


def paragraph_markup(
    paragraph: Paragraph,
    opening: str,
    width_mm: float,
    keep: bool = False,
    first_footnote: int = 1,
    before: str = "",
) -> str:
    """Give a paragraph.

    Args:
        paragraph: its runs and direct properties.
        opening: ``<w:p><w:pPr><w:pStyle w:val="…"/>``, what every paragraph of its role begins
            with.
        width_mm: width of the column it stands in; a leader runs to its right edge.
        keep: keep it with the next whatever its style says (a row that stays with the next).
        first_footnote: the id that footnote 1 has in the package.
        before: runs to put before its own.
    """
    lines = paragraph.lines
    if len(lines) == 1:
        line = lines[0]
        content = (
            run_markup(line[0], first_footnote)
            if len(line) == 1
            else line_markup(line, first_footnote)
        )
    else:
        content = _BREAK.join([line_markup(line, first_footnote) for line in lines])
    if (
        keep
        or paragraph.left_mm is not None
        or paragraph.first_indent_mm is not None
        or paragraph.right_mm is not None
        or paragraph.keep_next is not None
        or paragraph.page_break_before
        or _LEADER in content
    ):
        leader = _LEADER in content
        direct = _direct(paragraph, width_mm, keep=keep, leader=leader)
        return f"{opening}{direct}</w:pPr>{before}{content}</w:p>"
    if paragraph.align is not None:
        return f"{opening}{_ALIGNED[paragraph.align]}</w:pPr>{before}{content}</w:p>"
    return f"{opening}</w:pPr>{before}{content}</w:p>"


def _direct(paragraph: Paragraph, width_mm: float, *, keep: bool, leader: bool) -> str:
    """Give the closed list of direct properties, in the order of the schema."""
    properties = ""
    if keep or paragraph.keep_next:
        properties = "<w:keepNext/>"
    elif paragraph.keep_next is not None:
        properties = '<w:keepNext w:val="0"/>'
    if paragraph.page_break_before:
        properties += "<w:pageBreakBefore/>"
    if leader:
        edge = mm_to_twips(width_mm - (paragraph.right_mm or 0.0))
        properties += f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{edge}"/></w:tabs>'
    left, right, first = paragraph.left_mm, paragraph.right_mm, paragraph.first_indent_mm
    if left is not None or right is not None or first is not None:
        properties += _indents(left, right, first)
    if paragraph.align is not None:
        properties += _ALIGNED[paragraph.align]
    return properties


# Few indents are in use and each of them many times.
@lru_cache(maxsize=512)
def _indents(left: float | None, right: float | None, first: float | None) -> str:
    """Give ``<w:ind/>`` with those that are set; a negative first line hangs."""
    markup = "<w:ind"
    if left is not None:
        markup += f' w:left="{mm_to_twips(left)}"'
    if right is not None:
        markup += f' w:right="{mm_to_twips(right)}"'
    if first is not None:
        twips = mm_to_twips(first)
        markup += f' w:hanging="{-twips}"' if twips < 0 else f' w:firstLine="{twips}"'
    return markup + "/>"


def rule_markup(rule: Rule, opening: str, rule_border: str) -> str:
    """Give a rule: a paragraph of its own with a top border, placed by its indents.

    Args:
        rule: where it stands.
        opening: what every paragraph of the role ``rule`` begins with.
        rule_border: the border, or "" when the template's style draws it.
    """
    keep = "<w:keepNext/>" if rule.keep_next else ""
    placed = _indents(rule.left_mm, rule.right_mm, None)
    return f"{opening}{keep}{rule_border}{placed}</w:pPr></w:p>"


def openings(style_ids: Mapping[str, str]) -> Mapping[str, str]:
    """Give, for each role, what its paragraphs begin with."""
    return {role: f'<w:p><w:pPr><w:pStyle w:val="{ident}"/>' for role, ident in style_ids.items()}

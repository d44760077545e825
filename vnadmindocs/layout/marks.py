"""Ô 10a, 10b and 11: marks of secrecy and urgency, and the circulation note in the top margin."""

from __future__ import annotations

from vnadmindocs.fonts.metrics import LINE_PITCH_EM
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Block, Box, Element, Paragraph
from vnadmindocs.layout.sheet import lines_paragraph
from vnadmindocs.record.fields import State
from vnadmindocs.units import pt_to_mm

# The record's choice -> the key of its words and size in the law's data.
_SECRECY = {"top_secret": "tuyet_mat", "secret": "toi_mat", "confidential": "mat"}
_URGENCY = {"flash": "hoa_toc", "very_urgent": "thuong_khan", "urgent": "khan"}
_TIMED = "hen_gio"
_GAP = Paragraph("table_gap", ((),))


def marks_elements(context: PartContext) -> tuple[Element, ...]:
    """Lay out the marks that stand under the number; () for most documents.

    The stamp of secrecy has the look of the law on state secrets, which this decree does not give:
    its words keep its place. The mark of urgency has the frame of the decree.
    """
    secrecy, urgency = context.record.secrecy, context.record.urgency
    found: list[tuple[str, Block]] = []
    if isinstance(secrecy, str):
        words = wording(f"secrecy.{_SECRECY[secrecy]}")
        found.append(("10a", lines_paragraph("secrecy", (words,))))
    if isinstance(urgency, str):
        timed = urgency == "flash" and context.record.due not in (None, State.OMITTED)
        found.append(("10b", _timed_mark(context) if timed else _mark(context, _URGENCY[urgency])))
    return tuple(Element("marks", box, (_GAP, block)) for box, block in found)


def circulation_blocks(context: PartContext) -> tuple[Box, ...]:
    """Lay out the circulation note, framed as wide as its words; () when there is none."""
    written = context.record.circulation
    if written is None or written is State.OMITTED or not isinstance(written, str):
        return ()
    sheet = context.sheet
    lines = tuple(written.split("\n"))
    # The decree gives the frame no size; it is as high as that of the urgency mark.
    height = sheet.norms["urgency.khan.height"].use * len(lines)
    width = _framed(context, "circulation", lines)
    return (
        Box("circulation", width, height, (lines_paragraph("circulation", lines),), align="right"),
    )


def _mark(context: PartContext, key: str) -> Box:
    norms = context.sheet.norms
    return Box(
        "urgency",
        norms[f"urgency.{key}.width"].use,
        norms[f"urgency.{key}.height"].use,
        (lines_paragraph("urgency", (wording(f"urgency.{key}"),)),),
    )


def _timed_mark(context: PartContext) -> Box:
    """Lay out HỎA TỐC HẸN GIỜ over the hour: the mark of custom, as wide as its words."""
    sheet = context.sheet
    due = getattr(context.record.due, "words", "")
    room = sheet.header_lines_mm - _framed(context, "urgency", ("",))
    hour = sheet.balanced(due, "urgency", room) if due else ("",)
    lines = (wording(f"urgency.{_TIMED}"), *hour)
    pitch = pt_to_mm(sheet.styles["urgency"].size_pt * LINE_PITCH_EM)
    height = sheet.norms["urgency.hoa_toc.height"].use + pitch * len(hour)
    width = max(_framed(context, "urgency", lines), sheet.norms["urgency.hoa_toc.width"].use)
    return Box("urgency", width, round(height, 1), (lines_paragraph("urgency", lines),))


def _framed(context: PartContext, role: str, lines: tuple[str, ...]) -> float:
    """Give the width of a frame around lines.

    It has padding on either side, and as much again: one that just fits would wrap its words.
    """
    sheet = context.sheet
    return round(sheet.longest(lines, role) + 4 * sheet.norms["table.cell_padding"].use, 1)

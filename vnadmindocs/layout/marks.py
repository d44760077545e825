"""Ô 10a, 10b and 11: marks of secrecy and urgency, and the circulation note in the top margin."""

from __future__ import annotations

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Box, Element, Paragraph
from vnadmindocs.layout.sheet import lines_paragraph
from vnadmindocs.record.fields import State

# The record's choice -> the key of its size and words in the law's data.
_SECRECY = {"top_secret": "tuyet_mat", "secret": "toi_mat", "confidential": "mat"}
_URGENCY = {"flash": "hoa_toc", "very_urgent": "thuong_khan", "urgent": "khan"}
_GAP = Paragraph("table_gap", ((),))


def marks_elements(context: PartContext) -> tuple[Element, ...]:
    """Lay out the framed marks that stand under the number; () for most documents."""
    record = context.record
    found = []
    for role, box, written, keys in (
        ("secrecy", "10a", record.secrecy, _SECRECY),
        ("urgency", "10b", record.urgency, _URGENCY),
    ):
        if isinstance(written, str):
            key = f"{role}.{keys[written]}"
            found.append(Element("marks", box, (_GAP, _box(context, role, key))))
    return tuple(found)


def circulation_blocks(context: PartContext) -> tuple[Box, ...]:
    """Lay out the circulation note, framed as wide as its words; () when there is none."""
    written = context.record.circulation
    if written is None or written is State.OMITTED or not isinstance(written, str):
        return ()
    sheet = context.sheet
    lines = tuple(written.split("\n"))
    # Padding on either side, and as much again: a frame that just fits would wrap its words.
    room = 4 * sheet.norms["table.cell_padding"].use
    # The decree gives the frame no size; it is as high as that of the urgency mark.
    height = sheet.norms["urgency.khan.height"].use * len(lines)
    return (
        Box(
            "circulation",
            round(sheet.longest(lines, "circulation") + room, 1),
            height,
            (lines_paragraph("circulation", lines),),
            align="right",
        ),
    )


def _box(context: PartContext, role: str, key: str) -> Box:
    norms = context.sheet.norms
    return Box(
        role,
        norms[f"{key}.width"].use,
        norms[f"{key}.height"].use,
        (lines_paragraph(role, (wording(key),)),),
    )

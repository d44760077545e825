"""Pictures in the text, in the width asked for, never wider than the text."""

from __future__ import annotations

from vnadmindocs.layout.shape import Image, Paragraph
from vnadmindocs.layout.sheet import Sheet, lines_paragraph
from vnadmindocs.record.fields import State
from vnadmindocs.record.images import Image as RecordImage
from vnadmindocs.units import MM_PER_INCH


def image_blocks(
    sheet: Sheet, image: RecordImage, name: str, width: float
) -> tuple[Image | Paragraph, ...]:
    """Lay out a picture and its caption; an empty paragraph where the file could not be read.

    Args:
        sheet: the sheet of the part.
        image: the picture as the record declares it.
        name: the name the body places it by.
        width: the widest it may be, in mm.
    """
    picture = image.file
    if isinstance(picture, State):
        return (Paragraph("image", ((),), keep_next=False),)
    asked = image.width if isinstance(image.width, float | int) else None
    dots = sheet.norms["image.resolution"].use
    printed = min(asked or picture.width * MM_PER_INCH / dots, width)
    caption = image.caption if isinstance(image.caption, str) else ""
    laid_out = Image(
        picture.data,
        picture.format,
        printed,
        printed * picture.height / picture.width,
        caption,
        name,
    )
    if not caption:
        return (laid_out,)
    lines = sheet.balanced(caption, "image_caption", width)
    return (laid_out, lines_paragraph("image_caption", lines))

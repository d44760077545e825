"""Pictures in the text, in the width asked for, never larger than a page holds with the caption."""

from __future__ import annotations

from vnadmindocs.fonts.metrics import LINE_PITCH_EM
from vnadmindocs.layout.shape import Image, Paragraph
from vnadmindocs.layout.sheet import Sheet, lines_paragraph
from vnadmindocs.record.fields import State
from vnadmindocs.record.images import Image as RecordImage
from vnadmindocs.units import MM_PER_INCH, pt_to_mm

_CSS_DOTS = 96  # of an inch of CSS, in which drawings are measured


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
    dots = _CSS_DOTS if picture.format == "svg" else sheet.norms["image.resolution"].use
    caption = image.caption if isinstance(image.caption, str) else ""
    lines = sheet.balanced(caption, "image_caption", width) if caption else ()
    ratio = picture.height / picture.width
    highest = sheet.section.text_height_mm - _beside_mm(sheet, len(lines))
    printed = min(asked or picture.width * MM_PER_INCH / dots, width, highest / ratio)
    size = printed, printed * ratio
    laid_out = Image(picture.data, picture.format, *size, caption, name, picture.text)
    if not caption:
        return (laid_out,)
    return (laid_out, lines_paragraph("image_caption", lines))


def _beside_mm(sheet: Sheet, lines: int) -> float:
    """Give the height a page needs beside a picture on it: its own line, and those of its name."""
    height = 0.0
    for role, count in (("image", 1), ("image_caption", lines)):
        style = sheet.styles[role]
        pitch = style.exact_pt or style.size_pt * LINE_PITCH_EM * (style.line or 1.0)
        height += (style.before_pt + style.after_pt + pitch * count) if count else 0.0
    return pt_to_mm(height)

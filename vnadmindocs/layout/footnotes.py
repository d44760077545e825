"""The texts of footnotes, in the order in which the document refers to them."""

from __future__ import annotations

from vnadmindocs.layout.footnote_numbers import FootnoteNumbers
from vnadmindocs.layout.inline import InlineWriter
from vnadmindocs.layout.shape import Paragraph


def footnote_paragraphs(numbers: FootnoteNumbers) -> tuple[tuple[Paragraph, ...], ...]:
    """Lay out the text of each footnote, number 1 first; an empty paragraph where it has none."""
    if not numbers.texts:
        return ()
    plain = InlineWriter(FootnoteNumbers(), "", {})
    return tuple(
        (Paragraph("footnote", plain.lines(spans) if spans else ((),)),) for spans in numbers.texts
    )

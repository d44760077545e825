"""The texts of footnotes, in the order in which the document refers to them."""

from __future__ import annotations

from collections.abc import Sequence

from vnadmindocs.layout.footnote_numbers import FootnoteNumbers
from vnadmindocs.layout.inline import InlineWriter
from vnadmindocs.layout.shape import Paragraph
from vnadmindocs.notation.inline import Span, SpanKind


def footnote_paragraphs(numbers: FootnoteNumbers) -> tuple[tuple[Paragraph, ...], ...]:
    """Lay out the text of each footnote, number 1 first; an empty paragraph where it has none."""
    if not numbers.texts:
        return ()
    plain = InlineWriter(FootnoteNumbers(), "", {})
    return tuple(
        (Paragraph("footnote", plain.lines(_as_written(spans)) if spans else ((),)),)
        for spans in numbers.texts
    )


def _as_written(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Print a reference inside a note in its own characters: a note has no notes."""
    return tuple(
        Span(SpanKind.TEXT, f"[^{span.text}]", span.bold, span.italic)
        if span.kind is SpanKind.FOOTNOTE
        else span
        for span in spans
    )

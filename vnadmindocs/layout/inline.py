"""Marks inside a paragraph become runs: bold, italic, boxes, leaders, footnote numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vnadmindocs.layout.footnote_numbers import FootnoteNumbers
from vnadmindocs.layout.shape import Run
from vnadmindocs.notation.inline import Span, SpanKind

Line = tuple[Run, ...]


class InlineWriter:
    """Turns spans into lines of runs; the footnotes it meets get their numbers.

    Args:
        numbers: the numbers given so far.
        part: field path of the part, so that two parts may use one name.
        texts: the footnotes of the part by name.
    """

    __slots__ = ("_numbers", "_part", "_texts")

    def __init__(
        self, numbers: FootnoteNumbers, part: str, texts: Mapping[str, Sequence[Span]]
    ) -> None:
        self._numbers = numbers
        self._part = part
        self._texts = texts

    def lines(
        self,
        spans: Sequence[Span],
        label: str = "",
        *,
        bold: bool | None = None,
        label_bold: bool | None = None,
    ) -> tuple[Line, ...]:
        """Give the lines of a paragraph, its label and a space first.

        Args:
            spans: the words.
            label: ``Điều 1.``, ``a)`` or ``-``; "" for none.
            bold: weight of plain words; None keeps the style's.
            label_bold: weight of the label; None keeps the style's.
        """
        first = f"{label} " if label and spans else label
        if len(spans) == 1 and spans[0].kind is SpanKind.TEXT:
            # Nearly every paragraph: one stretch of words.
            span = spans[0]
            weight = True if span.bold else bold
            slope = True if span.italic else None
            if not first:
                return ((Run(span.text, weight, slope),),)
            if weight is label_bold and slope is None:
                return ((Run(first + span.text, weight),),)
            return ((Run(first, label_bold), Run(span.text, weight, slope)),)
        done: list[Line] = []
        line: list[Run] = [Run(first, label_bold)] if first else []
        for span in spans:
            if span.kind is SpanKind.BREAK:
                done.append(tuple(line))
                line = []
            else:
                line.append(self._run(span, bold))
        return (*done, tuple(line))

    def _run(self, span: Span, bold: bool | None) -> Run:
        weight = True if span.bold else bold
        slope = True if span.italic else None
        match span.kind:
            case SpanKind.FOOTNOTE:
                number = self._numbers.number(self._part, span.text, self._texts)
                return Run(bold=weight, italic=slope, footnote=number)
            case SpanKind.BOX_EMPTY:
                return Run(bold=weight, italic=slope, box="empty")
            case SpanKind.BOX_CHECKED:
                return Run(bold=weight, italic=slope, box="checked")
            case SpanKind.LEADER:
                return Run(span.text, weight, slope, leader=True)
            case _:
                return Run(span.text, weight, slope)

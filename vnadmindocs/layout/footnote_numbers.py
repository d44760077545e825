"""Footnotes get their numbers in the order in which the text refers to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vnadmindocs.notation.inline import Span


class FootnoteNumbers:
    """Numbers of footnotes over all parts of a document, from 1.

    Attributes:
        texts: the spans of each footnote, number 1 first; None where the record has no text.
    """

    def __init__(self) -> None:
        self.texts: list[Sequence[Span] | None] = []
        self._numbers: dict[tuple[str, str], int] = {}

    def number(self, part: str, name: str, texts: Mapping[str, Sequence[Span]]) -> int:
        """Give the number of a footnote of a part; the next one when it is new."""
        key = (part, name)
        if key not in self._numbers:
            self.texts.append(texts.get(name))
            self._numbers[key] = len(self.texts)
        return self._numbers[key]

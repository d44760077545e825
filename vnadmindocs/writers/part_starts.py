"""Where each typeset part begins in a PDF: by its page labels, else by its printed words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vnadmindocs.layout.shape import Element, Grid, Paragraph, Part

if TYPE_CHECKING:
    from pypdf import PdfReader

_WORDS_COMPARED = 80  # letters of a part's opening that tell it from the others


class PartNotFoundError(Exception):
    """A part that was typeset is not to be found in the PDF."""


def part_starts(reader: PdfReader, parts: Sequence[Part]) -> list[int]:
    """Give the first page of each part, from 0, in a PDF that holds these parts alone.

    Raises:
        PartNotFoundError: there are more parts than can be told apart.
    """
    if len(parts) == 1:
        return [0]
    found = _by_labels(reader) if "/PageLabels" in reader.root_object else []
    return found if len(found) == len(parts) else _by_words(reader, parts)


def _by_labels(reader: PdfReader) -> list[int]:
    """Find the pages whose number does not follow that of the page before."""
    starts, before = [], ""
    for index, label in enumerate(reader.page_labels):
        if not (before.isdigit() and label == str(int(before) + 1)):
            starts.append(index)
        before = label
    return starts


def _by_words(reader: PdfReader, parts: Sequence[Part]) -> list[int]:
    pages = (_squeezed(page.extract_text()) for page in reader.pages)
    starts = [0]
    numbered = enumerate(pages)
    next(numbered, None)
    for part in parts[1:]:
        opening = _opening(part)
        start = next((index for index, words in numbered if opening and opening in words), None)
        if start is None:
            raise PartNotFoundError(part.title)
        starts.append(start)
    return starts


def _opening(part: Part) -> str:
    words = ""
    for paragraph in _paragraphs(part.elements):
        words += _squeezed(paragraph.text)
        if len(words) >= _WORDS_COMPARED:
            break
    return words[:_WORDS_COMPARED]


def _paragraphs(elements: Sequence[Element | Grid]) -> Iterator[Paragraph]:
    """Give paragraphs in the order they are read; those of a grid stand side by side."""
    for each in elements:
        if isinstance(each, Grid):
            return
        for block in each.blocks:
            if isinstance(block, Paragraph):
                yield block
            elif isinstance(block, Grid):
                return


def _squeezed(text: str) -> str:
    return "".join(text.split())

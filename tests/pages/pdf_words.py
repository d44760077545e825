"""The words of a PDF as pypdf gives them, and how they are laid beside the blocks of a record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader

from tests.corpus.comparison import LISTS, Block
from tests.pages.pdf_content import Painted, read_content
from vnadmindocs.layout.shape import Element, Grid, Layout, Section, Table
from vnadmindocs.units import mm_to_pt

_LEADER = re.compile(r"\.{6,}")
_GAP = "\0"  # where words were found and taken out
_RAISED = 0.85  # of the letters of a footnote: what is smaller is the number that calls one
_FLAT_PT = 1.5  # how far the ends of a level stroke may be apart
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str  # without white space
    left: float  # in pt, from the left and from the top of the page
    baseline: float
    size: float


def read_words(pdf: Path, layout: Layout) -> list[str]:
    """Give the words of the text, of the margins and of the footnotes, without white space.

    Taken out by their place: the numbers of pages and of footnotes, and the head of a table at the
    top of a page that the table goes on to. Dots that lead to the margin are drawn, not written.

    Returns:
        The running text of all pages, then what each page has in its margins, then its footnotes.
    """
    text, aside = "", []
    heads = {head for part in layout.parts for head in _heads(part.elements)}
    for page in PdfReader(pdf).pages:
        section = _section(layout, page)
        top = mm_to_pt(section.top_mm)
        bottom = mm_to_pt(section.height_mm - section.bottom_mm)
        left = mm_to_pt(section.left_mm)
        body, margins, notes = [], [], []
        for piece in _pieces(page):
            if piece.text.isdigit() and (piece.baseline < top or _is_raised(piece, layout)):
                continue
            if not top < piece.baseline < bottom:
                margins.append(piece.text)
            elif layout.footnotes and piece.size == layout.styles["footnote"].size_pt:
                if not (piece.text.isdigit() and piece.left - left < _FLAT_PT):
                    notes.append(piece.text)
            else:
                body.append(piece.text)
        shown = "".join(body)
        for head in heads:
            if head in text:
                shown = shown.removeprefix(head)
        text += shown
        aside += ["".join(margins), "".join(notes)]
    return [_LEADER.sub("", each) for each in (text, *aside) if each]


def left_over(blocks: Iterable[Block], texts: Sequence[str]) -> list[str]:
    """Lay blocks over the words of a PDF; what is missing or too much, one sentence each.

    Each block stands in one piece or, where another stands beside it, in pieces that begin with a
    line of it, in its order. The end marks of lists may be there or not.
    """
    rest = _GAP.join(texts)
    sentences = []
    for block in sorted(blocks, key=lambda each: -sum(map(len, each.words))):
        lines, at = [line for line in map(_plain, block.lines) if line], 0
        while lines:
            found, count = _longest(block, lines, rest, at)
            if found is None:
                sentences.append(f"{block.name}: «{lines[0][:_SHOWN]}» is not there in its place")
                break
            at, lines = found.start(), lines[count:]
            rest = f"{rest[:at]}{_GAP}{rest[found.end() :]}"
    return sentences + [f"only printed: «{each[:_SHOWN]}»" for each in rest.split(_GAP) if each]


def _longest(
    block: Block, lines: Sequence[str], rest: str, at: int
) -> tuple[re.Match[str] | None, int]:
    """Find as many lines as stand in one piece, and how many they are."""
    patterns = [_pattern(block, line) for line in lines]
    for count in range(len(lines), 0, -1):
        found = re.compile("".join(patterns[:count])).search(rest, at)
        if found is not None:
            return found, count
    return None, 0


def _pattern(block: Block, line: str) -> str:
    if block.name in LISTS:
        return re.escape(re.sub(r"[;.]$", "", line)) + "[;.]?"
    return re.escape(line)


def _plain(line: str) -> str:
    """Give the words of a record as they are compared."""
    return _LEADER.sub("", re.sub(r"\s", "", unicodedata.normalize("NFC", line)))


def _pieces(page: PageObject) -> Iterator[_Piece]:
    """Give the words of a page in the order of the file, those of tables cell by cell."""
    pieces: list[_Piece] = []
    height = float(page.mediabox.height)

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _: Any, size: float) -> None:
        words = re.sub(r"\s", "", text)
        if words:
            left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            level = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            pieces.append(_Piece(words, left, height - level, round(size, 2)))

    page.extract_text(visitor_text=visit)
    return _cell_by_cell(pieces, read_content(page))


def _cell_by_cell(pieces: Sequence[_Piece], painted: Painted) -> Iterator[_Piece]:
    """Give the words of tables row by row: Typst writes a merged cell after the rows it covers."""
    ends = [pair for path in painted.paths for pair in path]
    level = [(*sorted((x, to_x)), y) for (x, y), (to_x, to_y) in ends if abs(to_y - y) < _FLAT_PT]
    upright = [(*sorted((y, to_y)), x) for (x, y), (to_x, to_y) in ends if abs(to_x - x) < _FLAT_PT]

    def corner(piece: _Piece) -> tuple[float, float] | None:
        """Find the top left corner of the cell a piece stands in; None outside of tables."""
        rows = [y for start, end, y in level if start <= piece.left <= end]
        sides = [x for start, end, x in upright if start <= piece.baseline <= end]
        above = [y for y in rows if y < piece.baseline]
        before = [x for x in sides if x < piece.left]
        if above and before and len(above) < len(rows) and len(before) < len(sides):
            return round(max(above)), round(max(before))
        return None

    for _, group in groupby(pieces, key=lambda piece: corner(piece) is None):
        # Sorting keeps the order of what has no corner, and of the words of one cell.
        yield from sorted(group, key=lambda piece: corner(piece) or ())


def _is_raised(piece: _Piece, layout: Layout) -> bool:
    return piece.size < _RAISED * layout.styles["footnote"].size_pt


def _section(layout: Layout, page: PageObject) -> Section:
    """Give the section with the size of a page; its margins are those of every other."""
    wide = page.mediabox.width > page.mediabox.height
    return next(part.section for part in layout.parts if part.section.landscape == wide)


def _heads(elements: Iterable[Element | Grid]) -> Iterator[str]:
    """Give the words of the rows of each table that are repeated."""
    for element in elements:
        if isinstance(element, Grid):
            for row in element.rows:
                for cell in row.cells:
                    yield from _heads(cell)
            continue
        for block in element.blocks:
            if isinstance(block, Grid):
                yield from _heads([block])
            elif isinstance(block, Table):
                yield _plain(
                    "".join(
                        paragraph.text
                        for row in block.rows
                        if row.header
                        for cell in row.cells
                        for paragraph in cell.paragraphs
                    )
                )

"""Runs as data, cut where typst would end a line otherwise than Word does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from vnadmindocs.fonts.metrics import INNER_BREAK, width_mm
from vnadmindocs.layout.shape import Run, Style
from vnadmindocs.pattern import pattern

BOX_WEIGHT_PT = 0.5  # the frame of a form's box, a drawing of ours
# As wide as a line is high, nearly: no-break spaces are a quarter of an em, an x is half of one.
_BOX_WORDS = {"empty": "\u00a0" * 4, "checked": "\u00a0x\u00a0"}
_BREAK = 0
_ONE_PIECE = 2  # cuts of a word that has none inside
_OWN_LOOK = -1
# Word and LibreOffice end no line after a slash, one after a hyphen before a figure and one at
# every space; by the rules of Unicode, which typst keeps, it is otherwise. Words are cut here that
# one of the three concerns; each is looked at once, however long it is.
_AFTER_SLASH = r"/(?=[^\d \t.,;:!?)\]}”»/])"
_STRANGE = pattern(
    rf"(?<![^ \t])(?:[^ \t]*?(?:[^ \t]{_AFTER_SLASH}|\w-\d)[^ \t]*|[“«(\[{{]+(?= ))"
    r"|(?<=[ \t])(?!\./\.)[:;!?)\]}”»/,.…][^ \t]*"
)
_SLASH = pattern(_AFTER_SLASH)


class Words:
    """Writes the words of one document; a footnote's are given where it is first called."""

    def __init__(self) -> None:
        """Start without footnotes."""
        self._noted: set[int] = set()

    def data(self, lines: Sequence[tuple[Run, ...]], style: Style, width_mm_: float) -> Any:
        """Give the runs of lines: a string when that is all they are.

        Args:
            lines: the runs of each line.
            style: what they look like where they do not say it.
            width_mm_: width of the column they stand in.
        """
        runs: list[Any] = []
        for number, line in enumerate(lines):
            if number:
                runs.append(_BREAK)
            for place, run in enumerate(line):
                if _STRANGE.search(run.text):
                    runs += _bound(line, place, style, width_mm_)
                else:
                    runs.append(self._run(run, style))
        if len(runs) == 1 and isinstance(runs[0], str):
            return runs[0]
        return runs

    def _run(self, run: Run, style: Style) -> Any:
        if run.box:
            return ["box", _BOX_WORDS[run.box]]
        if run.leader:
            return ["leader", 0]
        if run.footnote:
            again = run.footnote in self._noted
            self._noted.add(run.footnote)
            return ["again" if again else "note", run.footnote]
        look = _look(run, style)
        return run.text if look == _OWN_LOOK else [look, run.text]


def _look(run: Run, style: Style) -> int:
    """Give what a run looks like: 1 for bold and 2 for italic added up, or as its style does."""
    if run.bold is None and run.italic is None:
        return _OWN_LOOK
    return _weight(run, style) + 2 * _slope(run, style)


def _weight(run: Run, style: Style) -> bool:
    return style.bold if run.bold is None else run.bold


def _slope(run: Run, style: Style) -> bool:
    return style.italic if run.italic is None else run.italic


def _bound(
    line: tuple[Run, ...], place: int, style: Style, column_mm: float
) -> Iterator[list[Any] | str]:
    """Give a run in pieces, whole those that typst would part where Word does not."""
    run = line[place]
    look, bold, italic = _look(run, style), _weight(run, style), _slope(run, style)
    pieces = _pieces(run.text)
    # A word that runs on into the next run is not cut.
    if place > 0 and not line[place - 1].text.endswith((" ", "\t")):
        pieces[0] = (pieces[0][0], False)
    if place + 1 < len(line) and not line[place + 1].text.startswith((" ", "\t")):
        pieces[-1] = (pieces[-1][0], False)
    for text, is_whole in pieces:
        # One that is wider than its column is parted anywhere.
        if is_whole and width_mm(text, style.size_pt, bold, italic) < column_mm:
            yield ["whole", text] if look == _OWN_LOOK else [look, text, True]
        else:
            yield text if look == _OWN_LOOK else [look, text]


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Cut a text where it may break in a strange way; True for a piece that stays whole."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for found in _STRANGE.finditer(text):
        if found.start() > end:
            pieces.append((text[end : found.start()], False))
        end = found.end()
        word = found.group()
        cuts = [0, *(each.start() for each in INNER_BREAK.finditer(word)), len(word)]
        for start, stop in pairwise(cuts):
            piece = word[start:stop]
            opens_figure = stop < len(word) and word[stop].isdigit()
            alone = len(cuts) == _ONE_PIECE
            pieces.append((piece, alone or opens_figure or _SLASH.search(piece) is not None))
    if end < len(text):
        pieces.append((text[end:], False))
    return pieces

"""Characters that the face of a PDF lacks: found before anything is typeset.

The record was asked for what Times New Roman lacks (FNT001, at its place); a face of the machine
may lack more, in one style and not in another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.layout.shape import Layout
from vnadmindocs.layout.words import paragraphs_of

if TYPE_CHECKING:
    from vnadmindocs.fonts.face import Face

LACKING = "FNT015"


def glyph_faults(layout: Layout, face: Face) -> Iterator[Fault]:
    """Give one fault for all characters that a style of the face has no glyph for (FNT015)."""
    letters = "".join(
        dict.fromkeys(
            letter
            for (bold, italic), text in _texts(layout).items()
            for letter in face.missing(text, bold, italic)
        )
    )
    if letters:
        numbers = ", ".join(f"U+{ord(letter):04X}" for letter in letters)
        facts = {"found": letters, "numbers": numbers, "family": face.family}
        yield Fault(LACKING, facts={**facts, "version": face.version})


def _texts(layout: Layout) -> dict[tuple[bool, bool], str]:
    """Join the words that are set in each style, upright or italic, bold or not."""
    texts: dict[tuple[bool, bool], list[str]] = defaultdict(list)
    styles = layout.styles
    for paragraph in paragraphs_of(layout):
        style = styles[paragraph.role]
        for line in paragraph.lines:
            for run in line:
                bold = style.bold if run.bold is None else run.bold
                italic = style.italic if run.italic is None else run.italic
                texts[bold, italic].append(run.text)
    return {style: "".join(pieces) for style, pieces in texts.items()}

"""Characters that the face of a PDF lacks: found before anything is typeset.

The record was asked for what Times New Roman lacks (FNT001, at its place); a face of the machine
may lack more, in one style and not in another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.fonts.metrics import missing
from vnadmindocs.layout.paragraphs import paragraphs_of
from vnadmindocs.layout.shape import Layout

if TYPE_CHECKING:
    from vnadmindocs.fonts.face import Face

LACKING = "FNT015"
LEFT_OUT = "FNT003"


def lacking(layout: Layout, face: Face) -> str:
    """List the characters for which the style they are set in has no glyph, each once.

    A sign that is ASCII is never among them: every face has these, or is none.
    """
    found = (
        letter
        for (bold, italic), text in _texts(layout).items()
        for letter in face.missing(text, bold, italic)
    )
    return "".join(dict.fromkeys(letter for letter in found if not letter.isascii()))


def glyph_faults(letters: str, face: Face) -> Iterator[Fault]:
    """Report what is ``lacking`` (FNT015); what every Times face lacks is reported as FNT001."""
    own = "".join(letter for letter in letters if letter not in missing(letters))
    if own:
        yield _fault(LACKING, own, face)


def left_out_faults(letters: str, face: Face) -> Iterator[Fault]:
    """Report what the file goes without (FNT003), where the user would rather have it so."""
    if letters:
        yield _fault(LEFT_OUT, letters, face)


def _fault(code: str, letters: str, face: Face) -> Fault:
    facts = {"family": face.family, "version": face.version, "found": letters}
    numbers = ", ".join(f"U+{ord(letter):04X}" for letter in letters)
    return Fault(code, facts={**facts, "numbers": numbers})


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

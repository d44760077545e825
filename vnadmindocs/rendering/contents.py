"""Page numbers of the tables of contents in a Word file, which says none of its pages itself.

Typst lays the same Layout out and breaks its lines as Word does; its pages are put in. Without
Typst or a face the numbers are left to Word, which makes the field anew when it opens the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.layout.contents import contents_of, with_pages

if TYPE_CHECKING:
    from pathlib import Path

    from vnadmindocs.fonts.faces import Face
    from vnadmindocs.layout.shape import Layout
    from vnadmindocs.layout.split_file import SplitFile

_PAGES_NOT_KNOWN = "OUT055"


def has_contents(layout: Layout) -> bool:
    """Tell whether any part of a document has a table of contents."""
    return any(True for part in layout.parts for _ in contents_of(part))


def with_page_numbers(
    pieces: Sequence[SplitFile], font_paths: Sequence[Path]
) -> tuple[tuple[SplitFile, ...], tuple[Fault, ...]]:
    """Put page numbers into the tables of contents of the files of a document.

    Args:
        pieces: the files; those without contents stay as they are.
        font_paths: folders in which the face is looked for first.

    Returns:
        The files, and OUT055 where the pages could not be found out.
    """
    if not any(has_contents(piece.layout) for piece in pieces):
        return tuple(pieces), ()
    face = _face(font_paths)
    if face is None:
        return tuple(pieces), (Fault(_PAGES_NOT_KNOWN),)
    return tuple(_numbered(pieces, face)), ()


def _numbered(pieces: Sequence[SplitFile], face: Face) -> Iterator[SplitFile]:
    from vnadmindocs.writers.pdf.contents import pages_of_headings

    for piece in pieces:
        layout = piece.layout
        if has_contents(layout):
            piece = replace(piece, layout=with_pages(layout, pages_of_headings(layout, face)))
        yield piece


def _face(font_paths: Sequence[Path]) -> Face | None:
    if find_spec("typst") is None or find_spec("fontTools") is None:
        return None
    from vnadmindocs.fonts.faces import find_face

    return find_face(font_paths).face

"""Pictures of the pages of a PDF that is there already: joined files, LibreOffice's.

Typst shows a page of a PDF as a picture of itself; a page of the same size around it is the
preview. It remembers what it drew, pixel for pixel, so many or large pages are drawn a few at a
time, and what was remembered is let go.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from vnadmindocs.writers.pdf.compiler import TypesettingError
from vnadmindocs.writers.pdf.picture_size import pixels, refuse_large_pages

_SIDEWAYS = (90, 270)
_AT_ONCE = 35_000_000  # pixels: four A4 pages at 300 ppi
_REMEMBERED = 11  # typst lets go of what so many compilations did not use

Page = tuple[int, float, float]  # number from 1, width and height in pt


def pictures_of(pdf: bytes, *, ppi: float) -> tuple[bytes, ...]:
    """Draw each page of a PDF.

    Args:
        pdf: the file.
        ppi: pixels per inch.

    Returns:
        One PNG a page.

    Raises:
        PictureTooLargeError: a page would have too many pixels; nothing was drawn.
        TypesettingError: typst cannot show the file.
    """
    import typst

    sizes = _sizes(pdf)
    refuse_large_pages(sizes, ppi)
    slices = list(_slices(sizes, ppi))
    nothing = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    drawn: list[bytes] = []
    with tempfile.TemporaryDirectory(prefix="vnadmindocs-") as name:
        (Path(name) / "pages.pdf").write_bytes(pdf)
        compiler = typst.Compiler(root=name, font_paths=nothing)
        try:
            for pages in slices:
                made: Any = compiler.compile(input=_source(pages), root=name, format="png", ppi=ppi)
                drawn += made if isinstance(made, list) else [made]
                if len(slices) > 1:
                    _let_go(compiler, name)
        except typst.TypstError as refused:
            raise TypesettingError(refused.message, tuple(refused.hints)) from None
    return tuple(drawn)


def _slices(sizes: Iterable[tuple[float, float]], ppi: float) -> Iterator[list[Page]]:
    """Part the pages into runs of at most ``_AT_ONCE`` pixels, each of one page at least."""
    pages: list[Page] = []
    together = 0.0
    for number, (width, height) in enumerate(sizes, start=1):
        more = pixels(width, height, ppi)
        if pages and together + more > _AT_ONCE:
            yield pages
            pages, together = [], 0.0
        pages.append((number, width, height))
        together += more
    if pages:
        yield pages


def _source(pages: Iterable[Page]) -> bytes:
    shown = (
        f"#page(width: {width}pt, height: {height}pt,"
        f' image("pages.pdf", page: {number}, width: 100%, height: 100%, fit: "stretch"))\n'
        for number, width, height in pages
    )
    return ("#set page(margin: 0pt)\n" + "".join(shown)).encode()


def _let_go(compiler: Any, root: str) -> None:
    """Let typst forget what it drew; there is no other way to say so."""
    for number in range(_REMEMBERED):
        compiler.compile(input=f"#{number}".encode(), root=root, format="png", ppi=1)


def _sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Give width and height of each page as it is shown, in pt."""
    from pypdf import PdfReader

    sizes = []
    for page in PdfReader(BytesIO(pdf)).pages:
        width, height = float(page.cropbox.width), float(page.cropbox.height)
        sizes.append((height, width) if page.rotation % 360 in _SIDEWAYS else (width, height))
    return sizes

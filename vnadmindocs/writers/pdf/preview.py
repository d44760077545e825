"""Pictures of the pages of a PDF that is there already: joined files, LibreOffice's.

Typst shows a page of a PDF as a picture of itself; a page of the same size around it is the
preview.
"""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

from vnadmindocs.writers.pdf.compiler import TypesettingError

_SIDEWAYS = (90, 270)


def pictures_of(pdf: bytes, *, ppi: float) -> tuple[bytes, ...]:
    """Draw each page of a PDF.

    Args:
        pdf: the file.
        ppi: pixels per inch.

    Returns:
        One PNG a page.

    Raises:
        TypesettingError: typst cannot show the file.
    """
    import typst

    source = "#set page(margin: 0pt)\n" + "".join(
        f"#page(width: {width}pt, height: {height}pt,"
        f' image("pages.pdf", page: {number}, width: 100%, height: 100%, fit: "stretch"))\n'
        for number, (width, height) in enumerate(_sizes(pdf), start=1)
    )
    with tempfile.TemporaryDirectory(prefix="vnadmindocs-") as name:
        folder = Path(name)
        (folder / "pages.pdf").write_bytes(pdf)
        (folder / "pages.typ").write_text(source, encoding="utf-8")
        try:
            made = typst.compile(
                folder / "pages.typ", root=folder, format="png", ppi=ppi, ignore_system_fonts=True
            )
        except typst.TypstError as refused:
            raise TypesettingError(refused.message, tuple(refused.hints)) from None
    return tuple(made) if isinstance(made, list) else (made,)


def _sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Give width and height of each page as it is shown, in pt."""
    from pypdf import PdfReader

    sizes = []
    for page in PdfReader(BytesIO(pdf)).pages:
        width, height = float(page.cropbox.width), float(page.cropbox.height)
        sizes.append((height, width) if page.rotation % 360 in _SIDEWAYS else (width, height))
    return sizes

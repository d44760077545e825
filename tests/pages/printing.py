"""Documents on paper by both roads: LibreOffice's PDF of the .docx, and Typst's of the layout."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.pages.pdf_page import PdfPage, read_pdf
from vnadmindocs.api import Written, load
from vnadmindocs.layout.contents import with_pages
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import Layout
from vnadmindocs.rendering.contents import has_contents
from vnadmindocs.writers.docx import write_docx

if TYPE_CHECKING:
    from vnadmindocs.fonts.faces import Face

Road = Literal["libreoffice", "typst"]
ROADS: tuple[Road, ...] = ("libreoffice", "typst")
Printed = Mapping[str, tuple[PdfPage, ...]]
_TIMEOUT_S = 240


def lay_out_record(record: Written) -> Layout:
    """Lay out a record that lacks nothing; the lines of its contents have their pages."""
    draft = load(record)
    assert draft.record is not None, [each.message.vi for each in draft.diagnostics]
    layout = lay_out(draft.record)
    if not has_contents(layout):
        return layout
    from vnadmindocs.writers.pdf.contents import pages_of_headings

    return with_pages(layout, pages_of_headings(layout, _face()))


def write_pdfs(
    layouts: Mapping[str, Layout], road: Road, folder: Path, profile: Path
) -> Mapping[str, Path]:
    """Make a PDF of each layout, by its name; skips by name without the programs.

    Args:
        layouts: by a name of ASCII letters.
        road: who makes the pages.
        folder: an empty folder for the files.
        profile: folder of the LibreOffice profile, made on first use.
    """
    if road == "typst":
        return _typeset(layouts, folder)
    return _convert(layouts, folder, profile)


def read_pdfs(files: Mapping[str, Path]) -> Printed:
    """Read the pages of each file, by its name."""
    return {name: read_pdf(file) for name, file in files.items()}


def _convert(layouts: Mapping[str, Layout], folder: Path, profile: Path) -> Mapping[str, Path]:
    """Convert the .docx of all layouts by one call of LibreOffice."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    sources = [folder / f"{name}.docx" for name in layouts]
    for source, layout in zip(sources, layouts.values(), strict=True):
        source.write_bytes(write_docx(layout))
    subprocess.run(
        [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder), *map(str, sources),
        ],
        capture_output=True, timeout=_TIMEOUT_S, check=False,
    )  # fmt: skip
    made = {source.stem: source.with_suffix(".pdf") for source in sources}
    # LibreOffice exits with 0 whatever happens; only the files tell.
    assert [name for name, file in made.items() if not file.exists()] == [], "no PDF was made"
    return made


def _typeset(layouts: Mapping[str, Layout], folder: Path) -> Mapping[str, Path]:
    from vnadmindocs.writers.pdf import write_pdf

    made = {}
    for name, layout in layouts.items():
        made[name] = folder / f"{name}.pdf"
        made[name].write_bytes(write_pdf(layout, _face()))
    return made


@cache
def _face() -> Face:
    from vnadmindocs.fonts.faces import find_face

    face = find_face().face
    if face is None:
        pytest.skip("no face with the widths of Times is installed")
    return face

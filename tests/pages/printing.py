"""Records on paper: many Word files become PDF pages by one call of LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.pages.pdf_page import PdfPage, read_pdf
from vnadmindocs.api import Written, render

Printed = Mapping[str, tuple[PdfPage, ...]]
_TIMEOUT_S = 240


def print_records(records: Mapping[str, Written], folder: Path, profile: Path) -> Printed:
    """Render each record and read its pages, by its name; skips by name without LibreOffice.

    Args:
        records: what ``vnadmindocs.render`` takes, by a name of ASCII letters.
        folder: an empty folder for the files.
        profile: folder of the LibreOffice profile, made on first use.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    sources = []
    for name, record in records.items():
        rendering = render(record)
        assert rendering.data is not None, [each.message.vi for each in rendering.diagnostics]
        source = folder / f"{name}.docx"
        source.write_bytes(rendering.data)
        sources.append(str(source))
    subprocess.run(
        [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder), *sources,
        ],
        capture_output=True, timeout=_TIMEOUT_S, check=False,
    )  # fmt: skip
    # LibreOffice exits with 0 whatever happens; only the files tell.
    missing = [name for name in records if not (folder / f"{name}.pdf").exists()]
    assert missing == [], "LibreOffice made no PDF"
    return {name: read_pdf(folder / f"{name}.pdf") for name in records}

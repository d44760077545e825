"""What several tests of the writers ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.pages.pdf_page import PdfPage, read_pdf
from tests.writers.typeset import Pages, layout_of, the_face
from vnadmindocs.layout.shape import Part
from vnadmindocs.writers.pdf import write_pdf


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    """Give the pages of a Layout set in type."""

    def read(*parts: Part, **changes: Any) -> tuple[PdfPage, ...]:
        file = tmp_path / "document.pdf"
        file.write_bytes(write_pdf(layout_of(*parts, **changes), the_face()))
        return read_pdf(file)

    return read

"""Where lines end: words of real documents in an order drawn by lot, on both roads."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from tests.pages.conftest import PdfMaker
from tests.pages.printing import Printed, lay_out_record, read_pdfs
from tests.pages.records import ROOT, letter

SIZE_SETS = {"large": "lớn", "small": "nhỏ"}
_PARAGRAPHS = 200
_LABEL = re.compile(r"[-–+*(|#]|\d+\.$|\w\)$|\.\.\.")  # would begin a list, a heading, a table


def _paragraphs(seed: int) -> list[str]:
    """Draw paragraphs of two to seven lines."""
    drawn = random.Random(seed)
    texts = sorted((ROOT / "tests" / "corpus" / "texts").glob("*.txt"))
    words = [
        word
        for text in texts
        for word in re.sub(r"[*|]", " ", text.read_text("utf-8")).split()
        if not _LABEL.match(word)
    ]
    found = []
    for _ in range(_PARAGRAPHS):
        start = drawn.randrange(len(words) - 100)
        chosen = words[start : start + drawn.randrange(30, 90)]
        found.append(f"Việc {' '.join(chosen)}.")
    return found


@pytest.fixture(scope="module")
def both(pdf_maker: PdfMaker) -> tuple[Printed, Printed]:
    """Print a letter of many pages in each size set: by Typst and by LibreOffice."""
    layouts = {
        name: lay_out_record(letter(_paragraphs(seed), size_set=size_set))
        for seed, (name, size_set) in enumerate(SIZE_SETS.items())
    }
    return read_pdfs(pdf_maker(layouts, "typst")), read_pdfs(pdf_maker(layouts, "libreoffice"))


@pytest.mark.parametrize("name", SIZE_SETS)
def test_lines_end_at_the_same_words(name: str, both: tuple[Printed, Printed]) -> None:
    """All but those that only rounding decides: see docs/readings/pdf-side-by-side.md."""
    mine, theirs = (
        Counter(row.text for page in printed[name] for row in page.rows) for printed in both
    )
    assert mine.total() > 5 * _PARAGRAPHS / 2
    torn = sorted((theirs - mine).elements())
    assert len(torn) <= 0.01 * theirs.total(), torn

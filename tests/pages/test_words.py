"""The words of each PDF that Typst makes are the record's, block by block, read back by pypdf."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.corpus.comparison import Block
from tests.corpus.printed import printed_blocks
from tests.corpus.test_every_word import CORPUS
from tests.corpus.test_every_word import expected_blocks as corpus_blocks
from tests.examples.test_good_records import expected_blocks, words_file
from tests.pages.pdf_words import left_over, read_words
from tests.pages.records import RECORDS, layout_of
from vnadmindocs.writers.docx import write_docx

RECORD = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
_CORPUS = {text.example: name for name, text in CORPUS.items()}


@RECORD
def test_a_pdf_holds_the_words_of_its_record_and_no_other(
    record: Path, typst_files: Mapping[str, Path]
) -> None:
    """In their blocks and in reading order; numbers of pages and repeated heads of tables aside."""
    found = read_words(typst_files[record.stem], layout_of(record))
    assert left_over(_expected(record), found) == []


@RECORD
def test_the_words_of_a_pdf_are_composed(record: Path, typst_files: Mapping[str, Path]) -> None:
    """Exact NFC, as a search or a copy of the text will meet it."""
    found = "".join(read_words(typst_files[record.stem], layout_of(record)))
    assert unicodedata.normalize("NFC", found) == found
    assert "\ufffd" not in found


def _expected(record: Path) -> list[Block]:
    """The words of the document as issued, or as listed beside the record, or of its .docx."""
    if record.stem in _CORPUS:
        return corpus_blocks(_CORPUS[record.stem])
    if words_file(record).exists():
        return expected_blocks(words_file(record).read_text("utf-8"))
    return printed_blocks(write_docx(layout_of(record)))

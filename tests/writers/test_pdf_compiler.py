"""Words that mean something to Typst or to JSON are words to a reader, and to the source too."""

from __future__ import annotations

import pytest

from tests.writers.layouts import p
from tests.writers.typeset import layout_of, part_of, reader_of, the_face
from vnadmindocs.layout.shape import Metadata
from vnadmindocs.writers.pdf import write_pdf


@pytest.mark.parametrize(
    "words",
    [
        r"ổ C:\tệp\new\u{41}\u0041",
        'gọi là "thuê bao"',
        '")))#panic("',
        "\\",
        r"\\\"",
        "#let x = 1; *đậm* _nghiêng_ $x^2$ <nhãn> @nguồn ~ -- // /* */ {} []",
    ],
)
def test_no_word_is_read_as_source(words: str) -> None:
    """What is printed, and what the file says of itself, is what was given."""
    titled = Metadata(words, "Cơ quan B", date="2026-01-05")
    layout = layout_of(part_of(p("paragraph", words)), metadata=titled)
    reader = reader_of(write_pdf(layout, the_face()))
    printed = "".join(page.extract_text() for page in reader.pages)
    assert "".join(printed.split()) == "".join(words.split())
    assert reader.metadata is not None
    assert reader.metadata.title == words

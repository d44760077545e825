"""Widths of columns: within the text, holding every word that fits, narrowed by a fair share."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.layout.column_widths import Asked, ColumnContent, column_widths

_CONTENT = st.builds(
    lambda word, line, words: _content(word, word + line, word + line + words),
    st.floats(0, 30),
    st.floats(0, 100),
    st.floats(0, 500),
)


def _content(word: float, line: float, words: float) -> ColumnContent:
    content = ColumnContent()
    content.add(word, line, words)
    return content


@given(
    st.lists(st.tuples(_CONTENT, st.none() | st.floats(5, 60)), min_size=1, max_size=12),
    st.floats(100, 250),
)
def test_widths_never_exceed_the_text_and_hold_every_word_that_fits(
    columns: list[tuple[ColumnContent, float | None]], width: float
) -> None:
    contents = [content for content, _ in columns]
    declared = [asked for _, asked in columns]
    found = column_widths(contents, [Asked(each) for each in declared], width, 1.9).widths_mm
    assert sum(found) <= width + 1e-6
    assert all(each > 0 for each in found)
    needed = sum(
        content.longest_word + 3.8 if asked is None else asked for content, asked in columns
    )
    if needed <= width:
        for content, asked, each in zip(contents, declared, found, strict=True):
            if asked is None:
                assert each >= content.longest_word + 3.8 - 1e-6
            else:
                assert each == asked


def test_only_columns_above_a_fair_share_are_narrowed() -> None:
    """A column of counters keeps «TT» whole beside two words as wide as the page."""
    contents = [_content(word, word, word) for word in (5, 190, 140)]
    found = column_widths(contents, [Asked()] * 3, 247, 1.9)
    assert found.widths_mm == pytest.approx((8.8, 119.1, 119.1))
    assert (found.fits, found.narrow) == (False, (1, 2))

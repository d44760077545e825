"""Writes mappings of texts as YAML, the way records are written: for the tests of the reader."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

# No «»: beside a letter they are letters of TCVN3.
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạằửễợĐỒ0159.,;:#-&*!?%@'\"[]{}|>`\\/()“”–…"

# A line of text: it neither begins nor ends with a blank, so that every reading keeps it.
LINE = st.text(LETTERS + " ", min_size=1, max_size=30).map(str.strip).filter(bool)
LINES = st.lists(LINE, min_size=1, max_size=6)


def record_of(values: Mapping[str, str | list[str]]) -> str:
    """Write texts as block literals and lists of them as YAML lists of block literals."""
    return "".join(
        f"{key}:\n" + "".join(f"  - {_block(item, 4)}" for item in value)
        if isinstance(value, list)
        else f"{key}: {_block(value, 2)}"
        for key, value in values.items()
    )


def _block(text: str, indent: int) -> str:
    lines = "".join(f"{' ' * indent}{line}\n" for line in text.split("\n"))
    return f"|\n{lines}"

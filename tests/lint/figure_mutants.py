"""Mutants of the rules about figures: what puts each fault in, and where it is found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Record = dict[str, Any]


def _two_amounts(record: Record) -> None:
    record["body"][0] += " Mức 2.000 đồng (ba nghìn đồng)."


def _in_words(words: str, *totals: str) -> Callable[[Record], None]:
    """Make the change that gives a table of money a line of words, and rows of totals."""

    def change(record: Record) -> None:
        record["body"][1]["table"] = {
            "columns": ["TT", {"name": "Tiền", "kind": "money"}],
            "rows": "1 | 2000",
            "total_rows": list(totals),
            "in_words": words,
        }
        record["footnotes"] = {}

    return change


FIGURE_MUTANTS: dict[str, tuple[Callable[[Record], None], str]] = {
    "FIG001": (_two_amounts, "/nội dung/1"),
    "FIG020": (_in_words("Ba nghìn đồng", "Cộng"), "/nội dung/2/bảng/bằng chữ"),
    "FIG021": (_in_words("có"), "/nội dung/2/bảng/bằng chữ"),
}

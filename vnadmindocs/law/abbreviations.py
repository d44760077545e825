"""Abbreviations of administration that every reader knows: none of them needs a definition.

``data/abbreviations.txt``, one a line.
"""

from __future__ import annotations

from functools import cache

from vnadmindocs.assets import data_file


@cache
def customary_abbreviations() -> frozenset[str]:
    """Load the abbreviations."""
    text = data_file("law", "abbreviations.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line)
